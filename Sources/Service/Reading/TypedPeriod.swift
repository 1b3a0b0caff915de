package import Calendar
package import Records

extension Store {
    /// The period that somebody typed for a parameter, in any of its forms.
    ///
    /// - Parameter day: the day that words such as `this-quarter` go by; today unless given.
    /// - Throws: ``UnreadPeriod``.
    package func period(_ typed: String, for parameter: String, on day: Day? = nil) throws -> Period {
        do throws(MalformedPeriod) {
            return try Period.parse(typed, today: day ?? today, fiscalYearStart: program.fiscalYearStart)
        } catch {
            throw UnreadPeriod(parameter: parameter, problem: error)
        }
    }
}
