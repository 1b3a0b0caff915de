import CProcess
package import CommandLineKit
import Files
import Glibc
import Records
import Service

/// The whole command line: `groundwork NOUN VERB` for records, plain verbs for the rest.
package struct Groundwork: ParsableCommand {
    /// What `--version` prints, as a changelog has it.
    package static let version = "0.1.0"

    package static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "groundwork",
            abstract: "Track and report your organization's work to reduce stigma.",
            discussion: """
                Everything is in one file: groundwork.db in this folder, unless --database or $GROUNDWORK_DATABASE \
                names another. \
                Run groundwork alone to list what needs action.
                """,
            examples: [
                "groundwork init --program \"Harbor Harm Reduction\" --time-zone America/Los_Angeles",
                "groundwork log foundations cci today 22",
                "groundwork report scorecard --period this-quarter",
            ],
            version: version,
            groupedSubcommands: groups,
            defaultSubcommand: PlainCommand.self
        )
    }

    private static var groups: [CommandGroup] {
        [
            CommandGroup(
                name: "Everyday",
                subcommands: [
                    InitCommand.self, LogCommand.self, HeardCommand.self, AnsweredCommand.self, DueCommand.self,
                    AgendaCommand.self, UndoCommand.self, ServeCommand.self, DemoCommand.self, PlainCommand.self,
                ]
            ),
            CommandGroup(
                name: "Records",
                subcommands: [
                    ProgramCommand.self, OrganizationCommand.self, CourseCommand.self, SessionCommand.self,
                    PersonCommand.self, AttendanceCommand.self, HeadcountCommand.self, TallyCommand.self,
                    FormCommand.self, EvaluationCommand.self, CollectCommand.self, CommitmentCommand.self,
                    ReflectionCommand.self,
                    OutletCommand.self, FeedbackCommand.self, BoardCommand.self, MeetingCommand.self,
                    RecommendationCommand.self, AssessmentCommand.self, ActionCommand.self, PositionCommand.self,
                    ActivityCommand.self, TargetCommand.self,
                    VocabularyCommand.self,
                ]
            ),
            CommandGroup(
                name: "Reports and files",
                subcommands: [
                    ImportCommand.self, ImportsCommand.self, InboxCommand.self, ReportCommand.self, BatchCommand.self,
                    PublicationCommand.self, ExportCommand.self,
                ]
            ),
            CommandGroup(
                name: "Backups and checks",
                subcommands: [
                    CheckCommand.self, BackupCommand.self, RestoreCommand.self, LintCommand.self, HistoryCommand.self,
                    NoticeCommand.self, UpgradeCommand.self,
                ]
            ),
        ]
    }

    @OptionGroup var common: CommonOptions

    package init() {}

    /// Runs the program in this process and returns its exit code.
    ///
    /// Its memory, which holds names, goes into no core file and no crash report. Files are made for the owner alone,
    /// whatever the account's umask; a missing stream is closed off, so that no file that is opened later takes its
    /// number and gets what was meant for the screen.
    package static func main(_ arguments: [String]) -> Int32 {
        // First of all, before anything is read. Where it can't be had, the work is done all the same.
        _ = cprocess_keep_memory_private()
        umask(0o077)
        for descriptor in 0...2 where fcntl(Int32(descriptor), F_GETFD) < 0 {
            // Read-only for output and write-only for input: using it fails, as it should.
            _ = open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY)
        }
        Interruption.installHandlers()
        return run(arguments)
    }

    /// Runs one command line in the current surroundings and returns its exit code.
    package static func run(_ arguments: [String]) -> Int32 {
        do {
            try perform(arguments)
            return ExitCode.success.rawValue
        } catch let code as ExitCode {
            return code.rawValue
        } catch let problem as WriteProblem where problem.isClosedPipe {
            return ExitCode.success.rawValue
        } catch {
            let failure = Failure(error)
            for line in failure.lines { Output.note(line) }
            return failure.code.rawValue
        }
    }

    private static func perform(_ arguments: [String]) throws {
        let width = min(Environment.current.output.width ?? 80, 100)
        switch try parseAsRoot(arguments, width: width) {
        case .text(let text): try Output.write(Array(text.utf8))
        case .command(var command, _):
            do {
                try command.run()
            } catch RecordError.invalid(let field, let problem, let advice) {
                let form = CommandLineForm(command)
                throw RecordError.invalid(field: form.spelled(field) ?? field, problem: problem, advice: advice)
            }
        }
    }
}
