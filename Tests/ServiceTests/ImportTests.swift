import FoundationEssentials
import Intake
import Records
import Service
import Support
import Testing

/// Files that come in and go again, asked for without an interface.
@Suite struct ImportTests {
    private let office: Office

    init() throws {
        office = try Office(kept: 0)
        try office.perform(training("foundations", "Cedar Row"))
    }

    /// A report of Zoom as it gives it, of invented people.
    private static let report = """
        Topic,Meeting ID,Start Time,End Time,User Email,Duration (Minutes),Participants
        Foundations,812 3344 5566,11/10/2026 02:00:00 PM,11/10/2026 04:00:00 PM,host@harbor.example,120,3

        Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,Recording Consent
        Sorrel Ladle,sorrel@cedar.example,11/10/2026 02:01:00 PM,11/10/2026 04:00:00 PM,119,Yes,
        Tansy Kettle,tansy@cedar.example,11/10/2026 02:03:00 PM,11/10/2026 03:55:00 PM,112,Yes,
        """

    private func operation(dryRun: Bool) throws -> ImportFiles {
        let path = "\(office.folder.path)/zoom.csv"
        try Data(Self.report.utf8).write(to: URL(fileURLWithPath: path))
        var request = ImportRequest(kind: .attendance, files: [path])
        request.session = "last"
        request.keep = .names
        request.dryRun = dryRun
        return ImportFiles(request)
    }

    private func imports() throws -> [ImportEntry] { try office.lender.perform(ListImports(), office.caller()) }

    @Test func `a dry run says what the import then does, and stores nothing`() throws {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: office.path))
        let tried = try office.lender.perform(try operation(dryRun: true), office.caller())
        #expect(try Data(contentsOf: URL(fileURLWithPath: office.path)) == bytes)
        let done = try office.lender.perform(try operation(dryRun: false), office.caller())
        #expect(tried.map(\.counts) == done.map(\.counts))
        #expect(done.map(\.counts.created) == [2])
        #expect(try imports().map(\.file) == ["zoom.csv"])
        let stored = try office.lender.read(office.caller()) { store in
            try store.attendance(of: store.find(.session, "2026-11-10-cedar-row-foundations").id).people
        }
        #expect(stored.compactMap(\.minutes).sorted() == [112, 119])
    }

    @Test func `a dry run does not wait for who writes, nor do they for it`() throws {
        let tried = try operation(dryRun: true)
        let elsewhere = StoreLender(path: office.path, metrics: [])
        let rows = try office.lender.change("program edit", office.caller()) { store in
            try store.setProgram(name: "Harbor")
            return try elsewhere.perform(tried, office.caller(wait: 0)).map(\.counts.rows)
        }
        #expect(rows == [2])
    }

    @Test func `an import is shown, taken back, and nothing of it is left`() throws {
        let before = try office.lender.read(office.caller()) { store in try store.hasRows(Extract(Noun.person.type)) }
        _ = try office.lender.perform(try operation(dryRun: false), office.caller())
        var show = ShowImport()
        show.number = "1"
        #expect(try office.lender.perform(show, office.caller()).counts.created == 2)
        var undo = UndoImport()
        undo.number = "last"
        let undone = try office.lender.perform(undo, office.caller())
        #expect(undone.undone.kept == [])
        #expect(undone.others == [])
        let after = try office.lender.read(office.caller()) { store in try store.hasRows(Extract(Noun.person.type)) }
        #expect(after == before)
        #expect(throws: RecordError.self) { try office.lender.perform(undo, office.caller()) }
    }

    @Test(arguments: ["0", "4294967296", "9", "-1", "two", ""])
    func `an import that there is none of is refused, whoever asks in which way`(number: String) throws {
        var show = ShowImport()
        show.number = number
        var undo = UndoImport()
        undo.number = number
        #expect(throws: RecordError.self) { try office.lender.perform(show, office.caller()) }
        #expect(throws: RecordError.self) { try office.lender.perform(undo, office.caller()) }
    }

    @Test func `without files nothing comes in`() throws {
        #expect(throws: RecordError.self) { try office.lender.perform(ImportFiles(), office.caller()) }
        #expect(try imports() == [])
    }
}
