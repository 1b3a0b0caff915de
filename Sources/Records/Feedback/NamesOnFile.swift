import SQLite

/// The names of people and facilitators that the record holds, to be looked for in words that everybody will read.
struct NamesOnFile {
    /// Names of two words and more, in every order in which they are written; a middle name may be left out.
    private var full: Set<[String]> = []
    private var longest = 0
    /// Names of one word, as they are written.
    private var short: Set<String> = []

    /// The names of everybody who is on file.
    init(from database: borrowing Database) throws {
        try database.forEach(
            """
            SELECT name FROM person WHERE name IS NOT NULL UNION SELECT name FROM session_facilitator
            """
        ) { row in add(try row.text(0)) }
    }

    /// The names that are given.
    init(_ names: [String]) {
        for name in names { add(name) }
    }

    /// Whether a text holds a full name, whatever its case, accents and order.
    func isFull(in text: String) -> Bool {
        let words = PlainWords.of(text)
        // An initial between two names is passed over.
        return holds(words) || holds(words.filter { $0.count > 1 || $0.first?.isASCII == false })
    }

    /// Whether a text holds a name of one word, written as on file: it may be a word like any other.
    func isShort(in text: String) -> Bool {
        let words = text.split { !($0.isLetter || $0.isNumber || $0 == "-") }
        return words.contains { short.contains(String($0)) }
    }

    private func holds(_ words: [String]) -> Bool {
        guard longest > 1, words.count > 1 else { return false }
        return words.indices.contains { start in
            (2...longest).contains { length in
                start + length <= words.count && full.contains(Array(words[start..<start + length]))
            }
        }
    }

    private mutating func add(_ name: String) {
        let words = PlainWords.of(name)
        guard words.count > 1 else {
            if name.first?.isUppercase == true { short.insert(name.trimmed) }
            return
        }
        // "Front desk" and "Zoom user" are what devices and rooms are called, and nobody's name.
        if words.allSatisfy(Self.noNames.contains) || words.joined().count < 4 && words.joined().utf8.count < 6 {
            return
        }
        for start in words.indices { add(Array(words[start...] + words[..<start])) }
        if words.count > 2, let first = words.first, let last = words.last {
            add([first, last])
            add([last, first])
        }
    }

    private mutating func add(_ words: [String]) {
        full.insert(words)
        longest = max(longest, words.count)
    }

    private static let noNames: Set<String> = [
        "admin", "advisory", "and", "anonymous", "board", "case", "center", "centre", "clinic", "community",
        "conference",
        "coordinator", "desk", "director", "drop", "front", "group", "guest", "health", "hospital", "host", "house",
        "housing", "in", "ipad", "iphone", "laptop", "lead", "manager", "meeting", "nurse", "of", "office", "outreach",
        "participant", "phone", "program", "reception", "room", "services", "shift", "staff", "supervisor", "support",
        "tablet", "team", "the", "training", "trainings", "user", "volunteer", "worker", "zoom",
    ]
}

extension Store {
    /// The names on file; within a change they are read once.
    func namesOnFile() throws -> NamesOnFile {
        if let known = current?.names { return known }
        let names = try NamesOnFile(from: database)
        current?.names = names
        return names
    }
}
