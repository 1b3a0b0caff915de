import CommandLineKit
import Documents
import Service

/// `groundwork notice`
struct NoticeCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "notice",
            abstract: "Print a half-page notice for the sign-in table: what you record, and for how long.",
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
            "Sign in with your name, a first name, another name or a code, or don't sign in at all. You can stay "
                + "anonymous. We count everyone either way.",
            "If you give your name, we keep it with your e-mail, organization and job role, if you give them. We also "
                + "keep that you came to this session, and for how long.",
            "If you attend, we don't record your pronouns, who you are, or whether you use or have used drugs or "
                + "services.",
            "We keep your name for \(months) after the last session you came to. After that, only the count stays. An "
                + "older backup may still have your name until it is deleted.",
            "If you lead or help lead a session, we keep your name and role, and your pronouns if you give them. We "
                + "keep them for \(months) after the last session you led or came to. After that, only the role stays.",
            "Evaluation forms are anonymous. We keep the answers and the date, not who gave them or at what time. If a "
                + "form asks for a code only you know, we store it scrambled. We delete it once the forms from before "
                + "and after are matched.",
            "Reports show counts. No report names anyone who came.",
            "You can see everything we have about you, have it corrected, or be forgotten. You can ask at any time, and "
                + "you don't need a reason. Talk to anyone at this table.",
        ]
        let about = About(title: "What we keep from today", subtitle: notice.program)
        let title = "\(about.title) — \(notice.program)"
        let rows = Table(columns: [Column(key: "notice")], rows: sentences.map { [.text($0)] })
        let data: JSON = [
            "program": .string(notice.program), "keep_names_months": .integer(notice.keepNamesMonths),
            "notice": .array(sentences.map { .string($0) }),
        ]
        return Document(title: title, about: about, blocks: sentences.map { .sentence($0) }, data: data, rows: rows)
    }
}
