/// A place in a file where the cells cannot be told apart or the text cannot be read, and what to look for there.
///
/// It never quotes the text: that may be a person. Reading stops at the first one, because nobody can know where the
/// next record begins.
package struct CSVProblem: Error, Equatable, Sendable {
    /// What is wrong.
    package enum Kind: Equatable, Sendable {
        /// A quotation mark opens a cell and the file ends before one closes it.
        case unclosedQuote
        /// Something other than a separator or a line end follows the mark that closes a cell.
        case textAfterQuote(opened: Int)
        /// A NUL byte, which no text has.
        case nul
        /// A cell is longer than the limit; `quoted` where a quotation mark opened it.
        case longCell(limit: Int, quoted: Bool)
        /// A record has more cells than the limit.
        case manyCells(limit: Int)
        /// A record has more bytes than the limit.
        case longRecord(limit: Int)
        /// Text saved as UTF-16 without the mark that says so.
        case unmarkedUTF16
        /// Bytes that are not UTF-8 in a file that otherwise is.
        case invalidUTF8
    }

    /// What is wrong.
    package let kind: Kind
    /// The physical line, from 1.
    package let line: Int
    /// The character within the line, from 1, counted in Unicode scalars.
    package let column: Int

    /// A problem at a place.
    package init(_ kind: Kind, line: Int, column: Int) {
        self.kind = kind
        self.line = line
        self.column = column
    }

    /// What is wrong and what to look for, without the place: for messages that begin with `FILE:LINE:`.
    package var sentence: String {
        switch kind {
        case .unclosedQuote:
            "a quotation mark is never closed. Look for a missing \" near here."
        case .textAfterQuote(let opened):
            "there is text after a closing quotation mark. "
                + (opened == line ? "" : "The cell starts on line \(opened). ")
                + "Inside quotation marks, write \" twice."
        case .nul:
            "the file has a NUL character. Save it again as CSV UTF-8."
        case .longCell(let limit, quoted: true):
            "this cell is longer than \(limit) bytes. Look for a missing closing \"."
        case .longCell(let limit, quoted: false):
            "this cell is longer than \(limit) bytes. Is this a CSV file?"
        case .manyCells(let limit):
            "this line has more than \(limit) cells. Is this a CSV file?"
        case .longRecord(let limit):
            "this row is longer than \(limit) bytes. Look for a missing closing \"."
        case .unmarkedUTF16:
            "this looks like UTF-16 without a byte-order mark. Save it again as CSV UTF-8."
        case .invalidUTF8:
            "this character is not UTF-8, but others in the file are. Save it again as CSV UTF-8."
        }
    }
}

extension CSVProblem: CustomStringConvertible {
    /// The place and the sentence, such as `line 17, column 5: a quotation mark is opened and never closed; …`.
    package var description: String {
        "line \(line), column \(column): \(sentence)"
    }
}
