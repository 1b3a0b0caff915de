/// What the public pages know, and all that they know: a small file beside the record, which they never open.
///
/// It follows from the record alone, so that it can be made again at any time.
package struct Published: Codable, Equatable, Sendable {
    /// The program's name, as pages show it.
    package var program: String
    /// Its time zone, which decides on which day something was sent.
    package var timeZone: String
    /// The evaluations that are being collected, in the order of their codes.
    package var collections: [Collection]

    package init(program: String, timeZone: String, collections: [Collection] = []) {
        self.program = program
        self.timeZone = timeZone
        self.collections = collections
    }

    /// The collection that a code opens.
    package func collection(_ code: EntryCode) -> Collection? { collections.first { $0.code == code } }

    /// The evaluations of one session by one form.
    package struct Collection: Codable, Equatable, Sendable {
        /// What stands in its address.
        package var code: EntryCode
        /// What the session was about: the title of its course.
        package var title: String
        /// The session's civil day, ISO 8601.
        package var day: String
        /// When it ends by itself, in seconds since 1970; nil for one that is closed by hand.
        package var endsAt: Int64?
        /// What is asked.
        package var questionnaire: Questionnaire

        package init(code: EntryCode, title: String, day: String, endsAt: Int64?, questionnaire: Questionnaire) {
            self.code = code
            self.title = title
            self.day = day
            self.endsAt = endsAt
            self.questionnaire = questionnaire
        }

        /// Whether it takes answers at an instant in seconds since 1970.
        package func isOpen(at now: Int64) -> Bool { endsAt.map { now < $0 } ?? true }
    }
}
