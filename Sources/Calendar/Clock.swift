import Glibc

/// The present: the one place that asks the machine for it, so that tests can say when it is.
package struct Clock: Sendable {
    /// Seconds since 1970-01-01T00:00:00Z, within the calendar's days.
    package let now: @Sendable () -> Int64

    /// A clock that asks `now`; one that is set before the calendar begins, or after it ends, stands at that end.
    package init(now: @escaping @Sendable () -> Int64) {
        self.now = { min(max(now(), Self.first), Self.last) }
    }

    private static let first = Int64(Day.first.epochDay) * 86_400
    private static let last = Int64(Day.last.epochDay) * 86_400 + 86_399

    /// The machine's clock.
    package static let machine = Clock { Int64(time(nil)) }

    /// A clock that stands still at noon UTC of `day`.
    package static func fixed(_ day: Day) -> Clock {
        let seconds = Int64(day.epochDay) * 86_400 + 43_200
        return Clock { seconds }
    }

    /// The present instant in UTC, as it is stored: `2026-11-10T17:05:00Z`.
    package var instant: String {
        let seconds = now()
        let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
        let rest = Int(seconds - days * 86_400)
        let time = [rest / 3_600, rest / 60 % 60, rest % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return "\(Day(epochDay: Int(days)) ?? .first)T\(time.joined(separator: ":"))Z"
    }

    /// The civil date in `zone` now.
    package func today(in zone: TimeZoneName) -> Day {
        zone.civilDate(at: now())
    }
}
