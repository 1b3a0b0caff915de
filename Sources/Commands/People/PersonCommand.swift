import CommandLineKit
import Records
import Service

/// People, on the command line.
enum PersonKind: RecordKind {
    typealias Filter = OrganizationFilter
    static let words = "person"
    static let shown = ["ref", "name", "email", "organization", "job_role", "left"]
    static let sample = "p-7k3m9xqa"
    static let change = "--left 2026-10-31"

    struct Fields: FieldOptions {
        static let noun = Noun.person
        @Option(help: .field(.person, "name")) var name: String?
        @Option(help: .field(.person, "email")) var email: String?
        @Option(help: .field(.person, "organization")) var organization: String?
        @Option(help: .field(.person, "job_role")) var jobRole: String?
        @Option(help: .field(.person, "left")) var left: String?
    }
}

/// `groundwork person …`
struct PersonCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "person",
            abstract: "Manage people who attended, by name, pseudonym or code.",
            examples: ["groundwork person list --organization cci", "groundwork person duplicates"],
            subcommands: [
                AddPerson.self, ListRecords<PersonKind>.self, ShowPerson.self, EditRecord<PersonKind>.self,
                MergePeople.self, UnmergePeople.self, DuplicatePeople.self, ForgetPeople.self,
                RemovePerson.self,
            ]
        )
    }

    @OptionGroup var common: CommonOptions
}

/// `person add`
struct AddPerson: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "add",
            abstract: "Add a person and print their ref, which is random.",
            discussion: """
                In a terminal, you are asked for name and e-mail. In a script, put them in a --details file, so they \
                don't end up in \
                the shell's history. You can leave both blank. A first name, a pseudonym or a code is enough.
                """,
            examples: ["groundwork person add --organization cci --details details.txt"]
        )
    }

    @Option(help: "A ref of your choice. Default: random.") var ref: String?
    @OptionGroup(title: "Fields") var fields: PersonKind.Fields
    @OptionGroup var details: DetailsOption
    @OptionGroup var common: CommonOptions

    func run() throws {
        var given = try details.read()
        if details.details == nil, fields.name == nil, fields.email == nil, fields.given.isEmpty || Prompt.isPossible {
            for (field, question) in [("name", "Name, pseudonym or code: "), ("email", "E-mail: ")] {
                if let text = try Prompt.text(question), !text.isEmpty { given.append((field, text)) }
            }
        }
        var operation = AddRecord(.person)
        for (name, text) in given { operation.fields[name] = text }
        operation.fields.merge(fields.texts) { $1 }
        if let ref { operation.fields["ref"] = ref }
        try Output.added(try common.perform(operation).found)
    }
}
