/// How many of those who were asked to evaluate did so, in the terms of AAPOR's Standard Definitions (metrics.md
/// EV-01); whoever is not known to be eligible counts as eligible, so it is rather too low than too high.
package struct ResponseRate: Sendable, Hashable {
    /// How far a response goes; the raw values are those of the records.
    package enum Completeness: String, Sendable, Hashable, CaseIterable {
        /// More than 80 % of the items.
        case complete
        /// From half of the items to 80 % of them.
        case partial
        /// Under half of the items, or none where the form has none.
        case refused

        /// What a response with so many answered items of so many is.
        package init(answered: Int, of items: Int) {
            let answered = min(max(0, answered), max(0, items))
            if answered == 0 || answered < items - answered {
                self = .refused
            } else {
                // Above 80 % is: under a quarter as many left out as answered.
                self = 4 * (items - answered) < answered ? .complete : .partial
            }
        }
    }

    /// I: complete responses.
    package let complete: Int
    /// P: partial responses.
    package let partial: Int
    /// R: those who broke off or said no.
    package let refused: Int
    /// Attendances at sessions where an evaluation was offered; nil where that is not known.
    package let eligible: Int?

    /// So many responses of each kind from so many who were eligible.
    package init(complete: Int, partial: Int, refused: Int = 0, eligible: Int?) {
        self.complete = complete
        self.partial = partial
        self.refused = refused
        self.eligible = eligible
    }

    /// Complete and partial responses.
    package var returned: Int { complete + partial }

    /// EV-01.rr1: complete responses of all who were eligible.
    package func rr1(missing: Int = 0) -> Figure { rate(complete, missing) }

    /// EV-01, RR2: complete and partial responses of all who were eligible; above that many it is
    /// `above_denominator`, of none `zero_denominator`, and `denominator_not_recorded` where they were not counted.
    package func rr2(missing: Int = 0) -> Figure { rate(returned, missing) }

    /// Those who broke off or said no, of all who were eligible.
    package func refusals(missing: Int = 0) -> Figure { rate(refused, missing) }

    /// Complete responses of those returned.
    package func completion(missing: Int = 0) -> Figure {
        .share(numerator: complete, denominator: returned, missing: missing)
    }

    /// Where more came back than can have, no part of it is a rate either, and the figure shows how many came back.
    private func rate(_ part: Int, _ missing: Int) -> Figure {
        guard let eligible else { return .notApplicable(.denominatorNotRecorded, missing: missing) }
        let numerator = eligible > 0 && returned > eligible ? returned : part
        return .share(numerator: numerator, denominator: eligible, missing: missing)
    }
}
