/// What became of commitments to change (metrics.md EV-13; Lockyer et al., J. Contin. Educ. Health Prof. 21, 2001).
///
/// What people report of themselves is rather too high.
package struct Commitments: Sendable, Hashable {
    /// How many things people said they would do, several by one person where they did.
    package let made: Int
    /// People who made them.
    package let respondents: Int
    /// Followed up and carried out.
    package let fully: Int
    /// Followed up and carried out in part.
    package let partly: Int
    /// Followed up and not carried out yet.
    package let notYet: Int

    /// So many commitments, and what was heard of them.
    package init(made: Int, respondents: Int, fully: Int, partly: Int, notYet: Int) {
        self.made = made
        self.respondents = respondents
        self.fully = fully
        self.partly = partly
        self.notYet = notYet
    }

    /// Commitments of which something was heard.
    package var followedUp: Int { fully + partly + notYet }

    /// EV-13: those carried out, of those followed up, not of those made.
    package func figure(missing: Int = 0) -> Figure { part(fully, missing) }
    /// EV-13.partly, of those followed up.
    package func partlyFigure(missing: Int = 0) -> Figure { part(partly, missing) }
    /// EV-13.not_yet, of those followed up.
    package func notYetFigure(missing: Int = 0) -> Figure { part(notYet, missing) }
    /// EV-13.made.
    package func madeFigure(missing: Int = 0) -> Figure { .count(made, missing: missing) }
    /// EV-13.followed_up: those followed up, of those made.
    package func followedUpFigure(missing: Int = 0) -> Figure {
        .share(numerator: followedUp, denominator: made, missing: missing)
    }
    /// Commitments per person who made any, with the number of people.
    package func perRespondent(missing: Int = 0) -> Figure {
        .mean(sum: Double(made), n: respondents, missing: missing)
    }

    private func part(_ count: Int, _ missing: Int) -> Figure {
        .share(numerator: count, denominator: followedUp, missing: missing)
    }
}
