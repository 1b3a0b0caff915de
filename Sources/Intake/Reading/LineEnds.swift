/// How the lines of a file end outside of quoted cells, as far as its beginning shows.
package enum LineEnds: Equatable, Sendable {
    /// There is only one line, and it does not end.
    case none
    /// Line feed, as on Linux and macOS.
    case lineFeed
    /// Carriage return and line feed, as on Windows.
    case carriageReturnLineFeed
    /// Carriage return alone, as Excel for Mac still saves.
    case carriageReturn
    /// More than one of them; a carriage return alone counts only where it came first.
    case mixed

    /// The usual short name: `LF`, `CRLF`, `CR`, `mixed line ends`, `one line`.
    package var words: String {
        switch self {
        case .none: "one line"
        case .lineFeed: "LF"
        case .carriageReturnLineFeed: "CRLF"
        case .carriageReturn: "CR"
        case .mixed: "mixed line breaks"
        }
    }

    /// The line ends outside of quoted cells in `sample`, where `delimiter` separates cells, and whether a carriage
    /// return alone came first.
    static func found(in sample: [UInt8], delimiter: UInt8) -> (ends: LineEnds, carriageReturnEnds: Bool) {
        var seen: [LineEnds] = []
        var index = 0
        var atStart = true
        while index < sample.count {
            let byte = sample[index]
            if atStart, byte == UInt8(ascii: "\"") {
                index = endOfQuotedCell(in: sample, from: index + 1)
                atStart = false
                continue
            }
            let (end, length) = lineEnd(in: sample, at: index)
            if end != .none { seen.append(end) }
            atStart = end != .none || byte == delimiter
            index += length
        }
        return summary(of: seen)
    }

    private static func summary(of seen: [LineEnds]) -> (ends: LineEnds, carriageReturnEnds: Bool) {
        let carriageReturnEnds = seen.first == .carriageReturn
        let counted = carriageReturnEnds ? seen : seen.filter { $0 != .carriageReturn }
        guard let first = counted.first else { return (.none, false) }
        return (counted.allSatisfy { $0 == first } ? first : .mixed, carriageReturnEnds)
    }

    private static func lineEnd(in sample: [UInt8], at index: Int) -> (LineEnds, length: Int) {
        switch sample[index] {
        case 10: (.lineFeed, 1)
        case 13 where index + 1 < sample.count && sample[index + 1] == 10: (.carriageReturnLineFeed, 2)
        case 13: (.carriageReturn, 1)
        default: (.none, 1)
        }
    }

    /// The index behind the closing quotation mark, or the end.
    private static func endOfQuotedCell(in sample: [UInt8], from start: Int) -> Int {
        let quote = UInt8(ascii: "\"")
        var index = start
        while index < sample.count {
            if sample[index] != quote {
                index += 1
            } else if index + 1 < sample.count, sample[index + 1] == quote {
                index += 2
            } else {
                return index + 1
            }
        }
        return index
    }
}
