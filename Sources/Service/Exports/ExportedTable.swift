package import Records

/// A table of an export: a kind of record, or what all the columns mean.
package enum ExportedTable: Sendable, Equatable {
    case records(Noun)
    case codebook

    /// The table of a name, without regard to case.
    package init?(_ name: String) {
        if name.lowercased() == "codebook" {
            self = .codebook
        } else if let noun = Noun(plural: name) {
            self = .records(noun)
        } else {
            return nil
        }
    }

    /// The table of a name that somebody typed.
    ///
    /// - Throws: ``UnknownName``.
    package init(named name: String) throws {
        guard let table = ExportedTable(name.trimmed) else {
            throw UnknownName(kind: .table, word: name, known: Self.names)
        }
        self = table
    }

    /// Its name, as files and sheets have it.
    package var name: String {
        switch self {
        case .records(let noun): noun.plural
        case .codebook: "codebook"
        }
    }

    /// The names of the tables that can be asked for.
    package static let names = Noun.allCases.map(\.plural) + ["codebook"]

    /// The name of the table of a form's evaluations, where every form has one.
    static func name(of form: Form) -> String { "\(Noun.evaluation.plural)-\(form.ref)" }

    /// Whether a file of this name may be a table of an export.
    static func isFile(_ name: String) -> Bool {
        guard let dot = name.lastIndex(of: ".") else { return false }
        let (stem, ending) = (String(name[..<dot]), name[name.index(after: dot)...])
        guard ["csv", "json"].contains(ending) else { return false }
        return names.contains(stem) || stem == EvaluationCodebook.long || WholeTable(rawValue: stem) != nil
            || stem.hasPrefix("\(Noun.evaluation.plural)-")
    }
}
