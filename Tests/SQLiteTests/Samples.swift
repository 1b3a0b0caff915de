import Glibc
import SQLite

/// A folder of its own for a test, removed afterwards.
func withFolder<R>(_ body: (String) throws -> R) throws -> R {
    let path = "/tmp/groundwork-sqlite-\(getpid())-\(UInt64.random(in: .min ... .max))"
    guard mkdir(path, 0o700) == 0 else { throw DatabaseError(code: .cannotOpen, message: "no folder") }
    defer {
        for name in names(in: path) { unlink(path + "/" + name) }
        rmdir(path)
    }
    return try body(path)
}

/// The names in a folder, sorted.
func names(in folder: String) -> [String] {
    guard let listing = opendir(folder) else { return [] }
    defer { closedir(listing) }
    var names: [String] = []
    while let entry = readdir(listing) {
        let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
}

/// The bytes of a file; closes no descriptor of a database that is still open, so use it before and after only.
func bytes(of path: String) -> [UInt8] {
    guard let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var byte = fgetc(file)
    while byte != EOF {
        bytes.append(UInt8(byte))
        byte = fgetc(file)
    }
    return bytes
}

/// Writes a whole text, in place of what is there.
func write(_ text: String, to path: String) { write(Array(text.utf8), to: path) }

/// Writes a whole file, in place of what is there.
func write(_ bytes: [UInt8], to path: String) {
    guard let file = fopen(path, "w") else { return }
    defer { fclose(file) }
    fwrite(bytes, 1, bytes.count, file)
}

/// The mode bits of a file.
func mode(of path: String) -> mode_t {
    var status = stat()
    stat(path, &status)
    return status.st_mode & 0o777
}

let plants: SQL = """
    CREATE TABLE plant (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        height REAL,
        bed INTEGER REFERENCES bed (id) DEFERRABLE INITIALLY DEFERRED,
        note BLOB,
        CONSTRAINT plant_height_is_positive CHECK (height > 0)
    ) STRICT
    """

extension Database {
    /// A database in memory with a table of beds and one of plants.
    static func garden() throws -> Database {
        let database = try Database(inMemory: ())
        try database.plantGarden()
        return database
    }

    borrowing func plantGarden() throws {
        try write {
            try execute("CREATE TABLE bed (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT")
            try execute(plants)
            try execute("INSERT INTO bed VALUES (1, 'north'), (2, 'south')")
            try execute("INSERT INTO plant VALUES (1, 'mint', 0.5, 1, NULL), (2, 'sage', 0.25, 2, x'00ff')")
        }
    }

    borrowing func names() throws -> [String] {
        try all("SELECT name FROM plant ORDER BY id") { row in try row[0] }
    }
}

/// The error that `body` throws, or nil.
func failure(_ body: () throws -> Void) -> DatabaseError? {
    do {
        try body()
        return nil
    } catch {
        return error as? DatabaseError
    }
}
