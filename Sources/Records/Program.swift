package import Calendar
import SQLite

/// The program whose file this is. It is also an organization.
package struct Program: Equatable, Sendable {
    /// The row id of its organization.
    package var organization: Int64
    /// The ref of its organization.
    package var ref: String
    /// Its name, as reports print it.
    package var name: String
    /// The zone in which its days begin and end.
    package var timeZone: TimeZoneName
    /// The month in which its fiscal year starts, 1 to 12.
    package var fiscalYearStart: Int
    /// How many months a name is kept after the last session that its person came to.
    package var keepNamesMonths: Int
    /// The smallest number of people that a page may show, where the program set one of its own.
    package var threshold: Int?
    /// The origin of the ids that this file gives, see the first migration.
    package var origin: Int64

    /// The settings as stored.
    ///
    /// - Throws: `StoreError.unknownZone` where the machine does not know the zone: in another one, days would end at
    ///   another hour.
    static func load(from database: borrowing Database) throws -> Program {
        let program = try database.one(
            """
            SELECT p.organization_id, o.ref, o.title, p.time_zone, p.fiscal_year_start, p.keep_names_months,
                p.threshold, p.origin
            FROM program AS p JOIN organization AS o ON o.id = p.organization_id
            """
        ) { row in
            let zone = try row.text(3)
            guard let timeZone = TimeZoneName(zone) else { throw StoreError.unknownZone(zone) }
            return Program(
                organization: try row[0],
                ref: try row[1],
                name: try row[2],
                timeZone: timeZone,
                fiscalYearStart: try row[4],
                keepNamesMonths: try row[5],
                threshold: try row[6],
                origin: try row[7]
            )
        }
        guard let program else { throw StoreError.damaged("it has no program") }
        return program
    }
}

extension Program {
    /// How many months names may be kept.
    package static let monthsOfNames = 0...1_200
    /// Which smallest numbers of people a program may set.
    package static let thresholds = 1...1_000
}

extension Store {
    /// Changes the program's settings; nil leaves one as it is. Part of a `change`.
    ///
    /// - Throws: `RecordError.invalid` for an empty name, or a number that the setting can't have.
    package func setProgram(
        name: String? = nil,
        timeZone: TimeZoneName? = nil,
        fiscalYearStart: Int? = nil,
        keepNamesMonths: Int? = nil,
        threshold: Int?? = nil
    ) throws {
        try RecordError.require(fiscalYearStart, in: 1...12, of: "fiscal_year_start")
        try RecordError.require(keepNamesMonths, in: Program.monthsOfNames, of: "keep_names_months")
        try RecordError.require(threshold ?? nil, in: Program.thresholds, of: "threshold")
        if let name = name?.trimmed {
            guard !name.isEmpty else { throw RecordError.invalid(field: "name", problem: "give the program a name") }
            try Self.requirePlain(name, "name", isOneLine: true)
            try database.execute("UPDATE organization SET title = \(name) WHERE id = \(program.organization)")
        }
        if let timeZone { try database.execute("UPDATE program SET time_zone = \(timeZone.description)") }
        if let fiscalYearStart { try database.execute("UPDATE program SET fiscal_year_start = \(fiscalYearStart)") }
        if let keepNamesMonths { try database.execute("UPDATE program SET keep_names_months = \(keepNamesMonths)") }
        if let threshold { try database.execute("UPDATE program SET threshold = \(threshold.sqlValue)") }
        program = try Program.load(from: database)
    }
}
