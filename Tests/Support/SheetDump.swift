/// A workbook as text that can be read and compared: each sheet by its name, its rows with their cells, its charts.
///
/// A cell is its value, in quotes where it is text, with its number format in braces where it has one. It shares nothing
/// with what writes workbooks (ECMA-376, part 1, 18).
package struct SheetDump {
    /// The text; nil of bytes that are no workbook.
    package let text: String

    private let archive: Archive
    private let strings: [String]
    private let formats: [String]

    /// Reads a workbook.
    package init?(_ bytes: [UInt8]) {
        guard let archive = Archive(bytes), let book = archive["xl/workbook.xml"] else { return nil }
        self.archive = archive
        strings = Self.strings(archive["xl/sharedStrings.xml"] ?? [])
        formats = Self.formats(archive["xl/styles.xml"] ?? [])
        let names = Tag.all(in: book).filter { $0.name == "sheet" }.compactMap { $0["name"] }
        let (all, texts) = (strings, formats)
        var lines: [String] = []
        for (index, name) in names.enumerated() {
            guard let sheet = archive["xl/worksheets/sheet\(index + 1).xml"] else { return nil }
            lines += ["[\(name)]"] + Self.rows(sheet, all, texts) + [""]
        }
        text = (lines + Self.charts(archive)).joined(separator: "\n") + "\n"
    }

    private static func strings(_ xml: [UInt8]) -> [String] {
        var strings: [String] = []
        for tag in Tag.all(in: xml) {
            if tag.name == "si" { strings.append("") }
            if tag.name == "t", !strings.isEmpty { strings[strings.count - 1] += tag.text }
        }
        return strings
    }

    /// The number format of each style of cells, empty for the one that shows what is there.
    private static func formats(_ xml: [UInt8]) -> [String] {
        let tags = Tag.all(in: xml)
        var codes = ["0": "", "1": "0", "2": "0.00", "3": "#,##0", "4": "#,##0.00", "9": "0%", "49": "@"]
        for tag in tags where tag.name == "numFmt" { codes[tag["numFmtId"] ?? ""] = tag["formatCode"] ?? "" }
        guard let start = tags.firstIndex(where: { $0.name == "cellXfs" }) else { return [] }
        return tags[start...].prefix { $0.name != "cellStyles" }.filter { $0.name == "xf" }.map { style in
            let id = style["numFmtId"] ?? ""
            return codes[id] ?? "format \(id)"
        }
    }

    private static func rows(_ xml: [UInt8], _ strings: [String], _ formats: [String]) -> [String] {
        var (lines, cells): ([String], [String]) = ([], [])
        var (isText, style) = (false, "")
        for tag in Tag.all(in: xml) {
            switch tag.name {
            case "pane": lines.append("(stays in view above \(tag["topLeftCell"] ?? "?"))")
            case "row": cells = []
            case "c":
                isText = tag["t"] == "s"
                style = tag["s"].flatMap { Int($0) }.flatMap { formats.indices.contains($0) ? formats[$0] : nil } ?? ""
                if tag["t"] == "s" || tag["r"] != nil { cells.append(tag["r"] ?? "") }
            case "v", "f": cells[cells.count - 1] += value(tag, isText, strings, style)
            case "/row": lines.append(cells.filter { $0.contains(" ") }.joined(separator: " | "))
            default: break
            }
        }
        return lines.filter { !$0.isEmpty }
    }

    private static func value(_ tag: Tag, _ isText: Bool, _ strings: [String], _ format: String) -> String {
        let shown = format.isEmpty ? "" : " {\(format)}"
        if tag.name == "f" { return " =\(tag.text)" }
        guard isText else { return " \(tag.text)\(shown)" }
        let text = Int(tag.text).flatMap { strings.indices.contains($0) ? strings[$0] : nil } ?? "?"
        return " \"\(text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "⏎"))\"\(shown)"
    }

    /// The kind of each chart, and the cells that it is drawn from.
    private static func charts(_ archive: Archive) -> [String] {
        let count = archive.count("xl/charts/chart")
        return (0..<count).map { index in
            let tags = Tag.all(in: archive["xl/charts/chart\(index + 1).xml"] ?? [])
            let kind = tags.first { $0.name.hasPrefix("c:") && $0.name.hasSuffix("Chart") }?.name.dropFirst(2) ?? "?"
            let cells = tags.filter { $0.name == "c:f" }.map(\.text)
            return "\(kind) of \(cells.joined(separator: ", "))"
        }
    }
}

/// A tag of XML with the text up to the next one.
private struct Tag {
    let name: String
    private let head: Substring.UTF8View
    private let rest: ArraySlice<UInt8>

    /// The tags in order, an end as `/name`.
    static func all(in xml: [UInt8]) -> [Tag] { xml.split(separator: UInt8(ascii: "<")).map { Tag($0) } }

    private init(_ piece: ArraySlice<UInt8>) {
        let end = piece.firstIndex(of: UInt8(ascii: ">")) ?? piece.endIndex
        let head = String(decoding: piece[..<end], as: UTF8.self)
        rest = piece[end...].dropFirst()
        let name = head.utf8.prefix { $0 != UInt8(ascii: " ") && ($0 != UInt8(ascii: "/") || head.utf8.first == $0) }
        self.name = String(decoding: name, as: UTF8.self)
        self.head = head[...].utf8
    }

    /// The text behind it.
    var text: String { Self.read(String(decoding: rest, as: UTF8.self)) }

    /// The value of an attribute.
    subscript(_ attribute: String) -> String? {
        let words = String(decoding: head, as: UTF8.self)
        guard let start = words.firstRange(of: " \(attribute)=\"") else { return nil }
        return Self.read(String(words[start.upperBound...].prefix { $0 != "\"" }))
    }

    private static func read(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        return [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")].reduce(text) {
            $0.replacing($1.0, with: $1.1)
        }
    }
}
