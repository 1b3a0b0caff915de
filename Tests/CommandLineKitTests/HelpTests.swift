import CommandLineKit
import Testing

@Suite struct HelpTests {
    @Test func `the help of the program groups its commands under headings`() throws {
        #expect(
            try Sample.helpText() == """
                Keeps the record of trainings.

                USAGE
                  sample COMMAND [OPTIONS]

                EVERY DAY
                  log           Records that a training was held.
                  heard         Records an item of feedback.

                RECORDS
                  session       Sessions.
                  organization  Shows an organization.

                ANSWERS
                  report        Prints a report.

                OPTIONS
                  -h, --help               Show this help.
                      --version            Show the version.
                      --generate-completion-script SHELL
                                           Print a completion script for your shell. One of:
                                           bash, zsh, fish.

                EVERYWHERE
                  -d, --database DATABASE  The database. Default: sample.db.
                      --wait SECONDS       How long to wait for another writer. Default: 10.
                      --yes                Answer yes to every question.

                EXAMPLES
                  sample log foundations cci 2026-11-10 22

                For help on a command, run 'sample COMMAND --help'.

                """
        )
    }

    @Test func `the help of a command shows usage, arguments, options and examples`() throws {
        #expect(
            try Sample.helpText(for: ["log"]) == """
                Records that a training was held.

                USAGE
                  sample log COURSE ORGANIZATION DATE [COUNT] [OPTIONS]

                An organization or course that is not known yet is made, and said. A count stays
                a count: no names are kept.

                Minutes and topics come from the course.

                ARGUMENTS
                  COURSE        The course.
                  ORGANIZATION  The organization that was trained.
                  DATE          The day: today, yesterday or ISO.
                  COUNT         How many came.

                OPTIONS
                      --names FILE         A list of names, one a line; - is standard input.
                      --minutes MINUTES    Instructional minutes.
                  -a, --audience AUDIENCE  Who was trained. One of: staff, community, board.
                                           Default: staff.
                  -n, --new                Make what is not known.
                  -q                       Say less.
                  -h, --help               Show this help.

                EVERYWHERE
                  -d, --database DATABASE  The database. Default: sample.db.
                      --wait SECONDS       How long to wait for another writer. Default: 10.
                      --yes                Answer yes to every question.

                EXAMPLES
                  sample log foundations cci 2026-11-10 22
                  sample log foundations cci today --names - < sheet.txt

                """
        )
    }

    @Test func `a default subcommand that is not displayed lends its arguments to the help above it`() throws {
        #expect(
            try Sample.helpText(for: ["report"]) == """
                Prints a report.

                USAGE
                  sample report NAME [OPTIONS]

                COMMANDS
                  list  Names the reports.

                ARGUMENTS
                  NAME  The report. One of: trainings, attendance, reach.

                OPTIONS
                      --by BY              What to divide by. One of: organization, course.
                  -h, --help               Show this help.

                EVERYWHERE
                  -d, --database DATABASE  The database. Default: sample.db.
                      --wait SECONDS       How long to wait for another writer. Default: 10.
                      --yes                Answer yes to every question.

                EXAMPLES
                  sample report trainings --by organization
                  sample report list

                For help on a command, run 'sample report COMMAND --help'.

                """
        )
    }

    @Test func `a command without examples of its own shows those of its subcommands`() throws {
        #expect(
            try Sample.helpText(for: ["session"]) == """
                Sessions.

                USAGE
                  sample session COMMAND [OPTIONS]

                COMMANDS
                  add   Adds a session.
                  list  Lists sessions.

                OPTIONS
                  -h, --help  Show this help.

                EXAMPLES
                  sample session add foundations --starts 2026-11-10 --organization cci --organization harbor
                  sample session list --share 0.5

                For help on a command, run 'sample session COMMAND --help'.

                """
        )
    }

    @Test(arguments: [40, 60, 100])
    func `no line but an example is wider than asked`(width: Int) throws {
        for path in [[], ["log"], ["heard"], ["session", "list"], ["report"]] {
            let page = try Sample.helpText(for: path, width: width)
            let lines = page.split(separator: "\n").filter { !$0.hasPrefix("  sample") && !$0.hasPrefix("For help") }
            #expect(lines.allSatisfy { $0.count <= width || !$0.contains(" ") }, "\(page)")
        }
    }

    @Test(
        arguments: [
            ["log", "--help"], ["log", "-h"], ["help", "log"], ["log", "a", "--bogus", "--help"],
            ["log", "--names", "--help"], ["--help", "log"].reversed(), ["log", "-nh"],
            ["--wait", "2", "log", "--help"],
        ]
    )
    func `help is asked for in several ways`(words: [String]) throws {
        #expect(try text(words).hasPrefix("Records that a training was held.\n"))
    }

    @Test(arguments: [["session"], ["session", "--help"], ["session", "help"], ["help", "session"]])
    func `a command that only holds others answers with its help`(words: [String]) throws {
        #expect(try text(words) == Sample.helpText(for: ["session"]))
    }

    @Test func `the program alone answers with its help`() throws {
        #expect(try text([]) == Sample.helpText())
        #expect(try text(["-d", "x"]) == Sample.helpText())
        #expect(try text(["help"]) == Sample.helpText())
    }

    @Test(arguments: [["--version"], ["log", "--version"]])
    func `the version is answered at every level`(words: [String]) throws {
        #expect(try text(words) == "1.2.3\n")
    }

    @Test func `an option that the command declares goes before a built-in one`() throws {
        struct Form: ParsableCommand {
            static let configuration = CommandConfiguration(version: "9")
            @Option(help: "Of the form.") var version = 1
        }
        guard case .command(let form, _) = try Form.parseAsRoot(["--version", "2"]) else {
            return #expect(Bool(false))
        }
        #expect((form as? Form)?.version == 2)
    }

    @Test func `help of an unknown command is refused`() {
        #expect(throws: UsageError.self) { try Sample.helpText(for: ["nowhere"]) }
    }
}
