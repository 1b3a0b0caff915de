package import Calendar
import SQLite

/// Returned forms of one form that are about to be stored, side by side in a few arrays: 300,000 of them take some ten
/// megabytes, and none costs an allocation.
package struct NewEvaluations {
    /// Words that somebody wrote, or an element of their code: of which form, at which item or place, and where they lie.
    struct Words {
        let row: Int32
        let place: Int32
        let start: Int
        let count: Int
    }

    /// What is compared with what is stored: everything, where a column that a file does not have is a blank; of an export
    /// of our own, which leaves words and codes out, only what it tells.
    package struct Given: Sendable {
        /// Whether it tells the day.
        package var day = true
        /// Positions of items; nil for all of them.
        package var items: Set<Int>?

        package init() {}

        func includes(_ position: Int) -> Bool { items?.contains(position) ?? true }
    }

    /// The form of all of them; its items decide what `answers` holds.
    package let form: Form
    /// The items that are counted on, in order: each takes a place in `answers`.
    package let counted: [FormItem]
    /// What the file tells of each form; what it leaves out is not compared with stored forms.
    package var given = Given()
    /// By place among `counted`, whether the answer is a number as it was given.
    let takesNumber: [Bool]

    /// Row ids of sessions; of a form that an organization's clients returned `EvaluationPlace.organization`.
    private(set) var sessions: [Int64] = []
    /// Places in `dayTexts`; -1 where the day is not known.
    private(set) var days: [Int32] = []
    private(set) var dayTexts: [String] = []
    private(set) var answers: [Int64] = []
    /// How many of `counted` were asked.
    private var asked: [Int16] = []
    /// The names of choices that have no value.
    let names: [String]
    private(set) var text: [UInt8] = []
    private(set) var words: [Words] = []
    private(set) var elements: [Words] = []
    /// What is known of the matches of some of them.
    private(set) var matches: [(row: Int32, match: KnownMatch)] = []
    private var dayPlaces: [Int: Int32] = [:]
    private var lastDay: (day: Day, place: Int32)?

    package init(of form: Form) {
        self.form = form
        counted = form.counted
        takesNumber = counted.map { $0.kind == .number || $0.kind == .recommend }
        names = Set(form.choices.values.joined().filter { $0.value == nil }.map(\.name)).sorted()
    }

    /// Whether any of them has a part of a code.
    var hasElements: Bool { !elements.isEmpty }

    /// How many there are.
    package var count: Int { sessions.count }

    /// How many there are of each session, by its row id.
    package var countsBySession: [Int64: Int] {
        var counts: [Int64: Int] = [:]
        var start = 0
        for index in sessions.indices where index + 1 == sessions.count || sessions[index + 1] != sessions[index] {
            counts[sessions[index], default: 0] += index + 1 - start
            start = index + 1
        }
        return counts
    }

    /// Adds one, with an answer for each of `counted`; words and elements follow.
    ///
    /// - Parameter asked: how many of `counted` were asked; all of them unless given.
    package mutating func append(session: Int64, day: Day?, answers: [Answer], asked: Int? = nil) {
        precondition(answers.count == counted.count)
        self.asked.append(Int16(asked ?? counted.count))
        sessions.append(session)
        days.append(day.map { place(of: $0) } ?? -1)
        for answer in answers { self.answers.append(answer.bits) }
    }

    /// Adds what was written at an item to the last one.
    package mutating func append(words bytes: UnsafeRawBufferPointer, position: Int) {
        words.append(keep(bytes, place: position))
    }

    /// Adds an element to the code of the last one, at its place from 1.
    package mutating func append(element: String, place: Int) {
        var copy = element
        elements.append(copy.withUTF8 { keep(UnsafeRawBufferPointer($0), place: place) })
    }

    /// Says what matching came to for the last one, in the record that it comes from.
    package mutating func append(match: KnownMatch) { matches.append((Int32(count - 1), match)) }

    /// The answer that a choice is: its value, else its name.
    package func answer(_ choice: FormChoice) -> Answer {
        if let value = choice.value { return Answer(whole: value) }
        return names.firstIndex(of: choice.name).map { Answer(name: $0) } ?? .none
    }

    private mutating func keep(_ bytes: UnsafeRawBufferPointer, place: Int) -> Words {
        let start = text.count
        text.append(contentsOf: bytes)
        return Words(row: Int32(count - 1), place: Int32(place), start: start, count: bytes.count)
    }

    private mutating func place(of day: Day) -> Int32 {
        // Rows of one day mostly follow one another.
        if let lastDay, lastDay.day == day { return lastDay.place }
        let place = dayPlaces[day.epochDay] ?? Int32(dayTexts.count)
        if Int(place) == dayTexts.count {
            dayTexts.append(day.iso)
            dayPlaces[day.epochDay] = place
        }
        lastDay = (day, place)
        return place
    }

    /// How many of `counted` one of them was asked; nil where it was all.
    func asked(_ row: Int) -> Int? { asked[row] < counted.count ? Int(asked[row]) : nil }

    /// The answer of one of them at one of `counted`.
    func answer(_ row: Int, _ place: Int) -> Answer { Answer(bits: answers[row * counted.count + place]) }

    /// Lends words or an element.
    func with<R>(_ words: Words, _ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R {
        try text.withUnsafeBytes { bytes in
            try body(UnsafeRawBufferPointer(rebasing: bytes[words.start..<words.start + words.count]))
        }
    }
}

/// What a returned form is of, in one number: a session by its row id, or an organization whose clients returned it.
package enum EvaluationPlace {
    /// The number that stands for an organization.
    package static func organization(_ id: Int64) -> Int64 { -id }

    /// The row id of the session; nil where it is of an organization.
    static func session(_ place: Int64) -> Int64? { place > 0 ? place : nil }

    /// The row id of the organization; nil where it is of a session.
    static func organization(of place: Int64) -> Int64? { place < 0 ? -place : nil }

    /// The term over `evaluation`, under a name, for what is of a place.
    static func isOf(_ place: Int64, _ table: SQL) -> SQL {
        place > 0 ? "\(table).session_id = \(place)" : "\(table).organization_id = \(-place)"
    }
}

/// One answer that is counted on, in eight bytes.
package struct Answer: Equatable, Sendable {
    let bits: Int64

    /// No answer. Read as a real number it would be a negative zero, which none is.
    package static let none = Answer(bits: .min)

    /// A choice's value, or the sum of 2^(place - 1) over several choices.
    ///
    /// Values are bounded far above the bits that stand for names, so that no file can make one of them.
    package init(whole: Int) { bits = max(Int64(whole), -1 << 62) }

    /// A number that was given. One too small to be told from 0 is 0: its bits could stand for a name.
    package init(number: Double) {
        bits = Int64(bitPattern: (number == 0 || number.isSubnormal ? 0 : number).bitPattern)
    }

    init(name: Int) { bits = .min + 1 + Int64(name) }
    init(bits: Int64) { self.bits = bits }

    /// The place of its name; nil where it is a number or none.
    var name: Int? {
        let place = bits &- (.min + 1)
        return place >= 0 && place < 1 << 20 ? Int(place) : nil
    }

    /// The number of an item that takes numbers.
    var number: Double { Double(bitPattern: UInt64(bitPattern: bits)) }
}
