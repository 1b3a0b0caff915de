/// Why a plan can't be carried out, in words that fit behind its name.
package struct PlanProblem: Error, Hashable, Sendable {
    /// What is wrong, in general.
    package enum Kind: Hashable, Sendable {
        /// A word that is none of those that may stand there.
        case unknown(String, what: String, among: [String])
        /// A ref that no organization has, and those that there are.
        case noOrganization(String, among: [String])
        /// Anything else.
        case other(String)
    }

    /// The plan's name or file.
    package let plan: String
    /// Where in it: `reports 2: formats`; empty for the whole.
    package let place: String
    /// What is wrong there.
    package let kind: Kind
}
