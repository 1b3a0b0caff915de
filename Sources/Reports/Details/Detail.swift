import Documents
import Measures
import Records
import SQLite

/// Rows that stand beside the figures of a report: what is open, what it is about. No name, and no text that was not
/// released.
struct Detail: Sendable {
    /// The key under which JSON gives the rows.
    let key: String
    /// Its heading; `DAY` in it stands for the reference day.
    let title: String
    /// What a page says in place of a table without rows; nil leaves the whole detail out.
    var otherwise: String?
    /// The column that counts people or what they said, behind those that name the row.
    var guarded: Int?
    /// The rows; what stands in the guarded column has not passed the gate.
    var table: @Sendable (Scope, Disclosure, borrowing Database) throws -> Table = { _, _, _ in
        Table(columns: [], rows: [])
    }
    /// The rows where they come from what was counted for the figures.
    var counted: (@Sendable (Reports.Reading, Disclosure) -> Table)?
    /// What is counted beside the figures for it.
    var questions: (@Sendable (Questionnaire) -> [Question])?
    /// What pages print in place of the table, where a table is not how it is read.
    var lines: (@Sendable (Table) -> [String])?

    /// The detail as it was read.
    struct Reading: Sendable {
        let detail: Detail
        /// Its heading on this page.
        let title: String
        private var raw: Table
        /// What it was counted with; nil where it has statements of its own.
        private let figures: Reports.Reading?
        private let extent: Extent
        private let disclosure: Disclosure
        private var settlement = Settlement()

        fileprivate init(
            _ detail: Detail,
            _ raw: Table,
            _ figures: Reports.Reading?,
            _ scope: Scope,
            _ disclosure: Disclosure
        ) {
            (self.detail, self.raw, self.figures, self.disclosure) = (detail, raw, figures, disclosure)
            extent = Extent(scope.undivided)
            title = detail.title.replacing("DAY", with: scope.referenceDay.iso)
        }
    }

    func reading(
        _ scope: Scope,
        _ disclosure: Disclosure,
        _ figures: Reports.Reading? = nil,
        from database: borrowing Database
    ) throws -> Reading {
        let rows = try figures.flatMap { counted?($0, disclosure) } ?? table(scope.undivided, disclosure, database)
        return Reading(self, rows, figures, scope, disclosure)
    }
}

// MARK: - The gate

extension Detail.Reading {
    /// The rows as they may be published.
    var table: Table {
        guard let guarded = detail.guarded else { return raw }
        let rows = raw.rows.map { row in
            var row = row
            let isWithheld = settlement.withholds(name(row), extent)
            row[guarded] = .figure(isWithheld ? .withheld() : disclosure.publish(figure(row), class: .people))
            return row
        }
        return Table(caption: raw.caption, columns: raw.columns, rows: rows, notes: raw.notes)
    }

    /// The same reading, without what is withheld for the sake of other figures.
    func settled(by settlement: Settlement) -> Detail.Reading {
        var reading = self
        reading.settlement = settlement
        if settlement.withholdsAny, let figures, let counted = detail.counted {
            reading.raw = counted(figures.settled(by: settlement), disclosure)
        }
        return reading
    }

    /// Its counts with their names, before anything is decided.
    var candidates: [Publication.Candidate] {
        guard detail.guarded != nil else { return [] }
        return raw.rows.map { row in
            let address = Publication.Address(metric: name(row), extent: extent)
            let figure = figure(row)
            let isWithheld = disclosure.publish(figure, class: .people).state == .withheld
            return Publication.Candidate(
                address: address,
                figure: figure,
                sensitivity: .people,
                isWithheld: isWithheld
            )
        }
    }

    private func name(_ row: [Documents.Cell]) -> String {
        ([detail.title] + row.prefix(detail.guarded ?? 0).map(\.printed)).joined(separator: "/")
    }

    private func figure(_ row: [Documents.Cell]) -> Figure {
        .count(detail.guarded.flatMap { row[$0].number }.flatMap { Int(exactly: $0) } ?? 0)
    }
}

extension Detail.Reading {
    /// What a page shows.
    var blocks: [Document.Block] {
        if table.rows.isEmpty {
            return detail.otherwise.map { [.heading(title), .sentence($0)] } ?? []
        }
        return [.heading(title), detail.lines.map { .list($0(table)) } ?? .table(table)]
    }
}

extension Row {
    /// A text cell, empty for NULL.
    func textCell(_ column: Int) throws -> Documents.Cell { .text(try self[column] as String?) }

    /// A day cell, empty for NULL.
    func dayCell(_ column: Int) throws -> Documents.Cell { (try self[column] as String?).map { .day($0) } ?? .empty }

    /// A whole number, empty for NULL.
    func wholeCell(_ column: Int) throws -> Documents.Cell { .whole(try self[column] as Int?) }
}
