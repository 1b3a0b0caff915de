import CommandLineKit
import Records

/// Organizations, on the command line.
enum OrganizationKind: RecordKind {
    typealias Filter = NoFilter
    static let words = "organization"
    static let shown = ["ref", "title", "sector", "staff", "staff_as_of"]
    static let sample = "cci"
    static let change = "--staff 40 --staff-as-of 2026-11-01"

    struct Fields: FieldOptions {
        static let noun = Noun.organization
        @Option(help: .field(.organization, "title")) var title: String?
        @Option(help: .field(.organization, "sector")) var sector: String?
        @Option(help: .field(.organization, "sites")) var sites: String?
        @Option(help: .field(.organization, "staff")) var staff: String?
        @Option(help: .field(.organization, "staff_as_of")) var staffAsOf: String?
        @Option(help: .field(.organization, "named")) var named: String?
    }
}

/// `groundwork organization …`
struct OrganizationCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "organization",
            abstract: "Manage organizations you train, and hosts and providers.",
            examples: ["groundwork organization add \"Coastal Care Initiative\" --ref cci --sector health"],
            subcommands: [
                AddTitled<OrganizationKind>.self, ListRecords<OrganizationKind>.self,
                ShowOrganization.self, EditRecord<OrganizationKind>.self,
                RemoveRecord<OrganizationKind>.self, ProfileCommand.self, ProfileSheetCommand.self,
            ]
        )
    }

    @OptionGroup var common: CommonOptions
}
