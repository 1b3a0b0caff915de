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
}

extension SchemaStep {
    /// The SHA-256 of the schema that all steps make, in hexadecimal: what a file is held to before its first query.
    package static let fingerprint = "86c2042e092af8b171ebceba28b1390982e4ce319c766308bf872ff3c3f54dfc"

    /// Every step, in order.
    package static let all: [SchemaStep] = [
        SchemaStep(number: 1, name: "core", sql: PackageResources._001_core_sql, isRemade: false),
        SchemaStep(number: 2, name: "lists", sql: PackageResources._002_lists_sql, isRemade: false),
        SchemaStep(number: 3, name: "views", sql: PackageResources.views_sql, isRemade: true),
        SchemaStep(number: 4, name: "feedback", sql: PackageResources._004_feedback_sql, isRemade: false),
        SchemaStep(number: 5, name: "boards", sql: PackageResources._005_boards_sql, isRemade: false),
        SchemaStep(number: 6, name: "practices", sql: PackageResources._006_practices_sql, isRemade: false),
        SchemaStep(number: 7, name: "evaluations", sql: PackageResources._007_evaluations_sql, isRemade: false),
        SchemaStep(number: 8, name: "views", sql: PackageResources.views_sql, isRemade: true),
        SchemaStep(number: 9, name: "wording", sql: PackageResources._009_wording_sql, isRemade: false),
        SchemaStep(number: 10, name: "views", sql: PackageResources.views_sql, isRemade: true),
    ]
}
