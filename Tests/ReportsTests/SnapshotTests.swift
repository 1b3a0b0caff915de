import Documents
import Glibc
import Measures
import Support
import Testing

@testable import Reports

/// Whole pages, held to the files in `Snapshots`: every report in every format, and some under other profiles.
///
/// A workbook is held as the text of its cells, and a page without its style, which is one and the same on every page
/// and has a file of its own.
///
/// To rewrite them on purpose: `GROUNDWORK_REWRITE_SNAPSHOTS=1 swift test --filter SnapshotTests`, then read the
/// difference before it is committed. The run that rewrites fails, so that it cannot pass for a test.
@Suite struct SnapshotTests {
    @Test func `every report reads in every format as it was agreed`() throws {
        let sample = try AgreedRecord.sample()
        for report in Report.all {
            for (profile, formats) in [(Profile.team, Format.forPrograms), (.board, Format.forPages)] {
                let inquiry = Inquiry(
                    report,
                    of: Sample.program,
                    scope: try scope("2026-Q1"),
                    disclosure: Disclosure(profile)
                )
                let reply = try inquiry.reply(for: formats, from: sample.reader)
                for format in formats {
                    let bytes = try format.draw(reply.document(for: format).withSteps)
                    try hold(bytes, format, to: "every/\(report.name)-\(profile.rawValue)")
                }
            }
        }
    }

    @Test func `every page has the style that was agreed`() throws {
        let page = Report.list.text(.html)
        let style = page.split(separator: "<style>\n")[1].split(separator: "</style>")[0]
        try hold(Array(style.utf8), to: "style.css")
    }

    @Test(arguments: [Format.table, .html])
    func `figures by organization read as it was agreed`(format: Format) throws {
        let profile = format == .table ? Profile.team : .board
        let sample = try FormatTests.sample()
        let scope = try scope("2026-Q1", by: .organization)
        let document = try sample.document(.trainings, scope, profile: profile, format: format)
        try hold(format.draw(document), format, to: "trainings-\(profile.rawValue)")
    }

    @Test(arguments: [("feedback", Format.markdown), ("evaluations", .markdown), ("scorecard", .html)])
    func `a page for the public reads as it was agreed`(name: String, format: Format) throws {
        let sample = try AgreedRecord.sample()
        let report = try #require(Report.named(name))
        let document = try sample.document(report, try scope("2026-Q1"), profile: .public, format: format)
        try hold(format.draw(document), format, to: "\(name)-public")
    }

    private func hold(_ bytes: [UInt8], _ format: Format, to file: String) throws {
        let file = "\(file).\(format.fileExtension)"
        switch format {
        case .html: try hold(Array(Markup.withoutStyle(String(decoding: bytes, as: UTF8.self)).utf8), to: file)
        case .xlsx: try hold(Array(try #require(SheetDump(bytes)).text.utf8), to: file + ".txt")
        default: try hold(bytes, to: file)
        }
    }

    private func hold(_ bytes: [UInt8], to file: String) throws {
        let path = Sample.root + "/Tests/ReportsTests/Snapshots/" + file
        guard getenv("GROUNDWORK_REWRITE_SNAPSHOTS") != nil else {
            let agreed = try Sample.bytes(ofFile: path)
            if bytes != agreed {
                #expect(String(decoding: bytes, as: UTF8.self) == String(decoding: agreed, as: UTF8.self))
            }
            return
        }
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        try #require(descriptor >= 0)
        defer { close(descriptor) }
        #expect(write(descriptor, bytes, bytes.count) == bytes.count)
        Issue.record("\(file) was rewritten.")
    }
}

extension Format {
    fileprivate static let forPrograms = [Format.table, .csv, .json]
    fileprivate static let forPages = [Format.markdown, .html, .xlsx]
}
