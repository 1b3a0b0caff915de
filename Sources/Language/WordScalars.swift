/// The sorts of scalar that words are made of.
extension Unicode.Scalar {
    var isASCIILetter: Bool { (0x61...0x7A).contains(value | 0x20) }

    /// A letter of any writing.
    var isLetter: Bool {
        if isASCII { return isASCIILetter }
        return properties.isAlphabetic && !isMark
    }

    var isDigit: Bool {
        isASCII ? (0x30...0x39).contains(value) : properties.generalCategory == .decimalNumber
    }

    var isApostrophe: Bool { self == "'" || self == "’" }

    /// A capital letter of any writing.
    var isCapital: Bool { isASCII ? (0x41...0x5A).contains(value) : properties.isUppercase }

    /// A small letter of any writing.
    var isSmall: Bool { isASCII ? (0x61...0x7A).contains(value) : properties.isLowercase }

    /// A hyphen that is not a dash.
    var isHyphen: Bool { value == 0x2D || value == 0x2010 || value == 0x2011 }

    var isSpace: Bool { isASCII ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace }

    var isLineEnd: Bool { self == "\n" || self == "\r" }

    /// A soft hyphen, a joiner, a mark of byte order: it changes no word.
    var isIgnorable: Bool {
        value == 0xAD || (0x200B...0x200D).contains(value) || value == 0x2060 || value == 0xFEFF
    }

    /// What takes no room in a word: the invisible, and an accent of its own.
    var isWithoutRoom: Bool { !isASCII && (isIgnorable || isMark) }

    private var isMark: Bool {
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        default: false
        }
    }
}

extension String.UnicodeScalarView {
    /// Adds `scalar` in lower case, a typographer's apostrophe as the plain one, a ligature as its letters.
    mutating func appendLowercase(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x41...0x5A: append(Unicode.Scalar(UInt8(scalar.value | 0x20)))
        case 0...0x7F: append(scalar)
        case 0x2019: append("'")
        case 0xFB00...0xFB06:
            let letters = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"][Int(scalar.value - 0xFB00)]
            append(contentsOf: letters.unicodeScalars)
        default: append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
        }
    }
}
