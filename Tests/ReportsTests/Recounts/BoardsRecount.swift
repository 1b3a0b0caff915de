import Support

@testable import Reports

/// Participant advisory boards: PB-01 to PB-06.
struct BoardsRecount: RecountedTheme {
    static let report = Report.boards
    static let pointInTime: Set<String> = ["PB-01", "PB-01.authorized"]

    private let raw: RawBoards

    init(using generator: inout SeededGenerator) { raw = RawBoards(using: &generator) }

    var days: [Int] {
        raw.boards.flatMap { board -> [Int?] in
            board.meetings.flatMap { [$0.planned, $0.held] }
                + board.recommendations.flatMap { [$0.made, $0.due, $0.answered, $0.implemented] }
        }.compactMap { $0 }
    }

    func store(in sample: borrowing Sample) throws { try raw.store(in: sample) }

    func owners(of id: String) -> [Int] { raw.boards.map(\.organization) }

    func answers(_ scope: RecountScope) -> [String: Answer] {
        let boards = raw.boards.filter { scope.isAbout($0.organization) }
        var answers = seats(boards)
        answers["PB-02"] = scope.part == nil ? plans(boards, scope) : plansByDay(boards, scope)
        answers.merge(meetings(boards, scope)) { $1 }
        let made = boards.flatMap(\.recommendations).filter { scope.counts($0.made) }
        answers.merge(recommendations(made, scope)) { $1 }
        return answers
    }

    /// A part and its whole, of one board or meeting; nil where one of the two is blank.
    private typealias Pair = (part: Int, whole: Int)

    private func pair(_ part: Int?, of whole: Int?) -> Pair? {
        guard let part, let whole else { return nil }
        return (part, whole)
    }

    /// The share of all parts; what is blank is on no side.
    private func share(_ pairs: [Pair?]) -> Answer {
        let known = pairs.compactMap { $0 }
        let (part, whole) = known.reduce((0, 0)) { ($0.0 + $1.part, $0.1 + $1.whole) }
        return .share(part, of: whole, missing: pairs.count - known.count, among: pairs.count)
    }

    // MARK: - Seats

    /// Designated ones of the voting seats that are filled, and of those there are.
    private func seats(_ boards: [RawBoards.Board]) -> [String: Answer] {
        [
            "PB-01": share(boards.map { pair($0.designatedFilled, of: $0.filled) }),
            "PB-01.authorized": share(boards.map { pair($0.designatedFilled, of: $0.voting ?? $0.seats) }),
        ]
    }

    // MARK: - Meetings

    /// Meetings held, of those planned by day; of a board that plans none in the period, of its meetings a year for the
    /// days of the period.
    private func plans(_ boards: [RawBoards.Board], _ scope: RecountScope) -> Answer {
        var (planned, held, missing) = (0, 0, 0)
        for board in boards {
            let byDay = board.meetings.filter { scope.plans($0.planned) }.count
            let days = scope.to - scope.from + 1
            guard let plan = byDay > 0 ? byDay : board.perYear.map({ (2 * $0 * days + 365) / 730 }) else {
                missing += 1
                continue
            }
            planned += plan
            held += board.meetings.filter { scope.counts($0.held) }.count
        }
        if missing > 0, missing == boards.count { return .none("denominator_not_recorded", missing: missing) }
        return .share(held, of: planned, missing: missing)
    }

    /// Meetings planned for a day of the month or quarter, and those of them that were held by the reference day.
    private func plansByDay(_ boards: [RawBoards.Board], _ scope: RecountScope) -> Answer {
        let planned = boards.flatMap(\.meetings).filter { scope.plans($0.planned) }
        return .share(planned.filter { scope.isPast($0.held) }.count, of: planned.count)
    }

    private func meetings(_ boards: [RawBoards.Board], _ scope: RecountScope) -> [String: Answer] {
        var quorate: [Pair?] = []
        var attended: [Pair?] = []
        var paid: [Pair?] = []
        var levels: [[String]] = []
        for board in boards {
            for meeting in board.meetings where scope.counts(meeting.held) {
                quorate.append(isQuorate(meeting, board).map { ($0 ? 1 : 0, 1) })
                attended.append(pair(meeting.present, of: board.filled))
                paid.append(pair(meeting.paid, of: meeting.present))
                levels.append(meeting.levels)
            }
        }
        var answers = ["PB-03": share(quorate), "PB-03.attendance": share(attended), "PB-04": share(paid)]
        let without = levels.count(where: \.isEmpty)
        for level in ["inform", "consult", "involve", "collaborate", "empower"] {
            let topics = levels.joined().count { $0 == level }
            answers["PB-06.\(level)"] = .count(topics, missing: without, of: levels.count)
        }
        return answers
    }

    /// What was written down, else whether as many came as the board's rule asks, or more than half of its filled seats.
    private func isQuorate(_ meeting: RawBoards.Meeting, _ board: RawBoards.Board) -> Bool? {
        if let quorate = meeting.quorate { return quorate == 1 }
        guard let present = meeting.present else { return nil }
        if let quorum = board.quorum { return present >= quorum }
        return board.filled.map { 2 * present > $0 }
    }

    // MARK: - Recommendations

    private func recommendations(_ all: [RawBoards.Recommendation], _ scope: RecountScope) -> [String: Answer] {
        func answer(_ one: RawBoards.Recommendation) -> String? {
            one.answered == nil || scope.isPast(one.answered) ? one.answer : nil
        }
        let made = all.filter { answer($0) != "withdrawn" }
        let answered = made.filter { answer($0) != nil }
        let pending = made.filter { answer($0) == nil }
        let overdue = pending.filter { one in one.due.map { $0 < scope.reference } ?? false }
        let accepted = made.filter { answer($0) == "accepted" }
        let taken = accepted + made.filter { answer($0) == "partly" }
        let declined = made.filter { answer($0) == "declined" }
        let dated = answered.compactMap { one in one.answered.map { $0 - one.made } }
        return [
            "PB-05": .share(
                answered.count,
                of: answered.count + overdue.count,
                missing: pending.filter { $0.due == nil }.count,
                among: made.count
            ),
            "PB-05.uptake": .share(taken.count, of: made.count),
            "PB-05.uptake_decided": .share(taken.count, of: taken.count + declined.count),
            "PB-05.accepted": .share(accepted.count, of: made.count),
            "PB-05.implemented": .share(taken.filter { scope.isPast($0.implemented) }.count, of: taken.count),
            "PB-05.days": .median(dated, missing: answered.count - dated.count, of: answered.count),
        ]
    }
}
