import Calendar
import Records

extension SampleProgram {
    /// Stores a record from texts, as a row of a file would be.
    @discardableResult
    func put(_ noun: Noun, _ texts: KeyValuePairs<String, String?>) throws -> Found {
        let reading = Reading(place: .file, makes: false)
        var draft = Draft()
        for (name, text) in texts {
            guard let text, let field = noun.type.field(named: name) else { continue }
            draft[name] = try store.value(field, text, reading)
        }
        return try store.add(noun.type, draft)
    }

    /// A day that many days after the first one of the sample.
    func day(_ days: Int) -> Day { firstDay.adding(days: days) }

    /// How many days the sample has behind it.
    var length: Int { store.today.epochDay - firstDay.epochDay }

    /// The day in words, where it has come.
    func past(_ day: Day) -> String? { day <= store.today ? day.iso : nil }
}
