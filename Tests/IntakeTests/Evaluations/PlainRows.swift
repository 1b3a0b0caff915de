import Support

/// The rows of a real file that answer any of some questions, found without the program: a loop over its cells.
struct PlainRows {
    typealias Row = [String: String]

    /// Every row of the file.
    let all: [Row]
    /// Those with an answer in any of the questions' columns, whatever the answer is.
    let answered: [Row]

    /// How many rows answer none of the questions.
    var blank: Int { all.count - answered.count }

    /// What an import of the file says about its rows.
    var words: String {
        "rows \(all.count), created \(answered.count)" + (blank == 0 ? "" : ", skipped \(blank)")
    }

    init(_ path: String, asking questions: [String]) {
        all = RealTable(path).cells
        answered = all.filter { row in questions.contains { Self.isAnswer(row[$0]) } }
    }

    /// Whether a cell holds anything; these files write NA where somebody left a question out.
    static func isAnswer(_ cell: String?) -> Bool { !["", "NA"].contains(cell ?? "") }

    /// How many of the rows are of each month, whose column holds a day as month, day and a year of two digits.
    static func months(of rows: [Row], _ column: String) -> [String: Int] {
        rows.reduce(into: [:]) { counts, row in
            let parts = (row[column] ?? "").split(separator: " ")[0].split(separator: "/")
            counts["20\(parts[2])-\(parts[0].count == 1 ? "0" : "")\(parts[0])", default: 0] += 1
        }
    }

    /// How often the rows hold each code of a column; case does not matter.
    static func codes(of rows: [Row], _ column: String) -> [String: Int] {
        rows.reduce(into: [:]) { counts, row in
            guard let code = row[column], isAnswer(code) else { return }
            counts[code.lowercased(), default: 0] += 1
        }
    }

    /// How many codes stand exactly once before and exactly once after one workshop.
    static func pairs(_ before: [Row], _ after: [Row], at workshop: String) -> Int {
        let (first, second) = (codes(of: before, at: workshop), codes(of: after, at: workshop))
        return first.count { code, times in times == 1 && second[code] == 1 }
    }

    private static func codes(of rows: [Row], at workshop: String) -> [String: Int] {
        codes(of: rows.filter { $0["workshop"] == workshop }, "join_key")
    }
}
