/// Writes the sheets of a workbook that hold text: what it says, with the way to its figures, and what it is about.
struct WorkbookPages {
    /// Letters that go across a sheet of paper, also where the program has another font than ours.
    private static let width = 74

    /// How wide the column of definitions is.
    private static let meaning = 84

    let document: Document
    let plan: WorkbookPlan

    private var title: String { document.about?.title ?? document.title ?? "" }

    // MARK: - Summary

    /// The first sheet: title, sentences, and a link to each sheet of figures.
    func writeSummary(to sheet: WorkbookSheet) throws(WorkbookProblem) {
        try sheet.setWidth(0, Self.width)
        sheet.hideLines()
        var row = try heading(on: sheet)
        if case .heading? = plan.lines.first {} else { row += 1 }
        for line in plan.lines { row = try write(line, row, sheet) }
        if plan.sheets.count > 1 || document.about?.facts.isEmpty == false {
            row = try write(.heading("In this workbook"), row, sheet)
            for one in plan.sheets { row = try link(one.title, to: one.name, row, sheet) }
            if Self.isAbout(document) { row = try link("About these figures", to: WorkbookPlan.about, row, sheet) }
        }
        if !plan.closing.isEmpty { row += 1 }
        for line in plan.closing { row = try write(line, row, sheet) }
        try sheet.fitPaper(isWide: false)
    }

    private func heading(on sheet: WorkbookSheet) throws(WorkbookProblem) -> Int {
        try sheet.write(WorkbookText.shown(title), 0, 0, WorkbookStyle(role: .title, wraps: true))
        try sheet.setHeight(0, [(title, Self.width / 2)], size: 18)
        guard let subtitle = document.about?.subtitle else { return title.isEmpty ? 0 : 1 }
        try sheet.write(WorkbookText.shown(subtitle), 1, 0, WorkbookStyle(role: .subtitle))
        return 2
    }

    private func write(
        _ line: WorkbookPlan.Line,
        _ row: Int,
        _ sheet: WorkbookSheet
    ) throws(WorkbookProblem) -> Int {
        switch line {
        case .heading(let text):
            let style = WorkbookStyle(role: .heading, wraps: true)
            return try write(text, row > 0 ? row + 1 : row, style, sheet, size: 13)
        case .sentence(let text): return try write(text, row, WorkbookStyle(wraps: true), sheet)
        case .note(let text): return try write(text, row, WorkbookStyle(role: .quiet, wraps: true), sheet)
        case .item(let text): return try write("• " + text, row, WorkbookStyle(wraps: true), sheet)
        case .code(let text):
            try sheet.write(WorkbookText.shown(text), row, 0, WorkbookStyle(role: .quiet))
            return row + 1
        }
    }

    private func write(
        _ text: String,
        _ row: Int,
        _ style: WorkbookStyle,
        _ sheet: WorkbookSheet,
        size: Double = 11
    ) throws(WorkbookProblem) -> Int {
        try sheet.write(WorkbookText.shown(text), row, 0, style)
        try sheet.setHeight(row, [(text, Self.width * 11 / Int(size))], size: size)
        return row + 1
    }

    private func link(_ words: String, to name: String, _ row: Int, _ sheet: WorkbookSheet) throws(WorkbookProblem)
        -> Int
    {
        try sheet.link(to: name, row, 0, words: WorkbookText.shown(words))
        return row + 1
    }

    // MARK: - About

    /// Whether there is something to say about the figures.
    static func isAbout(_ document: Document) -> Bool {
        guard let about = document.about else { return false }
        return !about.facts.isEmpty || !about.definitions.isEmpty
    }

    /// The last sheet: period, as-of, profile, and what each figure means.
    func writeAbout(to sheet: WorkbookSheet) throws(WorkbookProblem) {
        guard let about = document.about else { return }
        let widths = [18, 44, Self.meaning]
        for (column, width) in widths.enumerated() { try sheet.setWidth(column, width) }
        sheet.hideLines()
        try sheet.write(WorkbookText.shown(about.title), 0, 0, WorkbookStyle(role: .title))
        try sheet.setHeight(0, [], size: 18)
        try sheet.write(WorkbookText.shown(about.subtitle ?? ""), 1, 0, WorkbookStyle(role: .subtitle))
        var row = 3
        for fact in about.facts {
            try sheet.write(WorkbookText.shown(fact.name), row, 0, WorkbookStyle(role: .quiet))
            try sheet.write(day: fact.value, row, 1, WorkbookStyle(wraps: true))
            try sheet.setHeight(row, [(fact.value, widths[1])])
            row += 1
        }
        try definitions(about, from: row + 1, widths, sheet)
        try sheet.fitPaper(isWide: true)
    }

    private func definitions(
        _ about: About,
        from row: Int,
        _ widths: [Int],
        _ sheet: WorkbookSheet
    ) throws(WorkbookProblem) {
        guard !about.definitions.isEmpty else { return }
        for (column, title) in ["Id", "Figure", "What it means"].enumerated() {
            try sheet.write(title, row, column, WorkbookStyle(role: .header))
        }
        for (index, definition) in about.definitions.enumerated() {
            let texts = [definition.term, definition.name, definition.meaning]
            for (column, text) in texts.enumerated() {
                try sheet.write(WorkbookText.shown(text), row + 1 + index, column, WorkbookStyle(wraps: true))
            }
            try sheet.setHeight(row + 1 + index, zip(texts, widths).map { ($0, $1) })
        }
        guard let further = about.further else { return }
        try sheet.write(
            WorkbookText.shown(further),
            row + about.definitions.count + 2,
            0,
            WorkbookStyle(role: .quiet)
        )
    }
}
