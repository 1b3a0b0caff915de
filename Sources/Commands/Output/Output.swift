import Documents
import Files
import PlainText

/// Where a command prints. Results go to standard output, everything else to standard error.
enum Output {
    /// A remark for the person at the keyboard: one line on standard error.
    ///
    /// It is not part of the result, so that a reader of standard error who went away changes nothing.
    /// Its length has a bound, whatever stands in it: a cell may have a million bytes.
    static func note(_ line: String) {
        // A remark that can't be shown is no reason to fail.
        try? Environment.current.errors.write("\(VisibleText.line(line, bytes: longestNote))\n")
    }

    /// The most bytes of a line on standard error, without its line end.
    static let longestNote = 2_000

    /// The result: rows and data, which a terminal gets with nothing hidden in them.
    static func write(_ bytes: [UInt8]) throws {
        let screen = Environment.current.output
        try screen.write(screen.isTerminal ? VisibleText.ofRows(bytes) : bytes)
    }

    /// The result as it was drawn for a terminal, colors and all.
    static func write(drawn bytes: [UInt8]) throws {
        try Environment.current.output.write(bytes)
    }

    /// The result in one or more lines, of which each is made safe for a terminal.
    static func write(_ lines: String...) throws {
        try write(lines)
    }

    /// The result in lines.
    static func write(_ lines: [String]) throws {
        try Environment.current.output.write(lines.map { VisibleText.of($0) + "\n" }.joined())
    }

    /// Rows on their way out: to a file as they come. Anything but a file on a disk might hold them up, and the record
    /// with them, so for that they wait until the record is free again.
    static func gathered(to file: OutputFile?, _ rows: (@escaping RowWriter.Output) throws -> Void) throws {
        let screen = Environment.current.output
        if let file, file.isRegular {
            try rows { try file.write($0) }
            return try file.commit()
        }
        if file == nil, screen.isRegularFile { return try rows { try screen.write($0) } }
        let waiting = OutputSpool()
        try rows { try waiting.write($0) }
        if let file { return try waiting.send { try file.write($0) } }
        guard screen.isTerminal else { return try waiting.send { try screen.write($0) } }
        var bytes: [UInt8] = []
        try waiting.send { bytes += $0 }
        try write(bytes)
    }

    /// What a command answers that has stored something. A failure says that it is stored all the same.
    static func answer(_ lines: String...) throws { try answer(lines: lines) }

    /// As `answer`, for lines that are counted only as they are made.
    static func answer(lines: [String]) throws {
        do {
            try write(lines)
        } catch let problem as WriteProblem where !problem.isClosedPipe {
            throw AnswerLost(problem: problem)
        }
    }
}

/// What was asked is done and stored, but could not be answered.
struct AnswerLost: Error, Equatable {
    let problem: WriteProblem
}
