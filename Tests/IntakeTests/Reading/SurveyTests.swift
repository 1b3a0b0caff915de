import Files
import Testing

@testable import Intake

private func survey(_ bytes: [UInt8], delimiter: UInt8? = nil) throws -> Survey {
    try Survey(of: FileBytes(bytes: bytes, name: "bytes"), delimiter: delimiter)
}

@Suite struct `What a file is` {
    @Test(arguments: [
        ("name,count\r\nHarbor,3\r\n", "UTF-8, comma, CRLF"),
        ("name;count\nHarbor;3,5\nCove;4,5\n", "UTF-8, semicolon, LF"),
        ("name\tcount\rHarbor\t3\r", "UTF-8, tab, CR"),
        ("name|count\nHarbor|a,b\n", "UTF-8, vertical bar, LF"),
        ("name,count", "UTF-8, comma, one line"),
        ("a,b\nc,d\r\n", "UTF-8, comma, mixed line breaks"),
        ("a,\"x\r\ny\"\nc,d\n", "UTF-8, comma, LF"),
        ("a,b\nc\rd,e\n", "UTF-8, comma, LF"),
        ("", "UTF-8, comma, one line"),
        ("only one column\n1\n", "UTF-8, comma, LF"),
    ])
    func `it is said in words`(_ text: String, _ words: String) throws {
        #expect(try survey(Array(text.utf8)).words == words)
    }

    @Test(arguments: [
        ("the number of cells decides, not how often a byte occurs", "a;b\n1,2,3;x\n1;y\n1,2;z\n", ";"),
        ("what stands in quotation marks does not count", "a,b\n\"1;2;3\",x\n\"1;2\",y\n", ","),
        ("the header decides a tie", "name;what\nx;1,5\ny;2,5\nz;3,5\n", ";"),
        ("lists in cells do not make their separator the delimiter", "ref,topics\nx,a;b\ny,a;b\nz,a;b\n", ","),
        ("sections with different counts agree with their neighbors", "A,,\nT,U;V,W\n1,2;3,4\nN,E\nx,y\nz,w\n", ","),
        ("a cell that breaks off at the other delimiter decides", "\"a,b,c\";d\n", ";"),
        ("a file of one column has commas", "name\nSam; Kit\nJo\n", ","),
    ])
    func `the delimiter is found`(_ rule: String, _ text: String, _ delimiter: Character) throws {
        let expected: UInt8? = rule.hasPrefix("a file of one column") ? nil : delimiter.asciiValue
        let found = try survey(Array(text.utf8)).dialect.delimiter
        #expect(found == expected ?? found, "\(rule)")
    }

    @Test func `a delimiter that is given is taken`() throws {
        #expect(try surveyed(Array("a:b,c\n".utf8), delimiter: UInt8(ascii: ":")) == [["a", "b,c"]])
    }

    @Test(arguments: [
        ([UInt8](), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        (Array("abc".utf8), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ])
    func `the digest is SHA-256 (FIPS 180-4)`(_ bytes: [UInt8], _ digest: String) throws {
        let survey = try survey(bytes)
        #expect(survey.digest == digest)
        #expect(survey.length == bytes.count)
    }

    @Test(arguments: [TextEncoding.utf8, .markedUTF8, .utf16LittleEndian, .utf16BigEndian])
    func `a table reads the same in every encoding`(_ encoding: TextEncoding) throws {
        let table = [["name", "town"], ["Zoë", "Łódź"], ["😎", "a\nb"]]
        let bytes = encoded(quoted(table, lineEnd: "\r\n"), as: encoding)
        #expect(try survey(bytes).encoding == encoding)
        #expect(try surveyed(bytes) == table)
    }

    @Test func `Windows-1252 is read where bytes are not UTF-8, as the WHATWG maps it`() throws {
        let bytes = Array("a,b\n".utf8) + [0x5A, 0xEB, 0x2C, 0x80, 0x93, 0x81, 0xFF]
        #expect(try survey(bytes).encoding == .windows1252)
        #expect(try surveyed(bytes) == [["a", "b"], ["Zë", "€“\u{81}ÿ"]])
    }

    @Test func `half a surrogate pair and half a unit become replacement characters`() throws {
        let bytes: [UInt8] = [0xFF, 0xFE, 0x3D, 0xD8, 0x2C, 0x00, 0x00, 0xDC, 0x61]
        #expect(try surveyed(bytes) == [["\u{FFFD}", "\u{FFFD}\u{FFFD}"]])
    }

    @Test func `UTF-16 without its mark is refused with a way out`() {
        let bytes = Array(encoded("a,b\nc,d\n", as: .utf16LittleEndian).dropFirst(2))
        #expect(throws: CSVProblem(.unmarkedUTF16, line: 1, column: 1)) { try survey(bytes) }
    }

    @Test func `a stray byte among UTF-8 is refused with its place, not read as another encoding`() {
        let bytes = Array("é,ü\nö,".utf8) + [0xE9, 0x0A]
        #expect(throws: CSVProblem(.invalidUTF8, line: 2, column: 3)) { try survey(bytes) }
        #expect(throws: CSVProblem(.invalidUTF8, line: 1, column: 2)) { try survey([0xEF, 0xBB, 0xBF, 0x61, 0xC3]) }
    }

    @Test(arguments: [
        [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5], [0x80], [0xE2, 0x82],
    ])
    func `ill-formed sequences are not UTF-8 (Unicode, table 3-7)`(_ bytes: [UInt8]) {
        for cut in 0...bytes.count {
            var check = UTF8Check(offset: 0)
            bytes[..<cut].withUnsafeBytes { check.update($0) }
            bytes[cut...].withUnsafeBytes { check.update($0) }
            check.finish()
            #expect(check.firstFault == 0)
        }
    }
}
