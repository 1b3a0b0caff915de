extension Form {
    /// What is wrong with the items.
    var itemFaults: [FormFault] {
        var seen: Set<String> = []
        var counted = 0
        return items.enumerated().flatMap { index, item -> [FormFault] in
            var faults = codeFaults(item, isNew: seen.insert(item.code.lowercased()).inserted)
            if item.kind.isCounted { counted += 1 }
            if counted == Self.slots + 1, item.kind.isCounted {
                faults.append(
                    ("type", "a form can have at most \(Self.slots) questions that are counted")
                )
            }
            faults += listFaults(item) + rangeFaults(item) + scaleFaults(item) + keyFaults(item) + detailFaults(item)
            return faults.map { FormFault(.item(index), $0.column, $0.what) }
        }
    }

    typealias Finding = (column: String, what: String)

    private func codeFaults(_ item: FormItem, isNew: Bool) -> [Finding] {
        var faults: [Finding] = []
        if !Self.isCode(item.code) {
            faults.append(("name", "\(Repeating.cell(item.code)) \(Self.codeRule)"))
        } else if Self.reservedCodes.contains(item.code.lowercased()) {
            faults.append(("name", "\"\(item.code)\" is reserved for a column of its own. Choose another name."))
        } else if let ending = Self.reservedEnding(item.code) {
            faults.append(("name", "\"\(item.code)\" \(Self.endingRule(ending))"))
        } else if !isNew {
            faults.append(("name", "\"\(item.code)\" is already used by another question"))
        }
        if item.label.trimmed.isEmpty { faults.append(("label", "the question has no text")) }
        return faults
    }

    private func listFaults(_ item: FormItem) -> [Finding] {
        guard item.kind.hasChoices else { return [] }
        let choices = choices(of: item)
        guard let list = item.list, !choices.isEmpty else {
            let name = item.list ?? ""
            // Said once, of the first question that names it.
            guard items.first(where: { $0.list == item.list })?.position == item.position else { return [] }
            return [
                (
                    "type",
                    "no choices found for \(Repeating.isPlain(name) ? "list \"\(name)\"" : "its list")\(Self.didYouMean(name, among: self.choices.keys))"
                )
            ]
        }
        switch item.kind {
        case .choices where choices.count > 62:
            return [
                (
                    "type",
                    "list \"\(list)\" has \(choices.count) choices. A question with several answers can have at most 62."
                )
            ]
        case .likert where !isCountable(item):
            return [("type", "list \"\(list)\" is too short. A Likert item needs at least two choices with a value.")]
        default: return []
        }
    }

    /// Whether a Likert item has numbers between which there is room.
    private func isCountable(_ item: FormItem) -> Bool { Set(choices(of: item).compactMap(\.value)).count > 1 }

    private func rangeFaults(_ item: FormItem) -> [Finding] {
        guard item.kind.isNumeric else {
            return item.min == nil && item.max == nil
                ? [] : [(item.min == nil ? "max" : "min", "only a number or a Likert item can have a range")]
        }
        if item.kind == .likert, !isCountable(item) { return [] }
        let ends = [("min", item.min), ("max", item.max)]
        if let (column, _) = ends.first(where: { abs($0.1 ?? 0) > Self.greatestEnd }) {
            return [(column, "a range can have at most ten digits")]
        }
        if let min = item.min, let max = item.max, min >= max {
            return [("min", "min (\(Self.words(min))) must be less than max (\(Self.words(max)))")]
        }
        if item.kind == .recommend, item.min != 0 || item.max != 10 {
            return [("min", "a recommend question goes from 0 to 10")]
        }
        guard item.kind == .likert else { return [] }
        guard let range = item.range else { return [("min", "a Likert item needs a min and a max")] }
        let outside = choices(of: item).first { $0.value.map { !range.contains(Double($0)) } ?? false }
        guard let outside, let value = outside.value else { return [] }
        let words = "\(Self.words(range.lowerBound)) to \(Self.words(range.upperBound))"
        return [("min", "the choice \"\(outside.name)\" has the value \(value), outside the range \(words)")]
    }

    private func scaleFaults(_ item: FormItem) -> [Finding] {
        var faults: [Finding] = []
        if let code = item.scale {
            if !item.kind.isNumeric {
                faults.append(("scale", "only a number or a Likert item can be in a scale"))
            } else if scale(code) == nil, items.first(where: { $0.scale == code })?.position == item.position {
                let near = Self.didYouMean(code, among: scales.map(\.code))
                faults.append(("scale", "\(Repeating.named("scale", code)) doesn't exist\(near)"))
            }
        }
        if item.isReversed, item.kind.isNumeric ? item.range == nil : true {
            let what =
                item.kind.isNumeric
                ? "a reversed number needs a min and a max" : "only a number or a Likert item can be reversed"
            faults.append(("reversed", what))
        }
        return faults
    }

    private func keyFaults(_ item: FormItem) -> [Finding] {
        guard let first = item.key.first else { return [] }
        switch item.kind {
        case .choice where item.key.count > 1:
            return [("key", "a question with one answer has one right choice. For several, use select_multiple.")]
        case .choice, .choices:
            let names = choices(of: item).map(\.name)
            guard !names.isEmpty, let unknown = item.key.first(where: { !names.contains($0) }) else { return [] }
            let near = Self.didYouMean(unknown, among: names)
            return [("key", "\(Repeating.named("choice", unknown)) doesn't exist\(near)")]
        case .number, .recommend:
            guard item.key.count == 1, let number = Double(first), number.isFinite else {
                return [("key", "the right answer must be one number")]
            }
            let isOutside = item.min.map { number < $0 } ?? false || item.max.map { number > $0 } ?? false
            return isOutside ? [("key", "\(first.clipped) is outside the question's range")] : []
        case .likert:
            return [("key", "a Likert item has no right answer. For a knowledge item, leave scale, min and max blank.")]
        default: return [("key", "this type of question has no right answer")]
        }
    }

    private func detailFaults(_ item: FormItem) -> [Finding] {
        var faults: [Finding] = []
        if let level = item.kirkpatrick, !(1...4).contains(level) {
            faults.append(("kirkpatrick", "is \(level). Use 1, 2, 3 or 4."))
        }
        if let digits = item.digits {
            if item.kind != .element {
                faults.append(("digits", "only a question of type element can have digits"))
            } else if !(1...20).contains(digits) {
                faults.append(("digits", "is \(digits). Use a number from 1 to 20."))
            }
        }
        if let metric = item.metric { faults += metricFaults(item, metric) }
        return faults
    }

    /// What a metric counts is a favorable answer: a Likert item's, or the choice "yes".
    private func metricFaults(_ item: FormItem, _ metric: ItemMetric) -> [Finding] {
        let isAnswered = item.kind == .likert || item.kind == .choice && choices(of: item).contains { $0.isYes }
        if !isAnswered {
            return [("metric", "\(metric.text) needs a Likert item, or one choice of which one is named yes")]
        }
        let isFirst = items.first { $0.metric == metric }?.position == item.position
        return isFirst ? [] : [("metric", "another question of this form is \(metric.text) already")]
    }

    /// The scale of this code, without case.
    package func scale(_ code: String) -> FormScale? {
        let wanted = code.lowercased()
        return scales.first { $0.code.lowercased() == wanted }
    }

    /// A number in the fewest digits.
    static func words(_ number: Double) -> String { Int(exactly: number).map(String.init) ?? String(number) }
}

extension FormItem.Kind {
    /// Whether its answer is a number to reckon with.
    package var isNumeric: Bool { self == .likert || self == .number || self == .recommend }
}
