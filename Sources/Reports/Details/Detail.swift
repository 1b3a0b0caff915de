import Calendar
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
    /// The columns that count people or what they said, behind those that name the row.
    var guarded: [Int] = []
    /// The rows; what stands in the guarded column has not passed the gate.
    var table: @Sendable (Scope, Disclosure, borrowing DatabaseReader) throws -> Table = { _, _, _ in
        Table(columns: [], rows: [])
    }
    /// The rows where they come from what was counted for the figures.
    var counted: (@Sendable (Reports.Reading, Disclosure) -> Table)?
    /// What the rows tell beside the figures, where they come from what was counted for them.
    var told: (@Sendable (Reports.Reading, Disclosure) -> [Told])?
    /// What is counted beside the figures for it.
    var questions: (@Sendable (Questionnaire) -> [Question])?
    /// What pages print in place of the table, where a table is not how it is read.
    var lines: (@Sendable (Table) -> [String])?
    /// What pages say below the rows.
    var remarks: (@Sendable (Scope, Disclosure, borrowing DatabaseReader) throws -> [Remark])?
    /// What adds up among the counts of guarded columns, which are named by row and column, and with figures.
    var links: (@Sendable (Table, (_ row: Int, _ column: Int) -> String) -> [Link])?

    /// The same detail, of which so much adds up.
    func linked(_ links: @escaping @Sendable (Table, (_ row: Int, _ column: Int) -> String) -> [Link]) -> Detail {
        var detail = self
        detail.links = links
        return detail
    }

    /// What a page says below the rows, with what can be done about it.
    struct Remark: Sendable {
        let words: String
        let advice: [Advice]

        init(_ words: String, _ advice: Advice...) {
            self.words = words
            self.advice = advice
        }

        /// The remark as a page shows it.
        var block: Document.Block { .sentence(words, then: advice.map { NextStep($0) }) }
    }

    /// The detail as it was read.
    struct Reading: Sendable {
        let detail: Detail
        /// Its heading on this page.
        let title: String
        /// What stands below the rows.
        let remarks: [Remark]
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
            _ disclosure: Disclosure,
            _ remarks: [Remark]
        ) {
            self.remarks = remarks
            (self.detail, self.raw, self.figures, self.disclosure) = (detail, raw, figures, disclosure)
            extent = Extent(scope.undivided)
            title = detail.title.replacing("DAY", with: scope.referenceDay.iso)
        }
    }

    func reading(
        _ scope: Scope,
        _ disclosure: Disclosure,
        _ figures: Reports.Reading? = nil,
        from database: borrowing DatabaseReader
    ) throws -> Reading {
        let rows = try figures.flatMap { counted?($0, disclosure) } ?? table(scope.undivided, disclosure, database)
        let remarks = try remarks?(scope.undivided, disclosure, database) ?? []
        return Reading(self, rows, figures, scope, disclosure, remarks)
    }
}

// MARK: - The gate

extension Detail.Reading {
    /// The rows as they may be published.
    var table: Table {
        guard !detail.guarded.isEmpty else { return raw }
        let rows = raw.rows.map { row in
            detail.guarded.reduce(into: row) { cells, column in
                guard let figure = figure(row, column) else { return }
                let isWithheld = settlement.withholds(name(row, column), extent)
                cells[column] = .figure(isWithheld ? .withheld() : disclosure.publish(figure, class: .people))
            }
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

    /// What it tells, with names, before anything is decided.
    var candidates: [Publication.Candidate] {
        let links = detail.links?(raw) { row, column in name(raw.rows[row], column) } ?? []
        var counts = raw.rows.flatMap { row in
            detail.guarded.compactMap { column in
                figure(row, column).map { Detail.Told(name(row, column), $0, .people, disclosure) }
            }
        }
        if !counts.isEmpty { counts[0].links = links }
        let told = figures.flatMap { detail.told?($0, disclosure) } ?? []
        return (counts + told).map { $0.candidate(extent) }
    }

    private func name(_ row: [Documents.Cell], _ column: Int) -> String {
        let title = detail.guarded.first == column ? detail.title : "\(detail.title) \(raw.columns[column].key)"
        return ([title] + row.prefix(detail.guarded.first ?? 0).map(\.printed)).joined(separator: "/")
    }

    /// The count in a column; nil where the cell is empty.
    private func figure(_ row: [Documents.Cell], _ column: Int) -> Figure? {
        row[column].number.flatMap { Int(exactly: $0) }.map { .count($0) }
    }
}

extension Detail {
    /// A number, or several together, that a detail prints beside the figures.
    struct Told: Sendable {
        /// How it is named in a publication.
        let name: String
        /// Whether it is withheld for its own sake.
        let isWithheld: Bool
        private let figure: Figure
        private let sensitivity: Sensitivity
        private let isSensitive: Bool
        /// What adds up with it.
        fileprivate(set) var links: [Link]

        init(
            _ name: String,
            _ figure: Figure,
            _ sensitivity: Sensitivity,
            _ disclosure: Disclosure,
            isKept: Bool = false,
            isSensitive: Bool = false,
            links: [Link] = []
        ) {
            (self.name, self.figure, self.sensitivity) = (name, figure, sensitivity)
            (self.isSensitive, self.links) = (isSensitive, links)
            let published = disclosure.publish(figure, class: sensitivity, homogeneity: isSensitive)
            isWithheld = isKept || published.state == .withheld
        }

        fileprivate func candidate(_ extent: Extent) -> Publication.Candidate {
            Publication.Candidate(
                address: Publication.Address(metric: name, extent: extent),
                figure: figure,
                sensitivity: sensitivity,
                isWithheld: isWithheld,
                homogeneity: isSensitive,
                links: links
            )
        }
    }
}

extension Detail.Reading {
    /// What a page shows.
    var blocks: [Document.Block] {
        let below = remarks.map(\.block)
        if table.rows.isEmpty {
            return detail.otherwise.map { [.heading(title), .sentence($0)] + below } ?? below
        }
        return [.heading(title), detail.lines.map { .list($0(table)) } ?? .table(table)] + below
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
