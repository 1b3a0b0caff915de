import Support

/// A text in quotation marks of a Swift file, with what stands around it.
struct SourceLiteral {
    /// The file, from the package's root.
    let file: String
    /// Its line, from 1.
    let line: Int
    /// The fixed parts; between two of them a value is put in.
    let parts: [String]
    /// The words before it in its statement, such as `let advice`.
    let head: [String]
    /// The argument's label, where it has one.
    let label: String
    /// The names of what is called with it, the outermost first.
    let calls: [String]
    /// The words before each brace that it stands in: `var message String`.
    let declarations: [[String]]

    /// The text with `value` wherever a value is put in.
    func text(with value: String) -> String { parts.joined(separator: value) }
}

/// The texts in quotation marks of a Swift file, those within interpolations too; comments are passed over.
struct SourceLiterals {
    private(set) var all: [SourceLiteral] = []
    /// Whether a type of errors is declared in the file.
    let declaresError: Bool
    private let file: String
    private let bytes: [UInt8]
    private var counted = (place: 0, line: 1)

    /// An opening bracket, and where its statement began.
    private struct Opening {
        let bracket: UInt8
        let place: Int
        let statement: Int
    }

    init(_ text: String, file: String) {
        bytes = Array(text.utf8)
        self.file = file
        declaresError = text.split(separator: "\n").contains { line in
            (line.contains("struct ") || line.contains("enum "))
                && (line.contains(": Error") || line.contains(", Error") || line.contains("enum Refusal"))
        }
        _ = readCode(from: 0, in: [])
        all.sort { $0.line < $1.line }
    }

    /// Reads up to the bracket that closes what is open, or to the end; returns the place behind it.
    private mutating func readCode(from start: Int, in outer: [Opening]) -> Int {
        var open = outer
        var (place, statement) = (start, start)
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: "/") where follows("//", at: place):
                while place < bytes.count, bytes[place] != UInt8(ascii: "\n") { place += 1 }
            case UInt8(ascii: "\""):
                place = readLiteral(at: place, statement, open)
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
                open.append(Opening(bracket: bytes[place], place: place, statement: statement))
                if bytes[place] == UInt8(ascii: "{") { statement = place + 1 }
                place += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
                guard open.count > outer.count else { return place + 1 }
                let closed = open.removeLast()
                statement = bytes[place] == UInt8(ascii: "}") ? place + 1 : closed.statement
                place += 1
            case UInt8(ascii: "\n"):
                place += 1
                let isLoose = (open.last?.bracket ?? UInt8(ascii: "{")) == UInt8(ascii: "{")
                if isLoose, !goesOn(from: statement, at: place) { statement = place }
            default: place += 1
            }
        }
        return place
    }

    /// Whether a statement goes on in the line that begins here.
    private func goesOn(from statement: Int, at place: Int) -> Bool {
        let before = bytes[statement..<place].last { $0 > 0x20 }
        if let before, "=(,?&|+".utf8.contains(before) { return true }
        guard let next = bytes[place...].first(where: { $0 > 0x20 }) else { return false }
        return "?:.+&|=".utf8.contains(next)
    }

    private mutating func readLiteral(at start: Int, _ statement: Int, _ open: [Opening]) -> Int {
        let mark: StaticString = follows("\"\"\"", at: start) ? "\"\"\"" : "\""
        var place = start + mark.utf8CodeUnitCount
        var parts: [[UInt8]] = [[]]
        while place < bytes.count, !follows(mark, at: place) {
            guard bytes[place] == UInt8(ascii: "\\") else {
                parts[parts.count - 1].append(bytes[place])
                place += 1
                continue
            }
            place += 2
            switch bytes[place - 1] {
            case UInt8(ascii: "("):
                place = readCode(from: place, in: open + [Opening(bracket: 0, place: start, statement: statement)])
                parts.append([])
            case UInt8(ascii: "\n"):
                while bytes[place] == UInt8(ascii: " ") { place += 1 }
            case UInt8(ascii: "n"): parts[parts.count - 1].append(UInt8(ascii: "\n"))
            default: parts[parts.count - 1].append(bytes[place - 1])
            }
        }
        let texts = parts.map { String(decoding: $0, as: UTF8.self) }
        all.append(
            SourceLiteral(
                file: file,
                line: line(of: start),
                parts: texts,
                head: words(statement..<start),
                label: label(before: start),
                calls: open.filter { $0.bracket == UInt8(ascii: "(") }.map { name(before: $0.place) },
                declarations: open.filter { $0.bracket == UInt8(ascii: "{") }.map { words($0.statement..<$0.place) }
            )
        )
        return place + mark.utf8CodeUnitCount
    }

    /// The line of a place; texts end in their order, so that lines are counted on from the last one.
    private mutating func line(of place: Int) -> Int {
        if place < counted.place { counted = (0, 1) }
        while counted.place < place {
            if bytes[counted.place] == UInt8(ascii: "\n") { counted.line += 1 }
            counted.place += 1
        }
        return counted.line
    }

    private func follows(_ text: StaticString, at place: Int) -> Bool {
        let count = text.utf8CodeUnitCount
        guard place + count <= bytes.count else { return false }
        for offset in 0..<count where unsafe text.utf8Start[offset] != bytes[place + offset] { return false }
        return true
    }

    private static func isOfName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }

    /// The name that ends just before a place.
    private func name(before place: Int) -> String {
        let tail = bytes[..<place].reversed().prefix { Self.isOfName($0) }
        return String(decoding: tail.reversed(), as: UTF8.self)
    }

    private func label(before place: Int) -> String {
        let gap = bytes[..<place].reversed().prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }.count
        let colon = place - gap - 1
        guard colon > 0, bytes[colon] == UInt8(ascii: ":") else { return "" }
        return name(before: colon)
    }

    private func words(_ range: Range<Int>) -> [String] {
        bytes[range].split { !Self.isOfName($0) }.map { String(decoding: $0, as: UTF8.self) }
    }
}

extension SourceLiterals {
    /// The Swift files of these modules, by their paths from the package's root.
    static func files(ofModules modules: [String]) -> [String] {
        modules.flatMap { files(in: "Sources/\($0)") }
    }

    private static func files(in folder: String) -> [String] {
        Support.files(in: "\(packageRoot())/\(folder)", endingIn: "").sorted().flatMap { path -> [String] in
            let name = String(path.split(separator: "/").last ?? "")
            if name.hasPrefix(".") { return [] }
            if name.hasSuffix(".swift") { return ["\(folder)/\(name)"] }
            return name.contains(".") ? [] : files(in: "\(folder)/\(name)")
        }
    }
}
