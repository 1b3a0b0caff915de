import Records
import SQLite
import Testing

@testable import Intake

@Suite struct `Rows with an e-mail beside rows with a name only` {
    private func desk() throws -> ImportDesk {
        let desk = try ImportDesk()
        let sessions =
            "ref,organization,starts,status,audience\nx1,a,2026-03-01,held,staff\nx2,a,2026-03-02,held,staff\n"
        try desk.take(.session, sessions + "y1,b,2026-03-03,held,staff\n", name: "sessions.csv")
        return desk
    }

    private func text(_ rows: [String]) -> String {
        "session,name,email,minutes\n" + rows.joined(separator: "\n") + "\n"
    }

    @Test(arguments: [
        ["x1,Cy,cy@x.example,", "x2,Cy,,"], ["x2,Cy,,", "x1,Cy,cy@x.example,"], ["x1,Cy,,", "x2,Cy,cy@x.example,"],
        ["x2,Cy,,", "y1,,,", "x1,Cy,cy@x.example,", "x2,Dee,,"],
    ])
    func `are the same person where name and organization are the same, in any order`(_ rows: [String]) throws {
        let desk = try desk()
        try desk.take(.attendance, text(rows))
        #expect(try desk.value("SELECT count(*) FROM person WHERE name = 'Cy'") == 1)
        #expect(
            try desk.value(
                "SELECT count(*) FROM attendance WHERE person_id IN (SELECT id FROM person WHERE name = 'Cy')"
            ) == 2
        )
    }

    @Test func `are one attendance at one session, and a second name is a second head`() throws {
        let desk = try desk()
        let one = try desk.take(.attendance, text(["x1,Cy,,30", "x1,Cy,cy@x.example,60"]))
        #expect(one.words == "rows 2, created 1, merged 1, people_created 1")
        let two = try desk.take(.attendance, text(["x2,Dee,,30", "x2,Dee,dee@x.example,60", "x2,Dee,,20"]))
        #expect(two.words == "rows 3, created 2, merged 1, people_created 2")
    }

    @Test func `are two people in two organizations`() throws {
        let desk = try desk()
        #expect(try desk.take(.attendance, text(["x1,Cy,cy@x.example,", "y1,Cy,,"])).counts.peopleCreated == 2)
    }

    @Test func `are a problem where the name fits two, never a guess`() throws {
        let desk = try desk()
        let problems = try desk.problems(
            .attendance,
            text(["x1,Cy,,", "x1,Cy,cy@x.example,", "x2,Cy,other@x.example,"])
        )
        #expect(
            problems == [
                "file.csv:2: name: several people have this name. Give a ref or an e-mail, or merge them."
            ]
        )
    }

    @Test func `are as many heads where names are not kept`() throws {
        let desk = try desk()
        let rows = ["x1,Cy,,30", "x1,Cy,cy@x.example,60", "x1,Cy,,20"]
        let summary = try desk.take(.attendance, text(rows)) { $0.keep = .count }
        #expect(summary.words == "rows 3, created 2, merged 1")
    }

    @Test(arguments: [true, false])
    func `are one in a vendor's report, with or without names`(_ keepsNames: Bool) throws {
        let desk = try desk()
        let report = """
            Name (Original Name),User Email,Duration (Minutes),Guest
            Cy,,30,Yes
            Cy,cy@x.example,60,Yes
            Cy,,20,Yes

            """
        let summary = try desk.take(.attendance, report) {
            $0.session = "x1"
            $0.keep = keepsNames ? .names : .count
        }
        #expect(summary.words == "rows 3, created 1, merged 2" + (keepsNames ? ", people_created 1" : ""))
    }

    @Test func `lose pronouns in brackets, and nothing else`() throws {
        let desk = try desk()
        try desk.take(.attendance, text(["x1,Cy (they/them),cy@x.example,", "x2,Cy,,", "x1,Bo (Ann) Reed,,"]))
        try desk.take(.person, "ref,name\nkit,Kit [she/her] Moss\n")
        #expect(try desk.rows("SELECT name FROM person ORDER BY name") == ["Bo (Ann) Reed", "Cy", "Kit Moss"])
    }
}

@Suite struct `Somebody who asked to be forgotten` {
    @Test func `is counted without a name, and is not made again`() throws {
        let desk = try ImportDesk()
        try desk.take(.session, "ref,organization,starts\ns1,Cove,2026-03-01\n", name: "sessions.csv")
        try desk.take(.person, "ref,name,email,organization\nwren,Wren,wren@x.example,Cove\n")
        _ = try desk.store.forget(ForgetRequest(people: [desk.store.find(.person, "wren")]))
        let rows =
            "session,person,name,email\ns1,,Wren,WREN@x.example\ns1,new,Wren,wren@x.example\ns1,,Bo,bo@x.example\n"
        let summary = try desk.take(.attendance, rows)
        #expect(summary.notes.forgotten == 2)
        #expect(summary.counts.peopleCreated == 1)
        #expect(try desk.rows("SELECT email FROM person WHERE email IS NOT NULL") == ["bo@x.example"])
        #expect(
            try desk.problems(.person, "ref,name,email\nagain,Wren,Wren@x.example\n") == [
                "file.csv:2: email: this row is about someone who asked to be forgotten"
            ]
        )
    }
}
