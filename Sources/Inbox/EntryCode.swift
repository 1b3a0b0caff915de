/// The word in the address of a public page, such as `KTBWMRX`: short enough to type off a slide.
///
/// Seven letters without vowels, so that no word comes of them, and without those that are taken for another letter or a
/// digit. There are 6 × 10⁸ of them: guessing one that is open takes longer than any is.
package struct EntryCode: Hashable, Sendable, Codable, CustomStringConvertible {
    /// The letters, in capitals.
    package let description: String

    /// How many letters a code has.
    package static let length = 7
    private static let letters = Array("BCDFGHJKMNPQRTWXYZ".utf8)

    /// A code as somebody typed it: in small letters too, and with blanks or hyphens where they read a pause.
    ///
    /// nil for what can be no code.
    package init?(_ typed: String) {
        let kept = typed.uppercased().utf8.filter { $0 != 0x20 && $0 != 0x2D }
        guard kept.count == Self.length, kept.allSatisfy(Self.letters.contains) else { return nil }
        description = String(decoding: kept, as: UTF8.self)
    }

    /// A code that nobody can guess.
    ///
    /// - Parameter bytes: gives as many random bytes as it is asked for.
    package init(bytes: (Int) -> [UInt8]) {
        var chosen: [UInt8] = []
        let limit = 256 / Self.letters.count * Self.letters.count
        while chosen.count < Self.length {
            for byte in bytes(16) where Int(byte) < limit && chosen.count < Self.length {
                chosen.append(Self.letters[Int(byte) % Self.letters.count])
            }
        }
        description = String(decoding: chosen, as: UTF8.self)
    }

    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let code = EntryCode(text) else {
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "not a code"))
        }
        self = code
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
