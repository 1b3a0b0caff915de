/// A page read as strictly as we write it: every element closed in its order, every attribute quoted, nothing unknown
/// left over. It shares nothing with the renderer.
package struct Markup {
    /// One element as it stands in the page.
    package struct Element {
        /// Its name, lower case.
        package let name: String
        /// Its attributes in order.
        package let attributes: [(name: String, value: String)]
        /// Where its parent stands in `elements`.
        package let parent: Int?
        /// Its text and that of everything in it, special characters read.
        package fileprivate(set) var text = ""
        /// Where what it contains stands in `elements`.
        package fileprivate(set) var children: [Int] = []

        /// The value of an attribute.
        package subscript(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
    }

    /// The elements, in the order in which they begin.
    package private(set) var elements: [Element] = []
    /// What kept the page from being read.
    package private(set) var faults: [String] = []

    private var rest: Substring
    private var open: [Int] = []
    private static let void: Set<String> = ["meta", "br", "link", "img", "input"]

    /// Reads a page.
    package init(_ page: String) {
        rest = page[...]
        if !rest.hasPrefix("<!DOCTYPE html>\n") { faults.append("no doctype") }
        rest = rest.dropFirst("<!DOCTYPE html>".count)
        while faults.isEmpty, !rest.isEmpty { readPiece() }
        if let last = open.last { faults.append("<\(elements[last].name)> is not closed") }
    }

    /// Reads a page out of its bytes.
    package init(_ bytes: [UInt8]) { self.init(String(decoding: bytes, as: UTF8.self)) }

    /// Elements of a name.
    package func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

    /// What people read: the text of the body.
    package var text: String { all("body").first?.text ?? "" }

    /// The page without its style, for files that are compared.
    package static func withoutStyle(_ page: String) -> String {
        guard let start = page.range(of: "<style>\n"), let end = page.range(of: "</style>") else { return page }
        return page[..<start.upperBound] + "…\n" + page[end.lowerBound...]
    }

    private mutating func readPiece() {
        if rest.hasPrefix("</") { return readEnd() }
        if rest.first == "<" { return readStart() }
        let text = rest.prefix { $0 != "<" }
        rest = rest.dropFirst(text.count)
        add(read(text))
    }

    private mutating func readEnd() {
        let name = rest.dropFirst(2).prefix { $0 != ">" }
        rest = rest.dropFirst(name.count + 3)
        guard let last = open.popLast(), elements[last].name == name else {
            return faults.append("</\(name)> closes nothing")
        }
    }

    private mutating func readStart() {
        rest = rest.dropFirst()
        let name = String(rest.prefix { $0.isLetter || $0.isNumber })
        rest = rest.dropFirst(name.count)
        var attributes: [(name: String, value: String)] = []
        while rest.first == " " {
            rest = rest.dropFirst()
            let attribute = String(rest.prefix { $0.isLetter || $0.isNumber || $0 == "-" })
            rest = rest.dropFirst(attribute.count)
            guard !attribute.isEmpty, rest.hasPrefix("=\"") else { return faults.append("<\(name)> \(attribute)") }
            rest = rest.dropFirst(2)
            let value = rest.prefix { $0 != "\"" }
            rest = rest.dropFirst(value.count + 1)
            attributes.append((attribute, read(value)))
        }
        let isEmpty = rest.hasPrefix("/>")
        guard isEmpty || rest.first == ">", !name.isEmpty else { return faults.append("<\(name) is not well formed") }
        rest = rest.dropFirst(isEmpty ? 2 : 1)
        let index = elements.count
        elements.append(Element(name: name.lowercased(), attributes: attributes, parent: open.last))
        if let parent = open.last { elements[parent].children.append(index) }
        if isEmpty || Self.void.contains(name) { return }
        open.append(index)
        if name == "style" || name == "script" { readRaw(name) }
    }

    /// What stands in an element that holds no markup.
    private mutating func readRaw(_ name: String) {
        guard let end = rest.range(of: "</\(name)>") else { return faults.append("<\(name)> is not closed") }
        add(String(rest[..<end.lowerBound]))
        rest = rest[end.lowerBound...]
    }

    private mutating func add(_ text: String) {
        for index in open { elements[index].text += text }
    }

    private mutating func read(_ text: Substring) -> String {
        guard text.contains("&") else { return String(text) }
        var words = ""
        var rest = text
        while let mark = rest.firstIndex(of: "&") {
            words += rest[..<mark]
            let name = rest[mark...].prefix { $0 != ";" }
            guard let character = Self.characters[String(name.dropFirst())] else {
                faults.append("\(name) is no character")
                return words
            }
            words += character
            rest = rest[mark...].dropFirst(name.count + 1)
        }
        return words + rest
    }

    private static let characters = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "#39": "'"]
}

extension StringProtocol {
    /// Where a text stands first; nil where it does not.
    fileprivate func range(of wanted: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(wanted) { return start..<index(start, offsetBy: wanted.count) }
            guard let next = self[index(after: start)...].firstIndex(of: wanted.first ?? " ") else { return nil }
            start = next
        }
        return nil
    }
}
