package import Documents
package import Files

/// Where the tables of an export go, one after the other, while the record is lent. A destination that may hold up its
/// writer, such as a pipe, keeps the rows and sends them afterwards.
///
/// One operation uses it at a time, on one thread: those that keep open files are `@unchecked Sendable` for that reason.
package protocol TableWriter: Sendable {
    /// Called before the first table, with the name of the program whose record it is.
    func begin(_ program: String) throws
    /// Lets `rows` write the next table.
    func write(_ table: String, _ rows: (RowWriter.Target) throws -> Void) throws
    /// Called after the last table, while the record is still lent.
    func finish() throws
}

extension TableWriter {
    package func begin(_ program: String) throws {}
    package func finish() throws {}
}

/// Writes tables nowhere: to find out whether they could be.
package struct NoTables: TableWriter {
    package init() {}

    package func write(_ table: String, _ rows: (RowWriter.Target) throws -> Void) throws {
        try rows(.text(.csv) { _ in })
    }
}

/// Writes tables as text, each behind the one before.
package final class TableStream: TableWriter, @unchecked Sendable {
    private let shape: RowWriter.Shape
    private let output: RowWriter.Output

    /// - Parameter output: takes the bytes, piece by piece.
    package init(_ shape: RowWriter.Shape, _ output: @escaping RowWriter.Output) {
        self.shape = shape
        self.output = output
    }

    package func write(_ table: String, _ rows: (RowWriter.Target) throws -> Void) throws {
        try rows(.text(shape, output))
    }
}

/// Writes each table to a file of its own in one folder: `sessions.csv`. They have their names once all are there.
package final class TableFolder: TableWriter, @unchecked Sendable {
    private let folder: OutputFolder
    private let shape: RowWriter.Shape
    private let rule: OutputRule
    private var files: [OutputFile] = []
    private var names: Set<String> = []

    /// Makes the folder where there is none.
    ///
    /// - Parameter rule: what must not be written over.
    /// - Throws: `OutputProblem`.
    package init(_ path: String, _ shape: RowWriter.Shape, _ rule: OutputRule) throws {
        folder = try OutputFolder(path)
        self.shape = shape
        self.rule = rule
    }

    package func write(_ table: String, _ rows: (RowWriter.Target) throws -> Void) throws {
        let name = "\(table).\(shape == .json ? "json" : "csv")"
        let file = try OutputFile("\(folder.path)/\(name)", rule)
        try rows(.text(shape) { try file.write($0) })
        files.append(file)
        names.insert(name)
    }

    /// Puts the files in their places, when the record is free again.
    ///
    /// A folder in which tables of another export would be left standing beside these is refused: their numbers of people
    /// are others, and with names they would join them.
    /// - Throws: `FolderProblem`, `OutputProblem`.
    package func commit() throws {
        try folder.requireOnly(names, among: ExportedTable.isFile)
        for file in files { try file.commit() }
    }
}

/// Writes each table to a sheet of one workbook, row by row.
package final class TableBook: TableWriter, @unchecked Sendable {
    private let path: String
    private let folder: String
    private let name: String
    private var workbook: TableWorkbook?

    /// - Parameters:
    ///   - path: where the workbook will stand.
    ///   - folder: where its rows wait until then.
    ///   - name: what its title says behind the program's name.
    package init(to path: String, waitingIn folder: String, named name: String) {
        self.path = path
        self.folder = folder
        self.name = name
    }

    package func begin(_ program: String) throws {
        workbook = try TableWorkbook(to: path, waitingIn: folder, title: "\(program): \(name)")
    }

    package func write(_ table: String, _ rows: (RowWriter.Target) throws -> Void) throws {
        guard let workbook else { return }
        try rows(.sheet(workbook, table))
    }

    package func finish() throws { try workbook?.finish() }
}
