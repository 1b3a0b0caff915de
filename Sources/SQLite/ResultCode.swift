/// A result code of SQLite, extended where SQLite gives one.
///
/// Open on purpose: a later library may return codes that this file does not name.
/// Source: <https://sqlite.org/rescode.html>
package struct ResultCode: RawRepresentable, Hashable, Sendable {
    package let rawValue: Int32

    package init(rawValue: Int32) {
        self.rawValue = rawValue
    }

    private init(_ primary: Int32, _ detail: Int32 = 0) {
        rawValue = primary | detail << 8
    }

    /// The code without its detail: its low eight bits.
    package var primary: ResultCode { ResultCode(rawValue: rawValue & 0xff) }
}

extension ResultCode {
    package static let ok = ResultCode(0)
    package static let error = ResultCode(1)
    package static let `internal` = ResultCode(2)
    package static let permission = ResultCode(3)
    package static let abort = ResultCode(4)
    package static let busy = ResultCode(5)
    package static let locked = ResultCode(6)
    package static let noMemory = ResultCode(7)
    package static let readOnly = ResultCode(8)
    package static let interrupted = ResultCode(9)
    package static let inputOutput = ResultCode(10)
    package static let corrupt = ResultCode(11)
    package static let notFound = ResultCode(12)
    package static let full = ResultCode(13)
    package static let cannotOpen = ResultCode(14)
    package static let schemaChanged = ResultCode(17)
    package static let tooBig = ResultCode(18)
    package static let constraint = ResultCode(19)
    package static let mismatch = ResultCode(20)
    package static let misuse = ResultCode(21)
    package static let authorization = ResultCode(23)
    package static let range = ResultCode(25)
    package static let notADatabase = ResultCode(26)
    package static let row = ResultCode(100)
    package static let done = ResultCode(101)
}

extension ResultCode {
    package static let constraintCheck = ResultCode(19, 1)
    package static let constraintForeignKey = ResultCode(19, 3)
    package static let constraintNotNull = ResultCode(19, 5)
    package static let constraintPrimaryKey = ResultCode(19, 6)
    package static let constraintTrigger = ResultCode(19, 7)
    package static let constraintUnique = ResultCode(19, 8)
    package static let constraintRowID = ResultCode(19, 10)
    package static let constraintDataType = ResultCode(19, 12)
    package static let readOnlyRollback = ResultCode(8, 3)
    package static let readOnlyDatabaseMoved = ResultCode(8, 4)
    package static let readOnlyCannotLock = ResultCode(8, 2)
    package static let busySnapshot = ResultCode(5, 2)
    package static let inputOutputSync = ResultCode(10, 4)
    package static let inputOutputFolderSync = ResultCode(10, 5)
}
