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

    /// What people were asked.
    enum Question: String, CaseIterable {
        case resonates, challenges
    }

    /// Hands by code for a question.
    func of(_ question: Question) -> [String: Int] { question == .resonates ? resonates : challenges }

    /// The hands of both.
    mutating func add(_ other: PrincipleHands) {
        resonates.merge(other.resonates) { $0.adding(saturating: $1) }
        challenges.merge(other.challenges) { $0.adding(saturating: $1) }
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

    /// What was chosen on forms.
    func tally(_ counts: Counts, _ questionnaire: Questionnaire) -> PrincipleTally {
        let first = chosen(resonates, counts, questionnaire.plans)
        let second = chosen(challenges, counts, questionnaire.plans)
        return PrincipleTally(
            resonates: codes.map { first[$0] ?? 0 },
            challenges: codes.map { second[$0] ?? 0 },
            answeredResonates: first.values.reduce(0, +),
            answeredChallenges: second.values.reduce(0, +)
        )
    }

    /// How many hands were raised for the principle at a place; without a show of hands nothing was collected.
    func hands(_ counts: Counts, _ question: PrincipleHands.Question, _ place: Int) -> Figure {
        guard let hands = counts.hands[key]?.of(question), !hands.isEmpty else { return .notCollected }
        return .count(hands[codes[place]] ?? 0)
    }
}

extension Question {
    /// Shows of hands about principles.
    static func principleHands(_ lists: [PrincipleList]) -> Question {
        Question(
            name: "shows of hands",
            words: """
                Shows of hands at held sessions for the principle that resonates most, and for the one that \
                challenges most.
                """,
            evidence: .hands,
            gather: { basis, database in
                var groups: [String: Counts] = [:]
                for (key, hands) in try Hands.read(basis.scope, lists, in: database) {
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
        WHERE \(scope.happened) AND lower(trim(tally.question)) IN ('resonates', 'challenges')
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
        in database: borrowing DatabaseReader
    ) throws -> [(String, [String: PrincipleHands])] {
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
            var hands = PrincipleHands()
            if key.question == "resonates" { hands.resonates = options } else { hands.challenges = options }
            return (key.group, [list.key: hands])
        }
    }
}
