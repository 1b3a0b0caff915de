package import SQLite

extension Store {
    /// The form of this row id, with its items, choices and scales.
    ///
    /// - Throws: `RecordError` where there is none.
    package func form(_ id: Int64) throws -> Form { try Form.reading(id, from: reader) }

    /// Every form, in the order of refs.
    package func forms() throws -> [Form] {
        try database.all("SELECT id FROM form ORDER BY ref COLLATE NOCASE, id") { try $0[0] as Int64 }.map(form)
    }
}

extension Form {
    /// The form of this row id, with its items, choices and scales.
    ///
    /// - Throws: `RecordError` where there is none.
    package static func reading(_ id: Int64, from database: borrowing DatabaseReader) throws -> Form {
        let head = try database.one("SELECT ref, title, version, wave FROM form WHERE id = \(id)") { row in
            (ref: try row.text(0), title: try row.text(1), version: try row.text(2), wave: try row.text(3))
        }
        guard let head else {
            throw RecordError.refused("unknown form", advice: Advice(.perform(.list(.form))))
        }
        return Form(
            id: id,
            ref: head.ref,
            title: head.title,
            version: head.version,
            wave: Form.Wave(rawValue: head.wave) ?? .after,
            items: try items(of: id, from: database),
            choices: try choices(of: id, from: database),
            scales: try scales(of: id, from: database)
        )
    }

    private static func items(of form: Int64, from database: borrowing DatabaseReader) throws -> [FormItem] {
        try database.all(
            """
            SELECT position, code, kind, label, list, slot, scale, reversed, min, max, whole, kirkpatrick, key, digits,
                metric
            FROM form_item WHERE form_id = \(form) ORDER BY position
            """
        ) { row in
            let kind: String = try row[2]
            var item = FormItem(
                position: try row[0],
                code: try row[1],
                kind: FormItem.Kind(rawValue: kind) ?? .text,
                label: try row[3]
            )
            item.list = try row[4]
            item.slot = try row[5]
            item.scale = try row[6]
            item.isReversed = try row[7]
            item.min = try row[8]
            item.max = try row[9]
            item.isWhole = try row[10]
            item.kirkpatrick = try row[11]
            let key: String? = try row[12]
            item.key = (key ?? "").split(separator: " ").map(String.init)
            item.digits = try row[13]
            item.metric = (try row[14] as String?).flatMap { ItemMetric(text: $0) }
            return item
        }
    }

    private static func choices(of form: Int64, from database: borrowing DatabaseReader) throws -> [String:
        [FormChoice]]
    {
        var choices: [String: [FormChoice]] = [:]
        try database.forEach(
            """
            SELECT list, place, name, label, value, also FROM form_choice WHERE form_id = \(form) ORDER BY list, place
            """
        ) { row in
            let also: String? = try row[5]
            let choice = FormChoice(
                place: try row[1],
                name: try row[2],
                label: try row[3],
                value: try row[4],
                also: (also ?? "").split(separator: "\n").map(String.init)
            )
            choices[try row[0], default: []].append(choice)
        }
        return choices
    }

    private static func scales(of form: Int64, from database: borrowing DatabaseReader) throws -> [FormScale] {
        try database.all(
            """
            SELECT code, title, scoring, min_valid, direction, instrument FROM form_scale
            WHERE form_id = \(form) ORDER BY position
            """
        ) { row in
            let (scoring, direction): (String, String) = (try row[2], try row[4])
            return FormScale(
                code: try row[0],
                title: try row[1],
                scoring: FormScale.Scoring(rawValue: scoring) ?? .mean,
                minValid: try row[3],
                direction: FormScale.Direction(rawValue: direction) ?? .neutral,
                instrument: try row[5]
            )
        }
    }
}

extension Form {
    /// Whether another form asks the same in the same way, whatever row it is.
    package func asks(as other: Form) -> Bool {
        title == other.title && version == other.version && wave == other.wave && items == other.items
            && choices == other.choices && scales == other.scales
    }
}
