extension Form {
    /// What is wrong with the choices.
    var choiceFaults: [FormFault] {
        choices.sorted { $0.key < $1.key }.flatMap { list, choices -> [FormFault] in
            var names: Set<String> = []
            var values: [Int: String] = [:]
            var spellings: [String: String] = [:]
            return choices.enumerated().flatMap { index, choice -> [FormFault] in
                var faults: [Finding] = []
                if let fault = Self.nameFault(choice.name) { faults.append(("name", fault)) }
                if !names.insert(choice.name.lowercased()).inserted {
                    faults.append(("name", "\"\(choice.name)\" is already used in list \"\(list)\""))
                } else {
                    faults += Self.spellingFaults(choice, &spellings)
                }
                if let value = choice.value, value.magnitude > Self.greatestValue {
                    let column = String(value) == choice.name ? "name" : "value"
                    faults.append(
                        (column, "\"\(choice.name)\" has the value \(value). Use at most seven digits.")
                    )
                } else if let value = choice.value, let other = values.updateValue(choice.name, forKey: value) {
                    faults.append(("value", "\(value) is used for both \"\(other)\" and \"\(choice.name)\""))
                }
                if index == Self.mostChoices { faults.append(("list_name", Self.tooManyChoices)) }
                return faults.map { FormFault(.choice(list, index), $0.column, $0.what) }
            }
        }
    }

    /// Names stand in cells that hold several, with spaces or semicolons between them.
    private static func nameFault(_ name: String) -> String? {
        if name.isEmpty { return "the choice has no name" }
        if name.utf8.count > 80 {
            return "the name is longer than 80 characters. Put what people read in label."
        }
        let isPlain = !name.unicodeScalars.contains { $0.properties.isWhitespace || $0 == ";" || $0 == "|" }
        return isPlain ? nil : "the name has a space, ; or | in it. Put what people read in label."
    }

    /// An answer in words must lead to one choice.
    private static func spellingFaults(_ choice: FormChoice, _ spellings: inout [String: String]) -> [Finding] {
        var faults: [Finding] = []
        for (column, text) in [("name", choice.name), ("label", choice.label)] + choice.also.map({ ("also", $0) }) {
            let folded = AnswerSpelling.folded(text)
            guard !folded.isEmpty else { continue }
            if let other = spellings[folded], other != choice.name {
                faults.append((column, "this could mean \"\(other)\" or \"\(choice.name)\""))
            } else {
                spellings[folded] = choice.name
            }
        }
        return faults
    }

    /// What is wrong with the scales.
    var scaleFaults: [FormFault] {
        var seen: Set<String> = []
        return scales.enumerated().flatMap { index, scale -> [FormFault] in
            var faults: [Finding] = []
            if !Self.isCode(scale.code) {
                faults.append(("scale", "\(Repeating.cell(scale.code)) \(Self.codeRule)"))
            } else if !seen.insert(scale.code.lowercased()).inserted {
                faults.append(("scale", "\"\(scale.code)\" is already used by another scale"))
            } else if items.contains(where: { $0.code.lowercased() == scale.code.lowercased() }) {
                faults.append(("scale", "\"\(scale.code)\" is also the name of a question. Choose another name."))
            } else if let ending = Self.reservedEnding(scale.code) {
                faults.append(("scale", "\"\(scale.code)\" \(Self.endingRule(ending))"))
            }
            let items = items(of: scale)
            if items.isEmpty {
                faults.append(
                    (
                        "scale",
                        "no question belongs to \(Repeating.isPlain(scale.code) ? "scale \"\(scale.code)\"" : "this scale")"
                    )
                )
            } else {
                faults += countFaults(scale, items) + instrumentFaults(scale, items)
            }
            return faults.map { FormFault(.scale(index), $0.column, $0.what) }
        }
    }

    private func countFaults(_ scale: FormScale, _ items: [FormItem]) -> [Finding] {
        var faults: [Finding] = []
        if let needed = scale.minValid {
            if needed < 1 { faults.append(("min_valid", "is \(needed). Use 1 or more.")) }
            if needed > items.count {
                faults.append(("min_valid", "is \(needed), but the scale has only \(Self.count(items))"))
            }
        }
        let known = items.filter { $0.range != nil }
        if scale.scoring == .mean, let first = known.first,
            let other = known.first(where: { $0.range != first.range })
        {
            faults.append(
                ("scoring", "a mean needs items with the same range, but \(Self.range(first)) and \(Self.range(other))")
            )
        }
        if scale.scoring == .any, let open = items.first(where: { $0.range == nil }) {
            faults.append(("scoring", "any needs items with a range, but \"\(open.code)\" has none"))
        }
        return faults
    }

    private func instrumentFaults(_ scale: FormScale, _ items: [FormItem]) -> [Finding] {
        guard let code = scale.instrument else { return [] }
        guard let instrument = Instrument.named(code) else {
            let near = Self.didYouMean(code, among: Instrument.all.map(\.code))
            return [("instrument", "\(Repeating.stated(code)), which is not in the registry\(near)")]
        }
        var faults: [Finding] = []
        if let count = instrument.items, count != items.count {
            faults.append(("instrument", "\(instrument.code) has \(count) items, but the scale has \(items.count)"))
        }
        if let range = instrument.range, let other = items.first(where: { $0.range != range.asDoubles }) {
            let words = "\(range.lowerBound) to \(range.upperBound)"
            faults.append(("instrument", "items of \(instrument.code) go from \(words), but \(Self.range(other))"))
        }
        if let direction = instrument.direction, direction != scale.direction {
            faults.append(("direction", "for \(instrument.code), the direction is \(direction.rawValue)"))
        }
        return faults
    }

    private static func count(_ items: [FormItem]) -> String { items.count == 1 ? "1 item" : "\(items.count) items" }

    private static func range(_ item: FormItem) -> String {
        guard let range = item.range else { return "\"\(item.code)\" has no range" }
        return "\"\(item.code)\" goes from \(words(range.lowerBound)) to \(words(range.upperBound))"
    }
}

extension ClosedRange<Int> {
    fileprivate var asDoubles: ClosedRange<Double> { Double(lowerBound)...Double(upperBound) }
}
