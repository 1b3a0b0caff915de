import CSodium

/// SHA-256 over bytes that come in chunks, by libsodium.
struct Digest {
    private static let isReady = sodium_init() >= 0
    private var state = crypto_hash_sha256_state()

    init() {
        _ = Self.isReady
        crypto_hash_sha256_init(&state)
    }

    mutating func update(_ bytes: UnsafeRawBufferPointer) {
        let start = bytes.bindMemory(to: UInt8.self).baseAddress
        crypto_hash_sha256_update(&state, start, UInt64(bytes.count))
    }

    /// The digest in 64 lower-case hexadecimal digits; nothing may be added after it.
    mutating func hexadecimal() -> String {
        var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_bytes()))
        crypto_hash_sha256_final(&state, &digest)
        return digest.map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }
}
