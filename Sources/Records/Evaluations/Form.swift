/// An evaluation form in one version: what is asked, of which choices, and how scales are made of it.
///
/// A changed form is another form with a ref of its own, so that no answer is ever read with another question.
package struct Form: Equatable, Sendable {
    /// When it is asked: before a training, after it, or some weeks later.
    package enum Wave: String, CaseIterable, Sendable {
        case before, after, followup
    }

    /// Its row id; 0 for a form that is not stored yet.
    package let id: Int64
    /// How people name it, and the value of an export's column `form`.
    package let ref: String
    /// What people read on lists and pages.
    package let title: String
    /// Which version of its questions this is, such as `2`; a label only, since a changed form has a ref of its own.
    package let version: String
    /// Decides of which sessions it can be returned, and which forms are matched with it.
    package let wave: Wave
    /// The questions in the order of the sheet, which is that of their positions.
    package let items: [FormItem]
    /// The choices of each list, in order.
    package let choices: [String: [FormChoice]]
    /// The scores that are made of items; an item names its scale by code.
    package let scales: [FormScale]

    package init(
        id: Int64 = 0,
        ref: String,
        title: String,
        version: String = "1",
        wave: Wave = .after,
        items: [FormItem],
        choices: [String: [FormChoice]] = [:],
        scales: [FormScale] = []
    ) {
        self.id = id
        self.ref = ref
        self.title = title
        self.version = version
        self.wave = wave
        self.items = items
        self.choices = choices
        self.scales = scales
    }

    /// How many answers that are counted on a form may have: the answer columns of an evaluation.
    package static let slots = 96

    /// The choices that an item offers, in order; none where it is not a choice.
    package func choices(of item: FormItem) -> [FormChoice] {
        item.list.flatMap { choices[$0] } ?? []
    }

    /// The item of this code, without case.
    package func item(_ code: String) -> FormItem? {
        let wanted = code.lowercased()
        return items.first { $0.code.lowercased() == wanted }
    }

    /// The items of a scale, in order.
    package func items(of scale: FormScale) -> [FormItem] {
        let code = scale.code.lowercased()
        return items.filter { $0.scale?.lowercased() == code }
    }

    /// The items that are counted on, in order: each has an answer column.
    package var counted: [FormItem] { items.filter { $0.slot != nil } }

    /// The items that make up the code by which a before finds its after, in order.
    package var elements: [FormItem] { items.filter { $0.kind == .element } }
}

/// One question of a form.
package struct FormItem: Equatable, Sendable {
    /// What kind of answer it takes.
    package enum Kind: String, CaseIterable, Sendable {
        /// One of ordered choices that stand for numbers.
        case likert
        /// One of some choices.
        case choice
        /// Any of some choices.
        case choices
        case number
        /// How likely somebody is to recommend it, from 0 to 10.
        case recommend
        /// The principle that resonates most, and the one that challenges most.
        case resonates, challenges
        /// Free text, which never leaves the organization.
        case text
        /// Something that the respondent will do; its words stay inside, and it is counted.
        case commitment
        /// An answer to a reflexive question; its words stay inside.
        case reflection
        /// A part of the code by which a before finds its after.
        case element

        /// Whether it offers choices of a list.
        package var hasChoices: Bool {
            switch self {
            case .likert, .choice, .choices, .resonates, .challenges: true
            default: false
            }
        }

        /// Whether the answer is counted on, in an answer column.
        package var isCounted: Bool { hasChoices || self == .number || self == .recommend }
    }

    /// Its place in the form, from 1.
    package let position: Int
    /// Its name: the column of a native file, the end of a companion metric's id.
    package let code: String
    /// Decides how an answer is read, checked and kept.
    package let kind: Kind
    /// The question as it is asked.
    package let label: String
    /// The list of its choices.
    package var list: String?
    /// The answer column of `evaluation`, from 1; nil where words are kept, or nothing.
    package var slot: Int?
    /// The scale that it belongs to.
    package var scale: String?
    /// Whether more of it is less of the scale.
    package var isReversed = false
    /// The least number that it takes; nil where there is no such limit.
    package var min: Double?
    /// The greatest number that it takes; nil where there is no such limit.
    package var max: Double?
    /// Whether a number that it takes is a whole one.
    package var isWhole = false
    /// 1 reaction, 2 learning, 3 behavior, 4 results.
    package var kirkpatrick: Int?
    /// The right answer of a knowledge item: names of choices, or one number.
    package var key: [String] = []
    /// How many digits an element has, where leading zeros are put back.
    package var digits: Int?
    /// The metric that it measures beside those that every form has.
    package var metric: ItemMetric?

    package init(position: Int, code: String, kind: Kind, label: String) {
        self.position = position
        self.code = code
        self.kind = kind
        self.label = label
    }

    /// The name of the list that holds a version of the principles: no list of a sheet is named so.
    package static func principles(_ version: String) -> String { "principles of \(version)" }

    /// The version of the principles that it offers; nil for other items.
    package var principleVersion: String? {
        guard kind == .resonates || kind == .challenges, let list, list.hasPrefix("principles of ") else { return nil }
        return String(list.dropFirst("principles of ".count))
    }

    /// Whether every number that stands for an answer to it is a whole one.
    package var takesWholeNumbers: Bool { kind != .number || isWhole }

    /// The numbers that it takes, where they have both ends.
    package var range: ClosedRange<Double>? {
        guard let min, let max, min <= max else { return nil }
        return min...max
    }
}

/// A metric that an item of a form measures beside those that every form has.
package enum ItemMetric: String, CaseIterable, Sendable {
    /// Staff who expect consequences for discrimination, and staff who know of the written policy.
    case consequences = "as-06", policy = "as-06.policy"
    /// How an organization's clients rate it.
    case clients = "or-08"

    /// As sheets and the dictionary write it; nil for no such metric, whatever the case.
    package init?(text: String) { self.init(rawValue: text.trimmed.lowercased()) }

    /// As sheets and the dictionary write it: the letters of the theme large.
    package var text: String {
        let parts = rawValue.split(separator: ".", maxSplits: 1)
        return ([parts[0].uppercased()] + parts.dropFirst().map(String.init)).joined(separator: ".")
    }
}

/// A choice of a list.
package struct FormChoice: Equatable, Sendable {
    /// The place in its list, from 1.
    package let place: Int
    /// The code that stands in files.
    package let name: String
    /// What people read.
    package let label: String
    /// What it counts as; nil for a choice that is an answer and no number, such as "does not apply".
    package let value: Int?
    /// Other spellings that are taken for the label.
    package let also: [String]

    /// Whether it is the choice "yes".
    package var isYes: Bool { name.lowercased() == "yes" }

    package init(place: Int, name: String, label: String, value: Int?, also: [String] = []) {
        self.place = place
        self.name = name
        self.label = label
        self.value = value
        self.also = also
    }
}

/// How a score is made of some items of a form.
package struct FormScale: Equatable, Sendable {
    /// How answers to the items become one number; reversed items are turned first.
    package enum Scoring: String, CaseIterable, Sendable {
        case mean, sum
        /// Whether somebody agreed with any of the items, or disagreed with a reversed one.
        case any
    }

    /// What more of it means.
    package enum Direction: String, CaseIterable, Sendable {
        case higherIsBetter = "higher_is_better"
        case lowerIsBetter = "lower_is_better"
        case neutral
    }

    /// What an item's `scale` names, without case.
    package let code: String
    /// What people read above its figures.
    package let title: String
    /// Decides the range of a score: a mean keeps the range of one answer, a sum adds them up, any is yes or no.
    package let scoring: Scoring
    /// How many of its items must be answered; four fifths of them, rounded up, unless set.
    package let minValid: Int?
    /// Whether more of it is better or worse; `neutral` says neither.
    package let direction: Direction
    /// The published instrument that it is, by its code in the registry.
    package let instrument: String?

    package init(
        code: String,
        title: String,
        scoring: Scoring,
        minValid: Int?,
        direction: Direction,
        instrument: String? = nil
    ) {
        self.code = code
        self.title = title
        self.scoring = scoring
        self.minValid = minValid
        self.direction = direction
        self.instrument = instrument
    }

    /// How many of `items` items must be answered for a score.
    package func needed(of items: Int) -> Int { minValid ?? (items * 4 + 4) / 5 }
}
