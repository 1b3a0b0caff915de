import Documents
import Measures
import Testing

@testable import Reports

/// What to do next, which reports carry as a value.
@Suite struct NextStepTests {
    @Test(arguments: Report.all.map(\.name), [Profile.board, .funder, .public])
    func `what to do next is for the team alone`(name: String, profile: Profile) throws {
        let sample = try LoopPageTests.year()
        try sample.session(2, "2026-02-11", minutes: nil)
        let report = try #require(Report.named(name))
        let inquiry = Inquiry(report, of: Sample.program, scope: try scope("2026"), disclosure: Disclosure(profile))
        let reply = try inquiry.reply(for: Format.allCases, from: sample.reader)
        for format in Format.allCases {
            let document = reply.document(for: format)
            #expect(document.saying { _ in "TO DO NEXT" } == document, "\(format)")
        }
        let team = Inquiry(report, of: Sample.program, scope: try scope("2026"), disclosure: Disclosure(.team))
        let page = try team.document(for: .html, from: sample.reader)
        #expect(page.saying { _ in "TO DO NEXT" } != page)
    }
}
