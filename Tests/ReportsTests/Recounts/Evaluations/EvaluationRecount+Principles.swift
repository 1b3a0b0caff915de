/// EV-12: which principles resonate most, and which challenge: shares of what forms say, and hands as counts (9.10).
extension EvaluationRecount {
    private struct List {
        let codes: [String]
        let name: String
        var isUsed = false
    }

    /// The lists that ship, in the order of their titles; versions with the same codes are one.
    private static let shipped = [
        [
            "people", "inclusive", "outcomes", "no-coercion", "seat-at-the-table", "empowerment", "realities",
            "language",
            "honest-about-harm",
        ],
        [
            "accepts", "quality-of-life", "voice", "inequities", "complexity", "non-coercive", "agents", "realism",
        ],
        ["health-and-dignity", "participant-centered", "involvement", "autonomy", "sociocultural", "pragmatism"],
    ]

    private func names(_ item: Item) -> [String] { item.choices.map { $0.name.lowercased() } }

    /// The place of the list that an item chooses from: the first that has all of its choices.
    private func list(of item: Item, _ lists: [List]) -> Int? {
        lists.firstIndex { Set($0.codes).isSuperset(of: names(item)) }
    }

    private func principleItems(_ form: Form) -> [Item] {
        form.wave == "after" ? form.items.filter { ["resonates", "challenges"].contains($0.kind) } : []
    }

    /// All lists; one that a form has of its own is a list of its own. Used is one that was chosen from in the scope.
    private var lists: [List] {
        var lists = Self.shipped.map { List(codes: $0, name: $0[0]) }
        for item in forms.flatMap(principleItems) {
            if list(of: item, lists) == nil {
                let codes = names(item)
                let first = codes.first ?? ""
                let isTaken = lists.contains { $0.codes.first == first }
                lists.append(List(codes: codes, name: isTaken ? "\(first)-\(lists.count + 1)" : first))
            }
            if let place = list(of: item, lists) { lists[place].isUsed = true }
        }
        for hand in record.hands where whole.contains(hand.session) && Self.question(hand) != nil {
            if let place = lists.firstIndex(where: { $0.codes.contains(Self.option(hand)) }) {
                lists[place].isUsed = true
            }
        }
        return lists
    }

    static func trimmed(_ text: String) -> String { text.replacing(" ", with: "").lowercased() }

    private static func question(_ hands: EvaluationRecord.Hands) -> String? {
        let question = trimmed(hands.question)
        return question == "resonates" || question == "challenges" ? question : nil
    }

    static func option(_ hands: EvaluationRecord.Hands) -> String {
        hands.option == "something else" ? hands.option : trimmed(hands.option)
    }

    var principles: [String: ExpectedFigure] {
        var figures: [String: ExpectedFigure] = [:]
        var known: Set<String> = []
        let lists = lists
        for list in lists where list.isUsed {
            let shared = known.intersection(list.codes)
            known.formUnion(list.codes)
            let (resonates, challenges) = (tally("resonates", list, lists), tally("challenges", list, lists))
            for code in list.codes {
                let id = "EV-12.\(shared.contains(code) ? "\(list.name).\(code)" : code)"
                let (first, second) = (resonates.counts[code] ?? 0, challenges.counts[code] ?? 0)
                figures["\(id).resonates"] = .share(first, of: resonates.answered)
                figures["\(id).challenges"] = .share(second, of: challenges.answered)
                var net = ExpectedFigure.notApplicable("zero_denominator")
                if resonates.answered > 0, challenges.answered > 0 {
                    let shares = (
                        Double(first) / Double(resonates.answered), Double(second) / Double(challenges.answered)
                    )
                    net = ExpectedFigure(
                        value: 100 * (shares.0 - shares.1),
                        n: min(resonates.answered, challenges.answered)
                    )
                    net.counts = [first, resonates.answered - first, second, challenges.answered - second]
                }
                figures["\(id).net"] = net
            }
        }
        return figures
    }

    /// How many chose a principle on forms; nil where no form asks about its list.
    func chosenOnForms(_ question: String, _ option: String) -> Int? {
        let lists = lists
        let asked = forms.flatMap { form in
            principleItems(form).filter { $0.kind == question }.compactMap { item in
                list(of: item, lists).map { (form: form, item: item, list: lists[$0]) }
            }
        }
        guard
            let name = lists.first(where: { list in
                list.codes.contains(option) && asked.contains { $0.list.name == list.name }
            })?.name
        else { return nil }
        return asked.filter { $0.list.name == name }.reduce(0) { sum, place in
            let value = names(place.item).firstIndex(of: option).map { 10 * ($0 + 1) }
            return sum
                + responses(to: place.form).count {
                    $0.answers[place.item.code] == value.map { .tenths($0) } && value != nil
                }
        }
    }

    /// Answers on forms.
    private func tally(_ question: String, _ list: List, _ lists: [List]) -> (counts: [String: Int], answered: Int) {
        var counts: [String: Int] = [:]
        for form in forms {
            for item in principleItems(form) where item.kind == question {
                guard self.list(of: item, lists).map({ lists[$0].name }) == list.name else { continue }
                for response in responses(to: form) {
                    guard case .tenths(let tenths)? = response.answers[item.code] else { continue }
                    counts[names(item)[tenths / 10 - 1], default: 0] += 1
                }
            }
        }
        return (counts, counts.values.reduce(0, +))
    }

    /// Hands by principle, every tally, whether or not there were forms; nobody knows who raised none, so they are counts.
    var hands: [String: ExpectedFigure] {
        var figures: [String: ExpectedFigure] = [:]
        var known: Set<String> = []
        let lists = lists
        for list in lists where list.isUsed {
            let shared = known.intersection(list.codes)
            known.formUnion(list.codes)
            for question in ["resonates", "challenges"] {
                let shown = shownHands(question, list, lists)
                for code in list.codes {
                    let id = "EV-12.\(shared.contains(code) ? "\(list.name).\(code)" : code).\(question).hands"
                    let count = shown.filter { Self.option($0) == code }.reduce(0) { $0 + $1.count }
                    figures[id] = shown.isEmpty ? .notCollected() : .count(count)
                }
            }
        }
        return figures
    }

    /// A session's hands are about the first list that has one of its options.
    private func shownHands(_ question: String, _ list: List, _ lists: [List]) -> [EvaluationRecord.Hands] {
        sessions.flatMap { session in
            let shown = record.hands.filter { $0.session == session && Self.question($0) == question }
            let options = Set(shown.map(Self.option))
            let own = lists.first { $0.isUsed && !options.isDisjoint(with: $0.codes) }
            return own?.name == list.name ? shown : []
        }
    }
}
