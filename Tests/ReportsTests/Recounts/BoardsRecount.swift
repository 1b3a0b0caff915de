import Support

@testable import Reports

/// Participant advisory boards: PB-01 to PB-06, by the definitions in section 2 F with 9.1 to 9.3, 9.5, 9.8 and 9b.1 to 4,
/// 11, 13, 14 and 16.
struct BoardsRecount: RecountedTheme {
    static let report = Report.boards
    static let pointInTime: Set<String> = ["PB-01", "PB-01.authorized"]
    static let judged: Set<String> = [
        "PB-01", "PB-01.authorized", "PB-02", "PB-03", "PB-03.attendance", "PB-04", "PB-05", "PB-05.answered",
        "PB-05.noted", "PB-05.uptake", "PB-05.uptake_decided", "PB-05.accepted", "PB-05.implemented", "PB-05.pending",
        "PB-05.overdue", "PB-05.unimplemented",
    ]

    private let raw: RawBoards

    init(using generator: inout SeededGenerator) { raw = RawBoards(using: &generator) }

    var days: [Int] { raw.days }

    func store(in sample: borrowing Sample) throws { try raw.store(in: sample) }

    func owners(of id: String) -> [Int] { raw.boards.map(\.organization) }

    func answers(_ scope: RecountScope) -> [String: Answer] {
        let boards = raw.boards.filter { scope.isAbout($0.organization) }
        var answers = seats(boards.filter { $0.isThere(on: scope.reference) }, scope.reference)
        answers["PB-02"] = plans(boards.filter { $0.isThere(on: scope.reference) }, scope)
        answers.merge(meetings(boards, scope)) { $1 }
        answers.merge(recommendations(boards.flatMap(\.recommendations), scope)) { $1 }
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

    /// Designated ones of the voting seats that are filled, and of those there are, on the reference day.
    private func seats(_ boards: [RawBoards.Board], _ day: Int) -> [String: Answer] {
        func pair(_ board: RawBoards.Board, of whole: Int?) -> Pair? {
            self.pair(board.value(\.designatedFilled, on: day), of: whole)
        }
        return [
            "PB-01": share(boards.map { pair($0, of: $0.value(\.filled, on: day)) }),
            "PB-01.authorized": share(
                boards.map { pair($0, of: $0.value(\.voting, on: day) ?? $0.value(\.seats, on: day)) }
            ),
        ]
    }

    // MARK: - Meetings

    /// Meetings held, of those planned: by day for a board that ever planned one by day, else by its meetings a year, which
    /// do not divide into months, quarters and other short periods.
    private func plans(_ boards: [RawBoards.Board], _ scope: RecountScope) -> Answer {
        var (planned, held, missing) = (0, 0, 0)
        var isDivisible = true
        for board in boards {
            if board.meetings.contains(where: { $0.planned != nil }) {
                planned += board.meetings.filter { scope.plans($0.planned) }.count
                held += board.meetings.filter { scope.counts($0.held) }.count
            } else if let plan = plan(board, scope) {
                if scope.isPart || scope.to - scope.from + 1 < 90 { isDivisible = false }
                planned += plan
                held += board.meetings.filter { scope.counts($0.held) }.count
            } else {
                missing += 1
            }
        }
        guard isDivisible else { return .none("not_divisible", missing: missing) }
        if missing > 0, missing == boards.count { return .none("denominator_not_recorded", missing: missing) }
        var answer = Answer.share(held, of: planned, missing: missing)
        // More than planned is no error.
        if planned > 0 { (answer.state, answer.reason, answer.value) = ("value", nil, Double(held) / Double(planned)) }
        return answer
    }

    /// The meetings a year, day by day as they were set, for the days of the period on which there was a board. What begins
    /// after the reference day changes nothing yet (9.5).
    private func plan(_ board: RawBoards.Board, _ scope: RecountScope) -> Int? {
        guard board.value(\.perYear, on: scope.reference) != nil else { return nil }
        let days = (scope.from...scope.to).filter { board.isThere(on: $0) }
        let meetings = days.reduce(0) { $0 + (board.value(\.perYear, on: min($1, scope.reference)) ?? 0) }
        return (2 * meetings + 365) / 730
    }

    private func meetings(_ boards: [RawBoards.Board], _ scope: RecountScope) -> [String: Answer] {
        var quorate: [Pair?] = []
        var attended: [Pair?] = []
        var paid: [Pair?] = []
        var levels: [[String]] = []
        for board in boards {
            for meeting in board.meetings where scope.counts(meeting.held) {
                quorate.append(isQuorate(meeting, board).map { ($0 ? 1 : 0, 1) })
                attended.append(pair(meeting.present, of: filled(at: meeting, board)))
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
        if let quorum = meeting.held.flatMap({ board.value(\.quorum, on: $0) }) { return present >= quorum }
        return filled(at: meeting, board).map { 2 * present > $0 }
    }

    /// Seats that were filled at a meeting: its own, else those of its day.
    private func filled(at meeting: RawBoards.Meeting, _ board: RawBoards.Board) -> Int? {
        meeting.filled ?? meeting.held.flatMap { board.value(\.filled, on: $0) }
    }
}
