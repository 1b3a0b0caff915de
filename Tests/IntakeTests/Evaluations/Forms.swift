import Records
import SQLite

@testable import Intake

/// A form for a test, written down in a few words.
struct SampleForm {
    private(set) var items: [FormItem] = []
    private(set) var lists: [String: [FormChoice]] = [:]
    private var slots = 0

    /// Adds items of a kind that have these codes; a label stands behind a code, as `q1=The question`.
    func asking(
        _ kind: FormItem.Kind,
        _ codes: String...,
        list: String? = nil,
        change: (inout FormItem) -> Void = { _ in }
    )
        -> SampleForm
    {
        var copy = self
        for code in codes {
            let parts = code.split(separator: "=", maxSplits: 1).map(String.init)
            var item = FormItem(
                position: copy.items.count + 1,
                code: parts[0],
                kind: kind,
                label: parts.count > 1 ? parts[1] : parts[0]
            )
            item.list = list
            if kind.isCounted {
                copy.slots += 1
                item.slot = copy.slots
            }
            if kind == .recommend { (item.min, item.max) = (0, 10) }
            change(&item)
            copy.items.append(item)
        }
        return copy
    }

    /// Adds a list of choices, each `name=Label|another spelling`, counted as its place, or as its name where that is a
    /// number; one that ends in `!` has no value.
    func list(_ name: String, _ choices: String...) -> SampleForm { listing(name, choices) }

    /// The same from an array.
    func listing(_ name: String, _ choices: [String]) -> SampleForm {
        var copy = self
        copy.lists[name] = choices.enumerated().map { index, text in
            let isValueless = text.hasSuffix("!")
            let parts = (isValueless ? String(text.dropLast()) : text).split(separator: "=", maxSplits: 1)
            let spellings = (parts.last ?? "").split(separator: "|").map(String.init)
            let isPlain = !spellings[0].contains { " ;|".contains($0) }
            let name = parts.count > 1 ? String(parts[0]) : isPlain ? spellings[0] : "choice\(index + 1)"
            return FormChoice(
                place: index + 1,
                name: name,
                label: spellings[0],
                value: isValueless ? nil : Int(name) ?? index + 1,
                also: Array(spellings.dropFirst())
            )
        }
        return copy
    }

    /// A list of whole numbers.
    func numbers(_ name: String, _ range: ClosedRange<Int>) -> SampleForm {
        var copy = self
        copy.lists[name] = range.enumerated().map { index, number in
            FormChoice(place: index + 1, name: String(number), label: String(number), value: number)
        }
        return copy
    }

    /// Five answers from disagreement to agreement.
    func agreement() -> SampleForm {
        list(
            "agreement",
            "1=Strongly disagree",
            "2=Disagree",
            "3=Neither agree nor disagree|Neutral",
            "4=Agree",
            "5=Strongly agree",
            "na=Does not apply!"
        )
    }

    func form(_ ref: String, _ wave: Form.Wave = .after) -> Form {
        let ranged = items.map { item in
            var copy = item
            let values = item.list.flatMap { lists[$0] }?.compactMap(\.value) ?? []
            if item.kind == .likert {
                copy.min = values.min().map(Double.init)
                copy.max = values.max().map(Double.init)
            }
            return copy
        }
        return Form(ref: ref, title: ref, wave: wave, items: ranged, choices: lists)
    }
}

extension ImportDesk {
    /// Stores a form.
    func add(_ sample: SampleForm, _ ref: String, _ wave: Form.Wave = .after) throws {
        try store.change("form add") { _ in _ = try store.add(form: sample.form(ref, wave)) }
    }

    /// Holds sessions of these refs, on the days behind `@`, with what else belongs to a row.
    func hold(_ sessions: String..., header: String = "ref,starts,status", rest: String = ",held") throws {
        let rows = sessions.map { $0.replacing("@", with: ",") + rest }
        try take(.session, ([header] + rows).joined(separator: "\n") + "\n", name: "sessions-\(sessions.count).csv")
    }

    /// Imports answers to a form.
    @discardableResult
    func answers(
        _ text: String,
        form: String = "after",
        session: String? = nil,
        name: String = "answers.csv",
        _ configure: (inout ImportRequest) -> Void = { _ in }
    ) throws -> ImportSummary {
        try take(.evaluation, text, name: name) {
            $0.form = form
            $0.session = session
            configure(&$0)
        }
    }

    /// What is stored of every evaluation, without ids, in an order of its own.
    func evaluations(_ columns: SQL = "e.a1, e.a2, e.a3") throws -> [String] {
        try rows(
            """
            SELECT s.ref, e.submitted_on, e.answered, \(columns) FROM evaluation AS e
            JOIN session AS s ON s.id = e.session_id
            """
        ).sorted()
    }
}
