import CBenchmark
import Documents
import Glibc
import Records
import SQLite

/// All attendance as CSV: Records' extract through Documents' row writer, beside a join in C that writes the same bytes.
struct ExportJob: Job {
    let name = "export"
    let unit = "rows"
    var count: Int { rows }

    private let rows: Int
    private let database: String
    private let sheets: [Side: String]

    /// Fills a copy of the sample record, by the limit's import.
    init(_ sample: SampleRecord, in scratch: borrowing Scratch) throws {
        rows = sample.attendances
        database = scratch.file("export.db")
        sheets = [.groundwork: scratch.file("export-groundwork.csv"), .limit: scratch.file("export-c.csv")]
        try copyFile(sample.database, to: database)
        _ = try limit(benchmark_import(database, sample.sheet, SampleRecord.insert))
    }

    func prepare(_ side: Side) throws {
        unlink(sheets[side, default: ""])
    }

    func run(_ side: Side) throws {
        let sheet = sheets[side, default: ""]
        switch side {
        case .groundwork: try export(to: sheet)
        case .limit: _ = try limit(benchmark_export(database, sheet))
        }
    }

    func check() throws {
        let compared = try ChildProcess.run("/usr/bin/cmp", Side.allCases.map { sheets[$0, default: ""] })
        if compared != 0 { throw JobFailure("export: the files differ") }
    }

    private func export(to sheet: String) throws {
        let store = try SampleRecord.open(database)
        let extract = Extract(Noun.attendance.type)
        let descriptor = open(sheet, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
        defer { close(descriptor) }
        var writer = RowWriter(.csv, columns: extract.fields.map { Column(key: $0.name) }) { bytes in
            guard write(descriptor, bytes.baseAddress, bytes.count) == bytes.count else {
                throw JobFailure("\(sheet): \(String(cString: strerror(errno)))")
            }
        }
        try store.reader.read {
            try store.forEach(extract) { row in try writer.append(row) }
        }
        try writer.finish()
    }
}

extension RowWriter {
    /// A row as it was read.
    fileprivate mutating func append(_ row: borrowing Row) throws {
        for index in 0..<row.count {
            switch try row.storage(index) {
            case .null: appendEmpty()
            case .integer: appendInteger(try row[index] as Int64)
            default: try row.withBytes(index) { appendText($0) }
            }
        }
        try endRow()
    }
}
