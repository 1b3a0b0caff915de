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
        var operation = Service.EditProfile()
        operation.organization = organization
        operation.of = of
        operation.fields = fields.texts
        operation.cleared = clear
        let edited = try common.perform(operation)
        let name = "profile of \(edited.found.ref)"
        if edited.changed.isEmpty { return try Output.write("Nothing to change: the \(name) is like that already.") }
        try Output.answer("Changed \(name): \(edited.changed.joined(separator: ", ")). Undo: groundwork undo")
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
        var operation = Service.RemoveProfile()
        operation.organization = organization
        operation.of = of
        let found = try common.perform(operation)
        try Output.answer("Removed profile of \(found.ref). Undo: groundwork undo")
    }
}

extension ArgumentHelp {
    fileprivate static let profileDay = ArgumentHelp(
        "The day as of which it was reported; the last unless given.",
        valueName: "date"
    )
}
