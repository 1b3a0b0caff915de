import Records

/// What a display name in a video meeting gives away beyond a name.
enum PersonName {
    /// The name that was shown: without what stands in brackets behind it ("Name (Original Name)"), and without
    /// pronouns in brackets anywhere.
    static func shown(_ name: String) -> String {
        var rest = name.trimmed
        while let cut = withoutLastBracket(rest) { rest = cut }
        return PronounRule.name(without: rest)
    }

    /// Lends a name as it may be stored, without pronouns in brackets: `Kit Moss (they/them)` is Kit Moss. What else
    /// stands in brackets is part of a name that somebody typed.
    @inline(__always)
    static func withStored<R>(
        _ name: UnsafeRawBufferPointer,
        _ body: (UnsafeRawBufferPointer) throws -> R
    ) rethrows -> R {
        guard mayHaveBrackets(name) else { return try body(name) }
        var stored = PronounRule.name(without: String(decoding: name, as: UTF8.self))
        return try stored.withUTF8 { try body(UnsafeRawBufferPointer($0)) }
    }

    /// Whether there is a bracket among the bytes, or the first byte of a full-width one.
    @inline(__always)
    private static func mayHaveBrackets(_ name: UnsafeRawBufferPointer) -> Bool {
        name.contains { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "[") || $0 == 0xEF }
    }

    private static let brackets: [Character: Character] = [")": "(", "）": "（", "]": "["]

    /// The text before the brackets at its end; nil where there are none.
    private static func withoutLastBracket(_ text: String) -> String? {
        guard let last = text.last, let opening = brackets[last] else { return nil }
        if last == "]", !PronounRule.isPronouns(lastGroup(text, opening, last) ?? "") { return nil }
        var depth = 0
        for index in text.indices.reversed() {
            if text[index] == last { depth += 1 }
            if text[index] == opening { depth -= 1 }
            if depth == 0 { return String(text[..<index]).trimmed }
        }
        return nil
    }

    private static func lastGroup(_ text: String, _ opening: Character, _ closing: Character) -> String? {
        text.lastIndex(of: opening).map { String(text[text.index(after: $0)...].dropLast()) }
    }
}

/// Who, or what, a display name is.
enum Display {
    /// What a program calls itself that takes notes, and how it is named in the summary; the first that fits.
    private static let bots: [(mark: String, label: String)] = [
        ("otter.ai", "Otter"), ("otterpilot", "Otter"), ("otter pilot", "Otter"), ("fireflies", "Fireflies"),
        ("read.ai", "Read.ai"), ("read ai", "Read.ai"), ("fathom.video", "Fathom"), ("fathom notetaker", "Fathom"),
        ("fathom ai", "Fathom"), ("tl;dv", "tl;dv"), ("tldv", "tl;dv"), ("meetgeek", "MeetGeek"), ("sembly", "Sembly"),
        ("supernormal", "Supernormal"), ("airgram", "Airgram"), ("avoma", "Avoma"), ("fellow.app", "Fellow"),
        ("spinach.ai", "Spinach"), ("circleback", "Circleback"), ("noty.ai", "Noty.ai"), ("notta.ai", "Notta"),
        ("notta bot", "Notta"), ("grain.co", "Grain"), ("gong.io", "Gong"), ("chorus.ai", "Chorus"), ("krisp", "Krisp"),
        ("jamie.ai", "Jamie"), ("laxis", "Laxis"), ("rev.ai", "Rev"), ("zoom ai companion", "AI Companion"),
        ("ai companion", "AI Companion"), ("ai notetaker", "Notetaker"), ("notetaker", "Notetaker"),
        ("note taker", "Notetaker"), ("note-taker", "Notetaker"), ("note taking bot", "Notetaker"),
        ("meeting assistant", "Meeting assistant"), ("transcription bot", "Transcription bot"),
        ("recording bot", "Recording bot"),
    ]

    /// Words that name a device, each a whole word of the display name.
    private static let devices: Set<String> = [
        "iphone", "ipad", "ipod", "galaxy", "samsung", "android", "pixel", "macbook", "imac", "huawei", "xiaomi",
        "redmi",
        "oneplus", "motorola", "moto", "oppo", "vivo", "nokia", "chromebook", "laptop", "tablet", "phone", "smartphone",
        "zoomroom", "zoomrooms", "desktop",
    ]

    private static let deviceBeginnings = [
        "sm-", "lm-", "desktop-", "laptop-", "conference room", "meeting room", "zoom room",
    ]

    /// The name under which a note-taking program is counted; nil for anybody else.
    static func bot(name: String, email: String) -> String? {
        let name = name.lowercased()
        let email = email.lowercased()
        return bots.first { name.contains($0.mark) || (email.hasSuffix($0.mark) && $0.mark.contains(".")) }?.label
    }

    /// Whether a name is that of a device: "Jo's iPad", "iPhone", "Galaxy S21".
    static func isDevice(_ name: String) -> Bool {
        let text = name.lowercased()
        if deviceBeginnings.contains(where: { text.hasPrefix($0) }) { return true }
        let words = text.split { !$0.isLetter && !$0.isNumber }
        return words.contains { word in
            devices.contains(String(word)) || word.hasPrefix("iphone") || word.hasPrefix("ipad")
        }
    }

    /// Whether a name is a telephone number, whole or with stars, or what Zoom calls a caller.
    static func isCaller(_ name: String) -> Bool {
        let text = name.lowercased()
        if ["call-in user", "callin user", "phone user", "call in user"].contains(where: { text.hasPrefix($0) }) {
            return true
        }
        var digits = 0
        for character in text {
            if character.isNumber || character == "*" {
                digits += 1
            } else if !"+-(). ".contains(character) {
                return false
            }
        }
        return digits >= 7
    }
}
