import Calendar
import CommandLineKit
import Records
import SQLite

/// `groundwork upgrade`
struct UpgradeCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "upgrade",
            abstract: "Back the database up, and bring it to the version of this program.",
            discussion: "Nothing else changes the version of a database.",
            examples: ["groundwork upgrade"]
        )
    }

    @OptionGroup var common: CommonOptions

    func run() throws {
        let path = common.databasePath
        let environment = Environment.current
        let (backup, steps) = try common.naming { () throws -> (String, [Int]) in
            guard try isOlder(path) else { return ("", []) }
            let stamp = environment.clock.instant.filter { $0 != ":" && $0 != "-" }
            let backup = "\(path).before-upgrade-\(stamp)"
            try Database(path: path, mode: .readWrite, wait: common.wait).backup(to: backup)
            return (backup, try Store.upgrade(path, wait: common.wait, clock: environment.clock))
        }
        if steps.isEmpty { return try Output.write("\(environment.shown(path)) is of this version already.") }
        try Output.answer(
            "Upgraded \(environment.shown(path)) by \(CountWord.of(steps.count, "step", "steps")). "
                + "The file as it was: \(environment.shown(backup))"
        )
    }

    private func isOlder(_ path: String) throws -> Bool {
        let surroundings = Environment.current.surroundings
        do {
            _ = try Store.open(path, mode: .readOnly, wait: common.wait, surroundings: surroundings)
            return false
        } catch StoreError.older {
            return true
        }
    }
}
