/// What a report says about the program whose file this is, and the defaults that the program has set.
package struct ProgramFacts: Hashable, Sendable {
    /// Its name, as pages print it.
    package let name: String
    /// Row of the organization that the program is.
    package let organizationID: Int64
    /// The month in which its fiscal year starts, 1 to 12.
    package let fiscalYearStart: Int
    /// Its own smallest publishable count of people, if it has set one.
    package let threshold: Int?

    /// What a report needs to know of a program, as it stands in the database.
    package init(name: String, organizationID: Int64, fiscalYearStart: Int, threshold: Int? = nil) {
        self.name = name
        self.organizationID = organizationID
        self.fiscalYearStart = fiscalYearStart
        self.threshold = threshold
    }
}
