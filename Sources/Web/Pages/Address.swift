import Records

/// Where pages are.
enum Address {
    /// What was done by an entry of the history; Today where there is none.
    static func done(_ entry: Int64?) -> String { entry.map { "/done/\($0 & 0xFFFF_FFFF)" } ?? "/" }

    /// A page that does what a step of advice names; nil where none does.
    static func step(_ step: Advice.Step) -> String? {
        guard case .perform(let operation, let known, _) = step, DoForm.all[operation] != nil else { return nil }
        let values = Form(known.map { Form.Field($0.parameter, $0.value) })
        return "/do/\(operation.rawValue)?\(values.encoded)"
    }

    /// A session's page.
    static func training(_ ref: String) -> String { "/trainings/\(PercentEncoding.encoded(ref))" }
}
