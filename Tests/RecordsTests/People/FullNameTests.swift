import Testing

@testable import Records

struct FullNameTests {
    @Test(arguments: [
        ("Ash Sample", "ASH  SAMPLE"), ("Ash Sample", "Sample, Ash"), ("Ash Sample", "Ásh Sámple"),
        ("Ash Sample", "A\u{301}sh Sample"), ("Ash Sample", "Ash\u{A0}Sample"),
        ("Ash Sample", "Ash Sample (they/them)"),
        ("Ash Sample", "Ash Sample [Harbor]"), ("Ash Sample", "Dr. Ash Sample"),
        ("Ash Sample", "Ash Sample, MSW, LCSW-C"),
        ("Ash Sample", "Ａｓｈ Sample"), ("Ash Q. Sample", "Sample, Ash Q"), ("Ash O’Testable", "ash o'testable"),
        ("Ash-Lee Sample", "Ash Lee Sample"), ("Łucja Øvik", "lucja ovik"), ("Йота Проба", "И\u{306}ОТА ПРОБА"),
        ("Зоя Ёлкина", "зоя елкина"), ("Άλφα Δοκιμής", "ΑΛΦΑ ΔΟΚΙΜΗΣ"), ("見本 太郎", "見本太郎"), ("Wren", "wren"),
        ("Ash Sample", "A\u{AD}sh Sample\u{200F}"),
    ])
    func `two spellings are one name`(one: String, other: String) throws {
        #expect(try #require(FullName(one)).isWhole(other))
        #expect(try #require(FullName(other)).isWhole(one))
    }

    @Test(arguments: [
        ("Ash Sample", "Ash"), ("Ash Sample", "Ash Sample-Vale"), ("Ash Sample", "Ashley Sample"),
        ("Ash Sample", "Ash Sample and Bo Vale"), ("Wren", "Wren Vale"), ("Йота Проба", "Иота Проба"),
        ("Ash Lee Sample", "Lee Ash Sample"), ("Ash Sample", ""), ("見本 太郎", "見本 次郎"),
    ])
    func `another name is another one`(one: String, other: String) throws {
        #expect(try !#require(FullName(one)).isWhole(other))
    }

    @Test(arguments: ["", "  ", "?!", "—", "()"])
    func `what holds no letter is no name`(text: String) { #expect(FullName(text) == nil) }

    @Test(arguments: [
        ("Hesper Lindle", "Hesper Lindle sign-in.csv"), ("Hesper Lindle", "lindle_hesper-2026.csv"),
        ("Hesper Lindle", "HesperLindle2.csv"), ("Hesper Lindle", "signin-hesperlindle.xlsx"),
        ("Hesper Lindle", "Signin_by_Héspér.LINDLE.CSV"), ("Hesper M. Lindle", "Hesper Lindle.csv"),
        ("Wren", "wren-sheet.csv"), ("Wren", "SheetWren.csv"), ("見本 太郎", "見本太郎出席.csv"),
        ("Hesper Lindle", "HLindleHesper.csv"),
    ])
    func `a file's name holds all words of a name`(name: String, file: String) throws {
        #expect(try #require(FullName(name)).isIn(fileName: file))
    }

    @Test(arguments: [
        ("Hesper Lindle", "Hesper.csv"), ("Hesper Lindle", "lindle.csv"), ("Wren", "wrench.csv"), ("Jo", "major.csv"),
        ("Hesper Lindle", "participants_890.csv"), ("7", "participants 7.csv"),
    ])
    func `a file's name holds some other words`(name: String, file: String) throws {
        #expect(try !#require(FullName(name)).isIn(fileName: file))
    }

    @Test(arguments: [
        ("Led by Ash Sample.", "Led by *."), ("SAMPLE, ASH led it", "* led it"),
        ("Ash’s plan; Ash Sample’s plan", "Ash’s plan; *’s plan"),
        ("Ásh\nSample", "*"), ("write to ash.sample@harbor.example", "write to *@harbor.example"),
        ("Ash Sample and Ash Sample", "* and *"), ("Ash Samples", nil), ("Smash Sample", nil), ("Ash. Sample", "*"),
        ("we met at the Sample. Ash came late", nil), ("Ash, 12 Sample Street", nil), ("見本太郎さん", nil),
    ])
    func `a text holds a name as whole words only`(text: String, without: String?) throws {
        let names = NameSet([try #require(FullName("Ash Sample"))])
        #expect(names.replaced(in: text, by: "*") == without)
    }

    @Test func `a name in a script without spaces is found within a text`() throws {
        let names = NameSet([try #require(FullName("見本 太郎")), try #require(FullName("김견본"))])
        #expect(names.replaced(in: "講師は見本太郎さん", by: "*") == "講師は*さん")
        #expect(names.replaced(in: "김견본은 왔다", by: "*") == "*은 왔다")
    }
}
