import Calendar
import Records

/// The day on which a form was returned, from whatever a form service writes; the time of day goes no further.
struct SubmittedDay {
    /// What a cell came to.
    enum Reading: Equatable {
        case day(Day)
        /// Blank, or LimeSurvey's 1980-01-01.
        case unknown
        case fault(String)
    }

    /// The zone whose civil days count.
    let zone: TimeZoneName
    /// The zone of times in the file that have none of their own.
    let fileZone: TimeZoneName?
    let dates: DateStyle?
    /// Whether the year comes last with the month first, where nothing else is said.
    let isVendor: Bool
    /// Whether the form service writes UTC without saying so.
    let isUTC: Bool

    /// What a trimmed cell says.
    func read(_ cell: UnsafeRawBufferPointer) -> Reading {
        if cell.isEmpty { return .unknown }
        if let day = Self.plainDay(cell) { return day == Self.limeSurvey ? .unknown : .day(day) }
        let text = String(decoding: cell, as: UTF8.self)
        guard let moment = Moment(text, dates: dates, isVendor: isVendor) else { return .fault(problem(text)) }
        if moment.day == Self.limeSurvey { return .unknown }
        guard let seconds = moment.seconds else { return .day(moment.day) }
        let civil = Int64(moment.day.epochDay) * 86_400 + Int64(seconds)
        switch moment.zone {
        case .offset(let offset): return .day(zone.civilDate(at: civil - Int64(offset)))
        case .unknown(let name):
            guard let fileZone, name.allSatisfy({ $0.isLetter || $0.isNumber || "+-:".contains($0) }) else {
                let shown = Self.isZoneWord(name) ? "the time zone \"\(name)\"" : "the text after the time"
                let what = "\(shown) is unknown. Give one, such as --time-zone America/Denver."
                return .fault(what)
            }
            return .day(zone.civilDate(at: fileZone.instant(ofCivil: civil)))
        case .none:
            if isUTC, fileZone == nil { return .day(zone.civilDate(at: civil)) }
            guard let fileZone, fileZone != zone else { return .day(moment.day) }
            return .day(zone.civilDate(at: fileZone.instant(ofCivil: civil)))
        }
    }

    /// A day as 2026-11-10, which most files write, without the cost of a text.
    private static func plainDay(_ cell: UnsafeRawBufferPointer) -> Day? {
        guard cell.count == 10, cell[4] == UInt8(ascii: "-"), cell[7] == UInt8(ascii: "-") else { return nil }
        func number(_ digits: Range<Int>) -> Int? {
            var number = 0
            for place in digits {
                guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= cell[place] else { return nil }
                number = number * 10 + Int(cell[place] - UInt8(ascii: "0"))
            }
            return number
        }
        guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else { return nil }
        return Day(year: year, month: month, day: day)
    }

    /// What LimeSurvey writes where dates are not recorded.
    private static let limeSurvey = Day(year: 1980, month: 1, day: 1)

    /// Capital letters, as abbreviations of zones are: `IST`.
    private static func isZoneWord(_ text: String) -> Bool {
        (2...5).contains(text.utf8.count) && text.utf8.allSatisfy { 0x41...0x5A ~= $0 }
    }

    private func problem(_ text: String) -> String {
        let shown = Self.dayWord(text).map { Repeating.stated($0) } ?? Repeating.unstated
        if isVendor { return "\(shown). Say how dates are written, such as --dates dmy." }
        return "\(shown). Write dates as 2026-11-10, or say how they are written, such as --dates mdy."
    }

    /// The first word, without a time of day; nil where it may be one: a number of days or seconds has it too.
    private static func dayWord(_ text: String) -> String? {
        guard var word = text.split(whereSeparator: { $0.isWhitespace || $0 == "," }).first else { return nil }
        if word.first?.isNumber == true, let mark = word.firstIndex(where: { $0 == "T" || $0 == "t" }) {
            word = word[..<mark]
        }
        return word.count > 20 || word.contains(":") || Double(word) != nil ? nil : String(word)
    }
}

/// A day and, where it is said, a time of day with its zone.
private struct Moment {
    enum Zone: Equatable {
        case none
        /// Seconds east of UTC.
        case offset(Int)
        case unknown(String)
    }

    let day: Day
    private(set) var seconds: Int?
    private(set) var zone = Zone.none

    init?(_ text: String, dates: DateStyle?, isVendor: Bool) {
        var words = text.split { $0.isWhitespace || $0 == "," }.map(String.init)
        guard var first = words.first else { return nil }
        words.removeFirst()
        if first.utf8.count > 10, let mark = first.firstIndex(of: "T"), first[..<mark].contains("-") {
            words.insert(String(first[first.index(after: mark)...]), at: 0)
            first = String(first[..<mark])
        }
        guard let day = Self.day(first, dates, isVendor) else { return nil }
        self.day = day
        let half = HalfDay.take(from: &words)
        guard let clock = words.first else {
            if half != nil { return nil }
            return
        }
        words.removeFirst()
        let (time, offset) = Self.splitOffset(clock)
        guard var seconds = Self.seconds(time) else { return nil }
        if let half {
            guard seconds < 13 * 3_600 else { return nil }
            seconds = seconds % (12 * 3_600) + (half ? 12 * 3_600 : 0)
        }
        self.seconds = seconds
        if let offset { zone = Self.zone(offset) } else if let name = words.first { zone = Self.zone(name) }
    }

    private static func day(_ text: String, _ dates: DateStyle?, _ isVendor: Bool) -> Day? {
        if let day = Day(iso: text) { return day }
        let leadsWithYear = text.prefix { $0.isNumber }.count == 4
        if leadsWithYear { return DateStyle.ymd.day(text) }
        guard let style = dates == .iso ? nil : dates ?? (isVendor ? .mdy : nil) else { return nil }
        return style.day(text)
    }

    /// `18:31:58.123+02:00` as time and offset.
    private static func splitOffset(_ clock: String) -> (time: String, offset: String?) {
        guard let sign = clock.firstIndex(where: { "+-Z".contains($0) }) else { return (clock, nil) }
        return (String(clock[..<sign]), String(clock[sign...]))
    }

    private static func seconds(_ text: String) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), let hour = PlainNumber.part(parts[0]),
            let minute = PlainNumber.part(parts[1]),
            let second = parts.count == 3 ? PlainNumber.part(parts[2].prefix { $0 != "." }) : 0,
            0..<24 ~= hour, 0..<60 ~= minute, 0...60 ~= second
        else { return nil }
        return hour * 3_600 + minute * 60 + second
    }

    /// `Z`, `+02:00`, `GMT+3`, `UTC-5`, `EST`.
    private static func zone(_ name: String) -> Zone {
        let upper = name.uppercased()
        if let hours = abbreviations[upper] { return .offset(Int(hours * 3_600)) }
        let bare = upper.hasPrefix("GMT") || upper.hasPrefix("UTC") ? String(upper.dropFirst(3)) : upper
        guard let sign = bare.first, sign == "+" || sign == "-" else { return .unknown(name) }
        let digits = bare.dropFirst().filter { $0 != ":" }
        guard (1...4).contains(digits.count), let number = Int(digits) else { return .unknown(name) }
        let seconds = digits.count > 2 ? number / 100 * 3_600 + number % 100 * 60 : number * 3_600
        return .offset(sign == "-" ? -seconds : seconds)
    }

    /// Hours east of UTC of the abbreviations that form services write. Those that mean several zones are left out.
    private static let abbreviations: [String: Double] = [
        "Z": 0, "UTC": 0, "GMT": 0, "WET": 0, "WEST": 1, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "MSK": 3,
        "EST": -5, "EDT": -4, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7, "AKST": -9, "AKDT": -8,
        "HST": -10, "NST": -3.5, "NDT": -2.5, "AEST": 10, "AEDT": 11, "ACST": 9.5, "AWST": 8, "NZST": 12, "NZDT": 13,
        "JST": 9, "KST": 9, "SAST": 2, "CST": -6, "AST": -4, "ADT": -3,
    ]
}

extension SubmittedDay {
    /// The reading of days that a file needs: in the zone of the one session, else of the program.
    init(_ run: FileImport, _ map: AnswerMap) throws {
        let own = try run.session.flatMap { session in
            try run.store.texts(Noun.session.type, session.id)["time_zone"]
        }
        let column = map.submitted.map { map.columns[$0] }
        self.init(
            zone: own.flatMap { TimeZoneName($0) } ?? run.store.program.timeZone,
            fileZone: run.request.timeZone ?? column?.zone.flatMap { TimeZoneName($0 == "Z" ? "UTC" : $0) },
            dates: run.request.mapping.dates,
            isVendor: run.file.source != .groundwork,
            isUTC: column?.names.contains("_submission_time") ?? false
        )
    }
}
