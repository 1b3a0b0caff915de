import CommandLineKit
import Records
import Service
import Support
import Testing

@testable import Commands

/// A command parses, asks an operation and shows what comes back: nothing is looked up, decided or stored in it.
@Suite struct ThinCommandTests {
    /// The folders of the commands whose operations stand in Service.
    static let folders = [
        "Boards", "Counts", "Evaluations", "Everyday", "Feedback", "Keeping", "Language", "People", "Practices",
        "Records",
    ]

    /// What is still to be moved.
    static let exceptions = ["Records/FieldOptions"]

    private static let files = folders.flatMap { SourceLiterals.files(ofModules: ["Commands/\($0)"]) }
        .filter { file in !exceptions.contains { file.hasSuffix("\($0).swift") } }

    @Test(arguments: files)
    func `a command that asks an operation names nothing of the record's inside`(file: String) throws {
        let text = try #require(contents(of: "\(packageRoot())/\(file)"))
        let words = Set(text.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init))
        #expect(words.intersection(["Store", "Draft", "SQL", "SQLite", "RecordError", "Reading"]).sorted() == [])
        for call in ["change", "read", "work", "look", "note"] { #expect(!text.contains("common.\(call)")) }
    }

    /// What is asked for by name; the filters of lists are declared by the lists' commands.
    static let asked = Operations.all.filter { !$0.id.rawValue.hasSuffix(".list") && !byOption.contains($0.id) }

    /// What the command of another operation asks for: by an option, or before that one.
    private static let byOption: Set = [
        KeepApart().id, ShowHeldByName().id, OperationID(.person, "preview-forget"), OperationID(.evaluation, "begin"),
    ]

    /// What is read from a file alone, since a shell's history should not keep it.
    private static let fromFiles: [OperationID: [String]] = [.add(.reflection): ["text"], .edit(.reflection): ["text"]]

    @Test(arguments: asked.map(\.id))
    func `whatever an operation asks for can be typed at its command`(id: OperationID) throws {
        let form = try #require(CommandLineForm(id.words, under: Groundwork.self), "no command \(id.words)")
        let operation = try #require(Self.asked.first { $0.id == id })
        let missing = names(of: operation).filter { form.spelled($0) == nil }
        #expect(missing == Self.fromFiles[id] ?? [])
    }

    private func names<O: Operation>(of operation: O) -> [String] { operation.parameters.map(\.name) }

    @Test func `there are such commands`() { #expect(Self.files.count >= Self.folders.count) }
}
