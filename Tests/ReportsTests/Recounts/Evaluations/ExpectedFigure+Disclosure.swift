/// What of a figure may be published, by section 4.2 of the definitions.
extension ExpectedFigure {
    /// The disclosure class of a figure.
    enum Class {
        /// S0, and for the response rate of so many people and more only.
        case open, openFromThreshold
        case people, rate, mean

        init(of id: String) {
            self =
                switch id.prefix(5) {
                case "EV-01": .openFromThreshold
                case "EV-03", "EV-14": .open
                case "EV-12": .people
                case "EV-13": id == "EV-13.made" ? .people : id == "EV-13.per_person" ? .mean : .rate
                case "EV-07", "EV-08", "EV-09", "EV-10": .mean
                default: .rate
                }
        }
    }

    /// Whether everybody giving the same answer would tell what each of them answered.
    private static func isSensitive(_ id: String) -> Bool { ["EV-04", "EV-05", "EV-15"].contains(id.prefix(5)) }

    static let withheldState = "withheld"

    /// The figure as readers may see it where the smallest count is `k`, before anything is withheld for the sake of others.
    func published(_ id: String, k: Int) -> ExpectedFigure {
        let kind = Class(of: id)
        let withheld = ExpectedFigure(state: Self.withheldState, missing: missing)
        switch kind {
        case .open: return self
        case .openFromThreshold: return (denominator ?? 0) == 0 || (denominator ?? 0) >= k ? self : withheld
        case .people, .rate, .mean: break
        }
        switch state {
        case "value": return isPublic(kind, id, k) ? self : withheld
        case "not_applicable" where reason == "n_lt_2" || reason == "zero_variance": return withheld
        case "not_applicable":
            // Which kind of nothing it is may be said, without its numbers.
            return .notApplicable(reason ?? "", missing: missing)
        default: return self
        }
    }

    private func isPublic(_ kind: Class, _ id: String, _ k: Int) -> Bool {
        if kind == .mean { return (n ?? 0) >= max(k, 8) && reason != "zero_variance" }
        let areLarge = counts.allSatisfy { $0 == 0 || $0 >= k }
        // A count of people or items stands by itself; what a rate is of must be large enough too.
        guard denominator != nil || n != nil else { return areLarge }
        let all = counts.reduce(0, +)
        let isSame = Self.isSensitive(id) && counts.contains(all)
        return areLarge && all >= k && !isSame
    }
}
