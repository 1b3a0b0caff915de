import CSodium

/// Random numbers: libsodium's, or a seeded sequence for tests and the sample program.
package struct Randomness: Sendable {
    /// Fills an array of the length asked for.
    package let bytes: @Sendable (Int) -> [UInt8]

    package init(bytes: @escaping @Sendable (Int) -> [UInt8]) {
        self.bytes = bytes
    }

    /// The system's random numbers, through libsodium.
    package static let system = Randomness { count in
        var bytes = [UInt8](repeating: 0, count: count)
        randombytes_buf(&bytes, count)
        return bytes
    }

    /// Lower-case letters and digits without those that are read as one another (0 o, 1 l i).
    private static let alphabet = Array("abcdefghjkmnpqrstuvwxyz23456789".utf8)

    /// A word of `length` letters and digits, each equally likely.
    package func word(_ length: Int) -> String {
        var letters: [UInt8] = []
        let limit = UInt8(256 / Self.alphabet.count * Self.alphabet.count - 1)
        while letters.count < length {
            for byte in bytes(length * 2) where byte <= limit && letters.count < length {
                letters.append(Self.alphabet[Int(byte) % Self.alphabet.count])
            }
        }
        return String(decoding: letters, as: UTF8.self)
    }

    /// A number in `range`, for a file's origin.
    func integer(in range: ClosedRange<Int>) -> Int {
        let value = bytes(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return range.lowerBound + Int(value % UInt64(range.count))
    }
}
