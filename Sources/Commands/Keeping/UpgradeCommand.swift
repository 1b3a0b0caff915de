import CommandLineKit
import Records
import Service

/// `groundwork upgrade`
struct UpgradeCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "upgrade",
            abstract: "Upgrade the database to this version of Groundwork.",
            discussion: """
                The old database is kept as a copy next to it. If the upgrade is interrupted, the database stays as \
                it was. Nothing \
                else changes a database's version.
                """,
            examples: ["groundwork upgrade"]
        )
    }

    @OptionGroup var common: CommonOptions

    func run() throws {
        let shown = Environment.current.shown
        let path = shown(common.databasePath)
        let upgraded = try common.perform(UpgradeRecord())
        guard let upgraded else { return try Output.write("\(path) is already up to date.") }
        try Output.answer(
            "Upgraded \(path) from version \(upgraded.from) to \(upgraded.to).",
            "The previous database: \(shown(upgraded.kept))"
        )
    }
}
