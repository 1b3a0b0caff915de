import Records

extension AnswerMap {
    /// What is wrong with a header, or with what is said of it.
    struct Faults {
        let file: IncomingFile
        let naming: HeaderNaming
        private(set) var issues: [ImportIssue] = []

        init(file: IncomingFile, _ naming: HeaderNaming) { (self.file, self.naming) = (file, naming) }

        mutating func add(_ column: String, _ what: String, advice: Advice? = nil) {
            issues.append(
                ImportIssue(
                    file: file.name,
                    line: file.headerLine,
                    column: column.clipped,
                    what: what,
                    advice: advice
                )
            )
        }

        mutating func addMissing(_ name: String, _ columns: [SurveyColumn]) {
            let titles = naming.isHeader ? columns.map(\.title).filter { !$0.isEmpty } : []
            let near = Header.nearest(to: name, among: titles)
            let listed = near.isEmpty ? Array(titles.prefix(12)) : near
            let advice = Advice(
                (near.isEmpty ? "Columns in the file: " : "Did you mean: ") + listed.joined(separator: ", ")
            )
            add(name, "the file has no such column", advice: listed.isEmpty ? nil : advice)
        }

        /// Fields of the mapping that the form does not have.
        mutating func addStrangers(in mapping: Mapping, _ form: Form) {
            var fields = ["session", "organization", "submitted"] + form.items.map { Mapping.fieldName($0.code) }
            let choices = form.items.flatMap { item in
                form.choices(of: item).map { Mapping.fieldName(item.code) + "/" + Mapping.fieldName($0.name) }
            }
            let constants = ["form", "course", "organization"]
            let named = Set(mapping.columns.filter { !$0.value.trimmed.isEmpty }.keys).subtracting(choices).union(
                mapping.values.keys
            )
            .union(mapping.set.keys.filter { !constants.contains($0) }).subtracting([Mapping.every])
            fields.removeAll { $0 == "form" }
            for field in named.subtracting(fields).sorted() {
                let near = Header.nearest(to: field, among: fields)
                let advice =
                    near.isEmpty ? Advice("For its items", .perform(.show(.form), ["ref": form.ref])) : .nearest(near)
                let what = "form \"\(form.ref)\" has no item \"\(field)\""
                issues.append(ImportIssue(file: file.name, line: nil, what: what, advice: advice))
            }
        }

        mutating func addNothingKnown(_ form: Form) {
            let what = "the first line has no items of form \"\(form.ref)\""
            let codes = form.items.prefix(12).map(\.code).joined(separator: ",")
            let more = form.items.count > 12 ? ",…" : ""
            issues.append(
                ImportIssue(
                    file: file.name,
                    line: file.headerLine,
                    what: what,
                    advice: "Items: \(codes)\(more). To map one: --map ITEM=COLUMN"
                )
            )
        }

        /// Columns of which nothing is known, each with the items that are spelled most like it.
        mutating func addUnknown(_ columns: [SurveyColumn], _ form: Form, _ places: [Place]) {
            let open = zip(form.items, places).filter { $0.1 == .nowhere }.map(\.0)
            for column in columns {
                let title = naming.isHeader ? column.title : ""
                let near =
                    Header.nearest(to: title, among: title.isEmpty ? [] : open.map(\.code))
                    + Header.nearest(to: title, among: title.isEmpty ? [] : open.map(\.label))
                    .compactMap { label in open.first { $0.label == label }?.code }
                var what = "this column is not an item of form \"\(form.ref)\""
                var advice: Advice = "Map it: --map ITEM=COLUMN. Or ignore it: --ignore-unknown"
                if columns.count == 1, let first = near.first {
                    advice = "Map it: --map \(first)=\"\(column.title)\". Or ignore it: --ignore-unknown"
                } else if let first = near.first {
                    what += ". Did you mean \(first)?"
                }
                add(naming.title(column.title, column.index), what, advice: advice)
            }
        }
    }
}
