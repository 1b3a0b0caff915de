import CQREncode
import Glibc

/// An address as a QR code (ISO/IEC 18004), drawn as SVG: sharp on a slide, a poster and a screen.
package struct QRCode: Sendable {
    private let modules: [Bool]
    private let width: Int

    /// Light modules around it, which a reader needs to find it.
    private static let margin = 4

    /// nil where libqrencode is not installed, or the text does not fit into a code.
    package init?(_ text: String) {
        var size: Int32 = 0
        guard let bytes = cqr_encode(text, &size) else { return nil }
        defer { free(bytes) }
        width = Int(size)
        modules = UnsafeBufferPointer(start: bytes, count: width * width).map { $0 != 0 }
    }

    /// The code as an image with words for those who can't see it. It is dark on light on every page, as readers need it.
    package func svg(_ words: String) -> HTML {
        let side = width + 2 * Self.margin
        return """
            <svg class="code" viewBox="0 0 \(side) \(side)" role="img" aria-label="\(words)" shape-rendering="crispEdges">
            <rect width="\(side)" height="\(side)" fill="#fff"/>
            \(rows.joined())</svg>

            """
    }

    /// A row's dark modules, neighbors together.
    private var rows: [HTML] {
        (0..<width).flatMap { row -> [HTML] in
            var (parts, column): ([HTML], Int) = ([], 0)
            while column < width {
                let start = column
                while column < width, modules[row * width + column] { column += 1 }
                if column > start {
                    let (x, y) = (start + Self.margin, row + Self.margin)
                    parts.append("<rect x=\"\(x)\" y=\"\(y)\" width=\"\(column - start)\" height=\"1\"/>\n")
                }
                column += 1
            }
            return parts
        }
    }
}
