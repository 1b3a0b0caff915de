import CommandLineKit
import Records
import Service

/// `organization profile edit ORGANIZATION`
struct EditProfile: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "edit",
            abstract: "Change what an organization reported about itself.",
            examples: ["groundwork organization profile edit cci --of 2026-11-01 --board yes"]
        )
    }

    @Argument(help: "The organization's ref.") var organization: String
    @Option(help: .profileDay) var of: String?
    @Option(help: .profileReporter, completion: .list(ReporterKind.allCases.map(\.rawValue))) var by: String?
    @OptionGroup(title: "Fields") var fields: ProfileKind.Fields
    @Option(help: ArgumentHelp("Clear this field.", valueName: "field")) var clear: [String] = []
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = Service.EditProfile()
        operation.organization = organization
        operation.of = of
        operation.by = by
        operation.fields = fields.texts
        operation.cleared = clear
        let edited = try common.perform(operation)
        let name = "profile of \(edited.found.called)"
        if edited.changed.isEmpty { return try Output.write("No change: the \(name) already says that.") }
        try Output.answer("Changed: \(name) (\(edited.changed.joined(separator: ", "))). Undo: groundwork undo")
    }
}

/// `organization profile remove ORGANIZATION`
struct RemoveProfile: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "remove",
            abstract: "Remove what an organization reported on a date.",
            examples: ["groundwork organization profile remove cci --of 2026-11-01"]
        )
    }

    @Argument(help: "The organization's ref.") var organization: String
    @Option(help: .profileDay) var of: String?
    @Option(help: .profileReporter, completion: .list(ReporterKind.allCases.map(\.rawValue))) var by: String?
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = Service.RemoveProfile()
        operation.organization = organization
        operation.of = of
        operation.by = by
        let found = try common.perform(operation)
        try Output.answer("Removed: profile of \(found.called). Undo: groundwork undo")
    }
}

extension ArgumentHelp {
    fileprivate static let profileDay = ArgumentHelp(
        "The date of the report. Default: the latest.",
        valueName: "date"
    )
    fileprivate static let profileReporter = ArgumentHelp(
        "Whose report it is, where there are several of that date: leadership, staff, participants or observed.",
        valueName: "word"
    )
}
