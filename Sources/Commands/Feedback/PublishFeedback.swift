import CommandLineKit
import Language
import Records
import Reports
import Service

/// `feedback publish ITEM "WORDING"`
struct PublishFeedback: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "publish",
            abstract: "Show feedback on pages for the board, funders and the public, in your own words.",
            discussion: """
                Pages that leave the team never print what someone said, only the wording you give here. Your answer \
                is shown next to \
                it, or the one you give with --answer. Write same to use the item's own words, if your team wrote \
                them. Groundwork \
                refuses a wording with an address, a phone number or the full name of someone on file. It also \
                refuses an item if \
                the person asked not to post it.
                """,
            examples: [
                "groundwork feedback publish drop-in-box-2026-11-10 \"Supplies were missing at the end of the week\"",
                "groundwork feedback publish last \"The door was locked too early\" --answer \"Open until 8 pm\"",
                "groundwork feedback publish last same",
            ]
        )
    }

    @Argument(help: "The item's ref (or its first letters), or last.") var item: String
    @Argument(
        help: ArgumentHelp(
            "What people said, in words for everyone. Write same to use the item's own words.",
            valueName: "public wording"
        )
    )
    var wording: String
    @Option(help: ArgumentHelp("A public answer, if it should differ from the team's.", valueName: "text")) var answer:
        String?
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = Service.PublishFeedback()
        operation.item = item
        operation.wording = try wording == "-" ? TextInput("-").text : wording
        operation.answer = answer
        let published = try common.perform(operation)
        guard published.isNew else {
            return try Output.write("No change: pages already show \(published.item.called) in these words.")
        }
        WordingRemark.note(published.remarks, on: published.item)
        let said = "You said: \(published.wording.asSentence)"
        try Output.stored("Published: \(published.item.calledWithRef).", said, "We did: \(published.answer.asSentence)")
    }
}

/// `feedback unpublish ITEM`
struct UnpublishFeedback: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "unpublish",
            abstract: "Remove feedback from pages for the board, funders and the public.",
            discussion: "Pages you have already sent don't change.",
            examples: ["groundwork feedback unpublish drop-in-box-2026-11-10"]
        )
    }

    @Argument(help: "The item's ref (or its first letters), or last.") var item: String
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = Service.UnpublishFeedback()
        operation.item = item
        try Output.stored("No longer published: \(try common.perform(operation).calledWithRef).")
    }
}

extension WordingRemark {
    /// Says what to look at again in words that everybody will read.
    static func note(_ remarks: [WordingRemark], on item: Found) {
        for remark in remarks { Output.note(remark.words(item)) }
    }

    /// The remark in a line.
    func words(_ item: Found) -> String {
        switch self {
        case .repeatsWhatWasSaid(let field):
            "The \(Self.name(field)) repeats the person's own words, so someone could recognize them. "
                + "Say it in your own words: \(Self.publish(item))"
        case .term(let flag): "Check the public wording: \(LintReading.words(of: flag))"
        case .holdsShortName(let field):
            "The \(Self.name(field)) has a word that is also a name on file. Check that it doesn't name anyone."
        case .holdsContact: "The public answer has an address or phone number that everyone can read."
        case .answerStaysAsItWas:
            "The public answer did not change. To change it: "
                + "groundwork feedback edit \(item.ref) --public-answer TEXT"
        }
    }

    /// The command that gives an item a wording.
    static func publish(_ item: Found) -> String { "groundwork feedback publish \(item.ref) \"PUBLIC WORDING\"" }

    private static func name(_ field: String) -> String { field.replacing("_", with: " ") }
}

extension TellingRemark {
    /// Says what to know after people were told what was done.
    static func note(_ remarks: [TellingRemark], on item: Found) {
        for remark in remarks { Output.note(remark.words(item)) }
    }

    private func words(_ item: Found) -> String {
        switch self {
        case .holdsContact: "The answer has an address or phone number that everyone can read."
        case .isNotPublished:
            "Pages for the board, funders and the public don't show this. To show it: \(WordingRemark.publish(item))"
        }
    }
}
