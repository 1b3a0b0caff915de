import SQLite

/// What a report is divided by; the raw values are those of `--by`.
package enum Split: String, Sendable, Hashable, CaseIterable {
    case organization, course, site, month, quarter, fund, modality
    case topic, audience, language, sector, host, parent, facilitator
    case jobRole = "job-role"
    case category

    /// The key of a group as SQL over `session`, over `trained` for an organization, and over what `tables` adds; text,
    /// empty where missing.
    ///
    /// Records are keyed by row, since two offices may have given the same ref. What divides people has no key of a session.
    var key: SQL {
        switch self {
        case .organization: "ifnull(CAST(trained.organization_id AS TEXT), '')"
        case .course: "ifnull(CAST(session.course_id AS TEXT), '')"
        case .host: "ifnull(CAST(session.host_id AS TEXT), '')"
        case .parent: "ifnull(CAST(session.parent_id AS TEXT), '')"
        case .site: "ifnull(session.site, '')"
        case .fund: "ifnull(session.fund, '')"
        case .modality: "ifnull(session.modality, '')"
        case .audience: "session.audience"
        case .language: "ifnull(session.language, '')"
        case .topic: "ifnull(lower(trim(said.title)), '')"
        case .sector: "ifnull(whose.sector, '')"
        case .facilitator: "ifnull(led.name, '')"
        case .month: "substr(session.starts_on, 1, 7)"
        case .quarter:
            "substr(session.starts_on, 1, 4) || '-Q' || ((CAST(substr(session.starts_on, 6, 2) AS INTEGER) + 2) / 3)"
        case .jobRole, .category: "''"
        }
    }

    /// What the key needs beside `session`. `organization` is the row of the one that the report is limited to.
    func tables(_ organization: Int64?) -> SQL {
        switch self {
        case .topic: return " LEFT JOIN session_topic AS said ON said.session_id = session.id"
        case .facilitator: return " LEFT JOIN session_facilitator AS led ON led.session_id = session.id"
        case .sector:
            let one: SQL = organization.map { " AND part.organization_id = \($0)" } ?? ""
            return """
                 LEFT JOIN session_organization AS part ON part.session_id = session.id\(one)
                LEFT JOIN organization AS whose ON whose.id = part.organization_id
                """
        default: return ""
        }
    }

    /// Whether a session can be in several groups.
    var overlaps: Bool { self == .organization || self == .topic || self == .sector || self == .facilitator }

    /// Whether it divides people, and not sessions.
    var isOfPeople: Bool { self == .jobRole || self == .category }

    /// Whether it is for the team only: a trainer's figures are not for others.
    var isForTeam: Bool { self == .facilitator }
}
