/// One entry of a table: what it is, its exact value, and the form in which people read it; never a style.
///
/// A renderer for programs takes the exact value, one for people the printed form, and neither rounds. A withheld
/// cell holds no number, so no renderer can print it.
package struct Cell: Sendable, Hashable {
    /// What an entry is, with its exact value.
    package enum Content: Sendable, Hashable {
        case text(String)
        case whole(Int)
        case decimal(Double)
        /// A fraction from 0 to 1.
        case share(Double)
        /// A civil date, `2026-11-10`, or one with a time, `2026-11-10T09:30`.
        case day(String)
        case yesNo(Bool)
        case empty
        case withheld
        case notCollected
        case notApplicable
    }

    /// How much weight an entry carries.
    package enum Emphasis: Sendable, Hashable { case normal, total, quiet }

    /// What it is.
    package let content: Content
    /// The form for people, as its maker rounded it; before any escaping.
    package let printed: String
    /// Its weight.
    package var emphasis: Emphasis
    /// The term of the document's definitions that says what it is.
    package private(set) var term: String?

    /// What stands for it in JSON where one value is too little, such as the counts of several answers.
    package private(set) var told: JSON?

    /// What to do next, where that is what it holds; without words for it the cell is empty.
    package private(set) var next: NextStep?

    private init(_ content: Content, _ printed: String) {
        self.content = content
        self.printed = printed
        self.emphasis = .normal
    }

    /// Words, written unchanged by every format but for what the format must escape.
    package static func text(_ text: String) -> Cell { Cell(.text(text), text) }
    /// Text, or empty.
    package static func text(_ text: String?) -> Cell { text.map { .text($0) } ?? .empty }
    /// A whole number.
    package static func whole(_ value: Int, printed: String? = nil) -> Cell {
        Cell(.whole(value), printed ?? String(value))
    }
    /// A whole number, or empty.
    package static func whole(_ value: Int?) -> Cell { value.map { .whole($0) } ?? .empty }
    /// A number with the form that its maker rounded; see `Decimal.fixed`.
    package static func decimal(_ value: Double, printed: String) -> Cell { Cell(.decimal(value), printed) }
    /// A fraction with the form that its maker chose.
    package static func share(_ value: Double, printed: String) -> Cell { Cell(.share(value), printed) }
    /// A civil date in ISO form, with a time or without, and the form for people where that is another.
    package static func day(_ iso: String, printed: String? = nil) -> Cell { Cell(.day(iso), printed ?? iso) }
    /// Printed as `yes` or `no`; JSON has true or false.
    package static func yesNo(_ value: Bool) -> Cell { Cell(.yesNo(value), value ? "yes" : "no") }
    /// Nothing recorded here.
    package static let empty = Cell(.empty, "")
    /// What to do next, which an interface puts in words.
    package static func next(_ step: NextStep) -> Cell {
        var cell = empty
        cell.next = step
        return cell
    }
    /// A figure that may not be published; prints `*`.
    package static let withheld = Cell(.withheld, "*")
    /// A figure that nothing was recorded for.
    package static let notCollected = Cell(.notCollected, "Not recorded")
    /// A figure that has no answer.
    package static let notApplicable = notApplicable("Doesn't apply")
    /// A figure that has no answer, and in a word or two why.
    package static func notApplicable(_ words: String) -> Cell { Cell(.notApplicable, words) }

    /// The same cell with another weight.
    package func emphasized(_ emphasis: Emphasis) -> Cell {
        var cell = self
        cell.emphasis = emphasis
        return cell
    }

    /// The same cell, with the term that defines what it is; a format with links leads there.
    package func defined(by term: String?) -> Cell {
        var cell = self
        cell.term = term
        return cell
    }

    /// The same cell, which JSON gives as this value.
    package func told(as json: JSON) -> Cell {
        var cell = self
        cell.told = json
        return cell
    }

    /// The word for programs in place of a figure that is none, whatever people read; nil for everything else.
    var mark: String? {
        switch content {
        case .withheld: "*"
        case .notCollected: "not collected"
        case .notApplicable: "n/a"
        case .text, .whole, .decimal, .share, .day, .yesNo, .empty: nil
        }
    }

    /// The number that it holds, if it holds one: none where it is withheld, so that nothing can be drawn from it.
    package var number: Double? {
        switch content {
        case .whole(let value): Double(value)
        case .decimal(let value), .share(let value): value.isFinite ? value : nil
        case .text, .day, .yesNo, .empty, .withheld, .notCollected, .notApplicable: nil
        }
    }

    /// The exact value for programs; null for what has none, whatever the reason.
    package var json: JSON {
        if let told { return told }
        if let next { return .next(next) }
        return switch content {
        case .text(let text), .day(let text): .string(text)
        case .whole(let value): .integer(value)
        case .decimal(let value), .share(let value): .double(value)
        case .yesNo(let value): .bool(value)
        case .empty, .withheld, .notCollected, .notApplicable: .null
        }
    }
}
