import CSodium

/// SHA-256, as libsodium computes it, taken in piece by piece.
package struct Digest {
    private var state = crypto_hash_sha256_state()

    /// A digest that nothing was taken into yet.
    package init() {
        crypto_hash_sha256_init(&state)
    }

    /// Takes in bytes as they lie in memory.
    package mutating func update(_ bytes: UnsafeRawBufferPointer) {
        let start = bytes.bindMemory(to: UInt8.self).baseAddress
        crypto_hash_sha256_update(&state, start, UInt64(bytes.count))
    }

    /// Takes in bytes.
    package mutating func update(_ bytes: some Sequence<UInt8>) {
        let block = Array(bytes)
        crypto_hash_sha256_update(&state, block, UInt64(block.count))
    }

    /// Takes in a text with its length before it, so that two fields never run into each other.
    package mutating func update(field text: String) {
        let bytes = Array(text.utf8)
        update("\(bytes.count):".utf8)
        update(bytes)
    }

    /// The 32 bytes of the digest of all that was taken in.
    package func finished() -> [UInt8] {
        var copy = state
        var bytes = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_bytes()))
        crypto_hash_sha256_final(&copy, &bytes)
        return bytes
    }

    /// The digest of `bytes` in hexadecimal.
    package static func hexadecimal(of bytes: some Sequence<UInt8>) -> String { hexadecimal(of(bytes)) }

    /// The 32 bytes of the digest of `bytes`.
    package static func of(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        var digest = Digest()
        digest.update(bytes)
        return digest.finished()
    }

    /// Bytes as hexadecimal digits.
    package static func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.reduce(into: "") { $0 += ($1 < 16 ? "0" : "") + String($1, radix: 16) }
    }
}
