import Calendar
import CommandLineKit
import Documents
import Records
import Service

/// What organizations report about themselves, on the command line.
enum ProfileKind: RecordKind {
    typealias Filter = ProfileFilter
    static let words = "organization profile"
    static let shown = [
        "organization", "as_of", "reported_by", "employs", "capacities", "outlets", "board", "practices_assessed",
    ]
    static let sample = "cci"
    static let change = "--employs yes"

    struct Fields: FieldOptions {
        static let noun = Noun.profile
        @Option(help: .field(.profile, "as_of")) var asOf: String?
        @Option(help: .field(.profile, "reported_by")) var reportedBy: String?
        @Option(help: .field(.profile, "employs")) var employs: String?
        @Option(help: .field(.profile, "capacities")) var capacities: String?
        @Option(help: .field(.profile, "outlets")) var outlets: String?
        @Option(help: .field(.profile, "board")) var board: String?
        @Option(help: .field(.profile, "practices_assessed")) var practicesAssessed: String?
        @Option(help: .field(.profile, "services")) var services: String?
    }
}

/// `groundwork organization profile …`
struct ProfileCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "profile",
            abstract: "Manage what organizations report about themselves.",
            examples: ["groundwork organization profile add cci --employs yes --capacities outreach"],
            subcommands: [
                AddProfile.self, ListProfiles.self, ShowProfile.self, EditProfile.self, RemoveProfile.self,
            ]
        )
    }

    @OptionGroup var common: CommonOptions
}

/// `organization profile add ORGANIZATION`
struct AddProfile: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "add",
            abstract: "Record what an organization reports about itself on a date.",
            examples: [
                "groundwork organization profile add cci --employs yes --outlets 2 --board no --as-of 2026-11-01"
            ]
        )
    }

    @Argument(help: "The organization's ref.") var organization: String
    @OptionGroup(title: "Fields") var fields: ProfileKind.Fields
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = Service.AddProfile()
        operation.organization = organization
        operation.fields = fields.texts
        let added = try common.perform(operation)
        let what =
            switch added.stored {
            case .created: "new"
            case .updated: "changed"
            case .unchanged: "no change"
            }
        try Output.answer(
            "Reported by \(added.organization.called) as of \(added.day.dayWords): \(what). Undo: groundwork undo"
        )
    }
}

/// `organization profile list`
struct ListProfiles: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list",
            abstract: "List what organizations report about themselves.",
            examples: [
                "groundwork organization profile list",
                "groundwork organization profile list --format csv -o profiles.csv",
            ]
        )
    }

    @OptionGroup var filter: ProfileFilter
    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = Service.ListRecords(.profile, shown: ProfileKind.shown)
        operation.filters = filter.texts
        let list = try common.perform(operation)
        let document = list.rows.rows.isEmpty ? list : list.reported
        try output.show(document.named("Profiles"), common)
    }
}

/// `organization profile show ORGANIZATION`
struct ShowProfile: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "show",
            abstract: "Show what an organization last reported about itself.",
            examples: ["groundwork organization profile show cci"]
        )
    }

    @Argument(help: "The organization's ref.") var organization: String
    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = Service.ShowProfile()
        operation.organization = organization
        let shown = try common.perform(operation)
        let title = "What \(shown.organization.called) reports about itself"
        try output.show(shown.document.reported.named(title), common)
    }
}
