import CommandLineKit
import Documents
import Service

/// `groundwork notice`
struct NoticeCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "notice",
            abstract: "Print half a page for the sign-in table: what is written down, and how long it is kept.",
            examples: ["groundwork notice --format markdown -o notice.md"]
        )
    }

    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        try output.show(Self.document(try common.perform(ShowNotice())), common)
    }

    static func document(_ notice: Notice) -> Document {
        let months = CountWord.of(notice.keepNamesMonths, "month", "months")
        let sentences = [
            "You may sign in with your name, a first name, another name, a code, or not at all. A head that we count "
                + "without a name is as good to us.",
            "With your name we write down only what you give us here: your e-mail, your organization and your job role, "
                + "if you give them, and that you came to this session and for how long.",
            "If you come to a session, we do not write down your pronouns, who you are, or whether you use or used drugs "
                + "or services.",
            "Your name is kept for \(months) after the last session that you came to. After that only the count stays. "
                + "A backup made before then may hold it until the backup is deleted.",
            "If you lead or help lead a session, we keep your name and role with it, and your pronouns if you give them, "
                + "for \(months) after the last session you led or came to. After that only the role stays.",
            "An evaluation form is anonymous: we keep its answers and the day, not who gave them or at what time. If it "
                + "asks for a code that only you know, we keep a scrambled form of it until the forms before and after "
                + "are matched, and then delete it.",
            "Reports show counts. No report names anybody who came.",
            "You may see all that we hold about you, have it corrected, or be forgotten, at any time and without giving "
                + "a reason: tell anybody at this table.",
        ]
        let about = About(title: "What we write down today", subtitle: notice.program)
        let title = "\(about.title) — \(notice.program)"
        let rows = Table(columns: [Column(key: "notice")], rows: sentences.map { [.text($0)] })
        let data: JSON = [
            "program": .string(notice.program), "keep_names_months": .integer(notice.keepNamesMonths),
            "notice": .array(sentences.map { .string($0) }),
        ]
        return Document(title: title, about: about, blocks: sentences.map { .sentence($0) }, data: data, rows: rows)
    }
}
