import SQLite

extension Store {
    /// The number under which people see an import or an entry of the history: its row id without the file's origin.
    package static func number(of id: Int64) -> Int64 { id & 0xFFFF_FFFF }

    /// The row id of the import of this number.
    ///
    /// - Throws: `RecordError.absent` where there is none.
    package func importID(ofNumber number: Int64) throws -> Int64 {
        let own = program.origin << 32 | number
        let id = try database.value(
            "SELECT id FROM import WHERE id = \(own) OR id = \(number) OR id & 4294967295 = \(number) ORDER BY id = \(own) DESC",
            as: Int64.self
        )
        guard let id else {
            throw RecordError.absent("there is no import \(number)", advice: Advice("See", .perform(.listImports)))
        }
        return id
    }
}
