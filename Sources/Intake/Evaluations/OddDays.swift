import Calendar
import Records

/// How many forms are of a day that does not go with their session's, by session.
struct OddDays {
    /// Forms for after, or a follow-up, of a day before the session.
    private(set) var early: [Int64: Int] = [:]
    /// Forms of a day more than a year from the session, but follow-ups.
    private(set) var far: [Int64: Int] = [:]

    /// Counts a form of this day.
    @inline(__always)
    mutating func take(_ session: Int64, _ day: Day, _ start: Day, _ wave: Form.Wave) {
        if wave != .before, day < start {
            early[session, default: 0] += 1
        } else if wave != .followup, abs(day.epochDay - start.epochDay) > Form.mostDays {
            far[session, default: 0] += 1
        }
    }
}
