import Files
import Records
import SQLite
import Testing

@testable import Intake

@Suite struct `Rows in Groundwork's own columns` {
    @Test func `organizations, courses, sessions, people, headcounts and tallies come in by their headers`() throws {
        let desk = try ImportDesk()
        #expect(
            try desk.take(
                .organization,
                "ref,title,sector,sites,staff,staff_as_of\ncove,Cove Clinic,health,North;South,12,2026-01-31\n"
            )
            .words == "rows 1, created 1"
        )
        #expect(
            try desk.take(.course, "title;edition;minutes;topics\nIntro;2026;90;\"Set; Setting\"\n").words
                == "rows 1, created 1"
        )
        let sessions = """
            ref,course,organization,starts,headcount,facilitators
            s1,Intro,cove,2026-03-01T14:00,12,Ash Reed:lead:they/them
            s2,Intro,Harbor House,2027-03-01,,

            """
        let summary = try desk.take(.session, sessions)
        #expect(summary.words == "rows 2, created 2, organizations_created 1")
        #expect(summary.notes.organizationsMade == ["harbor-house"])
        #expect(
            try desk.rows("SELECT ref, status, minutes, start_time FROM session ORDER BY ref") == [
                "s1|held|90|14:00", "s2|scheduled|90|",
            ]
        )
        #expect(
            try desk.take(.person, "ref,name,email,organization\nkit,Kit Moss,kit@x.example,cove\n").words
                == "rows 1, created 1, people_created 1"
        )
        #expect(try desk.take(.headcount, "session,count,scope\ns1,3,unnamed\n").words == "rows 1, created 1")
        #expect(
            try desk.take(.tally, "session,question,option,count\ns1,resonates,autonomy,5\n").words
                == "rows 1, created 1"
        )
        #expect(
            try desk.take(.profile, "organization,as_of,employs,board\ncove,2026-02-01,yes,no\n").words
                == "rows 1, created 1"
        )
    }

    @Test func `the same row again is unchanged, another value is a problem, and with update it is taken`() throws {
        let desk = try ImportDesk()
        try desk.take(.organization, "ref,title,sector\ncove,Cove Clinic,health\n")
        #expect(try desk.take(.organization, "title,ref\nCove Clinic,cove\n").words == "rows 1, unchanged 1")
        let other = "ref,sector\ncove,housing\n"
        #expect(
            try desk.problems(.organization, other) == [
                "file.csv:2: sector: organization \"cove\" already has a different value for sector"
            ]
        )
        #expect(try desk.take(.organization, other) { $0.update = true }.words == "rows 1, updated 1")
        #expect(
            try desk.take(.organization, "ref,sector\ncove, \n") { $0.update = true }.words == "rows 1, unchanged 1"
        )
        #expect(try desk.value("SELECT sector FROM organization WHERE ref = 'cove'") == "housing")
    }

    @Test func `a problem names file, line and column, and all are listed in order`() throws {
        let desk = try ImportDesk()
        try desk.take(.session, "ref,starts\ns1,2026-03-01\n")
        #expect(
            try desk.problems(.headcount, "session,count,scope\ns1,ninety,everyone\nnone,3,everyone\ns1,3,all\n") == [
                "file.csv:2: count is \"ninety\". Use a whole number, such as 90.",
                "file.csv:3: session: unknown session",
                "file.csv:4: scope is \"all\". Use one of: everyone, unnamed, registered.",
            ]
        )
    }

    @Test func `problems are listed up to twenty, and all are counted`() throws {
        let desk = try ImportDesk()
        let text = "ref,starts\n" + (0..<50).map { "s\($0),never\n" }.joined()
        let refused = #expect(throws: ImportRefused.self) { try desk.take(.session, text) }
        #expect(refused?.count == 50)
        #expect(refused?.issues.count == 20)
        #expect(refused?.issues.map(\.line) == (2...21).map { $0 })
    }

    @Test func `a column that is not known is refused with the nearest field and how to map it`() throws {
        let desk = try ImportDesk()
        let text = "ref,start,organisation\ns1,2026-03-01,Cove\n"
        let refused = #expect(throws: ImportRefused.self) { try desk.take(.session, text) }
        #expect(refused?.issues.first?.column == "start")
        #expect(refused?.issues.first?.advice == "Map it: --map starts=\"start\". Or ignore it: --ignore-unknown")
        #expect(try desk.take(.session, text) { $0.mapping.columns = ["starts": "START"] }.counts.created == 1)
    }

    @Test func `options map, set and translate`() throws {
        let desk = try ImportDesk()
        let text = "id;when;art;x\ns1;01.03.2026;vor Ort;y\n"
        try desk.take(.session, text) { request in
            request.mapping.columns = ["ref": "id", "starts": "when", "modality": "art"]
            request.mapping.values = ["modality": ["vor Ort": "in_person"]]
            request.mapping.set = ["audience": "community"]
            request.mapping.dates = .dmy
            request.mapping.ignoreUnknown = true
        }
        #expect(
            try desk.rows("SELECT ref, starts_on, modality, audience FROM session") == [
                "s1|2026-03-01|in_person|community"
            ]
        )
        #expect(
            try desk.problems(.session, "ref,starts\ns2,13/01/2026\n") { $0.mapping.dates = .mdy }.first?.contains(
                "starts is"
            ) == true
        )
    }

    @Test func `a parent or replacement may stand further down, or be in the record, and must be somewhere`() throws {
        let desk = try ImportDesk()
        let text =
            "ref,starts,parent,status,replaced_by\nb1,2026-03-01,event,held,\nold,2026-03-02,,postponed,event\nevent,2026-03-01,,held,\n"
        #expect(try desk.take(.session, text).words == "rows 3, created 3")
        #expect(
            try desk.rows(
                "SELECT s.ref, p.ref, r.ref FROM session AS s LEFT JOIN session AS p ON p.id = s.parent_id LEFT JOIN session AS r ON r.id = s.replaced_by_id ORDER BY s.ref"
            )
                == ["b1|event|", "event||", "old||event"]
        )
        #expect(try desk.take(.session, text + "c,2026-04-01,event,held,\n").words == "rows 4, created 1, unchanged 3")
        #expect(
            try desk.problems(.session, "ref,starts,parent\nd,2026-03-01,nowhere\n") == [
                "file.csv:2: parent: unknown session"
            ]
        )
    }

    @Test func `a session whose parent is rejected is rejected too`() throws {
        let desk = try ImportDesk()
        let text = "ref,starts,parent\na,2026-03-01,b\nb,never,\nc,2026-03-01,\n"
        let summary = try desk.take(.session, text) { $0.rejects = desk.folder + "/rejects.csv" }
        #expect(summary.words == "rows 3, created 1, rejected 2")
        #expect(try desk.rows("SELECT ref FROM session") == ["c"])
        #expect(
            try desk.text("rejects.csv") == """
                ref,starts,parent,problem
                a,2026-03-01,b,parent: unknown session
                b,never,,"starts is ""never"". Write dates as 2026-11-10, or with a time, 2026-11-10T14:00."

                """
        )
    }

    @Test func `what a rejected row would have made is not made`() throws {
        let desk = try ImportDesk()
        let text = "ref,organization,starts\na,Cove,never\nb,Cove,2026-03-01\n"
        let summary = try desk.take(.session, text) { $0.rejects = desk.folder + "/rejects.csv" }
        #expect(summary.words == "rows 2, created 1, rejected 1, organizations_created 1")
        #expect(try desk.value("SELECT count(*) FROM organization WHERE title = 'Cove'") == 1)
        let none = try desk.take(.session, "ref,organization,starts\nz,Dune,never\n") {
            $0.rejects = desk.folder + "/more.csv"
        }
        #expect(none.words == "rows 1, rejected 1")
        #expect(try desk.value("SELECT count(*) FROM organization WHERE title = 'Dune'") == 0)
        #expect(try desk.store.brokenEntries() == [])
    }

    @Test func `a strict import refuses what is not known`() throws {
        let desk = try ImportDesk()
        #expect(
            try desk.problems(.session, "ref,organization,starts\na,Cove,2026-03-01\n") { $0.strict = true }
                == ["file.csv:2: organization: unknown organization"]
        )
    }

    @Test func `a dry run says what would be, and stores nothing`() throws {
        let desk = try ImportDesk()
        let before = try desk.contents()
        let summary = try desk.take(.session, "ref,organization,starts\na,Cove,2026-03-01\n") { $0.dryRun = true }
        #expect(summary.words == "rows 1, created 1, organizations_created 1")
        #expect(summary.importNumber == nil)
        #expect(try desk.contents() == before)
        #expect(try desk.store.imports().isEmpty)
    }

    @Test func `several files are one transaction`() throws {
        let desk = try ImportDesk()
        let good = try desk.file("good.csv", Array("ref,starts\na,2026-03-01\n".utf8))
        let bad = try desk.file("bad.csv", Array("ref,starts\nb,never\n".utf8))
        #expect(throws: ImportRefused.self) {
            try Import(ImportRequest(kind: .session, files: [good, bad]), into: desk.store).run()
        }
        #expect(try desk.value("SELECT count(*) FROM session") == 0)
        let fine = try desk.file("fine.csv", Array("ref,starts,parent\nb,2026-03-01,a\n".utf8))
        let summaries = try Import(ImportRequest(kind: .session, files: [good, fine]), into: desk.store).run()
        #expect(summaries.map(\.words) == ["rows 1, created 1", "rows 1, created 1"])
        #expect(summaries.compactMap(\.importNumber).count == 2)
        #expect(try desk.store.undo().removed == 2)
        #expect(try desk.value("SELECT count(*) FROM session") == 0)
    }

    @Test func `a file is remembered until its import is undone`() throws {
        let desk = try ImportDesk()
        let text = "ref,starts\na,2026-03-01\n"
        let first = try desk.take(.session, text)
        let again = try desk.take(.session, text, name: "copy.csv")
        #expect(again.words == "rows 1, unchanged 1")
        #expect(again.notes.importedBefore == first.importNumber)
        let number = try #require(first.importNumber)
        _ = try desk.store.undoImport(desk.store.importID(ofNumber: number))
        #expect(try desk.take(.session, text).words == "rows 1, created 1")
    }

    @Test func `rows that change nothing leave no import behind`() throws {
        let desk = try ImportDesk()
        try desk.take(.session, "ref,starts\na,2026-03-01\n")
        let summary = try desk.take(.session, "starts,ref\n2026-03-01,a\n")
        #expect(summary.importNumber == nil)
        #expect(try desk.store.imports().count == 1)
    }

    @Test(arguments: [
        ("ref,starts\na,2026-03-01,more\n", "file.csv:2: the row has 3 cells, but the header has 2"),
        ("ref,starts\na\n", "file.csv:2: the row has 1 cells, but the header has 2"),
        (
            "ref,starts\na,\"2026\n",
            "file.csv:2: column 3: a quotation mark is never closed. Look for a missing \" near here."
        ),
        ("ref,ref,starts\na,b,2026-03-01\n", "file.csv:1: ref: the file has two columns with this name"),
        ("", "file.csv: the file is empty"),
        (
            "starts\n\n2026-03-01\nnever\n",
            "file.csv:4: starts is \"never\". Write dates as 2026-11-10, or with a time, 2026-11-10T14:00."
        ),
    ])
    func `a file that is not sound is refused`(_ text: String, _ problem: String) throws {
        #expect(try ImportDesk().problems(.session, text) == [problem])
    }

    @Test func `lines and cells that are blank at the end are no rows`() throws {
        let desk = try ImportDesk()
        #expect(try desk.take(.session, "ref,starts\na,2026-03-01,,\n,\n , \n\n").words == "rows 1, created 1")
    }

    @Test func `encodings, separators and line ends make no difference, and are said`() throws {
        let desk = try ImportDesk()
        let text = "ref;title\r\nzoe;Zoë Łódź\r\n"
        let marked = encoded(text, as: .utf16LittleEndian)
        #expect(
            try desk.take(.organization, bytes: marked).notes.recognized
                == "groundwork; UTF-16 little-endian, semicolon, CRLF"
        )
        #expect(try desk.take(.organization, text).words == "rows 1, unchanged 1")
        let windows = Array("ref\ttitle\nprevot\tPr".utf8) + [0xE9] + Array("vot\n".utf8)
        #expect(try desk.take(.organization, bytes: windows).notes.recognized == "groundwork; Windows-1252, tab, LF")
        #expect(try desk.value("SELECT title FROM organization WHERE ref = 'prevot'") == "Prévot")
    }

    @Test func `the guard against formulas comes off where the export for spreadsheets put it, and only there`() throws
    {
        let desk = try ImportDesk()
        let text = "ref,title,sector\na,'=1+1,'-x\nb,''=2,'plain\n"
        try desk.take(.organization, bytes: encoded(text, as: .markedUTF8))
        #expect(
            try desk.rows("SELECT ref, title, sector FROM organization WHERE ref IN ('a', 'b') ORDER BY ref") == [
                "a|=1+1|-x", "b|'=2|'plain",
            ]
        )
        try desk.take(.organization, "ref,title\nc,'=1+1\n")
        #expect(try desk.value("SELECT title FROM organization WHERE ref = 'c'") == "'=1+1")
    }

    @Test func `rejects that would overwrite the database or the file itself are refused`() throws {
        let desk = try ImportDesk()
        for name in ["groundwork.db", "file.csv"] {
            #expect(throws: Intake.OutputProblem.self) {
                try desk.take(.session, "ref,starts\na,never\n") { $0.rejects = desk.folder + "/" + name }
            }
        }
    }

    @Test func `whatever the progress throws ends the import, and nothing is stored`() throws {
        struct Stop: Error {}
        let desk = try ImportDesk()
        let path = try desk.file("file.csv", Array("ref,starts\na,2026-03-01\n".utf8))
        #expect(throws: Stop.self) {
            try Import(ImportRequest(kind: .session, files: [path]), into: desk.store) { _ in throw Stop() }.run()
        }
        #expect(try desk.value("SELECT count(*) FROM session") == 0)
    }

    @Test func `a request to stop ends the import, and nothing is stored`() throws {
        let desk = try ImportDesk()
        let path = try desk.file("file.csv", Array("ref,starts\na,2026-03-01\n".utf8))
        let interrupt = desk.store.reader.interrupt
        #expect(throws: DatabaseError.self) {
            try Import(ImportRequest(kind: .session, files: [path]), into: desk.store) { _ in interrupt.interrupt() }
                .run()
        }
        interrupt.clear()
        #expect(try desk.value("SELECT count(*) FROM session") == 0)
    }
}
