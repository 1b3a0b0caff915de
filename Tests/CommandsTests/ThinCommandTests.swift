import CommandLineKit
import Records
import Service
import Support
import Testing

@testable import Commands

/// A command parses, asks an operation and shows what comes back: nothing is looked up, decided or stored in it.
@Suite struct ThinCommandTests {
    /// Files that name something of the record's inside.
    static let exceptions: [String: (words: Set<String>, why: String)] = [
        "Commands/Failure.swift": (["RecordError"], "it says every error in words"),
        "Commands/Groundwork.swift": (["RecordError"], "it names a parameter as it was typed"),
    ]

    private static let files = SourceLiterals.files(ofModules: ["Commands"])

    @Test(arguments: files)
    func `a command names nothing of the record's inside`(file: String) throws {
        let text = try #require(contents(of: "\(packageRoot())/\(file)"))
        let code = text.replacing(/\/\/[^\n]*|"""(?:.|\n)*?"""|"(?:[^"\\\n]|\\.)*"/, with: "")
        let words = Set(code.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init))
        let excepted = Self.exceptions.first { file.hasSuffix($0.key) }?.value.words ?? []
        let inside: Set = ["Store", "Draft", "SQL", "SQLite", "DatabaseError", "RecordError", "Reading", "Database"]
        #expect(words.intersection(inside).sorted() == excepted.sorted())
        for call in ["change", "read", "work", "look", "note", "copy"] {
            #expect(!code.contains("common.\(call)") && !code.contains("lender.\(call)"))
        }
    }

    /// What is asked for by name; the filters of lists are declared by the lists' commands.
    static let asked = Operations.all.filter {
        !$0.id.rawValue.hasSuffix(".list") && !byOption.contains($0.id) && !byPages.contains($0.id)
    }

    /// What the command of another operation asks for: by an option, or before that one.
    private static let byOption: Set = [
        KeepApart().id, ShowHeldByName().id, OperationID(.person, "preview-forget"), OperationID(.evaluation, "begin"),
        ExportAll().id, ImportAll().id, UndoEntry().id, RecordReview().id,
    ]

    /// What pages alone ask for: commands have lists, reports and `show` in their place.
    private static let byPages: Set = [
        ShowToday().id, SuggestTitles().id, ShowEntry().id, ListTrainings().id, ShowTraining().id,
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

    @Test func `there are such commands`() { #expect(Self.files.count >= Self.asked.count / 2) }
}
