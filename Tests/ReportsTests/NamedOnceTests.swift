import Foundation
import Testing

@testable import Reports

/// A metric is one element: its id stands there and nowhere else, so that whoever means it names the element.
@Suite struct NamedOnceTests {
    /// The texts in quotation marks that read like the id of a metric, with the file of each below the sources.
    private static func ids() -> [(id: String, file: String)] {
        let sources = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources").path
        // What makes sample records and measures speed writes ids as a person would.
        let others = ["Sample/", "Benchmarks/"]
        let files = (FileManager.default.enumerator(atPath: sources)?.allObjects ?? []).compactMap { $0 as? String }
        return files.filter { $0.hasSuffix(".swift") && !others.contains(where: $0.hasPrefix) }.sorted().flatMap {
            file in
            let text = (try? String(contentsOfFile: "\(sources)/\(file)", encoding: .utf8)) ?? ""
            return text.matches(of: /"([A-Z]{2}-[0-9]{2}(\.[a-z0-9_]+)?)[".\\ ]/).map { (String($0.1), file) }
        }
    }

    @Test func `the id of a metric is written once, in its element, and each element is in the catalogue`() {
        let ids = Self.ids()
        let elsewhere = ids.filter { !$0.file.hasPrefix("Reports/Metrics/") }
        #expect(elsewhere.isEmpty, "\(elsewhere.map { "\($0.file): \($0.id)" })")
        let (written, known) = (ids.map(\.id), Catalogue.metrics.map(\.id.text))
        #expect(Set(written).count == written.count && Set(known).count == known.count)
        #expect(Set(written).isSubset(of: known))
        // Companions that one element makes for several questions are written with that element.
        #expect(known.allSatisfy { id in written.contains { id == $0 || id.hasPrefix($0 + ".") } })
    }

    @Test func `ids in a line have the letters of their theme once`() {
        let metrics: [Metric] = [.attendance, .peopleTrained, .organizationsReached, .feedbackReceived]
        #expect(metrics.map(\.id).inShort == "TR-03, 04, 10, FB-02")
        #expect([MetricID]().inShort.isEmpty)
    }
}
