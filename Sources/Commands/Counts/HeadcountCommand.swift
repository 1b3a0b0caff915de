import CommandLineKit
import Records

/// Headcounts, on the command line.
enum HeadcountKind: RecordKind {
    typealias Filter = CountFilter
    static let words = "headcount"
    static let shown = ["session", "organization", "count", "scope", "category", "method"]
    static let sample = "2026-11-10-cci-foundations"
    static let change = ""

    struct Fields: FieldOptions {
        static let noun = Noun.headcount
        @Option(help: .field(.headcount, "organization")) var organization: String?
        @Option(help: .field(.headcount, "scope"), completion: .field(.headcount, "scope")) var scope: String?
        @Option(help: .field(.headcount, "category")) var category: String?
        @Option(help: .field(.headcount, "method"), completion: .field(.headcount, "method")) var method: String?
        @Option(help: .field(.headcount, "counted_by")) var countedBy: String?
    }
}

/// `groundwork headcount …`
struct HeadcountCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "headcount",
            abstract: "Attendees counted at a session, without names.",
            examples: ["groundwork headcount set last 22"],
            subcommands: [SetHeadcount.self, ListRecords<HeadcountKind>.self, RemoveHeadcount.self]
        )
    }

    @OptionGroup var common: CommonOptions
}

/// `headcount set SESSION COUNT`
struct SetHeadcount: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "set",
            abstract:
                "Set a count of attendees, in place of the one of the same scope, organization, category and method.",
            examples: [
                "groundwork headcount set 2026-11-10-cci-foundations 22",
                "groundwork headcount set last 9 --organization cci --method estimated",
            ]
        )
    }

    @Argument(help: "The session's ref, an unambiguous beginning of it, or last.") var session: String
    @Argument(help: "How many attendees, without facilitators and observers.") var count: Int
    @OptionGroup(title: "Fields") var fields: HeadcountKind.Fields
    @OptionGroup var common: CommonOptions

    mutating func validate() throws { try CountWord.check(count) }

    func run() throws {
        let (ref, replaced, held) = try common.change("headcount set") { store in
            let session = try store.find(.session, session)
            let draft = try fields.draft(store, Reading(place: .commandLine, makes: false))
            if draft.text("scope") != "registered" { try DayCome.require(of: session, store) }
            let organization = try fields.organization.map { try store.find(.organization, $0) }
            let result = try store.setHeadcount(
                session.id,
                count: count,
                scope: draft.text("scope") ?? "everyone",
                organization: organization,
                category: draft.text("category") ?? "",
                method: draft.text("method") ?? "counted",
                countedBy: draft.text("counted_by")
            )
            return (session.ref, result.replaced, result.held)
        }
        let before = replaced.map { " (\($0) before)" } ?? ""
        let state = held ? " It is held now." : ""
        try Output.answer("\(CountWord.people(count)) counted at \(ref)\(before).\(state) Undo: groundwork undo")
    }
}

/// `headcount remove SESSION`
struct RemoveHeadcount: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "remove",
            abstract: "Remove the count of that scope, organization, category and method.",
            examples: ["groundwork headcount remove 2026-11-10-cci-foundations --method estimated"]
        )
    }

    @Argument(help: "The session's ref, an unambiguous beginning of it, or last.") var session: String
    @OptionGroup(title: "Fields") var fields: HeadcountKind.Fields
    @OptionGroup var common: CommonOptions

    func run() throws {
        let ref = try common.change("headcount remove") { store in
            let session = try store.find(.session, session)
            var draft = try fields.draft(store, Reading(place: .commandLine, makes: false))
            draft["session"] = .record(session)
            guard let id = try store.matching(Noun.headcount.type, draft).first else {
                throw RecordError.absent(
                    "\(session.ref) has no such count",
                    advice: "See: groundwork headcount list --session \(session.ref)"
                )
            }
            try store.remove(Noun.headcount.type, Found(id: id, ref: session.ref))
            return session.ref
        }
        try Output.answer("Removed a count of \(ref). Undo: groundwork undo")
    }
}
