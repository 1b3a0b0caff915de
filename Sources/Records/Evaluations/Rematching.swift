import Measures
import SQLite

extension Store {
    /// The series that a session is of: its parent, or itself.
    package func series(of session: Int64) throws -> Int64 {
        try database.value("SELECT ifnull(parent_id, id) FROM session WHERE id = \(session)") ?? session
    }

    /// Refuses another parent for a session whose forms are still matched: the elements of their codes are hashed under
    /// the key of the series that they came in with, and would agree with none of another.
    func requireUnmatched(_ session: Int64) throws {
        let isMatched = try database.value(
            """
            SELECT EXISTS (SELECT 1 FROM evaluation CROSS JOIN evaluation_element AS part
                ON part.evaluation_id = evaluation.id WHERE evaluation.session_id = \(session))
            """,
            as: Bool.self
        )
        guard isMatched == true else { return }
        let ref = try ref(.session, session)
        throw RecordError.refused(
            "parent: the evaluations of \(ref) are matched within its parent event, so the parent can't change",
            advice: Advice("Close matching first; this keeps the pairs", .perform(.closeMatching, ["session": ref]))
        )
    }

    /// Matches the befores and afters of a series anew, from the elements of their codes; nothing where matching is
    /// closed, or was never begun.
    ///
    /// Codes of one or two elements must agree in all, longer ones may be one off: see `CodeMatching`. A code has as many
    /// elements as its form asks for, those that nobody answered among them. What a form asks as a follow-up is not matched.
    package func rematch(series: Int64) throws {
        let isOpen = try database.value(
            "SELECT EXISTS (SELECT 1 FROM matching WHERE session_id = \(series) AND key IS NOT NULL)",
            as: Bool.self
        )
        guard isOpen == true else { return }
        try database.execute(
            """
            DELETE FROM evaluation_match WHERE evaluation_id IN (
                SELECT id FROM evaluation WHERE session_id IN \(Self.sessions(of: series)))
            """
        )
        let codes = try codes(of: series)
        let width = max(codes.befores.width, codes.afters.width)
        let befores = codes.befores.padded(to: width)
        let afters = codes.afters.padded(to: width)
        let tolerance: CodeMatching.Tolerance = width >= 3 ? .oneOff : .strict
        let matching = CodeMatching(befores: befores, afters: afters, tolerance: tolerance)
        let mirrored = CodeMatching(befores: afters, afters: befores, tolerance: tolerance)
        var found = Self.outcomes(of: codes.befores.ids, ambiguous: mirrored.ambiguous)
        found.merge(Self.outcomes(of: codes.afters.ids, ambiguous: matching.ambiguous)) { $1 }
        for pair in matching.pairs {
            let number = try freePair()
            let outcome = (how: pair.isExact ? 1 : 2, pair: Int64?.some(number))
            found[codes.befores.ids[pair.before]] = outcome
            found[codes.afters.ids[pair.after]] = outcome
        }
        try write(found)
    }

    private static func sessions(of series: Int64) -> SQL {
        "(SELECT id FROM session WHERE id = \(series) OR parent_id = \(series))"
    }

    private static func outcomes(of ids: [Int64], ambiguous: [Int]) -> [Int64: (how: Int, pair: Int64?)] {
        var outcomes = Dictionary(uniqueKeysWithValues: ids.map { ($0, (how: 0, pair: Int64?.none)) })
        for place in ambiguous { outcomes[ids[place]] = (3, nil) }
        return outcomes
    }

    /// A random number for a pair, so that it tells nothing about when the two came.
    private func freePair() throws -> Int64 {
        let number = randomness.bytes(7).reduce(Int64(0)) { $0 << 8 | Int64($1) }
        let isTaken = try database.value(
            "SELECT EXISTS (SELECT 1 FROM evaluation_match WHERE pair = \(number))",
            as: Bool.self
        )
        return isTaken == true ? try freePair() : number
    }

    private func write(_ outcomes: [Int64: (how: Int, pair: Int64?)]) throws {
        try database.prepared("INSERT INTO evaluation_match (evaluation_id, how, pair) VALUES (?, ?, ?)") { insert in
            for (id, outcome) in outcomes.sorted(by: { $0.key < $1.key }) {
                try insert.run(id, outcome.how, outcome.pair)
            }
        }
    }

    /// The codes of one wave, by evaluation.
    private struct Codes {
        private(set) var ids: [Int64] = []
        private(set) var elements: [[Int: [UInt8]]] = []
        /// How many elements a form asks for at most.
        private(set) var width = 0

        mutating func add(_ id: Int64, _ position: Int, _ hash: [UInt8], of asked: Int) {
            width = max(width, asked, position)
            if ids.last != id {
                ids.append(id)
                elements.append([:])
            }
            elements[elements.count - 1][position] = hash
        }

        func padded(to width: Int) -> [[[UInt8]?]] {
            elements.map { code in (0..<width).map { code[$0 + 1] } }
        }
    }

    private func codes(of series: Int64) throws -> (befores: Codes, afters: Codes) {
        var (befores, afters) = (Codes(), Codes())
        try database.forEach(
            """
            WITH asked AS MATERIALIZED (
                SELECT form_id, count(*) AS elements FROM form_item WHERE kind = 'element' GROUP BY form_id
            )
            SELECT x.evaluation_id, f.wave, x.position, x.hash, ifnull(asked.elements, 0) FROM evaluation AS e
            JOIN evaluation_element AS x ON x.evaluation_id = e.id JOIN form AS f ON f.id = e.form_id
            LEFT JOIN asked ON asked.form_id = f.id
            WHERE e.session_id IN \(Self.sessions(of: series)) AND f.wave <> 'followup'
                AND (e.answered > 0 OR EXISTS (SELECT 1 FROM answer_text AS t WHERE t.evaluation_id = e.id))
            ORDER BY x.evaluation_id, x.position
            """
        ) { row in
            if try row.text(1) == Form.Wave.before.rawValue {
                befores.add(try row[0], try row[2], try row[3], of: try row[4])
            } else {
                afters.add(try row[0], try row[2], try row[3], of: try row[4])
            }
        }
        return (befores, afters)
    }
}
