import Calendar
import Files
import Glibc
import SQLite
import Testing

@testable import Records

struct StoreTests {
    private var surroundings: Surroundings {
        Surroundings(clock: .fixed(.first), randomness: .seeded(1), account: "coordinator")
    }

    private func open(_ path: String, _ mode: Database.Mode = .readWrite) throws -> Store {
        try Store.open(path, mode: mode, wait: 0, surroundings: surroundings)
    }

    @Test func `a new record is a file that only its owner can read`() throws {
        let desk = try Desk()
        var status = stat()
        #expect(stat(desk.path, &status) == 0)
        #expect(status.st_mode & 0o777 == 0o600)
    }

    @Test func `ids begin at the file's own origin, and are exact in a double`() throws {
        let desk = try Desk()
        let organization = try desk.add(.organization, ["title": "CCI"])
        #expect(organization.id >> 32 == desk.store.program.origin)
        #expect(organization.id < 1 << 53)
        #expect(try desk.value("SELECT id FROM course WHERE ref = 'foundations'", as: Int64.self) == 1)
    }

    @Test func `the rows of two offices share no id`() throws {
        let one = try Desk(seed: 1).add(.organization, ["title": "CCI"])
        let other = try Desk(seed: 2).add(.organization, ["title": "CCI"])
        #expect(one.ref == other.ref)
        #expect(one.id != other.id)
    }

    @Test(arguments: [":memory:", "file:x?mode=memory", ""])
    func `a name that SQLite would take for more than a path is refused`(path: String) {
        #expect(throws: StoreError.notAPath(path)) { try open(path) }
    }

    @Test func `a missing file, a folder and a foreign file are told apart, and left as they are`() throws {
        let desk = try Desk()
        #expect(throws: StoreError.missing("/nowhere/at.db")) { try open("/nowhere/at.db") }
        #expect(throws: StoreError.notAFile("/tmp")) { try open("/tmp") }
        let foreign = desk.path + ".txt"
        let file = fopen(foreign, "w")
        fputs(String(repeating: "not a database ", count: 100), file)
        fclose(file)
        defer { unlink(foreign) }
        #expect(throws: DatabaseError.self) { try open(foreign) }
        let empty = desk.path + ".empty"
        fclose(fopen(empty, "w"))
        defer { unlink(empty) }
        #expect(throws: StoreError.foreign(empty)) { try open(empty) }
    }

    @Test func `a record is never made over a file`() throws {
        let desk = try Desk()
        #expect(throws: StoreError.exists(desk.path)) {
            try Store.create(
                desk.path,
                program: "Another",
                timeZone: .utc,
                surroundings: surroundings
            )
        }
        #expect(try open(desk.path).program.name == "Harbor Harm Reduction")
    }

    @Test func `a record of a newer version is refused`() throws {
        let desk = try Desk()
        try desk.store.database.execute("PRAGMA user_version = 999")
        #expect(throws: StoreError.self) { try open(desk.path) }
    }

    @Test func `reading changes no byte of the file`() throws {
        let desk = try Desk()
        try desk.add(.organization, ["title": "CCI"])
        let before = try digest(desk.path)
        let reader = try open(desk.path, .readOnly)
        _ = try reader.due(asOf: reader.today)
        _ = try reader.check()
        #expect(try digest(desk.path) == before)
    }

    private func digest(_ path: String) throws -> String {
        let file = Glibc.open(path, O_RDONLY)
        defer { close(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while case let count = read(file, &buffer, buffer.count), count > 0 { bytes += buffer[..<count] }
        return Digest.hexadecimal(of: bytes)
    }
}
