import Records

/// Where each field of a kind is found in one file.
struct ColumnMap {
    /// One field's place.
    struct Place {
        let field: String
        /// The column, from 0; nil where there is none.
        let column: Int?
        /// The column's name as the file has it, or the field's own.
        let title: String
        /// A value for every row, whatever its cell says.
        let constant: String?
        /// Codes for words of the file.
        let values: [String: String]
    }

    /// The places of the fields that the file, or an option, gives.
    private(set) var places: [Place] = []
    /// How many columns the header has.
    let width: Int
    /// Columns that stand for no field, and are passed over.
    private(set) var passedOver: [String] = []

    /// The place of a field.
    func place(_ field: String) -> Place? { places.first { $0.field == field } }

    /// Matches a native header to fields.
    ///
    /// - Throws: `ImportRefused` for columns that are unknown, named twice, or mapped and missing, and for fields that
    ///   the kind does not have.
    init(_ file: IncomingFile, kind: Noun, mapping: Mapping) throws(ImportRefused) {
        let header = file.header.map(\.trimmed)
        let fields = Header.fields(of: kind)
        let naming = HeaderNaming(known: Self.known(header, fields, mapping))
        width = header.count
        var issues = Self.strangers(in: mapping, fields, kind, file)
        var taken: [String: Int] = [:]
        let without = Set(mapping.columns.filter { $0.value.trimmed.isEmpty }.keys)
        for (field, name) in mapping.columns.sorted(by: { $0.key < $1.key })
        where fields.contains(field) && !without.contains(field) {
            do throws(MapFault) {
                taken[field] = try Self.column(named: name, in: header)
            } catch {
                issues.append(
                    ImportIssue(
                        file: file.name,
                        line: file.headerLine,
                        column: name,
                        what: error.words,
                        advice: naming.list(header)
                    )
                )
            }
        }
        issues += mapping.missing(in: header).map {
            ImportIssue(missing: $0, among: header, naming, file.name, line: file.headerLine)
        }
        let mapped = Set(taken.values)
        let named = Header.withoutProblems(header, fields)
        var unknown: [(index: Int, name: String)] = []
        for (index, name) in named.enumerated() where !mapped.contains(index) && !name.isEmpty {
            if mapping.ignores(name) { continue }
            let field = Mapping.fieldName(name)
            if without.contains(field) { continue }
            if fields.contains(field), mapping.columns[field] == nil, mapping.mayName(field, name) {
                if taken[field] != nil {
                    let what = "the file has two columns with this name"
                    issues.append(ImportIssue(file: file.name, line: file.headerLine, column: name, what: what))
                }
                taken[field] = index
            } else if mapping.ignoreUnknown {
                passedOver.append(naming.title(name, index))
            } else {
                unknown.append((index, name))
            }
        }
        if taken.isEmpty, issues.isEmpty, !unknown.isEmpty { throw Self.nothingKnown(fields, kind, file) }
        for field in mapping.values.keys.sorted()
        where fields.contains(field) && taken[field] == nil && mapping.set[field] == nil {
            let what = "its values are mapped, but the file has no such column"
            issues.append(ImportIssue(file: file.name, line: file.headerLine, column: field, what: what))
        }
        issues += unknown.map { Self.unknown($0, naming, isOnly: unknown.count == 1, fields, kind, file) }
        if !issues.isEmpty { throw ImportRefused(issues) }
        for field in fields where taken[field] != nil || mapping.set[field] != nil {
            if mapping.set[field] == "" { continue }
            let column = taken[field]
            places.append(
                Place(
                    field: field,
                    column: column,
                    title: column.map { header[$0] } ?? field,
                    constant: mapping.set[field],
                    values: mapping.words(field)
                )
            )
        }
        if places.isEmpty { throw Self.nothingKnown(fields, kind, file) }
    }

    private struct MapFault: Error {
        let words: String
    }

    private static func column(named name: String, in header: [String]) throws(MapFault) -> Int {
        let wanted = name.trimmed
        var fitting = header.indices.filter { header[$0] == wanted }
        if fitting.isEmpty { fitting = header.indices.filter { Header.key(header[$0]) == Header.key(wanted) } }
        guard let first = fitting.first else { throw MapFault(words: "the file has no such column") }
        guard fitting.count == 1 else { throw MapFault(words: "the file has \(fitting.count) columns with this name") }
        return first
    }

    /// Fields of the mapping that the kind does not have.
    private static func strangers(
        in mapping: Mapping,
        _ fields: [String],
        _ kind: Noun,
        _ file: IncomingFile
    ) -> [ImportIssue] {
        let named = Set(mapping.columns.keys).union(mapping.set.keys).union(mapping.values.keys)
        return named.subtracting(fields + [Mapping.every]).sorted().map { field in
            let near = Header.nearest(to: field, among: fields)
            let advice =
                near.isEmpty
                ? "Fields: \(fields.joined(separator: ", "))" : "Did you mean \(near.joined(separator: ", "))?"
            let what = "\(kind.plural) have no field \"\(field)\""
            return ImportIssue(file: file.name, line: nil, what: what, advice: Advice(advice))
        }
    }

    /// How many columns of a header are fields, by their own name or by a mapping.
    private static func known(_ header: [String], _ fields: [String], _ mapping: Mapping) -> Int {
        let mapped = Set(mapping.columns.values.map(Header.key))
        return header.count { fields.contains(Mapping.fieldName($0)) || mapped.contains(Header.key($0)) && !$0.isEmpty }
    }

    /// A refusal of a first line that may be no header at all: its cells, which may be names, are not repeated.
    private static func nothingKnown(_ fields: [String], _ kind: Noun, _ file: IncomingFile) -> ImportRefused {
        let what = "the first line has no columns for \(kind.plural)"
        return ImportRefused([
            ImportIssue(file: file.name, line: file.headerLine, what: what, advice: Advice(ways(fields, kind)))
        ])
    }

    /// A column that no field is named like. Of several the nearest name stands beside each, and how to map them once.
    private static func unknown(
        _ column: (index: Int, name: String),
        _ naming: HeaderNaming,
        isOnly: Bool,
        _ fields: [String],
        _ kind: Noun,
        _ file: IncomingFile
    ) -> ImportIssue {
        let near = naming.isHeader ? Header.nearest(to: column.name, among: fields) : []
        var what = "unknown column"
        var advice = ways(fields, kind)
        if isOnly, let first = near.first {
            advice =
                "Map it: --map \(first)=\"\(column.name)\". Or ignore it: --ignore-unknown"
        } else if !isOnly, !near.isEmpty {
            what += ". Did you mean \(near.joined(separator: ", "))?"
        }
        return ImportIssue(
            file: file.name,
            line: file.headerLine,
            column: naming.title(column.name, column.index),
            what: what,
            advice: Advice(advice)
        )
    }

    private static func ways(_ fields: [String], _ kind: Noun) -> String {
        "Columns: \(fields.joined(separator: ",")). Map a column: --map FIELD=COLUMN. Ignore others: --ignore-unknown"
    }
}

extension Header {
    /// The fields of a kind, in the order of its native header.
    static func fields(of kind: Noun) -> [String] {
        if kind == .attendance { return AttendanceColumns.fields }
        return kind.type.fields.map(\.name)
    }

    /// A header without the column `problem` that a file of rejects has in the end, so that it goes in again.
    static func withoutProblems(_ header: [String], _ fields: [String]) -> [String] {
        guard !fields.contains("problem") else { return header }
        var rest = header[...]
        while let last = rest.last, key(last) == "problem" { rest.removeLast() }
        return Array(rest)
    }

    /// Whether a record is the native header of a kind, or what a mapping makes of it: some column is known, and no
    /// vendor's own header is.
    static func isNative(_ cells: [String], _ kind: Noun, _ mapping: Mapping) -> Bool {
        let fields = Set(fields(of: kind))
        let names = withoutProblems(cells, Self.fields(of: kind)).map { Mapping.fieldName($0) }.filter { !$0.isEmpty }
        let known = names.count { fields.contains($0) }
        if !mapping.columns.isEmpty {
            let keys = Set(cells.map(key))
            if mapping.columns.values.contains(where: { keys.contains(key($0)) }) { return true }
        }
        return known > 0 && known * 2 >= names.count && !names.contains { $0.contains("(") }
    }
}
