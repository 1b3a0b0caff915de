import Calendar
import Documents
import Intake
import Records

/// A table that stands in an export of everything alone: with these the whole of a record can come into another one.
enum WholeTable: String, CaseIterable {
    case program
    case questions = "form-questions"
    case choices = "form-choices"
    case scales = "form-scales"
    case matches, matchings

    /// Whether it leaves in an identified export only, where the numbers of evaluations lead to what people wrote.
    var isIdentified: Bool { self == .matches || self == .matchings }

    /// What its columns are, in the order of the codebook.
    var columns: [(key: String, label: String, type: String)] {
        switch self {
        case .program:
            [
                ("name", "Name", "text"), ("ref", "Ref of its organization", "ref"), ("time_zone", "Time zone", "zone"),
                ("fiscal_year_start", "Month in which the fiscal year starts", "whole number"),
                ("keep_names_months", "Keep names for (months)", "whole number"),
                ("threshold", "Smallest group to show", "whole number"),
            ]
        case .questions, .choices, .scales:
            [("form", "Form", "ref")]
                + (sheet?.table(of: Self.blank).columns ?? []).map { ($0.key, "Column of the form's sheet", "text") }
        case .matches:
            [
                ("evaluation", "Number of the evaluation in this export", "whole number"),
                ("how", "How before and after were matched", "code"),
                ("pair", "Number of the pair in this export", "whole number"),
            ]
        case .matchings:
            [("session", "Session, or parent event of several", "ref"), ("closed", "Matching closed on", "date")]
        }
    }

    /// A form without questions, whose sheets have their columns.
    private static let blank = Form(
        ref: "",
        title: "",
        version: "1",
        wave: .after,
        items: [],
        choices: [:],
        scales: []
    )

    private var sheet: FormTables.Sheet? {
        switch self {
        case .questions: .survey
        case .choices: .choices
        case .scales: .scales
        default: nil
        }
    }

    /// Writes its rows.
    func write(_ store: Store, _ forms: [Form], to target: RowWriter.Target) throws {
        var writer = try RowWriter(to: target, columns: columns.map { Documents.Column(key: $0.key) })
        for cells in try rows(store, forms) {
            for cell in cells { writer.append(cell) }
            try writer.endRow()
        }
        try writer.finish()
    }

    private func rows(_ store: Store, _ forms: [Form]) throws -> [[Cell]] {
        switch self {
        case .program: return [Self.cells(store.program)]
        case .questions, .choices, .scales:
            return forms.flatMap { form in (sheet?.table(of: form).rows ?? []).map { [.text(form.ref)] + $0 } }
        case .matches:
            var rows: [[Cell]] = []
            try store.forEachMatch { number, match in
                rows.append([.whole(Int(number)), .text(match.how.word), .whole(match.pair.map { Int($0) })])
            }
            return rows
        case .matchings: return try store.matchedSeries().map { [.text($0.session), .text($0.closed)] }
        }
    }

    private static func cells(_ program: Program) -> [Cell] {
        [
            .text(program.name), .text(program.ref), .text(program.timeZone.description),
            .whole(program.fiscalYearStart), .whole(program.keepNamesMonths), .whole(program.threshold),
        ]
    }
}
