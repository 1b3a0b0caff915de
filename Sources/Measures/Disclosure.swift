/// The gate that every figure passes on its way to a page: the primary rules of metrics.md 4.2.
///
/// A withheld figure is replaced as a whole, so nothing behind the gate can print, add or subtract it. What could be
/// recovered by subtraction between figures is judged by `Withholding`, over all that is published together.
package struct Disclosure: Sendable, Hashable {
    /// Fewest answers behind a published mean (HESA: averages on 7 or fewer are withheld).
    package static let fewestForMean = 8

    /// For whom the page is made.
    package let profile: Profile
    /// Smallest count of people that is published, k; 1 withholds nothing but what never leaves.
    package let threshold: Int

    /// The gate of a profile; a threshold overrules the profile's own, and none is below 1.
    package init(_ profile: Profile, threshold: Int? = nil) {
        self.profile = profile
        self.threshold = max(1, threshold ?? profile.threshold)
    }

    /// Whether anything but `.inside` may be withheld.
    package var withholds: Bool { threshold > 1 }

    /// The figure as it may be published: itself, or withheld with none of its numbers.
    ///
    /// `homogeneity` is for a sensitive yes-or-no answer: a rate in which everybody answered the same (all of them or
    /// none) is withheld although n is large. A figure that is not applicable stays so, without its numbers, unless
    /// its reason tells of one person or of equal answers.
    package func publish(_ figure: Figure, class sensitivity: Sensitivity, homogeneity: Bool = false) -> Figure {
        if sensitivity == .open { return figure }
        if sensitivity != .inside, !withholds { return figure }
        switch figure.outcome {
        case .value(let numbers) where allows(numbers, sensitivity, homogeneity): return figure
        case .value, .withheld: return .withheld(missing: figure.missing)
        case .notApplicable(.fewerThanTwo), .notApplicable(.zeroVariance): return .withheld(missing: figure.missing)
        case .notApplicable(let reason): return .notApplicable(reason, missing: figure.missing)
        case .notCollected: return figure
        }
    }

    /// Whether a count of people may be published: 0, or k and more.
    package func allows(count: Int) -> Bool { count == 0 || count >= threshold }

    private func allows(_ numbers: Figure.Numbers, _ sensitivity: Sensitivity, _ homogeneity: Bool) -> Bool {
        switch sensitivity {
        case .open: true
        case .people: allowsPeople(numbers)
        case .rate where numbers.isCount: allowsPeople(numbers)
        case .rate: allowsRate(numbers, homogeneity)
        case .mean: allowsMean(numbers)
        case .inside: false
        }
    }

    /// A share of people tells three counts: its numerator, its denominator, and what is left.
    private func allowsPeople(_ numbers: Figure.Numbers) -> Bool {
        if numbers.denominator != nil || !numbers.told.isEmpty { return allowsRate(numbers, false) }
        let shown = [numbers.value, numbers.low, numbers.high].compactMap(\.self)
        return !shown.isEmpty && shown.allSatisfy { $0 == 0 || $0 >= Double(threshold) }
    }

    /// A mean of two groups needs enough answers in each of them; equal answers tell what everybody answered.
    private func allowsMean(_ numbers: Figure.Numbers) -> Bool {
        let groups = numbers.told.isEmpty ? [numbers.n ?? 0] : numbers.told
        return numbers.note != .zeroVariance && groups.allSatisfy { $0 >= max(threshold, Self.fewestForMean) }
    }

    /// A rate of more than two kinds of answers, such as a net, tells the count of each.
    private func allowsRate(_ numbers: Figure.Numbers, _ homogeneity: Bool) -> Bool {
        if !numbers.told.isEmpty {
            let all = numbers.told.reduce(0, +)
            if homogeneity, numbers.told.contains(all) { return false }
            return all >= threshold && numbers.told.allSatisfy { allows(count: $0) }
        }
        guard let numerator = numbers.numerator, let denominator = numbers.denominator else { return false }
        let complement = denominator - numerator
        if homogeneity, numerator == 0 || complement == 0 { return false }
        return denominator >= threshold && allows(count: numerator) && allows(count: complement)
    }
}

extension Figure.Numbers {
    /// Whether it is a number of people or items alone, which is judged as such whatever its class.
    fileprivate var isCount: Bool { value != nil && numerator == nil && denominator == nil && n == nil && told.isEmpty }
}
