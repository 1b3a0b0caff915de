/// How a label is compared with what a form service wrote: what spelling leaves open is left out.
package enum AnswerSpelling {
    /// The text without case, with single plain spaces for any white space, straight quotation marks for curved ones, and
    /// without invisible characters.
    ///
    /// Form services put non-breaking spaces between words, word processors curve apostrophes, and people change a
    /// label's case between two waves.
    package static func folded(_ text: some StringProtocol) -> String {
        var folded = ""
        var gap = false
        for scalar in text.unicodeScalars where !isInvisible(scalar) {
            if scalar.properties.isWhitespace {
                gap = !folded.isEmpty
            } else {
                if gap { folded.append(" ") }
                gap = false
                folded += plain(scalar)
            }
        }
        return folded
    }

    private static func plain(_ scalar: Unicode.Scalar) -> String {
        switch scalar.value {
        case 0x2018, 0x2019, 0x201A, 0x201B, 0x2032: "'"
        case 0x201C, 0x201D, 0x201E, 0x201F, 0x2033: "\""
        default: scalar.properties.lowercaseMapping
        }
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        [0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF].contains(scalar.value)
    }
}
