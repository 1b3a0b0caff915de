import SQLite

/// A question for a show of hands whose options are fixed: those of the lists of principles.
///
/// Any other question is a program's own: it is declared with its options before it is asked.
enum FixedQuestion: String, CaseIterable, Sendable {
    case resonates, challenges

    /// The question that a text names, whatever its case; nil for one of the program's own.
    init?(_ text: String) { self.init(rawValue: text.trimmed.lowercased()) }
}

extension RecordType {
    /// A question of a program's own for a show of hands, with what can be chosen.
    static let question = RecordType(
        noun: .question,
        fields: [
            Field("question", "Question", .text, in: .column("title"), required: true),
            Field(
                "options",
                "Options, in order",
                .texts,
                in: .rows(table: "question_option", owner: "question_id", columns: ["title"]),
                required: true
            ),
        ],
        source: "question AS t",
        table: "question",
        order: "t.title COLLATE NOCASE, t.id",
        matches: { store, draft in
            try draft.text("question").flatMap { try store.question($0) }.map { [$0] } ?? []
        },
        canonical: { _, draft in
            if let title = draft.text("question") { draft["question"] = .text(title.trimmed) }
        },
        verify: { store, id in try store.verifyQuestion(id) }
    )
}

extension Store {
    /// The row of a question of the program's own, whatever the case; nil where none was declared.
    func question(_ title: String) throws -> Int64? {
        try database.value("SELECT id FROM question WHERE title = \(title.trimmed) COLLATE NOCASE ORDER BY id")
    }

    /// Writes the question and the option of a tally in the one way in which they are counted: `Participant autonomy`
    /// is `autonomy`. What no list has stays as it is, so that it can be found and removed.
    func spellOption(_ draft: inout Draft) throws {
        guard let question = draft.text("question") else { return }
        if let fixed = FixedQuestion(question) {
            draft["question"] = .text(fixed.rawValue)
        } else if let own = try self.question(question) {
            draft["question"] = try database.value("SELECT title FROM question WHERE id = \(own)").map { .text($0) }
        }
        guard let option = draft.text("option"), let known = try options(of: question) else { return }
        draft["option"] = .text(known.first { $0.fits(option) }?.code ?? option.trimmed)
    }

    /// Refuses an option that its question does not have, and a question that nobody declared: nobody can have chosen it.
    ///
    /// - Throws: `RecordError.unknownOption` with the nearest option and all of them, or `invalid` for the question.
    func requireOption(_ draft: Draft) throws {
        guard let question = draft.text("question"), let option = draft.text("option") else { return }
        guard let known = try options(of: question) else {
            throw RecordError.invalid(
                field: "question",
                problem: "this question has not been declared, so its options are unknown",
                advice: Advice("Declare it with its options", .perform(.add(.question), ask: ["question", "options"]))
            )
        }
        guard !known.contains(where: { $0.code == option }) else { return }
        let codes = known.map(\.code)
        let typed = Array(option.lowercased().utf8)
        let near = codes.map { (code: $0, distance: spelling(typed, Array($0.lowercased().utf8))) }
            .min { $0.distance < $1.distance }
        let nearest = near.flatMap { $0.distance <= max(2, typed.count / 3) ? $0.code : nil }
        throw RecordError.unknownOption(question, option, nearest: nearest, options: codes)
    }

    /// What can be chosen of a question; nil where it is neither one of the fixed ones nor declared.
    private func options(of question: String) throws -> [TallyOption]? {
        if FixedQuestion(question) != nil { return try principles() }
        guard let own = try self.question(question) else { return nil }
        return try database.all(
            "SELECT title FROM question_option WHERE question_id = \(own) ORDER BY position"
        ) { row in TallyOption(code: try row.text(0), title: try row.text(0)) }
    }

    /// What can be chosen: the codes of the lists of principles, each once, list by list.
    private func principles() throws -> [TallyOption] {
        try codes(in: "principle").reduce(into: []) { options, principle in
            guard let same = options.firstIndex(where: { $0.code == principle.code }) else {
                return options.append(TallyOption(code: principle.code, title: principle.title))
            }
            options[same].titles.append(principle.title)
        }
    }

    /// Checks a question of the program's own: it is none of the fixed ones, and every option that was chosen stays.
    fileprivate func verifyQuestion(_ id: Int64) throws {
        let title = try database.value("SELECT title FROM question WHERE id = \(id)", as: String.self) ?? ""
        if FixedQuestion(title) != nil {
            throw RecordError.invalid(
                field: "question",
                problem: "\"\(title)\" always has the principles as its options"
            )
        }
        let options = try database.all("SELECT title FROM question_option WHERE question_id = \(id)") {
            try $0.text(0).lowercased()
        }
        if Set(options).count < options.count {
            throw RecordError.invalid(field: "options", problem: "an option is listed twice")
        }
        let isChosen = try database.value(
            """
            SELECT EXISTS (
                SELECT 1 FROM tally WHERE lower(question) = lower(\(title)) AND NOT EXISTS (
                    SELECT 1 FROM question_option AS o WHERE o.question_id = \(id) AND lower(o.title) = lower(tally.option)
                )
            )
            """,
            as: Bool.self
        )
        if isChosen == true {
            throw RecordError.invalid(
                field: "options",
                problem: "an option that was chosen at a session can't be left out"
            )
        }
    }

    /// Tallies whose option their question does not have: they were stored before options were looked at.
    func unknownOptions() throws -> [CheckFinding] {
        let questions = FixedQuestion.allCases.map { "\($0.rawValue)" as SQL }.joined(separator: ", ")
        let tallies = try database.all(
            """
            SELECT s.ref, lower(trim(t.question)), t.option FROM tally AS t JOIN session AS s ON s.id = t.session_id
            WHERE lower(trim(t.question)) IN (\(questions)) ORDER BY s.ref, t.id
            """
        ) { (session: try $0.text(0), question: try $0.text(1), option: try $0.text(2)) }
        let known = try tallies.isEmpty ? [] : principles()
        return tallies.filter { tally in !known.contains { $0.fits(tally.option) } }.map { tally in
            CheckFinding(
                rule: "tally",
                words: "session \(tally.session): \"\(tally.question)\" has an option that is not a principle",
                advice: Advice("Find it, then remove it", .perform(.list(.tally), ["session": tally.session]))
            )
        }
    }
}

/// Something that can be chosen, under every title that it has in a list.
private struct TallyOption {
    let code: String
    var titles: [String]

    init(code: String, title: String) {
        self.code = code
        titles = [title]
    }

    /// Whether a text names it: by its code or a title, whatever the case, with blanks or hyphens between the words.
    func fits(_ text: String) -> Bool {
        let wanted = Self.plain(text)
        return Self.plain(code) == wanted || titles.contains { Self.plain($0) == wanted }
    }

    private static func plain(_ text: String) -> String {
        text.lowercased().split { $0 == " " || $0 == "-" || $0 == "_" }.joined(separator: " ")
    }
}
