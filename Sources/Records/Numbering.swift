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
            throw RecordError.absent(
                "import \(number) doesn't exist",
                advice: Advice("To see them", .perform(.listImports))
            )
        }
        return id
    }

    /// The row id of an import as somebody names it: by its number, or as the last one that stands.
    package func importID(typed text: String) throws -> Int64 {
        let word = text.trimmed.lowercased()
        if word == "last" {
            if let id = try lastImport() { return id }
            throw RecordError.absent("there are no imports yet", advice: Advice("To see them", .perform(.listImports)))
        }
        guard let number = Int64(word), 1...Int64(UInt32.max) ~= number else {
            let problem = "is \"\(text.clipped)\". Use a number, such as 3, or last."
            throw RecordError.invalid(field: "import", problem: problem)
        }
        return try importID(ofNumber: number)
    }
}
