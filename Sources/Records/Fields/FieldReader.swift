package import Calendar
import SQLite

/// Why a text is no value of its field, in words that fit behind `minutes: `.
package struct FieldProblem: Error, Equatable {
    /// Without the name of the field; they may quote the text, and `Store.value` replaces them for a field that is not
    /// open.
    package let words: String

    package init(_ words: String) {
        self.words = words
    }
}

/// How dates are written in a file.
package enum DateStyle: String, CaseIterable, Sendable {
    case iso, dmy, mdy, ymd

    /// The civil date that `text` writes in this style; nothing is ever swapped.
    package func day(_ text: some StringProtocol) -> Day? {
        if self == .iso { return Day(iso: text) }
        let parts = text.split(omittingEmptySubsequences: false, whereSeparator: { "/.-".contains($0) })
            .map { PlainNumber.part($0) }
        guard parts.count == 3, let a = parts[0], let b = parts[1], let c = parts[2] else { return nil }
        switch self {
        case .dmy: return Day(year: Self.fullYear(c), month: b, day: a)
        case .mdy: return Day(year: Self.fullYear(c), month: a, day: b)
        case .ymd, .iso: return Day(year: Self.fullYear(a), month: b, day: c)
        }
    }

    private static func fullYear(_ year: Int) -> Int {
        (0...99).contains(year) ? 2_000 + year : year
    }

    /// How to write one, for a message.
    var example: String {
        switch self {
        case .iso: "2026-11-10"
        case .dmy: "10/11/2026 (day first)"
        case .mdy: "11/10/2026 (month first)"
        case .ymd: "2026/11/10"
        }
    }
}

extension Shape {
    /// Reads a text that needs no look-up in the record. Surrounding white space is dropped from all but plain text, and
    /// an e-mail is written in lower case, as it is compared.
    ///
    /// - Throws: `FieldProblem`, which repeats the text as `Reading.Place.quoted` does; the caller leaves it out where the
    ///   field is personal.
    func plainValue(_ text: String, dates: DateStyle, from place: Reading.Place) throws(FieldProblem) -> FieldValue {
        let trimmed = text.trimmed
        switch self {
        case .text, .ref, .email: return try textValue(text, trimmed, place)
        case .day:
            guard let day = dates.day(trimmed) else {
                throw FieldProblem("\(place.stated(trimmed)). Write dates as \(dates.example).")
            }
            return .text(day.description)
        case .start: return try startValue(trimmed, dates, place)
        case .timeZone:
            guard let zone = TimeZoneName(trimmed) else {
                throw FieldProblem("\(place.stated(trimmed)). Use a time zone, such as America/Los_Angeles.")
            }
            return .text(zone.description)
        case .wholeNumber(let range): return try numberValue(trimmed, range, place)
        case .yesNo:
            guard let answer = Shape.answer(trimmed) else {
                throw FieldProblem("\(place.stated(trimmed)). Use yes or no.")
            }
            return .yesNo(answer)
        case .yesNoOrCount:
            if PlainNumber.whole(trimmed) != .none {
                return .text(try numberValue(trimmed, 0...1_000, place).canonical)
            }
            guard let answer = trimmed.lowercased() == "none" ? false : Shape.answer(trimmed) else {
                throw FieldProblem("\(place.stated(trimmed)). Use yes, no or a number.")
            }
            return .text(answer ? "yes" : "no")
        case .choice(let words): return try choiceValue(trimmed, words, place)
        case .texts: return .list(trimmed.items.map { ($0, [.text($0)]) })
        case .facilitators: return try facilitatorsValue(trimmed)
        case .levels(let levels): return try levelsValue(trimmed, levels, place)
        case .hundredths(let range): return try hundredthsValue(trimmed, range, place)
        case .number(let range): return try realValue(trimmed, range, place)
        case .record, .records, .code, .codes, .listedCodes:
            throw FieldProblem("\(place.quoted(trimmed)) needs a look-up")
        }
    }

    private func textValue(_ text: String, _ trimmed: String, _ place: Reading.Place) throws(FieldProblem) -> FieldValue
    {
        switch self {
        case .ref:
            guard Ref.isValid(trimmed) else {
                let shown = place == .file ? Repeating.unstated : place.stated(trimmed)
                throw FieldProblem(
                    "\(shown). Use letters, digits, \".\", \"_\" and \"-\", at most 80, and not \"last\"."
                )
            }
            return .text(trimmed)
        case .email:
            guard trimmed.contains("@"), trimmed.utf8.count <= 320 else {
                throw FieldProblem("is not an e-mail address")
            }
            return .text(trimmed.lowercased())
        default: return .text(text)
        }
    }

    private func startValue(_ text: String, _ dates: DateStyle, _ place: Reading.Place) throws(FieldProblem)
        -> FieldValue
    {
        let parts = text.split(maxSplits: 1, whereSeparator: { $0 == "T" || $0 == " " })
        guard let first = parts.first, let day = dates.day(first) else {
            throw FieldProblem(
                "\(place.stated(text)). Write dates as \(dates.example), or with a time, 2026-11-10T14:00."
            )
        }
        guard parts.count == 2 else {
            return FieldValue(canonical: day.description, kept: [[.text(day.description), .null]])
        }
        guard let time = CivilTime(parts[1]) else {
            throw FieldProblem("\(place.stated(text)). Write the time as 2026-11-10T14:00, without an offset.")
        }
        return FieldValue(
            canonical: "\(day)T\(time.description)",
            kept: [[.text(day.description), .text(time.description)]]
        )
    }

    private func numberValue(_ text: String, _ range: ClosedRange<Int>, _ place: Reading.Place) throws(FieldProblem)
        -> FieldValue
    {
        let number = PlainNumber.whole(text)
        if number == .none { throw FieldProblem("\(place.stated(text)). Use a whole number, such as 90.") }
        guard case .of(let whole) = number, range.contains(whole) else {
            throw FieldProblem("\(place.stated(text)). Use a number from \(range.lowerBound) to \(range.upperBound).")
        }
        return .number(whole)
    }

    private func choiceValue(_ text: String, _ words: [String], _ place: Reading.Place) throws(FieldProblem)
        -> FieldValue
    {
        let word = text.lowercased()
        let spelled = String(word.map { $0 == " " || $0 == "-" ? "_" : $0 })
        if words.contains(word) { return .text(word) }
        if words.contains(spelled) { return .text(spelled) }
        throw FieldProblem("\(place.stated(text)). Use one of: \(words.joined(separator: ", ")).")
    }

    private func levelsValue(_ text: String, _ levels: [String], _ place: Reading.Place) throws(FieldProblem)
        -> FieldValue
    {
        var rows: [(String, [SQLValue])] = []
        for item in text.items {
            guard let colon = item.lastIndex(of: ":") else {
                throw FieldProblem("\(place.stated(item)). Write topic:level.")
            }
            let topic = item[..<colon].trimmed
            let level = item[item.index(after: colon)...].trimmed.lowercased()
            guard !topic.isEmpty, levels.contains(level) else {
                throw FieldProblem(
                    "\(place.stated(item)). Write topic:level, with one of: \(levels.joined(separator: ", "))."
                )
            }
            let isTwice = rows.contains { $0.1.first?.plain.lowercased() == topic.lowercased() }
            guard !isTwice else {
                throw FieldProblem("\(place.listed(topic)) is listed twice. Give each topic one level.")
            }
            rows.append(("\(topic):\(level)", [.text(topic), .text(level)]))
        }
        return .list(rows)
    }

    /// At most two decimals, so that what is kept is exact.
    private func hundredthsValue(_ text: String, _ range: ClosedRange<Int>, _ place: Reading.Place) throws(FieldProblem)
        -> FieldValue
    {
        let number = PlainNumber.hundredths(text)
        if number == .none {
            throw FieldProblem("\(place.stated(text)). Use a number with at most two decimals, such as 0.5.")
        }
        guard case .of(let hundredths) = number, range.contains(hundredths) else {
            let ends = [range.lowerBound, range.upperBound].map { words(Double($0) / 100) }
            throw FieldProblem("\(place.stated(text)). Use a number from \(ends[0]) to \(ends[1]).")
        }
        return .one(plain(Double(hundredths) / 100), .integer(Int64(hundredths)))
    }

    /// A number in the fewest digits, for a message.
    private func words(_ number: Double) -> String { Int(exactly: number).map(String.init) ?? String(number) }

    /// A number; a percentage is kept as the share that it is, and written with its sign until the record's kind has said
    /// that it may be one.
    private func realValue(_ text: String, _ range: ClosedRange<Double>, _ place: Reading.Place) throws(FieldProblem)
        -> FieldValue
    {
        let isPercent = text.hasSuffix("%")
        let digits = isPercent ? text.dropLast().trimmed : text
        guard let number = PlainNumber.real(digits) else {
            throw FieldProblem("\(place.stated(text)). Use a number, such as 24 or 90%.")
        }
        guard range.contains(number) else {
            let ends = [range.lowerBound, range.upperBound].map(words)
            throw FieldProblem("\(place.stated(text)). Use a number from \(ends[0]) to \(ends[1]).")
        }
        guard isPercent else { return .one(plain(number), .real(number)) }
        return .one("\(plain(number))%", .real(Double("\(digits)e-2") ?? number / 100))
    }

    /// A number as SQLite prints a REAL in our selects.
    private func plain(_ number: Double) -> String { SQLValue.real(number).plain }

    private func facilitatorsValue(_ text: String) throws(FieldProblem) -> FieldValue {
        var rows: [(String, [SQLValue])] = []
        for item in text.items {
            let parts = item.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false).map { $0.trimmed }
            guard let name = parts.first, !name.isEmpty else {
                throw FieldProblem("a facilitator has no name. Write name:role:pronouns.")
            }
            let role = parts.count > 1 && !parts[1].isEmpty ? parts[1] : nil
            let pronouns = parts.count > 2 && !parts[2].isEmpty ? parts[2] : nil
            var canonical = name
            if role != nil || pronouns != nil { canonical += ":" + (role ?? "") }
            if let pronouns { canonical += ":" + pronouns }
            rows.append(
                (canonical, [.text(name), role.map { .text($0) } ?? .null, pronouns.map { .text($0) } ?? .null])
            )
        }
        return .list(rows)
    }
}

extension Shape {
    /// Yes or no as a file or somebody writes it; nil for any other word.
    package static func answer(_ text: String) -> Bool? {
        switch text.lowercased() {
        case "yes", "true", "1": true
        case "no", "false", "0": false
        default: nil
        }
    }
}

/// A civil time of day, to the minute.
package struct CivilTime: Equatable, Sendable, CustomStringConvertible {
    /// 0 to 23.
    package let hour: Int
    /// 0 to 59.
    package let minute: Int

    /// Reads `14:00`, `14:00:30` (seconds are dropped) and `2:00 PM`.
    package init?(_ text: some StringProtocol) {
        let words = text.split(separator: " ")
        guard let clock = words.first, words.count <= 2 else { return nil }
        let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), parts.allSatisfy({ (1...2).contains($0.count) }),
            var hour = PlainNumber.part(parts[0]), let minute = PlainNumber.part(parts[1]), (0...59).contains(minute)
        else { return nil }
        if parts.count == 3 {
            guard let second = PlainNumber.part(parts[2]), (0...60).contains(second) else { return nil }
        }
        if words.count == 2 {
            guard (1...12).contains(hour) else { return nil }
            switch words[1].lowercased() {
            case "am": hour = hour == 12 ? 0 : hour
            case "pm": hour = hour == 12 ? 12 : hour + 12
            default: return nil
            }
        }
        guard (0...23).contains(hour) else { return nil }
        self.hour = hour
        self.minute = minute
    }

    package var description: String {
        "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
    }
}
