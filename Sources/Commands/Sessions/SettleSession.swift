import Calendar
import CommandLineKit
import Records

/// `session hold REF [COUNT]`
struct HoldSession: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "hold",
            abstract: "Say that a planned session was held.",
            examples: ["groundwork session hold 2026-11-10-cci-foundations 22"]
        )
    }

    @Argument(help: "The session's ref.") var session: String
    @Argument(help: "How many attendees were counted.") var count: Int?
    @OptionGroup var common: CommonOptions

    mutating func validate() throws { try count.map { try CountWord.check($0) } }

    func run() throws {
        let found = try common.change("session hold") { store in
            let found = try store.find(.session, session)
            let texts = try RecordDocument.texts(Noun.session.type, found.id, store)
            let day = String((texts["starts"] ?? "").prefix(10))
            guard day <= store.today.description else {
                throw ValidationError(
                    "\(found.ref) is on \(day), which has not come yet.",
                    hint: "Correct its day: groundwork session edit \(found.ref) --starts DATE"
                )
            }
            _ = try store.edit(Noun.session.type, found.id, Draft(["status": .text("held")]))
            if let count { _ = try store.setHeadcount(found.id, count: count) }
            return found
        }
        let counted = count.map { "\(CountWord.people($0)) counted." } ?? "Not counted yet."
        try Output.answer("Held: \(found.ref). \(counted) Undo: groundwork undo")
    }
}

/// `session cancel REF`
struct CancelSession: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "cancel",
            abstract: "Say that a session does not take place.",
            examples: ["groundwork session cancel 2026-12-01-cci-foundations"]
        )
    }

    @Argument(help: "The session's ref.") var session: String
    @OptionGroup var common: CommonOptions

    func run() throws {
        let found = try common.change("session cancel") { store in
            let found = try store.find(.session, session)
            try Attended.refuse(found, "cancelled", store)
            _ = try store.edit(Noun.session.type, found.id, Draft(["status": .text("cancelled")]))
            return found
        }
        try Output.answer("Cancelled: \(found.ref). Undo: groundwork undo")
    }
}

/// Whether a session's day has come: before, nobody can have come to it.
enum DayCome {
    static func require(of session: Found, _ store: Store) throws {
        let texts = try RecordDocument.texts(Noun.session.type, session.id, store)
        let day = String((texts["starts"] ?? "").prefix(10))
        let isPlanned = texts["status"] == "scheduled" || texts["status"] == "held"
        guard isPlanned, day > store.today.description else { return }
        throw ValidationError(
            "\(session.ref) is on \(day), which has not come yet.",
            hint: "How many have registered: groundwork headcount set \(session.ref) COUNT --scope registered"
        )
    }
}

/// Whether anybody came to a session, by name or by count.
enum Attended {
    static func refuse(_ session: Found, _ word: String, _ store: Store) throws {
        let came = RecordFilter(status: "attended", session: session.id)
        let counted = RecordFilter(session: session.id)
        let isNamed = try RecordDocument.hasRows(Extract(Noun.attendance.type, came), store)
        let isCounted = try RecordDocument.hasRows(Extract(Noun.headcount.type, counted), store)
        guard !isNamed, !isCounted else {
            throw RecordError.refused(
                "people are recorded at \(session.ref), so it can't be \(word)",
                advice: "If they came to another one, take that back first: groundwork history \(session.ref)"
            )
        }
    }
}
