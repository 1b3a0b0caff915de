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
    /// SQLITE_OK: it was done, and there is no row to read.
    package static let ok = ResultCode(0)
    /// SQLITE_ERROR: something that no other code names; the message says what, such as `no such table`.
    package static let error = ResultCode(1)
    /// SQLITE_INTERNAL: SQLite found a fault in itself.
    package static let `internal` = ResultCode(2)
    /// SQLITE_PERM: a new database file could not be given the access that was asked for.
    package static let permission = ResultCode(3)
    /// SQLITE_ABORT: the statement was stopped by what was done beside it, such as a rollback.
    package static let abort = ResultCode(4)
    /// SQLITE_BUSY: another connection holds a lock on the file that is needed.
    package static let busy = ResultCode(5)
    /// SQLITE_LOCKED: the lock that is needed is held within this process or connection.
    package static let locked = ResultCode(6)
    /// SQLITE_NOMEM: memory ran out.
    package static let noMemory = ResultCode(7)
    /// SQLITE_READONLY: the file, or this connection, may not be written.
    package static let readOnly = ResultCode(8)
    /// SQLITE_INTERRUPT: somebody asked to stop (`sqlite3_interrupt`).
    package static let interrupted = ResultCode(9)
    /// SQLITE_IOERR: the operating system reported a failed read, write or sync; `DatabaseError.systemError` says
    /// which.
    package static let inputOutput = ResultCode(10)
    /// SQLITE_CORRUPT: the pages of the file contradict each other.
    package static let corrupt = ResultCode(11)
    /// SQLITE_NOTFOUND: an opcode, function or VFS of this name isn't there; statements never report it.
    package static let notFound = ResultCode(12)
    /// SQLITE_FULL: the disk, or the file's own limit of pages, is full.
    package static let full = ResultCode(13)
    /// SQLITE_CANTOPEN: the file, its journal or a temporary file can't be opened or made.
    package static let cannotOpen = ResultCode(14)
    /// SQLITE_SCHEMA: the schema changed since the statement was prepared; SQLite tries again before it reports this.
    package static let schemaChanged = ResultCode(17)
    /// SQLITE_TOOBIG: a text, blob or statement is longer than the limit.
    package static let tooBig = ResultCode(18)
    /// SQLITE_CONSTRAINT: a row breaks a rule of the schema; the extended code says of which kind.
    package static let constraint = ResultCode(19)
    /// SQLITE_MISMATCH: a rowid is no integer; this driver reports so a cell that is read as another type than it has.
    package static let mismatch = ResultCode(20)
    /// SQLITE_MISUSE: SQLite was called in a way that it forbids: a mistake of this driver.
    package static let misuse = ResultCode(21)
    /// SQLITE_AUTH: the authorizer refused the statement.
    package static let authorization = ResultCode(23)
    /// SQLITE_RANGE: a parameter's number is not one of the statement's. This driver also reports a wrong count of values
    /// by it, and a column that the query does not have.
    package static let range = ResultCode(25)
    /// SQLITE_NOTADB: the file does not begin like a database.
    package static let notADatabase = ResultCode(26)
    /// SQLITE_ROW: a row can be read; no error.
    package static let row = ResultCode(100)
    /// SQLITE_DONE: the statement has come to its end; no error.
    package static let done = ResultCode(101)
}

extension ResultCode {
    /// A CHECK was false; its name is the name of our rule.
    package static let constraintCheck = ResultCode(19, 1)
    /// A row names one that isn't there, or is named by one that is left; SQLite does not say which.
    package static let constraintForeignKey = ResultCode(19, 3)
    /// NULL where the column is NOT NULL.
    package static let constraintNotNull = ResultCode(19, 5)
    /// A second row of the same PRIMARY KEY.
    package static let constraintPrimaryKey = ResultCode(19, 6)
    /// A trigger refused the row by RAISE, in words of its own.
    package static let constraintTrigger = ResultCode(19, 7)
    /// A second row of the same UNIQUE columns or index.
    package static let constraintUnique = ResultCode(19, 8)
    /// A second row of the same rowid, in a table without an INTEGER PRIMARY KEY.
    package static let constraintRowID = ResultCode(19, 10)
    /// A value of a class that a column of a STRICT table does not take.
    package static let constraintDataType = ResultCode(19, 12)
    /// The file has a hot journal, and this connection may not write to roll it back.
    package static let readOnlyRollback = ResultCode(8, 3)
    /// The file at the path is another one since it was opened: it was moved, replaced or removed.
    package static let readOnlyDatabaseMoved = ResultCode(8, 4)
    /// No read lock on a WAL file can be had, because its shared memory may only be read.
    package static let readOnlyCannotLock = ResultCode(8, 2)
    /// A read transaction of a WAL file wants to write, and somebody else has written since it began.
    package static let busySnapshot = ResultCode(5, 2)
    /// `fsync` failed: what was written may be lost, even if a later one succeeds.
    package static let inputOutputSync = ResultCode(10, 4)
    /// `fsync` of the folder failed, so the name of a journal may be lost.
    package static let inputOutputFolderSync = ResultCode(10, 5)
}
