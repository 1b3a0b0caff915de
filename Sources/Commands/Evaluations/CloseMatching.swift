import CommandLineKit
import Records
import Service

/// `evaluation close-matching SESSION`
struct CloseMatching: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "close-matching",
            abstract: "End the matching of before and after: codes and their key are deleted, pairs stay.",
            discussion: """
                Befores and afters are matched within a session, or within all sessions of one parent event. What comes \
                in later is not matched any more. It can't be taken back.
                """,
            examples: [
                "groundwork evaluation close-matching 2026-11-10-cci-foundations --yes",
                "groundwork evaluation close-matching --all-older-than 90 --yes",
            ]
        )
    }

    @Argument(help: "The session, or the parent event: its ref, an unambiguous beginning of it, or last.")
    var session: String?
    @Option(help: ArgumentHelp("Every one whose last session is more than this many days ago.", valueName: "days"))
    var allOlderThan: Int?
    @OptionGroup var common: CommonOptions

    mutating func validate() throws {
        guard (session == nil) != (allOlderThan == nil) else {
            throw ValidationError("Name a session, or say --all-older-than DAYS.")
        }
    }

    func run() throws {
        var operation = Service.CloseMatching()
        (operation.session, operation.olderThan) = (session, allOlderThan)
        let closed = try common.perform(operation)
        if closed.isEmpty { return try Output.write("No matching is open that long. Nothing was changed.") }
        try Output.answer(lines: closed.map(Self.words))
    }

    private static func words(_ outcome: MatchingOutcome) -> String {
        let pairs = CountWord.of(outcome.pairs, "pair stays", "pairs stay")
        let off = outcome.oneOff > 0 ? " (\(outcome.oneOff) with one part of the code off)" : ""
        let others = "of the afters \(words(outcome.afters)); of the befores \(words(outcome.befores))"
        return "Closed matching at \(outcome.series.ref): \(pairs)\(off); \(others)."
    }

    private static func words(_ unpaired: MatchingOutcome.Unpaired) -> String {
        "\(unpaired.ambiguous) ambiguous, \(unpaired.unmatched) without a match"
    }
}
