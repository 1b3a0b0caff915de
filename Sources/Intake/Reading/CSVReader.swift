package import Files
import Glibc

/// Where a record begins, so that it can be read again.
package struct CSVPosition: Hashable, Sendable {
    /// The offset of its first byte in the file.
    package let offset: Int
    /// The physical line, from 1.
    package let line: Int
}

/// Reads a file of separated values record by record, as bytes, in constant memory.
///
/// After `next()` answered true the record's cells are numbered from 0 to `count - 1`; a row keeps the number of cells
/// that it has. Bytes are UTF-8 whatever the file's encoding. There are no limits on rows; a cell may have 1 MiB, a
/// record 10,000 cells and 16 MiB. Several readers may share one `FileBytes`.
package final class CSVReader {
    /// What becomes of a line with nothing in it, not even a blank.
    package enum BlankLines: Sendable {
        /// It is passed over and counts only as a line.
        case skipped
        /// It is a record of one empty cell, as RFC 4180 has it.
        case kept
    }

    /// The most bytes that a record may have.
    static let recordLimit = 1 << 24
    /// The bytes read at first after a seek; each further reading doubles it up to what the buffer holds.
    private static let firstReading = 1 << 12

    private let file: FileBytes
    private let encoding: TextEncoding
    private let blankLines: BlankLines
    private let expectedLength: Int?
    // Per record: no method of this class calls out while it changes one of these, so their exclusivity needs no check
    // at run time (it took a third of the time of reading).
    @exclusivity(unchecked) private var scanner: RecordScanner
    private var capacity: Int
    /// The file's offset behind the bytes that were read so far.
    private var readOffset: Int
    private var readingSize: Int
    /// The next record: its index among the bytes, its place in the file.
    @exclusivity(unchecked) private var following = 0
    @exclusivity(unchecked) private var followingPosition: CSVPosition

    /// Where the current record begins.
    @exclusivity(unchecked) package private(set) var position: CSVPosition

    /// A reader of the file that `survey` was made of, at its first record.
    package convenience init(_ file: FileBytes, survey: Survey, blankLines: BlankLines = .skipped) {
        self.init(
            file,
            encoding: survey.encoding,
            dialect: survey.dialect,
            blankLines: blankLines,
            expectedLength: survey.length
        )
    }

    /// A reader with a buffer of its own size, which grows where a record needs more.
    init(
        _ file: FileBytes,
        encoding: TextEncoding = .utf8,
        dialect: Dialect = Dialect(),
        blankLines: BlankLines = .skipped,
        bufferSize: Int = 1 << 18,
        expectedLength: Int? = nil
    ) {
        self.file = file
        self.encoding = encoding
        self.blankLines = blankLines
        self.expectedLength = expectedLength
        capacity = max(1, bufferSize)
        scanner = RecordScanner(
            dialect: dialect,
            cells: .allocate(capacity: RecordScanner.countLimit),
            unescaped: .allocate(capacity: capacity),
            bytes: .allocate(capacity: capacity)
        )
        readOffset = encoding.markLength
        readingSize = capacity
        position = CSVPosition(offset: encoding.markLength, line: 1)
        followingPosition = position
    }

    deinit {
        scanner.cells.deallocate()
        scanner.unescaped.deallocate()
        scanner.bytes.deallocate()
    }

    /// Goes to the next record; false behind the last one.
    ///
    /// Throws a `CSVProblem` where the text cannot be read, and again when called again; a `FileProblem` where the
    /// file cannot be read or, noticed at its end, was changed meanwhile.
    package func next() throws -> Bool {
        while true {
            position = followingPosition
            guard following < scanner.end,
                let next = try scanner.scan(from: following, line: position.line)
            else {
                if scanner.isLast {
                    try finish()
                    return false
                }
                try fill()
                continue
            }
            advance(to: next)
            if scanner.contentEnd > scanner.start || scanner.count > 1 || blankLines == .kept { return true }
        }
    }

    /// Passes over up to `count` records and returns over how many.
    @discardableResult
    package func skip(_ count: Int) throws -> Int {
        for skipped in 0..<count where try !next() { return skipped }
        return count
    }

    /// Goes back to before the first record.
    package func rewind() {
        seek(to: CSVPosition(offset: encoding.markLength, line: 1))
    }

    /// Makes the record at `position`, which an earlier reading told, the next one.
    package func seek(to position: CSVPosition) {
        self.position = position
        followingPosition = position
        following = 0
        readOffset = position.offset
        readingSize = Self.firstReading
        scanner.end = 0
        scanner.isLast = false
        scanner.clear()
    }

    private func advance(to next: Int) {
        let bytes = UnsafeRawBufferPointer(start: scanner.bytes + following, count: next - following)
        let length = encoding.isUTF8 ? bytes.count : encoding.sourceLength(of: bytes)
        followingPosition = CSVPosition(
            offset: position.offset + length,
            line: position.line + scanner.innerLines + 1
        )
        following = next
    }

    private func finish() throws(FileProblem) {
        scanner.clear()
        if let expectedLength, readOffset != expectedLength { throw .changed(path: file.name) }
        try file.checkUnchanged()
    }
}

// MARK: The current record

extension CSVReader {
    /// The number of cells; 0 before the first record and behind the last.
    package var count: Int { scanner.count }

    /// The physical line on which the record begins, from 1; blank lines and those inside cells count.
    package var line: Int { position.line }

    /// Where the record behind this one begins, blank lines before it included.
    package var nextPosition: CSVPosition { followingPosition }

    /// The physical line on which a cell begins.
    package func line(_ index: Int) -> Int { place(index).line }

    /// The character within its line at which a cell, or its opening quotation mark, begins: from 1, in Unicode
    /// scalars.
    package func column(_ index: Int) -> Int { place(index).column }

    /// The text of a cell in UTF-8, unquoted, valid until the next call of `next`, `skip`, `seek` or `rewind`; a cell
    /// that a short row lacks is empty.
    package func unsafeBytes(_ index: Int) -> UnsafeRawBufferPointer {
        precondition(index >= 0)
        guard index < scanner.count else { return UnsafeRawBufferPointer(start: nil, count: 0) }
        let cell = scanner.cells[index]
        let start =
            cell.unescaped < 0
            ? scanner.bytes + scanner.start + Int(cell.start) : scanner.unescaped + Int(cell.unescaped)
        return UnsafeRawBufferPointer(start: start, count: Int(cell.length))
    }

    /// Lends the text of a cell to `body`; a cell that a short row lacks is empty.
    package func withField<Result>(
        _ index: Int,
        _ body: (UnsafeRawBufferPointer) throws -> Result
    ) rethrows -> Result {
        try body(unsafeBytes(index))
    }

    /// The text of a cell as a string: for messages and headers, not for every cell of a large file.
    package func text(_ index: Int) -> String {
        String(decoding: unsafeBytes(index), as: UTF8.self)
    }

    /// Whether a cell has no text at all, quoted or not, or the row lacks it; a blank is text.
    package func isEmpty(_ index: Int) -> Bool {
        unsafeBytes(index).isEmpty
    }

    /// Whether a cell is the same, byte for byte, as `other`.
    package func fieldEquals(_ index: Int, _ other: UnsafeRawBufferPointer) -> Bool {
        let bytes = unsafeBytes(index)
        guard bytes.count == other.count else { return false }
        guard let left = bytes.baseAddress, let right = other.baseAddress else { return true }
        return memcmp(left, right, bytes.count) == 0
    }

    /// Whether a cell is the same, byte for byte, as `other`.
    package func fieldEquals(_ index: Int, _ other: StaticString) -> Bool {
        fieldEquals(index, UnsafeRawBufferPointer(start: other.utf8Start, count: other.utf8CodeUnitCount))
    }

    /// The record as it was in the file, in UTF-8, with its quotation marks and without its line end.
    package var rawRecord: [UInt8] {
        guard scanner.count > 0 else { return [] }
        return Array(
            UnsafeRawBufferPointer(
                start: scanner.bytes + scanner.start,
                count: scanner.contentEnd - scanner.start
            )
        )
    }

    private func place(_ index: Int) -> (line: Int, column: Int) {
        precondition(index >= 0)
        guard index < scanner.count else { return scanner.place(of: scanner.contentEnd) }
        let start = scanner.start + Int(scanner.cells[index].start)
        let isQuoted = start > scanner.start && scanner.bytes[start - 1] == UInt8(ascii: "\"")
        return scanner.place(of: isQuoted ? start - 1 : start)
    }
}

// MARK: Reading

extension CSVReader {
    /// Keeps what is left of the next record, makes room and reads on.
    private func fill() throws {
        moveToFront()
        let room = encoding.isUTF8 ? 1 : TextEncoding.shortestChunk * TextEncoding.growth
        if capacity - scanner.end < room { try grow(by: room) }
        if encoding.isUTF8 { try fillDirectly() } else { try fillTranscoding() }
        readingSize = min(readingSize * 2, Self.recordLimit)
    }

    private func fillDirectly() throws(FileProblem) {
        let wanted = min(capacity - scanner.end, readingSize)
        let target = UnsafeMutableRawBufferPointer(start: scanner.bytes + scanner.end, count: wanted)
        let count = try file.read(into: target, at: readOffset)
        readOffset += count
        scanner.end += count
        scanner.isLast = count < wanted
    }

    private func fillTranscoding() throws(FileProblem) {
        let target = UnsafeMutableRawBufferPointer(start: scanner.bytes + scanner.end, count: capacity - scanner.end)
        let wanted = max(TextEncoding.shortestChunk, min(target.count / TextEncoding.growth, readingSize))
        let source = UnsafeMutableRawBufferPointer.allocate(byteCount: wanted, alignment: 16)
        defer { source.deallocate() }
        let count = try file.read(into: source, at: readOffset)
        let bytes = UnsafeRawBufferPointer(rebasing: source[..<count])
        let done = encoding.transcode(bytes, into: target, isLast: count < wanted)
        readOffset += done.read
        scanner.end += done.written
        scanner.isLast = count < wanted
    }

    private func moveToFront() {
        guard following > 0 else { return }
        memmove(scanner.bytes, scanner.bytes + following, scanner.end - following)
        scanner.end -= following
        following = 0
    }

    private func grow(by room: Int) throws(CSVProblem) {
        guard scanner.end < Self.recordLimit else {
            throw CSVProblem(.longRecord(limit: Self.recordLimit), line: position.line, column: 1)
        }
        let larger = max(capacity * 2, scanner.end + room)
        let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        bytes.update(from: scanner.bytes, count: scanner.end)
        scanner.bytes.deallocate()
        scanner.unescaped.deallocate()
        scanner.bytes = bytes
        scanner.unescaped = .allocate(capacity: larger)
        capacity = larger
    }
}
