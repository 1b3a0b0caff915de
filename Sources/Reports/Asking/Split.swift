import SQLite

/// What a report is divided by; the raw values are those of `--by`.
package enum Split: String, Sendable, Hashable, CaseIterable {
    case organization, course, site, month, quarter, fund, modality

    /// The key of a group as SQL over `session`, and over `trained` for an organization; text, empty where missing.
    ///
    /// Organizations and courses are keyed by row, since two offices may have given the same ref.
    var key: SQL {
        switch self {
        case .organization: "ifnull(CAST(trained.organization_id AS TEXT), '')"
        case .course: "ifnull(CAST(session.course_id AS TEXT), '')"
        case .site: "ifnull(session.site, '')"
        case .fund: "ifnull(session.fund, '')"
        case .modality: "ifnull(session.modality, '')"
        case .month: "substr(session.starts_on, 1, 7)"
        case .quarter:
            "substr(session.starts_on, 1, 4) || '-Q' || ((CAST(substr(session.starts_on, 6, 2) AS INTEGER) + 2) / 3)"
        }
    }
}
