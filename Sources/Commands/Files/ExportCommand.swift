import CommandLineKit
import Documents
import Files
import Records
import Service

/// `groundwork export TABLE|all`
struct ExportCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "export",
            abstract: "Export records as tidy rows, for R, a spreadsheet or another office.",
            discussion: """
                Names, e-mails and free text are left out unless you add --identified, and people get numbers that are \
                new in each export. Tables: \(ExportedTable.names.joined(separator: ", ")). To export all tables, \
                use all: one file per table in a folder, or one workbook with --format xlsx. Evaluations have a \
                column for each question of --form, or a row for each answer with --long.
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

    @Argument(help: "The table to export, or all.", completion: .list(["all"] + ExportedTable.names))
    var table: String
    @Option(help: ArgumentHelp("Only records in this period, such as FY2027.")) var period: String?
    @Option(help: ArgumentHelp("Only records of this organization.", valueName: "ref")) var organization: String?
    @Option(
        help: ArgumentHelp(
            """
            For evaluations: the form whose answers to export.
            """,
            valueName: "ref"
        )
    ) var form: String?
    @Flag(help: "For evaluations: one row per answer, for all forms unless --form names one.") var long = false
    @Option(name: .customLong("for"), help: "For data tools, or for Excel.")
    var reader = ExportReader.data
    @Flag(help: "Include names, e-mails and free text. The history records it.") var identified = false
    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    mutating func validate() throws {
        if let format = output.format, ![.csv, .json, .xlsx].contains(format) {
            throw ValidationError("--format: exports are csv, json or xlsx.")
        }
        if form != nil || long, table.lowercased() != Noun.evaluation.plural {
            throw ValidationError("--\(form == nil ? "long" : "form") works only with export evaluations.")
        }
        if reader == .excel, let format = output.format, format != .csv {
            throw ValidationError("--for excel works only with csv.")
        }
        if table.lowercased() == ExportedTable.codebook.name, period != nil || organization != nil || identified {
            throw ValidationError(
                "The codebook is the same for every export.",
                hint: "Leave out --\(period != nil ? "period" : organization != nil ? "organization" : "identified")."
            )
        }
        guard table.lowercased() != "all" else {
            if output.format != .xlsx, output.output == nil || output.output == "-" {
                throw ValidationError(
                    "Exporting all tables writes one file per table.",
                    hint: "Add a folder, -o FOLDER, or make one workbook: --format xlsx -o FILE.xlsx"
                )
            }
            return
        }
        do { _ = try ExportedTable(named: table) } catch { throw ValidationError(error) }
    }

    func run() throws {
        guard table.lowercased() != "all" else { return try all() }
        if output.format == .xlsx {
            return try workbook(named: table.lowercased()) { try common.perform(one(to: $0)) }
        }
        let target = try output.target(common)
        try Output.gathered(to: target) { try common.perform(one(to: TableStream(shape, $0))) }
    }

    /// Writes every table: into one workbook, or each to a file of its own.
    private func all() throws {
        var operation = ExportAll()
        (operation.period, operation.organization, operation.identified) = (period, organization, identified)
        if output.format == .xlsx {
            return try workbook(named: "export") { book in
                operation.writer = book
                _ = try common.perform(operation)
            }
        }
        let folder = try TableFolder(Environment.current.path(output.output ?? ""), shape, common.outputRule())
        operation.writer = folder
        _ = try common.perform(operation)
        try folder.commit()
    }

    /// One table.
    private func one(to writer: any TableWriter) -> ExportTable {
        var operation = ExportTable()
        (operation.table, operation.form, operation.isLong) = (table, form, long)
        (operation.period, operation.organization, operation.identified) = (period, organization, identified)
        operation.writer = writer
        return operation
    }

    /// Writes a workbook: into a file row by row, in constant memory; what is no file on a disk gets it whole, when the
    /// record is free again.
    private func workbook(named name: String, _ write: (TableBook) throws -> Void) throws {
        let file = try output.target(common)
        if let file, file.isRegular {
            try write(TableBook(to: file.openPath, waitingIn: file.folder, named: name))
            return try file.commit()
        }
        let memory = try MemoryFile()
        try write(TableBook(to: memory.path, waitingIn: MemoryFile.folder, named: name))
        let bytes = try memory.bytes()
        try file.map { file in try bytes.withUnsafeBytes { try file.write($0) } } ?? Output.write(drawn: bytes)
    }

    private var shape: RowWriter.Shape {
        output.format == .json ? .json : reader == .excel ? .csvForExcel : .csv
    }
}

/// Whom an export is for.
enum ExportReader: String, CaseIterable, ExpressibleByArgument {
    case data, excel
}
