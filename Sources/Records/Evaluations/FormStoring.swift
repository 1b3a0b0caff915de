import SQLite

extension Store {
    /// Stores a new form with its items, choices and scales. Part of a `change`.
    ///
    /// - Throws: `RecordError` `refTaken`, `invalid` for its ref, or `refused` with the first thing that is wrong with it.
    package func add(form: Form) throws -> Found {
        if let fault = form.faults.first {
            let column = fault.column.map { "\($0): " } ?? ""
            throw RecordError.refused("\(column)\(fault.what)", advice: nil)
        }
        let reading = Reading(place: .typed, makes: false)
        var draft = Draft()
        for (name, text) in [
            ("ref", form.ref), ("title", form.title), ("version", form.version), ("wave", form.wave.rawValue),
        ] {
            guard let field = RecordType.form.field(named: name) else { continue }
            draft[name] = try value(field, text, reading)
        }
        let found = try add(.form, draft)
        for item in form.items { try insert(item, into: found) }
        var position = 0
        for (list, choices) in form.choices.sorted(by: { $0.key < $1.key }) {
            for choice in choices {
                position += 1
                try insert(choice, of: list, at: position, into: found)
            }
        }
        for (index, scale) in form.scales.enumerated() { try insert(scale, at: index + 1, into: found) }
        return found
    }

    /// How many evaluations were returned with a form.
    package func evaluations(of form: Found) throws -> Int {
        try database.value("SELECT count(*) FROM evaluation WHERE form_id = \(form.id)") ?? 0
    }

    private func insert(_ item: FormItem, into form: Found) throws {
        let key = item.key.isEmpty ? nil : item.key.joined(separator: " ")
        try database.execute(
            """
            INSERT INTO form_item (form_id, position, code, kind, label, list, slot, scale, reversed, min, max, whole,
                kirkpatrick, key, digits, metric)
            VALUES (\(form.id), \(item.position), \(item.code), \(item.kind.rawValue), \(item.label),
                \(item.list.sqlValue), \(item.slot.sqlValue), \(item.scale.sqlValue), \(item.isReversed),
                \(item.min.sqlValue), \(item.max.sqlValue), \(item.isWhole), \(item.kirkpatrick.sqlValue),
                \(key.sqlValue), \(item.digits.sqlValue), \((item.metric?.text).sqlValue))
            """
        )
    }

    private func insert(_ choice: FormChoice, of list: String, at position: Int, into form: Found) throws {
        let also = choice.also.isEmpty ? nil : choice.also.joined(separator: "\n")
        try database.execute(
            """
            INSERT INTO form_choice (form_id, position, list, place, name, label, value, also)
            VALUES (\(form.id), \(position), \(list), \(choice.place), \(choice.name), \(choice.label),
                \(choice.value.sqlValue), \(also.sqlValue))
            """
        )
    }

    private func insert(_ scale: FormScale, at position: Int, into form: Found) throws {
        try database.execute(
            """
            INSERT INTO form_scale (form_id, position, code, title, scoring, min_valid, direction, instrument)
            VALUES (\(form.id), \(position), \(scale.code), \(scale.title), \(scale.scoring.rawValue),
                \(scale.minValid.sqlValue), \(scale.direction.rawValue), \(scale.instrument.sqlValue))
            """
        )
    }
}
