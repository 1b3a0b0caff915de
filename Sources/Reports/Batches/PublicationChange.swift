package import Records

/// A figure that was sent and would read otherwise today.
package struct PublicationChange: Sendable {
    /// What it is, and how it was sent; nil where it was not in what was sent.
    package let before: PublishedFigures.Figure?
    /// How it reads today; nil where it is not printed any more.
    package let now: PublishedFigures.Figure?
    /// What it is.
    package var name: PublishedFigures.Figure.Name? { (before ?? now)?.name }

    /// The figures in which two publications differ, those of the earlier one in its order, then what is new.
    package static func all(
        from before: PublishedFigures,
        to now: PublishedFigures
    ) -> [PublicationChange] {
        let today = Dictionary(now.figures.map { ($0.name, $0) }) { first, _ in first }
        let sent = Set(before.figures.map(\.name))
        let changed = before.figures.compactMap { figure -> PublicationChange? in
            let other = today[figure.name]
            return other?.reads(as: figure) == true ? nil : PublicationChange(before: figure, now: other)
        }
        return changed + now.figures.filter { !sent.contains($0.name) }.map { PublicationChange(before: nil, now: $0) }
    }

    /// The kinds of record that its figure is counted from; all kinds where nobody knows.
    package var kinds: Set<Noun> {
        guard let id = name?.id else { return [] }
        let family = id.prefix { $0 != "." }
        let theme = Theme.all.first { $0.metrics.contains { $0.id.text == id || $0.id.text == family } }
        return theme?.kinds ?? Set(Noun.allCases)
    }
}

extension PublishedFigures.Figure {
    /// Whether it reads the same: state and numbers, whatever it is called.
    fileprivate func reads(as other: Self) -> Bool {
        (state, reason, n, missing) == (other.state, other.reason, other.n, other.missing)
            && (value, numerator, denominator) == (other.value, other.numerator, other.denominator)
            && (low, high) == (other.low, other.high)
    }
}
