/// The constructors: each holds the rule of metrics.md section 1 for its kind of figure.
extension Figure {
    /// A count; 0 is a true zero.
    package static func count(_ count: Int, missing: Int = 0) -> Figure {
        Figure(.value(Numbers(value: Double(count))), missing: missing)
    }

    /// A fraction with its numerator and denominator; of none it is `zero_denominator`, above one `above_denominator`.
    ///
    /// It is never capped at 1: above it is an error in the data, and both numbers stay to show which.
    package static func share(numerator: Int, denominator: Int, missing: Int = 0) -> Figure {
        var numbers = Numbers(numerator: numerator, denominator: denominator)
        guard denominator > 0 else {
            return Figure(.notApplicable(.zeroDenominator), missing: missing, basis: numbers)
        }
        guard numerator <= denominator else {
            return Figure(.notApplicable(.aboveDenominator), missing: missing, basis: numbers)
        }
        numbers.value = Double(numerator) / Double(denominator)
        return Figure(.value(numbers), missing: missing)
    }

    /// From `low` to `high`; when both are one number that is the value too. The ends may be given in either order.
    package static func range(low: Int, high: Int, missing: Int = 0) -> Figure {
        interval(low: Double(low), high: Double(high), missing: missing)
    }

    /// A range of any numbers, with the value that lies within it where there is one, and its n.
    package static func interval(
        value: Double? = nil,
        low: Double,
        high: Double,
        n: Int? = nil,
        missing: Int = 0
    ) -> Figure {
        let ends = Numbers(value: value ?? (low == high ? low : nil), low: min(low, high), high: max(low, high), n: n)
        return Figure(.value(ends), missing: missing)
    }

    /// A mean with its n; of nobody it is `zero_denominator`, never 0.
    package static func mean(sum: Double, n: Int, missing: Int = 0) -> Figure {
        guard n > 0 else {
            return Figure(.notApplicable(.zeroDenominator), missing: missing, basis: Numbers(n: n))
        }
        return Figure(.value(Numbers(value: sum / Double(n), n: n)), missing: missing)
    }

    /// Hours of 60 minutes.
    package static func hours(minutes: Int, missing: Int = 0) -> Figure {
        Figure(.value(Numbers(value: Double(minutes) / 60)), missing: missing)
    }

    /// Nothing of this theme was ever recorded.
    package static let notCollected = Figure(.notCollected)

    /// Records are in scope, and all of those that lack what is needed are `missing`.
    package static func notCollected(missing: Int) -> Figure {
        Figure(.notCollected, missing: missing)
    }

    /// The question has no answer, for the reason given.
    package static func notApplicable(_ reason: Reason, missing: Int = 0) -> Figure {
        Figure(.notApplicable(reason), missing: missing)
    }

    /// A figure that may not be shown; only its missing records are counted on.
    package static func withheld(missing: Int = 0) -> Figure {
        Figure(.withheld, missing: missing)
    }

    /// The same figure, `missing` of whose `total` records lack what the metric needs: all of them lacking is
    /// `not_collected`, some is the figure with `missing`. Of no records at all the figure stays as it is.
    package func lacking(_ missing: Int, of total: Int) -> Figure {
        if total > 0, missing >= total { return .notCollected(missing: missing) }
        return Figure(outcome, missing: missing, basis: basis)
    }
}
