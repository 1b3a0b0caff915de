import SQLite

@testable import Reports

/// Boards with their meetings and recommendations, made at random as the rules of boards have it.
struct RawBoards {
    struct Meeting {
        let id: Int
        let planned: Int?
        let held: Int?
        let present: Int?
        let paid: Int?
        let declined: Int?
        let quorate: Int?
        let levels: [String]
    }

    struct Recommendation {
        let id: Int
        let made: Int
        let due: Int?
        let answer: String?
        let answered: Int?
        let implemented: Int?
    }

    struct Board {
        let id: Int
        let organization: Int
        let seats: Int?
        let voting: Int?
        let filled: Int?
        let designatedFilled: Int?
        let quorum: Int?
        let perYear: Int?
        let meetings: [Meeting]
        let recommendations: [Recommendation]
    }

    private(set) var boards: [Board] = []

    /// How boards of a record are kept: in one of how many meetings a number is blank, and whether anybody is paid.
    private struct Habit {
        let blank: Int
        let isPaid: Bool
        let answers: [String?]
        let topics: [Int]
        /// One in how many recommendations has no day for its answer.
        let undated: Int
    }

    init(using generator: inout some RandomNumberGenerator) {
        let all = ["accepted", "accepted", "partly", "declined", "noted", "withdrawn", nil, nil]
        let habit = Habit(
            blank: generator.pick([1, 2, 5, 5, 100]),
            isPaid: !generator.isOne(of: 3),
            answers: generator.pick([all, all, ["declined", "noted", nil], [nil]]),
            topics: generator.pick([[0, 0, 1, 3], [0], [1, 2, 4]]),
            undated: generator.pick([1, 4, 4])
        )
        let count = generator.pick([0, 1, 1, 2, 3, 4])
        for id in 0..<count { boards.append(Self.board(id + 1, habit, &generator)) }
    }

    private static func board(
        _ id: Int,
        _ habit: Habit,
        _ generator: inout some RandomNumberGenerator
    ) -> Board {
        let seats = Int.random(in: 0...12, using: &generator)
        // Without the seats filled nothing holds the designated ones against the voting ones.
        let isOpen = generator.isOne(of: 4)
        let voting = isOpen ? seats / 3 : generator.isOne(of: 2) ? Int.random(in: 0...seats, using: &generator) : seats
        let filled = generator.isOne(of: 2) ? voting : Int.random(in: 0...voting, using: &generator)
        func blank(_ value: Int, _ generator: inout some RandomNumberGenerator) -> Int? {
            generator.isOne(of: 5) ? nil : value
        }
        return Board(
            id: id,
            organization: generator.pick(RandomProgram.owners),
            seats: blank(seats, &generator),
            voting: generator.isOne(of: 3) ? nil : voting,
            filled: isOpen ? nil : filled,
            designatedFilled: generator.isOne(of: 4)
                ? 0 : blank(Int.random(in: 0...(isOpen ? seats : filled), using: &generator), &generator),
            quorum: generator.isOne(of: 2) ? nil : Int.random(in: 1...6, using: &generator),
            perYear: generator.pick([nil, nil, 0, 1, 2, 4, 12, 52]),
            meetings: meetings(of: id, habit, seats: isOpen ? 6 : filled, planned: generator.isOne(of: 2), &generator),
            recommendations: recommendations(of: id, habit, &generator)
        )
    }

    /// Meetings on days of their own, planned or not, held, cancelled or still to come.
    private static func meetings(
        of board: Int,
        _ habit: Habit,
        seats: Int,
        planned isPlanned: Bool,
        _ generator: inout some RandomNumberGenerator
    ) -> [Meeting] {
        // A board that shrank since had more at its meetings than it has seats.
        let most = seats + (generator.isOne(of: 3) ? 4 : 0)
        var days: Set<Int> = []
        var meetings: [Meeting] = []
        for place in 0..<generator.pick([0, 2, 5, 8]) {
            let day = Dates.any(&generator)
            guard days.insert(day).inserted else { continue }
            let isHeld = !isPlanned || !generator.isOne(of: 3)
            let present =
                isHeld && !generator.isOne(of: habit.blank) ? Int.random(in: 0...most, using: &generator) : nil
            let paidAtMost = habit.isPaid ? present ?? 5 : 0
            let paid =
                isHeld && !generator.isOne(of: habit.blank) ? Int.random(in: 0...paidAtMost, using: &generator) : nil
            let rest = (present ?? 9) - (paid ?? 0)
            meetings.append(
                Meeting(
                    id: board * 100 + place,
                    planned: isPlanned ? generator.pick([day, day, day - 1, day + 30]) : nil,
                    held: isHeld ? day : nil,
                    present: present,
                    paid: paid,
                    declined: isHeld && generator.isOne(of: 3) ? Int.random(in: 0...rest, using: &generator) : nil,
                    quorate: isHeld && generator.isOne(of: 6) ? generator.pick([0, 1]) : nil,
                    levels: isHeld ? levels(habit, &generator) : []
                )
            )
        }
        return meetings
    }

    private static func levels(_ habit: Habit, _ generator: inout some RandomNumberGenerator) -> [String] {
        let all = ["inform", "consult", "involve", "collaborate", "empower"]
        return (0..<generator.pick(habit.topics)).map { _ in generator.pick(all) }
    }

    private static func recommendations(
        of board: Int,
        _ habit: Habit,
        _ generator: inout some RandomNumberGenerator
    ) -> [Recommendation] {
        (0..<generator.pick([0, 1, 5, 9])).map { place in
            let made = Dates.any(&generator)
            let answer = generator.pick(habit.answers)
            let isDated = habit.blank > 1 && !generator.isOne(of: 4)
            let answered = answer == nil || !isDated ? nil : Dates.later(than: made, &generator)
            let isTaken = answer == "accepted" || answer == "partly"
            return Recommendation(
                id: board * 100 + place,
                made: made,
                due: generator.isOne(of: habit.undated) ? nil : Dates.later(than: made, &generator),
                answer: answer,
                answered: answered,
                implemented: isTaken && generator.isOne(of: 2)
                    ? Dates.later(than: answered ?? made, &generator) : nil
            )
        }
    }

    func store(in sample: borrowing Sample) throws {
        for one in boards {
            try sample.board(
                one.id,
                of: one.organization,
                seats: one.seats,
                voting: one.voting,
                filled: one.filled,
                designatedFilled: one.designatedFilled,
                quorum: one.quorum,
                perYear: one.perYear
            )
            for meeting in one.meetings { try store(meeting, of: one.id, in: sample) }
            for made in one.recommendations {
                try sample.recommended(
                    made.id,
                    Almanac.iso(made.made),
                    by: one.id,
                    due: made.due.map(Almanac.iso),
                    answer: made.answer,
                    answered: made.answered.map(Almanac.iso),
                    implemented: made.implemented.map(Almanac.iso)
                )
            }
        }
    }

    private func store(_ meeting: Meeting, of board: Int, in sample: borrowing Sample) throws {
        try sample.meeting(
            meeting.id,
            of: board,
            planned: meeting.planned.map(Almanac.iso),
            held: meeting.held.map(Almanac.iso),
            present: meeting.present,
            paid: meeting.paid,
            declined: meeting.declined,
            quorate: meeting.quorate,
            levels: meeting.levels
        )
        if meeting.held == nil, meeting.id % 2 == 0 {
            try sample.database.execute("UPDATE meeting SET cancelled = 1 WHERE id = \(meeting.id)")
        }
    }
}
