/// Why a figure can't be given although the records were kept; the raw values are part of the output contract.
package enum Reason: String, Sendable, Hashable, CaseIterable {
    /// Nothing to divide by: a share of none, a mean of nobody.
    case zeroDenominator = "zero_denominator"
    /// What is to be divided by was never written down, such as a staff figure.
    case denominatorNotRecorded = "denominator_not_recorded"
    /// A spread needs two values at least.
    case fewerThanTwo = "n_lt_2"
    /// Everybody answered the same, so there is no spread to test against.
    case zeroVariance = "zero_variance"
    /// Every criterion was marked as not applicable.
    case allNotApplicable = "all_not_applicable"
    /// The day on which it is to be judged has not come.
    case notDue = "not_due"
    /// The metric does not divide by what the report is split by.
    case notDivisible = "not_divisible"
    /// The numerator is above the denominator: an error in the data, never capped at 100 %.
    case aboveDenominator = "above_denominator"
}
