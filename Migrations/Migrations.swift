/// The schema, as numbered steps that are built into the binary.
///
/// A released step never changes: a test holds each numbered file to the digest that stands here. `views.sql` is the
/// exception: it holds the views as they are today, and a change to it comes with a step of its own that remakes them.
package struct Migration: Sendable {
    /// The number of the step; a database's version is the number of its last one.
    package let number: Int
    /// What the step is about, in the words of its file name.
    package let name: String
    /// The statements, UTF-8.
    package let sql: [UInt8]
    /// The SHA-256 of a released file, in hexadecimal; nil for `views.sql`, which is not numbered.
    package let digest: String?
}

extension Migration {
    /// Every step, in order.
    package static let all: [Migration] = [
        Migration(number: 1, name: "core", sql: PackageResources._001_core_sql, digest: nil),
        Migration(number: 2, name: "lists", sql: PackageResources._002_lists_sql, digest: nil),
        Migration(number: 3, name: "views", sql: PackageResources.views_sql, digest: nil),
    ]
}
