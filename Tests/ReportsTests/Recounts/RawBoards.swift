import SQLite

@testable import Reports

/// Boards with their meetings and recommendations, made at random as the rules of boards have it.
struct RawBoards {
    struct Meeting {
        let id: Int
        let planned: Int?
        let held: Int?
        /// Those that were filled on this day, where the meeting has them of its own.
        let filled: Int?
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

    /// Seats and rules from a day on; what is blank stays as it was.
    struct Seats {
        /// Nil for those that a board has from always.
        let day: Int?
        let seats: Int?
        let voting: Int?
        let filled: Int?
        let designatedFilled: Int?
        let quorum: Int?
        let perYear: Int?
    }

    struct Board {
        let id: Int
        let organization: Int
        /// Before this day it is in no part.
        let since: Int?
        /// The first ones, and those of later days in their order.
        let states: [Seats]
        let meetings: [Meeting]
        let recommendations: [Recommendation]

        func isThere(on day: Int) -> Bool { since.map { $0 <= day } != false }

        /// A value as it was on a day: the one recorded last by then, else the first one, which holds backward.
        func value(_ cell: KeyPath<Seats, Int?>, on day: Int) -> Int? {
            let known = states.filter { $0[keyPath: cell] != nil }
            return (known.last { ($0.day ?? .min) <= day } ?? known.first)?[keyPath: cell]
        }
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
            topics: generator.pick([[0, 0, 1, 3], [0], [1, 2, 4], [0, 1]]),
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
        let since = generator.isOne(of: 3) ? Dates.any(&generator) - generator.pick([0, 1, 300]) : nil
        let isPlanned = generator.isOne(of: 2)
        let perYear: [Int?] = generator.pick([[nil], [nil, nil, 0, 1, 2, 4, 12, 52]])
        var states = [seats(from: since, keepsBlank: 5, perYear, &generator)]
        for _ in 0..<generator.pick([0, 0, 1, 2]) {
            let last = states.last?.day ?? since
            let day = last.map { Dates.later(than: $0 + 1, &generator) } ?? Dates.any(&generator)
            let later = seats(from: day, keepsBlank: 2, perYear, &generator)
            if later.isSomething { states.append(later) }
        }
        let most = states.compactMap(\.filled).max() ?? 6
        let meetings = meetings(of: id, habit, seats: most, planned: isPlanned, &generator)
        return Board(
            id: id,
            organization: generator.pick(RandomProgram.owners),
            since: since,
            states: states,
            meetings: meetings.filter { min($0.planned ?? .max, $0.held ?? .max) >= since ?? 0 },
            recommendations: recommendations(of: id, habit, &generator).filter { $0.made >= since ?? 0 }
        )
    }

    /// Seats of one day; with one value in so many left blank.
    private static func seats(
        from day: Int?,
        keepsBlank parts: Int,
        _ perYear: [Int?],
        _ generator: inout some RandomNumberGenerator
    ) -> Seats {
        let seats = Int.random(in: 0...12, using: &generator)
        // Without the seats filled nothing holds the designated ones against the voting ones.
        let isOpen = generator.isOne(of: 4)
        let voting = isOpen ? seats / 3 : generator.isOne(of: 2) ? Int.random(in: 0...seats, using: &generator) : seats
        let filled = generator.isOne(of: 2) ? voting : Int.random(in: 0...voting, using: &generator)
        func blank(_ value: Int, _ generator: inout some RandomNumberGenerator) -> Int? {
            generator.isOne(of: parts) ? nil : value
        }
        return Seats(
            day: day,
            seats: blank(seats, &generator),
            voting: generator.isOne(of: 3) ? nil : voting,
            filled: isOpen ? nil : blank(filled, &generator),
            designatedFilled: generator.isOne(of: 4)
                ? 0 : blank(Int.random(in: 0...(isOpen ? seats : filled), using: &generator), &generator),
            quorum: generator.isOne(of: 2) ? nil : Int.random(in: 1...6, using: &generator),
            perYear: generator.pick(perYear)
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
                    filled: isHeld && generator.isOne(of: 4) ? Int.random(in: 0...most, using: &generator) : nil,
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
            let isDated = habit.blank > 1 && !generator.isOne(of: 3)
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
}

extension RawBoards.Seats {
    fileprivate var isSomething: Bool {
        [seats, voting, filled, designatedFilled, quorum, perYear].contains { $0 != nil }
    }
}

extension RawBoards {
    /// Days on which a figure may change, and the days after those on which something is due.
    var days: [Int] {
        boards.flatMap { board -> [Int?] in
            [board.since] + board.states.map(\.day) + board.meetings.flatMap { [$0.planned, $0.held] }
                + board.recommendations.flatMap {
                    [$0.made, $0.due, $0.due.map { $0 + 1 }, $0.answered, $0.implemented]
                }
        }.compactMap { $0 }
    }
}
