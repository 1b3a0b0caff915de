/// All jobs, one after the other.
struct Suite {
    let rows: Int
    let rounds: Int
    let only: String?

    /// Runs the jobs and prints what they came to; false where a ratio is above its threshold.
    func run(in scratch: borrowing Scratch) throws -> Bool {
        print("\(rows.grouped) attendances, \(rounds) rounds, Groundwork and C in turns; ratio of each pair.\n")
        print(Comparison.heading)
        var isWithin = true
        for job in try jobs(in: scratch) {
            guard let threshold = Threshold.of(job.name) else { throw JobFailure("\(job.name) has no threshold") }
            let comparison = try Comparison(of: job, rounds: rounds, threshold: threshold)
            print(comparison.lines)
            isWithin = comparison.isWithin && isWithin
        }
        if isAsked("batch") {
            let job = try BatchJob(rows: rows, in: scratch)
            guard let threshold = Threshold.of(job.name) else { throw JobFailure("\(job.name) has no threshold") }
            // As many processes as files: once is enough unless it is asked for alone.
            let comparison = try Comparison(of: job, rounds: only == nil ? 1 : rounds, threshold: threshold)
            print("\(comparison.lines)\n\(job.closing)")
            isWithin = comparison.isWithin && job.isWithin && isWithin
        }
        if isAsked("memory") {
            let peak = try PeakMemory(rows: rows, in: scratch)
            print("\n\(peak.line)")
            isWithin = peak.isWithin && isWithin
        }
        return isWithin
    }

    private func jobs(in scratch: borrowing Scratch) throws -> [any Job] {
        var jobs: [any Job] = []
        if isAsked("import") || isAsked("export") || isAsked("answers") {
            let sample = try SampleRecord(attendances: rows, in: scratch, named: "sample")
            if isAsked("import") { jobs.append(ImportJob(sample, in: scratch)) }
            if isAsked("answers") { jobs.append(try AnswersJob(sample, in: scratch)) }
            if isAsked("export") { jobs.append(try ExportJob(sample, in: scratch)) }
        }
        if isAsked("evaluations") { jobs.append(try EvaluationsJob(responses: rows * 3 / 10, in: scratch)) }
        if isAsked("read") { jobs.append(try ReadJob(rows: rows, in: scratch)) }
        if isAsked("insert") { jobs.append(InsertJob(rows: rows, in: scratch)) }
        if isAsked("start") || isAsked("log") { jobs += try programJobs(in: scratch) }
        return jobs
    }

    private func programJobs(in scratch: borrowing Scratch) throws -> [any Job] {
        guard let programs = ProgramJob.Programs() else {
            print("start, log: skipped; groundwork and one-record are not built beside this program")
            return []
        }
        var jobs: [any Job] = []
        if isAsked("start") { jobs.append(ProgramJob.start(programs)) }
        if isAsked("log") { jobs.append(try ProgramJob.log(programs, in: scratch)) }
        return jobs
    }

    private func isAsked(_ name: String) -> Bool {
        only == nil || only == name
    }
}
