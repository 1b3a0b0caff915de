import CommandLineKit
import Documents
import Records

/// `groundwork export TABLE|all`
struct ExportCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "export",
            abstract: "Write records as tidy rows, for R, a spreadsheet or another office.",
            discussion: """
                Without --identified no names, e-mails and free text leave, and people have numbers of this export \
                alone. Tables are \(ExportTable.names.joined(separator: ", ")); all writes one file each to a folder, or \
                with --format xlsx one workbook with a sheet each. \
                Evaluations have a column for each question of --form, or, with --long, a row for each answer.
                """,
            examples: [
                "groundwork export sessions --period FY2027 -o sessions.csv",
                "groundwork export all -o export",
                "groundwork export all --format xlsx -o groundwork.xlsx",
                "groundwork export evaluations --form foundations-after -o after.csv",
                "groundwork export codebook",
            ]
        )
    }

    @Argument(help: "Which table, or all.", completion: .list(["all"] + ExportTable.names))
    var table: String
    @Option(help: ArgumentHelp("Only what lies in these days, such as FY2027.")) var period: String?
    @Option(help: ArgumentHelp("Only what is of this organization.", valueName: "ref")) var organization: String?
    @Option(help: ArgumentHelp("Of evaluations: the form whose answers to write.", valueName: "ref")) var form: String?
    @Flag(help: "Of evaluations: a row for each answer, of every form unless --form names one.") var long = false
    @Option(name: .customLong("for"), help: "Whom it is for: programs, or a spreadsheet that opens it.")
    var reader = ExportReader.data
    @Flag(help: "With names, e-mails and free text; it is noted in the history.") var identified = false
    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    mutating func validate() throws {
        if let format = output.format, ![.csv, .json, .xlsx].contains(format) {
            throw ValidationError("--format: an export is csv, json or xlsx.")
        }
        if form != nil || long, table.lowercased() != Noun.evaluation.plural {
            throw ValidationError("--\(form == nil ? "long" : "form") is for export evaluations.")
        }
        if reader == .excel, let format = output.format, format != .csv {
            throw ValidationError("--for excel is for csv.")
        }
        if table.lowercased() == ExportTable.codebook.name, period != nil || organization != nil || identified {
            throw ValidationError(
                "The codebook is the same whatever is exported.",
                hint: "Leave out --\(period != nil ? "period" : organization != nil ? "organization" : "identified")."
            )
        }
        guard table.lowercased() != "all" else {
            if output.format != .xlsx, output.output == nil || output.output == "-" {
                throw ValidationError(
                    "all writes a file for each table.",
                    hint: "Name a folder for them, -o FOLDER, or have one workbook: --format xlsx -o FILE.xlsx"
                )
            }
            return
        }
        guard ExportTable(table) == nil else { return }
        let near = nearest(table, among: ExportTable.names).map { " Did you mean \(quoted($0))?" } ?? ""
        throw ValidationError(
            "There is no table \(quoted(table)).\(near)",
            hint: "The tables are \(ExportTable.names.joined(separator: ", "))."
        )
    }

    func run() throws {
        let export = Export(
            isJSON: output.format == .json,
            forExcel: reader == .excel,
            identified: identified,
            period: period,
            organization: organization,
            form: form,
            isLong: long
        )
        if output.format == .xlsx {
            let target = try output.target(common)
            try note(export)
            return try export.workbook(ExportTable(table), to: target, common)
        }
        guard let table = ExportTable(table) else {
            let folder = try OutputFolder(Environment.current.path(output.output ?? "")).path
            try note(export)
            return try export.all(to: folder, common)
        }
        let target = try output.target(common)
        try note(export)
        try export.one(table, common) { try Output.gathered(to: target, $0) }
    }

    /// Writes down that names leave, once it is known that what was asked for is there and before anything leaves.
    private func note(_ export: Export) throws {
        guard identified else { return }
        try common.read { store in
            _ = try export.filter(store)
            if let form { _ = try store.find(.form, form) }
        }
        try common.note("export identified")
    }
}

/// Whom an export is for.
enum ExportReader: String, CaseIterable, ExpressibleByArgument {
    case data, excel
}

/// A table of an export: a kind of record, or the codebook.
enum ExportTable {
    case records(Noun)
    case codebook

    init?(_ name: String) {
        if name.lowercased() == "codebook" {
            self = .codebook
        } else if let noun = Noun(plural: name) {
            self = .records(noun)
        } else {
            return nil
        }
    }

    var name: String {
        switch self {
        case .records(let noun): noun.plural
        case .codebook: "codebook"
        }
    }

    static let names = Noun.allCases.map(\.plural) + ["codebook"]
}
