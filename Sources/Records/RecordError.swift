/// A rule of the record that was broken, with the words for the person who broke it.
///
/// It names record, field and rule, and never a person's details. `advice` says what to do next.
package enum RecordError: Error, Equatable {
    /// No record of the kind has this ref or title, which is empty where it is not to be repeated.
    case notFound(Noun, String, nearest: [String])
    /// Something within a record that it does not have, in words: a criterion, a count.
    case absent(String, advice: Advice?)
    /// A beginning of a ref that several records share; empty where it is not to be repeated.
    case ambiguous(Noun, String, candidates: [String])
    /// `last`, where this account has made or changed no record of the kind.
    case nothingLast(Noun)
    /// A new title that equals a known one but for case, spaces and punctuation.
    case nearlyKnown(Noun, String, known: String)
    /// A field that no record of the kind has, or that is not one of those `having`.
    case noSuchField(Noun, String, having: [String])
    /// A word that is none of those `known`, of which it should be one: a list of codes, a report.
    case unknown(_ what: String, _ word: String, known: [String])
    /// A value that its field does not accept.
    case invalid(field: String, problem: String, advice: Advice? = nil)
    /// An option that a question does not have.
    case unknownOption(_ question: String, _ option: String, nearest: String?, options: [String])
    /// A value that does not go with another one of the record, or with other records.
    case broken(field: String, problem: String, advice: Advice? = nil)
    /// A value that a record must have.
    case missing(Noun, field: String)
    /// A ref that another record has, or had.
    case refTaken(Noun, String)
    /// A ref for a new record that one had which was removed: what was said of that one must not be read of another.
    case refGone(Noun, String)
    /// A record of the same key that holds other values.
    case differs(Noun, String, fields: [String])
    /// A record that others still need.
    case inUse(Noun, String, by: String)
    /// Attendance or a count for a session that did not take place.
    case notHeld(session: String, status: String)
    /// Something that somebody whom the record is about does not want.
    case notPermitted(String, advice: Advice?)
    /// A step that the record's state does not allow, in words.
    case refused(String, advice: Advice?)
    /// The last command can't be taken back, or there is none.
    case nothingToUndo(String, advice: Advice? = nil)

    /// What is wrong, in one line.
    package var message: String {
        switch self {
        case .notFound(let noun, "", _): "unknown \(noun.rawValue)"
        case .notFound(let noun, let typed, _): "unknown \(noun.rawValue) \"\(typed.clipped)\""
        case .ambiguous(let noun, let typed, let candidates):
            (typed.isEmpty ? "this" : "\"\(typed.clipped)\"")
                + " matches \(candidates.count) \(noun.plural): \(Self.listed(candidates))"
        case .nothingLast(.evaluation):
            "\"last\": the last command did not add an evaluation"
        case .nothingLast(let noun): "\"last\": you haven't added or changed \(noun.withArticle) yet"
        case .nearlyKnown(let noun, let typed, let known):
            "unknown \(noun.rawValue) \"\(typed.clipped)\", but \"\(known)\" exists"
        case .invalid(let field, let problem, _), .broken(let field, let problem, _): field.stated(problem)
        case .unknownOption(let question, let option, let nearest, _):
            "\(Self.quoted(option)) is not an option of \"\(question)\"\(nearest.map { " (did you mean \($0)?)" } ?? "")"
        case .unknown(let what, let word, _): "unknown \(what) \"\(word.clipped)\""
        case .noSuchField(let noun, let name, _): "\(noun.withArticle) has no field \"\(name.clipped)\""
        case .missing(_, let field): "\(field) is missing"
        case .refGone(let noun, let ref):
            "\(Self.ref(ref, of: noun)) belonged to a removed \(noun.rawValue) and can't be used again"
        case .refTaken(let noun, let ref): "\(Self.ref(ref, of: noun)) is already used by another \(noun.rawValue)"
        case .differs(let noun, let ref, let fields):
            "\(Self.called(noun, ref)) already has a different value for \(fields.joined(separator: ", "))"
        case .inUse(let noun, let ref, let by): "\(noun.rawValue) \"\(ref)\" is still used by \(by)"
        case .notHeld(let session, let status):
            "\(Self.closed(session, status)), so it can't have attendance"
        case .refused(let words, _), .absent(let words, _), .notPermitted(let words, _): words
        case .nothingToUndo(let words, _): words
        }
    }

    /// What to do next, where there is something.
    package var advice: Advice? {
        switch self {
        case .notFound(let noun, _, let nearest):
            nearest.isEmpty ? Advice("List them", .perform(.list(noun))) : .nearest(nearest)
        case .ambiguous: "Type more of the ref."
        case .unknown(_, _, let known): Advice("Use one of: \(known.joined(separator: ", ")).")
        case .noSuchField(_, _, let names): Advice("Fields: \(names.joined(separator: ", ")).")
        case .nothingLast: "Use its ref instead."
        case .unknownOption(_, _, _, let options): Advice("Use one of: \(options.joined(separator: ", ")).")
        case .nearlyKnown: Advice("Use the one that exists", .confirmNew)
        case .differs(let noun, let ref, _): Self.waysToChange(noun, ref)
        case .notHeld(let session, _):
            Advice(
                "If it did take place",
                .perform(.edit(.session), ["ref": session, "status": SessionStatus.scheduled.rawValue])
            )
        case .refTaken(.form, let ref), .refGone(.form, let ref): Self.anotherForm(ref)
        case .refTaken, .refGone: Advice(.correct("ref"))
        case .refused(_, let advice), .absent(_, let advice), .notPermitted(_, let advice), .broken(_, _, let advice),
            .nothingToUndo(_, let advice), .invalid(_, _, let advice):
            advice
        case .inUse(let noun, let ref, let by): by.hasPrefix("the program") ? nil : Self.waysToRemove(noun, ref)
        case .missing: nil
        }
    }

    /// Refuses a number that is outside of what a field can have; one that is not given is none.
    package static func require(_ number: Int?, in range: ClosedRange<Int>, of field: String) throws {
        guard let number, !range.contains(number) else { return }
        let problem = "use a whole number from \(range.lowerBound) to \(range.upperBound)"
        throw invalid(field: field, problem: problem)
    }

    /// Why nobody was at a session, in words: its status.
    package static func closed(_ session: String, _ status: String) -> String {
        status == "nobody_came"
            ? "session \"\(session)\" has the status \"nobody came\""
            : "session \"\(session)\" is \(status.replacingUnderscores)"
    }

    /// A ref that was given; a person's may be a name.
    private static func ref(_ ref: String, of noun: Noun) -> String {
        noun.repeated(ref, from: .typed).isEmpty ? "this ref" : "the ref \"\(ref)\""
    }

    /// A record in a sentence; one without a ref of its own is named by what it is of.
    private static func called(_ noun: Noun, _ ref: String) -> String {
        switch noun {
        case .criterion: "this criterion of assessment \"\(ref)\""
        case .boardSeats: "board \"\(ref)\" on that day"
        case .profile: "the profile of \"\(ref)\" as of that day"
        case .headcount, .tally, .attendance, .commitment: "this \(noun.rawValue) of session \"\(ref)\""
        case .target: "the target for \(ref)"
        default: "\(noun.rawValue) \"\(ref)\""
        }
    }

    private static func anotherForm(_ ref: String) -> Advice {
        "Add the changed form under a new ref, such as \(ref)-2."
    }

    /// How a record that differs is changed on purpose; `ref` is the session's where the kind has none.
    private static func waysToChange(_ noun: Noun, _ ref: String) -> Advice {
        switch noun {
        case .tally, .question, .attendance, .target, .reflection, .evaluation, .document: Advice(.update)
        case .form: anotherForm(ref)
        case .criterion:
            Advice(.update, .perform(.scoreCriterion, ["ref": ref], ask: ["criterion", "score"]))
        case .headcount: Advice(.update, .perform(.setHeadcount, ["session": ref], ask: ["count"]))
        case .commitment: Advice(.update, .perform(.edit(.commitment), ["session": ref]))
        case .boardSeats: Advice(.update, .perform(.setBoardSeats, ["board": ref], ask: ["on"]))
        case .profile: Advice(.update, .perform(.add(.profile), ["organization": ref]))
        default: Advice(.update, .perform(.edit(noun), ["ref": ref]))
        }
    }

    /// What is done first, or in its place.
    private static func waysToRemove(_ noun: Noun, _ ref: String) -> Advice {
        let first = "Remove those first"
        return switch noun {
        case .outlet: Advice("Close it", .perform(.closeOutlet, ["outlet": ref]))
        case .board: Advice(first, .perform(.list(.meeting), ["board": ref]))
        case .meeting: Advice(first, .perform(.list(.recommendation), ["meeting": ref]))
        case .assessment: Advice(first, .perform(.list(.action), ["assessment": ref]))
        default: "Remove those first, or give them another \(noun.rawValue)."
        }
    }

    /// A word as it was typed; anything longer may name somebody, and is not repeated.
    private static func quoted(_ word: String) -> String {
        let isWord = word.unicodeScalars.allSatisfy { ("a"..."z").contains($0) || $0 == "-" }
        return isWord && !word.isEmpty ? "\"\(word.clipped)\"" : "what was given"
    }

    private static func listed(_ names: [String]) -> String {
        let shown = names.prefix(5).joined(separator: ", ")
        return names.count > 5 ? "\(shown) and \(names.count - 5) more" : shown
    }
}

extension String {
    /// At most sixty characters, for a message.
    package var clipped: String { count > 60 ? prefix(60) + "…" : self }

    /// A code as a phrase: `nobody_came` reads "nobody came".
    package var replacingUnderscores: String { String(map { $0 == "_" ? " " : $0 }) }
}
