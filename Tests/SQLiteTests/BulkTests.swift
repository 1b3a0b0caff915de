import SQLite
import Testing

@Suite struct BulkTests {
    @Test(arguments: [0, 1, 50, 300]) func `a bulk insert stores what single inserts store`(_ count: Int) throws {
        let single = try Database.garden()
        let bulk = try Database.garden()
        let many = try Database.garden()
        // Texts of very different lengths pass the statement's own memory and its growth.
        let texts = (0..<count).map { String(repeating: "é\($0) ", count: $0 % 7 * $0 % 400) + "#\($0)" }
        try single.write {
            for text in texts { try single.execute("INSERT INTO plant (name, height, note) VALUES (\(text), 1, NULL)") }
        }
        try bulk.write {
            try bulk.prepared("INSERT INTO plant (name, height, note) VALUES (?, ?, ?)") { insert in
                for text in texts { try insert.insert(text, 1.0, nil as [UInt8]?) }
            }
        }
        try many.write {
            try many.prepared("INSERT INTO plant (name, height, note) VALUES (?, ?, ?)") { insert in
                for text in texts {
                    var copy = text
                    _ = try copy.withUTF8 { try insert.insert(Bytes(UnsafeRawBufferPointer($0)), 1.0, nil as String?) }
                }
            }
        }
        let query: SQL = "SELECT name, height, note FROM plant ORDER BY id"
        let expected = try single.all(query) { row in [try row.value(0), try row.value(1), try row.value(2)] }
        #expect(try bulk.all(query) { row in [try row.value(0), try row.value(1), try row.value(2)] } == expected)
        #expect(try many.all(query) { row in [try row.value(0), try row.value(1), try row.value(2)] } == expected)
        #expect(expected.count == count + 2)
    }

    @Test func `many rows go into one insert`() throws {
        let database = try Database.garden()
        try database.prepared("INSERT INTO bed VALUES (?, ?), (?, ?), (?, ?)") { insert in
            #expect(insert.parameterCount == 6)
            try insert.run { binder in
                for index in 10...12 {
                    binder.append(index)
                    binder.append("bed \(index)")
                }
            }
            #expect(failure { try insert.run { binder in binder.append(1) } }?.code == .range)
        }
        #expect(try database.value("SELECT group_concat(name) FROM bed WHERE id > 9") == "bed 10,bed 11,bed 12")
    }

    @Test func `a row that is refused does not spoil the next`() throws {
        let database = try Database.garden()
        try database.write {
            try database.prepared("INSERT INTO plant (name, height) VALUES (?, ?)") { insert in
                #expect(failure { try insert.insert("dill", -1.0) }?.constraint == "plant_height_is_positive")
                #expect(failure { try insert.insert("dill") }?.code == .range)
                let id = try insert.insert("dill", 1.0)
                #expect(id == 3)
            }
        }
        #expect(try database.names() == ["mint", "sage", "dill"])
    }

    @Test func `a held statement looks up many values`() throws {
        let database = try Database.garden()
        let found = try database.prepared("SELECT id, name FROM plant WHERE name = ?") { find in
            var seen: [String] = []
            try find.forEach("sage") { row in seen.append(try row.text(1)) }
            #expect(seen == ["sage"])
            #expect(try find.one("mint") { row in try row[1] as String } == "mint")
            return ["mint", "dill", "sage"].map { name in failureOr { try find.value(name, as: Int.self) } }
        }
        #expect(found == [1, nil, 2])
    }

    private func failureOr<T>(_ body: () throws -> T?) -> T? {
        do {
            return try body()
        } catch {
            Issue.record(error)
            return nil
        }
    }
}
