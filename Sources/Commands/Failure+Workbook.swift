import CommandLineKit
import Documents

extension Failure {
    /// Why a workbook could not be made.
    init(_ problem: WorkbookProblem) {
        switch problem {
        case .noLibrary(let name):
            self.init(
                "workbooks need \(name), which is not installed",
                advice: "Install it (on Debian: apt-get install libxlsxwriter4), or choose another format.",
                code: .cannotCreate
            )
        case .failed(let words):
            self.init(
                "can't create the workbook: \(words.asRemark)",
                advice: "No partial file was left behind. Check for free disk space and memory.",
                code: .ioError
            )
        case .tooManyRows(let table):
            self.init(
                "\(table): too many rows for a workbook (the limit is 1,048,576)",
                advice: "Use a shorter --period, or --format csv.",
                code: .usage
            )
        case .tooLong(let table, let row, let column):
            self.init(
                "\(table): \(column) in row \(row) is too long for a workbook cell (the limit is 32,767 characters)",
                advice: "Use --format csv, which has no limit.",
                code: .usage
            )
        }
    }
}
