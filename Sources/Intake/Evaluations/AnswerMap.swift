import Records

/// Where the answers to each item of a form stand in a file, and what the other columns are.
struct AnswerMap {
    /// Where the answers to one item stand.
    enum Place: Equatable {
        case nowhere
        case column(Int)
        /// One column for each choice, by its place among the choices.
        case spread([Int: Int])
        /// The same answer in every row.
        case constant(String)
    }

    let columns: [SurveyColumn]
    /// By item, in the form's order.
    private(set) var places: [Place]
    /// By item, where the words beside "other" stand.
    private(set) var others: [Int?]
    private(set) var session: Int?
    private(set) var submitted: Int?
    /// The column that names the organization whose clients answered.
    private(set) var organization: Int?
    /// The column of our own export that names the form.
    private(set) var formColumn: Int?
    /// The column of our own export that tells how many questions were asked.
    private(set) var asked: Int?
    /// By item position, columns of choices that stand for no number, by their places: our own export has them.
    private(set) var besides: [Int: [Int: Int]] = [:]
    /// Columns that say who answered: never read.
    private(set) var personal: [SurveyColumn] = []
    /// What messages call the columns of which nothing is known, and that are passed over.
    private(set) var ignored: [String] = []
    /// How many of the questions that are counted on have a column.
    private var countedColumns = 0
    private let form: Form
    private var taken: Set<Int> = []

    /// - Throws: `ImportRefused` for columns that are unknown, named twice, or mapped and missing, and for fields that
    ///   the form does not have.
    init(_ file: IncomingFile, _ form: Form, _ mapping: Mapping) throws(ImportRefused) {
        self.form = form
        columns = SurveyColumn.all(file.preamble, file.source)
        places = form.items.map { _ in .nowhere }
        others = form.items.map { _ in nil }
        var faults = Faults(file: file, HeaderNaming(known: Self.known(columns, form, mapping, file.source)))
        faults.addStrangers(in: mapping, form)
        takeMapped(mapping, &faults)
        takeOwn(file.source, mapping)
        matchWhole(&faults)
        matchSpread()
        matchBesides()
        matchParts()
        matchOthers()
        leaveRest(file, mapping, &faults)
        countedColumns = zip(form.items, places).count { $0.slot != nil && $1 != .nowhere }
        if places.allSatisfy({ $0 == .nowhere }), faults.issues.isEmpty { faults.addNothingKnown(form) }
        if !faults.issues.isEmpty { throw ImportRefused(faults.issues) }
    }

    /// How many columns are known: those of an item, of the session or the day, and those that are mapped.
    private static func known(_ columns: [SurveyColumn], _ form: Form, _ mapping: Mapping, _ source: Source) -> Int {
        var names = Set(
            ["session", "organization", "form", "id"] + days(source) + mapping.columns.values.map(Header.key)
        )
        names.formUnion(form.items.flatMap { [Header.key($0.code), Header.key($0.label)] })
        names.remove("")
        let beginnings = names.flatMap { name in [".", "/", "-", "_", "["].map { name + $0 } }
        return columns.count { column in
            (column.names + column.parts).contains { name in
                names.contains(name) || beginnings.contains(where: name.hasPrefix)
            }
        }
    }

    /// Whether it is an export of our own, by the columns of the form and of the row's number in that export.
    var isExport: Bool { formColumn != nil && columns.contains { $0.key == "id" && !taken.contains($0.index) } }

    /// The columns of which a row that is not acceptable may keep the text.
    var kept: Set<Int> {
        var kept = Set([session, organization, formColumn, asked].compactMap { $0 } + others.compactMap { $0 })
        for columns in besides.values { kept.formUnion(columns.values) }
        for place in places {
            switch place {
            case .column(let column): kept.insert(column)
            case .spread(let columns): kept.formUnion(columns.values)
            case .nowhere, .constant: break
            }
        }
        return kept
    }

    /// How many of the questions that are counted on a row's form was asked: as an export of our own says, else those that
    /// have a column; nil where that can't be.
    func asked(in reader: CSVReader) -> Int? {
        guard let text = asked.map({ reader.text($0).trimmed }), !text.isEmpty else { return countedColumns }
        return Int(text).flatMap { (0...form.counted.count).contains($0) ? $0 : nil }
    }

    /// The name of a column.
    func title(_ column: Int?) -> String { column.map { columns[$0].title } ?? "" }

    // MARK: What is said

    private mutating func takeMapped(_ mapping: Mapping, _ faults: inout Faults) {
        for (field, name) in mapping.columns.sorted(by: { $0.key < $1.key }) where !name.trimmed.isEmpty {
            let fitting = columns.filter { $0.names.contains(Header.key(name)) }
            let exact = fitting.filter { $0.title == name.trimmed }
            guard let column = exact.first ?? fitting.first else {
                faults.addMissing(name, columns)
                continue
            }
            if exact.count != 1, fitting.count > 1 {
                faults.add(name, "the file has \(fitting.count) columns with this name")
                continue
            }
            taken.insert(column.index)
            switch field {
            case "session": session = column.index
            case "submitted": submitted = column.index
            case "organization": organization = column.index
            default: take(field, column)
            }
        }
        for (index, item) in form.items.enumerated() {
            if let constant = mapping.set[Mapping.fieldName(item.code)] { places[index] = .constant(constant) }
        }
    }

    /// Gives a mapped column to the item of a field: `code`, or `code/choice` for one of several.
    private mutating func take(_ field: String, _ column: SurveyColumn) {
        if let index = form.items.firstIndex(where: { Mapping.fieldName($0.code) == field }) {
            return places[index] = .column(column.index)
        }
        let parts = field.split(separator: "/", maxSplits: 1).map(String.init)
        guard parts.count == 2, let index = form.items.firstIndex(where: { Mapping.fieldName($0.code) == parts[0] }),
            let choice = form.choices(of: form.items[index]).firstIndex(where: {
                Mapping.fieldName($0.name) == parts[1]
            })
        else { return }
        var spread: [Int: Int] = [:]
        if case .spread(let known) = places[index] { spread = known }
        spread[choice] = column.index
        places[index] = .spread(spread)
    }

    // MARK: What the file's own names say

    /// Finds session and day under the names that the source has for them.
    private mutating func takeOwn(_ source: Source, _ mapping: Mapping) {
        if session == nil, mapping.columns["session"] == nil { session = free("session") }
        if submitted == nil, mapping.columns["submitted"] == nil {
            submitted = Self.days(source).lazy.compactMap { [self] in free($0) }.first
        }
        if source == .groundwork {
            formColumn = free("form")
            asked = formColumn == nil ? nil : free("asked")
            if organization == nil, mapping.columns["organization"] == nil { organization = free("organization") }
        }
        taken.formUnion([session, submitted, organization, formColumn, asked].compactMap { $0 })
    }

    /// The columns that tell when a form was returned, the best one first.
    private static func days(_ source: Source) -> [String] {
        switch source {
        case .googleForms: ["timestamp", "タイムスタンプ", "zeitstempel", "horodateur", "marcatemporal", "submitted"]
        case .surveyMonkey: ["enddate", "datemodified", "startdate", "datecreated"]
        case .qualtrics: ["recordeddate", "enddate", "startdate"]
        case .kobo: ["_submission_time", "end", "today", "start"]
        default: ["submitted", "submitdate", "datesubmitted", "submitted_on"]
        }
    }

    /// A column of this name that nothing has taken, and that is no item's.
    private func free(_ name: String) -> Int? {
        if form.items.contains(where: { Header.key($0.code) == name }) { return nil }
        return columns.first { $0.names.contains(name) && !taken.contains($0.index) }?.index
    }

    /// Items by their code, then by their question.
    private mutating func matchWhole(_ faults: inout Faults) {
        for names in [form.items.map { [Header.key($0.code)] }, form.items.map { [Header.key($0.label)] }] {
            for (index, item) in form.items.enumerated() where places[index] == .nowhere {
                let fitting = columns.filter { column in
                    !taken.contains(column.index) && names[index].contains { !$0.isEmpty && column.names.contains($0) }
                }
                guard let first = fitting.first else { continue }
                if fitting.count > 1 {
                    // Of several choices each may have a column under the question's name.
                    if item.kind == .choices { continue }
                    faults.add(first.title, "the file has \(fitting.count) columns with this name")
                }
                places[index] = .column(first.index)
                taken.formUnion(fitting.map(\.index))
            }
        }
    }

    /// Items of several choices that have a column for each: `code/choice`, `Question - Choice`.
    private mutating func matchSpread() {
        for (index, item) in form.items.enumerated() where item.kind == .choices {
            var spread: [Int: Int] = [:]
            for (place, choice) in form.choices(of: item).enumerated() {
                let names = Self.spreadNames(item, choice)
                let found = columns.first { column in
                    !taken.contains(column.index) && column.names.contains(where: names.contains)
                }
                if let found { spread[place] = found.index }
            }
            taken.formUnion(spread.values)
            // Kobo has the choices once more in one column.
            if places[index] == .nowhere, !spread.isEmpty { places[index] = .spread(spread) }
        }
    }

    private static func spreadNames(_ item: FormItem, _ choice: FormChoice) -> Set<String> {
        var names: Set<String> = []
        for question in [item.code, item.label] {
            for word in [choice.name, choice.label] + choice.also {
                for joint in [".", "/", "-", "_", "-selectedchoice-", "["] {
                    names.insert(Header.key(question) + joint + Header.key(word) + (joint == "[" ? "]" : ""))
                }
            }
        }
        return names
    }

    /// Choices of Likert items that stand for no number, each in a column of its own: `code.choice`.
    private mutating func matchBesides() {
        for item in form.items where item.kind == .likert {
            for (place, choice) in form.choices(of: item).enumerated() where choice.value == nil {
                let name = Header.key("\(item.code).\(choice.name)")
                let found = columns.first { !taken.contains($0.index) && $0.names.contains(name) }
                guard let found else { continue }
                besides[item.position, default: [:]][place] = found.index
                taken.insert(found.index)
            }
        }
    }

    /// Items by the row of a grid or the end of a path, where just one column has it.
    private mutating func matchParts() {
        for (index, item) in form.items.enumerated() where places[index] == .nowhere {
            let names = [Header.key(item.code), Header.key(item.label)]
            let fitting = columns.filter { !taken.contains($0.index) && $0.parts.contains(where: names.contains) }
            guard fitting.count == 1, let column = fitting.first else { continue }
            places[index] = .column(column.index)
            taken.insert(column.index)
        }
    }

    /// The words beside "other".
    private mutating func matchOthers() {
        for (index, item) in form.items.enumerated() where item.kind.hasChoices {
            let names = [Header.key(item.code), Header.key(item.label)]
            let found = columns.first { !taken.contains($0.index) && $0.otherOf.contains(where: names.contains) }
            guard let found else { continue }
            others[index] = found.index
            taken.insert(found.index)
        }
    }

    /// Sets apart what says who answered; what nothing is known of is a problem, unless it is to be passed over.
    private mutating func leaveRest(_ file: IncomingFile, _ mapping: Mapping, _ faults: inout Faults) {
        let passedOver = Set(
            (mapping.columns.filter { $0.value.trimmed.isEmpty }.map(\.key) + mapping.ignored).map(Header.key)
        )
        for name in mapping.ignored where !columns.contains(where: { $0.names.contains(Header.key(name)) }) {
            faults.addMissing(name, columns)
        }
        var unknown: [SurveyColumn] = []
        for column in columns where !taken.contains(column.index) && !column.title.isEmpty {
            // Numbers of one export.
            if file.source == .groundwork, ["id", "pair"].contains(column.key) { continue }
            if PersonalColumns.includes(column, file.source) {
                personal.append(column)
            } else if column.key != "problem", !column.names.contains(where: passedOver.contains) {
                if mapping.ignoreUnknown {
                    ignored.append(faults.naming.title(column.title, column.index))
                } else {
                    unknown.append(column)
                }
            }
        }
        faults.addUnknown(unknown, form, places)
    }
}
