import CommandLineKit
import Testing

@Suite struct ParserTests {
    static let held = ["log", "foundations", "cci", "2026-11-10"]

    @Test func `arguments are taken in order and an optional one may be left out`() throws {
        let short: Log = try command(Self.held)
        #expect(short.course == "foundations")
        #expect(short.organization == "cci")
        #expect(short.date == "2026-11-10")
        #expect(short.count == nil)
        let long: Log = try command(Self.held + ["22"])
        #expect(long.count == 22)
    }

    @Test(arguments: [
        ["--minutes", "90"], ["--minutes=90"],
    ])
    func `the value of a long option is the next word or stands behind an equals sign`(words: [String]) throws {
        let log: Log = try command(Self.held + words)
        #expect(log.minutes == 90)
    }

    @Test(arguments: [["-d", "a b.db"], ["-da b.db"], ["-d=a b.db"], ["--database", "a b.db"], ["--database=a b.db"]])
    func `the value of a short option may be attached`(words: [String]) throws {
        let log: Log = try command(Self.held + words)
        #expect(log.global.database == "a b.db")
    }

    @Test func `short flags are grouped, and the last letter may take a value`() throws {
        let log: Log = try command(Self.held + ["-nqa", "board"])
        #expect(log.new)
        #expect(log.quiet)
        #expect(log.audience == .board)
    }

    @Test(arguments: [
        ["-d", "x.db", "log", "a", "b", "c"], ["log", "-d", "x.db", "a", "b", "c"],
        ["log", "a", "b", "c", "-d", "x.db"],
    ])
    func `an option of a shared group is accepted before and after the command`(words: [String]) throws {
        let log: Log = try command(words)
        #expect(log.global.database == "x.db")
        #expect(log.global.wait == 10)
    }

    @Test func `a shared option passes over a command that does not declare it`() throws {
        let list: SessionList = try command(["--wait", "3", "session", "list", "--yes"])
        #expect(list.global.wait == 3)
        #expect(list.global.yes)
    }

    @Test(arguments: [
        ["session", "-d", "x", "list"], ["session", "--database=x", "list"], ["session", "list", "-d", "x"],
    ])
    func `an option of a command above is accepted anywhere below it`(words: [String]) throws {
        let list: SessionList = try command(words)
        #expect(list.global.database == "x")
        let _: ReportList = try command(["report", "--wait", "3", "list", "--yes"])
    }

    @Test func `two dashes end the options`() throws {
        let heard: Heard = try command(["heard", "box", "--", "--no gloves"])
        #expect(heard.text == "--no gloves")
    }

    @Test func `a lone dash is a value`() throws {
        let log: Log = try command(Self.held + ["--names", "-"])
        #expect(log.names == "-")
        let heard: Heard = try command(["heard", "-", "text"])
        #expect(heard.outlet == "-")
    }

    @Test func `a negative number is the value of the option before it, and an argument`() throws {
        let list: SessionList = try command(["session", "list", "--share", "-0.5"])
        #expect(list.share == -0.5)
        let short: SessionList = try command(["session", "list", "-s", "-.5"])
        #expect(short.share == -0.5)
        #expect(refusal(Self.held + ["-5"])?.message == "COUNT: -5 is below zero.")
    }

    @Test func `a dash before a space begins a text`() throws {
        let heard: Heard = try command(["heard", "box", "- gloves"])
        #expect(heard.text == "- gloves")
    }

    @Test func `a value that begins with a dash stands behind the equals sign`() throws {
        let log: Log = try command(Self.held + ["--names=--odd"])
        #expect(log.names == "--odd")
        let empty: Log = try command(Self.held + ["--names="])
        #expect(empty.names == "")
    }

    @Test func `an array option is repeated, and an array argument takes what is left`() throws {
        let add: SessionAdd = try command([
            "session", "add", "f", "--organization", "a", "--starts", "x", "--organization=b", "--topic", "1=30",
        ])
        #expect(add.organization == ["a", "b"])
        #expect(add.topic == [["1", "30"]])
        let list: SessionList = try command(["session", "list", "a", "-s1", "b"])
        #expect(list.refs == ["a", "b"])
        #expect(list.share == 1)
    }

    @Test func `the first value given replaces the default of an array`() throws {
        struct Sizes: ParsableCommand {
            @Option(help: "Sizes.") var size = [1, 2]
        }
        guard case .command(let none, _) = try Sizes.parseAsRoot([]) else { return #expect(Bool(false)) }
        #expect((none as? Sizes)?.size == [1, 2])
        guard case .command(let some, _) = try Sizes.parseAsRoot(["--size", "3"]) else { return #expect(Bool(false)) }
        #expect((some as? Sizes)?.size == [3])
    }

    @Test(arguments: [["organisation", "cci"], ["organization", "cci"]])
    func `a command is known by its British spelling`(words: [String]) throws {
        let shown: Organization = try command(words)
        #expect(shown.ref == "cci")
    }

    @Test func `an option and a listed value are known by their British spelling, a free text stays as it is`() throws {
        let shown: Organization = try command(["organization", "organisation", "--programme", "programme"])
        #expect(shown.program == "programme")
        #expect(shown.ref == "organisation")
        let report: ReportPrint = try command(["report", "trainings", "--by", "organisation"])
        #expect(report.by == .organization)
    }

    @Test func `an alias names the same command, and the path has its own name`() throws {
        guard case .command(let heard, let path) = try Sample.parseAsRoot(["feedback", "box", "text"]) else {
            return #expect(Bool(false))
        }
        #expect(heard is Heard)
        #expect(path == ["sample", "heard"])
    }

    @Test(arguments: [["report", "reach"], ["report", "--by", "course", "reach"], ["report", "print", "reach"]])
    func `a default subcommand takes over at a word or an option of its own`(words: [String]) throws {
        let report: ReportPrint = try command(words)
        #expect(report.name == .reach)
    }

    @Test func `a subcommand goes before the default`() throws {
        let _: ReportList = try command(["report", "list"])
    }

    @Test func `a default subcommand that is not displayed is not in the path`() throws {
        guard case .command(_, let path) = try Sample.parseAsRoot(["report", "reach"]) else {
            return #expect(Bool(false))
        }
        #expect(path == ["sample", "report"])
    }

    @Test func `a flag named twice is the same as once`() throws {
        let log: Log = try command(["--yes"] + Self.held + ["--yes"])
        #expect(log.global.yes)
    }

    @Test func `copies of a command share their properties, and two commands share none`() throws {
        let log: Log = try command(Self.held)
        let copy = log
        copy.course = "other"
        copy.global.wait = 3
        #expect(log.course == "other")
        #expect(log.global.wait == 3)
        let second: Log = try command(Self.held)
        #expect(second.course == "foundations")
        #expect(second.global.wait == 10)
    }

    @Test func `what a group changes when it is validated is seen by the command`() throws {
        struct Trimmed: ParsableArguments {
            @Option(help: "A title.") var title = "none"
            mutating func validate() throws { title = "validated " + title }
        }
        struct Leaf: ParsableCommand {
            @OptionGroup var trimmed: Trimmed
        }
        struct Root: ParsableCommand {
            static let configuration = CommandConfiguration(subcommands: [Leaf.self])
            @OptionGroup var trimmed: Trimmed
        }
        guard case .command(let leaf, _) = try Root.parseAsRoot(["--title", "x", "leaf"]) else {
            return #expect(Bool(false))
        }
        #expect((leaf as? Leaf)?.trimmed.title == "validated x")
    }

    @Test(arguments: [("yes", true), ("no", false), ("true", true), ("false", false)])
    func `a yes or no option reads both spellings`(word: String, value: Bool) throws {
        struct Paid: ParsableCommand {
            @Option(help: "Whether paid.") var paid: Bool?
        }
        guard case .command(let paid, _) = try Paid.parseAsRoot(["--paid", word]) else { return #expect(Bool(false)) }
        #expect((paid as? Paid)?.paid == value)
    }

    @Test(arguments: ["nan", "inf", "0x10", "1e999", "", "1,5"])
    func `a number is decimal and finite`(word: String) {
        #expect(Double(argument: word) == nil)
    }
}
