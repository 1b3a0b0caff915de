import SQLite

/// A kind of place in which a name stands that nobody but staff can judge: "recommendation text", and how often.
package struct NamePlace: Equatable, Sendable {
    /// What the place is called.
    package let place: String
    /// How many texts hold the name.
    package internal(set) var count: Int
    /// The records that hold it, as far as they can be named without the name.
    package internal(set) var records: [String]

    /// The place of earlier values of the history.
    static let history = "earlier values in the history"
}

extension Store {
    /// Where one of these names stands in a text that people wrote, in the order of the schema; `except` leaves places
    /// out by table, column and key.
    ///
    /// Every text column of every table is looked at, so that a table that comes later is looked at too.
    func places(of names: NameSet, except: (String, String, String) -> Bool = { _, _, _ in false }) throws
        -> [NamePlace]
    {
        if names.isEmpty { return [] }
        var places: [NamePlace] = []
        let shapes = try self.shapes.get()
        for table in try database.tables() where !Self.withoutWords.contains(table.name) {
            let columns = try database.columns(ofTable: table.name)
            let keys = columns.filter { $0.primaryKeyPosition > 0 }
                .sorted { $0.primaryKeyPosition < $1.primaryKeyPosition }
            let key = keys.map { "\(identifier: $0.identifier)" as SQL }.joined(separator: " || ',' || ")
            for column in columns where Self.mayHoldWords(column) {
                var place = NamePlace(place: Self.place(table.name, column.name, shapes), count: 0, records: [])
                try database.forEach(
                    """
                    SELECT \(identifier: column.identifier), CAST(\(keys.isEmpty ? "rowid" : key) AS TEXT)
                    FROM \(identifier: table) WHERE \(identifier: column.identifier) IS NOT NULL
                    """
                ) { row in
                    let (text, key): (String, String) = (try row[0], try row[1])
                    guard names.isIn(text), !except(table.name, column.name, key) else { return }
                    place.count += 1
                    guard let record = try recordName(table.name, key, names) else { return }
                    if !place.records.contains(record) { place.records.append(record) }
                }
                if place.count > 0 { places.append(place) }
            }
        }
        return places + (try placesInHistory(of: names))
    }

    /// Values of the history that hold one of the names, and accounts that are called so.
    private func placesInHistory(of names: NameSet) throws -> [NamePlace] {
        var (values, accounts) = (0, 0)
        try database.forEach(
            """
            SELECT record_table, record_key, old, new FROM history_value
            WHERE typeof(old) = 'text' OR typeof(new) = 'text' OR record_table = 'retired_ref'
            """
        ) { row in
            let table: String = try row[0]
            var texts = [try row.value(2), try row.value(3)].compactMap(\.asText)
            if table == "retired_ref" { texts.append(try row[1]) }
            if texts.contains(where: { names.isIn($0) }) { values += 1 }
        }
        try database.forEach("SELECT account, count(*) FROM history GROUP BY account") { row in
            if names.isIn(try row.text(0)) { accounts += try row[1] }
        }
        return [
            NamePlace(place: NamePlace.history, count: values, records: []),
            NamePlace(place: "entries in the history by an account of that name", count: accounts, records: []),
        ].filter { $0.count > 0 }
    }

    /// The ref by which people find a row; nil where it holds the name itself, or there is none.
    private func recordName(_ table: String, _ key: String, _ names: NameSet) throws -> String? {
        guard let name = try self.name(table, key), !names.isIn(name) else { return nil }
        // "session topic of 2026-11-10-cci" and "session 2026-11-10-cci" are both about the session.
        return name.firstRange(of: " of ").map { String(name[$0.upperBound...]) }
            ?? name.split(separator: " ").last.map(String.init)
    }

    /// Tables in which nobody writes words of their own, and those of the history, which are looked at apart.
    private static let withoutWords: Set<String> = [
        "history", "history_value", "migration", "code", "code_list", "forgotten_email", "matching",
        "evaluation", "evaluation_element", "evaluation_match",
    ]

    private static func mayHoldWords(_ column: Column) -> Bool {
        column.type == "TEXT" && !column.name.hasSuffix("_on") && !column.name.hasSuffix("_at")
            && !["sha256", "time_zone", "as_of", "filled_from", "filled_to"].contains(column.name)
    }

    /// `recommendation text`, `outlet owner`, `session topic`.
    private static func place(_ table: String, _ column: String, _ shapes: [String: TableShape]) -> String {
        let table = table.replacingUnderscores
        switch table {
        case "answer text": return "answer in an evaluation"
        case "import" where column == "file": return "name of an imported file"
        case "retired ref": return "ref of a removed record"
        default: break
        }
        let isOnlyWord = shapes[String(table.map { $0 == " " ? "_" : $0 })]?.parent != nil
        return isOnlyWord && ["title", "text", "name", "topic"].contains(column)
            ? table : "\(table) \(column.replacingUnderscores)"
    }
}

extension SQLValue {
    /// The text that it is; nil for anything else.
    var asText: String? {
        if case .text(let text) = self { text } else { nil }
    }
}
