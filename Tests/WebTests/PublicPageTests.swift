import Calendar
import Inbox
import Records
import Service
import Testing
import Web

/// The pages for people without an account.
struct PublicPageTests {
    private let hall: Hall
    private let pages: PublicPages
    private let code: String

    init() throws {
        hall = try Hall()
        var training = LogTraining()
        (training.course, training.organizations, training.date) = ("foundations", ["Riverbend Clinic"], "2026-11-10")
        training.count = 12
        _ = try hall.lender.perform(training, hall.context)
        var open = OpenCollection()
        (open.session, open.form) = ("last", "foundations-after")
        code = try hall.lender.perform(open, hall.context).code
        pages = try PublicPages(
            PublicDesk.Settings(
                folder: PublicFolder(besideRecord: hall.path),
                clock: hall.context.clock,
                randomness: hall.context.randomness,
                isEncrypted: false,
                log: { _ in Issue.record("a public page left a line in the log") }
            )
        )
        try pages.start(port: 0, at: ["127.0.0.1"])
    }

    private var host: String { "127.0.0.1:\(pages.port)" }

    private func get(_ path: String, headers: [String] = []) throws -> Answer {
        let lines = ["GET \(path) HTTP/1.1", "Host: \(host)"] + headers + ["", ""]
        return try hall.send(Array(lines.joined(separator: "\r\n").utf8), to: pages.port)
    }

    private func send(
        _ fields: [(String, String)],
        headers: [String] = ["Sec-Fetch-Site: same-origin"]
    ) throws -> Answer {
        let body = Form(fields.map { Form.Field($0.0, $0.1) }).encoded
        let lines =
            ["POST /e/\(code) HTTP/1.1", "Host: \(host)", "Content-Type: application/x-www-form-urlencoded"] + headers
            + ["Content-Length: \(body.utf8.count)", "", body]
        return try hall.send(Array(lines.joined(separator: "\r\n").utf8), to: pages.port)
    }

    private func closed() throws -> ClosedCollection {
        var close = CloseCollection()
        close.session = code
        return try hall.lender.perform(close, hall.context)
    }

    @Test func `answers that are sent from a phone are in the record once the survey is closed`() throws {
        let page = try get("/e/\(code)")
        #expect(page.status == 200)
        #expect(page.body.contains("<legend>The trainers explained things clearly.</legend>"))
        let id = try #require(page.hidden("page"))
        let answers = [
            ("page", id), ("q.clear", "4"), ("q.risk", "drug"), ("q.risk", "alone"), ("q.recommend", "9"),
            ("q.anything", "Two\r\nlines"),
        ]
        for _ in 0..<2 {
            let sent = try send(answers)
            #expect(sent.status == 303)
            #expect(try get(sent.header("Location") ?? "").body.contains("Thank you. Your answers are in."))
        }
        #expect(try closed().stored == 1)
        #expect(try send([("page", "another"), ("q.clear", "4")]).status == 404)
        #expect(try get("/e/\(code)").body.contains("This survey is closed"))
    }

    @Test func `what can't be taken comes back with what was typed, and nothing is sent`() throws {
        let wrong = try send([("page", "p"), ("q.recommend", "11"), ("q.anything", "<b>kept</b>")])
        #expect(wrong.status == 422)
        #expect(wrong.body.contains("Use a number from 0 to 10."))
        #expect(wrong.body.contains("&lt;b&gt;kept&lt;/b&gt;"))
        #expect(wrong.hidden("page") == "p")
        #expect(try send([("page", "p")]).body.contains("Answer at least one question, then send."))
        #expect(try closed().stored == 0)
    }

    @Test func `another site's form is refused, and so is one without the page's id`() throws {
        for headers in [["Sec-Fetch-Site: cross-site"], ["Origin: null"], ["Origin: http://evil.example"], []] {
            #expect(try send([("page", "p"), ("q.clear", "4")], headers: headers).status == 403)
        }
        #expect(try send([("q.clear", "4")]).status == 422)
        #expect(try send([("page", "p"), ("q.clear", "4")], headers: ["Origin: http://\(host)"]).status == 303)
        #expect(try closed().stored == 1)
    }

    @Test func `a page speaks the language that a browser asks for, and the one that was chosen on it`() throws {
        #expect(try get("/e/\(code)", headers: ["Accept-Language: es-MX,en;q=0.5"]).body.contains("Sus respuestas"))
        #expect(try get("/e/\(code)", headers: ["Accept-Language: tlh"]).body.contains("Your answers are anonymous"))
        let chosen = try get("/e/\(code)?lang=es", headers: ["Accept-Language: en"])
        #expect(chosen.body.contains("<html lang=\"es\">"))
    }

    @Test func `a device that has answered is told so, and can answer for another person`() throws {
        let sent = try send([("page", "p"), ("q.clear", "4")])
        let cookie = try #require(sent.header("Set-Cookie")?.split(separator: ";").first)
        let again = try get("/e/\(code)", headers: ["Cookie: \(cookie)"])
        #expect(again.body.contains("This device has already sent answers to this survey."))
        #expect(try get("/e/\(code)?again=1", headers: ["Cookie: \(cookie)"]).hidden("page") != nil)
    }

    @Test func `a code is typed as people read it, and one that is none is told from nothing else`() throws {
        let typed = "\(code.prefix(3).lowercased())+\(code.dropFirst(3).lowercased())"
        #expect(try get("/?code=\(typed)").header("Location") == "/e/\(code)?lang=en")
        let unknown = try get("/?code=BCDFGHJ")
        #expect(unknown.status == 404 && unknown.body.contains("a code we know"))
        let (never, none) = (try get("/e/BCDFGHJ"), try get("/e/nothing"))
        #expect(never.body == none.body)
    }

    @Test func `no page of the staff's answers here`() throws {
        for path in ["/log", "/trainings", "/open/\(try hall.secret())", "/do/feedback.answer"] {
            #expect(try get(path).status == 404)
        }
    }

    @Test func `staff start collecting, show the code and close it`() throws {
        let cookie = try hall.logIn()
        let address = "/trainings/2026-11-10-riverbend-clinic-foundations"
        _ = try send([("page", "p"), ("q.clear", "4")])
        let page = try hall.get(address, cookie: cookie)
        #expect(page.body.contains("Nobody sees the answers until you close it."))
        #expect(!page.body.contains("1 response"))
        #expect(try hall.get("\(address)/code/\(code)", cookie: cookie).body.contains("Phones can't reach this yet."))
        try PublicFolder(besideRecord: hall.path).announce(["http://127.0.0.1:1/", "http://192.0.2.7:8480/"])
        let shown = try hall.get("\(address)/code/\(code)", cookie: cookie)
        #expect(shown.body.contains("http://192.0.2.7:8480/</strong>") && shown.body.contains("<svg"))
        let ask = try hall.get("\(address)/close/\(code)", cookie: cookie)
        let form = try #require(ask.hidden("form"))
        for _ in 0..<2 {
            #expect(try hall.post("\(address)/close/\(code)", ["form": form], cookie: cookie).status == 303)
        }
        #expect(try hall.get(address, cookie: cookie).body.contains("1 response; 12 people attended"))
        let begun = try hall.post("\(address)/collect", ["form": "f", "wave": "before"], cookie: cookie)
        #expect(begun.header("Location")?.hasPrefix("\(address)/code/") == true)
        #expect(try hall.post("\(address)/collect", ["form": "f", "wave": "before"], cookie: cookie).status == 303)
    }
}
