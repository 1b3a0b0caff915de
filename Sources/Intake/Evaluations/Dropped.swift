import Records

/// Responses that a form service exports and that are none: previews, spam, what was begun and left.
struct Dropped {
    private let status: Int?
    private let finished: Int?
    private let validation: Int?

    init(_ columns: [SurveyColumn], _ source: Source) {
        func column(_ name: String) -> Int? { columns.first { $0.names.contains(name) }?.index }
        status = source == .qualtrics ? column("status") ?? column("antworttyp") : nil
        finished = source == .qualtrics ? column("finished") : nil
        validation = source == .kobo ? column("_validation_status") : nil
    }

    /// The columns that it looks at: they tell nothing about who answered.
    var columns: [Int] { [status, finished, validation].compactMap { $0 } }

    /// Why a row is no response; nil for a response.
    func reason(_ reader: CSVReader) -> String? {
        if let status, let reason = Self.byStatus(reader.text(status).trimmed.lowercased()) { return reason }
        if let finished {
            let word = reader.text(finished).trimmed.lowercased()
            if ["false", "0", "falsch", "faux", "falso", "no", "偽", "onwaar"].contains(word) { return "unfinished" }
        }
        if let validation {
            let word = reader.text(validation).trimmed.lowercased()
            if word.contains("not_approved") || word == "not approved" { return "not approved" }
        }
        return nil
    }

    /// Qualtrics has words in the language of the account, or numbers.
    private static func byStatus(_ word: String) -> String? {
        if ["8", "9", "12"].contains(word) || word.contains("spam") { return "spam" }
        if ["1", "2", "17"].contains(word) || previews.contains(where: word.contains) { return "preview" }
        return nil
    }

    private static let previews = [
        "preview", "survey test", "vorschau", "aperçu", "vista previa", "anteprima", "prévia", "プレビュー",
    ]
}
