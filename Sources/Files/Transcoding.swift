/// Turning bytes of other encodings into UTF-8, a chunk at a time and without state between chunks.
extension TextEncoding {
    /// The most bytes of UTF-8 that one byte can become.
    package static let growth = 3
    /// The shortest chunk that always gets ahead: two units of UTF-16.
    package static let shortestChunk = 4

    /// Writes `source` as UTF-8 to `target`, which has room for `growth` times as much, and says how much was read
    /// and written; a character that is cut off by the end of `source` is left unread unless `isLast`.
    ///
    /// Windows-1252 is read as the WHATWG Encoding Standard does: its five undefined bytes become the control
    /// characters of the same number. In UTF-16 half a surrogate pair, or half a unit at the end, becomes U+FFFD.
    package func transcode(
        _ source: UnsafeRawBufferPointer,
        into target: UnsafeMutableRawBufferPointer,
        isLast: Bool
    ) -> (read: Int, written: Int) {
        switch self {
        case .utf8, .markedUTF8:
            target.copyMemory(from: source)
            return (source.count, source.count)
        case .windows1252:
            var writer = UTF8Writer(target)
            for byte in source { writer.append(Self.scalar(windows1252: byte)) }
            return (source.count, writer.count)
        case .utf16LittleEndian:
            return Self.transcodeUTF16(source, low: 0, high: 1, into: target, isLast: isLast)
        case .utf16BigEndian:
            return Self.transcodeUTF16(source, low: 1, high: 0, into: target, isLast: isLast)
        }
    }

    private static func transcodeUTF16(
        _ source: UnsafeRawBufferPointer,
        low: Int,
        high: Int,
        into target: UnsafeMutableRawBufferPointer,
        isLast: Bool
    ) -> (read: Int, written: Int) {
        var writer = UTF8Writer(target)
        var index = 0
        func unit(at index: Int) -> UInt32? {
            guard index + 1 < source.count else { return nil }
            return UInt32(source[index + low]) | UInt32(source[index + high]) << 8
        }
        while let first = unit(at: index) {
            if first & 0xFC00 != 0xD800 {
                writer.append(first & 0xFC00 == 0xDC00 ? 0xFFFD : first)
                index += 2
            } else if let second = unit(at: index + 2) {
                let isPair = second & 0xFC00 == 0xDC00
                writer.append(isPair ? 0x10000 + (first & 0x3FF) << 10 + second & 0x3FF : 0xFFFD)
                index += isPair ? 4 : 2
            } else if isLast {
                writer.append(0xFFFD)
                index += 2
            } else {
                return (index, writer.count)
            }
        }
        if isLast, index < source.count {
            writer.append(0xFFFD)
            index = source.count
        }
        return (index, writer.count)
    }

    /// The scalar of a byte in the WHATWG Encoding Standard's index windows-1252.
    private static func scalar(windows1252 byte: UInt8) -> UInt32 {
        guard 0x80..<0xA0 ~= byte else { return UInt32(byte) }
        return UInt32(upperWindows1252[Int(byte) - 0x80])
    }

    private static let upperWindows1252: [UInt16] = [
        0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
        0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
        0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
        0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
    ]
}

/// Appends scalars as UTF-8 to a buffer that is long enough.
private struct UTF8Writer {
    private let target: UnsafeMutableRawBufferPointer
    private(set) var count = 0

    init(_ target: UnsafeMutableRawBufferPointer) {
        self.target = target
    }

    mutating func append(_ scalar: UInt32) {
        switch scalar {
        case ..<0x80:
            put(UInt8(scalar))
        case ..<0x800:
            put(0xC0 | UInt8(scalar >> 6))
            put(tail(scalar))
        case ..<0x10000:
            put(0xE0 | UInt8(scalar >> 12))
            put(tail(scalar >> 6))
            put(tail(scalar))
        default:
            put(0xF0 | UInt8(scalar >> 18))
            put(tail(scalar >> 12))
            put(tail(scalar >> 6))
            put(tail(scalar))
        }
    }

    private func tail(_ bits: UInt32) -> UInt8 {
        0x80 | UInt8(truncatingIfNeeded: bits & 0x3F)
    }

    private mutating func put(_ byte: UInt8) {
        target[count] = byte
        count += 1
    }
}
