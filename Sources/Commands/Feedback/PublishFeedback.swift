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
            abstract: "Show an item on pages for the board, funders and the public, in your own words.",
            discussion: """
                Pages that leave the team never print what somebody said, only a wording that you give here. The answer \
                is copied and stands beside it; --answer gives another one. The words same confirm the item's own \
                words, where your team wrote them. A wording with an address, a telephone number or the full name of \
                somebody on file is refused, and so is an item whose giver asked not to be posted.
                """,
            examples: [
                "groundwork feedback publish drop-in-box-2026-11-10 \"Supplies were missing at the end of the week\"",
                "groundwork feedback publish last \"The door was locked too early\" --answer \"Open until 8 pm\"",
                "groundwork feedback publish last same",
            ]
        )
    }

    @Argument(help: "The item's ref, an unambiguous beginning of it, or last.") var item: String
    @Argument(
        help: ArgumentHelp(
            "What was said, in words for everybody; same confirms the words as they stand.",
            valueName: "public wording"
        )
    )
    var wording: String
    @Option(help: ArgumentHelp("The answer for everybody, in place of a copy.", valueName: "text")) var answer: String?
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = Service.PublishFeedback()
        operation.item = item
        operation.wording = try wording == "-" ? TextInput("-").text : wording
        operation.answer = answer
        let published = try common.perform(operation)
        let ref = published.item.ref
        guard published.isNew else {
            return try Output.write("Nothing to change: pages show \(ref) in these words already.")
        }
        WordingRemark.note(published.remarks, on: published.item)
        let said = "You said: \(published.wording.asSentence)"
        try Output.stored("Published \(ref).", said, "We did: \(published.answer.asSentence)")
    }
}

/// `feedback unpublish ITEM`
struct UnpublishFeedback: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "unpublish",
            abstract: "Take an item off pages for the board, funders and the public.",
            discussion: "Pages that you have sent already stay as they are.",
            examples: ["groundwork feedback unpublish drop-in-box-2026-11-10"]
        )
    }

    @Argument(help: "The item's ref, an unambiguous beginning of it, or last.") var item: String
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = Service.UnpublishFeedback()
        operation.item = item
        try Output.stored("Not published any more: \(try common.perform(operation).ref).")
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
            "The \(Self.name(field)) repeats words that the person used, so they could be recognized. "
                + "Say it in your own words: \(Self.publish(item))"
        case .term(let flag): "Look again at the words for everybody: \(LintReading.words(of: flag))"
        case .holdsShortName(let field):
            "The \(Self.name(field)) has a word that is also a name on file. Check that it names nobody."
        case .holdsContact: "The public answer has an address or a telephone number, and everybody can read it."
        case .answerStaysAsItWas:
            "The public answer stays as it was. To change it: "
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
        case .holdsContact: "The answer holds an address or a telephone number, and everybody can read it."
        case .isNotPublished:
            "Pages for the board, funders and the public leave it out. To show it: \(WordingRemark.publish(item))"
        }
    }
}
