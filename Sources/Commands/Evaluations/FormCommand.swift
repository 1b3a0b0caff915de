import CommandLineKit
import Records

extension Form.Wave: ExpressibleByArgument {}

/// Forms, on the command line.
enum FormKind: RecordKind {
    typealias Filter = NoFilter
    static let words = "form"
    static let shown = ["ref", "title", "version", "wave"]
    static let sample = "foundations-after"
    static let change = ""

    struct Fields: FieldOptions {
        static let noun = Noun.form
    }
}

/// `groundwork form …`
struct FormCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "form",
            abstract: "Manage evaluation forms: before a training, after it, and at follow-up.",
            discussion:
                "Three forms come with Groundwork: foundations-before, foundations-after and foundations-followup.",
            examples: [
                "groundwork form show foundations-after",
                "groundwork form add spring-after --survey survey.csv --choices choices.csv --scales scales.csv",
            ],
            subcommands: [
                AddForm.self, ListRecords<FormKind>.self, ShowForm.self, ExportForm.self, RemoveRecord<FormKind>.self,
                ListItems.self, ListInstruments.self,
            ]
        )
    }

    @OptionGroup var common: CommonOptions
}
