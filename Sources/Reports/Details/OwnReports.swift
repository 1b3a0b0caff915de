import Documents
import Measures
import Records
import SQLite

extension Detail {
    /// What each organization reports about itself by the reference day, and what changed since its first answer: its own
    /// word, which nobody checked. Outside the team only organizations stand here that agreed to be named.
    static let ownReports = Detail(
        key: "reported",
        title: "Organization by organization",
        table: { scope, disclosure, database in
            let named = try NamedOrganizations(disclosure, from: database)
            let all = try OwnReportRow.all(scope, from: database)
            let areAny = all.contains { !$0.answers.isEmpty }
            let rows = areAny ? all.filter { named.allow(.toName, $0.organization, on: scope.referenceDay) } : []
            let columns =
                [
                    Column(key: "ref", title: "Ref", isRef: true), Column(key: "organization", title: "Organization"),
                    Column(key: "as_of", title: "Last reported"), Column(key: "reported_by", title: "Reported by"),
                ]
                + OwnReport.allCases.map { asked in Column(key: asked.rawValue, title: asked.title) }
                + [Column(key: "capacities", title: "In what capacities")]
            return Table(
                columns: columns,
                rows: rows.map {
                    $0.cells(namesStaff: named.allow(.toNameAndStaff, $0.organization, on: scope.referenceDay))
                }
            )
        },
        remarks: { scope, disclosure, database in
            let named = try NamedOrganizations(disclosure, from: database)
            if !disclosure.isForTeam, let one = scope.organization,
                !named.allow(.toName, one.id, on: scope.referenceDay)
            {
                return [Remark("This organization is not named with what it reports.")]
            }
            let reporting = try OwnReportRow.all(scope, from: database).filter { !$0.answers.isEmpty }
            if reporting.isEmpty { return [Remark("No organization has reported about itself yet.")] }
            let unnamed = reporting.count { !named.allow(.toName, $0.organization, on: scope.referenceDay) }
            guard unnamed > 0 else { return [] }
            let others = Printed.counted(unnamed, "organization[s]")
            return [Remark("\(others) \(unnamed == 1 ? "is" : "are") counted above and not named here.")]
        }
    )
}

/// What one organization said of itself.
private struct OwnReportRow {
    let organization: Int64
    let ref: String
    let title: String
    private(set) var asOf: Documents.Cell = .empty
    private(set) var reportedBy = ""
    private(set) var answers: [OwnReport: String] = [:]
    private(set) var capacities = ""

    private init(organization: Int64, ref: String, title: String) {
        (self.organization, self.ref, self.title) = (organization, ref, title)
    }

    /// Those that were reached, in the order of their refs; one that reported nothing has no answers.
    static func all(_ scope: Scope, from database: borrowing DatabaseReader) throws -> [OwnReportRow] {
        let scope = scope.undivided
        var rows = try database.all(
            """
            WITH \(scope.ownReports)
            SELECT organization.id, organization.ref, organization.title
            FROM member JOIN organization ON organization.id = member.organization_id ORDER BY organization.ref
            """
        ) { OwnReportRow(organization: try $0[0], ref: try $0[1], title: try $0[2]) }
        let places = Dictionary(rows.indices.map { (rows[$0].organization, $0) }) { first, _ in first }
        try database.forEach(
            """
            WITH \(scope.ownReports), \(scope.ownChanges)
            SELECT said.organization_id, said.question, said.answer, said.as_of, said.reported_by, said.profile_id,
                change.first,
                (
                    SELECT group_concat(code, '; ') FROM (
                        SELECT code FROM profile_capacity AS c WHERE c.profile_id = said.profile_id ORDER BY position
                    )
                )
            FROM said LEFT JOIN change
                ON change.organization_id = said.organization_id AND change.question = said.question
                AND change.reported_by IS said.reported_by
            WHERE said.place = 1 ORDER BY said.organization_id, said.as_of
            """
        ) { row in
            guard let place = places[try row[0]] else { return }
            try rows[place].add(row)
        }
        return rows
    }

    private mutating func add(_ row: borrowing Row) throws {
        guard let asked = OwnReport(rawValue: try row[1]) else { return }
        answers[asked] = try Self.words(asked, row[2], first: row[6])
        // In order of days, so that the last one stands.
        asOf = try row.dayCell(3)
        reportedBy = try row[4] as String? ?? ""
        if asked == .employ { capacities = try row[7] as String? ?? "" }
    }

    /// `yes`, `yes (was no)`, `6 of 9 (was 4)`.
    private static func words(_ asked: OwnReport, _ answer: Int, first: Int?) -> String {
        let say = { (answer: Int) -> String in
            asked == .services ? String(answer) : answer == 1 ? "yes" : "no"
        }
        let was = first.flatMap { $0 == answer ? nil : " (was \(say($0)))" } ?? ""
        return say(answer) + (asked == .services ? " of \(OwnReport.countOfServices)" : "") + was
    }

    func cells(namesStaff: Bool) -> [Documents.Cell] {
        let said = OwnReport.allCases.map { asked -> Documents.Cell in
            asked == .employ && !namesStaff ? .empty : answers[asked].map { .text($0) } ?? .empty
        }
        let who = [Documents.Cell.text(ref), .text(title), asOf, .text(reportedBy)]
        return who + said + [.text(namesStaff ? capacities : "")]
    }
}
