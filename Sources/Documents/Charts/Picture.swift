/// Marks in a frame of so many units (SVG 2).
///
/// Every coordinate is rounded to tenths, so that equal figures are equal bytes. Marks have classes and no colors: the
/// page's style decides them, for light and dark.
struct Picture {
    /// Every picture is as wide, so that its letters come out in one size; a letter is about seven units.
    static let width = 400.0
    static let letter = 7.0

    enum Anchor { case start, middle, end }

    private(set) var marks = HTML.empty
    private(set) var height: Double

    init(height: Double) { self.height = height }

    /// Takes over the marks of another picture, above those that are there.
    mutating func add(_ other: Picture) { marks += other.marks }

    mutating func grow(by more: Double) { height += more }

    mutating func line(_ from: (x: Double, y: Double), _ to: (x: Double, y: Double), _ kind: String) {
        marks += """
            <line class="\(kind)" x1="\(at(from.x))" y1="\(at(from.y))" x2="\(at(to.x))" y2="\(at(to.y))"/>
            """
    }

    mutating func box(x: Double, y: Double, width: Double, height: Double, _ kind: String) {
        marks += """
            <rect class="\(kind)" x="\(at(x))" y="\(at(y))" width="\(at(width))" height="\(at(height))"/>
            """
    }

    mutating func dot(x: Double, y: Double, radius: Double = 4, _ kind: String) {
        marks += #"<circle class="\#(kind)" cx="\#(at(x))" cy="\#(at(y))" r="\#(at(radius))"/>"#
    }

    mutating func path(_ points: [(x: Double, y: Double)], _ kind: String) {
        let list = points.map { "\(at($0.x)),\(at($0.y))" }.joined(separator: " ")
        marks += #"<polyline class="\#(kind)" points="\#(list)"/>"#
    }

    mutating func words(_ text: String, x: Double, y: Double, _ anchor: Anchor = .middle, _ kind: String = "label") {
        guard !text.isEmpty else { return }
        let side: HTML =
            switch anchor {
            case .start: ""
            case .middle: #" text-anchor="middle""#
            case .end: #" text-anchor="end""#
            }
        marks += #"<text class="\#(kind)" x="\#(at(x))" y="\#(at(y))"\#(side)>\#(text)</text>"#
    }

    /// The picture under an id, with its name and the sentence that says what can be seen.
    func html(id: String, title: String, summary: String) -> HTML {
        """
        <svg role="img" aria-labelledby="\(id)-title \(id)-desc" viewBox="0 0 \(at(Self.width)) \(at(height))">\
        <title id="\(id)-title">\(title)</title><desc id="\(id)-desc">\(summary)</desc>\(marks)</svg>
        """
    }

    private func at(_ coordinate: Double) -> String {
        Decimal.shortest((coordinate * 10).rounded() / 10)
    }
}
