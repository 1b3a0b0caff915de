import Files
import Records

/// A table of an export that is read whole: its rows by the names of its columns.
struct SmallTable {
    /// A row, and where it stands.
    struct Row {
        /// The physical line, from 1.
        let line: Int
        fileprivate let cells: [String: String]

        /// The text of a column; nil where it is blank, or there is no such column.
        subscript(column: String) -> String? { cells[column].flatMap { $0.isEmpty ? nil : $0 } }
    }

    /// The file as it was named.
    let name: String
    private(set) var header: [String] = []
    private(set) var rows: [Row] = []

    /// - Throws: `FileProblem`; `ImportRefused` where the text can't be read.
    init(path: String) throws {
        let bytes = try FileBytes(path: path)
        name = bytes.name
        do {
            let reader = CSVReader(bytes, survey: try Survey(of: bytes))
            guard try reader.next() else { return }
            header = (0..<reader.count).map { reader.text($0).trimmed }
            while try reader.next() {
                if reader.isBlank { continue }
                let cells = header.indices.prefix(reader.count).map { (header[$0], reader.text($0)) }
                rows.append(Row(line: reader.line, cells: Dictionary(cells) { first, _ in first }))
            }
        } catch let problem as CSVProblem {
            throw ImportRefused([ImportIssue(problem, file: bytes.name)])
        }
    }

    /// The rows of one form as a sheet of its own, without the column that names it.
    func sheet(of form: String) -> FileBytes {
        let columns = header.filter { $0 != "form" }
        let own = rows.filter { $0["form"]?.lowercased() == form.lowercased() }
        let lines = [columns] + own.map { row in columns.map { row[$0] ?? "" } }
        let text = lines.map { $0.map(Self.quoted).joined(separator: ",") + "\n" }.joined()
        return FileBytes(bytes: Array(text.utf8), name: name)
    }

    private static func quoted(_ cell: String) -> String {
        "\"" + cell.replacing("\"", with: "\"\"") + "\""
    }

    /// A refusal of a row, or of the whole file.
    func refusal(_ row: Row?, _ column: String?, _ what: String, _ advice: Advice? = nil) -> ImportRefused {
        ImportRefused([ImportIssue(file: name, line: row?.line, column: column, what: what, advice: advice)])
    }
}
