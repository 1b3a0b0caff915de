import CommandLineKit
import Records

/// Fields read from a file or standard input, so that a person's details need not stand on the command line, where the
/// shell's history would keep them.
struct DetailsOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A file of FIELD: VALUE lines, to keep details out of the shell's history.",
            valueName: "file"
        ),
        completion: .file()
    )
    var details: String?

    /// The fields and their values; none where no file was named.
    func read() throws -> [(name: String, text: String)] {
        guard let details else { return [] }
        let text = try TextInput(details).text
        return try text.split(separator: "\n").enumerated().compactMap { index, line in
            let whole = line.trimmed
            if whole.isEmpty { return nil }
            guard let colon = whole.firstIndex(of: ":") else {
                // The line itself may be a person's: it is not repeated.
                throw Failure(
                    "\(TextInput.name(details)):\(index + 1): no colon on this line. Write FIELD: VALUE.",
                    code: .dataError
                )
            }
            return (whole[..<colon].trimmed.lowercased(), whole[whole.index(after: colon)...].trimmed)
        }
    }
}
