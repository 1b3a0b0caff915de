import Calendar
import Documents
import Measures
import Records

extension Page {
    /// What the report says about itself where it stands alone.
    var about: About {
        About(
            title: inquiry.report.title,
            subtitle: "\(inquiry.program.name), \(inquiry.scope.period.title)",
            day: inquiry.scope.asOf.iso,
            facts: facts,
            definitions: definitions,
            next: inquiry.disclosure.isForTeam ? NextStep(Advice("The rows behind a figure", explaining)) : nil
        )
    }

    /// Explains the first figure of it, in the same scope.
    private var explaining: Advice.Step {
        let scope = inquiry.scope
        var known = [Advice.Given("name", inquiry.report.name), Advice.Given("period", scope.period.label)]
        if let organization = scope.organization { known.append(Advice.Given("organization", organization.ref)) }
        if let course = scope.course { known.append(Advice.Given("course", course.ref)) }
        if let fund = scope.fund { known.append(Advice.Given("fund", fund)) }
        guard let first = definitions.first?.term else { return .perform(.makeReport, known: known, ask: ["explain"]) }
        return .perform(.makeReport, known: known + [Advice.Given("explain", first)])
    }

    private var facts: [About.Fact] {
        let (scope, disclosure) = (inquiry.scope, inquiry.disclosure)
        var facts = [
            About.Fact("Program", inquiry.program.name),
            About.Fact("Period", "\(scope.period.from.words) to \(scope.period.to.words)"),
            About.Fact("Data as of", scope.days),
        ]
        if let organization = scope.organization { facts.append(About.Fact("Organization", organization.title)) }
        if let course = scope.course { facts.append(About.Fact("Course", course.title)) }
        if let fund = scope.fund { facts.append(About.Fact("Fund", fund)) }
        if isForEverybody { return facts }
        facts.append(About.Fact("For", disclosure.profile.rawValue))
        let withheld =
            disclosure.withholds
            ? "Answers, rates and groups of fewer than \(disclosure.threshold) people" : "Nothing"
        return facts + [About.Fact("Not shown", withheld)]
    }

    /// What its figures mean; a scorecard shows only those of its lines.
    private var definitions: [About.Definition] {
        if isForEverybody { return [] }
        let shown =
            inquiry.report.form == .scorecard ? Set(Theme.byLevel.flatMap(\.lines).flatMap(\.metrics)) : nil
        return inquiry.report.metrics.filter { shown?.contains($0.id) ?? true }.map { metric in
            About.Definition(
                term: metric.id.text,
                name: metric.label(on: inquiry.scope.referenceDay),
                meaning: metric.definition
            )
        }
    }

    /// Whether it is a page for the wall, which speaks of nothing but what was released for everybody.
    private var isForEverybody: Bool {
        inquiry.report.form == .wall && !inquiry.disclosure.isForTeam
    }
}
