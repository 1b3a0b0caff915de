import SQLite

/// A question for a show of hands whose options are fixed: those of the lists of principles.
///
/// Any other question is a program's own, and takes whatever options people chose from.
enum FixedQuestion: String, CaseIterable, Sendable {
    case resonates, challenges

    /// The question that a text names, whatever its case; nil for one of the program's own.
    init?(_ text: String) { self.init(rawValue: text.trimmed.lowercased()) }
}

extension Store {
    /// Writes the question and the option of a tally in the one way in which they are counted: `Participant autonomy`
    /// is `autonomy`. What no list has stays as it is, so that it can be found and removed.
    func spellOption(_ draft: inout Draft) throws {
        guard let question = draft.text("question").flatMap({ FixedQuestion($0) }) else { return }
        draft["question"] = .text(question.rawValue)
        guard let option = draft.text("option") else { return }
        let known = try principles().first { $0.fits(option) }
        draft["option"] = .text(known?.code ?? option.trimmed)
    }

    /// Refuses an option that its question does not have; nobody can have chosen it.
    ///
    /// - Throws: `RecordError.unknownOption` with the nearest option and all of them.
    func requireOption(_ draft: Draft) throws {
        guard let question = draft.text("question").flatMap({ FixedQuestion($0) }), let option = draft.text("option")
        else { return }
        let known = try principles()
        guard !known.contains(where: { $0.code == option }) else { return }
        let codes = known.map(\.code)
        let typed = Array(option.lowercased().utf8)
        let near = codes.map { (code: $0, distance: spelling(typed, Array($0.utf8))) }.min { $0.distance < $1.distance }
        let nearest = near.flatMap { $0.distance <= max(2, typed.count / 3) ? $0.code : nil }
        throw RecordError.unknownOption(question.rawValue, option, nearest: nearest, options: codes)
    }

    /// What can be chosen: the codes of the lists of principles, each once, list by list.
    private func principles() throws -> [PrincipleOption] {
        try codes(in: "principle").reduce(into: []) { options, principle in
            guard let same = options.firstIndex(where: { $0.code == principle.code }) else {
                return options.append(PrincipleOption(code: principle.code, title: principle.title))
            }
            options[same].titles.append(principle.title)
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
private struct PrincipleOption {
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
