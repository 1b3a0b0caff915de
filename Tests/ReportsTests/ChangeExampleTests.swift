import Documents
import Measures
import Records
import SQLite
import Testing

@testable import Reports

/// The worked examples about change from before to after.
@Suite struct ChangeExampleTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let id: String
        let pre: [Double]
        let post: [Double]
        let mean: Double
        let interval: [Double]
        let dz: Double
        let dav: Double
        let before: Double
        let after: Double

        var testDescription: String { id }
    }

    static let examples = [
        Example(
            id: "EX-PAIR-1",
            pre: [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0],
            post: [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4],
            mean: 1.58,
            interval: [0.7001142367230176, 2.4598857632769824],
            dz: 1.2845575625910546,
            dav: 0.8321810813495397,
            before: 0.75,
            after: 2.33
        ),
        Example(
            id: "EX-PAIR-2",
            pre: [9, 6, 7, 8, 7, 9, 8, 8, 8, 7],
            post: [9, 7, 8, 9, 8, 9, 9, 10, 9, 9],
            mean: 1,
            interval: [0.523095396019557, 1.476904603980443],
            dz: 1.5,
            dav: 1.1258799375612025,
            before: 7.7,
            after: 8.7
        ),
        Example(
            id: "EX-PAIR-3",
            pre: [41, 38, 45, 29, 36, 50, 33, 44, 40, 37, 31, 47],
            post: [36, 37, 39, 30, 31, 44, 33, 38, 35, 36, 29, 40],
            mean: -3.5833333333333335,
            interval: [-5.348666244100619, -1.8180004225660478],
            dz: -1.2896951989706542,
            dav: -0.645997662228925,
            before: 39.25,
            after: 35.666666666666664
        ),
    ]

    @Test(arguments: examples)
    func `matched numbers give the change of the example`(example: Example) throws {
        let figures = try Sample.paired(example.pre, example.post).figures(try scope("2026-Q1"), of: .beforeAfter)
        let change = try #require(figures["EV-08.score"])
        #expect(change.isNear(example.mean) && change.n == example.pre.count)
        #expect(abs((change.low ?? 0) - example.interval[0]) < 1e-9)
        #expect(abs((change.high ?? 0) - example.interval[1]) < 1e-9)
        #expect(figures["EV-08.score.before"]?.isNear(example.before) == true)
        #expect(figures["EV-08.score.after"]?.isNear(example.after) == true)
        #expect(figures["EV-09.score.dz"]?.isNear(example.dz) == true)
        #expect(figures["EV-09.score.dav"]?.isNear(example.dav) == true)
        #expect(figures["EV-03"]?.line == "value 1 - - \(example.pre.count)/\(example.pre.count) missing 0")
    }

    @Test func `signed ranks of nine changes are exact, as in EX-WILC-1`() throws {
        let pre = [1.83, 0.5, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.3]
        let post = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29]
        let figures = try Sample.paired(post, pre).figures(try scope("2026-Q1"), of: .beforeAfter)
        #expect(figures["EV-10.score"]?.value == 40)
        #expect(figures["EV-10.score"]?.remark == "exact")
        #expect(figures["EV-10.score.p"]?.isNear(0.0390625) == true)
        #expect(figures["EV-10"]?.value == 40)
    }

    @Test func `ties are found among tenths, as in EX-WILC-2`() throws {
        let example = Self.examples[0]
        let figures = try Sample.paired(example.pre, example.post).figures(try scope("2026-Q1"), of: .beforeAfter)
        #expect(figures["EV-10.score"]?.value == 45)
        #expect(figures["EV-10.score"]?.n == 9)
        #expect(figures["EV-10.score.p"]?.remark == "normal")
        #expect(figures["EV-10.score.p"]?.isNear(0.00909069801593, 1e-9) == true)
    }

    @Test(
        arguments: [
            ([], [], "not_applicable:zero_denominator"), ([30], [27], "not_applicable:n_lt_2"),
            ([30, 31, 32], [28, 29, 30], "value -2"), ([30, 31, 32], [30, 31, 32], "value 0"),
            ([3, 4], [5, 5], "value 1.5"),
        ] as [([Double], [Double], String)]
    )
    func `degenerate pairs give their states, as in EX-PAIR-4`(pre: [Double], post: [Double], line: String) throws {
        let figures = try Sample.paired(pre, post).figures(try scope("2026-Q1"), of: .beforeAfter)
        let change = try #require(figures["EV-08.score"])
        #expect(change.line.hasPrefix(line))
        let isConstant = pre.count == 3
        #expect(change.remark == (isConstant ? "zero_variance" : change.reason?.rawValue))
        #expect((figures["EV-09.score.dz"]?.state == .value) == (pre.count == 2))
        if pre == post, !pre.isEmpty { #expect(figures["EV-10.score.p"]?.reason == .zeroVariance) }
        if pre.count == 2 { #expect(abs((change.low ?? 0) + 4.85310236808735) < 1e-9) }
        for figure in figures.values {
            for number in [figure.value, figure.low, figure.high] { #expect(number?.isFinite ?? true) }
        }
    }

    @Test func `a knowledge question gives the shares and the p of EX-MCN-1`() throws {
        let sample = try Sample.evaluated()
        let element = Sample.Ask(code: "street", kind: .element, range: nil)
        let ask = Sample.Ask(code: "risk", kind: .choices, range: nil, choices: ["a", "b", "c"], key: "a b c")
        try sample.form(1, .before, [element, ask])
        try sample.form(2, .after, [element, ask])
        let pairs = [(7, 3)] + [(7, 3)] + Array(repeating: (1, 7), count: 9) + Array(repeating: (7, 7), count: 4)
        for (place, pair) in pairs.enumerated() {
            try sample.returned(100 + place, 1, 1, [pair.0])
            try sample.returned(200 + place, 2, 1, [pair.1])
            try sample.matched(100 + place, 200 + place, pair: place + 1)
        }
        let figures = try sample.figures(try scope("2026-Q1"), of: .beforeAfter)
        #expect(figures["EV-11.risk"]?.numerator == 13 && figures["EV-11.risk"]?.denominator == 15)
        #expect(figures["EV-11.risk.before"]?.numerator == 6)
        #expect(figures["EV-11.risk.p"]?.value == 0.0654296875)
        #expect(figures["EV-11.risk.p"]?.remark == "exact")
        #expect(figures["EV-08.risk"] == nil)
    }
}

extension JSON {
    /// The entries of an array; none of anything else.
    var items: [JSON] {
        guard case .array(let items) = self else { return [] }
        return items
    }
}
