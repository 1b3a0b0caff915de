import Glibc
import SQLite
import Testing

@Suite struct BackupTests {
    @Test func `a backup equals its source, is private, and leaves nothing beside it`() throws {
        try withFolder { folder in
            let database = try Database(path: folder + "/a.db", mode: .create)
            try database.plantGarden()
            try database.write {
                try database.prepared("INSERT INTO bed (name) VALUES (?)") { insert in
                    for index in 0..<20_000 {
                        try insert.insert("bed number \(index) \(String(repeating: "x", count: 400))")
                    }
                }
            }
            try database.backup(to: folder + "/b.db")
            #expect(mode(of: folder + "/b.db") == 0o600)
            #expect(names(in: folder) == ["a.db", "b.db"])
            let copy = try Database(path: folder + "/b.db", mode: .readOnly)
            let query: SQL = "SELECT id, name FROM bed ORDER BY id"
            let rows = try database.all(query) { row in "\(try row[0] as Int) \(try row.text(1))" }
            #expect(try copy.all(query) { row in "\(try row[0] as Int) \(try row.text(1))" } == rows)
            #expect(try copy.schemaText() == database.schemaText())
            #expect(try copy.value("PRAGMA integrity_check", as: String.self) == "ok")
        }
    }

    @Test func `an existing file is kept unless asked, the database itself always`() throws {
        try withFolder { folder in
            let database = try Database(path: folder + "/a.db", mode: .create)
            try database.plantGarden()
            try database.backup(to: folder + "/b.db")
            try database.write { try database.execute("DELETE FROM plant WHERE id = 1") }
            #expect(failure { try database.backup(to: folder + "/b.db") }?.systemError == EEXIST)
            #expect(try Database(path: folder + "/b.db", mode: .readOnly).names() == ["mint", "sage"])
            try database.backup(to: folder + "/b.db", replacing: true)
            #expect(try Database(path: folder + "/b.db", mode: .readOnly).names() == ["sage"])
            link(folder + "/a.db", folder + "/c.db")
            for name in ["/a.db", "/c.db"] {
                #expect(failure { try database.backup(to: folder + name, replacing: true) }?.systemError == EEXIST)
            }
        }
    }

    @Test func `a backup that cannot be made leaves nothing`() throws {
        try withFolder { folder in
            let database = try Database.garden()
            database.interrupt.interrupt()
            #expect(failure { try database.backup(to: folder + "/b.db") }?.isInterrupted == true)
            #expect(failure { try database.backup(to: folder + "/none/b.db") }?.code == .cannotOpen)
            #expect(names(in: folder) == [])
        }
    }

    @Test func `a copy in memory is a snapshot`() throws {
        let database = try Database.garden()
        let snapshot = try Database(inMemory: ())
        try database.copy(to: snapshot)
        try database.execute("DELETE FROM plant")
        #expect(try snapshot.names() == ["mint", "sage"])
    }
}
