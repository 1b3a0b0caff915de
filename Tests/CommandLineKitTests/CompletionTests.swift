import CommandLineKit
import Glibc
import Testing

@Suite struct CompletionTests {
    static func isInstalled(_ shell: CompletionShell) -> Bool {
        system("command -v \(shell.rawValue) >/dev/null 2>&1") == 0
    }

    @Test(arguments: CompletionShell.allCases.filter(isInstalled))
    func `the script is accepted by its shell`(shell: CompletionShell) throws {
        let script = try text(["--generate-completion-script", shell.rawValue])
        let (output, status) = try run(script, with: "\(shell.rawValue) -n")
        #expect(output == "")
        #expect(status == 0)
    }

    @Test func `the script is the same each time, and both spellings of the request print it`() throws {
        for shell in CompletionShell.allCases {
            let script = try text(["--generate-completion-script=\(shell.rawValue)"])
            #expect(script == shell.script(for: Sample.self))
            #expect(!script.contains("secret"))
            #expect(!script.contains("seed"))
        }
    }

    @Test(
        arguments: [
            (["sample", "s"], ["session"]),
            (["sample", ""], ["log", "heard", "session", "organization", "report"]),
            (["sample", "session", ""], ["add", "list"]),
            (["sample", "-d", "x", "session", "l"], ["list"]),
            (["sample", "session", "-d", "x", "l"], ["list"]),
            (["sample", "session", "list", "--s"], ["--share"]),
            (["sample", "log", "--audience", ""], ["staff", "community", "board"]),
            (["sample", "log", "--audience", "=", "b"], ["board"]),
            (["sample", "log", "-a", "c"], ["community"]),
            (["sample", "report", ""], ["list", "trainings", "attendance", "reach"]),
            (["sample", "report", "--by", "c"], ["course"]),
            (["sample", "report", "reach", ""], []),
            (["sample", "log", "--minutes", ""], []),
            (["sample", "session", "list", "/etc/passw"], ["/etc/passwd"]),
            (["sample", "--database", "/etc/passw"], ["/etc/passwd"]),
        ]
    )
    func `bash offers what fits`(words: [String], offered: [String]) throws {
        let list = words.map { "'\($0)'" }.joined(separator: " ")
        let script =
            CompletionShell.bash.script(for: Sample.self)
            + "COMP_WORDS=(\(list))\nCOMP_CWORD=\(words.count - 1)\n_sample\n"
            + "for offer in \"${COMPREPLY[@]}\"; do echo \"$offer\"; done | grep -v -- '^/etc/passwd-$'; true\n"
        let (output, status) = try run(script, with: "bash")
        #expect(output.split(separator: "\n").map { String($0) } == offered)
        #expect(status == 0)
    }

    @Test(
        .enabled(if: isInstalled(.fish), "fish is not installed"),
        arguments: [
            ("sample s", ["session"]),
            ("sample -d x session l", ["list"]),
            ("sample log --audience b", ["board"]),
            ("sample report re", ["reach"]),
        ]
    )
    func `fish offers what fits`(line: String, offered: [String]) throws {
        let script = CompletionShell.fish.script(for: Sample.self) + "complete -C '\(line)'\n"
        let (output, _) = try run(script, with: "fish --no-config")
        #expect(output.split(separator: "\n").map { String($0.prefix { $0 != "\t" }) } == offered)
    }

    /// zsh completes only at a terminal, so its completion functions are replaced by ones that print.
    @Test(
        .enabled(if: isInstalled(.zsh), "zsh is not installed"),
        arguments: [
            (["sample", ""], ["log", "heard", "session", "organization", "report"]),
            (["sample", "session", "-d", "x", ""], ["add", "list"]),
            (["sample", "log", "--audience", ""], ["staff", "community", "board"]),
            (["sample", "log", "--audience=b"], ["staff", "community", "board"]),
            (["sample", "report", ""], ["list", "trainings", "attendance", "reach"]),
            (["sample", "report", "list", "-"], ["-d", "--database", "--wait", "--yes", "--help"]),
            (["sample", "session", "list", "a", ""], ["files"]),
            (["sample", "log", "--minutes", ""], []),
        ]
    )
    func `zsh offers what fits`(words: [String], offered: [String]) throws {
        let list = words.map { "'\($0)'" }.joined(separator: " ")
        let script =
            """
            compdef() {}; compset() {}; _files() { print files }
            compadd() { shift; print -l -- "$@" }
            _describe() { print -l -- "${offers[@]%%:*}" }

            """ + CompletionShell.zsh.script(for: Sample.self)
            + "words=(\(list)); CURRENT=\(words.count); PREFIX=${words[-1]}; _sample\n"
        let (output, _) = try run(script, with: "zsh -f")
        #expect(output.split(separator: "\n").map { String($0) } == offered)
    }

    /// Runs a shell over a script in a file of its own; answers what it prints and its status.
    private func run(_ script: String, with shell: String) throws -> (output: String, status: Int32) {
        var path = Array("/tmp/completion-XXXXXX".utf8CString)
        let descriptor = mkstemp(&path)
        try #require(descriptor >= 0)
        let file = String(decoding: path.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer { unlink(file) }
        let bytes = Array(script.utf8)
        try #require(write(descriptor, bytes, bytes.count) == bytes.count)
        close(descriptor)
        let pipe = try #require(popen("\(shell) \(file) 2>&1", "r"))
        var output: [UInt8] = []
        while case let byte = getc(pipe), byte != EOF { output.append(UInt8(truncatingIfNeeded: byte)) }
        return (String(decoding: output, as: UTF8.self), pclose(pipe))
    }
}
