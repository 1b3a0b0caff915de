package import Calendar
package import Documents
package import Measures
package import Records
package import Reports

/// Makes a report, or explains where one of its figures comes from.
package struct MakeReport: Operation {
    /// Which one: `scorecard`.
    package var name = ""
    /// What it is about.
    package var scope = ReportScope()
    /// For whom; the team where a screen or a program reads it, the board where a page is made, unless given.
    package var profile: Profile?
    /// The fewest people that are shown, in place of the profile's.
    package var threshold: Int?
    /// The id of a metric to explain in the report's place.
    package var explain: String?
    /// What it will be drawn as, on which it depends for whom it is unless that is said.
    package var format = Format.table

    /// What a threshold may be.
    package static let thresholds = 1...1_000

    package let id = OperationID.makeReport
    package let access = Access.read
    /// An evaluator makes those of evaluations, and sees no rows behind a figure.
    package var role: Role {
        Self.ofEvaluations.contains(name.trimmed.lowercased()) && explain == nil ? .evaluator : .coordinator
    }

    private static let ofEvaluations: Set = ["evaluations", "before-after", "commitments"]

    package init() {}

    package var parameters: [Parameter<Self>] {
        [
            .text("name", \.name), .text("period", \.scope.period), .text("organization", \.scope.organization),
            .text("course", \.scope.course), .text("fund", \.scope.fund), .choice("by", \.scope.split),
            .choice("commitments", \.scope.commitments),
            .text("compare", \.scope.comparison), .text("as_of", \.scope.asOf), .choice("profile", \.profile),
            .number("threshold", Self.thresholds, \.threshold), .text("explain", \.explain),
            .choice("format", \.chosenFormat),
        ]
    }

    /// The format for a parameter, which may be left out.
    private var chosenFormat: Format? {
        get { format }
        set { format = newValue ?? .table }
    }

    package func run(_ context: Context, in store: Store) throws -> MadeReport {
        let report = try Self.report(named: name)
        try RecordError.require(threshold, in: Self.thresholds, of: "threshold")
        let facts = ProgramFacts(store.program)
        let scope = try scope.scope(in: store)
        let inquiry = Inquiry(
            report,
            of: facts,
            scope: scope,
            comparison: try self.scope.comparison(in: store),
            disclosure: Disclosure(profile: profile, threshold: threshold, format: format, program: facts)
        )
        let metric = try explain.map { try Self.metric($0, scope, store) }
        let document =
            try metric.map { try Explanation($0, in: inquiry).document(from: store.reader) }
            ?? inquiry.document(for: format, from: store.reader)
        return MadeReport(
            document: document,
            format: format,
            period: scope.period,
            isOfDefaultPeriod: self.scope.period == nil
        )
    }

    /// The report of a name.
    ///
    /// - Throws: ``UnknownName``.
    package static func report(named name: String) throws -> Report {
        if let report = Report.named(name.trimmed) { return report }
        throw UnknownName(kind: .report, word: name, known: Report.all.map(\.name))
    }

    private static func metric(_ id: String, _ scope: Scope, _ store: Store) throws -> Metric {
        if let metric = try Catalogue.metric(id, in: scope, from: store.reader) { return metric }
        let companions = try Catalogue.companions(in: scope, from: store.reader)
        throw UnknownName(kind: .metric, word: id, known: (Catalogue.metrics + companions).map(\.id.text))
    }
}

/// A report that was made.
package struct MadeReport: Sendable {
    /// The report, ready to be drawn in the format that was asked for.
    package let document: Document
    /// The format that was asked for.
    package let format: Format
    /// Which days it is about.
    package let period: Period
    /// Whether that is this fiscal year because no period was named.
    package let isOfDefaultPeriod: Bool

    /// Its bytes in the format that was asked for, as no terminal has them.
    package func drawn() throws(WorkbookProblem) -> [UInt8] { try format.draw(document) }
}

extension ProgramFacts {
    /// What reports say of the program whose record this is.
    init(_ program: Program) {
        self.init(
            name: program.name,
            organizationID: program.organization,
            fiscalYearStart: program.fiscalYearStart,
            threshold: program.threshold
        )
    }
}
