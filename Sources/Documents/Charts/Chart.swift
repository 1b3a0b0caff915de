/// A picture of figures: what is drawn, a sentence that says the same, and the table of the same figures.
///
/// Everything that is drawn comes out of a `Cell` or a published `Figure`, and a withheld one holds no number: a point
/// that may not be published can't be drawn, and the table under the picture can't say anything else than the picture.
package struct Chart: Sendable, Hashable {
    /// What kind of picture it is, with its figures.
    package enum Plot: Sendable, Hashable {
        /// Columns over periods, one or two series.
        case columns(Columns)
        /// How far figures have come towards the values that somebody set.
        case progress([Progress])
        /// Shares with their intervals, on a scale from 0 to 100 percent.
        case rates([Estimate])
        /// Differences with their intervals, about zero.
        case changes([Estimate])
        /// The course of one series; small, without an axis.
        case sparkline(Columns)
    }

    /// Fewest periods of which a course is drawn (metrics.md, section 6).
    package static let fewestForSparkline = 4

    /// What it shows.
    package let title: String
    /// What can be seen in it, in a sentence.
    package let summary: String
    /// The kind and the figures.
    package let plot: Plot

    private init(_ title: String, _ summary: String, _ plot: Plot) {
        self.title = title
        self.summary = summary
        self.plot = plot
    }

    /// Columns by period.
    package static func columns(title: String, summary: String, _ columns: Columns) -> Chart {
        Chart(title, summary, .columns(columns))
    }

    /// Bars towards targets.
    package static func progress(title: String, summary: String, _ progress: [Progress]) -> Chart {
        Chart(title, summary, .progress(progress))
    }

    /// Dots and whiskers from 0 to 100 percent.
    package static func rates(title: String, summary: String, _ rates: [Estimate]) -> Chart {
        Chart(title, summary, .rates(rates))
    }

    /// Dots and whiskers about zero.
    package static func changes(title: String, summary: String, _ changes: [Estimate]) -> Chart {
        Chart(title, summary, .changes(changes))
    }

    /// The course of the first series; nil of fewer than four periods, which are no course.
    package static func sparkline(title: String, summary: String, _ columns: Columns) -> Chart? {
        guard columns.periods.count >= fewestForSparkline, let series = columns.series.first else { return nil }
        let one = Columns(over: columns.heading, columns.periods, [series])
        return Chart(title, summary, .sparkline(one))
    }
}

// MARK: - What is drawn

extension Chart {
    /// Series over the same periods.
    package struct Columns: Sendable, Hashable {
        /// One period.
        package struct Period: Sendable, Hashable {
            /// Its name in a table: `Nov 2026`.
            package let name: String
            /// Its name below a column: `Nov`.
            package let short: String
            /// What stands once below the periods that share it: `2026`.
            package let group: String

            /// A period by its names.
            package init(_ name: String, short: String, group: String = "") {
                self.name = name
                self.short = short
                self.group = group
            }
        }

        /// One entry per period.
        package struct Series: Sendable, Hashable {
            /// What is counted.
            package let name: String
            /// The entries, in the order of the periods; nothing below zero.
            package let values: [Cell]

            /// The values have the order, and the number, of the chart's periods.
            package init(_ name: String, _ values: [Cell]) {
                self.name = name
                self.values = values
            }
        }

        /// Whether series stand side by side on one scale, or each in a picture of its own because it counts
        /// something else: two scales in one picture would compare what can't be compared.
        package enum Arrangement: Sendable, Hashable { case together, apart }

        /// What the periods are: `Month`.
        package let heading: String
        /// The periods, in order.
        package let periods: [Period]
        /// The series; together at most two.
        package let series: [Series]
        /// How they stand.
        package let arrangement: Arrangement

        /// Series over periods; one entry per period in each is the caller's promise.
        package init(
            over heading: String,
            _ periods: [Period],
            _ series: [Series],
            _ arrangement: Arrangement = .together
        ) {
            precondition(series.allSatisfy { $0.values.count == periods.count }, "an entry for each period")
            self.heading = heading
            self.periods = periods
            self.series = series
            self.arrangement = arrangement
        }
    }

    /// A figure on its way to a value that somebody set.
    package struct Progress: Sendable, Hashable {
        /// What is counted.
        package let name: String
        /// How far it is.
        package let value: Cell
        /// What was set.
        package let target: Cell

        /// A figure and its target, both in one unit.
        package init(_ name: String, _ value: Cell, target: Cell) {
            self.name = name
            self.value = value
            self.target = target
        }
    }
}
