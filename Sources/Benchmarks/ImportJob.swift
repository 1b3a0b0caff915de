import CBenchmark
import Intake
import Records
import SQLite

/// Attendance from a sheet into a record that knows its sessions and people: one durable transaction.
///
/// Groundwork's own import, with matching, history and provenance, beside a C loop over the same INSERT.
struct ImportJob: Job {
    let name = "import"
    let unit = "rows"
    var count: Int { sample.attendances }

    private let sample: SampleRecord
    private let copies: [Side: String]

    init(_ sample: SampleRecord, in scratch: borrowing Scratch) {
        self.sample = sample
        copies = [.groundwork: scratch.file("import-groundwork.db"), .limit: scratch.file("import-c.db")]
    }

    func prepare(_ side: Side) throws {
        try copyFile(sample.database, to: copies[side, default: ""])
    }

    func run(_ side: Side) throws {
        let database = copies[side, default: ""]
        switch side {
        case .groundwork: try Self.importSheet(sample.sheet, into: database)
        case .limit: _ = try limit(benchmark_import(database, sample.sheet, SampleRecord.insert))
        }
    }

    func check() throws {
        let found = try Side.allCases.map { try Self.sums(of: copies[$0, default: ""]) }
        guard found[0] == found[1], found[0].first == Int64(count) else {
            throw JobFailure("import: \(found[0]) rows and sums in Groundwork, \(found[1]) in C")
        }
    }

    /// Imports a sheet as `groundwork import attendance` does.
    static func importSheet(_ sheet: String, into database: String) throws {
        let store = try SampleRecord.open(database)
        _ = try Import(ImportRequest(kind: .attendance, files: [sheet]), into: store).run()
    }

    /// What two records that hold the same attendance have in common.
    private static func sums(of path: String) throws -> [Int64] {
        let database = try Database(path: path, mode: .readOnly)
        let sums: [Int64]? = try database.one(
            """
            SELECT count(*), sum(session_id % 1000003 * 31 + person_id % 1000003 * role), sum(status), sum(ifnull(minutes, -1))
            FROM attendance
            """
        ) { row in try (0..<4).map { try row[$0] } }
        return sums ?? []
    }
}
