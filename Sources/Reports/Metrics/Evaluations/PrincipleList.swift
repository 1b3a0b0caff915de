import Measures
import Records
import SQLite

/// A list of principles, and where forms ask which of them resonates most and which challenges most.
///
/// Versions with the same codes, in another wording, are one list.
struct PrincipleList: Sendable {
    /// The codes, in lower case, in the order of the list.
    let codes: [String]
    /// What the codes are called, in the same order.
    let titles: [String]
    /// Where the questions stand in the forms for after, by their places among all forms.
    private(set) var resonates: [Questionnaire.Place] = []
    private(set) var challenges: [Questionnaire.Place] = []

    /// Its name among the lists: its first code, with a number behind it where another list begins with that one too.
    private(set) var key: String

    /// The lists that forms for after or shows of hands of these scopes chose from.
    static func all(
        asked plans: [FormPlan],
        _ scopes: [Scope],
        from database: borrowing DatabaseReader
    ) throws -> [PrincipleList] {
        var lists = try known(database)
        var used: Set<String> = []
        for (form, plan) in plans.enumerated() where plan.form.wave == .after {
            for (place, column) in plan.columns.enumerated() {
                guard column.item.kind == .resonates || column.item.kind == .challenges else { continue }
                let index = index(of: column, among: &lists)
                used.insert(lists[index].key)
                let there = Questionnaire.Place(plan: form, place: place)
                if column.item.kind == .resonates {
                    lists[index].resonates.append(there)
                } else {
                    lists[index].challenges.append(there)
                }
            }
        }
        let areHands = try database.value("SELECT EXISTS (SELECT 1 FROM tally)", as: Bool.self) == true
        for scope in scopes where areHands {
            let options = try database.all(Self.options(scope)) { try $0.text(0).lowercased() }
            used.formUnion(options.compactMap { option in lists.first { $0.codes.contains(option) }?.key })
        }
        return lists.filter { used.contains($0.key) }
    }

    private static func options(_ scope: Scope) -> SQL {
        """
        WITH \(scope.clause), \(scope.heldClause)
        SELECT DISTINCT trim(tally.option) FROM sat CROSS JOIN tally ON tally.session_id = sat.session_id
        WHERE lower(trim(tally.question)) IN ('resonates', 'challenges')
        """
    }

    /// The lists that the record knows, those with the same codes once.
    private static func known(_ database: borrowing DatabaseReader) throws -> [PrincipleList] {
        var versions: [(version: String, codes: [String], titles: [String])] = []
        try database.forEach(
            """
            SELECT version, code, title FROM code WHERE list = 'principle'
            ORDER BY (
                SELECT min(first.title) FROM code_list AS first
                WHERE first.list = code.list AND first.version = code.version
            ), version, position
            """
        ) { row in
            let version = try row.text(0)
            if versions.last?.version != version { versions.append((version, [], [])) }
            versions[versions.count - 1].codes.append(try row.text(1).lowercased())
            versions[versions.count - 1].titles.append(try row.text(2))
        }
        var lists: [PrincipleList] = []
        for version in versions where !lists.contains(where: { Set($0.codes) == Set(version.codes) }) {
            lists.append(PrincipleList(codes: version.codes, titles: version.titles, after: lists))
        }
        return lists
    }

    private init(codes: [String], titles: [String], after others: [PrincipleList]) {
        let first = codes.first ?? ""
        key = others.contains { $0.codes.first == first } ? "\(first)-\(others.count + 1)" : first
        self.codes = codes
        self.titles = titles
    }

    /// The list that an item chooses from; one of its own where its choices are not known.
    private static func index(of column: FormPlan.Column, among lists: inout [PrincipleList]) -> Int {
        let names = column.choices.map { $0.name.lowercased() }
        if let index = lists.firstIndex(where: { Set($0.codes).isSuperset(of: names) }) { return index }
        lists.append(PrincipleList(codes: names, titles: column.choices.map(\.label), after: lists))
        return lists.count - 1
    }
}

/// What shows of hands chose of one list.
struct PrincipleHands: Sendable, Hashable {
    /// Hands by code, for the one question and the other.
    var resonates: [String: Int] = [:]
    var challenges: [String: Int] = [:]
    /// Hands altogether, also for what is not in the list.
    var answeredResonates = 0
    var answeredChallenges = 0

    /// The hands of both.
    mutating func add(_ other: PrincipleHands) {
        resonates.merge(other.resonates) { $0.adding(saturating: $1) }
        challenges.merge(other.challenges) { $0.adding(saturating: $1) }
        answeredResonates = answeredResonates.adding(saturating: other.answeredResonates)
        answeredChallenges = answeredChallenges.adding(saturating: other.answeredChallenges)
    }
}

extension PrincipleList {
    /// How often each code was chosen on forms, at these places.
    func chosen(_ places: [Questionnaire.Place], _ counts: Counts, _ plans: [FormPlan]) -> [String: Int] {
        var chosen: [String: Int] = [:]
        for place in places {
            let plan = plans[place.plan]
            guard let answers = counts.answers[plan.form.id], let range = plan.columns[place.place].range else {
                continue
            }
            for choice in plan.columns[place.place].choices {
                guard let value = choice.value, range.contains(value) else { continue }
                let count = answers.items[place.place].bins[value - range.lowerBound]
                chosen[choice.name.lowercased(), default: 0] += count
            }
        }
        return chosen
    }

    /// Forms, and the hands of sessions where no form says it.
    func tally(_ counts: Counts, _ questionnaire: Questionnaire) -> PrincipleTally {
        var hands = counts.hands[key] ?? PrincipleHands()
        let first = chosen(resonates, counts, questionnaire.plans)
        let second = chosen(challenges, counts, questionnaire.plans)
        hands.add(
            PrincipleHands(
                resonates: first,
                challenges: second,
                answeredResonates: first.values.reduce(0, +),
                answeredChallenges: second.values.reduce(0, +)
            )
        )
        return PrincipleTally(
            resonates: codes.map { hands.resonates[$0] ?? 0 },
            challenges: codes.map { hands.challenges[$0] ?? 0 },
            answeredResonates: hands.answeredResonates,
            answeredChallenges: hands.answeredChallenges
        )
    }
}

extension Question {
    /// Shows of hands about principles, of sessions where no form says it.
    static func principleHands(_ lists: [PrincipleList], beside plans: [FormPlan] = []) -> Question {
        Question(
            name: "shows of hands",
            words: """
                Shows of hands at held sessions for the principle that resonates most, and for the one that \
                challenges most. If a form asked the same people, the forms count and the hands do not.
                """,
            evidence: .hands,
            gather: { basis, database in
                var groups: [String: Counts] = [:]
                for (key, hands) in try Hands.read(basis.scope, lists, plans, in: database) {
                    for (list, found) in hands {
                        groups[key, default: Counts()].hands[list, default: PrincipleHands()].add(found)
                    }
                }
                return groups
            },
            sql: Hands.sql
        )
    }
}

/// Shows of hands as they are stored: a row for each option of a question at a session.
private enum Hands {
    static func sql(_ scope: Scope) -> SQL {
        """
        WITH \(scope.clause)
        SELECT scope.group_key, scope.session_id, lower(trim(tally.question)), lower(trim(tally.option)), sum(tally.count)
        FROM scope
        CROSS JOIN session ON session.id = scope.session_id
        CROSS JOIN tally ON tally.session_id = scope.session_id
        WHERE \(scope.held) AND lower(trim(tally.question)) IN ('resonates', 'challenges')
        GROUP BY 1, 2, 3, 4
        """
    }

    /// One question at one session in one group.
    private struct Asked: Hashable {
        let group: String
        let session: Int64
        let question: String
    }

    static func read(
        _ scope: Scope,
        _ lists: [PrincipleList],
        _ plans: [FormPlan],
        in database: borrowing DatabaseReader
    ) throws -> [(String, [String: PrincipleHands])] {
        let onForms = try sessionsOnForms(scope, lists, plans, database)
        var asked: [Asked: [String: Int]] = [:]
        try database.forEach(sql(scope)) { row in
            let key = Asked(group: try row.text(0), session: try row[1], question: try row.text(2))
            let (option, count): (String, Int) = (try row.text(3), try row[4])
            asked[key, default: [:]].merge([option: count]) { $0.adding(saturating: $1) }
        }
        return asked.compactMap { key, options in
            guard let list = lists.first(where: { list in options.keys.contains { list.codes.contains($0) } }) else {
                return nil
            }
            if onForms["\(key.question) \(list.key)"]?.contains(key.session) == true { return nil }
            var hands = PrincipleHands()
            if key.question == "resonates" {
                hands.resonates = options
                hands.answeredResonates = options.values.saturatingSum
            } else {
                hands.challenges = options
                hands.answeredChallenges = options.values.saturatingSum
            }
            return (key.group, [list.key: hands])
        }
    }

    /// Sessions with hands where a form was answered, by the question and the list.
    private static func sessionsOnForms(
        _ scope: Scope,
        _ lists: [PrincipleList],
        _ plans: [FormPlan],
        _ database: borrowing DatabaseReader
    ) throws -> [String: Set<Int64>] {
        var sessions: [String: Set<Int64>] = [:]
        for list in lists {
            for (question, places) in [("resonates", list.resonates), ("challenges", list.challenges)] {
                for place in places where plans.indices.contains(place.plan) {
                    let plan = plans[place.plan]
                    guard let column = Form.answerColumn(plan.columns[place.place].item.slot) else { continue }
                    let found = try database.all(
                        """
                        SELECT DISTINCT evaluation.session_id
                        FROM (SELECT DISTINCT session_id FROM tally) AS shown
                        CROSS JOIN evaluation
                            ON evaluation.form_id = \(plan.form.id) AND evaluation.session_id = shown.session_id
                        WHERE typeof(evaluation.\(column)) = 'integer' AND \(scope.hasReturned("evaluation.submitted_on"))
                        """
                    ) { try $0[0] as Int64 }
                    sessions["\(question) \(list.key)", default: []].formUnion(found)
                }
            }
        }
        return sessions
    }
}
