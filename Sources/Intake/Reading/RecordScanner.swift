/// Where one cell of a record lies: `start` counts from the first byte of the record, or of the unescaped text.
struct Cell {
    /// The first byte behind the opening quotation mark, counted from the record's first.
    var start: Int32
    /// The length of the cell's text, without quotation marks and with doubled ones counted once.
    var length: Int32
    /// Where the text begins among the unescaped ones, or -1 where it can be read in place.
    var unescaped: Int32
}

/// Finds the cells of one record in bytes that hold it whole, and says so where they do not.
///
/// RFC 4180, and beyond it: a quotation mark that does not begin a cell is text; blanks between a closing mark and the
/// separator are dropped, as Papa Parse does; anything else there is a problem. Nothing is allocated.
struct RecordScanner {
    /// The longest cell in bytes.
    static let cellLimit = 1 << 20
    /// The most cells of a record.
    static let countLimit = 10_000

    private static let quote = UInt8(ascii: "\"")

    let dialect: Dialect
    /// Room for `countLimit` cells.
    let cells: UnsafeMutablePointer<Cell>
    /// Room for as many bytes as `bytes` holds: the text of cells with doubled quotation marks.
    var unescaped: UnsafeMutablePointer<UInt8>
    /// The bytes read so far, of which `end` are valid and, where `isLast`, the file's last.
    var bytes: UnsafeMutablePointer<UInt8>
    var end = 0
    var isLast = false

    /// The record found last: its first byte, the end of its last cell, its cells and the line ends inside them.
    private(set) var start = 0
    private(set) var contentEnd = 0
    private(set) var count = 0
    private(set) var innerLines = 0
    /// The line on which the record begins.
    private(set) var line = 1
    private var unescapedCount = 0

    /// A scanner whose `bytes` are not valid yet; the caller owns the memory.
    init(
        dialect: Dialect,
        cells: UnsafeMutablePointer<Cell>,
        unescaped: UnsafeMutablePointer<UInt8>,
        bytes: UnsafeMutablePointer<UInt8>
    ) {
        self.dialect = dialect
        self.cells = cells
        self.unescaped = unescaped
        self.bytes = bytes
    }

    /// Finds the cells of the record that begins at `start` and returns where the next one begins; `nil` when more
    /// bytes are needed to tell.
    mutating func scan(from start: Int, line: Int) throws(CSVProblem) -> Int? {
        begin(at: start, line: line)
        var index = start
        while true {
            guard count < Self.countLimit else { throw problem(.manyCells(limit: Self.countLimit), at: index) }
            let isQuoted = index < end && bytes[index] == Self.quote
            let found = isQuoted ? try quotedCell(at: index + 1) : try plainCell(at: index)
            guard let after = found else {
                guard end - index <= Self.cellLimit else { throw longCell(at: index, quoted: isQuoted) }
                return nil
            }
            guard after < end else { return closed(at: after, next: after) }
            switch bytes[after] {
            case dialect.delimiter: index = after + 1
            case 10: return closed(at: after, next: after + 1)
            default: return closed(at: after, next: after + lineEndLength(at: after))
            }
        }
    }

    /// Forgets the record.
    mutating func clear() {
        begin(at: 0, line: line)
        contentEnd = 0
    }

    private mutating func begin(at start: Int, line: Int) {
        self.start = start
        self.line = line
        count = 0
        innerLines = 0
        unescapedCount = 0
    }

    private mutating func closed(at contentEnd: Int, next: Int) -> Int {
        self.contentEnd = contentEnd
        return next
    }

    /// Takes an unquoted cell in and returns the index of the separator behind it.
    private mutating func plainCell(at first: Int) throws(CSVProblem) -> Int? {
        let delimiter = dialect.delimiter
        var index = first
        while true {
            index = stop(from: index, at: delimiter)
            guard index < end else { break }
            let byte = bytes[index]
            if byte == delimiter || byte == 10 {
                try append(from: first, to: index, quoted: false)
                return index
            }
            if byte == 0 { throw problem(.nul, at: index) }
            if byte == 13 {
                if index + 1 == end, !isLast { return nil }
                if lineEndLength(at: index) > 0 {
                    try append(from: first, to: index, quoted: false)
                    return index
                }
            }
            index += 1
        }
        guard isLast else { return nil }
        try append(from: first, to: end, quoted: false)
        return end
    }

    /// Takes a quoted cell in, whose first byte behind the mark is `first`, and returns the index of the separator
    /// behind it.
    private mutating func quotedCell(at first: Int) throws(CSVProblem) -> Int? {
        var index = first
        var doubled = 0
        while true {
            index = stop(from: index, at: Self.quote)
            guard index < end else { break }
            let byte = bytes[index]
            if byte == Self.quote {
                guard index + 1 < end else {
                    if !isLast { return nil }
                    return try close(from: first, to: index, doubled: doubled)
                }
                if bytes[index + 1] != Self.quote { return try close(from: first, to: index, doubled: doubled) }
                doubled += 1
                index += 2
                continue
            }
            if byte == 0 { throw problem(.nul, at: index) }
            if byte == 10 || byte == 13 { countInnerLine(at: index) }
            index += 1
        }
        guard isLast else { return nil }
        throw end - first > Self.cellLimit
            ? longCell(at: first - 1, quoted: true) : problem(.unclosedQuote, at: first - 1)
    }

    /// The first index from `index` on, or `end`, at which stands `wanted` or one of the control characters up to CR.
    ///
    /// Eight bytes at a time: in `(x - a) & ~x & 0x80…`, the lowest bit set marks the first byte of `x` below `a`
    /// (Anderson, Bit Twiddling Hacks, "Determine if a word has a byte less than n").
    @inline(__always)
    private func stop(from index: Int, at wanted: UInt8) -> Int {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let pattern = UInt64(wanted) &* ones
        var index = index
        while index &+ 8 <= end {
            let word = UnsafeRawPointer(bytes + index).loadUnaligned(as: UInt64.self).littleEndian
            let difference = word ^ pattern
            let low = (word &- 14 &* ones) & ~word
            let same = (difference &- ones) & ~difference
            let marks = (low | same) & (0x80 &* ones)
            if marks != 0 { return index &+ marks.trailingZeroBitCount / 8 }
            index &+= 8
        }
        while index < end, bytes[index] > 13, bytes[index] != wanted { index &+= 1 }
        return index
    }

    private mutating func close(from first: Int, to closing: Int, doubled: Int) throws(CSVProblem) -> Int? {
        var index = closing + 1
        while index < end, isBlank(bytes[index]) { index += 1 }
        if index == end {
            guard isLast else { return nil }
        } else if bytes[index] != dialect.delimiter, bytes[index] != 10 {
            if bytes[index] == 13, index + 1 == end, !isLast { return nil }
            guard lineEndLength(at: index) > 0 else { throw textAfterQuote(at: index, opened: first) }
        }
        try append(from: first, to: closing, quoted: true)
        if doubled > 0 { unescape(from: first, to: closing, doubled: doubled) }
        return index
    }

    @inline(__always)
    private mutating func append(from first: Int, to last: Int, quoted: Bool) throws(CSVProblem) {
        guard last - first <= Self.cellLimit else { throw longCell(at: quoted ? first - 1 : first, quoted: quoted) }
        cells[count] = Cell(
            start: Int32(truncatingIfNeeded: first - start),
            length: Int32(truncatingIfNeeded: last - first),
            unescaped: -1
        )
        count += 1
    }

    private mutating func unescape(from first: Int, to last: Int, doubled: Int) {
        let target = unescapedCount
        var index = first
        while index < last {
            unescaped[unescapedCount] = bytes[index]
            unescapedCount += 1
            index += bytes[index] == Self.quote ? 2 : 1
        }
        cells[count - 1].length -= Int32(truncatingIfNeeded: doubled)
        cells[count - 1].unescaped = Int32(truncatingIfNeeded: target)
    }

    private mutating func countInnerLine(at index: Int) {
        if bytes[index] == 13 {
            if dialect.carriageReturnEnds { innerLines += 1 }
        } else if !dialect.carriageReturnEnds || bytes[index - 1] != 13 {
            innerLines += 1
        }
    }

    private func isBlank(_ byte: UInt8) -> Bool {
        (byte == 32 || byte == 9) && byte != dialect.delimiter
    }

    /// The length of the line end that a carriage return at `index` begins, 0 where it is text.
    private func lineEndLength(at index: Int) -> Int {
        guard bytes[index] == 13 else { return 0 }
        guard index + 1 < end else { return 1 }
        return bytes[index + 1] == 10 ? 2 : dialect.carriageReturnEnds ? 1 : 0
    }
}

// MARK: Places

extension RecordScanner {
    /// The line and the character of the byte at `index`, which lies in the current record or directly behind it.
    func place(of index: Int) -> (line: Int, column: Int) {
        var line = line
        var column = 1
        for position in start..<max(start, index) {
            let byte = bytes[position]
            let followsReturn = position > start && bytes[position - 1] == 13
            if byte == 10 ? !(dialect.carriageReturnEnds && followsReturn) : byte == 13 && dialect.carriageReturnEnds {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80, byte != 10 {
                column += 1
            }
        }
        return (line, column)
    }

    private func problem(_ kind: CSVProblem.Kind, at index: Int) -> CSVProblem {
        let place = place(of: index)
        return CSVProblem(kind, line: place.line, column: place.column)
    }

    private func longCell(at index: Int, quoted: Bool) -> CSVProblem {
        problem(.longCell(limit: Self.cellLimit, quoted: quoted), at: index)
    }

    private func textAfterQuote(at index: Int, opened: Int) -> CSVProblem {
        problem(.textAfterQuote(opened: place(of: opened - 1).line), at: index)
    }
}
