import Files
import Testing

@testable import Intake

@Suite struct `A record and its cells` {
    private let text = "name,note\nSam,\"one\ntwo\",é\n\n\"K\"\"j\"\r\n"

    @Test func `a record knows the line on which it begins`() throws {
        let reader = reader(text)
        var lines: [Int] = []
        while try reader.next() { lines.append(reader.line) }
        #expect(lines == [1, 2, 5])
    }

    @Test func `a cell knows its line and column`() throws {
        let reader = reader("é,\"b\nc\",d\n")
        _ = try reader.next()
        #expect((0..<4).map(reader.line) == [1, 1, 2, 2])
        #expect((0..<4).map(reader.column) == [1, 3, 4, 5])
    }

    @Test func `the raw record is as it was in the file, without its line end`() throws {
        let reader = reader(text)
        var raw: [String] = []
        while try reader.next() { raw.append(String(decoding: reader.rawRecord, as: UTF8.self)) }
        #expect(raw == ["name,note", "Sam,\"one\ntwo\",é", "\"K\"\"j\""])
        #expect(reader.rawRecord.isEmpty)
    }

    @Test func `a cell that a short row lacks reads as empty`() throws {
        let reader = reader("a\n")
        _ = try reader.next()
        #expect(reader.count == 1)
        #expect(reader.isEmpty(1))
        #expect(reader.text(7).isEmpty)
    }

    @Test func `cells compare byte for byte`() throws {
        let reader = reader("\"a\"\"b\",,e\u{301}\n")
        _ = try reader.next()
        #expect(reader.fieldEquals(0, "a\"b"))
        #expect(!reader.fieldEquals(0, "a\"c"))
        #expect(reader.fieldEquals(1, ""))
        #expect(!reader.fieldEquals(2, "\u{E9}"))
        #expect(reader.withField(0) { Array($0) } == Array("a\"b".utf8))
    }

    @Test func `blank lines can be kept as records of one empty cell`() throws {
        #expect(try records("\na\n\r\n", blankLines: .kept) == [[""], ["a"], [""]])
    }

    @Test(arguments: [TextEncoding.utf8, .markedUTF8, .utf16LittleEndian, .utf16BigEndian], [1, 7, 64, 4096])
    func `a record can be read again from its position`(_ encoding: TextEncoding, _ size: Int) throws {
        let text = "a,b\n😎é,\"x\n\"\"y\"\"\"\n\n\"z\",\u{FFFD}\nlast"
        let file = FileBytes(bytes: encoded(text, as: encoding), name: "text")
        let reader = CSVReader(file, encoding: encoding, bufferSize: size)
        var found: [(CSVPosition, [String])] = []
        while try reader.next() { found.append((reader.position, (0..<reader.count).map(reader.text))) }
        #expect(found.map(\.0.line) == [1, 2, 5, 6])
        for (position, cells) in found.reversed() {
            reader.seek(to: position)
            #expect(try reader.next())
            #expect((0..<reader.count).map(reader.text) == cells)
            #expect(reader.position == position)
        }
        reader.rewind()
        #expect(try reader.skip(2) == 2)
        #expect(try reader.next())
        #expect(reader.line == 5)
        #expect(try reader.skip(9) == 1)
        reader.rewind()
        #expect(try records(reader).count == 4)
    }

}
