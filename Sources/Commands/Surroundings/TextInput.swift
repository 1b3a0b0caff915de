import CommandLineKit
import Files
import Intake
import Records

/// A small text that a command reads whole: a sheet of names, a file of details.
struct TextInput {
    /// The text, its line ends single line feeds.
    let text: String
    /// What the messages call it.
    let name: String

    /// Reads the file at `path`; `-` is standard input.
    init(_ path: String, limit: Int = 16 << 20) throws {
        let environment = Environment.current
        name = Self.name(path)
        let bytes: [UInt8]
        if path == "-" {
            if environment.input.isTerminal { Output.note("Type your lines. To finish, press Ctrl-D on a new line.") }
            bytes = try environment.input.all(limit: limit)
        } else {
            let file = try FileBytes(path: environment.path(path))
            guard let read = try Self.read(file, limit: limit) else {
                throw Failure("\(name): the file is too large (over \(limit >> 20) MB)", code: .dataError)
            }
            bytes = read
        }
        guard let text = Self.decoded(bytes) else {
            throw Failure(
                "\(name): this is not UTF-8 text",
                advice: "Save it as UTF-8, then try again.",
                code: .dataError
            )
        }
        self.text = text
    }

    /// The name of an input in messages.
    static func name(_ path: String) -> String { path == "-" ? "standard input" : path }

    private static func decoded(_ bytes: [UInt8]) -> String? {
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        guard let text = String(validating: body, as: UTF8.self), !body.contains(0) else { return nil }
        return String(text.map { $0 == "\r\n" || $0 == "\r" ? "\n" : $0 })
    }

    /// Nil where the file is longer.
    private static func read(_ file: FileBytes, limit: Int) throws -> [UInt8]? {
        var bytes: [UInt8] = []
        var page = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count <= limit {
            let count = try page.withUnsafeMutableBytes { try file.read(into: $0, at: bytes.count) }
            if count == 0 { return bytes }
            bytes += page[..<count]
        }
        return nil
    }
}
