/// How far a figure may go: the disclosure class of a metric, with the name that metrics.md section 1 gives it.
package enum Sensitivity: String, Sendable, Hashable, CaseIterable {
    /// A fact about an organization's own activity; never withheld.
    case open = "S0"
    /// A count of people: 0 and k or more are published.
    case people = "SP"
    /// A rate: its denominator is k or more, and its numerator and complement are 0, or k or more.
    case rate = "SR"
    /// A mean, median or interval: its n is k or more, and at least 8.
    case mean = "SM"
    /// Never leaves the organization, in any profile.
    case inside = "SX"
}
