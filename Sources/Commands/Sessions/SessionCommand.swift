import CommandLineKit
import Records

/// Sessions, on the command line.
enum SessionKind: RecordKind {
    typealias Filter = SessionFilter
    static let words = "session"
    static let shown = ["ref", "starts", "course", "organization", "status", "headcount"]
    static let sample = "2026-11-10-cci-foundations"
    static let change = "--minutes 90 --modality online"

    struct Fields: FieldOptions {
        static let noun = Noun.session
        @Option(help: .field(.session, "course")) var course: String?
        @Option(help: .field(.session, "title")) var title: String?
        @Option(help: .field(.session, "organization")) var organization: String?
        @Option(help: .field(.session, "site")) var site: String?
        @Option(help: .field(.session, "provider")) var provider: String?
        @Option(help: .field(.session, "host")) var host: String?
        @Option(help: .field(.session, "parent")) var parent: String?
        @Option(help: .field(.session, "kind"), completion: .field(.session, "kind")) var kind: String?
        @Option(help: .field(.session, "starts")) var starts: String?
        @Option(help: .field(.session, "ends")) var ends: String?
        @Option(help: .field(.session, "time_zone")) var timeZone: String?
        @Option(help: .field(.session, "minutes")) var minutes: String?
        @Option(help: .field(.session, "modality"), completion: .field(.session, "modality")) var modality: String?
        @Option(help: .field(.session, "language")) var language: String?
        @Option(help: .field(.session, "audience"), completion: .field(.session, "audience")) var audience: String?
        @Option(help: .field(.session, "fund")) var fund: String?
        @Option(help: .field(.session, "status"), completion: .field(.session, "status")) var status: String?
        @Option(help: .field(.session, "replaced_by")) var replacedBy: String?
        @Option(help: .field(.session, "facilitators")) var facilitators: String?
        @Option(help: .field(.session, "topics")) var topics: String?
        @Option(help: .field(.session, "topics_confirmed")) var topicsConfirmed: String?
        @Option(help: .field(.session, "contact_based")) var contactBased: String?
        @Option(help: .field(.session, "ingredients")) var ingredients: String?
        @Option(help: .field(.session, "access_requested")) var accessRequested: String?
        @Option(help: .field(.session, "access_met")) var accessMet: String?
        @Option(help: .field(.session, "followup_asked")) var followupAsked: String?
        @Option(help: .field(.session, "form")) var form: String?
        @Option(help: .field(.session, "headcount")) var headcount: String?
        @Option(help: .field(.session, "agreements")) var agreements: String?
    }
}

/// `groundwork session …`
struct SessionCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "session",
            abstract: "Manage sessions: planned, held and cancelled.",
            examples: ["groundwork session add foundations cci 2026-12-01T14:00 --modality online"],
            subcommands: [
                AddSession.self, ListRecords<SessionKind>.self, ShowRecord<SessionKind>.self,
                EditRecord<SessionKind>.self, RemoveRecord<SessionKind>.self, HoldSession.self, CancelSession.self,
                PostponeSession.self, RepeatSession.self,
            ]
        )
    }

    @OptionGroup var common: CommonOptions
}
