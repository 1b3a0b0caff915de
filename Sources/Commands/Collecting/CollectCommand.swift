import Calendar
import CommandLineKit
import Documents
import Records
import Service

/// `groundwork collect …`
struct CollectCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "collect",
            abstract: "Collect evaluations on phones, by a code.",
            discussion: """
                Open collecting for a session, and show its code on a slide, a poster or the sign-in sheet. People answer \
                without an account and without a name. Nobody sees an answer, or how many there are, until you close it: \
                then all of them go into the record at once, in an order that says nothing.
                """,
            examples: [
                "groundwork collect open 2026-11-10-cci-foundations --until 17:00",
                "groundwork collect close 2026-11-10-cci-foundations",
                "groundwork collect list",
            ],
            subcommands: [OpenCollectionCommand.self, CloseCollectionCommand.self, ListCollectionsCommand.self]
        )
    }

    @OptionGroup var common: CommonOptions
}

/// `collect open SESSION`
struct OpenCollectionCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "open",
            abstract: "Start collecting evaluations for a session, and print the code.",
            discussion: """
                The form is the session's own, or the one of the same family that is asked at this time, such as \
                foundations-before for a session with foundations-after. You can open it before the session, to print \
                the code.
                """,
            examples: [
                "groundwork collect open 2026-11-10-cci-foundations",
                "groundwork collect open 2026-11-10-cci-foundations --wave before --until 2026-12-20",
            ]
        )
    }

    @Argument(help: "The session's ref (or its first letters), or last.") var session: String
    @Option(help: "When people fill it in. Default: after the session.") var wave: Form.Wave?
    @Option(help: ArgumentHelp("The form's ref.", valueName: "ref")) var form: String?
    @Option(
        help: ArgumentHelp(
            "When to stop by itself: a time on the session's day, a date, or both, such as 2026-11-24T17:00.",
            valueName: "time"
        )
    )
    var until: String?
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = OpenCollection()
        (operation.session, operation.wave) = (session, wave)
        (operation.form, operation.until) = (form, until)
        let opened = try common.perform(operation)
        try Output.answer(opened.code)
        Output.note(
            "Collecting \(opened.form.ref) for \(opened.titleAndDay). The code is \(opened.code). Undo: groundwork undo"
        )
    }
}

/// `collect close SESSION`
struct CloseCollectionCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "close",
            abstract: "Stop collecting evaluations for a session, and save the responses.",
            discussion: """
                Every response is stored with today's date, in random order. You cannot undo this. If more than twice \
                as many responses came in as people attended, you are asked first.
                """,
            examples: ["groundwork collect close 2026-11-10-cci-foundations"]
        )
    }

    @Argument(help: "The session's ref (or its first letters), last, or the code.") var session: String
    @Option(help: "Before, after or follow-up, if several are open for the session.") var wave: Form.Wave?
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = CloseCollection()
        (operation.session, operation.wave) = (session, wave)
        try Output.answer(lines: [try common.perform(operation).sentence])
    }
}

/// `collect list`
struct ListCollectionsCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list",
            abstract: "List open and closed collections.",
            examples: ["groundwork collect list"]
        )
    }

    @Option(help: ArgumentHelp("Only of this session.", valueName: "ref")) var session: String?
    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = ListCollections()
        operation.session = session
        let listed = try common.perform(operation)
        let columns = [
            Column(key: "code", title: "Code"), Column(key: "session", title: "Session"),
            Column(key: "form", title: "Form"), Column(key: "state", title: "State"),
            Column(key: "responses", title: "Responses", alignment: .right),
            Column(key: "attendance", title: "Attendance", alignment: .right),
        ]
        let rows = listed.map { one -> [Cell] in
            [
                .text(one.collection.code), .text(one.collection.session.ref), .text(one.collection.form.ref),
                .text(one.state), .whole(one.responses),
                .whole(one.attendance),
            ]
        }
        let table = Table(columns: columns, rows: rows)
        let document = Document.list(table, orSaying: "Nothing is being collected yet.")
        try output.show(document.named("Evaluations collected by code"), common)
    }
}

extension ListedCollection {
    /// Where it stands, in a word.
    fileprivate var state: String {
        if let day = collection.closedOn { return "closed \(day.words)" }
        return isOpen ? "open" : "time is up"
    }
}

extension ResponseCollection {
    /// `Foundations, Nov 10, 2026`.
    var titleAndDay: String { title.isEmpty ? session.ref : "\(title), \(day.words)" }
}

extension ClosedCollection {
    /// What was stored, and of how many.
    var sentence: String {
        let count = CountWord.of(stored, "response", "responses")
        let attended = attendance.map { "; \(CountWord.people($0)) attended" } ?? ""
        let dropped = isCodeDropped ? " Their codes were left out, because matching is closed there." : ""
        let none = empty > 0 ? " \(CountWord.of(empty, "blank one", "blank ones")) left out." : ""
        return
            "Closed: \(collection.form.ref) for \(collection.titleAndDay). \(count) stored\(attended).\(none)\(dropped)"
    }
}
