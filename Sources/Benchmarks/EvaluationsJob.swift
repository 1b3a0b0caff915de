import CBenchmark
import Glibc
import Intake
import Records
import SQLite
import Sample

/// Returned forms of ten items from a sheet into a record that knows its sessions: one durable transaction.
///
/// Groundwork's own import, with validation, random ids, shuffling, history and provenance, beside a C loop over the same
/// INSERT that numbers the rows as they come.
struct EvaluationsJob: Job {
    let name = "evaluations"
    let unit = "responses"
    let count: Int

    private let database: String
    private let sheet: String
    private let copies: [Side: String]

    private static let form = "sample"
    private static let items = (1...10).map { "q\($0)" }
    private static let insert = """
        INSERT INTO evaluation
            (id, form_id, session_id, submitted_on, answered, import_id, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """

    init(responses: Int, in scratch: borrowing Scratch) throws {
        count = responses
        let sample = try SampleRecord(attendances: max(50, responses), in: scratch, named: "evaluations")
        database = sample.database
        sheet = scratch.file("answers.csv")
        copies = [.groundwork: scratch.file("evaluations-groundwork.db"), .limit: scratch.file("evaluations-c.db")]
        let store = try SampleRecord.open(database)
        try store.change("form add") { _ in _ = try store.add(form: Self.sampleForm) }
        try Self.writeSheet(to: sheet, responses: responses, sessions: sample.sessions)
    }

    func prepare(_ side: Side) throws {
        try copyFile(database, to: copies[side, default: ""])
    }

    func run(_ side: Side) throws {
        let database = copies[side, default: ""]
        switch side {
        case .groundwork:
            var request = ImportRequest(kind: .evaluation, files: [sheet])
            request.form = Self.form
            _ = try Import(request, into: SampleRecord.open(database)).run()
        case .limit: _ = try limit(benchmark_evaluations(database, sheet, Self.insert))
        }
    }

    func check() throws {
        let found = try Side.allCases.map { side in
            let database = try Database(path: copies[side, default: ""], mode: .readOnly)
            return try database.one(
                "SELECT count(*), sum(a1 * 3 + ifnull(a10, 0)), sum(session_id % 1000003), sum(answered) FROM evaluation"
            ) { row in try (0..<4).map { try row[$0] as Int64 } } ?? []
        }
        guard found[0] == found[1], found[0].first == Int64(count) else {
            throw JobFailure("evaluations: \(found[0]) rows and sums in Groundwork, \(found[1]) in C")
        }
    }

    private static var sampleForm: Form {
        let choices = (1...5).map { FormChoice(place: $0, name: "\($0)", label: "Answer \($0)", value: $0) }
        let items = items.enumerated().map { index, code in
            var item = FormItem(position: index + 1, code: code, kind: .likert, label: "Question \(index + 1)")
            item.list = "answers"
            item.slot = index + 1
            (item.min, item.max) = (1, 5)
            return item
        }
        return Form(ref: form, title: "Sample", items: items, choices: ["answers": choices])
    }

    private static func writeSheet(to path: String, responses: Int, sessions: Int) throws {
        guard let file = fopen(path, "w") else { throw JobFailure("\(path): \(String(cString: strerror(errno)))") }
        defer { fclose(file) }
        var sequence = SampleSequence(seed: 20_261_121)
        fputs("session,submitted,\(items.joined(separator: ","))\n", file)
        for number in 0..<responses {
            var chance = sequence.next()
            var line = "\(SampleRecord.session(number / 50 % sessions + 1)),2026-0\(number % 9 + 1)-1\(number % 10)"
            for place in 0..<items.count {
                line += place > 0 && chance % 16 == 0 ? "," : ",\(chance % 5 + 1)"
                chance = chance >> 6 | chance << 58
            }
            fputs(line + "\n", file)
        }
    }
}
