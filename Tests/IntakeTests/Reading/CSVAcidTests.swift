import Files
import FoundationEssentials
import Testing

@testable import Intake

/// Cases that others collected, with the readings that they expect.
@Suite(.enabled(if: SharedData.isPresent, "shared/data is not here"))
struct `Collected cases` {
    private func decoded<Value: Decodable>(_ path: String, as type: Value.Type = Value.self) throws -> Value {
        try JSONDecoder().decode(type, from: Data(SharedData.bytes("csv-acid/" + path)))
    }

    private func surveyed(_ path: String, blankLines: CSVReader.BlankLines = .skipped) throws -> [[String]] {
        try IntakeTests.surveyed(SharedData.bytes("csv-acid/" + path), blankLines: blankLines)
    }

    private func keyed(_ records: [[String]]) -> [[String: String]] {
        guard let header = records.first else { return [] }
        return records.dropFirst().map { Dictionary(zip(header, $0)) { first, _ in first } }
    }

    @Test(arguments: [
        "comma_in_quotes", "empty", "empty_crlf", "escaped_quotes", "json", "newlines", "quotes_and_newlines", "simple",
        "simple_crlf", "utf8",
    ])
    func `csv-spectrum reads as its JSON says`(_ name: String) throws {
        let expected = try decoded("csv-spectrum/json/\(name).json", as: [[String: String]].self)
        #expect(keyed(try surveyed("csv-spectrum/csvs/\(name).csv")) == expected)
    }

    /// The file lies here with its carriage returns lost, unlike what its name and its JSON say; they are put back.
    @Test func `csv-spectrum's newlines_crlf reads as its JSON says`() throws {
        let expected = try decoded("csv-spectrum/json/newlines_crlf.json", as: [[String: String]].self)
        let bytes = try SharedData.bytes("csv-acid/csv-spectrum/csvs/newlines_crlf.csv")
        let restored = bytes.filter { $0 != 13 }.flatMap { $0 == 10 ? [13, 10] : [$0] }
        #expect(keyed(try IntakeTests.surveyed(restored)) == expected)
    }

    /// Its JSON is one object, and the telephone number in it is another one.
    @Test func `csv-spectrum's location_coordinates reads as its JSON says but for the number`() throws {
        var expected = try decoded("csv-spectrum/json/location_coordinates.json", as: [String: String].self)
        var found = try #require(keyed(try surveyed("csv-spectrum/csvs/location_coordinates.csv")).first)
        let number = "Contact Phone Number"
        #expect(found[number]?.count == expected[number]?.count)
        found[number] = nil
        expected[number] = nil
        #expect(found == expected)
    }

    @Test(arguments: [
        "all-empty", "empty-field", "empty-one-column", "leading-space", "one-column", "quotes-empty",
        "quotes-with-comma", "quotes-with-escaped-quote", "quotes-with-newline", "quotes-with-space", "simple-crlf",
        "simple-lf", "trailing-newline", "trailing-newline-one-field", "trailing-space", "utf8",
    ])
    func `csv-test-data reads as its JSON says, blank lines kept`(_ name: String) throws {
        let expected = try decoded("csv-test-data/json/\(name).json", as: [[String]].self)
        let path = "csv-test-data/csv/\(name).csv"
        #expect(try surveyed(path, blankLines: .kept) == expected)
        #expect(try surveyed(path) == expected.filter { $0 != [""] })
    }

    @Test(arguments: ["header-no-rows", "header-simple"])
    func `csv-test-data's headers read as its JSON says`(_ name: String) throws {
        let expected = try decoded("csv-test-data/json/\(name).json", as: [[String: String]].self)
        #expect(keyed(try surveyed("csv-test-data/csv/\(name).csv")) == expected)
    }

    /// Files without an expected reading: the number of cells of each record. Ragged rows are delivered as they are, a
    /// quotation mark within an unquoted cell is text.
    @Test(arguments: [
        ("csv-test-data/csv/bad-header-less-fields", [3, 2]),
        ("csv-test-data/csv/bad-header-more-fields", [3, 4]),
        ("csv-test-data/csv/bad-header-no-header", []),
        ("csv-test-data/csv/bad-header-wrong-header", [3]),
        ("csv-test-data/csv/bad-unescaped-quote", [3, 3]),
        ("csvkit/bad", [3, 4, 2, 3]),
        ("csvkit/bad_skip_lines", [3, 4, 2, 3]),
        ("csvkit/blanks", [6, 6]),
        ("csvkit/date_like_number", [1, 1]),
        ("csvkit/empty", []),
        ("csvkit/mac_newlines", [3, 3, 3]),
        ("csvkit/no_header_row", [3]),
        ("csvkit/optional_quote_characters", [3, 3]),
        ("csvkit/sniff_limit", [3, 3]),
        ("csvkit/test_date_format", [1, 1, 1]),
        ("csvkit/test_empty_columns_long_row", [3, 4]),
        ("csvkit/test_empty_columns_short_row", [3, 2]),
        ("csvkit/test_extra_header", [4, 3]),
        ("csvkit/test_header_newline", [3, 3]),
        ("csvkit/test_latin1", [3, 3, 3]),
        ("csvkit/test_locale", [3, 3]),
        ("csvkit/test_no_leading_zeroes", [3, 3]),
        ("csvkit/test_numeric_date_format", [1, 1, 1]),
        ("csvkit/test_skip_lines", [3, 3]),
        ("csvkit/test_utf16_big", [3, 3, 3]),
        ("csvkit/test_utf16_little", [3, 3, 3]),
        ("csvkit/test_utf8_bom", [3, 3, 3]),
        ("rust-csv/smallpop", Array(repeating: 4, count: 11)),
        ("rust-csv/smallpop-no-headers", Array(repeating: 4, count: 10)),
        ("rust-csv/uspop", Array(repeating: 5, count: 101)),
        ("rust-csv/uspop-latin1", Array(repeating: 5, count: 101)),
        ("rust-csv/uspop-null", Array(repeating: 5, count: 101)),
    ])
    func `every other file is read in this shape`(_ name: String, _ shape: [Int]) throws {
        #expect(try surveyed(name + ".csv").map(\.count) == shape)
    }

    @Test func `a delimiter that is not looked for can be given`() throws {
        let bytes = try SharedData.bytes("csv-acid/rust-csv/smallpop-colon.csv")
        #expect(
            try IntakeTests.surveyed(bytes, delimiter: UInt8(ascii: ":"))
                == surveyed("rust-csv/smallpop.csv")
        )
    }

    @Test(arguments: [
        ("csv-test-data/csv/bad-missing-quote", CSVProblem(.unclosedQuote, line: 2, column: 3)),
        ("csv-test-data/csv/bad-quotes-with-unescaped-quote", .init(.textAfterQuote(opened: 2), line: 2, column: 20)),
        ("csvkit/null_byte", CSVProblem(.nul, line: 2, column: 1)),
        ("rust-csv/strange", CSVProblem(.textAfterQuote(opened: 1), line: 1, column: 4)),
    ])
    func `or refused at this place`(_ name: String, _ problem: CSVProblem) throws {
        #expect(throws: problem) { try surveyed(name + ".csv") }
    }

    @Test(arguments: ["", "a", "\u{FEFF}"])
    func `naughty strings are read back unchanged`(_ before: String) throws {
        let strings = try decoded("blns/blns.json", as: [String].self).filter { !$0.utf8.contains(0) }
        #expect(strings.count > 500)
        let table = [["number", "text", "again"]] + strings.enumerated().map { ["\($0)", before + $1, $1] }
        for encoding in TextEncoding.allCases where encoding != .windows1252 {
            for lineEnd in ["\n", "\r\n", "\r"] {
                let read = try IntakeTests.surveyed(encoded(quoted(table, lineEnd: lineEnd), as: encoding))
                #expect(read.elementsEqual(table) { $0.elementsEqual($1) { Array($0.utf8) == Array($1.utf8) } })
            }
        }
    }

    @Test(arguments: ["csv_utf8_bom_crlf.csv", "semicolon_cp1252_crlf.csv", "unicode_text_utf16le_tab.txt"])
    func `the same table in three dresses of Excel reads the same`(_ name: String) throws {
        let original = try IntakeTests.surveyed(SharedData.bytes("excel-oddities/original_utf8.csv"))
        #expect(try IntakeTests.surveyed(SharedData.bytes("excel-oddities/" + name)) == original)
    }
}
