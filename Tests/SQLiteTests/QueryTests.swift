import SQLite
import Testing

@Suite struct QueryTests {
    @Test func `each type comes back as it went in`() throws {
        let database = try Database.garden()
        try database.execute("INSERT INTO plant VALUES (7, \("thyme"), \(1.5), \(2 as Int?), \([1, 0, 2] as [UInt8]))")
        let found: Bool? = try database.one("SELECT id, name, height, bed, note, 1 FROM plant WHERE id = 7") { row in
            #expect(try row[0] == 7)
            #expect(try row[0] as Int64 == 7)
            #expect(try row.text(1) == "thyme")
            #expect(try row[2] == 1.5)
            #expect(try row[3] as Int? == 2)
            #expect(try row[4] as [UInt8] == [1, 0, 2])
            #expect(try row.value(1) == .text("thyme"))
            #expect(row.name(2) == "height")
            return try row[5]
        }
        #expect(found == true)
    }

    @Test func `empty text and empty blobs are not NULL`() throws {
        let database = try Database(inMemory: ())
        let row = try database.one("SELECT \(""), \([] as [UInt8]), \(nil as String?)") { row in
            [try row.value(0), try row.value(1), try row.value(2)]
        }
        #expect(row == [.text(""), .blob([]), .null])
    }

    @Test(arguments: [
        "x'); DROP TABLE plant; --", "' OR ''='", "?1 ?", "\"", "e\u{301}\u{202e}🌱", "line\nline", ":name @x $y",
    ])
    func `interpolation binds hostile text`(_ text: String) throws {
        let database = try Database.garden()
        try database.execute("UPDATE plant SET name = \(text) WHERE id = 1")
        #expect(try database.value("SELECT id FROM plant WHERE name = \(text)", as: Int.self) == 1)
        #expect(try database.value("SELECT count(*) FROM plant", as: Int.self) == 2)
    }

    @Test func `statements nest, join and list with their values in order`() throws {
        let database = try Database.garden()
        let conditions: [SQL] = ["id > \(0)", "name IN \(SQL.list(["mint", "dill"]))", "height < \(2.0)"]
        let column: Identifier = "name"
        let query: SQL = "SELECT \(identifier: column) FROM plant WHERE \(conditions.joined(separator: " AND "))"
        #expect(query.text == "SELECT \"name\" FROM plant WHERE id > ? AND name IN (?, ?) AND height < ?")
        #expect(query.values == [.integer(0), .text("mint"), .text("dill"), .real(2)])
        #expect(try database.value(query, as: String.self) == "mint")
        #expect(
            try database.value("SELECT count(*) FROM plant WHERE id IN \(SQL.list([] as [Int]))", as: Int.self) == 0
        )
    }

    @Test func `a cell of another class is an error that names the column and not the value`() throws {
        let database = try Database.garden()
        let error = failure { _ = try database.value("SELECT name AS who FROM plant", as: Int.self) }
        #expect(error?.code == .mismatch)
        #expect(error?.message == "who is TEXT, expected INTEGER")
        #expect(failure { _ = try database.value("SELECT NULL", as: String.self) }?.code == .mismatch)
        #expect(failure { _ = try database.value("SELECT 1", as: [UInt8].self) }?.code == .mismatch)
        #expect(failure { _ = try database.value("SELECT 'x'", as: Double?.self) }?.code == .mismatch)
        #expect(try database.value("SELECT 3", as: Double.self) == 3)
        #expect(try database.value("SELECT NULL", as: Int?.self) == .some(nil))
    }

    @Test(arguments: [Int64.max, .min, 1 << 54 + 1, -(1 << 54) - 1])
    func `a number that can't be counted with is a mismatch, and can still name a row`(number: Int64) throws {
        let database = try Database.garden()
        #expect(try database.value("SELECT \(number)", as: Int64.self) == number)
        let errors = [
            failure { _ = try database.value("SELECT \(number)", as: Int.self) },
            failure { _ = try database.value("SELECT \(number)", as: Int?.self) },
            failure { _ = try database.all("SELECT \(number)") { try $0[0] as Int } },
        ]
        #expect(errors.map(\.?.isMistaken) == [true, true, true])
        #expect(try database.value("SELECT 1 << 54", as: Int.self) == 1 << 54)
    }

    @Test func `a sum that overflows is a mistake of the file`() throws {
        let database = try Database.garden()
        let most = Int64.max
        let error = failure {
            _ = try database.value("SELECT sum(column1) FROM (VALUES (\(most)), (1))", as: Int64.self)
        }
        #expect(error?.isMistaken == true)
        #expect(failure { _ = try database.value("SELECT absent", as: Int.self) }?.isMistaken == false)
    }

    @Test func `a column that is not there is an error`() throws {
        let database = try Database.garden()
        for index in [-1, 1, Int.max] {
            let error = failure { _ = try database.one("SELECT 1") { row in try row[index] as Int? } }
            #expect(error?.code == .range)
        }
    }

    @Test func `bytes are lent without a copy`() throws {
        let database = try Database.garden()
        let lengths = try database.all("SELECT name, note, id FROM plant WHERE id = 2") { row in
            let text = try row.withBytes(0) { Array($0) }
            let blob = try row.withSpan(1) { span in span.count }
            let number = try row.withBytes(2) { Array($0) }
            return [text, [UInt8(blob)], number]
        }
        #expect(lengths == [[Array("sage".utf8), [2], Array("2".utf8)]])
    }

    @Test func `a query inside the loop over the same query has a statement of its own`() throws {
        let database = try Database.garden()
        var pairs: [String] = []
        try database.forEach("SELECT name FROM plant ORDER BY id") { outer in
            let left = try outer.text(0)
            try database.forEach("SELECT name FROM plant ORDER BY id") { inner in
                pairs.append(left + "-" + (try inner.text(0)))
            }
        }
        #expect(pairs == ["mint-mint", "mint-sage", "sage-mint", "sage-sage"])
    }

    @Test func `a closure that throws leaves no statement open`() throws {
        struct Stop: Error {}
        let database = try Database.garden()
        #expect(throws: Stop.self) {
            try database.forEach("SELECT name FROM plant") { _ in throw Stop() }
        }
        // A table with a running reader cannot be dropped.
        try database.execute("DROP TABLE plant")
    }

    @Test func `one and value leave no statement open after the first row`() throws {
        let database = try Database.garden()
        #expect(try database.value("SELECT name FROM plant ORDER BY id", as: String.self) == "mint")
        #expect(try database.one("SELECT id FROM plant WHERE id > \(5)") { row in try row[0] as Int } == nil)
        try database.execute("DROP TABLE plant")
    }

    @Test func `an insert that returns a row is done although one row is asked for`() throws {
        let database = try Database.garden()
        let id = try database.value("INSERT INTO bed (name) VALUES ('east'), ('west') RETURNING id", as: Int.self)
        #expect(id == 3)
        #expect(try database.value("SELECT count(*) FROM bed", as: Int.self) == 4)
    }

    @Test(
        arguments: [
            ("SELECT 1; SELECT 2", ResultCode.misuse), ("", .misuse), ("-- nothing", .misuse), ("SELEC 1", .error),
            ("SELECT ?", .range), ("SELECT \"no_such\"", .error),
        ] as [(SQL, ResultCode)]
    )
    func `what is not one whole statement is refused`(_ sql: SQL, _ code: ResultCode) throws {
        let database = try Database(inMemory: ())
        let error = failure { try database.execute(sql) }
        #expect(error?.code == code)
        #expect(error?.sql == sql.text)
    }

    @Test func `a semicolon and a comment may follow a statement`() throws {
        let database = try Database(inMemory: ())
        #expect(try database.value("SELECT 1; -- done", as: Int.self) == 1)
    }

    @Test func `more statements than the cache holds do no harm`() throws {
        let database = try Database(inMemory: ())
        for round in 0..<2 {
            for count in 1...200 {
                let query: SQL = "SELECT count(*) FROM (SELECT 1) WHERE 1 IN \(SQL.list(Array(1...count)))"
                #expect(try database.value(query, as: Int.self) == 1, "round \(round)")
            }
        }
    }

    @Test func `a script runs all its statements`() throws {
        let database = try Database(inMemory: ())
        try database.executeScript(Array("CREATE TABLE a (x); -- one\nINSERT INTO a VALUES (1), (2);\n\n".utf8))
        #expect(try database.value("SELECT sum(x) FROM a", as: Int.self) == 3)
        let error = failure { try database.executeScript(Array("SELECT 1; SELEC 2".utf8)) }
        #expect(error?.code == .error)
    }
}
