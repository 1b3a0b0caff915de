import CBenchmark
import Glibc
import SQLite

/// Rows of five columns inserted one by one through the driver, in one transaction.
struct InsertJob: Job {
    let name = "insert"
    let unit = "rows"
    let count: Int

    private let paths: [Side: String]

    init(rows: Int, in scratch: borrowing Scratch) {
        count = rows
        paths = [.groundwork: scratch.file("insert-groundwork.db"), .limit: scratch.file("insert-c.db")]
    }

    func prepare(_ side: Side) throws {
        unlink(paths[side, default: ""])
        try SampleTable.make(paths[side, default: ""])
    }

    func run(_ side: Side) throws {
        let path = paths[side, default: ""]
        switch side {
        case .groundwork: try SampleTable.fill(path, rows: count)
        case .limit: _ = try limit(insertWithC(path))
        }
    }

    func check() throws {
        let sums = try Side.allCases.map { side in
            let database = try Database(path: paths[side, default: ""], mode: .readOnly)
            return try database.value(
                "SELECT total(id + length(ref || name) + minutes + score) FROM sample",
                as: Double.self
            )
        }
        if sums[0] != sums[1] { throw JobFailure("insert: the rows differ") }
    }

    private func insertWithC(_ path: String) -> Int64 {
        let words = SampleTable.words.map { strdup($0) }
        defer { for word in words { free(word) } }
        let constant = words.map { UnsafePointer($0) }
        return benchmark_insert(path, SampleTable.insertText, Int64(count), constant, Int64(constant.count))
    }
}
