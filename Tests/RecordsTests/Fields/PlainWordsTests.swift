import Testing

@testable import Records

/// Words that are compared without case, punctuation and accents, and the names that are looked for among them.
struct PlainWordsTests {
    @Test(arguments: [
        ("Zoë’s door, \"locked\"!", ["zoe", "door", "locked"]), ("can't  CAN’T", ["cant", "cant"]),
        ("e\u{301}te\u{301} ÉTÉ", ["ete", "ete"]), ("Straße", ["strasse"]), ("co\u{AD}op", ["coop"]),
        ("王小明来了", ["王", "小", "明", "来", "了"]), ("Дверь закрыта", ["дверь", "закрыта"]), ("٣ ３ 3", ["3", "3", "3"]),
        ("", []), ("…", []),
    ])
    func `words are compared as people read them`(text: String, words: [String]) {
        #expect(PlainWords.of(text) == words)
    }

    @Test(arguments: [
        ("a b c d e f", "x b c d e f y", true), ("a b c d e f", "b c d e x f", false), ("a b c d", "x A, B; C D", true),
        ("a b c d", "a b c", false), ("one two", "one two three", false), ("one two", "One two.", true),
        ("", "", false),
        ("a b c d e", "", false),
    ])
    func `five words in a row are a repetition, or all words of a shorter text`(
        source: String,
        text: String,
        isRepeated: Bool
    ) {
        #expect(PlainWords.run(of: 5, from: source, isIn: text) == isRepeated)
    }

    @Test(arguments: [
        ("王小明", "昨天王小明来了", true), ("김민수", "김민수가 왔다", true), ("Maria de la Cruz", "It was Cruz, Maria", true),
        ("Maria de la Cruz", "de la cruz maria", true), ("Zoom User", "the zoom user left", false),
        ("Front Desk", "The front desk was kind", false), ("Al B", "al b", false), ("Jo Li", "JO LI", true),
        ("Jean-Luc Tern", "jean luc tern", true), ("Иван Чайка", "иван чайка", true),
    ])
    func `a full name is found in any order and writing, and what a device is called is none`(
        name: String,
        text: String,
        isFound: Bool
    ) {
        #expect(NamesOnFile([name]).isFull(in: text) == isFound)
    }
}
