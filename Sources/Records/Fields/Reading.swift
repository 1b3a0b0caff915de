import SQLite

/// How texts are turned into values, and what is made on the way.
package final class Reading {
    /// Where a text stands: typed by somebody, or in a file.
    package enum Place: Sendable { case typed, file }

    /// Decides how a ref is found: a typed one may be cut short, one in a file is whole, or an exact title.
    package let place: Place
    /// The one order of day, month and year that dates in a file may have; `iso` for typed ones.
    package let dates: DateStyle
    /// Whether an unknown organization or course is made; a strict import refuses it.
    package let makes: Bool
    /// Organizations that were made because a text named them.
    package private(set) var organizationsMade: [Found] = []
    /// Courses that were made because a text named them.
    package private(set) var coursesMade: [Found] = []
    private var known: [String: Found] = [:]
    /// The texts under which something was made, in order.
    private var madeTexts: [String] = []

    package init(place: Place, dates: DateStyle = .iso, makes: Bool) {
        self.place = place
        self.dates = dates
        self.makes = makes
    }

    fileprivate func remember(_ noun: Noun, _ text: String, _ found: Found, made: Bool) {
        let key = "\(noun.rawValue) \(text)"
        known[key] = found
        guard made else { return }
        madeTexts.append(key)
        if noun == .organization { organizationsMade.append(found) } else { coursesMade.append(found) }
    }

    /// How much has been made so far, for `forget`.
    package var made: (organizations: Int, courses: Int, texts: Int) {
        (organizationsMade.count, coursesMade.count, madeTexts.count)
    }

    /// Forgets what was made since `made` was asked, because it was undone.
    package func forget(since made: (organizations: Int, courses: Int, texts: Int)) {
        organizationsMade.removeLast(organizationsMade.count - made.organizations)
        coursesMade.removeLast(coursesMade.count - made.courses)
        for text in madeTexts[made.texts...] { known[text] = nil }
        madeTexts.removeLast(madeTexts.count - made.texts)
    }

    fileprivate func recall(_ noun: Noun, _ text: String) -> Found? {
        known["\(noun.rawValue) \(text)"]
    }
}

extension Store {
    /// The value that `text` is for `field`. Looks up, and where `reading` says so makes, the records that it names.
    ///
    /// Several records are separated by `;`, on the command line by commas too; a title in a file may hold a comma.
    /// - Throws: `RecordError.invalid` naming the field; a personal field's text is not quoted.
    package func value(_ field: Field, _ text: String, _ reading: Reading) throws -> FieldValue {
        do {
            switch field.shape {
            case .record(let noun): return .record(try record(noun, text, reading))
            case .records(let noun):
                let refs = reading.place == .typed ? String(text.map { $0 == "," ? ";" : $0 }) : text
                let found = try refs.items.map { try record(noun, $0, reading) }
                var seen: Set<Int64> = []
                let unique = found.filter { seen.insert($0.id).inserted }
                return .list(unique.map { ($0.ref, [.integer($0.id)]) })
            case .code(let list): return try code(list, text, reading.place)
            case .codes(let list, let orNone): return try codes(list, orNone: orNone, text, reading.place)
            case .listedCodes(let lists): return try codes(among: lists, text, reading.place)
            case .text where field.privacy == .personal: return try name(text, reading.place)
            default: return try field.shape.plainValue(text, dates: reading.dates, from: reading.place)
            }
        } catch let problem as FieldProblem {
            let isQuoted = field.privacy != .open && problem.words.contains("\"")
            let words = isQuoted ? "can't be used. It should be: \(field.shape.typeName)." : problem.words
            throw RecordError.invalid(field: field.name, problem: words)
        }
    }

    /// Somebody's name, without pronouns in brackets.
    private func name(_ text: String, _ place: Reading.Place) throws -> FieldValue {
        let plain = try Shape.text.plainValue(text, dates: .iso, from: place)
        let name = PronounRule.name(without: plain.canonical)
        if name.isEmpty, !plain.canonical.trimmed.isEmpty { throw FieldProblem("has no name in it") }
        return .text(name)
    }

    /// The organization, course or session that a text names.
    func record(_ noun: Noun, _ text: String, _ reading: Reading) throws -> Found {
        if let found = reading.recall(noun, text) { return found }
        if reading.place == .typed, !reading.makes { return try find(noun, text) }
        if let found = try find(noun, inFile: text) {
            reading.remember(noun, text, found, made: false)
            return found
        }
        guard reading.makes, noun == .organization || noun == .course else {
            throw RecordError.notFound(noun, noun.repeated(text, from: reading.place), nearest: [])
        }
        let made = try make(noun, titled: text.trimmed)
        reading.remember(noun, text, made, made: true)
        return made
    }

    /// A new organization or course of which nothing is known but its title; its ref is made from it.
    package func make(_ noun: Noun, titled title: String) throws -> Found {
        try add(noun.type, Draft(["title": .text(title)]))
    }

    /// The one code that a text names: by its code, its title, or a word of the field that stands for it.
    private func code(_ list: String, _ text: String, _ place: Reading.Place) throws -> FieldValue {
        let code = try codeNamed(list, text, place)
        let version = try versions(of: list).first { $0.code == code }?.version ?? ""
        return FieldValue(canonical: code, kept: [[.text(list), .text(version), .text(code)]])
    }

    private func codeNamed(_ list: String, _ text: String, _ place: Reading.Place) throws -> String {
        let typed = Self.word(String(text.prefix(Ref.longest + 1)))
        let known = try codes(in: list)
        if let code = known.first(where: { Self.word($0.code) == typed || Self.word($0.title) == typed }) {
            return code.code
        }
        if let code = Self.fieldWords[list]?[typed] { return code }
        var near: [(distance: Int, code: String)] = known.map { code in
            (
                [code.code, code.title].map { spelling(Array(typed.utf8), Array(Self.word($0).utf8)) }.min() ?? 0,
                code.code
            )
        }
        near.sort { ($0.distance, $0.code) < ($1.distance, $1.code) }
        let nearest = near.first.map { $0.distance <= max(2, typed.utf8.count / 3) ? " Did you mean \($0.code)?" : "" }
        throw FieldProblem(
            "\(place.stated(text.trimmed)). Use one of: \(known.map(\.code).joined(separator: ", ")).\(nearest ?? "")"
        )
    }

    /// A code or title as it is compared: small letters, words parted by a blank.
    private static func word(_ text: String) -> String {
        text.lowercased().split { $0 == " " || $0 == "-" || $0 == "_" }.joined(separator: " ")
    }

    /// What the field calls those who work in a capacity.
    private static let fieldWords = [
        "capacity": [
            "peer": "direct-service", "peer worker": "direct-service", "peer support worker": "direct-service",
            "peer support": "direct-service", "navigator": "direct-service", "peer navigator": "direct-service",
            "recovery coach": "direct-service", "advocate": "direct-service", "counselor": "direct-service",
            "case manager": "direct-service", "outreach worker": "outreach", "trainer": "training",
            "evaluator": "evaluation", "supervisor": "supervision", "peer supervisor": "supervision",
            "manager": "management", "board member": "governance",
        ]
    ]

    private func codes(_ list: String, orNone: Bool, _ text: String, _ place: Reading.Place) throws -> FieldValue {
        if orNone, text.trimmed.lowercased() == Self.noneOfAList {
            return .codes([Self.noneOfAList], of: Self.noneOfAList)
        }
        let known = try versions(of: list)
        return .list(
            try text.items.map { item in
                let code = item.lowercased()
                guard let version = known.first(where: { $0.code == code })?.version else {
                    let all = known.map(\.code) + (orNone ? [Self.noneOfAList] : [])
                    throw FieldProblem("\(place.stated(item)). Use one of: \(all.joined(separator: ", ")).")
                }
                return (code, [.text(list), .text(version), .text(code)])
            }
        )
    }

    /// What says that nothing of a list applies; also the list of that one code.
    static let noneOfAList = "none"

    /// Codes each with its list; of a code without one the list is looked for.
    func codes(among lists: [String], _ text: String, _ place: Reading.Place) throws -> FieldValue {
        let accepted = try lists.flatMap { list in
            try versions(of: list).map { (list: list, code: $0.code, version: $0.version) }
        }
        return .list(
            try text.items.map { item in
                let parts = item.lowercased().split(separator: ":", maxSplits: 1).map { $0.trimmed }
                let code = parts.last ?? ""
                let fitting = accepted.filter { $0.code == code && (parts.count == 1 || $0.list == parts[0]) }
                guard fitting.count == 1, let found = fitting.first else {
                    throw FieldProblem(
                        "\(place.stated(item)). Write list:code, with one of the lists \(lists.joined(separator: ", "))."
                    )
                }
                return ("\(found.list):\(code)", [.text(found.list), .text(found.version), .text(code)])
            }
        )
    }

    /// The codes of a list, of all its versions, in order.
    package func codes(of list: String) throws -> [String] { try versions(of: list).map(\.code) }

    /// The codes of a list, each with the last of its versions that has it: the one that a new record refers to.
    private func versions(of list: String) throws -> [(code: String, version: String)] {
        try database.all(
            "SELECT code, max(version) FROM code WHERE list = \(list) GROUP BY code ORDER BY min(position), code"
        ) { (code: try $0[0], version: try $0[1]) }
    }
}
