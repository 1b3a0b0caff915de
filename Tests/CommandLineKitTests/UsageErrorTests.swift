import CommandLineKit
import Testing

@Suite struct UsageErrorTests {
    static let cases: [(words: [String], lines: [String])] = [
        (["sesion"], ["Unknown command \"sesion\". Did you mean \"session\"?", "See 'sample --help'."]),
        (["xyz", "--help"], ["Unknown command \"xyz\".", "See 'sample --help'."]),
        (
            ["session", "lst"],
            ["Unknown command \"session lst\". Did you mean \"session list\"?", "See 'sample session --help'."]
        ),
        (["help", "lgo"], ["Unknown command \"lgo\". Did you mean \"log\"?", "See 'sample --help'."]),
        (
            ["session", "list", "--databse", "x"],
            [
                "Unknown option \"--databse\". Did you mean \"--database\"?",
                "See 'sample session list --help'.",
            ]
        ),
        (["log", "-x"], ["Unknown option \"-x\".", "See 'sample log --help'."]),
        (["log", "-nx"], ["Unknown option \"-x\".", "See 'sample log --help'."]),
        (
            ["organization", "-program=x"],
            ["Unknown option \"-program\". Did you mean \"--program\"?", "See 'sample organization --help'."]
        ),
        (
            ["log", "--minute=5"],
            ["Unknown option \"--minute\". Did you mean \"--minutes\"?", "See 'sample log --help'."]
        ),
        (
            ["log"],
            [
                "Missing: COURSE, ORGANIZATION and DATE.",
                "Usage: sample log COURSE ORGANIZATION DATE [COUNT] [OPTIONS]",
            ]
        ),
        (
            ["session", "add", "f", "--organization", "a"],
            [
                "Missing: --starts STARTS.",
                "Usage: sample session add --starts STARTS --organization ORGANIZATION COURSE [OPTIONS]",
            ]
        ),
        (["log", "--names"], ["--names needs a value: FILE.", "See 'sample log --help'."]),
        (
            ["log", "--names", "--minutes", "5"],
            ["--names needs a value: FILE.", "If the value starts with a dash, write --names=FILE."]
        ),
        (
            ["log", "a", "b", "c", "ninety"],
            ["COUNT is \"ninety\". Use a whole number.", "See 'sample log --help'."]
        ),
        (
            ["log", "--audience", "bord"],
            [
                "--audience is \"bord\". Use one of: staff, community, board. Did you mean \"board\"?",
                "See 'sample log --help'.",
            ]
        ),
        (
            ["session", "list", "--share=half"],
            ["--share is \"half\". Use a number.", "See 'sample session list --help'."]
        ),
        (
            ["report", "xyz"],
            ["NAME is \"xyz\". Use one of: trainings, attendance, reach.", "See 'sample report --help'."]
        ),
        (
            ["heard", "box", "No", "gloves"],
            [
                "Unexpected argument \"gloves\".",
                "Usage: sample heard OUTLET TEXT [OPTIONS] (put text with spaces in quotation marks)",
            ]
        ),
        (["report", "list", "x"], ["Unexpected argument \"x\".", "Usage: sample report list [OPTIONS]"]),
        (
            ["log", "--minutes", "5", "--minutes", "6"],
            ["--minutes can be used only once.", "See 'sample log --help'."]
        ),
        (
            ["-d", "a", "log", "--database", "b"],
            ["--database can be used only once.", "See 'sample log --help'."]
        ),
        (["log", "--yes=no"], ["--yes doesn't take a value.", "See 'sample log --help'."]),
        (["log", "-n=no"], ["--new doesn't take a value.", "See 'sample log --help'."]),
        (
            ["-d", "file:x", "report", "list"],
            ["--database: \"file:x\" is a URI, not a path.", "Write the path of the file alone."]
        ),
        (
            ["session", "add", "f", "--topic", "1"],
            ["--topic: \"1\" has no \"=\".", "See 'sample session add --help'."]
        ),
        (
            ["--generate-completion-script", "tcsh"],
            ["--generate-completion-script is \"tcsh\". Use one of: bash, zsh, fish.", "See 'sample --help'."]
        ),
        (
            ["--generate-completion-script"],
            ["--generate-completion-script needs a value: SHELL, one of bash, zsh, fish.", "See 'sample --help'."]
        ),
        (
            ["log", "--", "--help"],
            [
                "Missing: ORGANIZATION and DATE.", "Usage: sample log COURSE ORGANIZATION DATE [COUNT] [OPTIONS]",
            ]
        ),
    ]

    @Test(arguments: cases)
    func `an error says what is wrong and what to do next`(words: [String], lines: [String]) {
        #expect(refusal(words)?.lines == lines)
    }

    @Test func `the offending word is pointed at, and the command that refused is named`() {
        let error = refusal(["session", "list", "--share", "half"])
        #expect(error?.position == 3)
        #expect(error?.path == ["sample", "session", "list"])
    }

    @Test func `a beginning of an option is not that option`() {
        #expect(
            refusal(["log", "--mi", "5"])?.message == "Unknown option \"--mi\". Did you mean \"--minutes\"?"
        )
    }

    @Test(arguments: [
        ("a\u{1B}[31mb", #""a\u{1B}[31mb""#),
        ("a\u{202E}b\u{2066}", #""a\u{202E}b\u{2066}""#),
        ("line\nbreak\t\"\\", #""line\nbreak\t\"\\""#),
        ("\u{2028}\u{200F}\u{7F}\u{85}", #""\u{2028}\u{200F}\u{7F}\u{85}""#),
        ("José 池", "\"José 池\""),
        (String(repeating: "a", count: 60), "\"" + String(repeating: "a", count: 60) + "\""),
        (String(repeating: "a", count: 61), "\"" + String(repeating: "a", count: 60) + "…\""),
    ])
    func `a typed word is escaped and clipped before it is printed`(word: String, printed: String) {
        #expect(quoted(word) == printed)
    }

    @Test func `an error prints a hostile word harmlessly`() {
        let word = "\u{1B}]0;x\u{7}" + String(repeating: "y", count: 100)
        let message = refusal([word])?.message ?? ""
        #expect(message == #"Unknown command "\u{1B}]0;x\u{7}"# + String(repeating: "y", count: 54) + "…\".")
    }
}
