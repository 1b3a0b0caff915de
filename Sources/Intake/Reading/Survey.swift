package import Files

/// What a first pass over a whole file finds out: what it is and how to read it.
package struct Survey: Equatable, Sendable {
    /// The SHA-256 of the bytes as they are, in 64 lower-case hexadecimal digits.
    package let digest: String
    /// The number of bytes.
    package let length: Int
    /// How the bytes stand for text: by the byte-order mark, else UTF-8 where all bytes are, else Windows-1252.
    package let encoding: TextEncoding
    /// How cells and records are separated.
    package let dialect: Dialect
    /// How the lines end, as far as the beginning of the file shows.
    package let lineEnds: LineEnds

    /// The bytes from which delimiter and line ends are told.
    private static let sampleLimit = 1 << 18

    /// Reads the whole file once; a `delimiter` given is taken as it is.
    ///
    /// Throws a `CSVProblem` for UTF-16 without a byte-order mark and for a file that mixes UTF-8 with other bytes,
    /// a `FileProblem` where the file cannot be read.
    package init(of file: FileBytes, delimiter: UInt8? = nil) throws {
        var pass = Pass()
        try pass.run(over: file, sampleLimit: Self.sampleLimit)
        digest = Digest.hexadecimal(pass.digest.finished())
        length = pass.length
        encoding = try pass.encoding(of: file)

        let sample = Self.text(of: pass.sample, encoding: encoding)
        let isWhole = pass.length == pass.sample.count
        let chosen = delimiter ?? DelimiterEvidence.best(in: sample, isWhole: isWhole)
        let ends = LineEnds.found(in: sample, delimiter: chosen)
        dialect = Dialect(delimiter: chosen, carriageReturnEnds: ends.carriageReturnEnds)
        lineEnds = ends.ends
    }

    /// Encoding, delimiter and line ends in words, such as `UTF-8, comma, CRLF`.
    package var words: String {
        "\(encoding.words), \(dialect.words), \(lineEnds.words)"
    }

    private static func text(of sample: [UInt8], encoding: TextEncoding) -> [UInt8] {
        sample.withUnsafeBytes { source in
            let source = UnsafeRawBufferPointer(rebasing: source.dropFirst(encoding.markLength))
            return [UInt8](unsafeUninitializedCapacity: source.count * TextEncoding.growth) { target, count in
                let target = UnsafeMutableRawBufferPointer(target)
                count = encoding.transcode(source, into: target, isLast: false).written
            }
        }
    }
}

/// The one pass over the bytes.
private struct Pass {
    var digest = Digest()
    var length = 0
    var sample: [UInt8] = []
    private var mark: TextEncoding?
    private var check = UTF8Check(offset: 0)

    mutating func run(over file: FileBytes, sampleLimit: Int) throws(FileProblem) {
        let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: sampleLimit, alignment: 16)
        defer { chunk.deallocate() }
        while true {
            let count = try file.read(into: chunk, at: length)
            let bytes = UnsafeRawBufferPointer(rebasing: chunk[..<count])
            if length == 0 {
                sample = Array(bytes)
                mark = TextEncoding(mark: sample)
            }
            digest.update(bytes)
            if mark?.isUTF8 ?? true { check.update(bytes) }
            length += count
            if count < chunk.count { break }
        }
        check.finish()
    }

    /// The encoding, or the problem that no single one reads the file.
    ///
    /// A stray byte in a file that has more well-formed UTF-8 than that is a fault of the file: read as Windows-1252
    /// every name in it would be garbled.
    func encoding(of file: FileBytes) throws -> TextEncoding {
        if let mark, !mark.isUTF8 { return mark }
        if mark == nil, looksLikeUTF16 { throw CSVProblem(.unmarkedUTF16, line: 1, column: 1) }
        guard let fault = check.firstFault else { return mark ?? .utf8 }
        guard mark == nil, check.faults >= check.sequences else { throw try problem(at: fault, of: file) }
        return .windows1252
    }

    /// Whether NUL bytes stand at every other place: ASCII text in UTF-16.
    private var looksLikeUTF16: Bool {
        let beginning = sample.prefix(1024)
        let even = stride(from: 0, to: beginning.count, by: 2).count { beginning[$0] == 0 }
        let odd = stride(from: 1, to: beginning.count, by: 2).count { beginning[$0] == 0 }
        return min(even, odd) == 0 && max(even, odd) >= max(2, beginning.count / 4)
    }

    /// Where the byte at `fault` stands, in physical lines and characters.
    private func problem(at fault: Int, of file: FileBytes) throws(FileProblem) -> CSVProblem {
        let size = 1 << 16
        let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 16)
        defer { chunk.deallocate() }
        var (line, column, offset) = (1, 1, mark?.markLength ?? 0)
        while offset < fault {
            let count = min(try file.read(into: chunk, at: offset), fault - offset)
            if count == 0 { break }
            for byte in chunk[..<count] {
                if byte == 10 { (line, column) = (line + 1, 1) } else if byte & 0xC0 != 0x80 { column += 1 }
            }
            offset += count
        }
        return CSVProblem(.invalidUTF8, line: line, column: column)
    }
}
