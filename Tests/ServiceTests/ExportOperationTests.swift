import Documents
import Files
import Glibc
import Records
import SQLite
import Support
import Synchronization
import Testing

@testable import Service

/// What leaves the record: who may have it, what the history says of it, and what is left where it breaks off.
@Suite struct ExportOperationTests {
    let office: Office

    init() throws { office = try Office.furnished() }

    /// Tables as text in memory.
    private final class Kept: TableWriter {
        let tables = Mutex<[String: String]>([:])

        func write(_ table: String, _ rows: (RowWriter.Target) throws -> Void) throws {
            let bytes = Mutex<[UInt8]>([])
            try rows(.text(.csv) { piece in bytes.withLock { $0 += piece } })
            tables.withLock { $0[table] = String(decoding: bytes.withLock { $0 }, as: UTF8.self) }
        }

        subscript(_ table: String) -> String { tables.withLock { $0[table] ?? "" } }
    }

    /// Asks to stop before a table is written.
    private struct StopAt: TableWriter {
        let table: String
        let stop: Interruption
        let inner: any TableWriter

        func write(_ table: String, _ rows: (RowWriter.Target) throws -> Void) throws {
            if table == self.table { stop.request() }
            try inner.write(table, rows)
        }
    }

    /// Where nothing can be written.
    private struct Full: TableWriter {
        func write(_ table: String, _ rows: (RowWriter.Target) throws -> Void) throws {
            try rows(.text(.csv) { _ in throw WriteProblem(code: ENOSPC) })
        }
    }

    private func export(_ table: String, _ writer: any TableWriter, fill: (inout ExportTable) -> Void = { _ in })
        -> ExportTable
    {
        var export = ExportTable()
        (export.table, export.writer) = (table, writer)
        fill(&export)
        return export
    }

    @Test func `every time that a position was filled leaves, a row each`() throws {
        for (operation, values) in [
            (.fillPosition, ["ref": "twice", "day": "2024-02-01"]),
            (.vacatePosition, ["ref": "twice", "day": "2024-03-01"]),
            (.fillPosition, ["ref": "twice", "day": "2024-05-01"]),
        ] as [(OperationID, [String: String])] {
            if try office.lender.read(office.caller(), { try $0.find(.position, inFile: "twice") }) == nil {
                let made = ["ref": "twice", "capacity": "outreach", "authorized": "2024-01-01"]
                try office.perform(try Samples.filled(AddRecord(.position), made))
            }
            let listed = try #require(Operations.all.first { $0.id == operation })
            try office.perform(try Samples.filled(listed, values))
        }
        let kept = Kept()
        try office.lender.perform(export("positions", kept), office.caller())
        let rows = kept["positions"].split(separator: "\n").filter { $0.hasPrefix("twice,") }
        #expect(
            rows.map { $0.split(separator: ",", omittingEmptySubsequences: false).suffix(2).joined(separator: " ") }
                == [
                    "2024-02-01 2024-03-01", "2024-05-01 ",
                ]
        )
    }

    private func notes() throws -> Int {
        try office.lender.read(office.caller()) { store in
            try store.reader.value("SELECT count(*) FROM history WHERE command = 'export identified'", as: Int.self)
        } ?? 0
    }

    @Test func `an evaluator gets people under numbers, and only an admin their names`() throws {
        let kept = Kept()
        _ = try office.lender.perform(export("people", kept), office.caller(as: .evaluator))
        #expect(kept["people"].hasPrefix("ref,"))
        #expect(kept["people"].contains("cci"))
        #expect(!kept["people"].contains("Fennel") && !kept["people"].contains("fennel"))
        var all = ExportAll()
        (all.writer, all.identified) = (kept, true)
        for role in Role.allCases where role != .admin {
            #expect(throws: Forbidden.self) {
                try office.lender.perform(export("people", kept) { $0.identified = true }, office.caller(as: role))
            }
            #expect(throws: Forbidden.self) { try office.lender.perform(all, office.caller(as: role)) }
        }
        #expect(try notes() == 0)
        _ = try office.lender.perform(all, office.caller(as: .admin))
        #expect(kept["people"].contains("Fennel Example"))
        #expect(try notes() == 1)
    }

    @Test func `no name leaves before the history says so, and what finds nothing is no line of it`() throws {
        let admin = office.caller(as: .admin)
        let missing = export("people", NoTables()) { ($0.identified, $0.organization) = (true, "nobody") }
        #expect(throws: RecordError.self) { try office.lender.perform(missing, admin) }
        let otherForm = export("evaluations", NoTables()) { ($0.identified, $0.form) = (true, "nobody") }
        #expect(throws: RecordError.self) { try office.lender.perform(otherForm, admin) }
        #expect(try notes() == 0)
        #expect(throws: WriteProblem.self) {
            try office.lender.perform(export("people", Full()) { $0.identified = true }, admin)
        }
        #expect(try notes() == 1)
    }

    @Test(arguments: [false, true])
    func `an export that is stopped in its midst ends, and leaves nothing in its folder`(identified: Bool) throws {
        let folder = "\(office.folder.path)/tables"
        let stopped = Interruption()
        var all = ExportAll()
        all.identified = identified
        all.writer = StopAt(
            table: "sessions",
            stop: stopped,
            inner: try TableFolder(folder, .csv, OutputRule(database: office.path))
        )
        do {
            _ = try office.lender.perform(all, office.caller(as: .admin, interruption: stopped))
            Issue.record("it was not stopped")
        } catch let trouble as DatabaseTrouble {
            #expect(trouble.fault == .interrupted)
        } catch is Interrupted {}
        all.writer = NoTables()
        #expect(FolderNames.all(in: folder) == [])
        _ = try office.lender.perform(all, office.caller(as: .admin))
    }

    @Test func `every table has a file of its own, and those of another export are not left beside them`() throws {
        let folder = "\(office.folder.path)/tables"
        func write(_ shape: RowWriter.Shape) throws -> [String] {
            let tables = try TableFolder(folder, shape, OutputRule(database: office.path))
            var all = ExportAll()
            all.writer = tables
            let names = try office.lender.perform(all, office.caller(as: .evaluator))
            try tables.commit()
            return names
        }
        let names = try write(.csv)
        #expect(FolderNames.all(in: folder).sorted() == names.map { "\($0).csv" }.sorted())
        #expect(Set(ExportedTable.names).subtracting(names) == ["evaluations"])
        #expect(throws: FolderProblem.holdsOthers(folder, names.map { "\($0).csv" }.sorted())) { try write(.json) }
        #expect(FolderNames.all(in: folder).count == names.count)
        #expect(try write(.csv) == names)
    }

    @Test func `what does not go together is refused, each by its parameter`() throws {
        func refusal(_ operation: ExportTable) throws -> String? {
            do { try office.lender.perform(operation, office.caller(as: .admin)) } catch let error as RecordError {
                return error.message
            } catch let fault as any InputFault {
                return fault.refusal.message
            }
            return nil
        }
        let nowhere = NoTables()
        #expect(try refusal(export("sesions", nowhere)) == "unknown table \"sesions\"")
        #expect(try refusal(export("people", nowhere) { $0.isLong = true }) == "long: works only with evaluations")
        #expect(try refusal(export("people", nowhere) { $0.form = "x" }) == "form: works only with evaluations")
        for (parameter, text) in [("period", "2026"), ("organization", "cci"), ("identified", "yes")] {
            let codebook = try #require(
                try Samples.filled(ExportTable(), ["table": "codebook", parameter: text]) as? ExportTable
            )
            #expect(try refusal(codebook) == "\(parameter): the codebook is the same for every export")
        }
        let unchosen = try refusal(export("evaluations", nowhere))
        #expect(unchosen == "form: each form has columns of its own; which one is it?")
        let forms = FormNotChosen(forms: ["a", "b"]).refusal.advice
        #expect(forms == Advice("Choose a form, or a row for each answer", .choose(["a", "b"])))
        #expect(try refusal(export("evaluations", nowhere) { $0.isLong = true }) == nil)
        #expect(
            try refusal(export("sessions", nowhere) { $0.period = "2026-Q5" })
                == "period: \"2026-Q5\" is not a period: a year has quarters Q1 to Q4"
        )
    }
}
