/// Tells a display name that is a device's, or a caller's, from a person's.
enum Devices {
    /// Words that no person is called: one of them makes a name a device's, wherever it stands.
    private static let certain: Set<String> = [
        "iphone", "ipad", "ipod", "macbook", "imac", "chromebook", "smartphone", "zoomroom", "zoomrooms",
    ]
    /// Words for a device that people are called too: the whole name must be made of them.
    private static let makes: Set<String> = [
        "galaxy", "samsung", "android", "pixel", "huawei", "xiaomi", "redmi", "oneplus", "motorola", "moto", "oppo",
        "vivo", "nokia", "laptop", "tablet", "phone", "desktop", "mobile", "cell", "cellphone",
    ]
    /// Of these one alone is as well a person's.
    private static let surnames: Set<String> = ["moto", "vivo", "phone", "pixel", "oppo"]
    /// What stands beside them: models.
    private static let models: Set<String> = [
        "pro", "plus", "max", "mini", "ultra", "lite", "note", "edge", "power", "play", "tab", "air", "fe", "se", "xl",
        "fold", "flip", "g", "e", "one", "sm", "gt", "lm",
    ]
    /// What may stand before them: makers of devices that make other things too, and where one is used.
    private static let beginnings: Set<String> = [
        "google", "lenovo", "dell", "hp", "lg", "sony", "work", "home", "office",
    ]
    private static let rooms = ["conference room", "meeting room", "zoom room"]
    private static let machines = ["sm-", "lm-", "desktop-", "laptop-"]

    /// Whether a name is that of a device: "Jo's iPad", "iPhone", "Galaxy S21", "DESKTOP-4K2L".
    static func includes(_ name: String) -> Bool {
        let text = name.lowercased()
        if rooms.contains(where: { text == $0 || text.hasPrefix($0 + " ") }) { return true }
        if machines.contains(where: { isMachine(text, $0) }) { return true }
        var words = text.split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" }
        if words.contains(where: isCertain) { return true }
        let owner = words.firstIndex { $0.hasSuffix("'s") || $0.hasSuffix("’s") }
        if let owner { words.removeFirst(owner + 1) } else if words.first == "my" { words.removeFirst() }
        if let first = words.first, beginnings.contains(String(first)) { words.removeFirst() }
        guard let first = words.first, makes.contains(String(first)) else { return false }
        guard words.allSatisfy({ makes.contains(String($0)) || isModel($0) }) else { return false }
        return owner != nil || words.count > 1 || !surnames.contains(String(first))
    }

    /// Whether a name is a telephone number, whole or with stars, or what Zoom calls a caller.
    static func isCaller(_ name: String) -> Bool {
        let text = name.lowercased()
        if ["call-in user", "callin user", "phone user", "call in user"].contains(where: { isPhrase(text, $0) }) {
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

    /// Whether a text begins with these whole words.
    private static func isPhrase(_ text: String, _ phrase: String) -> Bool {
        text == phrase || text.hasPrefix(phrase) && !(text.dropFirst(phrase.count).first?.isLetter ?? false)
    }

    private static func isCertain(_ word: Substring) -> Bool {
        certain.contains(String(word.prefix { $0.isLetter })) || certain.contains(String(word))
    }

    private static func isModel(_ word: Substring) -> Bool {
        models.contains(String(word)) || word.contains(where: \.isNumber)
    }

    /// A machine's own name is one word, and has a digit behind its beginning.
    private static func isMachine(_ text: String, _ beginning: String) -> Bool {
        text.hasPrefix(beginning) && text.dropFirst(beginning.count).contains(where: \.isNumber)
    }
}
