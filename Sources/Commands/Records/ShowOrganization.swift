import CommandLineKit
import Documents
import Records
import Service

/// `organization show REF`: the organization, and below it what it reported about itself last.
struct ShowOrganization: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "show",
            abstract:
                "Show an organization in full, with what it last reported about itself.",
            examples: ["groundwork organization show cci", "groundwork organization show last --format json"]
        )
    }

    @Argument(help: "Its ref (or its first letters), or last.") var ref: String
    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = Service.ShowOrganization()
        operation.ref = ref
        let shown = try common.perform(operation)
        let document = Self.joined(shown.record, shown.profile).named("Organization \(shown.found.ref)")
        try output.show(document, common)
    }

    /// For people the profile stands below the record; in JSON it is a member, null where nothing was reported.
    private static func joined(_ record: Document, _ profile: Document?) -> Document {
        var members: [JSON.Member] = []
        if case .object(let own) = record.data { members = own }
        members.append(.init("reported_by_the_organization", profile?.data ?? .null))
        let below = profile.map { [.heading(ReportedByThem.heading)] + $0.blocks } ?? []
        return Document(title: nil, blocks: record.blocks + below, data: .object(members), rows: record.rows)
    }
}

/// How it is said that something is an organization's own word.
enum ReportedByThem {
    static let heading = "Reported by the organization"
    static let sentence = Document.Block.sentence("Reported by the organization about itself.")
}

extension Document {
    /// The document with the remark, before everything else, that it is an organization's own word.
    var reported: Document {
        Document(title: title, about: about, blocks: [ReportedByThem.sentence] + blocks, data: data, rows: rows)
    }
}
