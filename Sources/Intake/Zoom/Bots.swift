/// Tells a display name that is a note-taking program's from a person's.
///
/// Whole names and whole words decide, never a part of one: Krispin, the Assembly of First Nations, Bread Aid and a
/// collective called Fireflies are people and who they are with.
enum Bots {
    /// What a program is called here, its names, and the domains of its accounts.
    private struct Product {
        let label: String
        /// Names that nobody else has: with them alone the display name is the program's.
        let names: [String]
        /// Names that people and organizations have too: they count beside a word for what the program does.
        var words: [String] = []
        var domains: [String] = []
    }

    private static let products = [
        Product(
            label: "Otter",
            names: ["otter.ai", "otterpilot", "otter pilot", "otter ai"],
            words: ["otter"],
            domains: ["otter.ai"]
        ),
        Product(label: "Fireflies", names: ["fireflies.ai", "fireflies"], domains: ["fireflies.ai"]),
        Product(label: "Read.ai", names: ["read.ai", "read ai"], words: ["read"], domains: ["read.ai"]),
        Product(
            label: "Fathom",
            names: ["fathom.video", "fathom.ai", "fathom ai"],
            words: ["fathom"],
            domains: ["fathom.video"]
        ),
        Product(label: "tl;dv", names: ["tl;dv", "tldv", "tldv.io", "tl;dv.io"], domains: ["tldv.io"]),
        Product(label: "MeetGeek", names: ["meetgeek", "meetgeek.ai"], domains: ["meetgeek.ai"]),
        Product(label: "Sembly", names: ["sembly", "sembly ai", "sembly.ai"], domains: ["sembly.ai"]),
        Product(label: "Supernormal", names: ["supernormal", "supernormal.com"], domains: ["supernormal.com"]),
        Product(label: "Airgram", names: ["airgram", "airgram.io"], domains: ["airgram.io"]),
        Product(label: "Avoma", names: ["avoma", "avoma.com"], domains: ["avoma.com"]),
        Product(label: "Fellow", names: ["fellow.app", "fellow.ai"], words: ["fellow"], domains: ["fellow.app"]),
        Product(label: "Spinach", names: ["spinach.ai", "spinach ai"], words: ["spinach"], domains: ["spinach.ai"]),
        Product(label: "Circleback", names: ["circleback", "circleback.ai"], domains: ["circleback.ai"]),
        Product(label: "Noty.ai", names: ["noty.ai"], words: ["noty"], domains: ["noty.ai"]),
        Product(label: "Notta", names: ["notta.ai", "notta bot"], words: ["notta"], domains: ["notta.ai"]),
        Product(
            label: "Grain",
            names: ["grain.co", "grain.com"],
            words: ["grain"],
            domains: ["grain.co", "grain.com"]
        ),
        Product(label: "Gong", names: ["gong.io"], words: ["gong"], domains: ["gong.io"]),
        Product(label: "Chorus", names: ["chorus.ai"], words: ["chorus"], domains: ["chorus.ai"]),
        Product(label: "Krisp", names: ["krisp", "krisp.ai", "krisp ai"], domains: ["krisp.ai"]),
        Product(label: "Jamie", names: ["jamie.ai", "meetjamie.ai"], words: ["jamie"], domains: ["meetjamie.ai"]),
        Product(label: "Laxis", names: ["laxis", "laxis.com", "laxis.tech"], domains: ["laxis.com"]),
        Product(label: "Rev", names: ["rev.ai", "rev.com"], words: ["rev"], domains: ["rev.ai"]),
        Product(label: "Bluedot", names: ["bluedothq.com"], words: ["bluedot"], domains: ["bluedothq.com"]),
        Product(label: "Granola", names: ["granola.ai"], words: ["granola"], domains: ["granola.ai"]),
        Product(label: "AI Companion", names: ["ai companion", "zoom ai companion", "zoom ai notetaker"]),
    ]

    /// What such programs call themselves, or add to their name.
    private static let doings: [(phrase: String, label: String)] = [
        ("ai meeting notes", "Notetaker"), ("ai meeting assistant", "Meeting assistant"),
        ("meeting notes", "Notetaker"), ("meeting assistant", "Meeting assistant"),
        ("meeting recorder", "Recording bot"),
        ("meeting notetaker", "Notetaker"), ("ai notetaker", "Notetaker"), ("ai note taker", "Notetaker"),
        ("note taking bot", "Notetaker"), ("notetaking bot", "Notetaker"), ("notetaker bot", "Notetaker"),
        ("transcription bot", "Transcription bot"), ("recording bot", "Recording bot"), ("notetaker", "Notetaker"),
        ("note taker", "Notetaker"), ("ai assistant", "Meeting assistant"), ("notes", "Notetaker"),
        ("assistant", "Meeting assistant"), ("recorder", "Recording bot"), ("bot", "Recording bot"),
    ]
    /// Those of them that say nothing beside a possessive or alone: an assistant, or notes, may be somebody's.
    private static let vague: Set<String> = ["notes", "assistant", "recorder", "bot", "meeting notes"]

    /// What nobody is called, whatever stands beside it.
    private static let certain = [
        "ai notetaker", "ai note taker", "ai meeting notes", "ai meeting assistant", "notetaker bot", "note taking bot",
        "transcription bot", "recording bot",
    ]

    /// The name under which a note-taking program is counted; nil for anybody else.
    static func label(name: String, email: String) -> String? {
        if let product = product(email: email) { return product.label }
        let (shown, inBrackets) = parts(of: name)
        return label(shown) ?? inBrackets.lazy.compactMap { productAlone($0) }.first
    }

    /// The program whose account has this e-mail address.
    private static func product(email: String) -> Product? {
        guard let at = email.lastIndex(of: "@") else { return nil }
        let domain = email[email.index(after: at)...].lowercased()
        return products.first { $0.domains.contains { domain == $0 || domain.hasSuffix(".\($0)") } }
    }

    /// The name without brackets, and what stands in them, each folded.
    private static func parts(of name: String) -> (shown: [Substring], inBrackets: [[Substring]]) {
        var shown = ""
        var groups: [String] = []
        var depth = 0
        for character in name.lowercased() {
            switch character {
            case "(", "（", "[":
                depth += 1
                if depth == 1 { groups.append("") }
            case ")", "）", "]": depth = max(0, depth - 1)
            default:
                if depth == 0 { shown.append(character) } else { groups[groups.count - 1].append(character) }
            }
        }
        return (words(of: shown), groups.map { words(of: $0) })
    }

    /// The words of a name; a hyphen within one is a blank, one that stands alone is a word.
    private static func words(of text: some StringProtocol) -> [Substring] {
        let plain = String(text.map { $0 == "’" ? "'" : $0 })
        return plain.split(whereSeparator: \.isWhitespace).flatMap { word -> [Substring] in
            word.count > 1 ? word.split(separator: "-", omittingEmptySubsequences: true) : [word]
        }.map { $0.hasSuffix(":") || $0.hasSuffix(",") ? $0.dropLast() : $0 }
    }

    /// Whether a name, or what is left behind its owner, is wholly a program's.
    private static func label(_ words: [Substring]) -> String? {
        if let label = whole(words, isOwned: false) { return label }
        if let owner = words.firstIndex(where: { $0.hasSuffix("'s") || $0.hasSuffix("s'") }), owner + 1 < words.count {
            if let label = whole(Array(words[(owner + 1)...]), isOwned: true) { return label }
        }
        let text = " " + words.joined(separator: " ") + " "
        return certain.first { text.contains(" \($0) ") }.flatMap { phrase in
            doings.first { $0.phrase == phrase }?.label
        }
    }

    /// A program by its name alone: what a row in brackets must be, where a person may say what they do.
    private static func productAlone(_ words: [Substring]) -> String? {
        let text = words.joined(separator: " ")
        for product in products {
            for name in product.names where name.contains(".") || name.contains(" ") || name.contains(";") {
                if text == name { return product.label }
                if text.hasPrefix(name + " "), isDoing(text.dropFirst(name.count + 1)) { return product.label }
            }
        }
        return nil
    }

    /// A product, with what it does before or behind it, and perhaps whose it is; or what it does alone.
    private static func whole(_ words: [Substring], isOwned: Bool) -> String? {
        let text = words.joined(separator: " ")
        for product in products {
            for (name, isDistinct) in product.names.map({ ($0, true) }) + product.words.map({ ($0, false) }) {
                if text == name, isDistinct || isOwned && name == "otter" { return product.label }
                if text.hasSuffix(" " + name), isDoing(text.dropLast(name.count + 1)) { return product.label }
                guard text.hasPrefix(name + " ") else { continue }
                let rest = text.dropFirst(name.count + 1)
                if beginsWithDoing(rest, isDistinct: isDistinct) { return product.label }
                if isDistinct, ["for ", "of ", "by "].contains(where: { rest.hasPrefix($0) }) { return product.label }
            }
        }
        return doings.first { $0.phrase == text && !vague.contains($0.phrase) }?.label
    }

    private static func isDoing(_ text: some StringProtocol) -> Bool { doings.contains { $0.phrase == text } }

    /// Whether what follows a product's name says what it does; behind that may stand whose it is.
    private static func beginsWithDoing(_ text: some StringProtocol, isDistinct: Bool) -> Bool {
        let rest = text.hasPrefix("- ") ? text.dropFirst(2) : text[...]
        return doings.contains { doing in
            if rest == doing.phrase { return isDistinct || !vague.contains(doing.phrase) }
            return rest.hasPrefix(doing.phrase + " ") && !vague.contains(doing.phrase)
        }
    }
}
