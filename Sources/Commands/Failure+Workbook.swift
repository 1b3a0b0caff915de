import CommandLineKit
import Documents

extension Failure {
    /// Why a workbook could not be made.
    init(_ problem: WorkbookProblem) {
        switch problem {
        case .noLibrary(let name):
            self.init(
                "workbooks are written with \(name), which is not installed",
                advice: "Install it (on Debian: apt-get install libxlsxwriter4), or choose another format.",
                code: .cannotCreate
            )
        case .failed(let words):
            self.init(
                "the workbook could not be made: \(words.asRemark)",
                advice: "No part of it was left behind. Is there room on the disk and in memory?",
                code: .ioError
            )
        case .tooManyRows(let table):
            self.init(
                "\(table): a sheet holds 1,048,576 rows, and there are more",
                advice: "Name a shorter --period, or choose --format csv.",
                code: .usage
            )
        case .tooLong(let table, let row, let column):
            self.init(
                "\(table): \(column) in row \(row) is longer than the 32,767 characters that a cell holds",
                advice: "Choose --format csv, which has no such limit.",
                code: .usage
            )
        }
    }
}
