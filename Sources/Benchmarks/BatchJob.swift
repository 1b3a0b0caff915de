import CBenchmark
import Glibc
import Records
import SQLite

/// Four batches, a quarter each, of five reports in four formats for each of some organizations, beside the same reports
/// made one by one by as many processes.
final class BatchJob: Job {
    let name = "batch"
    let unit = "files"
    let limitName = "singly"
    var count: Int { Self.quarters.count * organizations * Self.reports.count * Self.formats.count }

    private let groundwork: String
    private let database: String
    private let plan: String
    private let folder: String
    private let organizations: Int
    private var peak = 0

    private static let quarters = ["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"]
    private static let reports = ["scorecard", "trainings", "feedback", "reach", "evaluations"]
    private static let formats = ["html", "csv", "json", "markdown"]
    /// The most that a batch may hold, in KiB.
    private static let allowed = 300 * 1024

    /// Fifty organizations for 1,000,000 attendances, and fewer for fewer.
    init(rows: Int, in scratch: borrowing Scratch) throws {
        guard let groundwork = ChildProcess.beside("groundwork") else {
            throw JobFailure("batch: groundwork is not built beside this program")
        }
        self.groundwork = groundwork
        let sample = try SampleRecord(attendances: rows, in: scratch, named: "batch")
        database = sample.database
        organizations = min(50, max(2, rows / 20_000), sample.organizations)
        folder = try scratch.folder("batches")
        plan = scratch.file("batch-plan.json")
        _ = try limit(benchmark_import(database, sample.sheet, SampleRecord.insert))
        try fill()
        try writePlan()
    }

    func prepare(_ side: Side) {}

    func run(_ side: Side) throws {
        for quarter in Self.quarters {
            if side == .groundwork { try batch(quarter) } else { try singly(quarter) }
        }
    }

    func check() throws {
        for quarter in Self.quarters {
            let made = try ["batch", "single"].map { side in
                try Self.files("\(folder)/\(side)-\(quarter)").filter { $0 != "manifest.json" }
            }
            guard made[0] == made[1], made[0].count * Self.quarters.count == count else {
                throw JobFailure("batch: \(made[0].count) files of \(quarter), and \(made[1].count) singly")
            }
        }
    }

    /// What stands below the times: the most that a batch held.
    var closing: String {
        "batch: \(organizations) organizations; holds \(peak / 1024) MB at most; "
            + "\(isWithin ? "at most" : "ABOVE") \(Self.allowed / 1024) MB"
    }

    /// Whether no batch held more than it may.
    var isWithin: Bool { peak <= Self.allowed }

    private func batch(_ quarter: String) throws {
        let words = [
            "--database", database, "batch", plan, "--period", quarter, "--as-of", "2026-01-31", "-o",
            "\(folder)/batch-\(quarter)",
        ]
        let (code, held) = try ChildProcess.runAndMeasure(groundwork, words)
        if code != 0 { throw JobFailure("batch: groundwork \(words.joined(separator: " ")) ended with \(code)") }
        peak = max(peak, held)
    }

    private func singly(_ quarter: String) throws {
        let folder = "\(folder)/single-\(quarter)"
        mkdir(folder, 0o700)
        for number in 1...organizations {
            for report in Self.reports {
                for format in Self.formats {
                    let kind = format == "markdown" ? "md" : format
                    let words = [
                        "--database", database, "report", report, "--organization", "clinic-\(number)", "--period",
                        quarter, "--as-of", "2026-01-31", "--profile", "board", "--format", format, "-o",
                        "\(folder)/\(report)-clinic-\(number)-\(quarter).\(kind)",
                    ]
                    if try ChildProcess.run(groundwork, words) != 0 {
                        throw JobFailure("batch: groundwork \(words.joined(separator: " ")) failed")
                    }
                }
            }
        }
    }

    private static func files(_ path: String) throws -> [String] {
        guard let folder = opendir(path) else { throw JobFailure("\(path): \(String(cString: strerror(errno)))") }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted()
    }

    private func writePlan() throws {
        let refs = (1...organizations).map { "\"clinic-\($0)\"" }.joined(separator: ", ")
        let formats = Self.formats.map { "\"\($0)\"" }.joined(separator: ", ")
        let lines = Self.reports.map { report in
            "{\"report\": \"\(report)\", \"organizations\": [\(refs)], \"formats\": [\(formats)]}"
        }
        guard let file = fopen(plan, "w") else { throw JobFailure("\(plan): \(String(cString: strerror(errno)))") }
        fputs("{\"profile\": \"board\", \"reports\": [\(lines.joined(separator: ",\n"))]}\n", file)
        fclose(file)
    }

    /// Staff of each organization, and what was heard there: few of a kind in a month, so that much is withheld.
    private func fill() throws {
        let database = try Database(path: database, mode: .readWrite)
        try database.write {
            try database.execute(
                """
                INSERT INTO outlet (ref, organization_id, title, channel, opened_on)
                SELECT 'box-' || ref, id, 'Box', 'box', '2024-01-01' FROM organization
                WHERE ref LIKE 'clinic-%' AND CAST(substr(ref, 8) AS INTEGER) <= \(organizations)
                """
            )
            try database.execute(
                """
                WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 240)
                INSERT INTO feedback (ref, outlet_id, received_on, kind, summary)
                SELECT 'f-' || outlet.id || '-' || n, outlet.id,
                    '2025-' || substr('0' || (n * 7 % 12 + 1), -2) || '-15',
                    CASE (n * n + outlet.id) % 6 WHEN 0 THEN 'complaint' WHEN 1 THEN 'concern' WHEN 2 THEN 'suggestion'
                        WHEN 3 THEN 'thanks' WHEN 4 THEN 'question' END,
                    'Invented'
                FROM outlet CROSS JOIN number
                WHERE n <= 60 + outlet.id * 37 % 180
                """
            )
        }
    }
}
