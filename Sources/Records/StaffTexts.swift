import SQLite

/// A text that staff wrote in the record, and where it stands.
package struct StaffText: Equatable, Sendable {
    /// The kind of the record that holds it.
    package let noun: Noun
    /// The ref of that record.
    package let ref: String
    /// The field of the record, by its name in the native headers.
    package let field: String
    /// As it was written, never empty; it may name people, and is not to be logged.
    package let text: String
}

extension Store {
    /// Hands over every text that staff wrote: titles, topics, roles, summaries, answers, recommendations, reasons,
    /// actions.
    ///
    /// What participants answered on a form, what a group said at a session and how an organization describes itself are
    /// their own words, and are not among them.
    package func forEachStaffText(_ body: (StaffText) throws -> Void) throws {
        for (type, fields) in Self.writtenByStaff {
            let extract = Extract(type)
            let places = fields.compactMap { name in extract.fields.firstIndex { $0.name == name } }
            guard let ref = extract.fields.firstIndex(where: { $0.name == "ref" }) else { continue }
            try forEach(extract) { row in
                for place in places {
                    guard case .text(let text) = try row.value(place), !text.isEmpty else { continue }
                    let name = extract.fields[place].name
                    try body(StaffText(noun: type.noun, ref: try row.text(ref), field: name, text: text))
                }
            }
        }
    }

    private static let writtenByStaff: [(RecordType, [String])] = [
        (.course, ["title", "topics"]), (.session, ["title", "topics"]), (.outlet, ["title", "audience", "owner"]),
        (.feedback, ["summary", "answer", "public_wording", "public_answer"]), (.board, ["title"]),
        (.meeting, ["levels"]),
        (.recommendation, ["text", "addressed_to", "reason"]), (.action, ["text", "owner"]),
        (.activity, ["title"]),
    ]
}
