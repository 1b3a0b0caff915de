/// The schema, as numbered steps that are built into the binary.
///
/// A released step never changes: a test holds each numbered file to its digest. `views.sql` is the exception: it holds
/// the views as they are today, drops what it remakes, and a change to it comes with a step of its own that runs it again.
package struct SchemaStep: Sendable {
    /// The number of the step; a database's version is the number of its last one.
    package let number: Int
    /// What the step is about, in the words of its file name.
    package let name: String
    /// The statements, UTF-8.
    package let sql: [UInt8]
    /// Whether the file may still change, as `views.sql` may.
    package let isRemade: Bool

    package init(number: Int, name: String, sql: [UInt8], isRemade: Bool) {
        self.number = number
        self.name = name
        self.sql = sql
        self.isRemade = isRemade
    }
}

extension SchemaStep {
    /// The SHA-256 of the schema that all steps make, in hexadecimal: what a file is held to before its first query.
    package static let fingerprint = "6c6db8ceab16b66f80d995435bad095122c2aebade3f45a1af6186828fddd3fc"

    /// The first step of the files that are read today. Files of the steps before it are from before 0.2, and nobody has
    /// any but those who tried it: they go over by an export and an import.
    package static let first = 11

    /// Every step, in order.
    package static let all: [SchemaStep] = [
        SchemaStep(number: 11, name: "core", sql: PackageResources._011_core_sql, isRemade: false),
        SchemaStep(number: 12, name: "lists", sql: PackageResources._012_lists_sql, isRemade: false),
        SchemaStep(number: 13, name: "feedback", sql: PackageResources._013_feedback_sql, isRemade: false),
        SchemaStep(number: 14, name: "boards", sql: PackageResources._014_boards_sql, isRemade: false),
        SchemaStep(number: 15, name: "practices", sql: PackageResources._015_practices_sql, isRemade: false),
        SchemaStep(number: 16, name: "evaluations", sql: PackageResources._016_evaluations_sql, isRemade: false),
        SchemaStep(number: 17, name: "views", sql: PackageResources.views_sql, isRemade: true),
        SchemaStep(number: 18, name: "collecting", sql: PackageResources._018_collecting_sql, isRemade: false),
        SchemaStep(number: 19, name: "requests", sql: PackageResources._019_requests_sql, isRemade: false),
        SchemaStep(number: 20, name: "feedback days", sql: PackageResources._020_feedback_days_sql, isRemade: false),
        SchemaStep(number: 21, name: "board seats", sql: PackageResources._021_board_seats_sql, isRemade: false),
        SchemaStep(number: 22, name: "organizations", sql: PackageResources._022_organizations_sql, isRemade: false),
        SchemaStep(number: 23, name: "sessions", sql: PackageResources._023_sessions_sql, isRemade: false),
        SchemaStep(number: 24, name: "responses", sql: PackageResources._024_responses_sql, isRemade: false),
        SchemaStep(number: 25, name: "publications", sql: PackageResources._025_publications_sql, isRemade: false),
    ]
}
