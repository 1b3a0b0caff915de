import CommandLineKit
import Records
import Service

/// `evaluation close-matching SESSION`
struct CloseMatching: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "close-matching",
            abstract: "Close before-and-after matching: delete the codes, keep the pairs.",
            discussion: """
                Responses are matched within a session, or within all sessions of a parent event. Responses that \
                arrive later are \
                not matched. You can't undo this.
                """,
            examples: [
                "groundwork evaluation close-matching 2026-11-10-cci-foundations --yes",
                "groundwork evaluation close-matching --all-older-than 90 --yes",
            ]
        )
    }

    @Argument(help: "The session or parent event: its ref (or its first letters), or last.")
    var session: String?
    @Option(help: ArgumentHelp("All whose last session was more than this many days ago.", valueName: "days"))
    var allOlderThan: Int?
    @OptionGroup var common: CommonOptions

    mutating func validate() throws {
        guard (session == nil) != (allOlderThan == nil) else {
            throw ValidationError("Name a session, or use --all-older-than DAYS.")
        }
    }

    func run() throws {
        var operation = Service.CloseMatching()
        (operation.session, operation.olderThan) = (session, allOlderThan)
        let closed = try common.perform(operation)
        if closed.isEmpty { return try Output.write("No matching has been open that long. Nothing was changed.") }
        try Output.answer(lines: closed.map(Self.words))
    }

    private static func words(_ outcome: MatchingOutcome) -> String {
        let pairs = CountWord.of(outcome.pairs, "pair kept", "pairs kept")
        let off = outcome.oneOff > 0 ? " (\(outcome.oneOff) with one part of the code different)" : ""
        let others = "Not paired after: \(words(outcome.afters)). Not paired before: \(words(outcome.befores))."
        return "Matching closed for \(outcome.series.called): \(pairs)\(off). \(others)"
    }

    private static func words(_ unpaired: MatchingOutcome.Unpaired) -> String {
        "\(unpaired.ambiguous) ambiguous, \(unpaired.unmatched) with no match"
    }
}
