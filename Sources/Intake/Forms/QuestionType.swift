import Records

/// What the type column of a survey sheet says.
enum QuestionType: Equatable {
    case item(FormItem.Kind)
    /// One choice of a list, ordered or not: other columns tell.
    case selectOne
    /// A number within what `parameters` says.
    case range
    /// What has no answer: groups, notes, what a device fills in.
    case silent
    /// A question whose answers are not kept: a day, a place, a picture.
    case unkept

    /// What was read: the type, its list or version, and whether there is a further choice `other`.
    struct Reading: Equatable {
        let type: QuestionType
        var list: String?
        var hasOther = false
        /// A number that is a whole one.
        var isWhole = false
    }

    /// The words that may begin a type, for what was likely meant.
    static let words =
        [
            "select_one", "select_multiple", "likert", "choice", "integer", "decimal", "range", "text", "recommend",
            "resonates", "challenges", "commitment", "reflection", "element", "code",
        ] + silentWords + unkeptWords

    private static let silentWords = [
        "begin_group", "end_group", "note", "start", "end", "today", "deviceid", "calculate", "username", "email",
        "phonenumber", "simserial", "subscriberid", "audit", "hidden", "background-audio", "start-geopoint",
        "xml-external", "csv-external",
    ]
    private static let unkeptWords = [
        "date", "time", "datetime", "geopoint", "geotrace", "geoshape", "image", "audio", "video", "file", "barcode",
        "acknowledge", "trigger", "rank", "select_one_from_file", "select_multiple_from_file",
    ]

    /// Types that may be written in two words.
    private static let twoWords: Set<String> = [
        "select_one", "select_multiple", "begin_group", "end_group", "begin_repeat", "end_repeat",
    ]

    /// What `text` says.
    ///
    /// - Throws: `TypeFault` for an unknown word, and for a list that is missing or too many.
    static func read(_ text: String) throws(TypeFault) -> Reading {
        var words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        let whole = words.prefix(2).joined(separator: "_").lowercased()
        if words.count > 1, twoWords.contains(whole) { words.replaceSubrange(0...1, with: [whole]) }
        let typed = words.removeFirst()
        let first = typed.lowercased()
        if silentWords.contains(first) { return Reading(type: .silent) }
        if unkeptWords.contains(first) { return Reading(type: .unkept) }
        if first == "begin_repeat" || first == "end_repeat" {
            throw TypeFault(words: "repeated groups aren't supported, because one evaluation is one row")
        }
        guard let (type, takesList) = type(of: first) else {
            let near = Header.nearest(to: first, among: Self.words).first.map { " Did you mean \($0)?" } ?? ""
            throw TypeFault(words: "\(Repeating.stated(typed)), which is not a question type.\(near)")
        }
        let hasOther = takesList && words.count > 1 && ["or_other", "or"].contains(words[1].lowercased())
        if hasOther { words.removeLast(words.count - 1) }
        guard words.count == (takesList ? 1 : 0) else {
            throw TypeFault(words: takesList ? wanting(first, words) : "\(first) doesn't take another word")
        }
        return Reading(type: type, list: words.first, hasOther: hasOther, isWhole: first == "integer")
    }

    private static func type(of word: String) -> (QuestionType, takesList: Bool)? {
        switch word {
        case "select_one", "select1": (.selectOne, true)
        case "choice": (.item(.choice), true)
        case "likert": (.item(.likert), true)
        case "select_multiple": (.item(.choices), true)
        case "integer", "int", "decimal": (.item(.number), false)
        case "range": (.range, false)
        case "text", "string": (.item(.text), false)
        case "recommend": (.item(.recommend), false)
        case "resonates": (.item(.resonates), true)
        case "challenges": (.item(.challenges), true)
        case "commitment": (.item(.commitment), false)
        case "reflection": (.item(.reflection), false)
        case "element", "code": (.item(.element), false)
        default: nil
        }
    }

    private static func wanting(_ word: String, _ words: [String]) -> String {
        let what = word == "resonates" || word == "challenges" ? "a version of the principles, such as six" : "its list"
        return words.isEmpty ? "\(word) needs \(what)" : "\(word) needs \(what) and nothing else"
    }
}

/// Why a type could not be read.
struct TypeFault: Error {
    let words: String
}
