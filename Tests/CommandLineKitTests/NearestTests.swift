import CommandLineKit
import Testing

@Suite struct NearestTests {
    @Test(arguments: [
        ("sesion", "session"), ("sessoin", "session"), ("SESSION", "session"), ("boad", "board"), ("lgo", "log"),
        ("org", "organization"), ("atendence", "attendance"),
    ])
    func `a mistyped word is near the one that was meant`(typed: String, meant: String) {
        #expect(nearest(typed, among: ["board", "log", "session", "organization", "attendance"]) == meant)
    }

    @Test(arguments: ["", "x", "zebra", "lo gging in", String(repeating: "session", count: 1_000)])
    func `a word far from all is near none`(typed: String) {
        #expect(nearest(typed, among: ["board", "session", "organization"]) == nil)
    }

    @Test func `of equally near words the first wins`() {
        #expect(nearest("cat", among: ["bat", "rat"]) == "bat")
    }

    @Test func `a beginning that several words share is near none`() {
        #expect(nearest("re", among: ["report", "restore"]) == nil)
    }

    @Test func `a word of one letter is not mistaken for another`() {
        #expect(nearest("x", among: ["y"]) == nil)
    }
}
