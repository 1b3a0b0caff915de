import Glibc
import SQLite
import Testing

@Suite struct FileTests {
    @Test func `a new file has mode 0600 and must not have existed`() throws {
        try withFolder { folder in
            let path = folder + "/a.db"
            do {
                let database = try Database(path: path, mode: .create)
                try database.plantGarden()
                #expect(database.path == path)
            }
            #expect(mode(of: path) == 0o600)
            #expect(names(in: folder) == ["a.db"])
            #expect(failure { _ = try Database(path: path, mode: .create) }?.systemError == EEXIST)
            #expect(try Database(path: path, mode: .readWrite).names() == ["mint", "sage"])
        }
    }

    @Test func `a file that is not there is neither opened nor made`() throws {
        try withFolder { folder in
            for mode in [Database.Mode.readOnly, .readWrite] {
                #expect(failure { _ = try Database(path: folder + "/none", mode: mode) }?.code == .cannotOpen)
            }
            #expect(names(in: folder) == [])
        }
    }

    @Test(arguments: [":memory:", "file:x?mode=memory", "", "a\0b"])
    func `special names of SQLite are names of files`(_ name: String) {
        #expect(failure { _ = try Database(path: name, mode: .readWrite) }?.code == .cannotOpen)
    }

    @Test func `a folder, a pipe and a text file are refused`() throws {
        try withFolder { folder in
            mkfifo(folder + "/pipe", 0o600)
            #expect(failure { _ = try Database(path: folder, mode: .readOnly) }?.code == .cannotOpen)
            #expect(failure { _ = try Database(path: folder + "/pipe", mode: .readOnly) }?.code == .cannotOpen)
            write(String(repeating: "not a database\n", count: 100), to: folder + "/text")
            #expect(failure { _ = try Database(path: folder + "/text", mode: .readOnly) }?.code == .notADatabase)
        }
    }

    @Test func `reading changes nothing and makes nothing`() throws {
        try withFolder { folder in
            let path = folder + "/a.db"
            do { try Database(path: path, mode: .create).plantGarden() }
            let before = bytes(of: path)
            do {
                let reader = try Database(path: path, mode: .readOnly)
                #expect(try reader.read { try reader.names() } == ["mint", "sage"])
                #expect(failure { try reader.execute("DELETE FROM plant") }?.code == .readOnly)
                #expect(names(in: folder) == ["a.db"])
            }
            #expect(bytes(of: path) == before)
        }
    }

    @Test func `every connection is set as it should be`() throws {
        try withFolder { folder in
            let database = try Database(path: folder + "/a.db", mode: .create)
            #expect(try database.value("PRAGMA journal_mode", as: String.self) == "delete")
            #expect(try database.value("PRAGMA synchronous", as: Int.self) == 3)
            #expect(try database.value("PRAGMA secure_delete", as: Int.self) == 1)
            #expect(try database.value("PRAGMA cell_size_check", as: Int.self) == 1)
            #expect(try database.value("PRAGMA temp_store", as: Int.self) == 2)
            #expect(try database.value("PRAGMA foreign_keys", as: Int.self) == 1)
            #expect(try database.value("PRAGMA trusted_schema", as: Int.self) == 0)
            #expect(failure { try database.execute("SELECT load_extension('x')") } != nil)
            #expect(failure { try database.execute("PRAGMA writable_schema=ON; ") } == nil)
            #expect(failure { try database.execute("UPDATE sqlite_schema SET sql = ''") } != nil)
        }
    }

    @Test func `a file that took the path of an open one is not written to`() throws {
        try withFolder { folder in
            let path = folder + "/a.db"
            let database = try Database(path: path, mode: .create)
            try database.plantGarden()
            rename(path, folder + "/b.db")
            do { try Database(path: path, mode: .create).plantGarden() }
            let error = failure { try database.write { try database.execute("DELETE FROM plant") } }
            #expect(error?.code == .readOnlyDatabaseMoved)
            #expect(try Database(path: path, mode: .readOnly).names() == ["mint", "sage"])
        }
    }

    @Test func `a second writer is told that the file is busy, and later gets its turn`() throws {
        try withFolder { folder in
            let first = try Database(path: folder + "/a.db", mode: .create)
            try first.plantGarden()
            let second = try Database(path: folder + "/a.db", mode: .readWrite, wait: 0)
            try first.write {
                try first.execute("DELETE FROM plant WHERE id = 1")
                let error = failure { try second.write { try second.execute("DELETE FROM plant") } }
                #expect(error?.isBusy == true)
                #expect(second.isInTransaction == false)
                #expect(try second.names() == ["mint", "sage"])
            }
            try second.write { try second.execute("DELETE FROM bed WHERE id = 1") }
            #expect(try second.names() == ["sage"])
        }
    }

    @Test(arguments: [0, 0.01]) func `whoever waits too long for the turn is refused, and takes it from nobody`(
        _ wait: Double
    ) throws {
        try withFolder { folder in
            let path = folder + "/a.db"
            do { try Database(path: path, mode: .create).plantGarden() }
            let other = open(path, O_RDONLY)
            defer { close(other) }
            let database = try Database(path: path, mode: .readWrite, wait: wait)
            flock(other, LOCK_EX)
            for _ in 0..<3 {
                let error = failure { try database.write { try database.execute("DELETE FROM plant WHERE id = 1") } }
                #expect(error?.code == .busy)
                #expect(failure { try database.execute("DELETE FROM plant WHERE id = 1") }?.code == .busy)
            }
            flock(other, LOCK_UN)
            try database.write { try database.execute("DELETE FROM plant WHERE id = 2") }
            #expect(try database.names() == ["mint"])
            // Those who gave up free the lock when they get it: this would wait for ever otherwise.
            #expect(flock(other, LOCK_EX) == 0)
        }
    }

    @Test func `a commit that meets a reader is undone and certain`() throws {
        try withFolder { folder in
            let writer = try Database(path: folder + "/a.db", mode: .create, wait: 0)
            try writer.plantGarden()
            let reader = try Database(path: folder + "/a.db", mode: .readOnly)
            try reader.read {
                let names = try reader.names()
                #expect(names.count == 2)
                let error = failure { try writer.write { try writer.execute("DELETE FROM plant") } }
                #expect(error?.isBusy == true)
                #expect(error?.isCommitUncertain == false)
            }
            #expect(try writer.names() == ["mint", "sage"])
        }
    }
}
