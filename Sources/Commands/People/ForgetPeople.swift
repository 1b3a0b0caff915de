import CommandLineKit
import Records

/// `person forget REF…`
struct ForgetPeople: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "forget",
            abstract: "Forget people: their name, e-mail and job role are removed from the file; every count stays.",
            discussion: """
                Their name and pronouns are also removed from sessions they facilitated, from the history, and from the \
                names of imported files. Backups, imported files and exports still hold them; the ones it knows, it lists. \
                It also lists where the full name is still in text, which only you can judge.

                With --by-name, type the name of somebody who has no ref, such as a facilitator: it is read from standard \
                input, one name a line, and never from the command line.
                """,
            examples: [
                "groundwork person forget p-7k3m9xqa --yes",
                "groundwork person forget --by-name",
                "groundwork person forget --past-keeping --yes",
            ]
        )
    }

    @Argument(help: "The people's refs.") var people: [String] = []
    @Flag(help: "Read names from standard input, one a line.") var byName = false
    @Flag(help: "Everybody whose name has been kept longer than names are kept.") var pastKeeping = false
    @Flag(help: "A person and a facilitator who have the same name are one person.") var same = false
    @Flag(help: "They are different people; leave the other one's name.") var notSame = false
    @OptionGroup var common: CommonOptions

    mutating func validate() throws {
        guard [!people.isEmpty, byName, pastKeeping].count(where: { $0 }) == 1 else {
            throw ValidationError("Name the people to forget, or say --by-name or --past-keeping.")
        }
        guard !(same && notSame) else { throw ValidationError("--same and --not-same can't be combined.") }
        guard !pastKeeping || !(same || notSame) else {
            throw ValidationError("--same and --not-same don't go with --past-keeping.")
        }
    }

    func run() throws {
        let names = byName ? try TypedNames.read() : []
        var isSame = same ? true : notSame ? false : nil
        if isSame == nil, !names.isEmpty { isSame = try askAboutPeople(names) }
        var (request, preview) = try common.read { store -> (ForgetRequest, ForgetPreview) in
            let request = try asked(names, isSame, store)
            return (request, try store.preview(request))
        }
        if request.count == 0 { return try Output.write("No name has been kept too long. Nobody was forgotten.") }
        if let unknown = preview.unknown.first { throw try missing(names.firstIndex(of: unknown)) }
        if !pastKeeping { request.isSame = try askAboutFacilitators(preview) ?? request.isSame }
        if request.people.isEmpty, preview.removesNothing {
            preview.places.lines.forEach(Output.note)
            return try Output.write("Nothing to remove. The full name is only in the texts above.")
        }
        if !common.yes { preview.lines.forEach(Output.note) }
        try Prompt.confirm("\(CountWord.people(request.count).capitalizedFirst) will be forgotten.", common)
        let forgotten = try common.work { try $0.forget(request) }
        forgotten.notes.forEach(Output.note)
        try Output.answer(forgotten.answer(request))
        if !forgotten.isCleaned { throw Self.notCleaned(forgotten) }
    }

    /// Whom to forget, as it was typed.
    private func asked(_ names: [FullName], _ isSame: Bool?, _ store: Store) throws -> ForgetRequest {
        if pastKeeping { return try store.pastKeeping(asOf: store.today) }
        if !byName { return ForgetRequest(people: try people.map { try store.find(.person, $0) }, isSame: isSame) }
        var request = ForgetRequest(isSame: isSame)
        for name in names {
            let found = isSame == true ? try store.people(named: name) : []
            request.people += found
            if found.isEmpty { request.names.append(name) }
        }
        return request
    }

    /// A name that is nowhere; one that was forgotten when the disk was full may still be in old bytes, so the file is
    /// cleaned.
    private func missing(_ index: Int?) throws -> Failure {
        try common.work { try $0.clean() }
        return Self.nobody(line: (index ?? 0) + 1)
    }

    /// Whether people who have one of the typed names are meant; nil where nobody has one.
    private func askAboutPeople(_ names: [FullName]) throws -> Bool? {
        let people = try common.read { store in try names.flatMap { try store.people(named: $0) } }
        if people.isEmpty { return nil }
        let count = CountWord.of(people.count, "person", "people")
        let refs = people.map(\.ref).joined(separator: ", ")
        return try ask("\(count) (\(refs)) \(people.count == 1 ? "has" : "have") this name")
    }

    /// Whether facilitators of a person's name are meant; nil where that is clear.
    private func askAboutFacilitators(_ preview: ForgetPreview) throws -> Bool? {
        preview.isUnclear ? try ask(preview.namesakes) : nil
    }

    private func ask(_ namesakes: String) throws -> Bool {
        guard Prompt.isPossible, !common.yes else { throw Self.unclear(namesakes) }
        let question = "\(namesakes.capitalizedFirst). Is that the same person? Type yes or no, or just Enter to stop: "
        switch try Prompt.text(question)?.lowercased() {
        case "y", "yes": return true
        case "n", "no": return false
        default: throw Failure("nothing was changed", code: .usage)
        }
    }
}
