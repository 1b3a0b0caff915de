import Files
import FoundationEssentials
import Glibc
import Records
import Service
import Support
import Testing

/// A program that knows nothing of the command line does what people do: `Tests/ServiceOnly`.
@Suite struct ServiceOnlyTests {
    private static let root =
        #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")

    /// A report of Zoom as it gives it, of invented people.
    private static let report = """
        Topic,Meeting ID,Start Time,End Time,User Email,Duration (Minutes),Participants
        Foundations,812 3344 5566,11/10/2026 02:00:00 PM,11/10/2026 04:00:00 PM,host@harbor.example,120,3

        Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,Recording Consent
        Rue Trivet,rue@cedar.example,11/10/2026 02:01:00 PM,11/10/2026 04:00:00 PM,119,Yes,
        Wren Colander,wren@cedar.example,11/10/2026 02:03:00 PM,11/10/2026 03:35:00 PM,92,Yes,
        """

    private struct Made: Decodable {
        struct File: Decodable { let file, state: String }
        let period, profile: String
        let files: [File]
    }

    @Test func `a training, a Zoom report, a page and a batch take nothing but Service`() throws {
        let folder = try TemporaryFolder()
        try write(Self.report, to: "\(folder.path)/zoom.csv")
        #expect(system("exec '\(Self.root)/.build/debug/ServiceOnly' '\(folder.path)'") == 0)

        let lender = StoreLender(path: "\(folder.path)/groundwork.db", metrics: [])
        let context = Context(account: "wren", role: .admin)
        let minutes = try lender.read(context) { store in
            let session = try store.find(.session, "2026-11-10-cedar-row-foundations")
            return try store.attendance(of: session.id).people.compactMap(\.minutes)
        }
        #expect(minutes.sorted() == [92, 119])
        #expect(try lender.perform(ListImports(), context).map(\.file) == ["zoom.csv"])

        let page = contents(of: "\(folder.path)/scorecard.html") ?? ""
        #expect(page.lowercased().hasPrefix("<!doctype html>"))
        #expect(page.contains("Harbor Harm Reduction") && !page.contains("Trivet"))

        let batch = "\(folder.path)/november"
        let written = contents(of: "\(batch)/manifest.json") ?? ""
        let manifest = try JSONDecoder().decode(Made.self, from: Data(written.utf8))
        #expect(manifest.period == "2026-11" && manifest.profile == "funder")
        #expect(Set(manifest.files.map(\.state)) == ["made"])
        #expect(
            FolderNames.all(in: batch).sorted()
                == (manifest.files.map(\.file) + ["figures.json", "manifest.json"]).sorted()
        )
    }
}
