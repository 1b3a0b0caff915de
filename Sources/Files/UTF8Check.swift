/// Whether bytes that come in chunks are UTF-8, as the Unicode Standard, table 3-7, says which sequences are.
package struct UTF8Check {
    /// How many well-formed sequences of two or more bytes there were.
    package private(set) var sequences = 0
    /// How many bytes or beginnings of sequences were not UTF-8.
    package private(set) var faults = 0
    /// The offset of the first of them.
    package private(set) var firstFault: Int?

    private var offset: Int
    private var sequenceStart = 0
    private var missing = 0
    private var allowed: ClosedRange<UInt8> = 0x80...0xBF

    /// A check whose first byte has this offset.
    package init(offset: Int) {
        self.offset = offset
    }

    /// Takes the next bytes in.
    package mutating func update(_ bytes: UnsafeRawBufferPointer) {
        var index = 0
        while index < bytes.count {
            if missing == 0 {
                index = Self.endOfASCII(in: bytes, from: index)
                if index == bytes.count { break }
            }
            take(bytes[index], at: offset + index)
            index += 1
        }
        offset += bytes.count
    }

    /// Counts a sequence that the end cuts short.
    package mutating func finish() {
        if missing > 0 { fault(at: sequenceStart) }
        missing = 0
    }

    private mutating func take(_ byte: UInt8, at place: Int) {
        if missing > 0, allowed.contains(byte) {
            missing -= 1
            allowed = 0x80...0xBF
            if missing == 0 { sequences += 1 }
            return
        }
        if missing > 0 {
            fault(at: sequenceStart)
            missing = 0
        }
        if byte >= 0x80 { begin(byte, at: place) }
    }

    private mutating func begin(_ byte: UInt8, at place: Int) {
        sequenceStart = place
        allowed = 0x80...0xBF
        switch byte {
        case 0xC2...0xDF: missing = 1
        case 0xE0...0xEF: missing = 2
        case 0xF0...0xF4: missing = 3
        default: fault(at: place)
        }
        switch byte {
        case 0xE0: allowed = 0xA0...0xBF
        case 0xED: allowed = 0x80...0x9F
        case 0xF0: allowed = 0x90...0xBF
        case 0xF4: allowed = 0x80...0x8F
        default: break
        }
    }

    private mutating func fault(at place: Int) {
        faults += 1
        if firstFault == nil { firstFault = place }
    }

    private static func endOfASCII(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        var index = start
        while index + 8 <= bytes.count,
            bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        {
            index += 8
        }
        while index < bytes.count, bytes[index] < 0x80 { index += 1 }
        return index
    }
}
