import CommandLineKit
import Records

/// A paper sign-in sheet, typed off: one name a line.
struct NameSheet {
    /// The names, trimmed and without pronouns in brackets; empty lines are left out.
    let names: [String]

    /// Reads the sheet at `path`; `-` is standard input.
    init(_ path: String) throws {
        let input = try TextInput(path)
        var names: [String] = []
        for (index, line) in input.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.trimmed.isEmpty { continue }
            let name = PronounRule.name(without: String(line))
            guard !name.isEmpty, name.utf8.count <= 400, !name.unicodeScalars.contains(where: { $0.value < 0x20 })
            else {
                throw Failure(
                    "\(input.name):\(index + 1): there is no name in this line, or it is too long",
                    advice: "Put one name on each line. Nothing was stored.",
                    code: .dataError
                )
            }
            names.append(name)
        }
        guard !names.isEmpty else {
            throw Failure("\(input.name): there are no names in it", advice: "Nothing was stored.", code: .dataError)
        }
        self.names = names
    }
}
