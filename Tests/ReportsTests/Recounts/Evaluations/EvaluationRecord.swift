import Support

/// Forms, what came back on them, hands, commitments and assessments, as they are in the tables, made at random.
///
/// The sessions, and who came to them, are those of `RawRecords`.
struct EvaluationRecord {
    /// One of the answers that a question offers; without a value it is an answer and no number.
    struct Choice {
        var name: String
        var value: Int?
    }

    struct Item {
        var code: String
        var kind: String
        var words = "?"
        var choices: [Choice] = []
        /// The ends of a Likert item, and of a number that has any.
        var low: Int?
        var high: Int?
        var isWhole = true
        var scale: String?
        var isReversed = false
        var level: Int?
        /// The right answer: names of choices, or a number.
        var key: [String] = []

        /// Whether its answers stand in an answer column.
        var isCounted: Bool {
            ["likert", "choice", "choices", "number", "recommend", "resonates", "challenges"].contains(kind)
        }
    }

    struct Scale {
        var code: String
        var scoring: String
        var needed: Int?
        var direction: String
    }

    struct Form {
        /// Its place among the forms; a later one is newer.
        var id: Int
        var wave: String
        var items: [Item]
        var scales: [Scale]

        var asksForCode: Bool { items.contains { $0.kind == "element" } }
        var counted: [Item] { items.filter(\.isCounted) }
    }

    enum Answer: Equatable {
        /// A number, in tenths.
        case tenths(Int)
        /// The choices that were ticked, by their places from 1.
        case ticked([Int])
        /// A choice that is no number.
        case name(String)
    }

    /// A form that came back.
    struct Response {
        var id: Int
        var form: Int
        var session: Int
        var day: String?
        /// By the code of the item, as the form spells it.
        var answers: [String: Answer]
        /// Codes of the counted items that its file had a column for; nil where all of the form were asked.
        var asked: [String]?
        /// Codes of items under which words were written.
        var written: [String] = []
        /// What matching came to: 0 unmatched, 1 exact, 2 one element off, 3 ambiguous; nil where it carried no code.
        var how: Int?
        var pair: Int?

        /// A row without an answer is no response (definitions 9.6).
        var isEmpty: Bool { answers.isEmpty && written.isEmpty }
    }

    struct Hands {
        var session: Int
        var question: String
        var option: String
        var count: Int
    }

    struct Commitment {
        var session: Int
        var made: Int?
        var day: String?
        var fully: Int?
        var partly: Int?
        var notYet: Int?
        /// Whose they are: `individual`, `institution`, or nobody said.
        var scope: String?
        var respondents: Int?
    }

    struct Assessment {
        var organization: Int
        var completed: String?
    }

    /// What `RawRecords` does not say of a session.
    struct Place {
        var course: Int?
        var site: String?
        var modality: String?
        /// The event that it is a part of.
        var parent: Int?
        var form: Int?
        /// How many people were asked for a follow-up.
        var asked: Int?
    }

    /// Days to the follow-up, by the course; 30 where none are set.
    static let followupDays = [2: 45]

    var raw: RawRecords
    var places: [Int: Place] = [:]
    var forms: [Form] = []
    var responses: [Response] = []
    var hands: [Hands] = []
    var commitments: [Commitment] = []
    var assessments: [Assessment] = []

    init(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        raw = RawRecords(using: &generator)
        addPlaces(&generator)
        addForms(&generator)
        addResponses(&generator)
        addPairs(&generator)
        addHands(&generator)
        addCommitments(&generator)
    }
}

extension RandomNumberGenerator {
    /// True once in so many times.
    mutating func isOnce(in times: Int) -> Bool { Int.random(in: 0..<times, using: &self) == 0 }

    mutating func one<T>(of values: [T]) -> T { values[Int.random(in: 0..<values.count, using: &self)] }
}

// MARK: - Sessions

extension EvaluationRecord {
    private mutating func addPlaces(_ generator: inout SeededGenerator) {
        let all = raw.sessions.map(\.id)
        for session in all {
            let parent = generator.isOnce(in: 2) ? all[0] : generator.one(of: all)
            places[session] = Place(
                course: generator.one(of: [nil, 1, 2]),
                site: generator.one(of: [nil, "North", "South"]),
                modality: generator.one(of: [nil, "online", "in_person"]),
                parent: parent != session && generator.isOnce(in: 2) ? parent : nil,
                form: generator.one(of: [nil, nil, 1]),
                asked: generator.one(of: [nil, 0, 3, 20, 40])
            )
            guard !isGathering(session), generator.isOnce(in: 2) else { continue }
            raw.headcounts.removeAll { $0.session == session }
            raw.headcounts.append(
                RawRecords.Headcount(
                    session: session,
                    scope: "everyone",
                    organization: nil,
                    category: "",
                    method: 3,
                    count: Int.random(in: 0...70, using: &generator)
                )
            )
        }
        for organization in RawRecords.organizations {
            let days = [nil, "2026-03-01", "2026-11-30", "2027-02-01", "2027-05-01", "2027-11-01", "2028-01-01"]
            assessments.append(Assessment(organization: organization, completed: generator.one(of: days)))
        }
    }
}

// MARK: - What came back

extension EvaluationRecord {
    private static let days = [nil, nil, "2026-02-01", "2026-03-15", "2026-05-01", "2026-07-15", "2026-12-31"]

    private mutating func addResponses(_ generator: inout SeededGenerator) {
        let most = generator.one(of: [4, 9, 14, 14])
        for form in forms {
            for session in raw.sessions where !generator.isOnce(in: 3) {
                let isAlike = generator.isOnce(in: 8)
                var last: Response?
                for _ in 0..<Int.random(in: 0...most, using: &generator) {
                    var response = answers(to: form, at: session.id, &generator)
                    if isAlike, let last { response.answers = last.answers }
                    last = response
                    responses.append(response)
                }
            }
        }
    }

    private func answers(to form: Form, at session: Int, _ generator: inout SeededGenerator) -> Response {
        var response = Response(
            id: 1_000 + responses.count,
            form: form.id,
            session: session,
            day: generator.one(of: Self.days),
            answers: [:]
        )
        let isStraight = generator.isOnce(in: 10)
        let straight = Int.random(in: 1...5, using: &generator)
        // Some break off: nothing is answered from one item on.
        let end = generator.isOnce(in: 5) ? Int.random(in: 0...form.items.count, using: &generator) : form.items.count
        for item in form.items.prefix(end) {
            if ["commitment", "reflection", "text"].contains(item.kind), generator.isOnce(in: 2) {
                response.written.append(item.code)
            }
            guard item.isCounted, !generator.isOnce(in: 7) else { continue }
            var answer = item.answer(&generator)
            if isStraight, let low = item.low, let high = item.high, (low...high).contains(straight) {
                answer = .tenths(10 * straight)
            }
            response.answers[item.code] = answer
        }
        // A file without a column for every item.
        if generator.isOnce(in: 4) {
            let asked = form.counted.map(\.code).filter { _ in !generator.isOnce(in: 3) }
            response.asked = asked
            response.answers = response.answers.filter { asked.contains($0.key) }
        }
        if generator.isOnce(in: 6) { answerToALimit(&response, form, &generator) }
        return response
    }

    /// Just half of the items are answered, or just four fifths: where a response begins to be one.
    private func answerToALimit(_ response: inout Response, _ form: Form, _ generator: inout SeededGenerator) {
        let asked = form.counted.filter { response.asked?.contains($0.code) != false }
        let items = asked.shuffled(using: &generator)
        let limit = Bool.random(using: &generator) ? items.count / 2 : items.count * 4 / 5
        response.answers = [:]
        for item in items.prefix(limit) { response.answers[item.code] = item.answer(&generator) }
    }

    /// Somebody fills in a form before and one after in the same series; of some nobody can tell which belong together.
    private mutating func addPairs(_ generator: inout SeededGenerator) {
        var pair = 0
        let coded = responses.indices.filter { form(of: responses[$0]).asksForCode && !responses[$0].isEmpty }
        let bySeries = Dictionary(grouping: coded) { places[responses[$0].session]?.parent ?? responses[$0].session }
        for (_, members) in bySeries.sorted(by: { $0.key < $1.key }) {
            let befores = members.filter { form(of: responses[$0]).wave == "before" }.shuffled(using: &generator)
            let afters = members.filter { form(of: responses[$0]).wave == "after" }.shuffled(using: &generator)
            for place in befores + afters { responses[place].how = generator.one(of: [0, 0, 3]) }
            let areUnchanged = generator.isOnce(in: 4)
            for (before, after) in zip(befores, afters) where !generator.isOnce(in: 6) {
                pair += 1
                let how = generator.one(of: [1, 1, 2])
                for place in [before, after] { (responses[place].how, responses[place].pair) = (how, pair) }
                if areUnchanged { repeatAnswers(of: before, in: after) }
            }
        }
    }

    /// Somebody answers after as before, wherever both forms ask alike.
    private mutating func repeatAnswers(of before: Int, in after: Int) {
        let asked = form(of: responses[before]).counted
        for item in form(of: responses[after]).counted where responses[after].asked?.contains(item.code) != false {
            let isAlike = asked.contains { $0.code == item.code && EvaluationRecount.areAlike($0, item) }
            guard isAlike, let answer = responses[before].answers[item.code] else { continue }
            responses[after].answers[item.code] = answer
        }
    }

    func isGathering(_ session: Int) -> Bool { raw.sessions.contains { $0.id == session && $0.isGathering } }

    func form(of response: Response) -> Form { forms[response.form - 1] }
}

extension EvaluationRecord.Item {
    fileprivate func answer(_ generator: inout SeededGenerator) -> EvaluationRecord.Answer {
        switch kind {
        case "choices":
            let ticked = choices.indices.map { $0 + 1 }.filter { _ in Bool.random(using: &generator) }
            return .ticked(ticked)
        case "number", "recommend":
            let (low, high) = (low ?? 0, high ?? 30)
            return .tenths(
                isWhole
                    ? 10 * Int.random(in: low...high, using: &generator)
                    : Int.random(in: 10 * low...10 * high, using: &generator)
            )
        default:
            let choice = generator.one(of: choices)
            return choice.value.map { .tenths(10 * $0) } ?? .name(choice.name)
        }
    }
}
