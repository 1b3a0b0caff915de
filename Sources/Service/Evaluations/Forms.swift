package import Documents
package import Intake
package import Records

/// Reads a form from its sheets.
package struct AddForm: Operation {
    /// The sheets; there is no form without them.
    package var sheets: FormSheets?
    /// What the sheets themselves don't say: ref, title, version, when it is asked.
    package var head = FormSheets.Head(ref: "")

    package let id = OperationID.add(.form)
    package let role = Role.evaluator
    package let access = Access.change

    package init() {}

    /// The sheets are files, and no parameter that is typed into a line.
    package var parameters: [Parameter<Self>] {
        [
            .text("ref", \.head.ref), .text("title", \.head.title),
            Parameter(name: "version", isRequired: false) { $0.head.version = $1 },
            Parameter(name: "wave", isRequired: false) { $0.head.wave = try Self.wave($1) },
        ]
    }

    package func run(_ context: Context, in store: Store) throws -> AddedForm {
        guard let sheets else { throw RecordError.missing(.form, field: "survey") }
        let form = try sheets.form(head, principles: try store.codes(in: "principle"))
        return AddedForm(found: try store.named(.form, try store.add(form: form)), form: form, remarks: sheets.remarks)
    }

    private static func wave(_ text: String) throws -> Form.Wave {
        if let wave = Form.Wave(rawValue: text.trimmed.lowercased()) { return wave }
        let waves = Form.Wave.allCases.map(\.rawValue).joined(separator: ", ")
        throw RecordError.invalid(field: "wave", problem: "is \"\(text.clipped)\". Use one of: \(waves).")
    }
}

/// A form that was added.
package struct AddedForm: Sendable {
    /// The form's row id and ref.
    package let found: Found
    /// The form as it was read from its sheets.
    package let form: Form
    /// What was passed over in its sheets, a sentence for each.
    package let remarks: [String]
}

/// Shows a form: what is asked, of which choices, and how scales are made of it.
package struct ShowForm: Operation {
    /// Its ref, an unambiguous beginning of it, or `last`.
    package var ref = ""

    package let id = OperationID.show(.form)
    package let role = Role.evaluator
    package let access = Access.read

    package init() {}

    package var parameters: [Parameter<Self>] { [.text("ref", \.ref)] }

    package func run(_ context: Context, in store: Store) throws -> ShownForm {
        let found = try store.find(.form, ref)
        return ShownForm(form: try store.form(found.id), evaluations: try store.evaluations(of: found))
    }
}

/// A form, and how often it was returned.
package struct ShownForm: Sendable {
    /// The form in full: items, choices and scales.
    package let form: Form
    /// How many evaluations it has, of all sessions.
    package let evaluations: Int
}

/// The sheets of a form, which adding a form reads back.
package struct ExportForm: Operation {
    /// Its ref, an unambiguous beginning of it, or `last`.
    package var ref = ""

    package let id = OperationID(.form, "export")
    package let role = Role.evaluator
    package let access = Access.read

    package init() {}

    package var parameters: [Parameter<Self>] { [.text("ref", \.ref)] }

    package func run(_ context: Context, in store: Store) throws -> ExportedForm {
        let form = try store.form(try store.find(.form, ref).id)
        return ExportedForm(form: form, sheets: FormTables.Sheet.allCases.map { ($0.rawValue, $0.table(of: form)) })
    }
}

/// A form as its sheets.
package struct ExportedForm: Sendable {
    /// The form whose questions, choices and scales the sheets hold.
    package let form: Form
    /// By their names: survey, choices, scales.
    package let sheets: [(name: String, table: Table)]
}
