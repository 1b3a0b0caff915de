import SQLite
import Support
import Testing

@testable import Records

/// Which before belongs to which after, held against a recount that compares every code with every other one.
///
/// People make codes of few elements, so that they collide; they spell them in another way, get one wrong, or leave one out.
@Suite struct MatchingRecountTests {
    /// A form that came back with a code, its elements as they are meant; nil was left out.
    struct Coded {
        let id: Int
        let series: Int
        let isBefore: Bool
        let code: [String?]
    }

    enum Outcome: Equatable {
        case unmatched, ambiguous
        case paired(with: Int, isExact: Bool)
    }

    // MARK: - The recount

    /// Elements in which two codes differ; one that was left out agrees with none.
    private static func distance(_ left: [String?], _ right: [String?]) -> Int {
        zip(left, right).count { $0 == nil || $0 != $1 }
    }

    /// Those that a code could belong to: equal ones, or where there are none those with one element off. A code of one or
    /// two elements must agree in all.
    private static func candidates(_ own: Coded, _ others: [Coded]) -> (of: [Coded], isExact: Bool) {
        let equal = others.filter { distance(own.code, $0.code) == 0 }
        if !equal.isEmpty { return (equal, true) }
        return (own.code.count < 3 ? [] : others.filter { distance(own.code, $0.code) == 1 }, false)
    }

    static func recount(_ all: [Coded]) -> [Int: Outcome] {
        var outcomes: [Int: Outcome] = [:]
        for own in all where own.code.contains(where: { $0 != nil }) {
            let series = all.filter { $0.series == own.series && $0.code.contains { $0 != nil } }
            let others = series.filter { $0.isBefore != own.isBefore }
            let found = candidates(own, others)
            guard let first = found.of.first else {
                outcomes[own.id] = .unmatched
                continue
            }
            let back = candidates(first, series.filter { $0.isBefore == own.isBefore })
            let isAlone = found.of.count == 1 && back.of.count == 1 && back.isExact == found.isExact
            outcomes[own.id] = isAlone ? .paired(with: first.id, isExact: found.isExact) : .ambiguous
        }
        return outcomes
    }

    // MARK: - The record

    let desk: Desk
    let sessions: [(id: Int64, series: Int)]

    init() throws {
        let desk = try Desk()
        let (event, first, second, alone) = (
            try Self.session("2026-06-01", desk), try Self.session("2026-06-02", desk),
            try Self.session("2026-06-03", desk), try Self.session("2026-06-04", desk)
        )
        self.desk = desk
        try desk.store.database.execute("UPDATE session SET parent_id = \(event) WHERE id IN (\(first), \(second))")
        sessions = [(event, 1), (first, 1), (second, 1), (alone, 2)]
    }

    private static func session(_ day: String, _ desk: Desk) throws -> Int64 {
        try desk.add(.session, ["course": "foundations", "organization": "CCI", "starts": day]).id
    }

    private func form(_ wave: Form.Wave, elements: Int) throws -> Form {
        var number = FormItem(position: 1, code: "number", kind: .number, label: "Which one")
        number.slot = 1
        let parts = (0..<elements).map { FormItem(position: $0 + 2, code: "part\($0)", kind: .element, label: "Part") }
        let form = Form(ref: "\(wave)-\(elements)", title: "A form", wave: wave, items: [number] + parts)
        return try desk.store.form(desk.store.change("test form") { _ in try desk.store.add(form: form).id })
    }

    /// Stores the codes as people spell them.
    private func store(_ all: [Coded], width: Int, _ generator: inout SeededGenerator) throws {
        for wave in [Form.Wave.before, .after] {
            var new = NewEvaluations(of: try form(wave, elements: width))
            for coded in all where coded.isBefore == (wave == .before) {
                let session = generator.one(of: sessions.filter { $0.series == coded.series }.map(\.id))
                new.append(session: session, day: nil, answers: [Answer(number: Double(coded.id))])
                for (place, element) in coded.code.enumerated() {
                    let spelled = element.map { Self.spell($0, &generator) } ?? " "
                    if let element = CodeElement.normalized(spelled, digits: 2) {
                        new.append(element: element, place: place + 1)
                    }
                }
            }
            _ = try desk.store.change("test evaluations") { _ in try desk.store.add(evaluations: new) }
        }
    }

    private static func spell(_ element: String, _ generator: inout SeededGenerator) -> String {
        switch Int.random(in: 0...4, using: &generator) {
        case 0: element.uppercased()
        case 1: " \(element)."
        case 2: element.replacing("e", with: "é")
        case 3 where element.hasPrefix("0"): String(element.dropFirst())
        default: element
        }
    }

    private func matched() throws -> [Int: Outcome] {
        let rows = try desk.store.database.all(
            """
            SELECT a1, how, (
                SELECT other.a1 FROM evaluation_match AS twin CROSS JOIN evaluation AS other ON other.id = twin.evaluation_id
                WHERE twin.pair = found.pair AND twin.evaluation_id <> found.evaluation_id
            )
            FROM evaluation_match AS found CROSS JOIN evaluation ON evaluation.id = found.evaluation_id
            """
        ) { row in (id: try row[0] as Int, how: try row[1] as Int, twin: try row[2] as Int?) }
        return Dictionary(
            uniqueKeysWithValues: rows.map { row in
                let outcome: Outcome =
                    row.twin.map { .paired(with: $0, isExact: row.how == 1) }
                    ?? (row.how == 3 ? .ambiguous : .unmatched)
                return (row.id, outcome)
            }
        )
    }

    // MARK: - Tests

    @Test(arguments: Sweep.seeds(10, full: 400).map(UInt64.init))
    func `codes are matched as a comparison of each with each has it`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let width = Int.random(in: 1...5, using: &generator)
        let words = ["pier", "hill", "07", "02"].prefix(Int.random(in: 2...4, using: &generator))
        var all: [Coded] = []
        for _ in 0..<Int.random(in: 1...9, using: &generator) {
            let series = generator.one(of: [1, 1, 2])
            let code = (0..<width).map { _ in String?.some(generator.one(of: Array(words))) }
            for isBefore in [true, false] where Int.random(in: 0...5, using: &generator) > 0 {
                var own = code
                for _ in 0..<generator.one(of: [0, 0, 1, 2]) {
                    own[Int.random(in: 0..<width, using: &generator)] = generator.one(of: [nil, "row", "hill", "02"])
                }
                all.append(Coded(id: all.count + 1, series: series, isBefore: isBefore, code: own))
            }
        }
        try store(all, width: width, &generator)
        let (found, expected) = (try matched(), Self.recount(all))
        for coded in all {
            #expect(found[coded.id] == expected[coded.id], "\(coded), seed \(seed), \(all)")
        }
    }

    @Test(arguments: Sweep.seeds(4, full: 40).map(UInt64.init))
    func `whoever came both times with a code of their own is found, with one element wrong too`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var all: [Coded] = []
        var people: [[Int]] = []
        for person in 0..<6 {
            // Codes of two people differ in all three elements.
            let code = ["\(10 + person)", "\(20 + person)", "\(30 + person)"]
            var wrong = code
            if Bool.random(using: &generator) { wrong[Int.random(in: 0..<3, using: &generator)] = "row" }
            let waves = generator.one(of: [[true], [false], [true, false], [true, false]])
            people.append(waves.indices.map { all.count + $0 + 1 })
            for isBefore in waves {
                all.append(Coded(id: all.count + 1, series: 1, isBefore: isBefore, code: isBefore ? code : wrong))
            }
        }
        try store(all, width: 3, &generator)
        let found = try matched()
        for ids in people {
            guard ids.count == 2 else {
                #expect(found[ids[0]] == .unmatched, "seed \(seed)")
                continue
            }
            let isExact = all[ids[0] - 1].code == all[ids[1] - 1].code
            #expect(found[ids[0]] == .paired(with: ids[1], isExact: isExact), "seed \(seed)")
        }
    }
}

extension SeededGenerator {
    fileprivate mutating func one<T>(of values: [T]) -> T { values[Int.random(in: 0..<values.count, using: &self)] }
}
