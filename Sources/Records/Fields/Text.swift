package import SQLite

extension FieldValue {
    /// Several values, each with the columns that keep it.
    package static func list(_ items: [(canonical: String, columns: [SQLValue])]) -> FieldValue {
        FieldValue(canonical: items.map(\.canonical).joined(separator: ";"), kept: items.map(\.columns))
    }

    /// Codes of a list, in one version of it.
    package static func codes(_ codes: [String], of list: String, version: String = "1") -> FieldValue {
        .list(codes.map { ($0, [.text(list), .text(version), .text($0)]) })
    }
}

extension StringProtocol {
    /// The text without white space at its ends, non-breaking and other invisible spaces included.
    package var trimmed: String {
        var scalars = Substring(self).unicodeScalars
        while let first = scalars.first, first.isInvisible { scalars.removeFirst() }
        while let last = scalars.last, last.isInvisible { scalars.removeLast() }
        return String(Substring(scalars))
    }

    /// The values of a cell that holds several: separated by `;`, trimmed, empty ones left out.
    package var items: [String] {
        split(separator: ";").map { $0.trimmed }.filter { !$0.isEmpty }
    }
}

extension Unicode.Scalar {
    fileprivate var isInvisible: Bool {
        properties.isWhitespace || value == 0x200B || value == 0xFEFF || value == 0x2060
    }
}
