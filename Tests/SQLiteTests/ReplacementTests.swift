import Glibc
import Testing

@testable import SQLite

/// How a database gets its name, and how another one takes its place: all of it or nothing.
@Suite struct ReplacementTests {
    struct Stop: Error {}

    /// Whether `body` throws `Stop`. Closures that take a database are kept out of macros, which mix up their bodies.
    private func stops(_ body: () throws -> Void) -> Bool {
        do {
            try body()
            return false
        } catch {
            return error is Stop
        }
    }

    private func rows(_ path: String) throws -> [String] { try Database(path: path, mode: .readOnly).names() }

    @discardableResult
    private func rebuild(
        _ path: String,
        checking: (borrowing Database) throws -> Void = { _ in },
        keeping: (borrowing Database) throws -> Void = { _ in },
        changing: (consuming Database) throws -> Void = { try $0.execute("DELETE FROM plant WHERE id = 1") }
    ) throws -> String {
        try Database.rebuild(
            path,
            aside: path + ".old",
            wait: 0,
            watch: { _ in {} },
            checking: checking,
            keeping: keeping,
            changing: changing
        )
    }

    private func garden(_ folder: String) throws -> String {
        let path = folder + "/a.db"
        try Database.make(at: path, aside: path + ".aside") { try $0.plantGarden() }
        return path
    }

    @Test func `a database that is made is private, whole, and alone in its folder`() throws {
        try withFolder { folder in
            let path = folder + "/a.db"
            try Database.make(at: path, aside: path + ".aside") { database in
                try database.plantGarden()
                #expect(names(in: folder).allSatisfy { $0.hasPrefix("a.db.partial-") })
                #expect(try database.value("PRAGMA foreign_keys", as: Int.self) == 1)
            }
            #expect(names(in: folder) == ["a.db"])
            #expect(mode(of: path) == 0o600)
            #expect(try rows(path) == ["mint", "sage"])
        }
    }

    @Test func `what fails while it is made leaves nothing`() throws {
        try withFolder { folder in
            let isStopped = stops {
                try Database.make(at: folder + "/a.db", aside: folder + "/aside") { database in
                    try database.plantGarden()
                    throw Stop()
                }
            }
            #expect(isStopped)
            #expect(names(in: folder) == [])
        }
    }

    @Test func `a database is never made over a file, also one that came meanwhile`() throws {
        try withFolder { folder in
            let path = try garden(folder)
            let other = folder + "/b.db"
            for target in [path, other] {
                let error = failure {
                    try Database.make(at: target, aside: folder + "/aside") { database in
                        try database.plantGarden()
                        write("a letter", to: other)
                    }
                }
                #expect(error?.systemError == EEXIST)
            }
            #expect(try rows(path) == ["mint", "sage"])
            #expect(bytes(of: other) == Array("a letter".utf8))
            #expect(names(in: folder) == ["a.db", "b.db"])
        }
    }

    @Test func `a journal of a file that is gone is no part of a new one`() throws {
        try withFolder { folder in
            let path = folder + "/a.db"
            write("left over", to: path + "-journal")
            try Database.make(at: path, aside: folder + "/aside") { try $0.plantGarden() }
            #expect(names(in: folder) == ["a.db", "aside-journal"])
            #expect(try rows(path) == ["mint", "sage"])
        }
    }

    @Test func `a transaction that is undone before a file has its name leaves it sound`() throws {
        try withFolder { folder in
            let path = folder + "/a.db"
            try Database.make(at: path, aside: folder + "/aside") { database in
                try database.plantGarden()
                _ = failure {
                    try database.write {
                        // More than the cache holds, so that pages reach the file before they are undone.
                        try database.connection.control("PRAGMA cache_size=5")
                        for index in 0..<400 {
                            let name = "bed \(index) \(String(repeating: "x", count: 3_000))"
                            try database.execute("INSERT INTO bed (name) VALUES (\(name))")
                        }
                        try database.execute("INSERT INTO plant (name) VALUES ('sage')")
                    }
                }
            }
            let made = try Database(path: path, mode: .readOnly)
            #expect(try made.value("PRAGMA integrity_check", as: String.self) == "ok")
            #expect(try made.value("SELECT count(*) FROM bed", as: Int.self) == 2)
        }
    }

    @Test func `a COMMIT that fails before a file has its name stores nothing for certain`() throws {
        try withFolder { folder in
            let error = failure {
                try Database.make(at: folder + "/a.db", aside: folder + "/aside") { database in
                    try database.plantGarden()
                    var error = DatabaseError(code: .inputOutput, message: "")
                    error.isCommitUncertain = true
                    throw error
                }
            }
            #expect(error?.code == .inputOutput)
            #expect(error?.isCommitUncertain == false)
        }
    }

    @Test func `a file is replaced by what was made of it, and kept as it was`() throws {
        try withFolder { folder in
            let path = try garden(folder)
            chmod(path, 0o640)
            let before = bytes(of: path)
            #expect(try rebuild(path) == path + ".old")
            #expect(try rows(path) == ["sage"])
            #expect(try rows(path + ".old") == ["mint", "sage"])
            #expect(mode(of: path) == 0o640)
            #expect(mode(of: path + ".old") == 0o640)
            #expect(names(in: folder) == ["a.db", "a.db.old"])
            #expect(bytes(of: path) != before)
        }
    }

    @Test func `what is kept never takes the name of another file`() throws {
        try withFolder { folder in
            let path = try garden(folder)
            write("a letter", to: path + ".old")
            #expect(try rebuild(path) == path + ".old-2")
            #expect(try rebuild(path) == path + ".old-3")
            #expect(try rows(path + ".old-2") == ["mint", "sage"])
            #expect(bytes(of: path + ".old") == Array("a letter".utf8))
        }
    }

    @Test(arguments: 0..<3) func `whatever refuses a file leaves it as it was, and nothing beside it`(place: Int) throws
    {
        try withFolder { folder in
            let path = try garden(folder)
            let before = bytes(of: path)
            let isStopped = stops {
                try rebuild(
                    path,
                    checking: { _ in if place == 0 { throw Stop() } },
                    keeping: { _ in if place == 1 { throw Stop() } },
                    changing: { copy in
                        try copy.execute("DELETE FROM plant")
                        throw Stop()
                    }
                )
            }
            #expect(isStopped)
            #expect(bytes(of: path) == before, "the file has changed")
            #expect(names(in: folder) == ["a.db"])
        }
    }

    @Test func `nobody writes to a file that is being replaced, and whoever waited is told`() throws {
        try withFolder { folder in
            let path = try garden(folder)
            let other = try Database(path: path, mode: .readWrite, wait: 0)
            let seen: (consuming Database) throws -> Void = { copy in
                #expect(failure { try other.execute("DELETE FROM plant") }?.isBusy == true)
                #expect(try other.names() == ["mint", "sage"])
                try copy.execute("DELETE FROM plant WHERE id = 1")
            }
            try rebuild(path, changing: seen)
            #expect(failure { try other.execute("DELETE FROM plant") }?.code == .readOnlyDatabaseMoved)
            #expect(try rows(path) == ["sage"])
        }
    }

    @Test func `a file that somebody writes to is not replaced`() throws {
        try withFolder { folder in
            let path = try garden(folder)
            let other = try Database(path: path, mode: .readWrite)
            try other.write {
                try other.execute("DELETE FROM plant WHERE id = 2")
                #expect(failure { try rebuild(path) }?.isBusy == true)
            }
            #expect(try rows(path) == ["mint"])
            #expect(names(in: folder) == ["a.db"])
        }
    }

    @Test func `a request to stop is heard at each step`() throws {
        for step in 0..<4 {
            try withFolder { folder in
                let path = try garden(folder)
                let before = bytes(of: path)
                var count = 0
                let error = failure {
                    _ = try Database.rebuild(
                        path,
                        aside: path + ".old",
                        wait: 0,
                        watch: { interrupt in
                            if count == step { interrupt.interrupt() }
                            count += 1
                            return {}
                        },
                        checking: { _ = try $0.names() },
                        keeping: { _ = try $0.names() },
                        changing: { try $0.execute("DELETE FROM plant") }
                    )
                }
                #expect(error?.isInterrupted == true, "step \(step)")
                #expect(bytes(of: path) == before, "the file has changed")
                #expect(names(in: folder) == ["a.db"])
            }
        }
    }
}
