import Calendar
import Glibc
import Records
import Service
import Testing
import Web

/// What the pages store, and what they say.
struct PageTests {
    private func log(_ hall: Hall, _ cookie: String, form: String, count: String = "12") throws -> Answer {
        try hall.post(
            "/log",
            [
                "form": form, "course": "Foundations", "organization": "Riverbend Clinic", "date": "2026-11-10",
                "count": count,
            ],
            cookie: cookie
        )
    }

    @Test func `a training is logged, said in words, and undone`() throws {
        let hall = try Hall()
        let cookie = try hall.logIn()
        let saved = try log(hall, cookie, form: "one")
        #expect(saved.status == 303)
        let done = try hall.get(try #require(saved.header("Location")), cookie: cookie)
        #expect(
            done.body.contains("Logged: Foundations of Harm Reduction for Riverbend Clinic, Nov 10, 2026, 12 people.")
        )
        #expect(done.body.contains("New organization: Riverbend Clinic."))
        let today = try hall.get("/", cookie: cookie)
        #expect(
            today.body.contains("Logged: Foundations of Harm Reduction for Riverbend Clinic, Nov 10, 2026, 12 people.")
        )
        let entry = try #require(today.hidden("entry"))
        for _ in 0..<2 {
            let undone = try hall.post("/undo", ["entry": entry], cookie: cookie)
            #expect(undone.status == 303)
            let page = try hall.get(try #require(undone.header("Location")), cookie: cookie)
            #expect(
                page.body.contains(
                    "Undone: log of Foundations of Harm Reduction for Riverbend Clinic, Nov 10, 2026 (12 people)."
                )
            )
        }
        #expect(try hall.get("/trainings", cookie: cookie).body.contains("No trainings"))
    }

    @Test func `a form that is sent twice is stored once, and answered the same`() throws {
        let hall = try Hall()
        let cookie = try hall.logIn()
        let first = try log(hall, cookie, form: "the-same")
        let second = try log(hall, cookie, form: "the-same")
        #expect(first.header("Location") == second.header("Location"))
        #expect(try hall.get("/trainings", cookie: cookie).body.contains("1 training<"))
        #expect(try log(hall, cookie, form: "another").header("Location") != first.header("Location"))
        let twin = try hall.get("/done/2", cookie: cookie)
        #expect(twin.body.contains("You had the same training on that day already"))
    }

    @Test func `a title that is nearly a known one is asked about, with what was typed`() throws {
        let hall = try Hall()
        let cookie = try hall.logIn()
        _ = try log(hall, cookie, form: "one")
        let fields: KeyValuePairs = [
            "form": "two", "course": "Foundations", "organization": "riverbend  clinic", "date": "2026-11-11",
            "count": "7",
        ]
        let asked = try hall.post("/log", fields, cookie: cookie)
        #expect(asked.status == 422)
        #expect(asked.body.contains("You already have Riverbend Clinic."))
        #expect(asked.body.contains("value=\"riverbend  clinic\""))
        #expect(asked.body.contains("value=\"7\""))
        let sure = try hall.post(
            "/log",
            [
                "form": "two", "course": "Foundations", "organization": "riverbend  clinic", "date": "2026-11-11",
                "count": "7", "new": "yes",
            ],
            cookie: cookie
        )
        #expect(sure.status == 303)
    }

    @Test(arguments: [
        ("course", "", "course"), ("organization", "", "organization"), ("date", "2026-12-24", "date"),
        ("date", "soon", "date"), ("count", "ninety", "count"), ("count", "-1", "count"), ("minutes", "0", "minutes"),
        ("at", "25:00", "at"), ("names", "a@b.example", "names"), ("audience", "everyone", "audience"),
    ])
    func `what can't be stored is shown again with what was typed, and its field is marked`(
        name: String,
        value: String,
        marked: String
    ) throws {
        let hall = try Hall()
        let cookie = try hall.logIn()
        var fields = [
            Form.Field("form", "one"), Form.Field("course", "Foundations <b>"), Form.Field("organization", "Riverbend"),
            Form.Field("date", "2026-11-10"), Form.Field("count", "3"),
        ].filter { $0.name != name }
        fields.append(Form.Field(name, value))
        let body = Form(fields).encoded
        let answer = try hall.send(
            """
            POST /log HTTP/1.1\r\nHost: \(hall.host)\r\nCookie: \(cookie)\r\nSec-Fetch-Site: same-origin\r\n\
            Content-Type: application/x-www-form-urlencoded\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)
            """
        )
        #expect(answer.status == 422)
        #expect(answer.body.contains("id=\"\(marked)-problem\""))
        if name != "course" { #expect(answer.body.contains("value=\"Foundations &lt;b&gt;\"")) }
        #expect(try hall.get("/trainings", cookie: cookie).body.contains("No trainings"))
    }

    @Test func `a change to what somebody changed meanwhile is refused, with what was typed and what is there now`()
        throws
    {
        let hall = try Hall()
        let cookie = try hall.logIn()
        _ = try log(hall, cookie, form: "one")
        let address = "/trainings/2026-11-10-riverbend-clinic-foundations"
        let page = try hall.get(address, cookie: cookie)
        let seen = try #require(page.hidden("seen"))
        let set = { (count: String, form: String, seen: String) in
            try hall.post("\(address)/count", ["form": form, "seen": seen, "count": count], cookie: cookie)
        }
        let first = try set("14", "a", seen)
        #expect(
            try hall.get(try #require(first.header("Location")), cookie: cookie).body.contains(
                "Counted: Foundations of Harm Reduction for Riverbend Clinic, Nov 10, 2026, 14 people."
            )
        )
        let stale = try set("15", "b", seen)
        #expect(stale.status == 409)
        #expect(stale.body.contains("You typed 15. It is now held, 14 people."))
        #expect(stale.body.contains("value=\"15\""))
        #expect(try set("15", "b", try #require(stale.hidden("seen"))).status == 303)
        #expect(try hall.get(address, cookie: cookie).body.contains("<p>15 people.</p>"))
        // The click that came first still gets its answer.
        #expect(try set("14", "a", seen).header("Location") == first.header("Location"))
    }

    @Test func `a planned training is held, canceled and postponed`() throws {
        let hall = try Hall()
        let cookie = try hall.logIn()
        var plan = AddRecord(.session)
        plan.makesNamed = true
        for (day, ref) in [("2026-11-20", "past"), ("2026-11-19", "off"), ("2026-12-20", "next")] {
            plan.fields = [
                "course": "foundations", "organization": "riverbend", "starts": day, "ref": ref, "status": "scheduled",
            ]
            _ = try hall.lender.perform(plan, hall.context)
        }
        #expect(
            try hall.get("/", cookie: cookie).body.contains(
                "How many came to Foundations of Harm Reduction for riverbend, Nov 20, 2026?"
            )
        )
        #expect(try hall.post("/trainings/past/hold", ["count": "9"], cookie: cookie).status == 303)
        #expect(try hall.post("/trainings/off/cancel", [:], cookie: cookie).status == 303)
        #expect(try hall.post("/trainings/next/postpone", ["to": "2027-01-12"], cookie: cookie).status == 303)
        #expect(try hall.post("/trainings/past/cancel", [:], cookie: cookie).status == 409)
        let next = try hall.get("/trainings/next", cookie: cookie).body
        #expect(next.contains("postponed") && next.contains("Jan 12, 2027"))
        #expect(try hall.get("/trainings?status=cancelled", cookie: cookie).body.contains("1 training<"))
        #expect(
            try hall.get("/trainings?from=2026-12-01&course=foundations", cookie: cookie).body.contains("2 trainings<")
        )
    }

    @Test func `a file that was replaced ends the pages, and one file has one server`() throws {
        let hall = try Hall()
        let cookie = try hall.logIn()
        #expect(throws: ServedAlready.self) { try ServedRecord(hall.lender, hall.context) }
        #expect(try hall.get("/", cookie: cookie).status == 200)
        let copy = "\(hall.path).copy"
        #expect(link(hall.path, copy) == 0 && unlink(hall.path) == 0)
        #expect(!hall.staff.isReplaced)
        let page = try hall.get("/", cookie: cookie)
        #expect(page.status == 503)
        #expect(page.body.contains("Your record is being updated"))
        #expect(hall.staff.isReplaced)
    }
}

/// Files that are handed over.
struct UploadTests {
    private static let report = """
        Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants
        890 1234 5678,Foundations,11/10/2026 09:58:00 AM,11/10/2026 12:03:00 PM,host@harbor.example,125,3

        Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest
        Mallow Sieve,mallow@cci.example,11/10/2026 10:00:00 AM,11/10/2026 12:00:00 PM,120,Yes
        Rowan Kettle,,11/10/2026 10:05:00 AM,11/10/2026 11:00:00 AM,55,Yes

        """

    private func send(
        _ hall: Hall,
        _ cookie: String?,
        _ content: String,
        boundary: String = "----b",
        body: String? = nil
    ) throws -> Answer {
        let body =
            body
                ?? """
                ------b\r\nContent-Disposition: form-data; name="keep"\r\n\r\n\r\n------b\r\n\
                Content-Disposition: form-data; name="file"; filename="Rosa's training.csv"\r\nContent-Type: text/csv\r\n\
                \r\n\(content)\r\n------b--\r\n
                """
        let login = cookie.map { "Cookie: \($0)\r\n" } ?? ""
        return try hall.send(
            """
            POST /trainings/2026-11-10-riverbend-clinic-foundations/report HTTP/1.1\r\nHost: \(hall.host)\r\n\(login)\
            Sec-Fetch-Site: same-origin\r\nContent-Type: multipart/form-data; boundary=\(boundary)\r\n\
            Content-Length: \(body.utf8.count)\r\n\r\n\(body)
            """
        )
    }

    private func logged() throws -> (Hall, String) {
        let hall = try Hall()
        let cookie = try hall.logIn()
        _ = try hall.post(
            "/log",
            ["form": "one", "course": "Foundations", "organization": "Riverbend Clinic", "date": "2026-11-10"],
            cookie: cookie
        )
        return (hall, cookie)
    }

    @Test func `a report is added once, said, and undone`() throws {
        let (hall, cookie) = try logged()
        let added = try send(hall, cookie, Self.report)
        #expect(added.status == 303, "\(added.body)")
        let page = try hall.get(try #require(added.header("Location")), cookie: cookie)
        #expect(
            page.body.contains(
                "Report added to Foundations of Harm Reduction for Riverbend Clinic, Nov 10, 2026. It now has 2 people."
            )
        )
        #expect(page.body.contains("Mallow Sieve"))
        #expect(try send(hall, cookie, Self.report).body.contains("You already imported this file (import "))
        let imports = try hall.lender.perform(ListImports(), hall.context)
        #expect(imports.map(\.file) == ["report"])
        let entry = try #require(page.hidden("entry"))
        #expect(try hall.post("/undo", ["entry": entry], cookie: cookie).status == 303)
        #expect(try hall.get("/trainings", cookie: cookie).body.contains("not counted yet"))
    }

    @Test func `a file that can't be added is refused with the place, and repeats no name`() throws {
        let (hall, cookie) = try logged()
        let wrong = Self.report.replacing(",120,Yes", with: ",ninety,Yes")
        let refused = try send(hall, cookie, wrong)
        #expect(refused.status == 422)
        #expect(refused.body.contains("This file can&#39;t be added. Nothing was saved."))
        #expect(!refused.body.contains("Mallow"))
        #expect(try send(hall, cookie, "").status == 422)
        #expect(try hall.lender.perform(ListImports(), hall.context).isEmpty)
    }

    @Test func `a form that brings files by other rules is refused, and a stranger's is not read`() throws {
        let (hall, cookie) = try logged()
        let part = "Content-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\nx\r\n"
        let bodies = [
            "", "------b", "------b\r\n", "------b--", "x\r\n------b\r\n\(part)------b--\r\n", "------b\r\n\(part)",
            "------b\r\n\(part)------c--\r\n", "------b\r\nContent-Disposition: form-data\r\n\r\nx\r\n------b--\r\n",
            "------b\r\nContent-Transfer-Encoding: base64\r\n\(part)------b--\r\n",
            "------b\r\n\(String(repeating: "A: b\r\n", count: 500))\(part)------b--\r\n",
            String(repeating: "------b\r\n\(part)", count: 30) + "------b--\r\n",
        ]
        for body in bodies {
            let answer = try send(hall, cookie, "", body: body)
            #expect([400, 422].contains(answer.status), "\(body.prefix(60)): \(answer.status)")
        }
        #expect(try send(hall, cookie, Self.report, boundary: "").status == 400)
        #expect(try send(hall, nil, Self.report).status == 401)
        #expect(try hall.lender.perform(ListImports(), hall.context).isEmpty)
    }
}
