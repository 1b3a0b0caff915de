import FoundationEssentials
import Testing

@testable import Intake

/// A case of Papa Parse's own tests, as far as it needs no option that Groundwork lacks.
struct PapaParseCase: Decodable, Sendable, CustomTestStringConvertible {
    struct Config: Decodable, Sendable {
        let delimiter: String?
        let options: Set<String>
        let skipsEmptyLines: Bool

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: Key.self)
            options = Set(container.allKeys.map(\.stringValue))
            delimiter = try container.decodeIfPresent(String.self, forKey: Key("delimiter"))
            // The other value, "greedy", is not a Boolean and counts as an option that Groundwork lacks.
            skipsEmptyLines = (try? container.decode(Bool.self, forKey: Key("skipEmptyLines"))) ?? false
        }
    }

    struct Expected: Decodable, Sendable {
        struct Fault: Decodable, Sendable { let type: String }

        /// Nothing where cells are not text or rows are keyed.
        let data: [[String]]?
        let errors: [Fault]

        enum CodingKeys: String, CodingKey { case data, errors }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            // Cells that are not text come only of options that Groundwork lacks.
            data = try? container.decode([[String]].self, forKey: .data)
            errors = try container.decode([Fault].self, forKey: .errors)
        }
    }

    struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(_ value: String) { stringValue = value }
        init?(stringValue: String) { self.init(stringValue) }
        init?(intValue: Int) { nil }
    }

    let description: String
    let input: String
    let config: Config?
    let expected: Expected
    var testDescription: String { description }

    /// The delimiter to force, if any.
    var delimiter: UInt8? { config?.delimiter.flatMap { $0.utf8.count == 1 ? $0.utf8.first : nil } }

    /// Why it is left out, if it is: an option of Papa Parse that has no counterpart here.
    var missingOption: String? {
        guard let config else { return nil }
        var beyond = config.options.subtracting(["delimiter", "newline", "fastMode"])
        if config.skipsEmptyLines { beyond.remove("skipEmptyLines") }
        if let option = beyond.sorted().first { return option }
        guard config.delimiter != nil else { return nil }
        return delimiter.map(Dialect.isUsable(delimiter:)) == true ? nil : "delimiter that is not one usable byte"
    }

    /// The reading expected; Papa Parse takes the end of the last line for the beginning of another.
    var reading: [[String]]? {
        guard var data = expected.data else { return nil }
        let ends = input.unicodeScalars.last.map { $0 == "\n" || $0 == "\r" } ?? false
        if ends, config?.skipsEmptyLines != true, data.last == [""] { data.removeLast() }
        return data
    }

    static let all: [PapaParseCase] = ["core_parser_cases", "parse_cases"].flatMap { name in
        // A folder that is absent or unreadable disables the suite; `every case is accounted for` counts.
        (try? JSONDecoder().decode([Self].self, from: Data(SharedData.bytes("csv-acid/papaparse/\(name).json")))) ?? []
    }
}

@Suite(.enabled(if: SharedData.isPresent, "shared/data is not here"))
struct `Papa Parse's cases` {
    static let usable = PapaParseCase.all.filter { $0.missingOption == nil }
    static let readable = usable.filter { !$0.expected.errors.contains { $0.type == "Quotes" } }
    static let faulty = usable.filter { $0.expected.errors.contains { $0.type == "Quotes" } }

    @Test(arguments: readable)
    func `are read as it reads them`(_ example: PapaParseCase) throws {
        let blankLines: CSVReader.BlankLines = example.config?.skipsEmptyLines == true ? .skipped : .kept
        let bytes = Array(example.input.utf8)
        #expect(try surveyed(bytes, delimiter: example.delimiter, blankLines: blankLines) == example.reading)
    }

    /// Papa Parse reports a fault of the quotation marks and guesses on; Groundwork stops there.
    @Test(arguments: faulty)
    func `are refused where it finds a fault of the quotation marks`(_ example: PapaParseCase) {
        #expect(throws: CSVProblem.self) { try surveyed(Array(example.input.utf8), delimiter: example.delimiter) }
    }

    /// Left out: what needs comments, typed cells, keyed rows, a preview, another quotation mark or escape, skipping of
    /// lines by number or of lines with blanks only, a delimiter of several bytes or a line feed as one.
    @Test func `every case is accounted for`() {
        let left = PapaParseCase.all.filter { $0.missingOption != nil }
        #expect(Self.readable.count + Self.faulty.count + left.count == PapaParseCase.all.count)
        #expect(PapaParseCase.all.count == 151)
        let known: Set = [
            "comments", "dynamicTyping", "header", "preview", "quoteChar", "escapeChar", "skipFirstNLines",
            "skipEmptyLines", "delimiter that is not one usable byte",
        ]
        #expect(Set(left.compactMap(\.missingOption)).isSubset(of: known))
        #expect(Self.readable.count >= 80)
        #expect(Self.faulty.count >= 4)
    }
}
