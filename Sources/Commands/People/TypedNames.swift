import CommandLineKit
import Records

/// Names that are typed or piped in, because the command line would keep them.
enum TypedNames {
    /// The names, one a line; on a terminal one is asked for.
    static func read() throws -> [FullName] {
        let text = Prompt.isPossible ? try Prompt.text("Full name: ") ?? "" : try TextInput("-").text
        let names = text.split(separator: "\n").compactMap { FullName(String($0)) }
        guard !names.isEmpty else {
            throw Failure(
                "standard input: no names found",
                advice: "Put one name on each line. Nothing was changed.",
                code: .dataError
            )
        }
        return names
    }
}
