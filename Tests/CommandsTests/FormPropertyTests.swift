import Calendar
import Records
import SQLite
import Support
import Testing

@testable import Commands

/// Random forms, written as sheets and read back.
@Suite struct FormPropertyTests {
    @Test(arguments: Sweep.seeds(10, full: 40))
    func `a form that is exported and added again is the same form`(number: Int) throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = RandomForm(seed: seed)
        let desk = try Desk()
        let form = random.form(ref: "one", principles: try principles(desk))
        #expect(form.faults == [], "seed \(seed)")
        let writer = try store(desk)
        try writer.change("form add") { _ in _ = try writer.add(form: form) }
        #expect(desk.run(["form", "export", "one", "-o", "sheets"]).code == 0, "seed \(seed)")
        let answer = desk.run([
            "form", "add", "two", "--survey", "sheets/survey.csv", "--choices", "sheets/choices.csv", "--scales",
            "sheets/scales.csv", "--title", form.title, "--wave", form.wave.rawValue, "--version", form.version,
        ])
        #expect(answer.code == 0, "seed \(seed): \(answer.both)")
        let forms = try store(desk).forms()
        let (one, two) = (forms.first { $0.ref == "one" }, forms.first { $0.ref == "two" })
        #expect(one?.items == two?.items, "seed \(seed)")
        #expect(one?.choices == two?.choices, "seed \(seed)")
        #expect(one?.scales == two?.scales, "seed \(seed)")
        #expect(one?.title == two?.title && one?.version == two?.version && one?.wave == two?.wave, "seed \(seed)")
        #expect(one?.items == form.items && one?.choices == form.choices && one?.scales == form.scales, "seed \(seed)")
    }

    @Test(arguments: ["foundations-before", "foundations-after", "foundations-followup"])
    func `a form that ships can be exported, changed and added under another ref`(ref: String) throws {
        let desk = try Desk()
        desk.run(["form", "export", ref, "-o", "sheets"])
        let answer = desk.run([
            "form", "add", "ours", "--survey", "sheets/survey.csv", "--choices", "sheets/choices.csv", "--scales",
            "sheets/scales.csv",
        ])
        #expect(answer.code == 0, "\(answer.both)")
        let forms = try store(desk).forms()
        let (one, two) = (forms.first { $0.ref == ref }, forms.first { $0.ref == "ours" })
        #expect(one?.items == two?.items)
        #expect(one?.choices == two?.choices)
        #expect(one?.scales == two?.scales)
    }

    private func store(_ desk: Desk) throws -> Store {
        try Store.open(
            "\(desk.path)/groundwork.db",
            mode: .readWrite,
            wait: 0,
            surroundings: Surroundings(clock: .machine, randomness: .system, account: "test")
        )
    }

    private func principles(_ desk: Desk) throws -> [Code] { try store(desk).codes(in: "principle") }
}

/// Makes forms that have no fault, of every kind of item.
private struct RandomForm {
    private var random: SeededGenerator
    private var items: [FormItem] = []
    private var lists: [String: [FormChoice]] = [:]

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    mutating func form(ref: String, principles: [Code]) -> Form {
        makeLists()
        let scale = Bool.random(using: &random)
        for kind in FormItem.Kind.allCases + [.likert, .likert, .choice] where Int.random(in: 0...9, using: &random) > 1
        {
            append(kind, scale, principles)
        }
        if items.isEmpty { append(.text, false, principles) }
        let used = Set(items.compactMap(\.list))
        let isScaled = items.contains { $0.scale != nil }
        return Form(
            ref: ref,
            title: text().split(whereSeparator: \.isWhitespace).joined(separator: " "),
            version: "\(Int.random(in: 1...9, using: &random))b",
            wave: Form.Wave.allCases.randomElement(using: &random) ?? .after,
            items: items,
            choices: lists.filter { used.contains($0.key) },
            scales: isScaled ? [makeScale()] : []
        )
    }

    private mutating func makeScale() -> FormScale {
        FormScale(
            code: "scale_1",
            title: text(),
            scoring: FormScale.Scoring.allCases.randomElement(using: &random) ?? .mean,
            minValid: Bool.random(using: &random) ? 1 : nil,
            direction: FormScale.Direction.allCases.randomElement(using: &random) ?? .neutral,
            instrument: nil
        )
    }

    /// A list of numbers and one of words, each with further spellings and something that is no number.
    private mutating func makeLists() {
        let start = Int.random(in: -2...3, using: &random)
        lists["numbers"] =
            (0...4).map { choice($0 + 1, "\(start + $0)", value: start + $0) } + [
                choice(6, "na", value: nil)
            ]
        lists["words"] = (1...3).map { choice($0, "w\($0)", value: $0 * 10) } + [choice(4, "unsure", value: nil)]
        lists["plain"] = (1...4).map { choice($0, $0 == 2 ? "2" : "p\($0)", value: $0) }
    }

    private mutating func choice(_ place: Int, _ name: String, value: Int?) -> FormChoice {
        let also = (0..<Int.random(in: 0...2, using: &random)).map { "also \(place) \($0), \"so\"" }
        return FormChoice(place: place, name: name, label: "\(text()) \(place)", value: value, also: also)
    }

    private mutating func append(_ kind: FormItem.Kind, _ scaled: Bool, _ principles: [Code]) {
        var item = FormItem(position: items.count + 1, code: "item_\(items.count + 1)", kind: kind, label: text())
        item.kirkpatrick = Bool.random(using: &random) ? Int.random(in: 1...4, using: &random) : nil
        if kind.isCounted { item.slot = items.count { $0.kind.isCounted } + 1 }
        switch kind {
        case .likert:
            item.list = ["numbers", "words"].randomElement(using: &random)
            // One range for all, so that any scale can be made of them.
            (item.min, item.max) = (-50, 50)
            item.isReversed = Bool.random(using: &random)
            if scaled { item.scale = "scale_1" }
        case .choice:
            item.list = ["plain", "numbers"].randomElement(using: &random)
            if Bool.random(using: &random) { item.key = [lists[item.list ?? ""]?.last?.name ?? ""] }
        case .choices:
            item.list = "plain"
            if Bool.random(using: &random) { item.key = ["p1", "2"] }
        case .number:
            item.isWhole = Bool.random(using: &random)
            if Bool.random(using: &random) { (item.min, item.max) = (-0.5, 99.25) }
        case .recommend: (item.min, item.max) = (0, 10)
        case .resonates, .challenges:
            let version = ["six", "six-earlier", "eight", "local"].randomElement(using: &random) ?? "six"
            item.list = FormItem.principles(version)
            lists[FormItem.principles(version)] = principles.filter { $0.version == version }.enumerated().map {
                FormChoice(place: $0.offset + 1, name: $0.element.code, label: $0.element.title, value: $0.offset + 1)
            }
        case .element: item.digits = Bool.random(using: &random) ? Int.random(in: 1...6, using: &random) : nil
        case .text, .commitment, .reflection: break
        }
        items.append(item)
    }

    /// Words with all that a cell may hold.
    private mutating func text() -> String {
        let pieces = [
            "plain", "with, comma", "with \"quotes\"", "two\nlines", "semi; colon", "tab\there", "=1+1", "'quoted'",
            "élan",
            "太郎", "🌱", "-5", "a | b", "100%", "١٢",
        ]
        return (0...Int.random(in: 0...2, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
            .joined(separator: " ")
    }
}
