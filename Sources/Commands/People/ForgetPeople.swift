import CommandLineKit
import Records

/// `person forget REF…`
struct ForgetPeople: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "forget",
            abstract: "Forget people: name, e-mail and job role are gone from the file; every count stays.",
            discussion: "Backups and files that were imported still hold them; which files, it says.",
            examples: ["groundwork person forget p-7k3m9xqa --yes", "groundwork person forget --past-keeping --yes"]
        )
    }

    @Argument(help: "The people's refs.") var people: [String] = []
    @Flag(help: "Everybody whose name has been kept longer than names are kept.") var pastKeeping = false
    @OptionGroup var common: CommonOptions

    mutating func validate() throws {
        guard pastKeeping == people.isEmpty else {
            throw ValidationError("Name the people to forget, or say --past-keeping.")
        }
    }

    func run() throws {
        let found = try common.read { store in
            pastKeeping
                ? try store.namesPastKeeping(asOf: store.today).map(\.person)
                : try people.map { try store.find(.person, $0) }
        }
        if found.isEmpty { return try Output.write("No name has been kept too long. Nobody was forgotten.") }
        try Prompt.confirm("\(CountWord.people(found.count).capitalizedFirst) will be forgotten.", common)
        let forgotten = try common.work { try $0.forget(found) }
        for file in forgotten.files { Output.note("This file was imported and still holds them: \(file)") }
        let shown = Environment.current.shown
        for path in forgotten.backups { Output.note("This backup still holds them: \(shown(path))") }
        Output.note("Backups elsewhere that were made before now still hold them.")
        let sessions = CountWord.of(forgotten.sessions, "attendance stays counted", "attendances stay counted")
        try Output.answer("Forgotten: \(CountWord.people(found.count)). \(sessions).")
        if !forgotten.isCleaned { throw Self.notCleaned(forgotten) }
    }
}

extension ForgetPeople {
    /// The file could not be rebuilt after people were forgotten; forgetting the blank row once more rebuilds it.
    static func notCleaned(_ forgotten: Forgotten) -> Failure {
        Failure(
            "they are forgotten, but the file could not be cleaned of old bytes",
            advice: "Make room on the disk, then: groundwork person forget \(forgotten.newRefs.first ?? "REF") --yes",
            code: .ioError
        )
    }
}

extension String {
    /// The text with a capital at its front.
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
