import Calendar
import Files
import Service

/// A week of a program, done without the command line and without a browser: `ServiceOnly FOLDER`, where `zoom.csv` lies.
///
/// It is built to find out whether Service is enough: what an interface still has to decide would show here.
struct Week {
    let folder: String
    let lender: StoreLender
    let context: Context

    init(in folder: String, on day: Day) {
        self.folder = folder
        lender = StoreLender(path: "\(folder)/groundwork.db", metrics: [])
        context = Context(account: "wren", role: .admin, clock: .fixed(day))
    }

    func run() throws {
        let program = try BeginProgram().asking(["program": "Harbor Harm Reduction", "time_zone": "UTC"])
        _ = try lender.perform(program, context)
        let training = try LogTraining().asking([
            "course": "foundations", "organization": "Cedar Row", "date": "2026-11-10", "count": "12",
        ])
        _ = try lender.perform(training, context)
        try importReport()
        try writePage()
        try makeBatch()
    }

    private func importReport() throws {
        var operation = try ImportFiles().asking([
            "kind": "attendance", "session": "last", "keep": "names", "dry_run": "yes",
        ])
        operation.files = ["\(folder)/zoom.csv"]
        let tried = try lender.perform(operation, context)
        guard try tried.count == 1 && lender.perform(ListImports(), context).isEmpty else { throw Unexpected() }
        _ = try lender.perform(try operation.asking(["dry_run": "no"]), context)
    }

    private func writePage() throws {
        let report = try MakeReport().asking(["name": "scorecard", "period": "2026-Q4", "format": "html"])
        let page = try lender.perform(report, context).drawn()
        let file = try OutputFile("\(folder)/scorecard.html", OutputRule(database: lender.path))
        try page.withUnsafeBytes { try file.write($0) }
        try file.commit()
    }

    private func makeBatch() throws {
        var batch = try MakeBatch().asking(["plan": "monthly", "period": "2026-11", "profile": "funder"])
        (batch.folder, batch.rule) = ("\(folder)/november", OutputRule(database: lender.path))
        _ = try lender.perform(batch, context)
    }
}

/// Something went otherwise than it is written above.
struct Unexpected: Error {}

guard CommandLine.arguments.count == 2, let day = Day(iso: "2026-11-21") else { throw Unexpected() }
try Week(in: CommandLine.arguments[1], on: day).run()
