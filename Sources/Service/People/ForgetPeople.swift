package import Records

/// Whom somebody wants to have forgotten: people by their refs, names that were typed, or everybody whose name has been
/// kept long enough.
package struct ForgetChoice: Sendable {
    /// The people's refs.
    package var people: [String] = []
    /// Full names, each of a facilitator who has no ref, or of people who have one.
    package var names: [FullName] = []
    /// Instead of those: everybody whose name has been kept longer than names are kept.
    package var pastKeeping = false
    /// Whether those who have one name are one person; nil where nobody has said so.
    package var isSame: Bool?

    package init() {}

    static func parameters<Target>(
        _ path: any WritableKeyPath<Target, ForgetChoice> & Sendable
    ) -> [Parameter<Target>] {
        [
            Parameter(name: "people", isRequired: false) { $0[keyPath: path].people = $1.items(separatedBy: ",") },
            Parameter(name: "past_keeping", isRequired: false) { target, text in
                target[keyPath: path].pastKeeping = try YesNo.read(text, of: "past_keeping")
            },
            Parameter(name: "same", isRequired: false) { target, text in
                target[keyPath: path].isSame = try YesNo.read(text, of: "same")
            },
        ]
    }
}

/// Shows what forgetting would take away, and what it would leave. Nothing is changed.
package struct PreviewForgetting: Operation {
    /// Whom it would be; one that names nobody is refused.
    package var choice = ForgetChoice()

    package let id = OperationID(.person, "preview-forget")
    package let role = Role.manager
    package let access = Access.read

    package init() {}

    /// Names are no parameters that are typed into a line, where they would be kept.
    package var parameters: [Parameter<Self>] { ForgetChoice.parameters(\.choice) }

    package func run(_ context: Context, in store: Store) throws -> ForgetPlan {
        try store.plan(choice)
    }
}

/// Forgets people: their names, e-mails and job roles are removed from the file; every count stays. It can't be taken
/// back.
package struct ForgetPeople: Operation {
    /// Whom; one that names nobody is refused.
    package var choice = ForgetChoice()

    package let id = OperationID.forgetPerson
    package let role = Role.manager
    package let access = Access.work

    package init() {}

    /// Names are no parameters that are typed into a line, where they would be kept.
    package var parameters: [Parameter<Self>] { ForgetChoice.parameters(\.choice) }

    package func run(_ context: Context, in store: Store) throws -> ForgetOutcome {
        var chosen: ForgetPlan?
        do {
            let forgotten = try store.forget {
                let plan = try store.plan(choice)
                chosen = plan
                if let line = plan.nobody { throw NobodyOfThisName(line: line) }
                guard plan.hasAnythingToRemove else { throw NothingToForget() }
                try context.confirm(plan.unconfirmed)
                return plan.request
            }
            return .forgotten(people: chosen?.people ?? 0, count: chosen?.count ?? 0, forgotten)
        } catch is NothingToForget {
            return .nothing(count: chosen?.count ?? 0, left: chosen?.preview.places ?? [])
        } catch let nobody as NobodyOfThisName {
            // One that was forgotten when the disk was full may still be in old bytes.
            try store.clean()
            throw nobody.error
        }
    }
}

/// What forgetting would do.
package struct ForgetPlan: Sendable {
    let request: ForgetRequest
    /// What would go and what would stay, for whoever says yes to it.
    package let preview: ForgetPreview
    /// On which line, from 1, a name was typed that is nowhere.
    package let nobody: Int?
    /// How many people and names there are.
    package var count: Int { request.count }
    /// Of those, people who have a row.
    package var people: Int { request.people.count }
    /// Whether there is anybody to be forgotten, or anything that would go.
    package var hasAnythingToRemove: Bool { people > 0 || count > 0 && !preview.removesNothing }

    /// What somebody has to say yes to: exactly this.
    package var unconfirmed: Unconfirmed {
        let ids = request.people.map { "person \($0.id)" } + request.names.map { "name \($0.key)" }
        let led = preview.facilitated.map { "led \($0.session.id)" }
        let rest = ["\(preview.historyValues)", "\(preview.files)", "\(request.isSame.map { "\($0)" } ?? "")"]
        return Unconfirmed(.forgetting(people: count), of: ids + led + rest)
    }
}

/// What became of the wish to forget somebody.
package enum ForgetOutcome: Sendable {
    /// Nobody was forgotten: `count` is how many were meant, `left` where the full name is in words of others.
    case nothing(count: Int, left: [NamePlace])
    /// So many people and names were forgotten; of those `people` had a row.
    case forgotten(people: Int, count: Int, Forgotten)
}

/// It isn't clear who is meant: others have the name, too. Nothing was changed.
package struct UnclearIdentity: Error, Equatable {
    /// Sessions that somebody of the name facilitated.
    package let facilitated: [Found]
    /// How many sessions somebody of the name facilitated before they were edited or removed.
    package let earlier: Int
    /// People who have the name.
    package let people: [Found]
    /// Whether a name was typed, and these are all who have it; else they are others than those who were named.
    package let isByName: Bool
}

/// There was nothing to forget, so that the transaction ends with nothing stored.
private struct NothingToForget: Error {}

/// A typed name that is nowhere, and on which line it stood.
private struct NobodyOfThisName: Error {
    let line: Int

    var error: RecordError {
        .absent(
            "line \(line): this name is not on file, and not in any text",
            advice: "Nothing was changed. Check the spelling. Case and accents don't matter."
        )
    }
}

extension Store {
    /// Who is meant, and what forgetting them would do.
    fileprivate func plan(_ choice: ForgetChoice) throws -> ForgetPlan {
        let request = try request(choice)
        let preview = try preview(request)
        let nobody = preview.unknown.first.map { (choice.names.firstIndex(of: $0) ?? 0) + 1 }
        if nobody == nil, preview.isUnclear, choice.isSame == nil, !choice.pastKeeping {
            throw UnclearIdentity(
                facilitated: preview.unclear.reduce(into: []) { if !$0.contains($1.session) { $0.append($1.session) } },
                earlier: preview.unclearEarlier,
                people: preview.others,
                isByName: false
            )
        }
        return ForgetPlan(request: request, preview: preview, nobody: nobody)
    }

    private func request(_ choice: ForgetChoice) throws -> ForgetRequest {
        if choice.pastKeeping { return try pastKeeping(asOf: today) }
        let found = try choice.people.map { try find(.person, $0) }
        guard !found.isEmpty || !choice.names.isEmpty else {
            throw RecordError.invalid(field: "people", problem: "give at least one")
        }
        var request = ForgetRequest(people: found, isSame: choice.isSame)
        let known = try choice.names.map { (name: $0, people: try people(named: $0)) }
        let all = known.flatMap(\.people)
        if choice.isSame == nil, !all.isEmpty {
            throw UnclearIdentity(facilitated: [], earlier: 0, people: all, isByName: true)
        }
        for (name, people) in known {
            let meant = choice.isSame == true ? people : []
            request.people += meant
            if meant.isEmpty { request.names.append(name) }
        }
        return request
    }
}

extension String {
    /// The parts between separators, without white space, empty ones left out.
    fileprivate func items(separatedBy separator: Character) -> [String] {
        split(separator: separator).map { $0.trimmed }.filter { !$0.isEmpty }
    }
}
