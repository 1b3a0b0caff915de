import CommandLineKit
import Records

/// `person remove`, which people may try: a person is forgotten, so that every count stays.
struct RemovePerson: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "remove",
            abstract: "People are forgotten, not removed.",
            shouldDisplay: false
        )
    }

    @Argument(help: "The people's refs.") var people: [String] = []
    @OptionGroup var common: CommonOptions

    func run() throws {
        throw ValidationError(
            "People are forgotten, not removed, so every count stays.",
            hint: "Forget them: groundwork person forget \(people.first ?? "REF")"
        )
    }
}
