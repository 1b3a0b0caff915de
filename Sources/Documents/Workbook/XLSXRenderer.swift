/// Draws a document as a workbook: a sheet for each table and each chart, text before them, and what it is about behind.
///
/// Cells are typed by their kind; a number carries the decimals with which it was printed, and where that does not say
/// all that was printed (a share without its counts) the words stand beside it. Nothing is a formula. The same document
/// has the same bytes: what a workbook says of its making is the document's own day.
struct XLSXRenderer {
    func draw(_ document: Document) throws(WorkbookProblem) -> [UInt8] {
        let file = try MemoryFile()
        let book = try Workbook(path: file.path, temporaryFolder: MemoryFile.folder)
        let about = document.about
        try book.describe(
            title: about?.title ?? document.title ?? "Groundwork",
            subject: about?.subtitle,
            day: about?.day
        )
        let plan = WorkbookPlan(document)
        let pages = WorkbookPages(document: document, plan: plan)
        if plan.hasSummary { try pages.writeSummary(to: book.addSheet(WorkbookPlan.summary)) }
        for one in plan.sheets {
            let sheet = try book.addSheet(one.name)
            switch one.content {
            case .table(let table): try WorkbookTable(table).write(to: sheet)
            case .chart(let chart): try WorkbookChart(chart).write(to: sheet)
            }
        }
        if WorkbookPages.isAbout(document) { try pages.writeAbout(to: book.addSheet(WorkbookPlan.about)) }
        try book.close()
        return try file.bytes()
    }
}
