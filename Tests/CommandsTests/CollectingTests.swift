import Inbox
import Records
import Support
import Testing

/// Evaluations by a code, as the command line tells of them.
@Suite struct CollectingTests {
    @Test func `closing says how many were stored, of how many people, and what was left out`() throws {
        let desk = try Desk(today: "2026-11-21")
        _ = desk.run("log foundations cci 2026-11-10 22")
        let code = desk.run("collect open last --form foundations-after").output.trimmed
        let folder = PublicFolder(besideRecord: "\(desk.path)/groundwork.db")
        let sent = [["clear": "4"], ["clear": "5"], [:], ["clear": "none of them"]]
        for (page, answers) in sent.enumerated() {
            let response = Response(page: "\(page)", answers: answers)
            let receipt = try folder.send(response, to: #require(EntryCode(code)), at: 0, day: "2026-11-10")
            #expect(receipt == .stored)
        }
        #expect(!desk.run("collect list").output.contains("4"), "a rising count is shown")
        let closed = desk.run("collect close \(code.lowercased())")
        #expect(
            closed.lines.first
                == "Closed: foundations-after for Foundations of Harm Reduction, Nov 10, 2026. 2 responses stored; "
                + "22 people attended. 2 blank ones left out."
        )
        #expect(desk.run("undo").code == 65)
    }

    @Test func `a code that came in after matching was closed is left out, and that is said`() throws {
        let desk = try Desk(today: "2026-11-21")
        _ = desk.run("log foundations cci 2026-11-10 22")
        try write("type,name,label\ninteger,hours,Hours\nelement,month,Month of birth\n", to: "\(desk.path)/form.csv")
        _ = desk.run("form add coded --survey form.csv")
        for number in 1...2 {
            let code = desk.run("collect open last --form coded").output.trimmed
            let response = Response(page: "page", answers: ["hours": "4", "month": "\(number)"])
            let folder = PublicFolder(besideRecord: "\(desk.path)/groundwork.db")
            _ = try folder.send(response, to: #require(EntryCode(code)), at: 0, day: "2026-11-10")
            let answer = desk.run("collect close \(code)").lines.first ?? ""
            #expect(
                answer.contains("Their codes were left out, because matching is closed there.") == (number == 2),
                "\(answer)"
            )
            _ = desk.run("evaluation close-matching 2026-11-10-cci --yes")
        }
    }
}
