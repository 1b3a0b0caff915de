import Glibc

/// The times of a job's two sides, taken in turns.
struct Comparison {
    let name: String
    private let limitName: String
    private let unit: String
    private let count: Int
    private let groundwork: Spread
    private let limit: Spread
    private let ratio: Spread
    private let threshold: Threshold

    /// Runs a job `rounds` times, Groundwork first, then its limit, and so on.
    ///
    /// Each ratio is that of two neighbors in time, so that what the machine does beside this weighs on both.
    init(of job: some Job, rounds: Int, threshold: Threshold) throws {
        var pairs: [(groundwork: Double, limit: Double)] = []
        for _ in 0..<rounds {
            pairs.append((try Self.seconds(of: job, .groundwork), try Self.seconds(of: job, .limit)))
            try job.check()
        }
        name = job.name
        limitName = job.limitName
        unit = job.unit
        count = job.count
        groundwork = Spread(pairs.map(\.groundwork))
        limit = Spread(pairs.map(\.limit))
        ratio = Spread(pairs.map { $0.groundwork / $0.limit })
        self.threshold = threshold
    }

    /// Whether the median ratio is within the threshold.
    var isWithin: Bool { ratio.median <= threshold.ratio }

    private static func seconds(of job: some Job, _ side: Side) throws -> Double {
        try job.prepare(side)
        let start = ContinuousClock.now
        try job.run(side)
        return (ContinuousClock.now - start) / .seconds(1)
    }
}

extension Comparison {
    /// The line above the figures.
    static let heading = row("", ["minimum", "median", "maximum"], "")

    /// Three lines: Groundwork, its limit, the ratio.
    var lines: String {
        let goal =
            "\(isWithin ? "at most" : "ABOVE") \(threshold.ratio.rounded(to: 2)), goal \(threshold.goal.rounded(to: 2))"
        return [
            Self.row("\(name): Groundwork", groundwork.milliseconds, rate(groundwork)),
            Self.row("\(name): \(limitName)", limit.milliseconds, rate(limit)),
            Self.row("\(name): ratio", ratio.values.map { $0.rounded(to: 3) }, goal),
        ].joined(separator: "\n")
    }

    private func rate(_ times: Spread) -> String {
        "\(Int(Double(count) / times.median).grouped) \(unit)/s"
    }

    private static func row(_ title: String, _ cells: [String], _ note: String) -> String {
        title.padded(to: 22) + cells.map { $0.padded(to: -13) }.joined() + "   " + note
    }
}
