import Calendar
import Glibc
import Records
import SQLite

/// A record without attendance, and a sheet of attendance that belongs to it; the same for the same number of rows.
///
/// One organization for 2,000 attendances, one session for 50, one person for 5. Nobody in it exists.
struct SampleRecord {
    /// How many rows the sheet has.
    let attendances: Int
    /// The record.
    let database: String
    /// The sheet: session, person, name, email, role, status, minutes; in the order of sessions.
    let sheet: String

    /// Makes both in a scratch folder.
    init(attendances: Int, in scratch: borrowing Scratch, named name: String) throws {
        self.attendances = attendances
        database = scratch.file("\(name).db")
        sheet = scratch.file("\(name).csv")
        try fillDatabase()
        try SampleSheet(self).write(to: sheet)
    }

    /// How many people there are.
    var people: Int { attendances / 5 }
    /// How many sessions there are.
    var sessions: Int { attendances / 50 }
    /// How many organizations there are.
    var organizations: Int { max(1, attendances / 2_000) }

    /// The statement that stores one row of the sheet.
    static let insert = """
        INSERT INTO attendance (session_id, person_id, role, status, minutes, organization_id, import_id)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """

    /// Opens a copy of the record.
    static func open(_ path: String) throws -> Store {
        try Store.open(path, mode: .readWrite, wait: 10, surroundings: surroundings)
    }

    /// The ref of person `number`.
    static func person(_ number: Int) -> String { "p\(String(number).zeroed(to: 7))" }

    /// The ref of session `number`.
    static func session(_ number: Int) -> String { "session-\(String(number).zeroed(to: 6))" }

    /// The name of person `number`: plants and kitchen things.
    static func name(_ number: Int) -> String {
        "\(plants[number % plants.count]) \(things[number / plants.count % things.count])"
    }

    private static let plants = ["Aster", "Basil", "Clover", "Dill", "Elder", "Fennel", "Ginger", "Heather", "Ivy"]
    private static let things = ["Bowl", "Colander", "Dish", "Funnel", "Grater", "Kettle", "Ladle", "Mortar"]

    private static let surroundings = Surroundings(
        clock: Clock { 1_800_000_000 },
        randomness: .system,
        account: "benchmark"
    )

    private func fillDatabase() throws {
        let store = try Store.create(
            database,
            program: "Benchmark",
            timeZone: .utc,
            surroundings: Self.surroundings
        )
        let first = store.program.organization + 1
        let filled = try Database(path: database, mode: .readWrite)
        try filled.write {
            try filled.prepared("INSERT INTO organization (ref, title) VALUES (?, ?)") { insert in
                for number in 1...organizations { try insert.insert("clinic-\(number)", "Clinic \(number)") }
            }
            try fillSessions(filled, firstOrganization: first)
            try fillPeople(filled, firstOrganization: first)
        }
    }

    private func fillSessions(_ database: borrowing Database, firstOrganization: Int64) throws {
        let trained: SQL = "INSERT INTO session_organization (session_id, position, organization_id) VALUES (?, 1, ?)"
        let course: Int64? = try database.value("SELECT id FROM course WHERE ref = 'foundations'")
        try database.prepared(trained) { trained in
            try database.prepared(
                """
                INSERT INTO session (ref, course_id, starts_on, time_zone, minutes, status)
                VALUES (?, ?, ?, 'UTC', 120, 'held')
                """
            ) { insert in
                for number in 1...sessions {
                    let day = "20\(String(number % 20 + 6).zeroed(to: 2))-0\(number % 9 + 1)-1\(number % 10)"
                    let id = try insert.insert(Self.session(number), course, day)
                    try trained.run(id, firstOrganization + Int64(number % organizations))
                }
            }
        }
    }

    private func fillPeople(_ database: borrowing Database, firstOrganization: Int64) throws {
        try database.prepared(
            "INSERT INTO person (ref, name, email, organization_id) VALUES (?, ?, ?, ?)"
        ) { insert in
            for number in 1...people {
                let ref = Self.person(number)
                let organization = firstOrganization + Int64(number % organizations)
                try insert.insert(ref, Self.name(number), "\(ref)@clinic.example", organization)
            }
        }
    }
}
