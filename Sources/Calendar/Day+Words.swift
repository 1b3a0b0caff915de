extension Day {
    /// The day as people write it in a sentence or a table: `Nov 24, 2026`.
    package var words: String { "\(shortWords), \(year)" }

    /// The day without its year: `Nov 24`.
    package var shortWords: String { "\(MonthName.short[month - 1]) \(day)" }

    /// The day as people write it, without its year where that is the year of `today`.
    package func words(seenFrom today: Day) -> String { year == today.year ? shortWords : words }
}

extension StringProtocol {
    /// A day that is kept as `2026-11-24`, or an instant that begins with one, as people write the day; anything else as
    /// it stands.
    package var dayWords: String { Day(iso: prefix(10))?.words ?? String(self) }
}
