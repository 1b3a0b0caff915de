import Documents
import Testing

/// What to do next, which an interface puts in words.
@Suite struct NextStepTests {
    private static let document = Document(
        title: nil,
        about: About(title: "A page", next: NextStep("explain")),
        blocks: [
            .sentence("Two have none.", then: [NextStep("list"), NextStep("add")]),
            .sentence("", then: [NextStep("read")]),
            .table(Table(columns: [Column(key: "step")], rows: [[.next(NextStep("fill"))]])),
        ],
        data: [["step": .next(NextStep("fill"))]],
        rows: Table(columns: [Column(key: "step")], rows: [[.next(NextStep("fill"))]])
    )

    private static func words(_ step: NextStep) -> String? { (step.value as? String).map { "To \($0): x \($0)" } }

    @Test func `steps stand behind their sentence, one after the other`() throws {
        let said = Self.document.saying(Self.words)
        #expect(said.blocks[0] == .sentence("Two have none. To list: x list. To add: x add"))
        #expect(said.blocks[1] == .sentence("To read: x read"))
        #expect(said.about?.further == "To explain: x explain" && said.about?.next == nil)
        #expect(said.data == [["step": "To fill: x fill"]])
        let csv = try Format.csv.draw(said)
        #expect(String(decoding: csv, as: UTF8.self) == "step\nTo fill: x fill\n")
    }

    @Test(arguments: [Format.table, .markdown, .html, .csv, .json])
    func `what nobody put in words is drawn as nothing`(format: Format) throws {
        let drawn = try String(decoding: format.draw(Self.document), as: UTF8.self)
        for word in ["list", "add", "read", "fill", "explain"] { #expect(!drawn.contains("x \(word)")) }
        let silent = try format.draw(Self.document.saying { _ in nil })
        #expect(try silent == format.draw(Self.document.saying { _ in nil }.saying(Self.words)))
        #expect(format == .csv || format == .json || drawn.contains("Two have none."))
    }
}
