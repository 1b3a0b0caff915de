import Documents

/// What a recount comes to, with the numbers that an entry of JSON has: the rules of the first section of the page of
/// definitions, written a second time.
struct Answer: Equatable {
    var state: String
    var reason: String?
    var value: Double?
    var numerator: Double?
    var denominator: Double?
    var n: Int?
    var missing = 0

    /// Nothing of this kind was ever recorded, or `missing` records all lack what is needed.
    static func notCollected(missing: Int = 0) -> Answer { Answer(state: "not_collected", missing: missing) }

    /// A number that is kept back.
    static func withheld(missing: Int) -> Answer { Answer(state: "withheld", missing: missing) }

    /// No number, and why.
    static func none(_ reason: String, missing: Int = 0) -> Answer {
        Answer(state: "not_applicable", reason: reason, missing: missing)
    }

    /// A count; 0 is a true zero. Where all of `total` records lack what is needed it was not collected.
    static func count(_ count: Int, missing: Int = 0, of total: Int = 0) -> Answer {
        if total > 0, missing == total { return .notCollected(missing: missing) }
        return Answer(state: "value", value: Double(count), missing: missing)
    }

    /// A part of a whole, both cut into `parts`; of none, and of fewer than the part, there is no share.
    static func share(_ part: Int, of whole: Int, parts: Int = 1, missing: Int = 0, among total: Int = 0) -> Answer {
        if total > 0, missing == total { return .notCollected(missing: missing) }
        var answer = Answer(
            state: "value",
            numerator: Double(part) / Double(parts),
            denominator: Double(whole) / Double(parts),
            missing: missing
        )
        if whole == 0 || part > whole {
            answer.state = "not_applicable"
            answer.reason = whole == 0 ? "zero_denominator" : "above_denominator"
        } else {
            answer.value = Double(part) / Double(whole)
        }
        return answer
    }

    /// The middle of these, or of the two in the middle, with how many there are.
    static func median(_ values: [Int], missing: Int, of total: Int) -> Answer {
        if total > 0, missing == total { return .notCollected(missing: missing) }
        guard !values.isEmpty else { return .none("zero_denominator", missing: missing) }
        let sorted = values.sorted()
        let middle = sorted.count / 2
        let value = sorted.count % 2 == 1 ? Double(sorted[middle]) : Double(sorted[middle - 1] + sorted[middle]) / 2
        return Answer(state: "value", value: value, n: sorted.count, missing: missing)
    }
}

extension Answer {
    /// The counts of people that a rate gives away: all of them, and those on either side.
    var people: [Int] {
        guard let numerator, let denominator, state == "value" else { return [] }
        return [denominator, numerator, denominator - numerator].map { Int($0) }
    }

    /// The rule for rates about people: at least k in all, and 0 or at least k on either side.
    func mayBePublished(_ k: Int) -> Bool {
        people.isEmpty || (people[0] >= k && people.allSatisfy { $0 == 0 || $0 >= k })
    }
}

extension Answer {
    /// What an entry of JSON says; nil where it has a range, which nothing that is recounted has.
    init?(_ entry: JSON?) {
        guard let entry, case .string(let state) = entry["state"], case .integer(let missing) = entry["missing"],
            entry["low"] == .null, entry["high"] == .null
        else { return nil }
        func number(_ key: String) -> Double? {
            switch entry[key] {
            case .integer(let whole): Double(whole)
            case .double(let value): value
            default: nil
            }
        }
        self.state = state
        if case .string(let reason) = entry["reason"] { self.reason = reason }
        (value, numerator, denominator) = (number("value"), number("numerator"), number("denominator"))
        n = number("n").map { Int($0) }
        self.missing = missing
    }

    /// The kind of answer that it is, without its numbers.
    var kind: String {
        let lacking = missing > 0 ? " with missing" : ""
        if state == "value" { return (value == 0 ? "zero" : "value") + lacking }
        return (reason ?? state) + lacking
    }
}
