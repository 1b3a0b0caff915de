import Records

/// Responses that a form service exports and that are none: previews and spam. What was begun and left is a response as
/// far as it goes: how much was answered decides, and no column of the service.
struct Dropped {
    private let status: Int?
    private let validation: Int?

    init(_ columns: [SurveyColumn], _ source: Source) {
        func column(_ name: String) -> Int? { columns.first { $0.names.contains(name) }?.index }
        status = source == .qualtrics ? column("status") ?? column("antworttyp") : nil
        validation = source == .kobo ? column("_validation_status") : nil
    }

    /// The columns that it looks at: they tell nothing about who answered.
    var columns: [Int] { [status, validation].compactMap { $0 } }

    /// Why a row is no response; nil for a response.
    func reason(_ reader: CSVReader) -> String? {
        if let status, let reason = Self.byStatus(reader.text(status).trimmed.lowercased()) { return reason }
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
