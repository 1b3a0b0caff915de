import Testing

@testable import Files

@Suite struct DigestTests {
    /// The examples of FIPS 180-4 for SHA-256.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
    func `a digest is the published one`(text: String, expected: String) {
        #expect(Digest.hexadecimal(of: text.utf8) == expected)
    }

    @Test func `pieces make the digest of the whole, however they come`() {
        let bytes = (0..<1_000).map { UInt8(truncatingIfNeeded: $0 * 7) }
        var digest = Digest()
        digest.update(bytes[..<1])
        bytes[1..<65].withUnsafeBytes { digest.update($0) }
        digest.update(bytes[65...])
        #expect(Digest.hexadecimal(digest.finished()) == Digest.hexadecimal(of: bytes))
    }

    @Test func `two fields never run into each other`() {
        func digest(_ fields: String...) -> [UInt8] {
            var digest = Digest()
            for field in fields { digest.update(field: field) }
            return digest.finished()
        }
        #expect(digest("ab", "c") != digest("a", "bc"))
        #expect(digest("ab", "c") != digest("abc", ""))
        #expect(digest("ab", "c") == digest("ab", "c"))
    }
}
