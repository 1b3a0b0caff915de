/// What a metric concludes to: its state, and the numbers that may be shown with it.
///
/// Figures are made by constructors that hold the rules (`Figure.share` and its neighbors), so that no second place
/// decides what a share of none is. A figure that is withheld or not collected holds no numbers at all, which is why
/// a renderer can't leak them.
package struct Figure: Sendable, Hashable {
    /// The four states; the raw values are part of the output contract.
    package enum State: String, Sendable, Hashable, CaseIterable {
        case value
        case notApplicable = "not_applicable"
        case notCollected = "not_collected"
        case withheld
    }

    /// The numbers of a figure. Counts are whole up to 2^53, which a `Double` holds exactly.
    struct Numbers: Sendable, Hashable {
        var value: Double?
        var numerator: Int?
        var denominator: Int?
        /// Into how many parts a whole is cut in numerator and denominator: 2 for halves, 100 for hundredths.
        var parts = 1
        var low: Double?
        var high: Double?
        var n: Int?
        /// Counts of people that the figure gives away together; the gate judges each of them.
        var told: [Int] = []
        var note: Note?
    }

    /// What stands with a value in the place of a reason; the raw values are part of the output contract.
    package enum Note: String, Sendable, Hashable, CaseIterable {
        /// The p of a test was counted out.
        case exact
        /// The p of a test is by the normal approximation.
        case normal
        /// The value has no interval, since all are equal.
        case zeroVariance = "zero_variance"
        /// Two groups without pairs are compared.
        case unpaired
    }

    let outcome: Outcome<Numbers>
    /// How a share that is not applicable came about; shown so that a reader sees `25 of 20`, not only `n/a`.
    let basis: Numbers

    /// Number of records in scope that lack what the metric needs; 0 where nothing can lack.
    package let missing: Int

    init(_ outcome: Outcome<Numbers>, missing: Int = 0, basis: Numbers = Numbers()) {
        self.outcome = outcome
        self.missing = missing
        self.basis = basis
    }

    var numbers: Numbers { outcome.value ?? basis }

    /// Whether it is a number, and if not, why not.
    package var state: State {
        switch outcome {
        case .value: .value
        case .notApplicable: .notApplicable
        case .notCollected: .notCollected
        case .withheld: .withheld
        }
    }

    /// Why there is no value, for `.notApplicable` only.
    package var reason: Reason? {
        guard case .notApplicable(let reason) = outcome else { return nil }
        return reason
    }

    /// How a value was found, or why it stands without an interval; for `.value` only.
    package var note: Note? { outcome.value?.note }

    /// What the `reason` of JSON and CSV says: why there is no value, or the note that stands with it.
    package var remark: String? { reason?.rawValue ?? note?.rawValue }

    /// The number: a count, a share as a fraction from 0 to 1, a mean, hours; nil for a range with two ends.
    package var value: Double? { numbers.value }
    /// The part of a share, also where the share is not applicable; nil where it is not whole.
    package var numerator: Int? { numbers.numerator.flatMap { $0 % numbers.parts == 0 ? $0 / numbers.parts : nil } }
    /// The whole of a share, also where the share is not applicable; nil where it is not whole.
    package var denominator: Int? { numbers.denominator.flatMap { $0 % numbers.parts == 0 ? $0 / numbers.parts : nil } }
    /// The part of a share with its fraction, such as 9.5 criteria.
    package var exactNumerator: Double? { numbers.numerator.map { Double($0) / Double(numbers.parts) } }
    /// The whole of a share with its fraction, such as 2.5 full-time equivalents.
    package var exactDenominator: Double? { numbers.denominator.map { Double($0) / Double(numbers.parts) } }
    /// Lower end of a range or interval.
    package var low: Double? { numbers.low }
    /// Upper end of a range or interval.
    package var high: Double? { numbers.high }
    /// Number of answers behind a mean.
    package var n: Int? { numbers.n }

    /// The value as a whole number where it is one, to be printed without a point.
    package var whole: Int? { value.flatMap { Int(exactly: $0) } }

    /// The figure as an outcome of its value alone, to compute with; a range with two ends has no single value.
    package var single: Outcome<Double?> { outcome.map(\.value) }
}
