import SQLite
import Testing

@Suite struct HookTests {
    @Test func `the observer sees exact old and new values`() throws {
        let database = try Database.garden()
        var seen: [String] = []
        database.observeChanges { change in
            let columns = 0..<change.columnCount
            var old: [String] = []
            var new: [String] = []
            for index in columns where change.kind != .inserted { old.append(text { try change.old(index) }) }
            for index in columns where change.kind != .removed { new.append(text { try change.new(index) }) }
            seen.append("\(change.kind) \(change.table) \(old) \(new)")
        }
        try database.write {
            try database.execute("INSERT INTO plant VALUES (3, 'dill', 1.5, 1, x'01')")
            try database.execute("UPDATE plant SET height = NULL, id = 4 WHERE id = 3")
            try database.execute("DELETE FROM plant WHERE id = 4")
            try database.execute("UPDATE bed SET name = 'east' WHERE id = 1")
        }
        database.observeChanges(nil)
        try database.execute("DELETE FROM plant")
        #expect(
            seen == [
                #"inserted plant [] ["3", "dill", "1.5", "1", "[1]"]"#,
                #"updated plant ["3", "dill", "1.5", "1", "[1]"] ["4", "dill", "NULL", "1", "[1]"]"#,
                #"removed plant ["4", "dill", "NULL", "1", "[1]"] []"#,
                #"updated bed ["1", "north"] ["1", "east"]"#,
            ]
        )
    }

    @Test func `the observer sees every row of a table that is emptied, also by an older statement`() throws {
        let database = try Database.garden()
        #expect(
            failure {
                try database.write {
                    try database.execute("DELETE FROM plant"); throw Stop()
                }
            } == nil
        )
        var ids: [Int64] = []
        database.observeChanges { change in ids.append(change.oldRowID) }
        try database.execute("DELETE FROM plant")
        #expect(ids == [1, 2])
    }

    @Test func `a table without row ids is observed too, and asking for what is not there is an error`() throws {
        let database = try Database(inMemory: ())
        try database.execute("CREATE TABLE pair (a INTEGER, b TEXT, PRIMARY KEY (a, b)) STRICT, WITHOUT ROWID")
        var seen: [SQLValue] = []
        var codes: [ResultCode?] = []
        database.observeChanges { change in
            codes.append(failure { _ = try change.old(0) }?.code)
            codes.append(failure { _ = try change.new(2) }?.code.primary)
            for index in 0..<2 { seen.append(orNull { try change.new(index) }) }
        }
        try database.execute("INSERT INTO pair (b, a) VALUES ('x', 5)")
        #expect(seen == [.integer(5), .text("x")])
        #expect(codes == [.misuse, .range])
    }

    @Test func `an interrupt at any moment leaves the database as it was`() throws {
        let database = try Database.garden()
        let before = try database.names()
        var interruptions = 0
        for moment in 1... {
            var calls = 0
            database.onProgress(everyInstructions: 1) {
                calls += 1
                return calls == moment
            }
            let error = failure {
                try database.write {
                    try database.execute("INSERT INTO plant (name, height) VALUES ('dill', 1)")
                    try database.execute("UPDATE plant SET name = name || '!' WHERE height < 1")
                    try database.prepared("INSERT INTO plant (name) VALUES (?)") { insert in
                        for name in ["basil", "thyme"] { try insert.insert(name) }
                    }
                }
            }
            database.onProgress(everyInstructions: 0, nil)
            try #require(database.isInTransaction == false)
            guard let error else { break }
            interruptions += 1
            try #require(error.isInterrupted)
            try #require(try database.names() == before, "moment \(moment)")
        }
        #expect(interruptions > 30)
        #expect(try database.names() == ["mint!", "sage!", "dill", "basil", "thyme"])
    }

    @Test func `a request to stop holds until it is cleared`() throws {
        let database = try Database.garden()
        let interrupt = database.interrupt
        var rows = 0
        let error = failure {
            try database.write {
                try database.execute("DELETE FROM plant")
                try database.forEach("SELECT id FROM bed") { _ in
                    rows += 1
                    interrupt.interrupt()
                }
            }
        }
        #expect(error?.isInterrupted == true)
        #expect(rows == 1)
        #expect(failure { try database.execute("SELECT 1") }?.isInterrupted == true)
        interrupt.clear()
        #expect(try database.names() == ["mint", "sage"])
    }

    @Test func `an interrupt after the end of its connection does nothing`() throws {
        func handle() throws -> Interrupt { try Database(inMemory: ()).interrupt }
        try handle().interrupt()
    }

    private struct Stop: Error {}

    private func orNull(_ body: () throws -> SQLValue) -> SQLValue {
        do {
            return try body()
        } catch {
            Issue.record(error)
            return .null
        }
    }

    private func text(_ value: () throws -> SQLValue) -> String {
        switch orNull(value) {
        case .null: "NULL"
        case .integer(let number): "\(number)"
        case .real(let number): "\(number)"
        case .text(let text): text
        case .blob(let bytes): "\(bytes)"
        }
    }
}
