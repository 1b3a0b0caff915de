import CommandLineKit
import Records
import Service

/// `organization profile edit ORGANIZATION`
struct EditProfile: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "edit",
            abstract: "Change what an organization reported about itself: only what is given.",
            examples: ["groundwork organization profile edit cci --of 2026-11-01 --board yes"]
        )
    }

    @Argument(help: "The organization's ref.") var organization: String
    @Option(help: .profileDay) var of: String?
    @OptionGroup(title: "Fields") var fields: ProfileKind.Fields
    @Option(help: ArgumentHelp("A field to empty.", valueName: "field")) var clear: [String] = []
    @OptionGroup var common: CommonOptions

    func run() throws {
        let cleared = try clear.map { name -> String in
            if let field = Noun.profile.type.field(named: name), !field.isRequired { return field.name }
            throw ValidationError("--clear: a profile has no \(quoted(name)) to empty.")
        }
        let (found, changed) = try common.change("organization profile edit") { store in
            let found = try store.profile(organization, of: of)
            let draft = try fields.draft(store, Reading(place: .typed, makes: false))
            return (found, try store.edit(Noun.profile.type, found.id, draft, clearing: cleared))
        }
        if changed.isEmpty {
            return try Output.write("Nothing to change: the profile of \(found.ref) is like that already.")
        }
        try Output.answer("Changed profile of \(found.ref): \(changed.joined(separator: ", ")). Undo: groundwork undo")
    }
}

/// `organization profile remove ORGANIZATION`
struct RemoveProfile: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "remove",
            abstract: "Remove what an organization reported about itself as of a day.",
            examples: ["groundwork organization profile remove cci --of 2026-11-01"]
        )
    }

    @Argument(help: "The organization's ref.") var organization: String
    @Option(help: .profileDay) var of: String?
    @OptionGroup var common: CommonOptions

    func run() throws {
        let found = try common.change("organization profile remove") { store in
            let found = try store.profile(organization, of: of)
            try store.remove(Noun.profile.type, found)
            return found
        }
        try Output.answer("Removed profile of \(found.ref). Undo: groundwork undo")
    }
}

extension ArgumentHelp {
    fileprivate static let profileDay = ArgumentHelp(
        "The day as of which it was reported; the last unless given.",
        valueName: "date"
    )
}

extension Store {
    /// The profile of an organization as of a day, or its last; its ref is `ORGANIZATION, DAY`.
    fileprivate func profile(_ organization: String, of day: String?) throws -> Found {
        let owner = try find(.organization, organization)
        let day = try day.map { try self.day($0, for: "of") }
        guard let found = try profile(of: owner, asOf: day) else {
            let when = day.map { " as of \($0)" } ?? ""
            throw RecordError.absent(
                "\(owner.ref) has reported nothing about itself\(when)",
                advice: "See: groundwork organization profile list --organization \(owner.ref)"
            )
        }
        return found
    }
}
