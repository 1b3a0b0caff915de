import CommandLineKit
import Records
import Service

extension Service.RepeatSession.Step: ExpressibleByArgument {}

/// `session repeat SESSION --every STEP --until DATE`
struct RepeatSession: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "repeat",
            abstract: "Plan a series: the same session every week, month or quarter.",
            discussion:
                "Each session can be edited, postponed or removed by itself. Sessions that exist are left alone.",
            examples: ["groundwork session repeat 2026-12-01-cci-foundations --every month --until 2027-05-31"]
        )
    }

    @Argument(help: "The first session's ref (or its first letters), or last.") var session: String
    @Option(help: "How far apart the sessions are.") var every: Service.RepeatSession.Step
    @Option(help: ArgumentHelp("The last possible date.", valueName: "date")) var until: String
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = Service.RepeatSession()
        (operation.session, operation.every, operation.until) = (session, every.rawValue, until)
        let series = try common.perform(operation)
        let known = series.known == 0 ? "" : " Already planned: \(series.known)."
        guard let last = series.planned.last else {
            return try Output.write("No change: every session of the series is already planned.")
        }
        let count = CountWord.of(series.planned.count, "session", "sessions")
        try Output.answer("Planned: \(count), the last is \(last.called).\(known) Undo: groundwork undo")
    }
}
