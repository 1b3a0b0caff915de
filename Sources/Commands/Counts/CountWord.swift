import CommandLineKit
import Records

/// Counts of people as words.
enum CountWord {
    /// `1 person`, `22 people`.
    static func people(_ count: Int) -> String { count == 1 ? "1 person" : "\(count) people" }

    /// `1 row`, `3 rows`.
    static func of(_ count: Int, _ one: String, _ several: String) -> String {
        "\(count) \(count == 1 ? one : several)"
    }

    /// Refuses a count that nobody can have counted.
    static func check(_ count: Int) throws {
        let range = Headcount.range
        guard range.contains(count) else {
            throw ValidationError("COUNT is \(count). Use a number from \(range.lowerBound) to \(range.upperBound).")
        }
    }
}
