import Calendar
import Records

/// Which session each returned form is of: the one that was said, that of a column, or that of its day.
final class SessionOfAnswers {
    /// The session of a row, or what is wrong with it.
    enum Reading {
        case session(Int64)
        case fault(what: String, advice: Advice?)
    }

    private let store: Store
    private let form: Form
    private let within: Int?
    private let fixed: SessionFacts?
    private let values: AnswerValues
    private var known: [String: Reading] = [:]
    private var byDay: [Day: Reading] = [:]
    private var last: (text: [UInt8], session: Int64) = ([], 0)
    private var days: [Int64: Day] = [:]
    private var lastDay: (session: Int64, day: Day) = (0, .first)
    private lazy var candidates: Result<[EvaluableSession], any Error> = Result {
        try store.sessions(for: form, course: course, organization: organization)
    }
    private let course: Int64?
    private let organization: Int64?

    init(_ run: FileImport, _ form: Form) throws {
        store = run.store
        self.form = form
        within = run.request.within
        fixed = try run.session.map { try SessionFacts.find($0.id, in: run.store) }
        let set = run.request.mapping.set
        values = AnswerValues(run.request.mapping, "session")
        course = try set["course"].map { try run.store.find(.course, $0).id }
        organization = try set["organization"].map { try run.store.find(.organization, $0).id }
    }

    /// The session of a row whose column says `text`, returned on `day`.
    func session(_ text: UnsafeRawBufferPointer, _ day: Day?) throws -> Reading {
        if !text.isEmpty, text.count == last.text.count, text.elementsEqual(last.text) { return .session(last.session) }
        if !text.isEmpty {
            let found = try named(values.text(String(decoding: text, as: UTF8.self)))
            if case .session(let session)? = found { last = (Array(text), session) }
            if let found { return found }
        }
        if let fixed { return reading(fixed) }
        guard within != nil else {
            return .fault(what: "is missing", advice: "Name the session for all rows: --session REF")
        }
        guard let day else {
            return .fault(what: "can't find the session, because the row has no date", advice: "Name it: --session REF")
        }
        if let known = byDay[day] { return known }
        let reading = try onDay(day)
        byDay[day] = reading
        return reading
    }

    /// The session of a whole ref; nil where the mapping makes nothing of the text.
    private func named(_ text: String) throws -> Reading? {
        if text.isEmpty { return nil }
        if let reading = known[text] { return reading }
        let reading = try look(text)
        if known.count < 10_000 { known[text] = reading }
        return reading
    }

    private func look(_ text: String) throws -> Reading {
        do {
            var copy = text
            let facts = try copy.withUTF8 { try SessionFacts.find(UnsafeRawBufferPointer($0), in: store) }
            if let fixed, fixed.id != facts.id {
                return .fault(
                    what: "this row names another session, not \(fixed.ref)",
                    advice: "Leave out --session."
                )
            }
            return reading(facts)
        } catch let error as RecordError {
            return .fault(what: error.message, advice: error.advice)
        }
    }

    private func reading(_ facts: SessionFacts) -> Reading {
        let day = Day(epochDay: facts.day) ?? .first
        let evaluated = EvaluatedSession(ref: facts.ref, status: facts.status, day: day)
        if let obstacle = evaluated.obstacle(to: form.wave, today: store.today) {
            return .fault(what: obstacle.what, advice: obstacle.advice)
        }
        days[facts.id] = day
        return .session(facts.id)
    }

    /// The day of a session that was found.
    @inline(__always)
    func day(of session: Int64) throws -> Day {
        if lastDay.session == session { return lastDay.day }
        let day = try days[session] ?? Day(epochDay: SessionFacts.find(session, in: store).day) ?? .first
        days[session] = day
        lastDay = (session, day)
        return day
    }

    // MARK: By the day

    /// The session that a form of this day is most likely of: the latest one on or before it, or the next one for what is
    /// asked before a session.
    private func onDay(_ day: Day) throws -> Reading {
        let distance = within ?? 0
        let near = try candidates.get().filter { one in
            let days = form.wave == .before ? one.day.epochDay - day.epochDay : day.epochDay - one.day.epochDay
            return 0...distance ~= days
        }
        let fitting = near.contains(where: \.isSet) ? near.filter(\.isSet) : near
        let best = form.wave == .before ? fitting.map(\.day).min() : fitting.map(\.day).max()
        let found = fitting.filter { $0.day == best }
        if found.count == 1 { return .session(found[0].id) }
        if let first = found.first {
            let refs = found.prefix(4).map(\.ref).joined(separator: " and ")
            return .fault(
                what: "\(refs) \(found.count == 2 ? "were both" : "were all") on \(first.day.words)",
                advice: "Name one: --session REF. Or narrow it down with --set course=REF or --set organization=REF"
            )
        }
        let side = form.wave == .before ? "after \(day.words)" : "before \(day.words)"
        return .fault(
            what: "no session was held within \(distance) days \(side)",
            advice: "Allow more days with --within, or name the session: --session REF"
        )
    }
}
