import CBenchmark
import Calendar
import Documents
import Measures
import Records
import Reports
import SQLite

/// The report of evaluations over responses of ten items, five of them on a scale: every share, net, score and rate.
///
/// C runs the statement that reads the responses, and counts them into an array.
final class AnswersJob: Job {
    let name = "answers"
    let unit = "responses"
    let count: Int

    private let path: String
    private var tops: [Side: [Int]] = [:]
    private static let shape = BenchmarkAnswers(items: 10, categories: 5, scored: 5)
    private static let select = """
        SELECT session_id, answered, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10 FROM evaluation NOT INDEXED
        WHERE form_id = 900 AND (submitted_on IS NULL OR submitted_on <= '2030-12-31')
        """

    init(_ sample: SampleRecord, in scratch: borrowing Scratch) throws {
        count = sample.attendances * 3 / 10
        path = scratch.file("answers.db")
        try copyFile(sample.database, to: path)
        try fill(sessions: sample.sessions)
    }

    func prepare(_ side: Side) {}

    func run(_ side: Side) throws {
        switch side {
        case .groundwork: tops[side] = try report()
        case .limit:
            var counts = [Int64](repeating: 0, count: 50)
            var (score, shape) = (0.0, Self.shape)
            _ = try limit(benchmark_answers(path, Self.select, &shape, &counts, &score))
            tops[side] = (0..<10).map { Int(counts[$0 * 5 + 3] + counts[$0 * 5 + 4]) }
        }
    }

    func check() throws {
        if tops[.groundwork] != tops[.limit] { throw JobFailure("answers: the counts differ") }
    }

    /// The report as JSON, and how many answers of each item are in its top box.
    private func report() throws -> [Int] {
        let database = try Database(path: path, mode: .readOnly)
        guard let period = Period(from: try day("2000-01-01"), to: try day("2030-12-31"), fiscalYearStart: 1),
            let asked = Report.named("evaluations")
        else { throw JobFailure("answers: there is no such report") }
        let inquiry = Inquiry(
            asked,
            of: ProgramFacts(name: "Benchmark", organizationID: 1, fiscalYearStart: 1),
            scope: Scope(period: period, asOf: period.to),
            disclosure: Disclosure(.team)
        )
        let document = try inquiry.document(for: .json, from: database.reader)
        guard try !Format.json.draw(document).isEmpty, case .array(let metrics) = document.data["metrics"] else {
            return []
        }
        return metrics.compactMap { metric in
            guard case .string(let id) = metric["id"], id.hasPrefix("EV-04."),
                case .integer(let top) = metric["numerator"]
            else { return nil }
            return Int(top)
        }
    }

    private func day(_ iso: String) throws -> Day {
        guard let day = Day(iso: iso) else { throw JobFailure("\(iso) is no day") }
        return day
    }
}

// MARK: - The responses

extension AnswersJob {
    private func fill(sessions: Int) throws {
        let database = try Database(path: path, mode: .readWrite)
        try database.write {
            try database.execute("INSERT INTO form (id, ref, title, wave) VALUES (900, 'after', 'After', 'after')")
            try database.execute(
                """
                INSERT INTO form_scale (form_id, position, code, title, scoring, direction)
                VALUES (900, 1, 'confidence', 'Confidence', 'sum', 'higher_is_better')
                """
            )
            for item in 1...10 {
                let scale: String? = item <= 5 ? "confidence" : nil
                try database.execute(
                    """
                    INSERT INTO form_item (form_id, position, code, kind, label, slot, scale, min, max, kirkpatrick)
                    VALUES (900, \(item), \("q\(item)"), 'likert', \("Question \(item)"), \(item), \(scale.sqlValue),
                        1, 5, \(item <= 5 ? 2 : 1))
                    """
                )
            }
            let first: Int64 = try database.value("SELECT min(id) FROM session") ?? 1
            try database.execute(
                """
                INSERT INTO headcount (session_id, scope, category, method, count)
                SELECT id, 'everyone', '', 1, 50 FROM session
                """
            )
            try fillResponses(database, first: first, sessions: sessions)
        }
    }

    /// Ids are as good as drawn: neighbors in the table are of different sessions.
    private func fillResponses(_ database: borrowing Database, first: Int64, sessions: Int) throws {
        try database.prepared(
            """
            INSERT INTO evaluation (id, form_id, session_id, answered, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10)
            VALUES (?, 900, ?, 10, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
        ) { insert in
            var seed: UInt64 = 88_172_645_463_325_252
            for id in 1...count {
                seed ^= seed << 13
                seed ^= seed >> 7
                seed ^= seed << 17
                let session = first + Int64(seed % UInt64(sessions))
                var bits = seed >> 20
                var answers: [Int] = []
                for _ in 0..<10 {
                    answers.append(Int(bits % 5) + 1)
                    bits = bits / 5 &+ seed
                }
                try insert.insert(
                    id,
                    session,
                    answers[0],
                    answers[1],
                    answers[2],
                    answers[3],
                    answers[4],
                    answers[5],
                    answers[6],
                    answers[7],
                    answers[8],
                    answers[9]
                )
            }
        }
    }
}
