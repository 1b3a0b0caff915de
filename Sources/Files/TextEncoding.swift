/// How the bytes of a file stand for text.
package enum TextEncoding: Equatable, Sendable, CaseIterable {
    /// UTF-8, and plain ASCII with it.
    case utf8
    /// UTF-8 that begins with a byte-order mark, as Excel saves it.
    case markedUTF8
    /// UTF-16, low byte first, with a byte-order mark: Excel's "Unicode text".
    case utf16LittleEndian
    /// UTF-16, high byte first, with a byte-order mark.
    case utf16BigEndian
    /// Windows-1252, in which Excel saves "CSV" in western Europe and America.
    case windows1252

    /// The encoding that the first bytes of a file declare by a byte-order mark.
    package init?(mark bytes: some Collection<UInt8>) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            self = .markedUTF8
        } else if bytes.starts(with: [0xFF, 0xFE]) {
            self = .utf16LittleEndian
        } else if bytes.starts(with: [0xFE, 0xFF]) {
            self = .utf16BigEndian
        } else {
            return nil
        }
    }

    /// The length of the byte-order mark.
    package var markLength: Int {
        switch self {
        case .utf8, .windows1252: 0
        case .utf16LittleEndian, .utf16BigEndian: 2
        case .markedUTF8: 3
        }
    }

    /// Whether the bytes are UTF-8 already.
    package var isUTF8: Bool { self == .utf8 || self == .markedUTF8 }

    /// The name that people meet in their programs' menus.
    package var words: String {
        switch self {
        case .utf8: "UTF-8"
        case .markedUTF8: "UTF-8 with byte-order mark"
        case .utf16LittleEndian: "UTF-16 little-endian"
        case .utf16BigEndian: "UTF-16 big-endian"
        case .windows1252: "Windows-1252"
        }
    }

    /// How many bytes of the file a stretch of transcoded text came from.
    ///
    /// Every scalar was one byte of Windows-1252, or one unit of UTF-16 and two where UTF-8 takes four bytes.
    package func sourceLength(of text: UnsafeRawBufferPointer) -> Int {
        var scalars = 0
        var pairs = 0
        for byte in text {
            if byte & 0xC0 != 0x80 { scalars += 1 }
            if byte >= 0xF0 { pairs += 1 }
        }
        return switch self {
        case .utf8, .markedUTF8: text.count
        case .windows1252: scalars
        case .utf16LittleEndian, .utf16BigEndian: 2 * (scalars + pairs)
        }
    }
}
