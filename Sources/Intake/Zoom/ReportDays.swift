import Calendar
import Records

/// Finds the sessions of which the rows of a report are, by the days on which people were there.
///
/// Days are civil days in the session's zone. A meeting that goes past midnight is of the day on which it began.
struct ReportDays {
    /// When a row says that somebody was there, in civil time of the file; nil where it does not say.
    struct Stay {
        let row: Int
        let meeting: Int?
        let span: ClosedRange<Int64>?
    }

    /// Rows of one meeting that was held at one time.
    private struct Occurrence {
        let meeting: Int?
        var rows: [Int]
        var first: Int64
        var last: Int64
    }

    /// Rows and the session to which they go.
    struct Share {
        let plan: VendorPlan
        let rows: [Int]
    }

    let run: FileImport
    let plan: VendorPlan
    let meetings: [ReportOutline.Meeting]
    /// Whether days and months may have been taken for each other: numbers with the year behind them, nothing said.
    let isOrderGuessed: Bool

    /// Two rows are of two meetings where nobody was there for so long between them, or where one began so much later.
    private static let gap: Int64 = 4 * 3_600
    private static let longest: Int64 = 16 * 3_600

    /// The sessions, each with its rows.
    ///
    /// - Throws: `ImportRefused` where the report is of other days, or of meetings that cannot be told apart by day.
    func shares(_ stays: [Stay]) throws -> [Share] {
        let whole = [Share(plan: plan, rows: stays.map(\.row))]
        let found = occurrences(stays)
        guard !found.isEmpty else { return whole }
        let days = found.map(days)
        let own = plan.days
        if run.request.otherDay {
            if !days.contains(where: { $0.overlaps(own) }) { note(days) }
            return whole
        }
        let numbers = Set(found.compactMap { number($0) })
        let isOfSession = days.map { $0.overlaps(own) }
        if numbers.count < 2, isOfSession.allSatisfy({ $0 }) { return whole }
        if numbers.count < 2, Set(days).count == 1 { throw try refusal(otherDay: days[0]) }
        if let shares = try routed(found, days, stays) { return shares }
        throw try refusal(several: found, days)
    }

    // MARK: Meetings

    private func number(_ occurrence: Occurrence) -> String? {
        occurrence.meeting.map { meetings[$0].number }.flatMap { $0.isEmpty ? nil : $0 }
    }

    private func occurrences(_ stays: [Stay]) -> [Occurrence] {
        let timed = stays.compactMap { stay in
            (stay.span ?? start(of: stay).map { $0...$0 }).map { (stay: stay, span: $0) }
        }
        var found: [Occurrence] = []
        let ordered = timed.sorted {
            ($0.stay.meeting ?? -1, $0.span.lowerBound) < ($1.stay.meeting ?? -1, $1.span.lowerBound)
        }
        for (stay, span) in ordered {
            if let last = found.last, last.meeting == stay.meeting, span.lowerBound - last.last <= Self.gap,
                span.lowerBound - last.first <= Self.longest
            {
                found[found.count - 1].rows.append(stay.row)
                found[found.count - 1].last = max(last.last, span.upperBound)
            } else {
                found.append(
                    Occurrence(meeting: stay.meeting, rows: [stay.row], first: span.lowerBound, last: span.upperBound)
                )
            }
        }
        return found
    }

    private func start(of stay: Stay) -> Int64? { stay.meeting.flatMap { meetings[$0].start } }

    /// The civil days of an occurrence, in the zone of the session.
    private func days(_ occurrence: Occurrence) -> ClosedRange<Int> {
        let first = day(occurrence.first)
        // Who stays in a meeting overnight was not at the next day's.
        return first...max(first, day(min(occurrence.last, occurrence.first + Self.longest)))
    }

    private func day(_ civil: Int64) -> Int {
        let file = run.request.timeZone ?? run.store.program.timeZone
        guard let zone = plan.zone, zone != file else {
            return Int((Double(civil) / 86_400).rounded(.down))
        }
        return zone.civilDate(at: file.instant(ofCivil: civil)).epochDay
    }

    // MARK: Several days

    /// The sessions of the report's days, where it is one series of meetings and each day has exactly one of the same
    /// course and organizations.
    private func routed(_ found: [Occurrence], _ days: [ClosedRange<Int>], _ stays: [Stay]) throws -> [Share]? {
        let topics = Set(found.compactMap { $0.meeting.map { meetings[$0].topic } })
        guard topics.count <= 1, Set(days.map(\.lowerBound)).count >= 2 else { return nil }
        var rows: [Int64: [Int]] = [:]
        var taken: [Int64: (number: String?, day: Int)] = [:]
        for (occurrence, days) in zip(found, days) {
            let fitting = try run.store.sessions(like: plan.facts.id, on: days)
            guard fitting.count == 1, let session = fitting.first else { return nil }
            let mark = (number: number(occurrence), day: days.lowerBound)
            if let other = taken[session.id], other.number != mark.number || other.day != mark.day { return nil }
            taken[session.id] = mark
            rows[session.id, default: []] += occurrence.rows
        }
        guard rows[plan.facts.id] != nil, rows.values.joined().count == stays.count else { return nil }
        return try rows.sorted { $0.key < $1.key }.map { id, rows in
            let plan = id == self.plan.facts.id ? self.plan : try self.plan.plan(for: id, run.store)
            run.notes.rowsBySession.append(ImportNotes.Named(name: plan.facts.ref, count: rows.count))
            return Share(plan: plan, rows: rows.sorted())
        }
    }

    private func note(_ days: [ClosedRange<Int>]) {
        guard let first = days.first, let report = Day(epochDay: first.lowerBound),
            let session = Day(epochDay: plan.facts.day)
        else { return }
        run.notes.otherDay = ImportNotes.OtherDay(report: report, session: session)
    }

    // MARK: Refusals

    private func words(_ days: ClosedRange<Int>) -> String {
        Day(epochDay: days.lowerBound)?.words ?? "another date"
    }

    private func refusal(otherDay days: ClosedRange<Int>) throws -> ImportRefused {
        let what = "every row is from \(words(days)), but session \(plan.facts.ref) is on \(words(plan.days))"
        return ImportRefused([
            ImportIssue(file: run.file.name, line: nil, what: what, advice: try advice(otherDay: days))
        ])
    }

    private func advice(otherDay days: ClosedRange<Int>) throws -> Advice {
        let anyway = "If this is the right report, add --other-day."
        if isOrderGuessed, let day = Day(epochDay: days.lowerBound),
            let swapped = Day(year: day.year, month: day.day, day: day.month), plan.days.contains(swapped.epochDay)
        {
            return "With the day before the month, it is from \(swapped.words): add --dates dmy."
        }
        let sessions = try run.store.sessions(on: days)
        guard !sessions.isEmpty else {
            let known =
                try known(of: plan.facts.id) + [Advice.Given("starts", Day(epochDay: days.lowerBound)?.iso ?? "")]
            return Advice(
                "\(anyway) No session is on that date. To add one",
                .perform(.add(.session), known: known)
            )
        }
        let only = sessions.count == 1 ? sessions[0].ref : nil
        let refs =
            only == nil ? "Sessions on that date: \(sessions.prefix(5).map(\.ref).joined(separator: ", ")). " : ""
        var known = [
            Advice.Given("kind", "attendance"),
            Advice.Given("files", run.file.argument),
        ]
        if let only { known.append(Advice.Given("session", only)) }
        return Advice(
            "\(anyway) \(refs)For \(only == nil ? "one of those" : "the session on that date")",
            .perform(.importRecords, known: known, ask: only == nil ? ["session"] : [])
        )
    }

    private func refusal(several found: [Occurrence], _ days: [ClosedRange<Int>]) throws -> ImportRefused {
        let parts = zip(found, days).prefix(6).map { occurrence, days in
            let rows = occurrence.rows.count == 1 ? "1 row" : "\(occurrence.rows.count) rows"
            return "\(number(occurrence).map { "meeting \($0), " } ?? "")\(words(days)) (\(rows))"
        }
        let more = found.count > 6 ? " and \(found.count - 6) more" : ""
        let numbers = Set(found.compactMap { number($0) }).count
        let several = numbers > 1 ? "\(numbers) meetings" : "several days"
        let what = "the report covers \(several): \(parts.joined(separator: "; "))\(more)"
        let advice: Advice = """
            Save one meeting's rows as a file and import that. \
            If all of it belongs to session \(plan.facts.ref), add --other-day.
            """
        return ImportRefused([ImportIssue(file: run.file.name, line: nil, what: what, advice: advice)])
    }

    /// The course and the organizations of a session, as values of an operation.
    private func known(of session: Int64) throws -> [Advice.Given] {
        let texts = try run.store.texts(Noun.session.type, session)
        return ["course", "organization"].compactMap { name in texts[name].map { Advice.Given(name, $0) } }
    }
}
