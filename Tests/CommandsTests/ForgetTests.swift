import Records
import Support
import Testing

@testable import Commands
@testable import Reports

/// A former trainer asks to be forgotten, and the reports stay what they were.
@Suite struct ForgetTests {
    private func raw(_ desk: Desk) -> String {
        desk.folder.names.filter { $0.hasPrefix("groundwork") }
            .map { String(decoding: bytes(of: "\(desk.path)/\($0)") ?? [], as: UTF8.self) }.joined().lowercased()
    }

    /// A record in which Quill Threnody led two sessions and came to a third.
    private func record() throws -> Desk {
        let desk = try Desk()
        try desk.file("Quill Threnody sheet.csv", "session,name\nthree,Quill Threnody\nthree,Bo Vale\n")
        for (ref, day) in [("one", "2026-10-01"), ("two", "2026-10-08"), ("three", "2026-10-15")] {
            desk.run("session add foundations cci \(day) --ref \(ref) --new")
        }
        desk.run(["session", "edit", "one", "--facilitators", "Quill Threnody:lead:ze/zir; Bo Vale:support"])
        desk.run(["session", "edit", "two", "--facilitators", "quill thrénody:lead"])
        let answer = desk.run(["import", "attendance", "Quill Threnody sheet.csv"])
        #expect(answer.code == 0, "\(answer.both)")
        return desk
    }

    private func ref(of name: String, _ desk: Desk) -> String {
        let line = desk.run("person list --format csv").output.split(separator: "\n").first { $0.contains(name) }
        return line?.split(separator: ",").first.map(String.init) ?? "nobody"
    }

    @Test func `a trainer with a row is gone from sessions, history, imports, the file and new backups`() throws {
        let desk = try record()
        let answer = desk.run("person forget \(ref(of: "Quill", desk)) --yes")
        #expect(answer.code == 0, "\(answer.both)")
        #expect(answer.output.contains("Name removed as facilitator of 2 sessions; the role stays."))
        #expect(answer.errors.contains("This imported file still has them: Quill Threnody sheet.csv\n"))
        #expect(desk.run("backup new.db").code == 0)
        desk.run("export all --identified -o exported")
        let files =
            ["groundwork.db", "new.db", "groundwork.db-journal"]
            .map { "\(desk.path)/\($0)" } + Support.files(in: "\(desk.path)/exported", endingIn: "")
        for file in files {
            let text = String(decoding: bytes(of: file) ?? [], as: UTF8.self).lowercased()
            for word in ["threnody", "thrénody", "ze/zir"] { #expect(!text.contains(word), "\(word) in \(file)") }
        }
        let shown = desk.run("session show one --format json").output
        #expect(shown.contains(":lead;Bo Vale:support"))
        #expect(desk.run("check").code == 0)
    }

    @Test func `a trainer without a row is forgotten by a name that is piped in`() throws {
        let desk = try record()
        let words = ["person", "forget", "--by-name", "--not-same", "--yes"]
        let answer = desk.run(words, input: "THRENODY, Quill\n")
        #expect(answer.code == 0, "\(answer.both)")
        // The row of somebody of the same name stays, and is named.
        #expect(answer.errors.contains("  person name: 1 ("))
        #expect(desk.run("person list").output.contains("Quill Threnody"))
        #expect(!desk.run("session list --format json").output.lowercased().contains("threnody"))
    }

    @Test func `who types the name at a terminal is asked, and may stop`() throws {
        let desk = try record()
        try desk.file("names.txt", "Quill Threnody\n")
        desk.run("log foundations pier 2026-10-20 --names names.txt")
        let ref = ref(of: "Quill", desk)
        let before = bytes(of: "\(desk.path)/groundwork.db")
        let stopped = desk.run(["person", "forget", ref], input: "\n", isTerminal: true)
        #expect(stopped.code == 64)
        #expect(stopped.errors.hasSuffix("groundwork: nothing was changed\n"))
        #expect(desk.run(["person", "forget", ref, "--yes"]).code == 64)
        #expect(bytes(of: "\(desk.path)/groundwork.db") == before)
        let answer = desk.run(["person", "forget", ref], input: "no\ny\n", isTerminal: true)
        #expect(answer.code == 0, "\(answer.both)")
        #expect(desk.run("session list --format json").output.contains("Quill Threnody"))
    }

    @Test func `everything that is held under a name can be seen first`() throws {
        let desk = try record()
        let all = desk.run("person show \(ref(of: "Quill", desk)) --everything --format json").output
        for word in ["\"session\": \"one\"", "\"pronouns\": \"ze/zir\"", "\"file_names\": 1"] {
            #expect(all.contains(word), "\(all)")
        }
        let named = desk.run(["person", "show", "--by-name"], input: "quill threnody\n")
        #expect(named.output.contains("ze/zir"), "\(named.both)")
        #expect(named.output.contains("--everything"))
    }

    @Test func `no name and no text is repeated by what forgetting prints, but files that must be deleted`() throws {
        let desk = try record()
        desk.run(["session", "edit", "three", "--title", "Threnody, Quill: a secret talk"])
        let answer = desk.run("person forget \(ref(of: "Quill", desk)) --yes")
        let lines = answer.both.split(separator: "\n").filter { !$0.contains("This imported file") }
        for line in lines { #expect(!line.lowercased().contains("threnody") && !line.contains("secret"), "\(line)") }
        #expect(answer.errors.contains("  session title: 1 (three)\n"), "\(answer.both)")
    }

    @Test func `a backup that holds a facilitator is named, and going back to it brings no name back`() throws {
        let desk = try record()
        desk.run("backup")
        desk.run("session edit one --minutes 60")
        desk.run(["session", "edit", "one", "--facilitators", "Bo Vale:support; Quill Threnody:lead:ze/zir"])
        let answer = desk.run(["person", "forget", "--by-name", "--same", "--yes"], input: "Quill Threnody\n")
        #expect(answer.errors.contains("This backup still has them: groundwork-2026-11-21T120000Z.db\n"))
        let restored = desk.run("restore groundwork-2026-11-21T120000Z.db --yes")
        #expect(restored.output.contains("Forgotten again: 1 person."), "\(restored.both)")
        #expect(restored.output.contains("Removed again: 2 facilitators' names."))
        let text = String(decoding: bytes(of: "\(desk.path)/groundwork.db") ?? [], as: UTF8.self).lowercased()
        for word in ["threnody", "thrénody", "ze/zir"] { #expect(!text.contains(word), "\(word)") }
        let shown = desk.run("session show one --format json").output
        #expect(shown.contains(":lead;Bo Vale:support\""), "\(shown)")
        #expect(desk.run("check").code == 0)
    }

    @Test func `no report changes when people and facilitators are forgotten`() throws {
        let desk = try Desk.demo()
        let lines = Report.all.map(\.name).flatMap { report in
            ["--profile team", "--profile board", "--by organization"].map { options in
                "report \(report) --period last-fiscal-year --format json \(options)"
            }
        }
        let before = lines.map { desk.run($0).both }
        let sessions = desk.run("session list --format json").output
        let names = Set(
            sessions.matches(of: /"facilitators": "([^"]+)"/).flatMap { $0.1.split(separator: ";") }
                .compactMap { $0.split(separator: ":").first.map(String.init) }
        )
        #expect(!names.isEmpty)
        let typed = names.joined(separator: "\n")
        let answer = desk.run(["person", "forget", "--by-name", "--same", "--yes"], input: typed)
        #expect(answer.code == 0, "\(answer.both)")
        let people = desk.run("person list --format csv").output.split(separator: "\n").dropFirst().prefix(20)
            .compactMap { $0.split(separator: ",").first.map(String.init) }
        #expect(desk.run(["person", "forget"] + people + ["--yes"]).code == 0)
        for (line, was) in zip(lines, before) { #expect(desk.run(line).both == was, "\(line)") }
        let after = desk.run("session list --format json").output
        for name in names { #expect(!after.contains(name)) }
    }
}
