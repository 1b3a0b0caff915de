import CBenchmark
import SQLite

/// Rows of five columns through the driver: two whole numbers, two texts as strings, a real number.
///
/// C copies the texts too: both read rows that may be kept.
final class ReadJob: Job {
    let name = "read"
    let unit = "rows"
    let count: Int

    private let path: String
    private var sums: [Side: Double] = [:]
    private static let select = "SELECT id, ref, name, minutes, score FROM sample"

    init(rows: Int, in scratch: borrowing Scratch) throws {
        count = rows
        path = scratch.file("read.db")
        try SampleTable.make(path)
        try SampleTable.fill(path, rows: rows)
    }

    func prepare(_ side: Side) {}

    func run(_ side: Side) throws {
        var sum = 0.0
        switch side {
        case .groundwork: sum = try read()
        case .limit: _ = try limit(benchmark_read(path, Self.select, &sum))
        }
        sums[side] = sum
    }

    func check() throws {
        if sums[.groundwork] != sums[.limit] { throw JobFailure("read: the sums differ") }
    }

    private func read() throws -> Double {
        let database = try Database(path: path, mode: .readWrite)
        var sum = 0.0
        try database.forEach("SELECT id, ref, name, minutes, score FROM sample") { row in
            sum += try SampleTable.Row(row).sum
        }
        return sum
    }
}
