import Documents
import Glibc
import Measures
import Support
import Testing

@testable import Reports

/// Whole pages, held to the files in `Snapshots`.
///
/// To rewrite them on purpose: `GROUNDWORK_REWRITE_SNAPSHOTS=1 swift test --filter SnapshotTests`, then read the
/// difference before it is committed. The run that rewrites fails, so that it cannot pass for a test.
@Suite struct SnapshotTests {
    @Test(arguments: [
        ("scorecard", Format.table, Profile.team), ("scorecard", .markdown, .board), ("trainings", .table, .team),
        ("trainings", .html, .board),
    ])
    func `a page reads as it was agreed`(name: String, format: Format, profile: Profile) throws {
        let sample = try FormatTests.sample()
        let report = try #require(Report.named(name))
        let split: Split? = name == "trainings" ? .organization : nil
        let document = try sample.document(report, try scope("2026-Q1", by: split), profile: profile, format: format)
        try hold(format.draw(document), to: "\(name)-\(profile.rawValue).\(format.fileExtension)")
    }

    @Test(arguments: [
        ("scorecard", Format.table, Profile.team), ("feedback", .table, .team), ("feedback", .markdown, .public),
        ("boards", .table, .team), ("recommendations", .table, .team), ("practices", .table, .team),
        ("hiring", .table, .board), ("activities", .table, .team), ("you-said-we-did", .markdown, .board),
        ("data-gaps", .table, .team), ("scorecard", .html, .board), ("feedback", .html, .public),
    ])
    func `a page of the loop reads as it was agreed`(name: String, format: Format, profile: Profile) throws {
        let sample = try LoopPageTests.year()
        let report = try #require(Report.named(name))
        let document = try sample.document(report, try scope("2026-Q1"), profile: profile, format: format)
        try hold(format.draw(document), to: "loop-\(name)-\(profile.rawValue).\(format.fileExtension)")
    }

    private func hold(_ bytes: [UInt8], to file: String) throws {
        // The style is one and the same on every page, and has its own history.
        let bytes =
            file.hasSuffix(".html") ? Array(Markup.withoutStyle(String(decoding: bytes, as: UTF8.self)).utf8) : bytes
        let path = Sample.root + "/Tests/ReportsTests/Snapshots/" + file
        guard getenv("GROUNDWORK_REWRITE_SNAPSHOTS") != nil else {
            let agreed = try Sample.bytes(ofFile: path)
            #expect(String(decoding: bytes, as: UTF8.self) == String(decoding: agreed, as: UTF8.self))
            return
        }
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        try #require(descriptor >= 0)
        defer { close(descriptor) }
        #expect(write(descriptor, bytes, bytes.count) == bytes.count)
        Issue.record("\(file) was rewritten.")
    }
}
