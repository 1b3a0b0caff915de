import Documents
import Records

extension ExportedRows {
    /// Writes the evaluations that were asked for: of one form a column for each question, or a row for each answer.
    func evaluations(_ store: Store, to target: RowWriter.Target) throws {
        let chosen = try form.map { try store.form(store.find(.form, $0).id) }
        if isLong { return try long(chosen.map { [$0] } ?? store.forms(), store, to: target) }
        if let chosen { return try wide(chosen, store, to: target) }
        let forms = try store.forms()
        guard forms.count > 1 else { return try wide(forms.first ?? Self.noForm, store, to: target) }
        throw FormNotChosen(forms: forms.map(\.ref))
    }

    /// What stands in for a form where there is none: the columns that all evaluations have.
    private static let noForm = Form(ref: "none", title: "None", items: [])

    /// Where the day stands.
    private static let submitted = EvaluationColumn.ofEach.firstIndex { $0.name == "submitted" }

    /// A row for each evaluation of a form.
    func wide(_ form: Form, _ store: Store, to target: RowWriter.Target) throws {
        let extract = EvaluationExtract(form, try filter(store), identified: identified)
        let columns = extract.columns.map { Documents.Column(key: $0.name, title: $0.label) }
        var writer = try RowWriter(to: target, columns: columns)
        try store.forEach(extract) { cells in
            try context.interruption.check()
            for (place, cell) in cells.enumerated() { writer.append(cell, isDay: place == Self.submitted) }
            try writer.endRow()
        }
        try writer.finish()
    }

    /// A row for each answer of several forms.
    func long(_ forms: [Form], _ store: Store, to target: RowWriter.Target) throws {
        let columns = EvaluationCodebook.longColumns.map { Documents.Column(key: $0.key, title: $0.label) }
        var writer = try RowWriter(to: target, columns: columns)
        let filter = try filter(store)
        for form in forms {
            let extract = EvaluationExtract(form, filter, identified: identified)
            let answers = extract.columns.indices.filter { extract.columns[$0].item != nil }
            let labels = extract.columns.map { form.labels(of: $0) }
            try store.forEach(extract) { cells in
                try context.interruption.check()
                for index in answers where extract.columns[index].isWritten(cells[index]) {
                    for place in 0...3 { writer.append(cells[place], isDay: place == Self.submitted) }
                    writer.appendText(form.wave.rawValue)
                    for place in 4...5 { writer.append(cells[place]) }
                    writer.appendText(extract.columns[index].name)
                    writer.append(cells[index])
                    if let label = labels[index][cells[index]] {
                        writer.appendText(label)
                    } else {
                        writer.appendEmpty()
                    }
                    try writer.endRow()
                }
            }
        }
        try writer.finish()
    }
}

extension RowWriter {
    /// A cell of an evaluation.
    fileprivate mutating func append(_ cell: EvaluationCell, isDay: Bool = false) {
        switch cell {
        case .empty: appendEmpty()
        case .whole(let value): appendInteger(value)
        case .real(let value): appendReal(value)
        case .text(let text): isDay ? appendDay(text) : appendText(text)
        }
    }
}

extension EvaluationColumn {
    /// Whether a cell is a row of the long table: an answer, and of a Likert item not also that it was a number.
    fileprivate func isWritten(_ cell: EvaluationCell) -> Bool {
        if case .ticked(let item, _) = content, item.kind == .likert { return cell == .whole(1) }
        return cell != .empty
    }
}
