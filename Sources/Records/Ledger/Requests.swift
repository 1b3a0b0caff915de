import Files
import SQLite

/// How many requests a record remembers: a form is sent again within minutes, or not at all.
private let mostKept = 500

extension Store {
    /// The entry that a form with this id made; nil where none did.
    package func requestedEntry(_ form: String) throws -> Int64? {
        try database.value("SELECT history_id FROM request WHERE form = \(Self.digest(form))", as: Int64.self)
    }

    /// Keeps with the change under way that a form with this id asked for it.
    package func keep(request form: String) throws {
        guard let current else { return }
        try database.execute("INSERT INTO request (form, history_id) VALUES (\(Self.digest(form)), \(current.id))")
        try database.execute(
            """
            DELETE FROM request WHERE history_id <= (
                SELECT history_id FROM request ORDER BY history_id DESC LIMIT 1 OFFSET \(mostKept))
            """
        )
    }

    private static func digest(_ form: String) -> [UInt8] {
        var digest = Digest()
        digest.update(field: form)
        return digest.finished()
    }
}
