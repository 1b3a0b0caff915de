import CommandLineKit
import Testing

/// The command that the words ask for; fails the test when they ask for a text.
func command<Command: ParsableCommand>(
    _ words: [String],
    as type: Command.Type = Command.self,
    sourceLocation: SourceLocation = #_sourceLocation
) throws -> Command {
    let parsed = try Sample.parseAsRoot(words)
    guard case .command(let command, _) = parsed else {
        return try #require(nil as Command?, "a text came back", sourceLocation: sourceLocation)
    }
    return try #require(command as? Command, sourceLocation: sourceLocation)
}

/// The text that the words ask for.
func text(_ words: [String], of root: any ParsableCommand.Type = Sample.self) throws -> String {
    guard case .text(let text) = try root.parseAsRoot(words) else { return try #require(nil as String?) }
    return text
}

/// The error that the words are answered with.
func refusal(_ words: [String], of root: any ParsableCommand.Type = Sample.self) -> UsageError? {
    do {
        _ = try root.parseAsRoot(words)
        return nil
    } catch {
        return error
    }
}
