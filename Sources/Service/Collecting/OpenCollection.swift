import Calendar
import Inbox
package import Records

/// Lets people answer an evaluation of a session by a code.
package struct OpenCollection: Operation {
    /// The session: its ref, an unambiguous beginning of it, or `last`.
    package var session = ""
    /// When the form is asked; after the session unless given.
    package var wave: Form.Wave?
    /// The form's ref; unless given the session's own, or the one of its family that is asked then.
    package var form: String?
    /// When collecting ends by itself, as it was typed: a time of the session's day, a day, or both.
    package var until: String?

    package let id = OperationID.openCollection
    package let role = Role.evaluator
    package let access = Access.change

    package init() {}

    package var parameters: [Parameter<Self>] {
        [.text("session", \.session), .choice("wave", \.wave), .text("form", \.form), .text("until", \.until)]
    }

    package func run(_ context: Context, in store: Store) throws -> ResponseCollection {
        let found = try store.find(.session, session)
        let form = try chosen(of: found, store)
        let day = Day(iso: try store.state(of: found).day) ?? store.today
        let endsAt = try until.map { try EndOfCollecting.instant($0, day: day, in: store) }
        // There is a folder before anything is committed, so that what is stored can be published.
        try PublicFolder(besideRecord: store.path).make()
        let code = EntryCode(bytes: context.randomness.bytes)
        return try store.openCollection(of: found, by: form, code: code.description, endsAt: endsAt)
    }

    /// The form that was named, else the session's own where it is asked then, else the only one that fits.
    private func chosen(of session: Found, _ store: Store) throws -> Found {
        if let form {
            let named = try store.find(.form, form)
            let asked = try store.form(named.id).wave
            if let wave, asked != wave {
                throw RecordError.invalid(field: "wave", problem: "\(named.ref) is a form for \(asked.rawValue)")
            }
            return named
        }
        let wave = wave ?? .after
        let own = try store.form(ofSession: session.id)
        if let own {
            let found = try store.find(.form, own)
            if try store.form(found.id).wave == wave { return found }
        }
        let fitting = try store.forms(of: wave)
        let family = own.map { Self.family($0) }
        if let sibling = fitting.first(where: { Self.family($0.ref) == family }) { return sibling }
        if own == nil, fitting.count == 1 { return fitting[0] }
        throw RecordError.invalid(
            field: "form",
            problem: "\(session.ref) has no form for \(wave.rawValue)",
            advice: fitting.isEmpty ? Advice("Add one", .perform(.add(.form))) : Advice(.choose(fitting.map(\.ref)))
        )
    }

    /// What the refs of the forms of one training have in common: `foundations` of `foundations-before`.
    private static func family(_ ref: String) -> String {
        for wave in Form.Wave.allCases where ref.lowercased().hasSuffix("-\(wave.rawValue)") {
            return String(ref.dropLast(wave.rawValue.count + 1)).lowercased()
        }
        return ref.lowercased()
    }
}

/// When collecting ends, as somebody typed it.
enum EndOfCollecting {
    /// The instant in UTC as it is stored; a day alone ends with that day.
    ///
    /// - Throws: `RecordError.invalid` where it is no time, or is over.
    static func instant(_ typed: String, day: Day, in store: Store) throws -> String {
        let text = typed.trimmed
        let parts = text.split(separator: text.contains("T") ? "T" : " ", maxSplits: 1).map(String.init)
        let isTimeAlone = parts.count == 1 && text.contains(":")
        guard let dayText = isTimeAlone ? day.iso : parts.first, let last = Day(iso: dayText),
            let minutes = isTimeAlone ? minutes(text) : parts.count == 2 ? minutes(parts[1]) : 24 * 60
        else {
            throw RecordError.invalid(
                field: "until",
                problem: "is \"\(typed.clipped)\", which is not a time",
                advice: "Write 17:00 for the day of the session, 2026-11-24 for the end of a day, or 2026-11-24T17:00."
            )
        }
        let seconds = store.program.timeZone.instant(ofCivil: Int64(last.epochDay) * 86_400 + Int64(minutes) * 60)
        guard seconds > store.clock.now() else {
            throw RecordError.invalid(field: "until", problem: "is \"\(typed.clipped)\", which is in the past")
        }
        return Clock { seconds }.instant
    }

    /// Minutes since midnight of `17:00`.
    private static func minutes(_ text: String) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.count == 2 && $0.allSatisfy(\.isNumber) }),
            let hour = Int(parts[0]), let minute = Int(parts[1]), hour < 24, minute < 60
        else { return nil }
        return hour * 60 + minute
    }
}
