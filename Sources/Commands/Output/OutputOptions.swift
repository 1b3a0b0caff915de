import CommandLineKit
package import Documents
import Files

extension Format: ExpressibleByArgument {}

/// How rows and figures are printed, and where.
struct OutputOptions: ParsableArguments {
    @Option(help: "Output format. Default: from the file name's ending.")
    var format: Format?

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp("Write to this file. Use - for standard output.", valueName: "file"),
        completion: .file()
    )
    var output: String?

    /// The format that was asked for, else a table.
    var chosen: Format { format ?? .table }

    mutating func validate() throws {
        // Who names a file report.html asks for a page.
        if format == nil, let file { format = try Self.format(ofFile: file) }
        guard !chosen.isText else { return }
        if isShown {
            throw ValidationError(
                "--format \(chosen.rawValue): a workbook can't be shown in a terminal.",
                hint: "Write it to a file: -o FILE.\(chosen.fileExtension)"
            )
        }
        // Before anything is stored, not after.
        do { try chosen.prepare() } catch {
            let failure = Failure(error)
            throw ValidationError("--format \(chosen.rawValue): \(failure.message).", hint: failure.advice)
        }
    }

    /// Draws a document and prints it.
    ///
    /// - Parameter inputs: the files that the command reads, which it must not write over.
    func show(_ document: Document, _ common: CommonOptions, reading inputs: [String] = []) throws {
        try write(drawn(document, common), common, reading: inputs)
    }

    /// Whether it goes to a terminal, and to no file.
    var isShown: Bool { Environment.current.output.isTerminal && file == nil }

    /// The document's bytes. Only a table that goes to a terminal fits its width.
    func drawn(_ document: Document, _ common: CommonOptions, forExcel: Bool = false) throws -> [UInt8] {
        let screen = Environment.current.output
        return try chosen.draw(
            document.withCommands,
            width: isShown ? screen.width : nil,
            color: isShown && common.usesColor,
            forExcel: forExcel
        )
    }

    /// Writes bytes to where they were asked for.
    func write(_ bytes: [UInt8], _ common: CommonOptions, reading inputs: [String] = []) throws {
        guard let target = try target(common, reading: inputs) else {
            return try chosen == .table ? Output.write(drawn: bytes) : Output.write(bytes)
        }
        try bytes.withUnsafeBytes { try target.write($0) }
        try target.commit()
    }

    /// The file that was asked for, made under its temporary name; nil for standard output.
    func target(_ common: CommonOptions, reading inputs: [String] = []) throws -> OutputFile? {
        try path.map { try OutputFile($0, common.outputRule(reading: inputs)) }
    }

    /// The path of the file that was asked for, from the root; nil for standard output.
    var path: String? { file.map { Environment.current.path($0) } }

    /// The format that a file's ending stands for; nil where it stands for none of ours.
    private static func format(ofFile path: String) throws -> Format? {
        let name = path.split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return nil }
        let ending = name[name.index(after: dot)...].lowercased()
        if ending == "pdf" {
            throw ValidationError(
                "-o: Groundwork doesn't write PDF.",
                hint: "Write a page with -o FILE.html, then print it from a browser or with Scripts/print-pages."
            )
        }
        return Format.allCases.first { $0.fileExtension == ending }
    }

    private var file: String? { output == "-" ? nil : output }
}
