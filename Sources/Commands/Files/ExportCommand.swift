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
            abstract: "Write records as tidy rows, for R, a spreadsheet or another office.",
            discussion: """
                Without --identified no names, e-mails and free text leave, and people have numbers of this export \
                alone. Tables are \(ExportedTable.names.joined(separator: ", ")); all writes one file each to a folder, or \
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

    @Argument(help: "Which table, or all.", completion: .list(["all"] + ExportedTable.names))
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
        if table.lowercased() == ExportedTable.codebook.name, period != nil || organization != nil || identified {
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
