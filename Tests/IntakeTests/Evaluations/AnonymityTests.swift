import SQLite
import Support
import Testing

@testable import Intake
@testable import Records

@Suite struct `An anonymous answer, looked for in the file` {
    let desk: ImportDesk

    init() throws {
        desk = try ImportDesk(seed: 7)
        let form = SampleForm().asking(.number, "place").asking(.element, "mother", "street", "number") {
            if $0.code == "number" { $0.digits = 2 }
        }
        try desk.add(form, "after")
        try desk.add(form, "before", .before)
        try desk.hold("tuesday@2026-11-10")
    }

    private static let people = 240

    /// A file as a form service writes it, with everything that tells who answered and when.
    private static var sheet: String {
        "Timestamp,Email Address,Name,IP Address,Latitude,place,mother,street,number\n"
            + (0..<people).map { row in
                let second = row % 60 < 10 ? "0\(row % 60)" : "\(row % 60)"
                return
                    "2026/11/10 7:\(10 + row / 60):\(second) PM UTC,fennel\(row)@cci.example,Fennel Kettle the \(row)th,"
                    + "192.0.2.\(row),47.6\(row),\(row),Zinnia\(row),Quince\(row),\(row % 9)\n"
            }.joined()
    }

    @Test func `no name, address, place, code or time of day of the file is in the database, as bytes`() throws {
        try desk.answers(Self.sheet, session: "tuesday")
        try desk.store.database.execute("VACUUM INTO \(desk.folder + "/copy.db")")
        for path in [desk.store.database.path, desk.folder + "/copy.db"] {
            let stored = String(decoding: try #require(bytes(of: path)), as: UTF8.self).lowercased()
            for word in [
                "fennel", "kettle", "cci.example", "192.0.2.", "47.6", "zinnia", "quince", "7:1", "19:1", "t19:",
            ] {
                let isStored = stored.contains(word)
                #expect(!isStored, "\(word) is in \(path)")
            }
        }
        _ = try desk.text("copy.db")
    }

    @Test func `neither ids nor the order of rows tell who came first`() throws {
        try desk.answers(Self.sheet, session: "tuesday")
        for order: SQL in ["id", "rowid", "(SELECT min(hash) FROM evaluation_element WHERE evaluation_id = id)"] {
            let places = try desk.store.database.all("SELECT a1 FROM evaluation ORDER BY \(order)") { try $0[0] as Int }
            #expect(places.count == Self.people && abs(Self.correlation(places)) < 0.25, "\(order.text)")
        }
        let stored = try desk.store.database.all("SELECT a1 FROM evaluation") { try $0[0] as Int }
        #expect(abs(Self.correlation(stored)) < 0.25)
    }

    /// How far numbers from 0 on grow with their place (Spearman).
    private static func correlation(_ places: [Int]) -> Double {
        let count = Double(places.count)
        let distance = places.enumerated().reduce(0.0) {
            $0 + Double(($1.offset - $1.element) * ($1.offset - $1.element))
        }
        return 1 - 6 * distance / (count * (count * count - 1))
    }

    @Test func `the history of it knows the day, and no time`() throws {
        try desk.answers(Self.sheet, session: "tuesday")
        #expect(
            try desk.rows(
                "SELECT h.at FROM history AS h JOIN import AS i ON i.history_id = h.id WHERE i.kind = 'evaluations'"
            )
                == ["2026-11-21T00:00:00Z"]
        )
        let tables = ["evaluation", "answer_text", "evaluation_element", "evaluation_match", "matching", "import"]
        for name in tables {
            let table = try #require(try desk.store.database.table(named: name))
            for column in try desk.store.database.columns(ofTable: name) where column.name != "undone_at" {
                let times = try desk.value(
                    "SELECT count(*) FROM \(identifier: table) WHERE \(identifier: column.identifier) GLOB '*[0-9]:[0-9]*'",
                    as: Int.self
                )
                #expect(times == 0, "\(name).\(column.name)")
            }
        }
        #expect(
            try desk.value("SELECT count(*) FROM history_value WHERE record_table LIKE 'evaluation%'") == 0
        )
    }

    @Test func `nothing that an import says names anybody`() throws {
        let broken = Self.sheet.replacing(",3,Zinnia3,", with: ",three,Zinnia3,")
        let summary = try desk.answers(broken, session: "tuesday") { $0.rejects = desk.folder + "/rejects.csv" }
        #expect(summary.counts.rejected == 1)
        let rejects = try desk.text("rejects.csv")
        #expect(rejects.contains("2026-11-10,,,,,three,Zinnia3,Quince3,3,"))
        #expect(!rejects.contains("fennel") && !rejects.contains("192.0") && !rejects.contains("7:10"))
        #expect(!"\(summary)".lowercased().contains("fennel"))
    }

    @Test func `codes are matched by what they say, one element off, and hashed under a key of the series`() throws {
        let befores = """
            session,place,mother,street,number
            tuesday,1,Zoé,High Street,7
            tuesday,2,Ada,Low Street,12
            tuesday,3,Ada,Mill Lane,12
            tuesday,4,Eve,Quay,1
            tuesday,5,Ivy,Dock,30

            """
        let afters = """
            session,place,number,street,mother
            tuesday,11,07,HIGH-STREET,zoe
            tuesday,12,12,Low Street,Adah
            tuesday,13,12,Hill Lane,Ada
            tuesday,14,01,Pier,Eva
            tuesday,15,31,Dock,Ivy

            """
        try desk.answers(befores, form: "before")
        try desk.answers(afters, form: "after", name: "afters.csv")
        let matches: SQL =
            "SELECT e.a1, m.how FROM evaluation AS e JOIN evaluation_match AS m ON m.evaluation_id = e.id ORDER BY 1"
        #expect(
            try desk.rows(matches)
                == ["1|1", "2|3", "3|3", "4|0", "5|2", "11|1", "12|3", "13|3", "14|0", "15|2"]
        )
        let pairs = try desk.rows(
            """
            SELECT b.a1, a.a1, p.how FROM evaluation_pair AS p JOIN evaluation AS b ON b.id = p.before_id
            JOIN evaluation AS a ON a.id = p.after_id ORDER BY 1
            """
        )
        #expect(pairs == ["1|11|1", "5|15|2"])
        #expect(try desk.rows("SELECT length(key) FROM matching") == ["32"])
    }

    @Test func `taking an import back takes its matches back`() throws {
        let text = "session,place,mother,street,number\ntuesday,1,Zoe,Quay,7\n"
        try desk.answers(text, form: "before")
        let number = try #require(try desk.answers(text, form: "after", name: "afters.csv").importNumber)
        #expect(try desk.value("SELECT count(*) FROM evaluation_pair") == 1)
        _ = try desk.store.undoImport(desk.store.program.origin << 32 | number)
        #expect(try desk.value("SELECT count(*) FROM evaluation_pair") == 0)
        #expect(try desk.rows("SELECT how, pair FROM evaluation_match") == ["0|"])
    }

    @Test func `sessions of one event are one series`() throws {
        try desk.take(
            .session,
            "ref,starts,status,parent\nevent,2026-11-01,held,\nday-1,2026-11-02,held,event\nday-2,2026-11-03,held,event\n",
            name: "event.csv"
        )
        try desk.answers("session,place,mother,street,number\nday-1,1,Zoe,Quay,7\n", form: "before")
        try desk.answers("session,place,mother,street,number\nday-2,2,Zoe,Quay,7\n", form: "after", name: "afters.csv")
        #expect(try desk.value("SELECT count(*) FROM evaluation_pair") == 1)
        #expect(try desk.rows("SELECT s.ref FROM matching AS m JOIN session AS s ON s.id = m.session_id") == ["event"])
    }

    @Test func `a file without the code has other rows while matching is open`() throws {
        try desk.answers("session,place,mother,street,number\ntuesday,1,Zoe,Quay,7\n", form: "before")
        #expect(
            try desk.answers("session,place\ntuesday,1\n", form: "before", name: "b.csv").words == "rows 1, created 1"
        )
    }

    @Test func `which form was typed in with which command is in the file until the next command, and then is not`()
        throws
    {
        let form = try desk.store.form(desk.store.find(.form, "after").id)
        let session = try desk.store.find(.session, "tuesday")
        var found: [Found] = []
        for number in 0..<12 {
            try desk.store.change("test \(number)") { _ in
                try desk.store.database.execute("UPDATE session SET minutes = \(number + 1) WHERE id = \(session.id)")
            }
            var new = NewEvaluations(of: form)
            new.append(session: session.id, day: nil, answers: [Answer(number: Double(number))])
            new.append(element: "quay\(number)", place: 1)
            try desk.store.change("evaluation add", byDay: true) { _ in
                found.append(try desk.store.addReturned(new, on: desk.store.today).found)
            }
        }
        let ids: SQL =
            "SELECT count(*) FROM history_value WHERE record_key IN (SELECT CAST(id AS TEXT) FROM evaluation)"
        #expect(try desk.value(ids) == 1)
        _ = try desk.store.undo()
        #expect(try desk.value("SELECT count(*) FROM evaluation") == 11)
        _ = try desk.store.undo()
        #expect(throws: RecordError.self) { try desk.store.undo() }
        #expect(try desk.value("SELECT count(*) FROM evaluation") == 11)
        #expect(try desk.value(ids) == 0)
        #expect(
            try desk.rows(
                """
                SELECT DISTINCT v.change, v.record_table, v.record_key, v.column_name, v.old, v.new, h.at, h.salt
                FROM history AS h JOIN history_value AS v ON v.history_id = h.id WHERE h.command = 'evaluation add'
                """
            ) == ["created|evaluation|||||2026-11-21T00:00:00Z|"]
        )
        #expect(try desk.store.brokenEntries() == [])
        try desk.store.database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        let stored = String(decoding: try #require(bytes(of: desk.store.database.path)), as: UTF8.self)
        for one in found { #expect(!stored.contains(String(one.id)), "\(one.ref) is in the file by its number") }
    }

    @Test func `where matching is closed no code is kept, and that is said`() throws {
        let text = "session,place,mother,street,number\ntuesday,1,Zoe,Quay,7\n"
        try desk.answers(text, form: "before")
        try desk.store.change("close") { _ in
            try desk.store.database.execute("DELETE FROM evaluation_element")
            try desk.store.database.execute("UPDATE matching SET key = NULL, closed_on = '2026-11-20'")
            // Matching stands outside of the history: something else has to change.
            try desk.store.database.execute("UPDATE session SET minutes = 60 WHERE ref = 'tuesday'")
        }
        let summary = try desk.answers(text, form: "after", name: "afters.csv")
        #expect(summary.notes.closedMatching == ["tuesday"] && summary.words == "rows 1, created 1")
        #expect(try desk.value("SELECT count(*) FROM evaluation_element") == 0)
        #expect(try desk.answers(text + "\n", form: "before", name: "again.csv").words == "rows 1, unchanged 1")
    }
}
