import Calendar
import Measures

/// One figure that Groundwork knows how to count: what it is called, what it means, how it comes about, how it is shown,
/// and how it is protected.
///
/// A new metric is one element of one theme, which everything else asks: pages, rows, targets, scorecards, `--explain`
/// and the clearance. A variant is a copy with other values.
package struct Metric: Sendable {
    /// Level at which stigma is dismantled.
    package enum Level: String, Sendable, Hashable, CaseIterable {
        case organizational, community, individual
    }

    /// What a value counts; the raw values are part of the output contract.
    package enum Unit: String, Sendable, Hashable, CaseIterable {
        case sessions, visits, people, organizations, hours, share, points, days, items, score
    }

    /// Whether more of it is better; what improved follows from this, never from the sign.
    package enum Direction: String, Sendable, Hashable, CaseIterable {
        case higherIsBetter = "higher_is_better"
        case lowerIsBetter = "lower_is_better"
        case neutral
    }

    /// By what it can be divided.
    package enum Division: Sendable, Hashable {
        /// By everything that a session has.
        case everySplit
        /// By that, and by what attendees are known by.
        case everySplitAndPeople
        /// By that, and by the job roles of those who are named.
        case everySplitAndRoles
        /// By organization only: it is judged on one day.
        case organizationOnly
        /// By organization, month and quarter: a record with a day that belongs to no course, site, fund or modality.
        case organizationAndTime
        /// By organization, month and quarter too, and by what an organization is; never of a course or a fund.
        case organizations

        func allows(_ split: Split) -> Bool {
            switch self {
            case .everySplit: !split.isOfPeople
            case .everySplitAndPeople: true
            case .everySplitAndRoles: split != .category
            case .organizationOnly: split == .organization
            case .organizationAndTime: split == .organization || split == .month || split == .quarter
            case .organizations: split == .sector || Division.organizationAndTime.allows(split)
            }
        }
    }

    /// What it is called, and what it means.
    package struct Words: Sendable, Hashable {
        /// The dictionary's title, without what stands in parentheses.
        var title: String
        /// What pages call it where that is said more plainly than the dictionary does; nil where they use the title.
        var label: String?
        /// The sentence that defines it, which pages and `--explain` print.
        var definition: String
        /// What is missing, with `#` for how many and the plural's letter in brackets: `minutes not recorded for #
        /// session[s]`.
        var missing: String
        /// What a page calls the total that its share is of, where that must be recorded first.
        var total: String?
        /// What a page adds in its note: of which wave it is, where it is asked in other words.
        var remarks: [String] = []

        /// What is missing where a metric does not say what.
        static let anything = "not recorded for # record[s]"
    }

    /// Where it belongs, and which way is better.
    package struct Standing: Sendable, Hashable {
        var level: Level
        var strategy: Strategy
        var direction = Direction.neutral
    }

    /// What kind of number it is.
    package struct Shape: Sendable, Hashable {
        /// What its value counts.
        var unit: Unit
        /// With how many decimal places a page prints a mean.
        var places = 1
        /// How many there can be at most, where a page says so: `2 of 7`.
        var outOf: Int?
        /// Whether it is about a scale, and not about a single item of a form.
        var isOfScale = false
        /// Whether it is about an item whose numbers are turned round.
        var isTurned = false
        /// Whether nobody asks for it unless somebody marks a question of a form.
        var isMarked = false
        /// Whether it counts, although it may be that nothing was collected: of days to come it is 0.
        var isCount = false
        /// Whether it counts what there is on the last day, whenever it came: months do not add up.
        var isStock = false
    }

    /// Under which it stands in rows, targets and `--explain`.
    package let id: MetricID
    /// What it is called, and what it means.
    var words: Words
    /// Where it belongs, and which way is better.
    var standing: Standing
    /// What kind of number it is.
    var shape: Shape
    /// By what it divides.
    var division: Division
    /// Where pages show it, and what they say beside it.
    var display = Display()
    /// How it is protected.
    var disclosure: DisclosureRule
    /// How it is counted.
    var counting: Counting
    /// Which entries it has in a report.
    var expansion = Expansion.own

    /// An element of a theme.
    init(
        _ id: StaticString,
        _ title: String,
        _ definition: String,
        _ level: Level,
        _ strategy: Strategy,
        unit: Unit,
        direction: Direction,
        sensitivity: Sensitivity = .open,
        division: Division = .everySplit,
        missing: String = Words.anything,
        counting: Counting = .noRecords
    ) {
        self.id = MetricID(id)
        words = Words(title: title, definition: definition, missing: missing)
        standing = Standing(level: level, strategy: strategy, direction: direction)
        shape = Shape(unit: unit)
        self.division = division
        disclosure = DisclosureRule(sensitivity: sensitivity)
        self.counting = counting
    }

    /// What the metrics of a theme have in common, but for those that say otherwise.
    struct Common: Sendable {
        let level: Level
        let strategy: Strategy
        var direction = Direction.neutral
        var division = Division.everySplit
    }

    /// An element of a theme whose metrics have so much in common.
    init(
        _ common: Common,
        _ id: StaticString,
        _ title: String,
        _ definition: String,
        unit: Unit,
        direction: Direction? = nil,
        sensitivity: Sensitivity = .open,
        division: Division? = nil,
        missing: String = Words.anything,
        counting: Counting
    ) {
        self.init(
            id,
            title,
            definition,
            common.level,
            common.strategy,
            unit: unit,
            direction: direction ?? common.direction,
            sensitivity: sensitivity,
            division: division ?? common.division,
            missing: missing,
            counting: counting
        )
    }

    private init(_ other: Metric, id: MetricID, title: String) {
        self.id = id
        words = other.words
        (standing, shape, division, display) = (other.standing, other.shape, other.division, other.display)
        (disclosure, counting, expansion) = (other.disclosure, other.counting, other.expansion)
        words.title = title
        words.label = other.words.label.map { "\($0): \(subject)" }
    }
}

extension Metric {
    /// How a page names it, without its unit.
    package var title: String { words.title }
    /// What pages call it; `DAY` in it stands for the last day that a report covers.
    package var label: String { words.label ?? title }
    /// The sentence that defines it.
    package var definition: String { words.definition }
    /// What its value counts.
    package var unit: Unit { shape.unit }

    /// Whether anything can be recorded that it is counted from.
    package var isCounted: Bool { !counting.questions.isEmpty }

    /// What a companion is about: its title without that of its metric.
    var subject: String { title.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? title }

    /// The same metric with another value in one place.
    func with<Value>(_ place: WritableKeyPath<Metric, Value>, _ value: Value) -> Metric {
        var metric = self
        metric[keyPath: place] = value
        return metric
    }

    /// The same metric for groups of people: a count that is open otherwise is one of people there.
    var dividedByPeople: Metric {
        disclosure.sensitivity == .open ? with(\.disclosure.sensitivity, .people) : self
    }

    /// The same metric, which pages call by a plainer name.
    func labeled(_ label: String) -> Metric { with(\.words.label, label) }

    /// Whether it is judged on one day, so that months do not add up.
    var isOfOneDay: Bool { shape.isStock || division == .organizationOnly }

    /// Whether it says how things stand, and not how many there were: of days that are still to come it says nothing.
    var isJudged: Bool { isOfOneDay || unit == .share }

    /// The same metric, which counts what there is on the last day.
    var asStock: Metric { with(\.shape.isStock, true) }

    /// What pages call it where the last day of the report is this one.
    func label(on day: Day) -> String { label(on: day.words) }

    /// What pages call it where the last day is so called.
    func label(on day: String) -> String { shape.isStock ? label.replacing("DAY", with: day) : label }

    /// The same metric, of which so much adds up with others.
    func related(_ relations: (Metric) -> [Relation]) -> Metric { with(\.disclosure.relations, relations(self)) }

    /// The same metric counted otherwise, with one entry.
    func counted(_ questions: [Question], _ conclude: @escaping @Sendable (Counts) -> Figure) -> Metric {
        with(\.counting, Counting(questions, conclude: conclude)).with(\.expansion, .own)
    }

    /// The companion for an item or a scale: the metric's id and title with the code and what is asked behind them.
    func companion(
        _ suffix: String,
        _ what: String,
        _ questions: [Question],
        _ conclude: @escaping @Sendable (Counts) -> Figure
    ) -> Metric {
        Metric(counted(questions, conclude), id: id.companion(suffix), title: "\(title): \(what)")
    }
}
