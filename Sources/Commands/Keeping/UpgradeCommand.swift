import CommandLineKit
import Records
import Service

/// `groundwork upgrade`
struct UpgradeCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "upgrade",
            abstract: "Back the database up, and bring it to the version of this program.",
            discussion: """
                Nothing else changes the version of a database. The copy of it as it was lies beside it. Interrupted or \
                cut off, it leaves the database as it was.
                """,
            examples: ["groundwork upgrade"]
        )
    }

    @OptionGroup var common: CommonOptions

    func run() throws {
        let shown = Environment.current.shown
        let path = shown(common.databasePath)
        let upgraded = try common.perform(UpgradeRecord())
        guard let upgraded else { return try Output.write("\(path) is of this version already.") }
        try Output.answer(
            "Upgraded \(path) from version \(upgraded.from) to \(upgraded.to).",
            "The database as it was: \(shown(upgraded.kept))"
        )
    }
}
