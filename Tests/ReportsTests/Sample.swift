import Calendar
import Documents
import Glibc
import Measures
import Migrations
import Records
import SQLite
import Synchronization
import Testing

@testable import Reports

/// A database in memory with the schema and no program, filled through SQL.
struct Sample: ~Copyable {
    let database: Database
    var reader: DatabaseReader { database.reader }

    init() throws {
        let empty = try Database(inMemory: ())
        try Template.made.get().copy(to: empty)
        database = empty
    }

    /// The folder of the package.
    static let root: String = {
        let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        return parts.dropLast(3).joined(separator: "/")
    }()

    static func bytes(ofFile path: String) throws -> [UInt8] {
        let descriptor = open(path, O_RDONLY)
        try #require(descriptor >= 0, "\(path) is there")
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(descriptor, &part, part.count)
            guard count > 0 else { return bytes }
            bytes += part[..<count]
        }
    }

    static let program = ProgramFacts(name: "Lakeside Harm Reduction", organizationID: 900, fiscalYearStart: 7)

    // MARK: - Rows

    func organization(_ id: Int, _ ref: String, staff: Int? = nil, asOf: String = "2020-01-01") throws {
        try database.execute("INSERT INTO organization (id, ref, title) VALUES (\(id), \(ref), \("Title of " + ref))")
        guard let staff else { return }
        try database.execute(
            "INSERT INTO staff_headcount (organization_id, as_of, count) VALUES (\(id), \(asOf), \(staff))"
        )
    }

    func session(
        _ id: Int,
        _ day: String,
        for organizations: [Int] = [],
        status: String = "held",
        minutes: Int? = 120,
        course: Int? = 1,
        contactBased: Int? = nil,
        requested: Int? = nil,
        met: Int? = nil,
        site: String? = nil,
        fund: String? = nil,
        modality: String? = nil
    ) throws {
        try database.execute(
            """
            INSERT INTO session (id, ref, course_id, starts_on, time_zone, minutes, status, contact_based,
                access_requested, access_met, site, fund, modality)
            VALUES (\(id), \("s" + String(id)), \(course.sqlValue), \(day), 'UTC', \(minutes.sqlValue), \(status), \(contactBased.sqlValue),
                \(requested.sqlValue), \(met.sqlValue), \(site.sqlValue), \(fund.sqlValue), \(modality.sqlValue))
            """
        )
        for (position, organization) in organizations.enumerated() {
            try database.execute(
                "INSERT INTO session_organization VALUES (\(id), \(position), \(organization.sqlValue))"
            )
        }
    }

    func person(_ id: Int, of organization: Int? = nil, left: String? = nil) throws {
        try database.execute(
            """
            INSERT INTO person (id, ref, organization_id, left_on)
            VALUES (\(id), \("p-" + String(id)), \(organization.sqlValue), \(left.sqlValue))
            """
        )
    }

    func came(
        _ session: Int,
        _ person: Int,
        _ minutes: Int?,
        of organization: Int? = nil,
        role: Int = 1,
        status: Int = 2,
        registered: Int? = nil
    ) throws {
        try database.execute(
            """
            INSERT INTO attendance (session_id, person_id, role, status, minutes, organization_id, registered)
            VALUES (\(session), \(person), \(role), \(status), \(minutes.sqlValue), \(organization.sqlValue),
                \(registered.sqlValue))
            """
        )
    }

    func nameless(
        _ session: Int,
        _ minutes: Int?,
        of organization: Int? = nil,
        role: Int = 1,
        status: Int = 2
    ) throws {
        try database.execute(
            """
            INSERT INTO nameless_attendance (session_id, role, status, minutes, organization_id)
            VALUES (\(session), \(role), \(status), \(minutes.sqlValue), \(organization.sqlValue))
            """
        )
    }

    func counted(
        _ session: Int,
        _ count: Int,
        _ scope: String = "everyone",
        of organization: Int? = nil,
        category: String = "",
        method: Int = 3
    ) throws {
        try database.execute(
            """
            INSERT INTO headcount (session_id, scope, organization_id, category, method, count)
            VALUES (\(session), \(scope), \(organization.sqlValue), \(category), \(method), \(count))
            """
        )
    }

    // MARK: - Reports

    func document(
        _ report: Report = .trainings,
        _ scope: Scope,
        profile: Profile = .team,
        compare: Comparison? = nil,
        format: Format = .json
    ) throws -> Document {
        let inquiry = Inquiry(
            report,
            of: Self.program,
            scope: scope,
            comparison: compare,
            disclosure: Disclosure(profile)
        )
        return try inquiry.document(for: format, from: reader).withSteps
    }

    /// The figures of a report by id, of the trainings unless another is named.
    func figures(
        _ scope: Scope,
        profile: Profile = .team,
        of report: Report = .trainings
    ) throws -> [String: Figure] {
        let reading = try Reading(report.metrics, scope, Disclosure(profile), from: reader)
        var clearance = Clearance(for: Disclosure(profile))
        clearance.add(reading)
        let cleared = reading.cleared(by: clearance.decide())
        return Dictionary(uniqueKeysWithValues: cleared.total.map { ($0.metric.id.text, $0.figure) })
    }
}

/// A period by its label, in a program whose fiscal year starts in July.
func period(_ label: String) throws -> Period {
    try Period.parse(label, today: day("2026-11-10"), fiscalYearStart: 7)
}

func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

func scope(
    _ label: String,
    asOf: String? = nil,
    organization: Int? = nil,
    course: Int? = nil,
    fund: String? = nil,
    by split: Split? = nil
) throws -> Scope {
    let period = try period(label)
    return Scope(
        period: period,
        asOf: try asOf.map { try day($0) } ?? period.to,
        organization: organization.map { .init(id: Int64($0), ref: "o\($0)", title: "Title of o\($0)") },
        course: course.map { .init(id: Int64($0), ref: "c\($0)", title: "Course \($0)") },
        fund: fund,
        by: split
    )
}

extension Figure {
    /// State and numbers in one line, to compare whole figures in one expectation.
    var line: String {
        let numbers = [value, low, high].map { $0.map { Decimal.shortest($0) } ?? "-" }.joined(separator: " ")
        let parts = numerator.flatMap { n in denominator.map { " \(n)/\($0)" } } ?? ""
        return "\(state.rawValue)\(reason.map { ":" + $0.rawValue } ?? "") \(numbers)\(parts) missing \(missing)"
    }
}

/// The day so many days after 2026-01-01.
func dayFrom(_ offset: Int) -> Day? { Day(epochDay: 20_454 + offset) }

extension Document {
    /// The document with each thing to do next as a test writes it: `session.edit ref=s1 minutes=?`.
    var withSteps: Document {
        saying { step in
            guard let advice = step.value as? Advice else { return nil }
            let steps = advice.steps.map(\.description).joined(separator: "; ")
            return advice.words.isEmpty ? steps : "\(advice.words): \(steps)"
        }
    }
}

/// The schema without a row, made once, which every sample is a copy of. Unchecked, because one at a time copies it.
private final class Template: @unchecked Sendable {
    static let made = Result { try Template() }
    private let turn = Mutex(())
    private let database: Database

    private init() throws {
        database = try Database(inMemory: ())
        for step in SchemaStep.all { try database.executeScript(step.sql) }
    }

    func copy(to empty: borrowing Database) throws { try turn.withLock { _ in try database.copy(to: empty) } }
}
