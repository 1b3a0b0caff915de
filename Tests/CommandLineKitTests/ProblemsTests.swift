import CommandLineKit
import Testing

@Suite struct ProblemsTests {
    @Test func `a sound tree has no problems`() {
        #expect(problems(in: Sample.self) == [])
    }

    @Test func `every mistake of a declaration is named with its command`() {
        #expect(
            problems(in: Broken.self) == [
                "broken: extra is not wrapped in @Argument, @Option, @Flag or @OptionGroup",
                "broken: -h is declared twice",
                "broken: --size is declared twice",
                "broken: FILES takes all words and is not the last argument",
                "broken: LAST must be given and stands behind MIDDLE, which may be left out",
                "broken: has no abstract",
                "broken: LAST has no help",
                "broken: example \"broken a b\": Missing: LAST.",
                "broken: example \"broken 'a\": a quote is not closed",
                "broken: example \"other a\": does not call broken",
                "broken: example \"broken a --sise 3\": Unknown option \"--sise\". Did you mean \"--size\"?",
                "broken: example \"cat x | broken --size 2 > out.txt\": Missing: FILES and LAST.",
            ]
        )
    }

    @Test func `subcommands of one name, arguments beside subcommands and a stray default are named`() {
        struct One: ParsableCommand {
            static let configuration = CommandConfiguration(abstract: "One.", examples: ["tree one"])
        }
        struct Two: ParsableCommand {
            static let configuration = CommandConfiguration(abstract: "Two.", aliases: ["one"])
        }
        struct Tree: ParsableCommand {
            static let configuration = CommandConfiguration(
                abstract: "Tree.",
                subcommands: [One.self, Two.self],
                defaultSubcommand: Log.self
            )
            @Argument(help: "Stray.") var stray: String?
        }
        #expect(
            problems(in: Tree.self) == [
                "tree: STRAY is an argument of a command that has subcommands",
                "tree: there are two commands \"one\"",
                "tree: its default subcommand \"log\" is not among its subcommands",
                "tree two: has no example",
            ]
        )
    }

    @Test func `a group that is reached twice is taken in once`() {
        struct Outer: ParsableArguments {
            @OptionGroup var global: Global
        }
        struct Both: ParsableCommand {
            static let configuration = CommandConfiguration(abstract: "Both.", examples: ["both --yes"])
            @OptionGroup var outer: Outer
            @OptionGroup var global: Global
        }
        #expect(problems(in: Both.self) == [])
    }
}

struct BrokenSize: ParsableArguments {
    @Option(help: "The size.") var size = 1
}

struct Broken: ParsableCommand {
    static let configuration = CommandConfiguration(
        examples: ["broken a b", "broken 'a", "other a", "broken a --sise 3", "cat x | broken --size 2 > out.txt"]
    )

    @Argument(help: "Files.") var files: [String]
    @Argument(help: "Middle.") var middle: String?
    @Argument var last: String
    @Option(help: "The size.") var size = 1
    @Flag(name: .short, help: "Shadows help.") var help = false
    @OptionGroup var group: BrokenSize
    var extra = 1
}
