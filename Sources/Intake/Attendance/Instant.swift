import Calendar
import Records

/// A moment of civil time as files write it, in seconds since 1970 on a clock without zones.
///
/// Only differences within one file are used, and nothing of it is kept.
enum Instant {
    /// Reads a native cell: `2026-11-10T14:00`, with seconds or an offset from UTC too, or a time alone.
    static func native(_ bytes: UnsafeRawBufferPointer, dates: DateStyle) -> Int64? {
        if dates == .iso, let instant = iso(bytes) { return instant }
        let text = String(decoding: bytes, as: UTF8.self)
        return general(text, dates: dates) ?? clock(text.split(whereSeparator: \.isWhitespace)).map(Int64.init)
    }

    /// Reads what vendors write: `09/24/2020 11:35:16 AM`, `Mar 22, 2025 19:52:01`, `2020/12/8 8:35`.
    ///
    /// Where the year comes last the month comes first, unless `dates` says otherwise; nothing is ever swapped.
    static func vendor(_ text: String, dates: DateStyle?) -> Int64? {
        general(text, dates: dates == .iso ? nil : dates)
    }

    /// `YYYY-MM-DD`, then `T` or a blank, then `HH:MM`, perhaps with seconds, a fraction and `Z` or an offset.
    private static func iso(_ bytes: UnsafeRawBufferPointer) -> Int64? {
        guard bytes.count >= 16, bytes[4] == 0x2D, bytes[7] == 0x2D, bytes[10] == 0x54 || bytes[10] == 0x20,
            bytes[13] == 0x3A,
            let century = pair(bytes, 0), let years = pair(bytes, 2), let month = pair(bytes, 5),
            let day = pair(bytes, 8), let hour = pair(bytes, 11), let minute = pair(bytes, 14),
            hour < 24, minute < 60, let date = Day(year: century * 100 + years, month: month, day: day)
        else { return nil }
        var seconds = date.epochDay * 86_400 + hour * 3_600 + minute * 60
        var index = 16
        if index < bytes.count, bytes[index] == 0x3A {
            guard let second = pair(bytes, index + 1), second <= 60 else { return nil }
            seconds += second
            index += 3
        }
        if index < bytes.count, bytes[index] == 0x2E {
            index += 1
            while index < bytes.count, isDigit(bytes[index]) { index += 1 }
        }
        guard let offset = offset(bytes, index) else { return nil }
        return Int64(seconds - offset)
    }

    /// The seconds of an offset from UTC that begins at `index` and ends the text; 0 where there is none.
    private static func offset(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> Int? {
        if index == bytes.count { return 0 }
        if bytes[index] == 0x5A, index + 1 == bytes.count { return 0 }
        guard bytes[index] == 0x2B || bytes[index] == 0x2D, let hours = pair(bytes, index + 1) else { return nil }
        let next = index + 3
        let colon = next < bytes.count && bytes[next] == 0x3A ? 1 : 0
        let minutes = next == bytes.count ? 0 : pair(bytes, next + colon)
        guard let minutes, next == bytes.count || next + colon + 2 == bytes.count else { return nil }
        return (bytes[index] == 0x2B ? 1 : -1) * (hours * 3_600 + minutes * 60)
    }

    private static func pair(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> Int? {
        guard index + 1 < bytes.count, isDigit(bytes[index]), isDigit(bytes[index + 1]) else { return nil }
        return Int(bytes[index] - 0x30) * 10 + Int(bytes[index + 1] - 0x30)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }

    private static func general(_ text: String, dates: DateStyle?) -> Int64? {
        var words = text.split { $0.isWhitespace || $0 == "," || $0 == "T" }
        guard let first = words.first else { return nil }
        let day: Day?
        if let month = months[first.prefix(3).lowercased()], words.count >= 3 {
            day = Day(
                year: PlainNumber.part(words[2]) ?? 0,
                month: month,
                day: PlainNumber.part(words[1]) ?? 0
            )
            words.removeFirst(3)
        } else {
            let leadsWithYear = first.prefix { $0.isNumber }.count == 4
            let style = leadsWithYear ? .ymd : dates == .iso ? .iso : dates ?? .mdy
            day = style.day(first)
            words.removeFirst()
        }
        guard let day else { return nil }
        if words.isEmpty { return nil }
        guard let clock = clock(words) else { return nil }
        return Int64(day.epochDay * 86_400 + clock)
    }

    private static let months: [String: Int] = [
        "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11,
        "dec": 12,
    ]

    /// Seconds since midnight of `14:00`, `14:00:30`, `2:00 PM` or `2:00 p. m.`
    private static func clock(_ words: [Substring]) -> Int? {
        var rest = words.map(String.init)
        let half = words.count == 1 && words[0].utf8.allSatisfy({ $0 < 0x3B }) ? nil : HalfDay.take(from: &rest)
        guard let first = rest.first, rest.count == 1 else { return nil }
        let parts = first.split(separator: ":", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { (1...2).contains($0.utf8.count) ? PlainNumber.part($0) : nil }
        guard (2...3).contains(parts.count), numbers.count == parts.count, 0..<60 ~= numbers[1],
            numbers.count == 2 || 0...60 ~= numbers[2]
        else { return nil }
        var hour = numbers[0]
        if let half {
            guard 1...12 ~= hour else { return nil }
            hour = hour % 12 + (half ? 12 : 0)
        }
        guard hour < 24 else { return nil }
        return hour * 3_600 + numbers[1] * 60 + (numbers.count == 3 ? numbers[2] : 0)
    }
}
