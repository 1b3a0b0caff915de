import Files
import Records
import Reports
import Support
import Testing

@testable import Service

/// Folders that were sent: recorded, compared with today, kept as they are, and held against each other.
@Suite struct PublicationTests {
    let office: Office

    init() throws {
        office = try Office.furnished()
        try office.perform(training("foundations", "harbor", "2026-07-10", 20))
    }

    private func batch(_ folder: String, profile: String = "board", _ period: String = "2026-Q3") throws -> MakeBatch {
        var batch = MakeBatch()
        let plan = """
            {"profile": "\(profile)", "reports": [
                {"report": "trainings", "by": "organization", "formats": ["csv"]}, {"report": "feedback", "formats": ["html"]}
            ]}
            """
        batch.plan = .written(Array(plan.utf8), name: "plan.json")
        (batch.period, batch.asOf) = (period, "2026-11-01")
        batch.folder = "\(office.folder.path)/\(folder)"
        batch.rule = OutputRule(database: office.path)
        return batch
    }

    private func make(_ folder: String, _ period: String = "2026-Q3", profile: String = "board") throws {
        try office.perform(try batch(folder, profile: profile, period))
    }

    @discardableResult
    private func send(_ folder: String, to: String = "Board", despite: Bool = false) throws -> Publication {
        var sent = AddPublication()
        sent.folder = "\(office.folder.path)/\(folder)"
        (sent.to, sent.on, sent.despite) = (to, "2026-11-02", despite)
        return try office.lender.perform(sent, office.caller(as: .coordinator))
    }

    private func compare(_ ref: String = "last") throws -> ComparedPublication {
        var compare = ComparePublication()
        compare.publication = ref
        return try office.lender.perform(compare, office.caller(as: .coordinator))
    }

    @Test
    func `what was sent reads the same until something it was counted from is corrected, and then just that differs`()
        throws
    {
        try make("q3")
        let sent = try send("q3")
        #expect(sent.ref == "board-2026-q3")
        #expect(try compare().changes.isEmpty)
        // Nothing of the quarter, and nothing that its figures are counted from.
        try office.perform(training("naloxone", "cci", "2026-11-12", 9))
        #expect(try compare("board").changes.isEmpty)

        var count = SetHeadcount()
        (count.session, count.count) = ("2026-07-10-harbor-foundations", 26)
        let done = try office.lender.done(count, office.caller())
        #expect(done.touched.map(\.ref) == ["board-2026-q3"])
        let compared = try compare()
        let whole = compared.changes.filter { $0.change.name?.limits.isEmpty == true }
        #expect(whole.first { $0.change.name?.id == "TR-03" }?.change.before?.value == 20)
        #expect(whole.first { $0.change.name?.id == "TR-03" }?.change.now?.value == 26)
        #expect(whole.allSatisfy { $0.entries.map(\.command).contains("headcount set") })
        #expect(!whole.contains { $0.change.name?.id == "TR-01" || $0.change.name?.id.hasPrefix("FB-05") == true })
    }

    @Test func `nothing is written into a folder that was sent, and undoing that frees it`() throws {
        try make("q3")
        try send("q3")
        let before = FolderNames.all(in: "\(office.folder.path)/q3").map {
            contents(of: "\(office.folder.path)/q3/\($0)")
        }
        #expect(throws: SentFolder.self) { try make("q3") }
        #expect(
            FolderNames.all(in: "\(office.folder.path)/q3").map { contents(of: "\(office.folder.path)/q3/\($0)") }
                == before
        )
        #expect(throws: RecordError.self) { try send("q3") }
        _ = try office.lender.perform(UndoLast(), office.caller(as: .admin))
        try make("q3")
    }

    @Test func `a folder whose figures were changed, that is no batch, or of another record, is not recorded`() throws {
        try make("q3")
        let figures = "\(office.folder.path)/q3/\(PublishedFigures.file)"
        let text = try #require(contents(of: figures))
        try write(Array(text.replacing("\"value\": 20", with: "\"value\": 200").utf8), to: figures)
        #expect(refusal { try send("q3") } == "figures.json in that folder was changed after the reports were made")
        #expect(advice { try send("q3") } == "Make the reports again, into another folder.")
        #expect(refusal { try send("nowhere") } == "nowhere has no manifest.json with its figures")
        let other = try Office.furnished()
        try write(Array(text.utf8), to: figures)
        var sent = AddPublication()
        (sent.folder, sent.to) = ("\(office.folder.path)/q3", "Board")
        #expect(
            refusal { _ = try other.lender.perform(sent, other.caller(as: .coordinator)) }
                == "the reports in this folder were not made from this database"
        )
        #expect(
            advice { _ = try other.lender.perform(sent, other.caller(as: .coordinator)) }
                == "Use the database they were made from, or make them again."
        )
        #expect(refusal { try send("q3", to: " ") } == "to: say to whom, such as board")
        let page = "\(office.folder.path)/q3/trainings-2026-Q3.csv"
        try write(Array("edited".utf8), to: page)
        #expect(
            refusal { try send("q3") } == "trainings-2026-Q3.csv in that folder was changed after the reports were made"
        )
    }

    @Test func `two publications that leave a few people between them are not both recorded, unless somebody says so`()
        throws
    {
        var staff = EditRecord(.organization)
        (staff.ref, staff.fields) = ("harbor", ["staff": "60", "staff_as_of": "2026-07-01"])
        try office.perform(staff)
        var attendees = SignInAttendees()
        attendees.session = "2026-07-10-harbor-foundations"
        attendees.names = try NameSheet("abcdefghijklmnopqrst".map { "Sample \($0)ster" }.joined(separator: "\n"))
        try office.perform(attendees)
        try make("q3")
        try send("q3")
        attendees.names = try NameSheet("Late Sample\nLater Sample")
        try office.perform(attendees)
        try make("q3-again")
        #expect(throws: DisclosingDifference.self) { try send("q3-again", to: "Funder") }
        let listed = try office.lender.perform(ListPublications(), office.caller(as: .coordinator))
        #expect(listed.map(\.sentTo) == ["Board"])
        let despite = try send("q3-again", to: "Funder", despite: true)
        #expect(despite.despite?.contains("TR-08") == true)
    }

    private func refusal(_ body: () throws -> Void) -> String? {
        do {
            try body()
            return nil
        } catch let error as RecordError {
            return error.message
        } catch {
            return "\(error)"
        }
    }

    private func advice(_ body: () throws -> Void) -> String? {
        do {
            try body()
            return nil
        } catch let error as RecordError {
            return error.advice?.words
        } catch {
            return "\(error)"
        }
    }
}
