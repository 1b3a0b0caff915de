import Glibc

/// The sheets of a form for answers that lie beside the checkout and never in it.
package struct RealForm: Sendable {
    /// Its ref, and the beginning of its files' names.
    package let ref: String
    package let wave: String
    package private(set) var survey = "type,name,label,scale,reversed\n"
    package private(set) var choices = "list_name,name,label,value,also\n"
    package private(set) var scales = "scale,title,scoring,min_valid,direction\n"

    init(_ ref: String, wave: String = "after") {
        self.ref = ref
        self.wave = wave
    }

    /// Writes the sheets to a folder and returns the words of the command that reads them there.
    package func write(to folder: String) throws -> [String] {
        var words = ["form", "add", ref, "--wave", wave]
        for (name, text) in [("survey", survey), ("choices", choices), ("scales", scales)] {
            try Support.write(text, to: "\(folder)/\(ref)-\(name).csv")
            words += ["--\(name)", "\(ref)-\(name).csv"]
        }
        return words
    }

    /// Asks a question for each column; the words of the question are the column's name.
    mutating func ask(_ type: String, _ columns: [String], scale: String = "", reversed: Set<String> = []) {
        for column in columns {
            survey += "\(type),\(column),\(column)?,\(scale),\(reversed.contains(column) ? "yes" : "")\n"
        }
    }

    /// A list of ordered labels that count from 1; those of `outside` are an answer and no number.
    mutating func order(_ list: String, _ labels: [String], outside: [String] = [], also: [String: String] = [:]) {
        for (index, label) in (labels + outside).enumerated() {
            let value = index < labels.count ? String(index + 1) : ""
            choices += "\(list),c\(index + 1),\(Self.quoted(label)),\(value),\(Self.quoted(also[label] ?? ""))\n"
        }
    }

    /// A list of whole numbers that are their own labels; those of `outside` are an answer and no number.
    mutating func count(_ list: String, _ range: ClosedRange<Int>, outside: [Int] = []) {
        for number in range { choices += "\(list),\(number),\(number),\(number),\n" }
        for number in outside { choices += "\(list),\(number),\(number),,\n" }
    }

    /// A list of what a column of a file holds, a cell split where `separator` says so.
    mutating func gather(_ list: String, _ file: RealTable, _ column: String, separator: Character? = nil) {
        var seen: Set<String> = []
        for cell in file.values(column) {
            for text in separator.map({ separator in cell.split(separator: separator).map(String.init) }) ?? [cell]
            where !["", "NA"].contains(text) && seen.insert(text.lowercased()).inserted {
                choices += "\(list),c\(seen.count),\(Self.quoted(text)),,\n"
            }
        }
    }

    mutating func score(_ scale: String, minValid: Int?) {
        scales += "\(scale),\(scale),mean,\(minValid.map(String.init) ?? ""),neutral\n"
    }

    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}

/// A file of answers, read in the plainest way.
package struct RealTable: Sendable {
    package let columns: [String]
    private let rows: [[String]]

    /// The file at a path below `shared/data`; empty where it is absent.
    package init(_ path: String) {
        let text = RealForms.folder.flatMap { contents(of: "\($0)/\(path)") } ?? ""
        var (rows, row, cell, isQuoted): ([[String]], [String], String, Bool) = ([], [], "", false)
        var last: Character?
        for character in text {
            defer { last = character }
            switch character {
            case "\"":
                // A doubled mark in a quoted cell is one.
                if !isQuoted, last == "\"" { cell.append(character) }
                isQuoted.toggle()
            case "," where !isQuoted:
                row.append(cell)
                cell = ""
            case "\n" where !isQuoted, "\r\n" where !isQuoted:
                rows.append(row + [cell])
                (row, cell) = ([], "")
            default: cell.append(character)
            }
        }
        if !row.isEmpty { rows.append(row + [cell]) }
        columns = rows.first ?? []
        self.rows = Array(rows.dropFirst())
    }

    /// The cells of a column, without white space at their ends.
    package func values(_ column: String) -> [String] {
        guard let index = columns.firstIndex(of: column) else { return [] }
        return rows.compactMap { row in row.indices.contains(index) ? Self.trimmed(row[index]) : nil }
    }

    /// Each row's cells by their columns, without white space at their ends.
    package var cells: [[String: String]] {
        rows.map { row in Dictionary(uniqueKeysWithValues: zip(columns, row.map(Self.trimmed))) }
    }

    private static func trimmed(_ cell: String) -> String {
        cell.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
