/// The constructors: each holds the rule of metrics.md section 1 for its kind of figure.
extension Figure {
    /// A count; 0 is a true zero.
    package static func count(_ count: Int, missing: Int = 0) -> Figure {
        Figure(.value(Numbers(value: Double(count))), missing: missing)
    }

    /// A fraction with its numerator and denominator; of none it is `zero_denominator`, above one `above_denominator`.
    ///
    /// It is never capped at 1: above it is an error in the data, and both numbers stay to show which.
    /// `parts` is into how many a whole is cut in both numbers: 2 where they are halves.
    package static func share(numerator: Int, denominator: Int, parts: Int = 1, missing: Int = 0) -> Figure {
        var numbers = Numbers(numerator: numerator, denominator: denominator, parts: max(1, parts))
        guard denominator > 0 else {
            return Figure(.notApplicable(.zeroDenominator), missing: missing, basis: numbers)
        }
        guard numerator <= denominator else {
            return Figure(.notApplicable(.aboveDenominator), missing: missing, basis: numbers)
        }
        numbers.value = Double(numerator) / Double(denominator)
        return Figure(.value(numbers), missing: missing)
    }

    /// What was done, as a fraction of what was planned; more than was planned is no error. Of no plan it is
    /// `zero_denominator`.
    package static func ofPlanned(_ done: Int, of planned: Int, missing: Int = 0) -> Figure {
        let numbers = Numbers(numerator: done, denominator: planned)
        guard planned > 0 else {
            return Figure(.notApplicable(.zeroDenominator), missing: missing, basis: numbers)
        }
        return Figure(.value(numbers.valued(Double(done) / Double(planned))), missing: missing)
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

    /// A mean, or another statistic over answers, that is computed already; of nobody it is `zero_denominator`.
    package static func mean(_ value: Double, n: Int, missing: Int = 0) -> Figure {
        guard n > 0 else { return .notApplicable(.zeroDenominator, n: n, missing: missing) }
        return Figure(.value(Numbers(value: value, n: n)), missing: missing)
    }

    /// How often each of several answers was given, and all of them together; it has no value of its own.
    package static func distribution(_ counts: [Int]) -> Figure {
        let n = counts.reduce(0, +)
        guard n > 0 else { return .notApplicable(.zeroDenominator, n: n) }
        return Figure(.value(Numbers(n: n))).telling(counts)
    }

    /// The median over what was settled, with its n; of nothing it is `zero_denominator`.
    package static func medianOfSettled(_ waits: Waits, missing: Int = 0) -> Figure {
        guard let days = waits.medianOfSettled else {
            return Figure(.notApplicable(.zeroDenominator), missing: missing)
        }
        return Figure(.value(Numbers(value: days, n: waits.over)), missing: missing)
    }

    /// The median by Kaplan and Meier over all that waited, with its n; `not_due` while most of them still wait.
    package static func medianWithOpen(_ waits: Waits, missing: Int = 0) -> Figure {
        guard waits.count > 0 else { return Figure(.notApplicable(.zeroDenominator), missing: missing) }
        guard let days = waits.medianWithOpen else { return Figure(.notApplicable(.notDue), missing: missing) }
        return Figure(.value(Numbers(value: days, n: waits.count)), missing: missing)
    }

    /// A number per so many, such as items per 100 visits, with what it is per as its n; per none it is
    /// `zero_denominator`.
    package static func rate(_ count: Int, per base: Int, of units: Int, missing: Int = 0) -> Figure {
        mean(sum: Double(count * base), n: units, missing: missing)
    }

    /// A value that somebody set, such as a target.
    package static func given(_ value: Double) -> Figure { Figure(.value(Numbers(value: value))) }

    /// Hours of 60 minutes.
    package static func hours(minutes: Int, missing: Int = 0) -> Figure {
        Figure(.value(Numbers(value: Double(minutes) / 60)), missing: missing)
    }

    /// Hours that were written down in hundredths.
    package static func hours(hundredths: Int, missing: Int = 0) -> Figure {
        Figure(.value(Numbers(value: Double(hundredths) / 100)), missing: missing)
    }

    /// Nothing of this theme was ever recorded.
    package static let notCollected = Figure(.notCollected)

    /// Records are in scope, and all of those that lack what is needed are `missing`.
    package static func notCollected(missing: Int) -> Figure {
        Figure(.notCollected, missing: missing)
    }

    /// The question has no answer, for the reason given; `n` is the number of answers that were there.
    package static func notApplicable(_ reason: Reason, n: Int? = nil, missing: Int = 0) -> Figure {
        Figure(.notApplicable(reason), missing: missing, basis: Numbers(n: n))
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

    /// The same value with a note on how it was found; a figure without a value stays as it is.
    package func noting(_ note: Note) -> Figure { adding { $0.note = note } }

    /// The same value, of which the gate knows that these counts of people can be found from it.
    func telling(_ counts: [Int]) -> Figure { adding { $0.told = counts } }

    /// The same value between these ends, where there are any.
    func between(_ ends: (low: Double, high: Double)?) -> Figure {
        guard let ends else { return self }
        return adding { ($0.low, $0.high) = (ends.low, ends.high) }
    }

    private func adding(_ change: (inout Numbers) -> Void) -> Figure {
        let changed = outcome.map { numbers in
            var numbers = numbers
            change(&numbers)
            return numbers
        }
        return Figure(changed, missing: missing, basis: basis)
    }
}

extension Figure.Numbers {
    /// The same numbers with this value.
    fileprivate func valued(_ value: Double) -> Self {
        var numbers = self
        numbers.value = value
        return numbers
    }
}

extension Figure {
    /// The share of criteria that are met, of those that apply; with `halves` one that is partly met counts half.
    ///
    /// Where every scored criterion is not applicable it is `all_not_applicable`, neither 0 nor 100 percent. Criteria
    /// without a score are missing.
    package static func score(
        met: Int,
        partial: Int,
        notMet: Int,
        notApplicable: Int,
        unscored: Int,
        halves: Bool
    ) -> Figure {
        let applicable = met + partial + notMet
        let all = applicable + notApplicable + unscored
        if applicable == 0, notApplicable > 0 { return .notApplicable(.allNotApplicable, missing: unscored) }
        let parts = halves ? 2 : 1
        return share(
            numerator: met * parts + (halves ? partial : 0),
            denominator: applicable * parts,
            parts: parts
        ).lacking(unscored, of: all)
    }
}
