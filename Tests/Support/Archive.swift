import CZlib

/// What lies in a ZIP archive, by its central directory (APPNOTE.TXT, 4.3.12).
package struct Archive {
    /// An entry: its path and how long it is unpacked.
    package struct Entry: Hashable {
        package let name: String
        package let size: Int
        fileprivate let packed: Range<Int>
        fileprivate let isPacked: Bool
    }

    /// The entries in order.
    package let entries: [Entry]
    private let bytes: [UInt8]

    /// The entries of an archive; nil of bytes that are none.
    package init?(_ bytes: [UInt8]) {
        guard bytes.starts(with: [0x50, 0x4B, 3, 4]) else { return nil }
        let end = stride(from: bytes.count - 22, through: 0, by: -1).first { Self.number(bytes, $0, 4) == 0x0605_4B50 }
        guard let end, let count = Self.number(bytes, end + 10, 2), var at = Self.number(bytes, end + 16, 4) else {
            return nil
        }
        var entries: [Entry] = []
        for _ in 0..<count {
            guard let (entry, next) = Self.entry(bytes, at) else { return nil }
            entries.append(entry)
            at = next
        }
        self.entries = entries
        self.bytes = bytes
    }

    /// How many entries' paths begin and end so.
    package func count(_ start: String, _ end: String = ".xml") -> Int {
        entries.filter { $0.name.hasPrefix(start) && $0.name.hasSuffix(end) }.count
    }

    /// What lies at a path, unpacked; nil where nothing does, or it can't be unpacked.
    package subscript(_ name: String) -> [UInt8]? {
        guard let entry = entries.first(where: { $0.name == name }) else { return nil }
        if !entry.isPacked { return Array(bytes[entry.packed]) }
        return bytes[entry.packed].withUnsafeBufferPointer { packed in
            var unpacked = [UInt8](repeating: 0, count: entry.size)
            let size = UInt32(entry.size)
            let written = unpacked.withUnsafeMutableBufferPointer { out in
                groundwork_inflate(packed.baseAddress, UInt32(packed.count), out.baseAddress, size)
            }
            return written == entry.size ? unpacked : nil
        }
    }

    /// The entry at a place of the directory, and where the next one stands.
    private static func entry(_ bytes: [UInt8], _ at: Int) -> (Entry, next: Int)? {
        guard number(bytes, at, 4) == 0x0201_4B50, let method = number(bytes, at + 10, 2),
            let packed = number(bytes, at + 20, 4), let size = number(bytes, at + 24, 4),
            let name = number(bytes, at + 28, 2), let extra = number(bytes, at + 30, 2),
            let remark = number(bytes, at + 32, 2), let local = number(bytes, at + 42, 4),
            at + 46 + name <= bytes.count,
            let localName = number(bytes, local + 26, 2), let localExtra = number(bytes, local + 28, 2)
        else { return nil }
        let start = local + 30 + localName + localExtra
        guard start + packed <= bytes.count else { return nil }
        let entry = Entry(
            name: String(decoding: bytes[(at + 46)..<(at + 46 + name)], as: UTF8.self),
            size: size,
            packed: start..<start + packed,
            isPacked: method != 0
        )
        return (entry, at + 46 + name + extra + remark)
    }

    private static func number(_ bytes: [UInt8], _ at: Int, _ count: Int) -> Int? {
        guard at >= 0, at + count <= bytes.count else { return nil }
        return (0..<count).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) }
    }
}
