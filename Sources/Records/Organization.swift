import SQLite

/// Who reports something of an organization.
package enum ReporterKind: String, CaseIterable, Sendable {
    /// Those who lead it.
    case leadership
    /// Those who work there.
    case staff
    /// People who use its services.
    case participants
    /// Nobody there: somebody of the program saw it.
    case observed

    /// Their words, as files and the command line have them.
    static let words = allCases.map(\.rawValue)
}

extension RecordType {
    /// An organization trained, host or provider.
    static let organization = RecordType(
        noun: .organization,
        fields: [
            Field("ref", "Ref", .ref, in: .column("ref")),
            Field("title", "Title", .text, in: .column("title"), required: true),
            Field("sector", "Sector", .text, in: .column("sector")),
            Field(
                "sites",
                "Sites",
                .texts,
                in: .rows(table: "site", owner: "organization_id", columns: ["title"])
            ),
            Field("staff", "Staff headcount", .wholeNumber(0...1_000_000), of: "people", in: .staffCount),
            Field("staff_as_of", "Staff headcount as of", .day, in: .staffDay),
            Field("named", "May be named outside the team with what it reports", .yesNo, in: .column("named")),
        ],
        source: "organization AS t",
        table: "organization",
        order: "t.ref COLLATE NOCASE",
        ofOrganization: { "t.id = \($0)" },
        matches: { store, draft in
            guard let title = draft.text("title") else { return [] }
            return try store.database.all("SELECT id FROM organization WHERE title = \(title.trimmed)") { try $0[0] }
        },
        refBase: { _, draft in draft.text("title") ?? "" },
        complete: { _, draft in
            if let title = draft.text("title") { draft["title"] = .text(title.trimmed) }
            if draft.text("staff_as_of") != nil, draft.text("staff") == nil {
                throw RecordError.missing(.organization, field: "staff")
            }
        }
    )

    /// What an organization reports about itself, as of a day.
    static let profile = RecordType(
        noun: .profile,
        fields: [
            Field(
                "organization",
                "Organization",
                .record(.organization),
                in: .column("organization_id"),
                required: true
            ),
            Field("as_of", "As of", .day, in: .column("as_of"), required: true),
            Field("reported_by", "Reported by", .choice(ReporterKind.words), in: .column("reported_by")),
            Field("employs", "Employs people with lived or living experience", .yesNo, in: .column("employs")),
            Field(
                "capacities",
                "In what capacities",
                .codes("capacity"),
                in: .rows(table: "profile_capacity", owner: "profile_id", columns: codeColumns)
            ),
            Field("outlets", "Has outlets for feedback", .yesNoOrCount, in: .column("outlets")),
            Field("board", "Has a participant advisory board", .yesNo, in: .column("board")),
            Field("practices_assessed", "Has assessed its practices", .yesNo, in: .column("practices_assessed")),
            Field(
                "services",
                "Services it offers",
                .codes("service", orNone: true),
                in: .rows(table: "profile_service", owner: "profile_id", columns: codeColumns)
            ),
        ],
        source: "profile AS t",
        table: "profile",
        order: """
            (SELECT r.ref FROM organization AS r WHERE r.id = t.organization_id) COLLATE NOCASE, t.as_of,
            ifnull(t.reported_by, '')
            """,
        day: "t.as_of",
        ofOrganization: { "t.organization_id = \($0)" },
        pastDays: ["as_of"],
        matches: { store, draft in
            try requireSaying(draft)
            guard let organization = draft["organization"]?.recordID, let day = draft.text("as_of") else { return [] }
            return try store.database.all(
                """
                SELECT id FROM profile WHERE organization_id = \(organization) AND as_of = \(day)
                    AND reported_by IS \(draft.text("reported_by").sqlValue)
                """
            ) { try $0[0] }
        },
        canonical: { _, draft in
            // Whoever works there in some capacity is employed there.
            if draft.text("employs") == nil, let capacities = draft.text("capacities"), !capacities.isEmpty {
                draft["employs"] = .yesNo(true)
            }
        },
        complete: { _, draft in try requireSaying(draft) },
        verify: { store, id in
            let saying: SQL = """
                EXISTS (SELECT 1 FROM profile_capacity AS c WHERE c.profile_id = t.id)
                OR EXISTS (SELECT 1 FROM profile_service AS s WHERE s.profile_id = t.id)
                """
            let says = try store.database.value(
                """
                SELECT coalesce(employs, outlets, board, practices_assessed) IS NOT NULL OR \(saying)
                FROM profile AS t WHERE id = \(id)
                """,
                as: Bool.self
            )
            if says == false { throw RecordError.invalid(field: "employs", problem: saysNothing) }
            try requireEmploying(store, id)
        }
    )

    private static let saysNothing =
        "give at least one of: employs, outlets, board, practices_assessed, services"

    /// Refuses a profile that says nothing of the organization.
    private static func requireSaying(_ draft: Draft) throws {
        let about = ["organization", "as_of", "reported_by"]
        let said = profile.fields.map(\.name).filter { !about.contains($0) }
        guard said.allSatisfy({ (draft.text($0) ?? "").trimmed.isEmpty }) else { return }
        throw RecordError.invalid(field: "employs", problem: saysNothing)
    }

    /// Refuses capacities of people that the organization says it does not employ.
    private static func requireEmploying(_ store: Store, _ id: Int64) throws {
        let contradicts = try store.database.value(
            """
            SELECT employs IS 0 AND EXISTS (SELECT 1 FROM profile_capacity AS c WHERE c.profile_id = t.id)
            FROM profile AS t WHERE id = \(id)
            """,
            as: Bool.self
        )
        guard contradicts == true else { return }
        throw RecordError.invalid(
            field: "capacities",
            problem: "leave this blank where employs is no, or set employs to yes"
        )
    }
}
