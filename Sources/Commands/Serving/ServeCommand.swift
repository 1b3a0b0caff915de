import CommandLineKit
import Glibc
import Inbox
import Records
import Service
import Web

/// `groundwork serve`
struct ServeCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "serve",
            abstract: "Open your record in a browser on this computer.",
            discussion: """
                Prints a link that works once, within 60 seconds. Press Enter here for a new one, and Ctrl-C to stop. \
                Nobody else in your network can reach these pages. The other commands keep working meanwhile.
                """,
            examples: ["groundwork serve --open", "groundwork serve --port 8480"]
        )
    }

    @Option(help: ArgumentHelp("The port of 127.0.0.1; any free one unless given.", valueName: "number")) var port: Int?
    @Flag(help: "Open the link in your browser.") var open = false
    @Flag(help: "Let people in this network answer evaluations on their phones.") var room = false
    @Flag(name: .customLong("public"), help: "Serve only the pages for everybody, without opening the database.")
    var isPublic = false
    @Flag(help: "Stop when standard input ends.") var untilInputEnds = false
    @OptionGroup var common: CommonOptions

    mutating func validate() throws {
        if let port, !(1...65_535).contains(port) {
            throw ValidationError("--port: \(port) is not between 1 and 65535.")
        }
        if isPublic, open { throw ValidationError("--open is for your own pages, not for --public.") }
        if untilInputEnds, !isPublic { throw ValidationError("--until-input-ends goes with --public.") }
    }

    func run() throws {
        let environment = Environment.current
        guard !isPublic else {
            let folder = PublicFolder(besideRecord: common.databasePath)
            let service = PublicService(folder: folder, isRoom: room, port: port, endsWithInput: untilInputEnds)
            return try service.run(environment)
        }
        // Before the record is opened: the process that strangers reach inherits nothing of it.
        let child = room ? try PublicChild(database: common.databasePath) : nil
        defer { child?.stop() }
        let lender = common.lender(kept: 4)
        let served = try ServedRecord(lender, common.context)
        defer { served.release() }
        let staff = try Staff(
            Desk.Settings(
                lender: lender,
                served: served,
                account: environment.account,
                time: Timepiece(forward: environment.stopwatch, clock: environment.clock),
                randomness: environment.randomness,
                command: { $0.line },
                // A line that can't be shown is no reason to fail.
                log: { line in try? environment.errors.write("\(line)\n") }
            )
        )
        try staff.start(port: UInt16(port ?? 0))
        defer { staff.stop() }
        let link = staff.link()
        try Output.write(link)
        Output.note("This link works once, within 60 seconds. Press Enter for a new one, Ctrl-C to stop.")
        let file = open ? try LinkFile(link, environment) : nil
        defer { file?.remove() }
        file?.openInBrowser()
        try wait(staff, environment, file)
    }

    /// Waits for a signal, for Enter, and for the record to be replaced.
    private func wait(_ staff: Staff, _ environment: Environment, _ file: LinkFile?) throws {
        // A descriptor below zero is one that poll passes over: what is piped in is no key that somebody presses.
        var watched = pollfd(fd: environment.input.isTerminal ? STDIN_FILENO : -1, events: Int16(POLLIN), revents: 0)
        let start = environment.stopwatch()
        while !environment.interruption.isRequested {
            let count = poll(&watched, 1, 250)
            if staff.isReplaced { throw RecordReplacedMeanwhile() }
            if environment.stopwatch() - start > Entrance.linkSeconds { file?.remove() }
            guard count > 0 else { continue }
            // A terminal that went away asks for nothing any more.
            if try environment.input.line() == nil { watched.fd = -1 } else { try Output.write(staff.link()) }
        }
    }
}
