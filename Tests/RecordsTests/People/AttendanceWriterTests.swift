import SQLite
import Testing

@testable import Records

@Suite struct AttendanceWriterTests {
    private let desk: Desk
    private var store: Store { desk.store }
    private let session: Found

    init() throws {
        desk = try Desk()
        session = try desk.add(.session, ["title": "Evening", "starts": "2026-11-10", "status": "held"])
    }

    /// People with a ref each, made as an import makes them.
    private func people(_ count: Int) throws -> [Int64] {
        try store.database.prepared("INSERT INTO person (ref) VALUES (?)") { insert in
            try (0..<count).map { try insert.insert("someone-\($0)") }
        }
    }

    private func stored() throws -> [AttendanceRow] {
        try store.database.all(
            "SELECT person_id, role, status, minutes FROM attendance WHERE session_id = \(session.id) ORDER BY person_id"
        ) { row in
            AttendanceRow(
                person: try row[0],
                role: try #require(AttendanceRole(rawValue: try row[1])),
                status: try #require(AttendanceStatus(rawValue: try row[2])),
                minutes: try row[3]
            )
        }
    }

    @Test(arguments: [0, 1, 127, 128, 129, 256, 300])
    func `however many rows are added, each is stored once and as it was given`(count: Int) throws {
        try store.change("test") { _ in
            let rows = try people(count).enumerated().map { number, person in
                AttendanceRow(
                    person: person,
                    role: AttendanceRole.allCases[number % 3],
                    status: AttendanceStatus.allCases[number % 2],
                    minutes: number % 5 == 0 ? nil : number
                )
            }
            let writer = AttendanceWriter(store)
            try writer.add(rows.span, at: session.id)
            try writer.flush()
            #expect(try stored() == rows)
        }
    }

    @Test func `an attendance is given other values, and nobody else's is`() throws {
        try store.change("test") { _ in
            let ids = try people(2)
            let writer = AttendanceWriter(store)
            let rows = ids.map { AttendanceRow(person: $0, minutes: 30) }
            try writer.add(rows.span, at: session.id)
            try writer.flush()
            let changed = AttendanceRow(person: ids[1], role: .facilitator, status: .registered)
            try writer.change(to: changed, at: session.id)
            #expect(try stored() == [rows[0], changed])
        }
    }

    @Test func `heads without a name are stored one by one, also where they are alike`() throws {
        try store.change("test") { _ in
            let writer = AttendanceWriter(store)
            for _ in 0..<3 { try writer.addHead(AttendanceRow(minutes: 60), at: session.id) }
        }
        let heads: Int? = try desk.value(
            "SELECT count(*) FROM nameless_attendance WHERE session_id = \(session.id) AND minutes = 60"
        )
        #expect(heads == 3)
    }

    private func indexes() throws -> [String] {
        try store.database.all("SELECT sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL ORDER BY name") {
            try $0[0]
        }
    }

    @Test(arguments: [19_999, 20_000])
    func `a large number of rows comes without some indexes, which are the same afterwards`(rows: Int) throws {
        let before = try indexes()
        try store.change("test") { _ in
            try store.bulk(expecting: rows) {
                #expect((try indexes() == before) == (rows < 20_000))
                _ = try people(1)
            }
        }
        #expect(try indexes() == before)
    }

    @Test func `a large number of rows that fails leaves the indexes as they were`() throws {
        struct Failed: Error {}
        let before = try indexes()
        #expect(throws: Failed.self) {
            try store.change("test") { _ in try store.bulk(expecting: 1_000_000) { throw Failed() } }
        }
        #expect(try indexes() == before)
    }
}
