import Calendar
import CommandLineKit
import Documents
import Files
import Measures
import Records
import Reports
import SQLite
import Service

/// `batch PLAN --period PERIOD -o FOLDER`
struct MakeBatch: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "make",
            abstract: "Make the reports of a plan.",
            discussion: "Periods are written \(Period.forms).",
            examples: ["groundwork batch quarterly --period last-quarter -o q3"],
            shouldDisplay: false
        )
    }

    @Argument(help: "A plan's name, or its file.", completion: .file()) var plan: String
    @Option(help: ArgumentHelp("Which days, such as last-quarter or FY2027.")) var period: String
    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp("The folder to make the files in; it is made where there is none.", valueName: "folder"),
        completion: .directory
    )
    var output: String
    @Option(help: ArgumentHelp("For whom, in place of the plan's own: what is withheld.")) var profile: Profile?
    @Option(help: ArgumentHelp("The fewest people that are shown, in place of the profile's.", valueName: "k"))
    var threshold: Int?
    @Option(help: ArgumentHelp("The day on which it is made; today unless given.", valueName: "date")) var asOf: String?
    @OptionGroup var common: CommonOptions

    mutating func validate() throws {
        if let threshold, !(1...1_000).contains(threshold) {
            throw ValidationError("--threshold: \(threshold) is not between 1 and 1000.")
        }
        if output == "-" {
            throw ValidationError("A batch makes several files.", hint: "Name a folder for them: -o FOLDER")
        }
    }

    func run() throws {
        let environment = Environment.current
        let plan = try PlanWord.plan(plan)
        let snapshot = try common.look { try $0.snapshot() }
        environment.interruption.watch(snapshot.reader.interrupt)
        let batch = try common.naming { try self.batch(plan, snapshot) }
        let rule = common.outputRule(reading: [self.plan])
        let folder = try BatchFolder(environment.path(output), rule, of: batch)
        let progress = ProgressBar()
        let replies = try self.replies(batch, snapshot, progress)
        let settlement = try settle(batch, replies)
        let files = try draw(batch, replies, settlement, folder, progress)
        let manifest = Manifest(batch, head: try common.naming { try snapshot.head() }, files: files)
        try folder.write(manifest.bytes, Manifest.file)
        progress.clear()
        try report(manifest, batch, folder)
    }

    private func batch(_ plan: BatchPlan, _ store: Store) throws -> Batch {
        let program = store.program
        let facts = ProgramFacts(
            name: program.name,
            organizationID: program.organization,
            fiscalYearStart: program.fiscalYearStart,
            threshold: program.threshold
        )
        let day = try asOf.map { try store.day($0, for: "as_of") } ?? store.today
        return try Batch(
            plan,
            of: facts,
            period: try Period.parse(period, today: day, fiscalYearStart: program.fiscalYearStart),
            asOf: day,
            profile: profile,
            threshold: threshold,
            from: store.reader
        )
    }

    /// Asks every report once. One that can't be answered does not keep the others from it.
    private func replies(
        _ batch: Batch,
        _ store: Store,
        _ progress: ProgressBar
    ) throws -> [Result<Reply, any Error>] {
        try batch.orders.enumerated().map { index, order in
            progress.draw(index, of: batch.orders.count + batch.files.count, order.inquiry.report.title)
            return try attempt {
                try common.naming { try order.inquiry.reply(for: order.formats, from: store.reader) }
            }
        }
    }

    /// What is withheld over all files together, so that none of them tells what another one withholds.
    private func settle(_ batch: Batch, _ replies: [Result<Reply, any Error>]) throws -> Settlement {
        var publication = Publication(for: batch.disclosure)
        for case .success(let reply) in replies { publication.add(reply) }
        return try attempt { publication.settle() }.get()
    }

    /// Draws every format of every answer.
    private func draw(
        _ batch: Batch,
        _ replies: [Result<Reply, any Error>],
        _ settlement: Settlement,
        _ folder: BatchFolder,
        _ progress: ProgressBar
    ) throws -> [Manifest.Entry] {
        var files: [Manifest.Entry] = []
        for (order, reply) in zip(batch.orders, replies) {
            for format in order.formats {
                let name = order.file(format)
                progress.draw(batch.orders.count + files.count, of: batch.orders.count + batch.files.count, name)
                let made = try attempt { () throws -> String in
                    let bytes = try format.draw(reply.get().document(for: format, after: settlement))
                    try folder.write(bytes, name)
                    return Digest.hexadecimal(of: bytes)
                }
                switch made {
                case .success(let digest): files.append(Manifest.Entry(order, format, .made(sha256: digest)))
                case .failure(let error):
                    folder.remove(name)
                    files.append(Manifest.Entry(order, format, .failed(folder.words(error))))
                }
            }
        }
        return files
    }

    /// Whatever goes wrong but somebody who asks to stop.
    private func attempt<R>(_ body: () throws -> R) throws -> Result<R, any Error> {
        try Environment.current.interruption.check()
        let result = Result { try body() }
        try Environment.current.interruption.check()
        return result
    }

    private func report(_ manifest: Manifest, _ batch: Batch, _ folder: BatchFolder) throws {
        let failed = manifest.files.filter { $0.problem != nil }
        for file in failed.prefix(20) { Output.note("\(file.file): \(file.problem ?? "")") }
        if failed.count > 20 { Output.note("and \(failed.count - 20) more") }
        let made = manifest.files.count - failed.count
        try Output.answer(
            "\(CountWord.of(made, "file", "files")) for \(batch.period.title) in \(folder.shown): \(folder.changes). "
                + "What each is: \(folder.shown)/\(Manifest.file)"
        )
        guard !failed.isEmpty else { return }
        let count = CountWord.of(manifest.files.count, "file", "files")
        Output.note("\(Environment.current.program): \(failed.count) of \(count) could not be made")
        throw ExitCode.findings
    }
}
