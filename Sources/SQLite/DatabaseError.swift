/// What SQLite, or this driver, refused: a code, a message and the text of the statement.
///
/// Bound values are never part of it, because they are people (reliability.md, rule 6).
package struct DatabaseError: Error, Hashable, Sendable {
    /// SQLite's extended result code.
    package let code: ResultCode
    /// SQLite's own words, or the driver's, without values.
    package let message: String
    /// The statement as written, `?` in place of each value; nil where no statement was at work.
    package let sql: String?
    /// The operating system's error number, 0 where it had no part.
    package let systemError: Int32
    /// Whether a COMMIT failed in such a way that the change may be stored after all.
    ///
    /// The caller reopens the file and looks (reliability.md, rule 2).
    package internal(set) var isCommitUncertain = false

    package init(code: ResultCode, message: String, sql: String? = nil, systemError: Int32 = 0) {
        self.code = code
        self.message = message
        self.sql = sql
        self.systemError = systemError
    }
}

extension DatabaseError {
    /// Whether another connection held the file for the whole wait.
    package var isBusy: Bool { code.primary == .busy || code.primary == .locked }
    /// Whether the disk, or the file's own limit, is full.
    package var isFull: Bool { code.primary == .full }
    /// Whether reading or writing the file failed.
    package var isInputOutput: Bool { code.primary == .inputOutput }
    /// Whether the file is damaged or no database at all.
    package var isCorrupt: Bool { code.primary == .corrupt || code.primary == .notADatabase }
    /// Whether a constraint of the schema refused the row.
    package var isConstraint: Bool { code.primary == .constraint }
    /// Whether a value that is stored is none that can be: of another class, or too large to count with.
    ///
    /// SQLite reports a sum that overflows as a plain error with these words (func.c, `sumFinalize`; "abs" likewise).
    package var isMistaken: Bool { code == .mismatch || code == .error && message == "integer overflow" }
    /// Whether somebody asked to stop.
    package var isInterrupted: Bool { code.primary == .interrupted }
    /// Whether memory ran out.
    package var isOutOfMemory: Bool { code.primary == .noMemory }
    /// Whether the file, or its folder, cannot be written.
    package var isReadOnly: Bool { code.primary == .readOnly }

    /// The name of the broken constraint; nil where SQLite does not say it (foreign keys) or none was broken.
    ///
    /// A CHECK gives its name, UNIQUE and NOT NULL `table.column`, several with `, ` between, an index on an
    /// expression its own name, and a STRICT table's type check `table.column`.
    /// Source: <https://sqlite.org/rescode.html#constraint> and the messages of SQLite 3.40.1.
    package var constraint: String? {
        guard isConstraint else { return nil }
        if let name = message.after(" constraint failed: ") {
            guard let index = name.after("index '") else { return name }
            return String(index.dropLast())
        }
        return code == .constraintDataType ? message.after(" column ") : nil
    }
}

extension DatabaseError: CustomStringConvertible {
    /// One line: code, message and statement.
    package var description: String {
        let place = sql.map { " in: \($0)" } ?? ""
        return "SQLite error \(code.rawValue): \(message)\(place)"
    }
}

extension String {
    /// What follows the first occurrence of `mark`, or nil.
    fileprivate func after(_ mark: String) -> String? {
        var rest = self[...]
        while !rest.isEmpty {
            if rest.hasPrefix(mark) { return String(rest.dropFirst(mark.count)) }
            rest = rest.dropFirst()
        }
        return nil
    }
}
