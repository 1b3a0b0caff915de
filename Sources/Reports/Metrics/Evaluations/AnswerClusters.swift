import Measures
import SQLite

/// How often each rated item was answered at each session, and how often favorably: what intervals need that know that
/// answers of one session resemble each other.
struct AnswerClusters {
    /// An item that is rated: its place among the columns, what is favorable, and all that it takes.
    private struct Rated {
        let place: Int
        let favorable: ClosedRange<Int>
        let range: ClosedRange<Int>
    }

    private let rated: [Rated]
    /// By session, for each rated item how many answered and how many favorably.
    private var counts: [Int32]

    init(_ layout: AnswerLayout, sessions: Int) {
        rated = layout.plan.ratedPlaces.compactMap { place in
            let column = layout.plan.columns[place]
            guard let range = column.likert, let top = Likert.top(of: range) else { return nil }
            let turned = range.lowerBound + range.upperBound - top.upperBound
            let favorable = layout.plan.isTurned(column) ? turned...turned + top.count - 1 : top
            return Rated(place: place, favorable: favorable, range: range)
        }
        counts = Array(repeating: 0, count: rated.count * 2 * sessions)
    }

    /// Counts the answers of a form from the session at a place.
    @inline(__always)
    mutating func add(_ sheet: AnswerSheet, at place: Int) {
        var slot = place * rated.count * 2
        for item in rated {
            defer { slot += 2 }
            guard case .whole(let number) = sheet.numbers.cells[item.place], item.range.contains(Int(number)) else {
                continue
            }
            counts[slot] += 1
            if item.favorable.contains(Int(number)) { counts[slot + 1] += 1 }
        }
    }

    /// What was counted at the session at a place.
    func counts(at place: Int) -> ArraySlice<Int32> {
        counts[place * rated.count * 2..<(place + 1) * rated.count * 2]
    }
}

extension FormPlan {
    /// The places of Likert items that are no knowledge questions.
    var ratedPlaces: [Int] {
        columns.indices.filter { columns[$0].likert.flatMap { Likert.top(of: $0) } != nil && columns[$0].right == nil }
    }
}
