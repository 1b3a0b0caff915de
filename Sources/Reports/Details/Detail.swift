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
    /// The rows; nothing in them is about people.
    var table: @Sendable (Scope, Disclosure, borrowing DatabaseReader) throws -> Table = { _, _, _ in
        Table(columns: [], rows: [])
    }
    /// The rows where some of their columns count people or what they said.
    var guarded: Guarded?
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
    /// Rows of which some columns are cleared before anybody sees them.
    struct Guarded: Sendable {
        /// Under which name its cells are cleared.
        let id: DetailID
        /// The columns that count people or what they said.
        let columns: [Int]
        /// The rows, with what each is about.
        let rows: @Sendable (Scope, Disclosure, borrowing DatabaseReader) throws -> Rows
        /// What adds up among its counts and with figures.
        var relations: @Sendable (Rows, (_ row: Int, _ column: Int) -> CellID) -> [Relation] = { _, _ in [] }

        /// Rows, and what each of them is about.
        struct Rows: Sendable {
            let table: Table
            let keys: [[RowKey]]
        }
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
        /// What the rows are about whose cells are cleared here.
        private let keys: [[RowKey]]
        /// What it was counted with; nil where it has statements of its own.
        private let figures: Reports.Reading?
        private let extent: Extent
        private let disclosure: Disclosure
        private var verdicts = Verdicts()

        fileprivate init(
            _ detail: Detail,
            _ raw: Table,
            _ keys: [[RowKey]],
            _ figures: Reports.Reading?,
            _ scope: Scope,
            _ disclosure: Disclosure,
            _ remarks: [Remark]
        ) {
            self.remarks = remarks
            (self.detail, self.raw, self.keys) = (detail, raw, keys)
            (self.figures, self.disclosure) = (figures, disclosure)
            extent = Extent(scope.undivided)
            title = detail.title.replacing("DAY", with: scope.referenceDay.words)
        }
    }

    func reading(
        _ scope: Scope,
        _ disclosure: Disclosure,
        _ figures: Reports.Reading? = nil,
        from database: borrowing DatabaseReader
    ) throws -> Reading {
        let remarks = try remarks?(scope.undivided, disclosure, database) ?? []
        if let guarded {
            let rows = try guarded.rows(scope.undivided, disclosure, database)
            return Reading(self, rows.table, rows.keys, figures, scope, disclosure, remarks)
        }
        let rows = try figures.flatMap { counted?($0, disclosure) } ?? table(scope.undivided, disclosure, database)
        return Reading(self, rows, [], figures, scope, disclosure, remarks)
    }
}

// MARK: - The gate

extension Detail.Reading {
    /// The rows as they may be published.
    var table: Table {
        guard let guarded = detail.guarded else { return raw }
        let rows = raw.rows.indices.map { row in
            guarded.columns.reduce(into: raw.rows[row]) { cells, column in
                guard let figure = figure(row, column) else { return }
                let rule = DisclosureRule.people
                let cleared = rule.cleared(figure, for: disclosure)
                cells[column] = .figure(verdicts.figure(cleared, of: cell(row, column), rule, extent))
            }
        }
        return Table(caption: raw.caption, columns: raw.columns, rows: rows, notes: raw.notes)
    }

    /// The same reading as it may be published beside everything else.
    func cleared(by verdicts: Verdicts) -> Detail.Reading {
        var reading = self
        reading.verdicts = verdicts
        if verdicts.suppressAny, let figures, let counted = detail.counted {
            reading.raw = counted(figures.cleared(by: verdicts), disclosure)
        }
        return reading
    }

    /// What it discloses, before anything is decided.
    var candidates: [Clearance.Candidate] {
        let told = figures.flatMap { detail.told?($0, disclosure) } ?? []
        let suppressed = Set((figures?.total ?? []).filter { $0.figure.state == .withheld }.map(\.cell))
        return (counts + told).map { $0.candidate(extent, beside: suppressed) }
    }

    private var counts: [Detail.Told] {
        guard let guarded = detail.guarded else { return [] }
        var rule = DisclosureRule.people
        rule.relations = guarded.relations(.init(table: raw, keys: keys), cell)
        return raw.rows.indices.flatMap { row in
            guarded.columns.compactMap { column in
                // What adds up is declared once, with the first of them.
                defer { if figure(row, column) != nil { rule.relations = [] } }
                return figure(row, column).map { Detail.Told(cell(row, column), $0, rule, disclosure) }
            }
        }
    }

    private func cell(_ row: Int, _ column: Int) -> CellID {
        .detail(detail.guarded?.id ?? .hands, row: keys[row], column: .column(raw.columns[column].key))
    }

    /// The count in a column; nil where the cell is empty.
    private func figure(_ row: Int, _ column: Int) -> Figure? {
        raw.rows[row][column].number.flatMap { Int(exactly: $0) }.map { .count($0) }
    }
}

extension Detail {
    /// A number, or several together, that a detail prints beside the figures.
    struct Told: Sendable {
        /// What it is.
        let cell: CellID
        /// Whether it is suppressed for its own sake.
        let isSuppressed: Bool
        fileprivate let figure: Figure
        fileprivate let rule: DisclosureRule

        init(_ cell: CellID, _ figure: Figure, _ rule: DisclosureRule, _ disclosure: Disclosure) {
            (self.cell, self.figure, self.rule) = (cell, figure, rule)
            isSuppressed = rule.cleared(figure, for: disclosure).state == .withheld
        }

        /// - Parameter suppressed: figures of the same reading that are suppressed already.
        fileprivate func candidate(_ extent: Extent, beside suppressed: Set<CellID>) -> Clearance.Candidate {
            Clearance.Candidate(
                address: Verdicts.Address(cell: cell, extent: extent),
                figure: figure,
                rule: rule,
                isSuppressed: isSuppressed || rule.suppressedWith.contains(where: suppressed.contains)
            )
        }
    }
}

extension Reading {
    /// A number of a detail, as it may be published.
    func shown(_ told: Detail.Told) -> Figure { shown(told.figure, of: told.cell, told.rule) }
}

extension DisclosureRule {
    /// The same rule for a figure of which so much adds up with others.
    func related(_ relations: [Relation]) -> DisclosureRule {
        var rule = self
        rule.relations = relations
        return rule
    }
}

extension Detail.Reading {
    /// What a page shows.
    var blocks: [Document.Block] {
        let below = remarks.map(\.block)
        if table.rows.isEmpty {
            return detail.otherwise.map { [.heading(title), .sentence($0)] + below } ?? below
        }
        return [
            .heading(title),
            detail.lines.map { .list($0(table)) } ?? .table(disclosure.isForTeam ? table : table.withoutRefs),
        ] + below
    }
}

extension Row {
    /// A text cell, empty for NULL.
    func textCell(_ column: Int) throws -> Documents.Cell { .text(try self[column] as String?) }

    /// A day cell, empty for NULL.
    func dayCell(_ column: Int) throws -> Documents.Cell {
        (try self[column] as String?).map { .day($0, printed: $0.dayWords) } ?? .empty
    }

    /// A whole number, empty for NULL.
    func wholeCell(_ column: Int) throws -> Documents.Cell { .whole(try self[column] as Int?) }
}
