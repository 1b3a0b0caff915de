import Testing

@testable import Calendar

@Suite struct MonthNameTests {
    @Test(arguments: [("7", 7), ("July", 7), ("jul", 7), ("JANUARY", 1), ("decem", 12), ("12", 12)])
    func `a month is known by its number, its name and its first letters`(word: String, number: Int) {
        #expect(MonthName.number(of: word) == number)
    }

    @Test(arguments: ["0", "13", "ju", "julyish", "", "Brumaire"])
    func `what is no month is none`(word: String) { #expect(MonthName.number(of: word) == nil) }
}
