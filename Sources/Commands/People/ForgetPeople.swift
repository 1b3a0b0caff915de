import CommandLineKit
import Records
import Service

/// `person forget REF…`
struct ForgetPeople: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "forget",
            abstract: "Forget people: remove their name, e-mail and job role. Every count stays.",
            discussion: """
                Also removes their name and pronouns from sessions they facilitated, the history, and the names of \
                imported files. \
                Backups, imported files and exports still have them; Groundwork lists the ones it knows. It also \
                lists text with \
                their full name, for you to check.

                For someone without a ref, such as a facilitator, use --by-name and type the name. It is read from \
                standard input, one \
                name per line, never from the command line.
                """,
            examples: [
                "groundwork person forget p-7k3m9xqa --yes",
                "groundwork person forget --by-name",
                "groundwork person forget --past-keeping --yes",
            ]
        )
    }

    @Argument(help: "The people's refs.") var people: [String] = []
    @Flag(help: "Read names from standard input, one per line.") var byName = false
    @Flag(help: "Forget everyone whose name is past its keeping time.") var pastKeeping = false
    @Flag(help: "A person and a facilitator with the same name are the same person.") var same = false
    @Flag(help: "They are different people. Keep the other one's name.") var notSame = false
    @OptionGroup var common: CommonOptions

    mutating func validate() throws {
        guard [!people.isEmpty, byName, pastKeeping].count(where: { $0 }) == 1 else {
            throw ValidationError("Name the people to forget, or use --by-name or --past-keeping.")
        }
        guard !(same && notSame) else { throw ValidationError("Use either --same or --not-same, not both.") }
        guard !pastKeeping || !(same || notSame) else {
            throw ValidationError("--same and --not-same don't work with --past-keeping.")
        }
    }

    func run() throws {
        var operation = Service.ForgetPeople()
        (operation.choice.people, operation.choice.pastKeeping) = (people, pastKeeping)
        operation.choice.names = byName ? try TypedNames.read() : []
        operation.choice.isSame = same ? true : notSame ? false : nil
        let plan = try plan(&operation.choice)
        if plan.hasAnythingToRemove, plan.nobody == nil, !common.yes {
            plan.preview.lines.forEach(Output.note)
            try Prompt.confirm(plan.unconfirmed.consequence.words, common)
        }
        switch try common.perform(operation, accepting: plan.unconfirmed) {
        case .nothing(0, _): try Output.write("No names are past their keeping time. No one was forgotten.")
        case .nothing(_, let places):
            places.lines.forEach(Output.note)
            try Output.write("Nothing to remove. The full name is only in the texts above.")
        case .forgotten(let people, let count, let forgotten):
            forgotten.notes.forEach(Output.note)
            try Output.answer(forgotten.answer(people: people, count: count))
            if !forgotten.isCleaned { throw Self.notCleaned(forgotten) }
        }
    }

    /// What forgetting would do, once it is clear who is meant.
    private func plan(_ choice: inout ForgetChoice) throws -> ForgetPlan {
        var preview = PreviewForgetting()
        preview.choice = choice
        do {
            return try common.perform(preview)
        } catch let unclear as UnclearIdentity {
            preview.choice.isSame = try ask(unclear)
            choice = preview.choice
            return try common.perform(preview)
        }
    }

    private func ask(_ unclear: UnclearIdentity) throws -> Bool {
        guard Prompt.isPossible, !common.yes else { throw unclear }
        let names = unclear.namesakes.capitalizedFirst
        let question = "\(names). Same person? Type yes or no, or press Enter to stop: "
        switch try Prompt.text(question)?.lowercased() {
        case "y", "yes": return true
        case "n", "no": return false
        default: throw Failure("nothing was changed", code: .usage)
        }
    }
}
