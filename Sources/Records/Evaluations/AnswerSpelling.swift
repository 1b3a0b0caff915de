/// How a label is compared with what a form service wrote: what spelling leaves open is left out.
package enum AnswerSpelling {
    /// The text without case, with single plain spaces for any white space, and without invisible characters.
    ///
    /// Form services put non-breaking spaces between words, and people change a label's case between two waves.
    package static func folded(_ text: some StringProtocol) -> String {
        var folded = ""
        var gap = false
        for scalar in text.unicodeScalars where !isInvisible(scalar) {
            if scalar.properties.isWhitespace {
                gap = !folded.isEmpty
            } else {
                if gap { folded.append(" ") }
                gap = false
                folded += scalar.properties.lowercaseMapping
            }
        }
        return folded
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        [0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF].contains(scalar.value)
    }
}
