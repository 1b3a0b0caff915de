import Testing

@testable import Intake

@Suite struct `Telling cells apart` {
    struct Case: Sendable, CustomTestStringConvertible {
        let rule: String
        let text: String
        let records: [[String]]
        var testDescription: String { rule }

        init(_ rule: String, _ text: String, _ records: [[String]]) {
            self.rule = rule
            self.text = text
            self.records = records
        }
    }

    static let cases = [
        Case("an empty file has no records", "", []),
        Case("the last line end is optional", "a,b\nc,d", [["a", "b"], ["c", "d"]]),
        Case("the last line end is not a record", "a,b\nc,d\n", [["a", "b"], ["c", "d"]]),
        Case("CRLF ends a record", "a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
        Case("LF and CRLF may mix", "a,b\nc,d\r\ne,f\n", [["a", "b"], ["c", "d"], ["e", "f"]]),
        Case("a lone CR is text where LF came first", "a\nb\rc,d\n", [["a"], ["b\rc", "d"]]),
        Case("a lone CR at the very end is a line end", "a\nb\r", [["a"], ["b"]]),
        Case("empty cells are cells", ",a,,\n", [["", "a", "", ""]]),
        Case("an empty quoted cell is empty", "a,\"\"\n\"\",b", [["a", ""], ["", "b"]]),
        Case("an empty quoted cell alone is a record", "\"\"\n\"\"", [[""], [""]]),
        Case("blanks at the edges are text", " a , b\n", [[" a ", " b"]]),
        Case("a line of blanks is a record", "a\n \nb", [["a"], [" "], ["b"]]),
        Case("blank lines are ignored", "\n\na\n\r\n\nb\n\n", [["a"], ["b"]]),
        Case("short and long rows stay as they are", "a,b\nc\nd,e,f", [["a", "b"], ["c"], ["d", "e", "f"]]),
        Case("separators in quotation marks are text", "\"a,b\",c", [["a,b", "c"]]),
        Case("every line end in quotation marks is text", "\"a\nb\r\nc\rd\",e\n", [["a\nb\r\nc\rd", "e"]]),
        Case("doubled marks stand for one", "\"\"\"a\"\"\",\"b\"\"c\",\"\"\"\"", [["\"a\"", "b\"c", "\""]]),
        Case("a mark within an unquoted cell is text", "a \"b\" c,d\"\n", [["a \"b\" c", "d\""]]),
        Case("a mark behind a blank is text", "a, \"b\" ,c", [["a", " \"b\" ", "c"]]),
        Case("blanks behind a closing mark are dropped", "\"a\" ,\"b\"\t\n\"c\"  ", [["a", "b"], ["c"]]),
        Case("other control characters are kept", "a\u{1}\u{B},\u{7F}\u{1B}[0m", [["a\u{1}\u{B}", "\u{7F}\u{1B}[0m"]]),
        Case("text beyond ASCII is kept", "Zoë,名前\n😎,e\u{301}", [["Zoë", "名前"], ["😎", "e\u{301}"]]),
    ]

    @Test(arguments: cases)
    func `cells are told apart as the rule says`(_ example: Case) throws {
        #expect(try records(example.text) == example.records)
    }

    @Test(arguments: cases, [1, 2, 3, 5, 7, 16])
    func `a small buffer reads the same`(_ example: Case, _ size: Int) throws {
        #expect(try records(example.text, bufferSize: size) == example.records)
    }
}
