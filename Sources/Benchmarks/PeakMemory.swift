import Glibc

/// The most memory that an import of N rows holds at once, beside that of N / 4: constant but for SQLite's cache.
struct PeakMemory {
    private let rows: Int
    private let large: Int
    private let small: Int

    /// SQLite's page cache, which a small import does not fill.
    private static let cache = 65_536
    private static let ratio = Threshold.of("memory")?.ratio ?? 0

    /// Measures both, each in a process of its own.
    init(rows: Int, in scratch: borrowing Scratch) throws {
        self.rows = rows
        large = try Self.peak(rows, in: scratch)
        small = try Self.peak(rows / 4, in: scratch)
    }

    /// What the larger import may hold, in KiB.
    private var allowed: Int { Int(Double(small) * Self.ratio) + Self.cache }

    /// Whether it holds no more.
    var isWithin: Bool { large <= allowed }

    /// One line: both, and what is allowed.
    var line: String {
        let sizes = [(rows, large), (rows / 4, small)].map { "\($0.1 / 1024) MB for \($0.0.grouped) rows" }
        let verdict = isWithin ? "at most" : "ABOVE"
        return "memory: import holds \(sizes.joined(separator: ", ")); \(verdict) \(allowed / 1024) MB "
            + "(\(Self.ratio.rounded(to: 2)) times the smaller and SQLite's cache)"
    }

    private static func peak(_ rows: Int, in scratch: borrowing Scratch) throws -> Int {
        let folder = try scratch.folder("memory-\(rows)")
        let sample = try SampleRecord(attendances: rows, in: scratch, named: "memory-\(rows)/record")
        let code = try ChildProcess.run(ChildProcess.own, ["--import-once", folder])
        guard code == 0, let peak = Int(try text(of: "\(folder)/peak")) else {
            throw JobFailure("memory: the import of \(sample.attendances) rows failed")
        }
        return peak
    }

    /// The child's part: imports `record.csv` into `record.db`, and writes down the most that this process ever held.
    static func importOnce(in folder: String) throws {
        try ImportJob.importSheet("\(folder)/record.csv", into: "\(folder)/record.db")
        let line = try text(of: "/proc/self/status").split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        guard let peak = line?.split(whereSeparator: { !$0.isNumber }).first,
            let file = fopen("\(folder)/peak", "w")
        else { throw JobFailure("memory: the kernel does not tell") }
        fputs(String(peak), file)
        fclose(file)
    }

    private static func text(of path: String) throws -> String {
        guard let file = fopen(path, "r") else { throw JobFailure("\(path): \(String(cString: strerror(errno)))") }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 1 << 14)
        let count = fread(&bytes, 1, bytes.count, file)
        return String(decoding: bytes[..<count], as: UTF8.self)
    }
}
