import Support

/// Forms in several versions: most of them ask the same, some ask it in another way.
extension EvaluationRecord {
    mutating func addForms(_ generator: inout SeededGenerator) {
        var pool = Self.pool(&generator)
        let isSmall = generator.isOnce(in: 5)
        if isSmall {
            pool = pool.filter { ["years", "recommend", "risk", "most", "will1"].contains($0.item.code) }
        }
        let scales = Self.scales(&generator)
        let asksForCode = !generator.isOnce(in: 4)
        for id in 1...Int.random(in: 1...6, using: &generator) {
            // A form before and one after come first, so that there are pairs.
            let waves = id < 3 ? [id == 1 ? "before" : "after"] : ["before", "after", "after", "followup"]
            let wave = generator.one(of: waves)
            // A scale is mostly asked as a whole.
            let isWhole = !generator.isOnce(in: 5)
            var items = pool.map { ($0, isSmall || isWhole && $0.item.scale == "care" || !generator.isOnce(in: 6)) }
                .filter { $0.waves.contains(wave) && $1 }.map(\.0.item)
            if asksForCode, !generator.isOnce(in: 6) { items.append(Item(code: "street", kind: "element")) }
            if generator.isOnce(in: 3) { items.shuffle(using: &generator) }
            var form = Form(id: id, wave: wave, items: items, scales: scales)
            for place in form.items.indices { form.items[place].vary(&generator) }
            form.varyScales(&generator)
            if generator.isOnce(in: 2) { form.keepTens() }
            form.keepToRules()
            if form.items.isEmpty { form.items = [Item(code: "words", kind: "text")] }
            forms.append(form)
        }
    }

    private static func scales(_ generator: inout SeededGenerator) -> [Scale] {
        let directions = ["higher_is_better", "lower_is_better", "neutral"]
        return [
            Scale(
                code: "care",
                scoring: generator.one(of: ["sum", "mean"]),
                needed: generator.one(of: [nil, nil, 1, 2, 3]),
                direction: generator.one(of: directions)
            ),
            Scale(code: "load", scoring: "sum", needed: nil, direction: generator.one(of: directions)),
            Scale(code: "views", scoring: "any", needed: nil, direction: "lower_is_better"),
            Scale(code: "norms", scoring: "any", needed: nil, direction: "lower_is_better"),
        ]
    }

    // MARK: - What may be asked

    private static let everyWave = ["before", "after", "followup"]

    private static func pool(_ generator: inout SeededGenerator) -> [(item: Item, waves: [String])] {
        let ends = generator.one(of: [(1, 5), (1, 4), (1, 7), (0, 4), (-2, 2)])
        var pool: [(Item, [String])] = (1...Int.random(in: 2...5, using: &generator)).map { number in
            var item = likert("care\(number)", ends, &generator)
            (item.scale, item.isReversed) = ("care", generator.isOnce(in: 3))
            return (item, everyWave)
        }
        pool += loads(&generator).map { ($0, everyWave) }
        pool += statements(&generator).map { ($0, ["after", "after", "before"]) }
        pool += rated(&generator).map { ($0, everyWave) }
        pool += knowledge(&generator).map { ($0, everyWave) }
        pool += numbers(&generator).map { ($0, everyWave) }
        pool += principles(&generator).map { ($0, ["after", "followup"]) }
        pool += (1...2).map { (Item(code: "will\($0)", kind: "commitment"), ["after", "before"]) }
        pool += became(&generator).map { ($0, ["followup", "after"]) }
        pool.append((Item(code: "think", kind: "reflection", level: generator.one(of: [nil, 2])), ["after"]))
        return pool.filter { ["care", nil].contains($0.0.scale) || !generator.isOnce(in: 5) }
    }

    private static func likert(_ code: String, _ ends: (Int, Int), _ generator: inout SeededGenerator) -> Item {
        var item = Item(code: code, kind: "likert", low: ends.0, high: ends.1)
        item.setEnds(ends)
        if generator.isOnce(in: 3) { item.choices.append(Choice(name: "na", value: nil)) }
        item.level = generator.one(of: [nil, nil, 1, 2, 3, 4])
        return item
    }

    /// A scale of items with different ends, among them numbers with fractions.
    private static func loads(_ generator: inout SeededGenerator) -> [Item] {
        var number = Item(code: "hours", kind: "number", low: 0, high: 6, isWhole: generator.isOnce(in: 2))
        number.isReversed = generator.isOnce(in: 2)
        var items = [likert("load1", (1, 3), &generator), likert("load2", (0, 10), &generator), number]
        for place in items.indices { items[place].scale = "load" }
        return items
    }

    private static func statements(_ generator: inout SeededGenerator) -> [Item] {
        ["views", "views", "views", "norms", "norms"].enumerated().map { place, scale in
            var item = likert("view\(place)", generator.one(of: [(1, 4), (1, 5), (1, 2)]), &generator)
            (item.scale, item.isReversed) = (scale, generator.isOnce(in: 3))
            return item
        } + [Item(code: "share", kind: "number", low: 0, high: 3, isWhole: false, scale: "views")]
    }

    private static func rated(_ generator: inout SeededGenerator) -> [Item] {
        [(1, 5), (1, 7), (1, 2), (1, 3), (1, 10), (1, 11)].enumerated().map { place, ends in
            var item = likert("rate\(place)", ends, &generator)
            item.isReversed = generator.isOnce(in: 4)
            return item
        } + [Item(code: "recommend", kind: "recommend", low: 0, high: 10, level: 1)]
            + (generator.isOnce(in: 3) ? [Item(code: "again", kind: "recommend", low: 0, high: 10)] : [])
    }

    private static func knowledge(_ generator: inout SeededGenerator) -> [Item] {
        var one = Item(code: "risk", kind: "choice", level: 2, key: ["c"])
        one.choices = zip(["a", "b", "c", "d"], [1, 2, 3, nil]).map { Choice(name: $0, value: $1) }
        var several = Item(code: "which", kind: "choices", key: generator.one(of: [["a", "c"], ["a", "b", "c"], []]))
        several.choices = ["a", "b", "c"].enumerated().map { Choice(name: $1, value: $0 + 1) }
        let key = generator.one(of: [["4"], ["4.0"], ["2.5"], []])
        let number = Item(code: "dose", kind: "number", low: 0, high: 5, isWhole: false, key: key)
        return [one, several, number]
    }

    private static func numbers(_ generator: inout SeededGenerator) -> [Item] {
        [
            Item(code: "sure", kind: "number", low: 0, high: 100, isReversed: generator.isOnce(in: 3)),
            Item(code: "years", kind: "number", isWhole: generator.isOnce(in: 2)),
        ]
    }

    private static func principles(_ generator: inout SeededGenerator) -> [Item] {
        let six = [
            "health-and-dignity", "participant-centered", "involvement", "autonomy", "sociocultural", "pragmatism",
        ]
        let names = generator.one(of: [six, Array(six.prefix(4)), ["Autonomy", "rest", "play"], ["voice", "agents"]])
        return ["resonates", "challenges"].map { kind in
            Item(
                code: kind == "resonates" ? "most" : "hardest",
                kind: kind,
                choices: names.enumerated().map { Choice(name: $1, value: $0 + 1) }
            )
        }
    }

    /// What became of commitments, as people tell it weeks later.
    private static func became(_ generator: inout SeededGenerator) -> [Item] {
        let names = generator.one(of: [["fully", "partly", "not_yet", "none"], ["Fully", "Partly", "Not_yet"]])
        let choices = names.enumerated().map { Choice(name: $1, value: $0 + 1) }
        let few = [Choice(name: "fully", value: 1), Choice(name: "not_yet", value: 2)]
        return [
            Item(code: "done1", kind: "choice", choices: choices),
            Item(code: "done2", kind: "likert", choices: choices, low: 1, high: names.count, level: 3),
            Item(code: "done3", kind: "choice", choices: few),
        ]
    }
}

// MARK: - In another way

extension EvaluationRecord.Item {
    fileprivate mutating func setEnds(_ ends: (Int, Int)) {
        (low, high) = ends
        let rest = choices.filter { $0.value == nil }
        choices = (ends.0...ends.1).map { EvaluationRecord.Choice(name: "\($0)", value: $0) } + rest
    }

    fileprivate mutating func vary(_ generator: inout SeededGenerator) {
        if generator.isOnce(in: 10) { code = code.uppercased() }
        if generator.isOnce(in: 8) { words = "otherwise?" }
        if generator.isOnce(in: 12), low != nil, ["likert", "number"].contains(kind) { isReversed.toggle() }
        if generator.isOnce(in: 12), !key.isEmpty { key = [] }
        if generator.isOnce(in: 12), kind == "number", low != nil, key.isEmpty { high = 50 }
        if generator.isOnce(in: 12), kind == "likert", scale == nil, !code.lowercased().hasPrefix("done") {
            setEnds((1, 6))
        }
        if generator.isOnce(in: 12), kind == "choice", code == "risk" {
            choices.append(EvaluationRecord.Choice(name: "e", value: 5))
        }
    }
}

extension EvaluationRecord.Form {
    fileprivate mutating func varyScales(_ generator: inout SeededGenerator) {
        for place in scales.indices {
            if generator.isOnce(in: 15) { scales[place].direction = "neutral" }
            if generator.isOnce(in: 15), scales[place].scoring == "mean" { scales[place].scoring = "sum" }
            if generator.isOnce(in: 10) { scales[place].code = scales[place].code.uppercased() }
        }
        // All items of a scale at once, since a mean is one of items with the same ends.
        guard generator.isOnce(in: 10) else { return }
        for place in items.indices where items[place].scale == "care" { items[place].setEnds((1, 6)) }
    }

    /// As many counted items as have an exact half and an exact fifth.
    fileprivate mutating func keepTens() {
        while counted.count > 10, let last = items.lastIndex(where: \.isCounted) { items.remove(at: last) }
    }

    /// What a form may not have: a scale of nothing, more answers needed than there are items.
    fileprivate mutating func keepToRules() {
        scales = scales.compactMap { scale in
            let count = items.count { $0.scale?.lowercased() == scale.code.lowercased() }
            var scale = scale
            scale.needed = scale.needed.map { min($0, count) }
            return count > 0 ? scale : nil
        }
    }
}
