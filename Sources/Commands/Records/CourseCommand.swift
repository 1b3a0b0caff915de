import CommandLineKit
import Records

/// Courses, on the command line.
enum CourseKind: RecordKind {
    typealias Filter = NoFilter
    static let words = "course"
    static let shown = ["ref", "title", "edition", "minutes", "valid_months"]
    static let sample = "foundations"
    static let change = "--minutes 90"

    struct Fields: FieldOptions {
        static let noun = Noun.course
        @Option(help: .field(.course, "title")) var title: String?
        @Option(help: .field(.course, "edition")) var edition: String?
        @Option(help: .field(.course, "minutes")) var minutes: String?
        @Option(help: .field(.course, "completion")) var completion: String?
        @Option(help: .field(.course, "valid_months")) var validMonths: String?
        @Option(help: .field(.course, "followup_days")) var followupDays: String?
        @Option(help: .field(.course, "topics")) var topics: String?
    }
}

/// `groundwork course …`
struct CourseCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "course",
            abstract: "Manage courses: editions, topics and minutes.",
            examples: [
                "groundwork course add \"Overdose response\" --minutes 90 --topics \"Signs;Naloxone;Aftercare\""
            ],
            subcommands: [
                AddTitled<CourseKind>.self, ListRecords<CourseKind>.self, ShowRecord<CourseKind>.self,
                EditRecord<CourseKind>.self, RemoveRecord<CourseKind>.self,
            ]
        )
    }

    @OptionGroup var common: CommonOptions
}
