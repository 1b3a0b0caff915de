import CommandLineKit
import Support
import Testing

@testable import Commands

/// The help of every command, whole, as a file each; `GROUNDWORK_REWRITE=1` writes them anew.
@Suite struct HelpTests {
    static let paths = [[]] + below(Groundwork.self, [])

    private static func below(_ command: any ParsableCommand.Type, _ path: [String]) -> [[String]] {
        command.configuration.subcommands.filter { $0.configuration.shouldDisplay }.flatMap { next in
            let own = path + [next.configuration.commandName ?? ""]
            return [own] + below(next, own)
        }
    }

    @Test(arguments: paths)
    func `the help of a command is what its file holds`(path: [String]) throws {
        let desk = try Desk(begun: false)
        let answer = desk.run(path + ["--help"])
        let file = testFolder("Help") + "/" + (["groundwork"] + path).joined(separator: "-") + ".txt"
        if rewritesGoldenFiles { try write(answer.output, to: file) }
        #expect(answer.output == contents(of: file))
        #expect(answer.errors == "")
        #expect(answer.code == 0)
    }

    @Test func `there is no help file without its command`() {
        let known = Self.paths.map { (["groundwork"] + $0).joined(separator: "-") + ".txt" }
        let kept = files(in: testFolder("Help"), endingIn: ".txt").compactMap {
            $0.split(separator: "/").last.map(String.init)
        }
        #expect(kept.sorted() == known.sorted())
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func `a shell learns the words of every command`(shell: String) throws {
        let desk = try Desk(begun: false)
        let answer = desk.run(["--generate-completion-script", shell])
        #expect(answer.code == 0)
        for word in ["session", "postpone", "fiscal-year-start"] { #expect(answer.output.contains(word)) }
    }
}
