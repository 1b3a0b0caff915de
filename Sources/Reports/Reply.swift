package import Documents
import Measures
import Records
import SQLite

/// What a report's questions were answered: everything that any of its formats is drawn from, read at one moment.
///
/// Nothing is drawn yet, so that several formats need one reading, and so that what several reports tell together can be
/// looked over before any of them is made.
package struct Reply: Sendable {
    /// A chart with the months that it draws.
    struct Charted: Sendable {
        let chart: MonthlyChart
        let reading: Reading
    }

    /// What was asked.
    package let inquiry: Inquiry
    /// The formats that it was asked for.
    let formats: [Format]
    /// What formats for people are drawn from, and those for programs, unless `rows` says otherwise.
    let answers: Answers
    /// What formats for programs are drawn from where items are entries of the report: a page lists those of the previous
    /// period too, rows only those of the period that was asked for.
    let rows: Answers?
    let targets: Targets
    let charts: [Charted]
    /// What pages say beside the figures.
    let surroundings: Surroundings
    /// What people said, for the top of a scorecard.
    let said: Detail.Reading?

    /// The figures of the period, and of the one that it is held against.
    struct Answers: Sendable {
        let comparison: Comparison?
        let now: Reading
        let other: Reading?
        let details: [Detail.Reading]

        init(_ inquiry: Inquiry, comparison: Comparison?, from database: borrowing DatabaseReader) throws {
            let (report, scope, disclosure) = (inquiry.report, inquiry.scope, inquiry.disclosure)
            let earlier = comparison?.period(for: scope.period).map(scope.over)
            let bases = Bases()
            let scopes = [scope] + (earlier.map { [$0] } ?? [])
            let asked = try inquiry.asksItems ? Questionnaire(scopes, on: bases, from: database) : nil
            let now = try Reading(report, scope, disclosure, asking: asked, on: bases, from: database)
            self.comparison = comparison
            self.now = now
            other = try earlier.map { try Reading(report, $0, disclosure, asking: asked, on: bases, from: database) }
            details = try report.details.map { try $0.reading(scope, disclosure, now, from: database) }
        }
    }

    init(_ inquiry: Inquiry, for formats: [Format], from database: borrowing DatabaseReader) throws {
        let (report, scope) = (inquiry.report, inquiry.scope)
        let isRead = formats.contains { !$0.isForPrograms }
        let comparison = inquiry.comparison ?? (isRead ? .previous : nil)
        let isApart =
            comparison != inquiry.comparison && inquiry.asksItems && formats.contains { $0.isForPrograms }
        let answers = try Answers(inquiry, comparison: comparison, from: database)
        self.inquiry = inquiry
        self.formats = formats
        self.answers = answers
        rows = isApart ? try Answers(inquiry, comparison: nil, from: database) : nil
        targets = try Targets(of: inquiry.program, asOf: scope.asOf, from: database)
        charts = isRead ? try inquiry.charts(from: database) : []
        surroundings = isRead ? try Surroundings(report.facts, scope, from: database) : Surroundings()
        let isScorecard = isRead && report.form == .scorecard
        said = isScorecard ? try Detail.saidAndDone.reading(scope.undivided, inquiry.disclosure, from: database) : nil
    }

    /// The document for one of the formats that were asked for, after what was decided over all that is published with
    /// it; nil where it is published alone.
    package func document(for format: Format, after verdicts: Verdicts? = nil) -> Document {
        let verdicts = verdicts ?? Clearance.deciding(self, for: format)
        let answers = answers(for: format).cleared(by: verdicts)
        let compared = inquiry.comparison == nil ? nil : answers.other
        let page = format.isForPrograms ? nil : page(answers, verdicts)
        let table = ReportRows(inquiry: inquiry, readings: [answers.now] + (compared.map { [$0] } ?? [])).table
        let data = ReportData(
            inquiry: inquiry,
            now: answers.now,
            other: compared,
            targets: targets,
            details: answers.details
        )
        return Document(
            title: inquiry.title,
            about: page?.about,
            blocks: page?.blocks ?? [],
            closing: page?.closing ?? [],
            data: data.json,
            rows: inquiry.report.form.isList ? answers.details.first?.table ?? table : table
        )
    }

    private func page(_ answers: Answers, _ verdicts: Verdicts) -> Page {
        var months = inquiry.scope.undivided
        months.split = .month
        return Page(
            inquiry: inquiry,
            now: answers.now,
            other: answers.other,
            comparison: answers.comparison,
            targets: targets,
            details: answers.details,
            charts: charts.compactMap { $0.chart.chart($0.reading.cleared(by: verdicts), months) }
                + inquiry.report.charts(of: answers.now),
            surroundings: surroundings,
            said: said
        )
    }

    private func answers(for format: Format) -> Answers { format.isForPrograms ? rows ?? answers : answers }
}

// MARK: - What is published

extension Reply {
    /// Every reading whose figures a format prints.
    func readings(for format: Format) -> [Reading] {
        let answers = answers(for: format)
        if format.isForPrograms { return [answers.now] + (inquiry.comparison == nil ? [] : others(answers)) }
        return [answers.now] + others(answers) + charts.map(\.reading)
    }

    /// Every reading whose figures any of its formats prints, each once: the period's and the one that it is held against,
    /// and the months of its charts.
    var published: [Reading] {
        let all = [answers] + (rows.map { [$0] } ?? [])
        return all.flatMap { [$0.now] + others($0) } + charts.map(\.reading)
    }

    /// What stands beside the figures in a format.
    func details(for format: Format) -> [Detail.Reading] { answers(for: format).details }

    private func others(_ answers: Answers) -> [Reading] { answers.other.map { [$0] } ?? [] }
}

extension Reply.Answers {
    private init(_ other: Self, clearedBy verdicts: Verdicts) {
        comparison = other.comparison
        now = other.now.cleared(by: verdicts)
        self.other = other.other?.cleared(by: verdicts)
        details = other.details.map { $0.cleared(by: verdicts) }
    }

    /// The same answers, as they may be published beside everything else.
    fileprivate func cleared(by verdicts: Verdicts) -> Self { Self(self, clearedBy: verdicts) }
}

extension Inquiry {
    /// Whether items of forms are entries of the report.
    fileprivate var asksItems: Bool { report.metrics.contains(where: \.isOfForms) }
}

extension Format {
    /// Whether it is drawn from data and rows alone: the previous period, charts and sentences are for people.
    var isForPrograms: Bool { self == .json || self == .csv }
}

extension Report {
    /// What its page says beside the figures: what the themes' sentences need on a scorecard, and the yardsticks that
    /// every page notes.
    fileprivate var facts: [any SurroundingFact.Type] {
        let yardsticks = metrics.compactMap(\.display.yardstick)
        if form == .scorecard { return Theme.all.flatMap(\.facts) + yardsticks.compactMap(\.fact) }
        return yardsticks.filter(\.isNoted).compactMap(\.fact)
    }
}
