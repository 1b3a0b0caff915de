import Glibc
import Inbox
import Records
import Support
import Testing

@testable import Commands

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

    @Test func `what can't be undone, closed or opened is refused with what to do`() throws {
        let desk = try Desk(today: "2026-11-21")
        _ = desk.run("log foundations cci 2026-11-10 22")
        let code = desk.run("collect open last --form foundations-after").output.trimmed
        let folder = PublicFolder(besideRecord: "\(desk.path)/groundwork.db")
        let response = Response(page: "page", answers: ["clear": "4"])
        _ = try folder.send(response, to: #require(EntryCode(code)), at: 0, day: "2026-11-10")
        #expect(
            desk.run("undo").errors == """
                groundwork: people have already answered under code \(code), so this can't be undone
                To save what came in: groundwork collect close \(code)

                """
        )
        rename(folder.path, "\(folder.path)-elsewhere")
        #expect(
            desk.run("collect close \(code)").errors == """
                groundwork: the folder with the responses, \(folder.path), is not beside the database
                Nothing was changed. Put it back, then close the collection.

                """
        )
        try write("", to: folder.path)
        #expect(
            desk.run("collect open last --form foundations-before").errors == """
                groundwork: groundwork.public: can't use this folder for public pages: Not a directory
                It must be a folder of yours that nobody else can write to.

                """
        )
        unlink(folder.path)
        rename("\(folder.path)-elsewhere", folder.path)
        #expect(desk.run("collect close \(code)").code == 0)
        #expect(
            desk.run("collect close \(code)").errors
                == "groundwork: the collection with code \(code) is already closed\n"
        )
    }

    @Test func `a damaged file of public pages is said to be one`() {
        let problem = PublicFolderProblem.damaged(path: "groundwork.public/published.json")
        #expect(
            Failure(problem).lines == [
                "groundwork: groundwork.public/published.json: this file is damaged",
                "Delete it. The next change to the database writes it again.",
            ]
        )
    }
}
