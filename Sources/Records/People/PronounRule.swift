/// Which words in brackets are pronouns, and a name without them.
///
/// Pronouns are kept for facilitators only, so whatever reads the name of anybody else drops them before the name is
/// kept: `Jo (they/them)` is `Jo`. Brackets that hold anything but pronouns stay, as they may be part of the name.
package enum PronounRule {
    /// The name without each group in brackets, of any of three kinds, that is nothing but pronouns.
    package static func name(without text: String) -> String {
        var result = text.trimmed
        for (opening, closing) in brackets {
            var from = result.startIndex
            while let start = result[from...].firstIndex(of: opening),
                let end = result[start...].firstIndex(of: closing)
            {
                guard isPronouns(String(result[result.index(after: start)..<end])) else {
                    from = result.index(after: start)
                    continue
                }
                let before = result[..<start].trimmed
                let after = result[result.index(after: end)...].trimmed
                result = after.isEmpty ? before : before.isEmpty ? after : "\(before) \(after)"
                from = result.startIndex
            }
        }
        return result
    }

    /// Whether a text is pronouns and nothing else: `they/them`, `she, her`, `any pronouns`.
    package static func isPronouns(_ text: String) -> Bool {
        let words = text.lowercased().split { "/|,& ".contains($0) }.map(String.init)
        return !words.isEmpty && words.allSatisfy { pronouns.contains($0) }
    }

    private static let brackets: [(Character, Character)] = [("(", ")"), ("（", "）"), ("[", "]")]

    private static let pronouns: Set<String> = [
        "she", "her", "hers", "he", "him", "his", "they", "them", "theirs", "ze", "zir", "hir", "xe", "xem", "ey", "em",
        "any", "all", "elle", "ella", "él", "ellos", "el", "il", "lui", "iel", "sie", "er", "ihr", "ihm", "pronouns",
    ]
}
