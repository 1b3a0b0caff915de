import Documents
import Measures
import Support
import Testing

@testable import Reports

/// Holds everything that a report says in JSON against the recount of its theme.
struct RecountCheck<Theme: RecountedTheme>: ~Copyable {
    private let expected: ExpectedAnswers<Theme>
    private let sample: Sample
    private let seed: UInt64
    private var generator: SeededGenerator

    init(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let expected = ExpectedAnswers<Theme>(using: &generator)
        let sample = try Sample()
        try expected.program.store(in: sample)
        try expected.theme.store(in: sample)
        (self.expected, self.seed, self.generator) = (expected, seed, generator)
        self.sample = sample
    }

    /// A further question, at random.
    mutating func question() -> ReportRequest { expected.question(using: &generator) }

    /// Asks the program, and compares the whole, each group, the other period and the targets.
    func compare(_ request: ReportRequest) throws {
        let inquiry = Inquiry(
            Theme.report,
            of: Sample.program,
            scope: try request.reportScope(),
            comparison: .with(try ReportRequest.period(request.other)),
            disclosure: Disclosure(request.profile, threshold: request.threshold)
        )
        let document = try inquiry.document(for: .json, from: sample.reader)
        let keys = document.groups.map { group -> String in
            if case .string(let key) = group["key"] { key } else { "no key" }
        }
        #expect(document.data["threshold"] == .integer(request.k), "\(comment(request))")
        if let groups = expected.groups(request) { #expect(keys == groups, "groups, \(comment(request))") }
        for previous in [false, true] {
            var rates: [String: [Rate]] = [:]
            for key in [nil] + keys.map(String?.some) {
                let entries = key.map { document.entries(of: $0) } ?? document.entries
                let answers = expected.answers(request, of: key, previous: previous)
                compare(entries, with: answers, request, of: key, previous, &rates)
            }
            for (id, rates) in rates {
                compare(rates, "\(id), \(comment(request))", request, addsUp: !Theme.ofProgram.contains(id))
            }
        }
    }

    private func compare(
        _ entries: [String: JSON],
        with answers: [String: Answer]?,
        _ request: ReportRequest,
        of key: String?,
        _ isPrevious: Bool,
        _ rates: inout [String: [Rate]]
    ) {
        let different = expected.ids.symmetricDifference(entries.keys).sorted()
        #expect(different.isEmpty, "Only one of the two has \(different)")
        for (id, entry) in entries {
            let place = "\(id) of \(key ?? "all"), \(comment(request))"
            let found = Answer(isPrevious ? entry["previous"] : entry)
            if !isPrevious {
                let target = expected.target(id, request, of: key)
                #expect(entry["target"]?["value"] ?? .double(nil) == .double(target), "target \(place)")
            }
            guard let answer = answers?[id] else { continue }
            if request.k > 1, Theme.rates.contains(id) {
                rates[id, default: []].append(Rate(isWhole: key == nil, answer: answer, found: found))
            } else if request.k > 1, Theme.people.contains(id) {
                compareCount(found, with: answer, request.k, place)
            } else if Theme.valuesOnly.contains(id) {
                let isSame = found?.state == answer.state && found?.reason == answer.reason
                #expect(isSame && ExpectedFigure.isNear(found?.value, answer.value), "\(place)")
            } else {
                #expect(found == answer, "\(isPrevious ? "previous " : "")\(place)")
            }
        }
    }

    /// A count of few people is suppressed; a larger one may be, so that it gives no other away. Zeros are published.
    private func compareCount(_ found: Answer?, with answer: Answer, _ k: Int, _ place: String) {
        guard found?.state == "withheld" else {
            #expect(found == answer, "\(place)")
            let isFew = answer.state == "value" && (1..<k).contains(Int(answer.value ?? 0))
            #expect(!isFew, "\(place)")
            return
        }
        #expect(answer.state == "value" && found?.missing == answer.missing, "\(place)")
    }

    private func comment(_ request: ReportRequest) -> String { "\(Theme.report.name), seed \(seed): \(request)" }

    // MARK: - What is suppressed

    /// A rate about people as it was counted again, and as it was published.
    struct Rate {
        let isWhole: Bool
        let answer: Answer
        let found: Answer?

        var isSuppressed: Bool { found?.state == "withheld" }
        /// What is printed where there is no number.
        var withoutNumbers: Answer {
            Answer(
                state: isSuppressed ? "withheld" : answer.state,
                reason: isSuppressed ? nil : answer.reason,
                missing: answer.missing
            )
        }
    }

    /// A rate of few people is suppressed, and so is what would give it away. Where no rate is of few, nothing is suppressed.
    private func compare(_ rates: [Rate], _ comment: String, _ request: ReportRequest, addsUp: Bool) {
        let few = rates.filter { !$0.answer.mayBePublished(request.k) }
        for rate in rates {
            let isNumber = !rate.isSuppressed && rate.answer.state == "value"
            #expect(rate.found == (isNumber ? rate.answer : rate.withoutNumbers), "\(comment)")
            if !rate.answer.mayBePublished(request.k) { #expect(rate.isSuppressed, "\(comment)") }
            if few.isEmpty { #expect(!rate.isSuppressed, "\(comment)") }
        }
        let groups = rates.filter { !$0.isWhole }
        if groups.isEmpty { #expect(rates.count(where: \.isSuppressed) == few.count, "\(comment)") }
        // Whoever subtracts the published groups from the published whole finds out a single suppressed group.
        if addsUp, rates.contains(where: { $0.isWhole && !$0.isSuppressed }) {
            #expect(groups.count(where: \.isSuppressed) != 1, "\(comment)")
        }
    }
}
