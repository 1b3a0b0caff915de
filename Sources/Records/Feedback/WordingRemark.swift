package import Language
import SQLite

/// What somebody should look at again in words that everybody will read; none of it keeps them from being stored.
package enum WordingRemark: Equatable, Sendable {
    /// The words repeat those of the item, by which its giver may be known.
    case repeatsWhatWasSaid(field: String)
    /// A wording to look at, by the language lint.
    case term(LanguageFlag)
    /// A word that is all that is on file of somebody's name.
    case holdsShortName(field: String)
    /// The public answer holds a way to reach somebody, which may be the program's own line.
    case holdsContact
    /// The answer was changed, and the one that everybody reads was not.
    case answerStaysAsItWas

    /// What it is about, in a word: `repeats`, `terms`, `names`, `contacts`, `answers`.
    package var name: String {
        switch self {
        case .repeatsWhatWasSaid: "repeats"
        case .term: "terms"
        case .holdsShortName: "names"
        case .holdsContact: "contacts"
        case .answerStaysAsItWas: "answers"
        }
    }
}

extension Store {
    /// The longest run of words that a wording may share with what was said, and one more.
    private static let wordsInARow = 5

    /// What to look at again in the public words of an item, after they were stored.
    ///
    /// - Parameters:
    ///   - given: the names of the fields that were given; only what they say is looked at.
    ///   - isConfirmed: whether somebody confirmed the item's words as they stand.
    package func remarks(
        onFeedback id: Int64,
        given: some Collection<String>,
        isConfirmed: Bool = false,
        lint: LanguageLint = LanguageLint()
    ) throws -> [WordingRemark] {
        let texts = try database.one(
            "SELECT ifnull(summary, ''), public_wording, public_answer FROM feedback WHERE id = \(id)"
        ) { row in (said: try row.text(0), wording: try row[1] as String?, answer: try row[2] as String?) }
        guard let texts, let wording = texts.wording, let answer = texts.answer else { return [] }
        var looked: [(field: String, words: String)] = []
        if given.contains("public_wording") { looked.append(("public_wording", wording)) }
        if given.contains("public_wording") || given.contains("public_answer") {
            looked.append(("public_answer", answer))
        }
        let names = try looked.isEmpty ? NamesOnFile([]) : namesOnFile()
        var remarks: [WordingRemark] = []
        for (field, words) in looked {
            let isSame = isConfirmed && field == "public_wording"
            if !isSame, PlainWords.run(of: Self.wordsInARow, from: texts.said, isIn: words) {
                remarks.append(.repeatsWhatWasSaid(field: field))
            }
            if names.isShort(in: words) { remarks.append(.holdsShortName(field: field)) }
            if field == "public_answer", Reachable.isIn(words) { remarks.append(.holdsContact) }
            remarks += (lint.flags(in: words, kind: .plain).flags ?? []).map { .term($0) }
        }
        if given.contains("answer"), looked.isEmpty { remarks.append(.answerStaysAsItWas) }
        return remarks
    }
}
