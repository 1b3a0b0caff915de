package import Calendar
package import Records

/// Shows the program whose record this is, and its settings.
package struct ShowProgram: Operation {
    package let id = OperationID(rawValue: "program.show")
    package let role = Role.coordinator
    package let access = Access.read
    package let parameters: [Parameter<Self>] = []

    package init() {}

    package func run(_ context: Context, in store: Store) throws -> Program { store.program }
}

/// Changes the program's settings: only what is given.
package struct EditProgram: Operation {
    /// Its name, as reports print it.
    package var name: String?
    /// Where its days begin and end.
    package var timeZone: TimeZoneName?
    /// The month in which its fiscal year starts, 1 to 12.
    package var fiscalYearStart: Int?
    /// How many months a name is kept after the last session.
    package var keepNamesMonths: Int?
    /// The fewest people that a page may show; nil within it for each page's own.
    package var threshold: Int??

    package let id = OperationID(rawValue: "program.edit")
    package let role = Role.admin
    package let access = Access.change

    package init() {}

    package var parameters: [Parameter<Self>] {
        [
            .text("name", \.name),
            Parameter(name: "time_zone", isRequired: false) { $0.timeZone = try Self.zone($1) },
            Parameter(name: "fiscal_year_start", isRequired: false) { $0.fiscalYearStart = try Self.month($1) },
            .number("keep_names_months", Program.monthsOfNames, \.keepNamesMonths),
            Parameter(name: "threshold", isRequired: false) { $0.threshold = try Self.threshold($1) },
        ]
    }

    package func run(_ context: Context, in store: Store) throws -> EditedProgram {
        let before = store.program
        try store.setProgram(
            name: name,
            timeZone: timeZone,
            fiscalYearStart: fiscalYearStart,
            keepNamesMonths: keepNamesMonths,
            threshold: threshold
        )
        return EditedProgram(before: before, after: store.program)
    }

    /// The time zone that somebody typed.
    static func zone(_ text: String) throws -> TimeZoneName {
        if let zone = TimeZoneName(text.trimmed) { return zone }
        throw RecordError.invalid(
            field: "time_zone",
            problem: "is not a time zone. Use one such as America/Los_Angeles."
        )
    }

    /// The month that somebody typed, by its number or name.
    static func month(_ text: String) throws -> Int {
        if let month = MonthName.number(of: text.trimmed) { return month }
        throw RecordError.invalid(field: "fiscal_year_start", problem: "is not a month. Use 1 to 12.")
    }

    private static func threshold(_ text: String) throws -> Int? {
        if text.trimmed.lowercased() == "none" { return nil }
        return try WholeNumber.read(text, in: Program.thresholds, of: "threshold")
    }
}

/// The settings before and after a change, which may be the same.
package struct EditedProgram: Sendable {
    /// What held before; `after` equals it where nothing changed.
    package let before: Program
    /// What every report goes by from now on.
    package let after: Program
}
