package import Documents
package import Records

/// A form as the three sheets that `form add` reads.
package enum FormTables {
    /// A sheet, by the word that its file is called by.
    package enum Sheet: String, CaseIterable, Sendable {
        case survey, choices, scales

        /// The sheet of a form.
        package func table(of form: Form) -> Table {
            switch self {
            case .survey: FormTables.survey(form)
            case .choices: FormTables.choices(form)
            case .scales: FormTables.scales(form)
            }
        }
    }

    /// The questions; for one choice whose names are numbers the type is `choice`, which never reads as a Likert item.
    private static func survey(_ form: Form) -> Table {
        let columns = [
            "type", "name", "label", "scale", "reversed", "min", "max", "kirkpatrick", "key", "digits", "metric",
        ].map { Column(key: $0) }
        let rows = form.items.map { item -> [Cell] in
            [
                .text(type(item, form)), .text(item.code), .text(item.label), .text(item.scale),
                item.isReversed ? .yesNo(true) : .empty, number(item.kind == .recommend ? nil : item.min),
                number(item.kind == .recommend ? nil : item.max), .whole(item.kirkpatrick),
                item.key.isEmpty ? .empty : .text(item.key.joined(separator: " ")), .whole(item.digits),
                .text(item.metric?.text),
            ]
        }
        return Table(columns: columns, rows: rows)
    }

    /// The choices, without those that are copied from the lists of principles.
    private static func choices(_ form: Form) -> Table {
        let columns = ["list_name", "name", "label", "value", "also"].map { Column(key: $0) }
        let copied = Set(form.items.filter { $0.principleVersion != nil }.compactMap(\.list))
        let rows = lists(of: form).filter { !copied.contains($0) }.flatMap { list in
            (form.choices[list] ?? []).map { choice -> [Cell] in
                [
                    .text(list), .text(choice.name), .text(choice.label), .whole(choice.value),
                    choice.also.isEmpty ? .empty : .text(choice.also.joined(separator: "|")),
                ]
            }
        }
        return Table(columns: columns, rows: rows)
    }

    /// The scales.
    private static func scales(_ form: Form) -> Table {
        let columns = ["scale", "title", "scoring", "min_valid", "direction", "instrument"].map { Column(key: $0) }
        let rows = form.scales.map { scale -> [Cell] in
            [
                .text(scale.code), .text(scale.title), .text(scale.scoring.rawValue), .whole(scale.minValid),
                .text(scale.direction.rawValue), .text(scale.instrument),
            ]
        }
        return Table(columns: columns, rows: rows)
    }

    /// The lists in the order in which questions name them.
    package static func lists(of form: Form) -> [String] {
        var seen: Set<String> = []
        return form.items.compactMap(\.list).filter { seen.insert($0).inserted }
    }

    private static func type(_ item: FormItem, _ form: Form) -> String {
        let list = item.list ?? ""
        switch item.kind {
        case .likert: return "likert \(list)"
        case .choice:
            let names = form.choices(of: item).map(\.name)
            return item.key.isEmpty && names.contains { Int($0) != nil } ? "choice \(list)" : "select_one \(list)"
        case .choices: return "select_multiple \(list)"
        case .number: return item.isWhole ? "integer" : "decimal"
        case .resonates, .challenges: return "\(item.kind.rawValue) \(item.principleVersion ?? list)"
        case .recommend, .text, .commitment, .reflection, .element: return item.kind.rawValue
        }
    }

    /// A number in the fewest digits.
    package static func number(_ value: Double?) -> Cell {
        value.map { .decimal($0, printed: Decimal.shortest($0)) } ?? .empty
    }
}
