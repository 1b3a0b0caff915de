import CommandLineKit
import Documents
import Files
import Records
import Service

/// `form export REF -o FOLDER`
struct ExportForm: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "export",
            abstract: "Save a form as sheets that form add can read.",
            discussion: "Writes survey.csv, choices.csv and scales.csv.",
            examples: ["groundwork form export foundations-after -o my-form"]
        )
    }

    @Argument(help: "Its ref (or its first letters), or last.") var ref: String
    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp("The folder to write to. It is created if needed.", valueName: "folder"),
        completion: .directory
    )
    var output: String
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = Service.ExportForm()
        operation.ref = ref
        let exported = try common.perform(operation)
        let folder = try OutputFolder(Environment.current.path(output))
        var files: [OutputFile] = []
        for (name, table) in exported.sheets {
            let file = try OutputFile("\(folder.path)/\(name).csv", common.outputRule())
            try Format.csv.draw(.list(table)).withUnsafeBytes { try file.write($0) }
            files.append(file)
        }
        for file in files { try file.commit() }
        let wave = exported.form.wave
        let option = wave == .after ? "" : " --wave \(wave.rawValue)"
        Output.note("Wrote survey.csv, choices.csv and scales.csv to \(output).")
        Output.note(
            """
            After you edit them, add them as a new form: groundwork form add NEW-REF --survey survey.csv --choices \
            choices.csv \
            --scales scales.csv\(option)
            """
        )
    }
}
