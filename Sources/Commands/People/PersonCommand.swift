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
            abstract: "People who came, where they are known by a name, a pseudonym or a code.",
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
            abstract: "Add a person and print the ref, which says nothing about them.",
            discussion: """
                On a terminal, name and e-mail are asked for. Elsewhere they are read from the file of --details, so that \
                they need not stand in the shell's history. All of it may stay empty; a first name, a pseudonym or a \
                code will do.
                """,
            examples: ["groundwork person add --organization cci --details details.txt"]
        )
    }

    @Option(help: "A ref of your own; random unless given.") var ref: String?
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
        try Output.answer(try common.perform(operation).found.ref)
    }
}
