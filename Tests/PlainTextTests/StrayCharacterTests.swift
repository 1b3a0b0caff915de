import Testing

@testable import PlainText

@Suite struct StrayCharacterTests {
    @Test(arguments: VisibleTextTests.hidden) func `a title or a name holds no such character`(scalar: Unicode.Scalar) {
        for text in ["\(scalar)Fern", "Fern\(scalar)", "Fé\(scalar)rn", "\(scalar)"] {
            #expect(StrayCharacter(in: text, isOneLine: true)?.scalar == scalar)
        }
    }

    @Test(arguments: ["\t", "\n", "\r", "\u{2028}", "\u{202B}", "\u{2067}"] as [Unicode.Scalar])
    func `a text of several lines has line ends, tabs and phrases of both directions, a line has none`(
        scalar: Unicode.Scalar
    ) {
        let text = "Fern\(scalar)House"
        #expect(StrayCharacter(in: text, isOneLine: false) == nil)
        #expect(StrayCharacter(in: text, isOneLine: true)?.scalar == scalar)
    }

    @Test(arguments: [
        "", "Fern", "Zoë", "مرحبا \u{200F}x", "עברית \u{200E}", "👩‍👩‍👧", "日本", "Â", "\u{A0}", "â", "\u{2027}", "\u{202F}",
        "\u{2065}",
        "\u{206A}", "\u{FEFF}x",
    ]) func `names in every script are taken`(text: String) {
        #expect(StrayCharacter(in: text, isOneLine: true) == nil)
    }

    @Test func `every character is judged the same by its bytes and by its number`() {
        for value in UInt32(0)...0x2FFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let isStray =
                value < 0x20 || 0x7F...0x9F ~= value || 0x2028...0x202E ~= value || 0x2066...0x2069 ~= value
            #expect((StrayCharacter(in: "a\(scalar)b", isOneLine: true)?.scalar == scalar) == isStray)
        }
    }

    @Test func `bytes that are cut off are no character`() {
        for bytes: [UInt8] in [[0xC2], [0xE2], [0xE2, 0x80], [0xE2, 0x81]] {
            #expect(bytes.withUnsafeBytes { StrayCharacter(in: $0, isOneLine: true) } == nil)
        }
    }
}
