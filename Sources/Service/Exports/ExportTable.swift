package import Records

/// Writes one table as tidy rows: people under numbers of this export alone, unless it is identified.
package struct ExportTable: Operation {
    /// Which one: `sessions`, `codebook`.
    package var table = ""
    /// Only what lies in these days, as it was typed.
    package var period: String?
    /// Only what is of this organization.
    package var organization: String?
    /// Of evaluations: the form whose answers leave, with a column for each of its questions.
    package var form: String?
    /// Of evaluations: whether there is a row for each answer, of every form unless one is named.
    package var isLong = false
    /// Whether names, e-mails and free text leave, which the history then says.
    package var identified = false
    /// Where its rows go.
    package var writer: any TableWriter = NoTables()

    package let id = OperationID(rawValue: "export")
    package var role: Role { identified ? .admin : .evaluator }
    /// An identified export is noted before it is read.
    package var access: Access { identified ? .work : .look }

    package init() {}

    package var parameters: [Parameter<Self>] {
        [
            .text("table", \.table), .text("period", \.period), .text("organization", \.organization),
            .text("form", \.form), .flag("long", \.isLong), .flag("identified", \.identified),
        ]
    }

    package func run(_ context: Context, in store: Store) throws {
        let table = try chosen()
        let rows = ExportedRows(
            identified: identified,
            period: period,
            organization: organization,
            form: form,
            isLong: isLong,
            context: context
        )
        try rows.read(store) {
            try writer.begin(store.program.name)
            try writer.write(table.name) { try rows.write(table, store, to: $0) }
            try writer.finish()
        }
    }

    /// The table that was asked for, where the rest goes with it.
    private func chosen() throws -> ExportedTable {
        let table = try ExportedTable(named: table)
        if table != .records(.evaluation), form != nil || isLong {
            throw RecordError.invalid(field: form == nil ? "long" : "form", problem: "works only with evaluations")
        }
        let narrowed = period != nil ? "period" : organization != nil ? "organization" : identified ? "identified" : nil
        if table == .codebook, let narrowed {
            throw RecordError.invalid(field: narrowed, problem: "the codebook is the same for every export")
        }
        return table
    }
}

/// Writes every table, and what their columns mean, all from one moment.
package struct ExportAll: Operation {
    /// Only what lies in these days, as it was typed.
    package var period: String?
    /// Only what is of this organization.
    package var organization: String?
    /// Whether names, e-mails and free text leave, which the history then says.
    package var identified = false
    /// Where the tables go.
    package var writer: any TableWriter = NoTables()

    package let id = OperationID(rawValue: "export.all")
    package var role: Role { identified ? .admin : .evaluator }
    /// An identified export is noted before it is read.
    package var access: Access { identified ? .work : .look }

    package init() {}

    package var parameters: [Parameter<Self>] {
        [.text("period", \.period), .text("organization", \.organization), .flag("identified", \.identified)]
    }

    /// The names of the tables that were written.
    package func run(_ context: Context, in store: Store) throws -> [String] {
        let rows = ExportedRows(
            identified: identified,
            period: period,
            organization: organization,
            context: context
        )
        return try rows.read(store) {
            try writer.begin(store.program.name)
            let names = try rows.all(store, to: writer)
            try writer.finish()
            return names
        }
    }
}
