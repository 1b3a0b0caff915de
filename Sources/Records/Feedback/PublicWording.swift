import SQLite

/// What pages for boards, funders and the public print in place of what somebody said.
package enum PublicWording: Equatable, Sendable {
    /// A wording of the team's own.
    case words(String)
    /// The words as they were written down, which the team wrote and confirms.
    case same

    /// The wording that somebody typed; `same` confirms the words as they stand.
    package init(_ text: String) { self = text.trimmed.lowercased() == "same" ? .same : .words(text.trimmed) }
}

extension Store {
    /// Releases an item for pages that leave the team: these words, and beside them the answer. Part of a `change`.
    ///
    /// The answer is copied as it stands, unless another one is given or a public answer is there already.
    /// - Throws: `RecordError.refused` where the item was not answered yet or is not counted, `notPermitted` where its
    ///   giver asked not to be posted, `broken` for words with an address, a telephone number or a full name on file.
    package func publish(feedback item: Found, as wording: PublicWording, answer: String? = nil) throws {
        guard try counted(item).answered != nil else {
            throw RecordError.refused(
                "\(item.ref) has not been answered yet, so there is nothing to publish",
                advice: Advice("Answer it", .perform(.answerFeedback, ["item": item.ref], ask: ["words", "wording"]))
            )
        }
        var draft = Draft(["public_wording": .text(try words(of: wording, item))])
        draft["public_answer"] = answer.map { .text($0) }
        try edit(.feedback, item.id, draft)
    }

    /// Takes an item off the pages that leave the team; what was sent before stays as it is. Part of a `change`.
    ///
    /// - Throws: `RecordError.refused` where it has no public wording.
    package func unpublish(feedback item: Found) throws {
        let cleared = try edit(.feedback, item.id, Draft(), clearing: try publicFields(item.id))
        if cleared.isEmpty { throw RecordError.refused("\(item.ref) has no public wording to remove", advice: nil) }
    }

    /// The words of a wording: its own, else the item's.
    func words(of wording: PublicWording, _ item: Found) throws -> String {
        if case .words(let words) = wording { return words }
        let said = try database.value("SELECT trim(ifnull(summary, '')) FROM feedback WHERE id = \(item.id)") ?? ""
        guard !said.isEmpty else {
            throw RecordError.refused(
                "\(item.ref) has no summary to use",
                advice: "Write a public wording instead of same."
            )
        }
        return said
    }

    /// The fields that are emptied when an item is taken back; none where it is not public.
    private func publicFields(_ id: Int64) throws -> [String] {
        let isPublic = try database.value(
            "SELECT public_wording IS NOT NULL FROM feedback WHERE id = \(id)",
            as: Bool.self
        )
        return isPublic == true ? ["public_wording", "public_answer"] : []
    }
}

// MARK: - Rules that hold for verbs, edits and files alike

extension Store {
    /// Adds to what is given what goes with it: the answer that stands beside a public wording, and that an item whose
    /// giver does not want it is taken back.
    ///
    /// - Throws: `RecordError.notPermitted` for a wording where the giver asked not to be posted, and for a change of
    ///   that answer, which is final; `broken` where there is no answer to copy, or one with a way to reach somebody.
    func amendFeedback(_ id: Int64?, _ draft: inout Draft, _ clearing: inout [String]) throws {
        let stored = try id.flatMap { try released($0) }
        if stored?.mayPost == false, clearing.contains("may_post") || draft.text("may_post") == "yes" {
            throw RecordError.notPermitted(
                "may_post: the person asked not to post this, and that is final",
                advice: "If it was a mistake, undo the command that recorded it."
            )
        }
        for (one, other) in [("public_wording", "public_answer"), ("public_answer", "public_wording")] {
            if clearing.contains(one), !clearing.contains(other), draft[other] == nil { clearing.append(other) }
        }
        let mayPost = draft.text("may_post").map { $0 == "yes" } ?? stored?.mayPost
        guard draft["public_wording"] != nil else {
            if mayPost == false, stored?.wording != nil {
                clearing += ["public_wording", "public_answer"].filter { !clearing.contains($0) }
            }
            return
        }
        guard mayPost != false else {
            throw RecordError.notPermitted(
                "public_wording: the person asked not to post this",
                advice: "Pages outside the team count the item but don't show it."
            )
        }
        let isAnswered = draft["public_answer"] != nil || (stored?.answer != nil && !clearing.contains("public_answer"))
        if !isAnswered {
            draft["public_answer"] = .text(try copy(draft.text("answer") ?? stored?.internalAnswer ?? ""))
        }
    }

    /// The answer as everybody may read it.
    private func copy(_ answer: String) throws -> String {
        guard !answer.trimmed.isEmpty else {
            throw RecordError.broken(
                field: "public_answer",
                problem: "there is no answer to copy. Give a public answer."
            )
        }
        guard !Reachable.isIn(answer) else {
            throw RecordError.broken(
                field: "public_answer",
                problem: "the answer has an address or phone number, and everyone could read it",
                advice: "Give a public answer, too, with or without it."
            )
        }
        return answer.trimmed
    }

    /// Refuses words for everybody that would lead to somebody.
    func requirePublishable(_ draft: Draft) throws {
        if let wording = draft.text("public_wording"), Reachable.isIn(wording) {
            throw RecordError.broken(
                field: "public_wording",
                problem: "it has an address or phone number, and everyone could read it"
            )
        }
        for field in ["public_wording", "public_answer"] {
            guard let words = draft.text(field), try namesOnFile().isFull(in: words) else { continue }
            throw RecordError.broken(field: field, problem: "it has the full name of someone on file. Leave it out.")
        }
    }

    /// Writes words for everybody without white space at their ends; empty ones are none.
    static func trimPublicWords(_ draft: inout Draft) throws {
        for field in ["public_wording", "public_answer"] {
            guard let words = draft.text(field) else { continue }
            guard !words.trimmed.isEmpty else {
                throw RecordError.invalid(
                    field: field,
                    problem: "give a wording. To remove it, use feedback unpublish."
                )
            }
            draft[field] = .text(words.trimmed)
        }
    }

    private struct Released {
        let mayPost: Bool?
        let internalAnswer: String?
        let wording: String?
        let answer: String?
    }

    private func released(_ id: Int64) throws -> Released? {
        try database.one(
            "SELECT may_post, answer, public_wording, public_answer FROM feedback WHERE id = \(id)"
        ) { row in
            Released(mayPost: try row[0], internalAnswer: try row[1], wording: try row[2], answer: try row[3])
        }
    }
}
