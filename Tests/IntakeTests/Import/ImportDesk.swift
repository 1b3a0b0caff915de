import Calendar
import Files
import Glibc
import Records
import SQLite
import Support

@testable import Intake

/// A record in a folder of its own into which files are imported, on 2026-11-21, with random numbers that come out the
/// same every time.
final class ImportDesk {
    let store: Store
    let folder: String

    init(seed: UInt64 = 1, today: String = "2026-11-21") throws {
        var template = Array("/tmp/groundwork-intake-XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else { throw StoreError.missing("a temporary folder") }
        folder = String(cString: made)
        guard let day = Day(iso: today) else { throw StoreError.damaged("no day") }
        func surroundings() -> Surroundings {
            let generator = Seeded(seed)
            return Surroundings(
                clock: .fixed(day),
                randomness: Randomness { generator.bytes($0) },
                account: "coordinator"
            )
        }
        let record = folder + "/groundwork.db"
        let ready = try Self.begun.value("\(today) \(seed)") {
            _ = try Store.create(
                record,
                program: "Harbor Harm Reduction",
                timeZone: .utc,
                fiscalYearStart: 7,
                surroundings: surroundings()
            )
            guard let made = bytes(of: record) else { throw StoreError.missing(record) }
            return made
        }
        try write(ready, to: record)
        chmod(record, 0o600)
        store = try Store.open(record, mode: .readWrite, wait: 10, surroundings: surroundings())
    }

    /// A record of a day and a seed that was just begun.
    private static let begun = Prepared<[UInt8]>()

    deinit {
        for name in files + ["groundwork.db"] { unlink(folder + "/" + name) }
        rmdir(folder)
    }

    private var files: [String] = []

    /// Writes a file and returns its path.
    func file(_ name: String, _ bytes: [UInt8]) throws -> String {
        let path = folder + "/" + name
        guard let stream = fopen(path, "w") else { throw StoreError.missing(path) }
        _ = bytes.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, stream) }
        fclose(stream)
        if !files.contains(name) { files.append(name) }
        return path
    }

    /// The text of a file in the folder.
    func text(_ name: String) throws -> String {
        if !files.contains(name) { files.append(name) }
        let file = try FileBytes(path: folder + "/" + name)
        var bytes = [UInt8](repeating: 0, count: 1 << 20)
        let count = try bytes.withUnsafeMutableBytes { try file.read(into: $0, at: 0) }
        return String(decoding: bytes[..<count], as: UTF8.self)
    }

    /// Imports a file of this text.
    @discardableResult
    func take(
        _ kind: Noun,
        _ text: String,
        name: String = "file.csv",
        _ configure: (inout ImportRequest) -> Void = { _ in }
    ) throws -> ImportSummary {
        try take(kind, bytes: Array(text.utf8), name: name, configure)
    }

    /// Imports a file of these bytes.
    @discardableResult
    func take(
        _ kind: Noun,
        bytes: [UInt8],
        name: String = "file.csv",
        _ configure: (inout ImportRequest) -> Void = { _ in }
    ) throws -> ImportSummary {
        var request = ImportRequest(kind: kind, files: [try file(name, bytes)])
        configure(&request)
        let summaries = try Import(request, into: store).run()
        guard let summary = summaries.first else { throw StoreError.damaged("no summary") }
        return summary
    }

    /// The problems for which a file is refused, without its folder; empty where it is not.
    func problems(_ kind: Noun, _ text: String, _ configure: (inout ImportRequest) -> Void = { _ in }) throws
        -> [String]
    {
        let before = try contents()
        do {
            try take(kind, text, configure)
            return []
        } catch let refused as ImportRefused {
            guard try contents() == before else { return ["something was stored"] }
            return refused.issues.map { issue in
                issue.description.hasPrefix(folder) ? String(issue.description.dropFirst(folder.count + 1)) : "\(issue)"
            }
        }
    }

    /// A value of the database.
    func value<T: ColumnDecodable>(_ sql: SQL, as type: T.Type = T.self) throws -> T? {
        try store.reader.value(sql)
    }

    /// A query's rows as texts, cells joined by `|`.
    func rows(_ sql: SQL) throws -> [String] {
        try store.reader.all(sql) { row in
            try (0..<row.count).map { index in
                switch try row.value(index) {
                case .null: ""
                case .integer(let number): String(number)
                case .text(let text): text
                case .real(let number): String(number)
                case .blob: "blob"
                }
            }.joined(separator: "|")
        }
    }

    /// Everything that is stored but for ids, made refs and the ledger, in an order of its own.
    func contents() throws -> [String] {
        try rows("SELECT 'organization', title, sector FROM organization")
            .union(rows("SELECT 'course', title, edition, minutes FROM course"))
            .union(
                rows(
                    """
                    SELECT 'session', s.ref, s.starts_on, s.start_time, s.status, c.title, s.minutes FROM session AS s
                    LEFT JOIN course AS c ON c.id = s.course_id
                    """
                )
            )
            .union(
                rows(
                    """
                    SELECT 'person', CASE WHEN p.ref LIKE 'p-%' THEN '' ELSE p.ref END, p.name, p.email, o.title,
                        p.job_role, p.left_on FROM person AS p LEFT JOIN organization AS o ON o.id = p.organization_id
                    """
                )
            )
            .union(
                rows(
                    """
                    SELECT 'attendance', s.ref, CASE WHEN p.ref LIKE 'p-%' THEN '' ELSE p.ref END, p.name, p.email, a.role,
                        a.status, a.minutes, o.title FROM attendance AS a JOIN session AS s ON s.id = a.session_id
                    JOIN person AS p ON p.id = a.person_id LEFT JOIN organization AS o ON o.id = a.organization_id
                    """
                )
            )
            .union(
                rows(
                    """
                    SELECT 'head', s.ref, a.role, a.status, a.minutes, o.title FROM nameless_attendance AS a
                    JOIN session AS s ON s.id = a.session_id LEFT JOIN organization AS o ON o.id = a.organization_id
                    """
                )
            )
            .union(
                rows(
                    """
                    SELECT 'headcount', s.ref, h.scope, h.category, h.method, h.count, o.title FROM headcount AS h
                    JOIN session AS s ON s.id = h.session_id LEFT JOIN organization AS o ON o.id = h.organization_id
                    """
                )
            )
            .sorted()
    }
}

extension [String] {
    fileprivate func union(_ other: [String]) -> [String] { self + other }
}

/// A seeded generator (SplitMix64).
final class Seeded: @unchecked Sendable, RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }

    func bytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8(truncatingIfNeeded: next() >> 32) } }
}

extension ImportSummary {
    /// Its figures that are not 0, such as `rows 3, created 2, merged 1`.
    var words: String {
        figures.filter { $0.value != 0 }.map { "\($0.name) \($0.value)" }.joined(separator: ", ")
    }
}
