/// What lies in a ZIP archive, by its central directory (APPNOTE.TXT, 4.3.12); nothing is unpacked.
package struct Archive {
    /// An entry: its path and how long it is unpacked.
    package struct Entry: Hashable {
        package let name: String
        package let size: Int
    }

    /// The entries in order.
    package let entries: [Entry]

    /// The entries of an archive; nil of bytes that are none.
    package init?(_ bytes: [UInt8]) {
        guard bytes.starts(with: [0x50, 0x4B, 3, 4]) else { return nil }
        let end = stride(from: bytes.count - 22, through: 0, by: -1).first { Self.number(bytes, $0, 4) == 0x0605_4B50 }
        guard let end, let count = Self.number(bytes, end + 10, 2), var at = Self.number(bytes, end + 16, 4) else {
            return nil
        }
        var entries: [Entry] = []
        for _ in 0..<count {
            guard Self.number(bytes, at, 4) == 0x0201_4B50, let size = Self.number(bytes, at + 24, 4),
                let name = Self.number(bytes, at + 28, 2), let extra = Self.number(bytes, at + 30, 2),
                let remark = Self.number(bytes, at + 32, 2), at + 46 + name <= bytes.count
            else { return nil }
            entries.append(
                Entry(name: String(decoding: bytes[(at + 46)..<(at + 46 + name)], as: UTF8.self), size: size)
            )
            at += 46 + name + extra + remark
        }
        self.entries = entries
    }

    /// How many entries' paths begin and end so.
    package func count(_ start: String, _ end: String = ".xml") -> Int {
        entries.filter { $0.name.hasPrefix(start) && $0.name.hasSuffix(end) }.count
    }

    private static func number(_ bytes: [UInt8], _ at: Int, _ count: Int) -> Int? {
        guard at >= 0, at + count <= bytes.count else { return nil }
        return (0..<count).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) }
    }
}
