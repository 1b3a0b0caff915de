import Testing
import Web

/// Who comes in, and who does not.
struct EntranceTests {
    @Test func `a link leads in once, however often it was looked at`() throws {
        let hall = try Hall()
        let secret = try hall.secret()
        for _ in 0..<3 {
            let page = try hall.get("/open/\(secret)")
            #expect(page.status == 200)
            #expect(page.header("Set-Cookie") == nil)
        }
        let entered = try hall.post("/open", ["secret": secret])
        #expect(entered.status == 303)
        let cookie = try #require(entered.header("Set-Cookie"))
        #expect(cookie.contains("; HttpOnly; SameSite=Lax"))
        #expect(try hall.post("/open", ["secret": secret]).status == 403)
        #expect(try hall.get("/open/\(secret)").status == 403)
        #expect(try hall.get("/", cookie: String(cookie.prefix { $0 != ";" })).status == 200)
    }

    @Test func `a link leads in for sixty seconds, and only the latest one does`() throws {
        let hall = try Hall()
        let first = try hall.secret()
        let second = try hall.secret()
        #expect(try hall.post("/open", ["secret": first]).status == 403)
        hall.wait(61)
        #expect(try hall.get("/open/\(second)").status == 403)
        #expect(try hall.post("/open", ["secret": second]).status == 403)
        #expect(try hall.post("/open", ["secret": ""]).status == 403)
    }

    @Test func `nothing is shown or changed without a login`() throws {
        let hall = try Hall()
        let cookie = try hall.logIn()
        let name = String(cookie.prefix { $0 != "=" })
        for wrong in [
            nil, "\(name)=", "\(name)=\(String(repeating: "a", count: 64))",
            "other=\(cookie.dropFirst(name.count + 1))", "\(cookie); \(cookie)",
        ] {
            for path in ["/", "/log", "/trainings", "/trainings/x", "/done/1", "/undone/1"] {
                let page = try hall.get(path, cookie: wrong)
                #expect(page.status == 401, "\(path)")
                #expect(!page.body.contains("Harbor"), "\(path)")
            }
            let change = try hall.post(
                "/log",
                ["course": "Foundations", "organization": "Riverbend Clinic", "date": "2026-11-10"],
                cookie: wrong
            )
            #expect(change.status == 401)
        }
        #expect(try hall.get("/trainings", cookie: cookie).body.contains("No trainings"))
    }

    @Test func `logging out ends the login, and hours without use do`() throws {
        let hall = try Hall()
        let cookie = try hall.logIn()
        #expect(try hall.post("/leave", [:], cookie: cookie).header("Set-Cookie")?.contains("Max-Age=0") == true)
        #expect(try hall.get("/", cookie: cookie).status == 401)
        let other = try hall.logIn()
        hall.wait(11 * 3_600)
        #expect(try hall.get("/", cookie: other).status == 200)
        hall.wait(11 * 3_600)
        #expect(try hall.get("/", cookie: other).status == 200)
        hall.wait(13 * 3_600)
        #expect(try hall.get("/", cookie: other).status == 401)
    }
}
