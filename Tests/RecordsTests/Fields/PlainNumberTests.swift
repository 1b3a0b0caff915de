import Calendar
import Testing

@testable import Records

/// What stands in a cell of numbers: read exactly, or refused with the reason that holds.
struct PlainNumberTests {
    private func read(_ shape: Shape, _ text: String, dates: DateStyle = .iso) -> String {
        do { return try shape.plainValue(text, dates: dates, from: .typed).canonical } catch {
            return "✘ \(error.words)"
        }
    }

    @Test(arguments: [
        ("0", "0.0"), ("0.5", "0.5"), ("0.50", "0.5"), ("1.25", "1.25"), ("2", "2.0"), ("007.10", "7.1"),
    ])
    func `a number with at most two decimals is kept in hundredths`(text: String, result: String) {
        #expect(read(.hundredths(0...1_000), text) == result)
    }

    @Test(arguments: [
        "1.-5", "1.+5", "+1", "-1", "5.", ".5", "1.234", "1e1", "0x1", "1,5", "½", "٣", "1. 5", "nan", "1..5", "-.5",
    ])
    func `a sign, a point at an end and a third decimal are no number with two decimals`(text: String) {
        #expect(
            read(.hundredths(0...200), text) == "✘ is \"\(text)\". Use a number with at most two decimals, such as 0.5."
        )
    }

    @Test(arguments: [
        "2.01", "3", "92233720368547758", "92233720368547758.07", "92233720368547758.08", "92233720368547759",
        "9223372036854775807", "9223372036854775807.99", "9223372036854775808", "99999999999999999999999",
    ])
    func `a number of hundredths that is too large is refused by its range, whatever an Int holds`(text: String) {
        #expect(read(.hundredths(0...200), text) == "✘ is \"\(text)\". Use a number from 0 to 2.")
    }

    @Test(arguments: ["9223372036854775807", "9223372036854775808", "-9223372036854775809", "99999999999999999999"])
    func `a whole number that no Int holds is refused by its range`(text: String) {
        #expect(read(.wholeNumber(0...100), text) == "✘ is \"\(text)\". Use a number from 0 to 100.")
        #expect(read(.yesNoOrCount, text) == "✘ is \"\(text)\". Use a number from 0 to 1000.")
    }

    @Test(arguments: ["+1", "--1", "-", "1_000", "0x10", "٣", "1.0", "1e3"])
    func `a whole number is digits, and a minus where it is one`(text: String) {
        #expect(read(.wholeNumber(0...100), text) == "✘ is \"\(text)\". Use a whole number, such as 90.")
        #expect(read(.yesNoOrCount, text) == "✘ is \"\(text)\". Use yes, no or a number.")
    }

    @Test(arguments: ["1e400", "inf", "nan", "0x1p3", "+1", "5.", ".5", "-", "", "1e", "e5", "1 000"])
    func `a number is finite, decimal and whole at both ends`(text: String) {
        #expect(read(.number(0...10), text) == "✘ is \"\(text)\". Use a number, such as 24 or 90%.")
    }

    @Test(arguments: ["1e308", "-0.5", "10.0001", "99999999999999999999"])
    func `a number has a range`(text: String) {
        #expect(read(.number(0...10), text) == "✘ is \"\(text)\". Use a number from 0 to 10.")
    }

    @Test(arguments: [
        (DateStyle.mdy, "+11/+10/2026"), (.mdy, "11//10/2026"), (.mdy, "/11/10/2026"), (.dmy, "10/11/-2026"),
        (.ymd, "2026/9223372036854775807/1"), (.mdy, "1/1/99999999999999999999"), (.mdy, "1/1/12026"),
        (.iso, "+2026-1-1"), (.iso, "10000-01-01"), (.iso, "0000-01-01"),
    ])
    func `a date is digits between signs, each part once`(style: DateStyle, text: String) {
        #expect(read(.day, text, dates: style).hasPrefix("✘ is \"\(text)\". Write dates as"))
    }

    @Test(arguments: ["+9:05", "9:+5", "9:5:+1", "9223372036854775807:00", "-1:00"])
    func `a time of day is digits`(text: String) {
        #expect(CivilTime(text) == nil)
    }
}
