/// What the words of a command line came to.
package enum Parsed {
    /// A command to run, filled and validated, with its words from the program's name on.
    case command(any ParsableCommand, path: [String])

    /// A text to print, ending in a line feed: help, the version, a completion script.
    case text(String)
}
