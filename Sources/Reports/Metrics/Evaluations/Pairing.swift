import Measures
import Records
import SQLite

/// A form for before beside a form for after: what both ask, so that the answers of a pair can be held against each
/// other.
///
/// A retrospective answer ("before the training I …") is an item of the form for after with a code of its own: it is
/// never taken for an answer before.
struct Pairing: Sendable {
    /// Where the two answers of one code stand.
    enum Compared: Sendable {
        case scale(before: Int, after: Int)
        case item(before: Int, after: Int)
        case knowledge(before: Int, after: Int)
    }

    let before: FormPlan
    let after: FormPlan
    /// What both ask, by code in lower case.
    let compared: [(code: String, Compared)]

    init(before: FormPlan, after: FormPlan) {
        self.before = before
        self.after = after
        var compared: [(code: String, Compared)] = []
        for (place, column) in after.columns.enumerated() {
            guard let old = before.place(of: column.item.code), before.columns[old].isAskedAlike(column) else {
                continue
            }
            let code = column.item.code.lowercased()
            if column.right != nil, before.columns[old].right != nil {
                compared.append((code, .knowledge(before: old, after: place)))
            }
            if column.item.kind == .likert || column.item.kind == .number {
                compared.append((code, .item(before: old, after: place)))
            }
        }
        for (place, scale) in after.scales.enumerated() where !scale.isAny && !scale.places.isEmpty {
            guard let old = before.scalePlace(of: scale.scale.code), before.scales[old].isScoredAlike(scale) else {
                continue
            }
            compared.append((scale.scale.code.lowercased(), .scale(before: old, after: place)))
        }
        self.compared = compared
    }

    /// Its name among the pairs of all forms.
    var key: String { "\(before.form.id) \(after.form.id)" }

    /// The pairings of these forms with codes of which any pair was found.
    static func all(_ plans: [FormPlan], from database: borrowing DatabaseReader) throws -> [Pairing] {
        var pairings: [Pairing] = []
        for after in plans where after.form.wave == .after && !after.form.elements.isEmpty {
            for before in plans where before.form.wave == .before && !before.form.elements.isEmpty {
                let isFound: Bool? = try database.value(
                    """
                    SELECT EXISTS (
                        SELECT 1 FROM evaluation_match AS late
                        CROSS JOIN evaluation AS latter ON latter.id = late.evaluation_id
                        CROSS JOIN evaluation_match AS early ON early.pair = late.pair
                        CROSS JOIN evaluation AS former ON former.id = early.evaluation_id
                        WHERE late.pair IS NOT NULL AND latter.form_id = \(after.form.id)
                            AND former.form_id = \(before.form.id)
                    )
                    """
                )
                if isFound == true { pairings.append(Pairing(before: before, after: after)) }
            }
        }
        return pairings
    }

    /// Forms for before that are not among `plans`, since nobody answered them in the scope: somebody who answered one of
    /// the forms for after there had answered them elsewhere in the series.
    static func formsElsewhere(_ plans: [FormPlan], _ scope: Scope, from database: borrowing DatabaseReader) throws
        -> [Int64]
    {
        let afters = plans.filter { $0.form.wave == .after && !$0.form.elements.isEmpty }.map(\.form.id)
        guard !afters.isEmpty else { return [] }
        let known = Set(plans.map(\.form.id))
        let others = try database.all(
            """
            SELECT id FROM form WHERE wave = 'before'
                AND EXISTS (SELECT 1 FROM form_item WHERE form_item.form_id = form.id AND form_item.kind = 'element')
            """
        ) { try $0[0] as Int64 }.filter { !known.contains($0) }
        let latter = afters.map { "\($0)" as SQL }.joined(separator: ", ")
        return try others.filter { form in
            let isPaired: Bool? = try database.value(
                """
                WITH \(scope.clause), \(scope.heldClause)
                SELECT EXISTS (
                    SELECT 1 FROM evaluation AS former
                    CROSS JOIN evaluation_match AS early ON early.evaluation_id = former.id AND early.pair IS NOT NULL
                    CROSS JOIN evaluation_match AS late ON late.pair = early.pair
                    CROSS JOIN evaluation AS latter ON latter.id = late.evaluation_id
                    CROSS JOIN sat ON sat.session_id = latter.session_id
                    WHERE former.form_id = \(form) AND latter.form_id IN (\(latter))
                )
                """
            )
            return isPaired ?? false
        }
    }

    /// A row per pair and group whose after came from a held session of the scope: that session, the answers before, then
    /// after.
    func sql(_ scope: Scope) -> SQL {
        """
        WITH \(scope.clause)
        SELECT scope.group_key, scope.session_id\(Self.answers(before, of: "former"))\(Self.answers(after, of: "latter"))
        FROM scope
        CROSS JOIN session ON session.id = scope.session_id
        CROSS JOIN evaluation AS latter
            ON latter.form_id = \(after.form.id) AND latter.session_id = scope.session_id
        CROSS JOIN evaluation_match AS late ON late.evaluation_id = latter.id AND late.pair IS NOT NULL
        CROSS JOIN evaluation_match AS early ON early.pair = late.pair
        CROSS JOIN evaluation AS former ON former.id = early.evaluation_id AND former.form_id = \(before.form.id)
        WHERE \(scope.happened) AND \(scope.cameBack("latter")) AND \(scope.cameBack("former"))
        """
    }

    private static func answers(_ plan: FormPlan, of table: SQL) -> SQL {
        plan.columns.map { column in
            let name: SQL = Form.answerColumn(column.item.slot) ?? "NULL"
            return ", \(table).\(name)" as SQL
        }.joined(separator: "")
    }

    /// The pairs by the key of the group.
    func pairs(_ scope: Scope, in database: borrowing DatabaseReader) throws -> [String: PairedAnswers] {
        var groups: [String: PairedAnswers] = [:]
        var (former, latter) = (AnswerSheet(before), AnswerSheet(after))
        try database.forEach(sql(scope)) { row in
            try former.read(row, from: 2)
            try latter.read(row, from: 2 + before.columns.count)
            groups[try row.text(0), default: PairedAnswers()].add(former, latter, self, session: try row[1])
        }
        return groups
    }
}

/// What matched pairs answered before and after, by the code of the scale or item.
struct PairedAnswers: Sendable, Hashable {
    /// The scores of each pair at the same place in both; nil where one was not answered.
    struct Scores: Sendable, Hashable {
        fileprivate(set) var before: [Double?] = []
        fileprivate(set) var after: [Double?] = []
        /// The session of the form after; 0 where a pair has no scores.
        fileprivate(set) var sessions: [Int64] = []

        fileprivate mutating func add(_ before: Double?, _ after: Double?, _ session: Int64) {
            self.before.append(before)
            self.after.append(after)
            sessions.append(session)
        }
    }

    /// Pairs by whether a knowledge question was answered right; only pairs that answered both times.
    struct Knowledge: Sendable, Hashable {
        fileprivate(set) var stayedRight = 0
        fileprivate(set) var lost = 0
        fileprivate(set) var gained = 0
        fileprivate(set) var stayedWrong = 0
    }

    /// How many pairs.
    private(set) var count = 0
    /// By the code of the scale, and by that of the item.
    private(set) var ofScales: [String: Scores] = [:]
    private(set) var ofItems: [String: Scores] = [:]
    private(set) var knowledge: [String: Knowledge] = [:]

    fileprivate mutating func add(
        _ former: AnswerSheet,
        _ latter: AnswerSheet,
        _ pairing: Pairing,
        session: Int64
    ) {
        count += 1
        for (code, compared) in pairing.compared {
            switch compared {
            case .scale(let before, let after):
                let first = former.score(on: pairing.before.scales[before])
                ofScales[code, default: Scores()].add(first, latter.score(on: pairing.after.scales[after]), session)
            case .item(let before, let after):
                let first = former.score(of: pairing.before.columns[before], at: before)
                let second = latter.score(of: pairing.after.columns[after], at: after)
                ofItems[code, default: Scores()].add(first, second, session)
            case .knowledge(let before, let after):
                guard let first = former.isRight(pairing.before.columns[before], at: before),
                    let second = latter.isRight(pairing.after.columns[after], at: after)
                else { continue }
                knowledge[code, default: Knowledge()].add(first, second)
            }
        }
    }

    /// The pairs of both.
    mutating func add(_ other: PairedAnswers) {
        count += other.count
        for (code, more) in other.ofScales { ofScales[code, default: Scores()].add(more) }
        for (code, more) in other.ofItems { ofItems[code, default: Scores()].add(more) }
        for (code, more) in other.knowledge { knowledge[code, default: Knowledge()].add(more) }
    }
}

extension PairedAnswers.Scores {
    /// The pairs of both.
    mutating func add(_ other: Self) {
        before += other.before
        after += other.after
        sessions += other.sessions
    }

    /// So many pairs that have no scores.
    mutating func addMissing(_ count: Int) {
        before += Array(repeating: nil, count: count)
        after += Array(repeating: nil, count: count)
        sessions += Array(repeating: 0, count: count)
    }
}

extension PairedAnswers.Knowledge {
    fileprivate mutating func add(_ before: Bool, _ after: Bool) {
        switch (before, after) {
        case (true, true): stayedRight += 1
        case (true, false): lost += 1
        case (false, true): gained += 1
        case (false, false): stayedWrong += 1
        }
    }

    mutating func add(_ other: Self) {
        stayedRight += other.stayedRight
        lost += other.lost
        gained += other.gained
        stayedWrong += other.stayedWrong
    }

    /// The exact test of those who changed.
    var test: McNemar { McNemar(stayedRight: stayedRight, lost: lost, gained: gained, stayedWrong: stayedWrong) }
}

extension Question {
    /// The matched pairs of two forms.
    static func pairs(_ pairing: Pairing) -> Question {
        var question = Question(
            name: "pairs of \(pairing.before.form.ref) and \(pairing.after.form.ref)",
            words: """
                Forms \(pairing.before.form.ref) and \(pairing.after.form.ref) with the same code. The form after is \
                from a held session by the as-of date.
                """,
            evidence: .pairs(of: [(before: pairing.before.form.id, after: pairing.after.form.id)]),
            gather: { basis, database in
                try pairing.pairs(basis.scope, in: database).mapValues { pairs in
                    var counts = Counts()
                    counts.pairs[pairing.key] = pairs
                    return counts
                }
            },
            sql: pairing.sql
        )
        question.forms = [pairing.before.form.id, pairing.after.form.id]
        return question
    }
}
