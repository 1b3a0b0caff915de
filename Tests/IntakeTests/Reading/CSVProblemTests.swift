import Testing

@testable import Intake

@Suite struct `What cannot be read` {
    @Test(arguments: [
        ("a,b\n1,\"x\ny", CSVProblem(.unclosedQuote, line: 2, column: 3)),
        ("\"", CSVProblem(.unclosedQuote, line: 1, column: 1)),
        ("a\n\"b\" c\n", CSVProblem(.textAfterQuote(opened: 2), line: 2, column: 5)),
        ("a\n\"b\n\nc\"d,e", CSVProblem(.textAfterQuote(opened: 2), line: 4, column: 3)),
        ("é,\"é\"é", CSVProblem(.textAfterQuote(opened: 1), line: 1, column: 6)),
        ("a\n\"b\"\rc", CSVProblem(.textAfterQuote(opened: 2), line: 2, column: 4)),
        ("a,b\n\nc,\u{0}", CSVProblem(.nul, line: 3, column: 3)),
        ("\"a\n\u{0}\"", CSVProblem(.nul, line: 2, column: 1)),
    ])
    func `a problem has its line and column`(_ text: String, _ expected: CSVProblem) {
        #expect(problem(text) == expected)
    }

    @Test func `a carriage return counts as a line only where it ends records`() {
        #expect(problem("a\rb\r\"c\rd\" e", carriageReturnEnds: true)?.line == 4)
        #expect(problem("a\n\"c\rd\" e")?.line == 2)
    }

    @Test func `a problem stays where it is when reading goes on`() throws {
        let reader = reader("a\n\"b")
        #expect(try reader.next())
        for _ in 1...2 {
            #expect(throws: CSVProblem(.unclosedQuote, line: 2, column: 1)) { try reader.next() }
        }
    }

    @Test func `words name the place and what to look for, and never the text`() {
        let open = CSVProblem(.unclosedQuote, line: 17, column: 4)
        #expect(
            open.description
                == "line 17, column 4: a quotation mark is never closed. Look for a missing \" near here."
        )
        let text = CSVProblem(.textAfterQuote(opened: 3), line: 9, column: 2)
        #expect(
            text.sentence == "there is text after a closing quotation mark. The cell starts on line 3. "
                + "Inside quotation marks, write \" twice."
        )
    }

    @Test func `a cell of one mebibyte is read and a longer one is not`() throws {
        let limit = RecordScanner.cellLimit
        let cell = String(repeating: "x", count: limit)
        #expect(try records("a,\(cell)\n\"\(cell)\"").map(\.count) == [2, 1])
        #expect(
            problem("a\nb,\(cell)x\n") == CSVProblem(.longCell(limit: limit, quoted: false), line: 2, column: 3)
        )
        #expect(
            problem("a\nb,\"\(cell)xy") == CSVProblem(.longCell(limit: limit, quoted: true), line: 2, column: 3)
        )
    }

    @Test func `ten thousand cells are read and more are not`() throws {
        let limit = RecordScanner.countLimit
        #expect(try records(String(repeating: ",", count: limit - 1)).map(\.count) == [limit])
        #expect(
            problem("a\n" + String(repeating: ",", count: limit))
                == CSVProblem(.manyCells(limit: limit), line: 2, column: limit + 1)
        )
    }

    @Test func `a record longer than the limit is refused, however short its cells`() {
        let cells = (1...40).map { _ in String(repeating: "x", count: 500_000) }
        #expect(
            problem("a\n" + cells.joined(separator: ","))
                == CSVProblem(.longRecord(limit: CSVReader.recordLimit), line: 2, column: 1)
        )
    }
}
