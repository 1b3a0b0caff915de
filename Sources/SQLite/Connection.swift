import CSQLite

/// The state behind one `Database`: SQLite's handle, the cache, and what is under way.
///
/// A class, because C callbacks and lent statements refer to it; it never leaves the module, and `Database` cannot be
/// copied or sent, so that one task uses it at a time.
@safe final class Connection {
    let pointer: OpaquePointer
    let path: String
    var wait: Double
    let interrupt: Interrupt
    /// The write turn among processes; nil in memory, for readers, and for a file that nobody else knows.
    let turn: WriteTurn?
    /// What keeps the process's descriptor of the file; nil in memory and for a file that nobody else knows.
    private let file: WriteTurn?
    /// Which file it was when it was opened; nil in memory and for a file that nobody else knows.
    var identity: FileIdentity?
    var cache = StatementCache(capacity: 128)
    var scope = Scope.none
    var observer: ((borrowing RowChange) -> Void)?
    var tableNames = TableNames()
    var progress: (() -> Bool)?
    /// Whether a statement of the driver itself is running, which `progress` must not stop.
    var isControlling = false
    /// When the statement that now waits for a lock gives up.
    var busyDeadline = 0.0

    /// The transaction under way.
    enum Scope {
        case none, reading, writing
    }

    /// Settles, once, what the library does for the whole process: it keeps no count of its memory, which nobody reads
    /// and for which every allocation of every connection would wait at one lock. Misuse means that another part of the
    /// process used the library before; it then goes on counting. <https://sqlite.org/c3ref/c_config_covering_index_scan.html>
    private static let library: Void = { _ = groundwork_sqlite_count_memory(0) }()

    /// - Parameter file: the file's turn, which is given back with the connection, also where it can't be opened.
    init(path: String, flags: Int32, file: WriteTurn?, wait: Double) throws(DatabaseError) {
        Self.library
        var opened: OpaquePointer?
        let code = unsafe sqlite3_open_v2(path, &opened, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
        guard let handle = unsafe opened, code == SQLITE_OK else {
            let error = unsafe DatabaseError(opened, code, sql: nil)
            // Frees the handle of the failed open; there is nothing to report beyond `error`.
            _ = unsafe sqlite3_close_v2(opened)
            file?.close()
            throw error
        }
        unsafe pointer = unsafe handle
        self.path = path
        self.file = file
        turn = flags & SQLITE_OPEN_READONLY == 0 ? file : nil
        self.wait = Self.bounded(wait)
        unsafe interrupt = Interrupt(handle)
    }

    /// At most an hour, so that no deadline overflows.
    static func bounded(_ wait: Double) -> Double { wait > 0 ? min(wait, 3600) : 0 }

    deinit {
        interrupt.close()
        cache.removeAll()
        // A failure would mean a statement still out; close_v2 then waits for it.
        _ = unsafe sqlite3_close_v2(pointer)
        file?.close()
    }

    /// The error for a code that SQLite just returned.
    func error(_ code: Int32, sql: String?) -> DatabaseError {
        if code & 0xff == SQLITE_BUSY, interrupt.isRequested {
            return DatabaseError(code: .interrupted, message: "interrupted", sql: sql)
        }
        return unsafe DatabaseError(pointer, code, sql: sql)
    }

    /// Throws unless `code` is OK.
    func check(_ code: Int32, sql: String? = nil) throws(DatabaseError) {
        if code != SQLITE_OK { throw error(code, sql: sql) }
    }

    /// Whether no transaction is open.
    var isAutocommit: Bool { unsafe sqlite3_get_autocommit(pointer) != 0 }

    /// Runs a constant statement without values, ignoring rows. Needs no transaction.
    ///
    /// The progress handler is silent meanwhile: SQLite also asks it when a COMMIT is done, and would call that one
    /// interrupted (`vdbe_return` in vdbe.c).
    func control(_ sql: StaticString) throws(DatabaseError) {
        let statement = try checkOut(sql.description)
        isControlling = true
        defer {
            isControlling = false
            cache.checkIn(statement)
        }
        var code = unsafe sqlite3_step(statement.pointer)
        while code == SQLITE_ROW { code = unsafe sqlite3_step(statement.pointer) }
        if code != SQLITE_DONE { throw error(code, sql: statement.text) }
    }

    /// An idle compiled statement with this text, now in use; hand it back with `cache.checkIn`.
    func checkOut(_ text: String) throws(DatabaseError) -> CompiledStatement {
        try cache.checkOut(text) { text throws(DatabaseError) in try self.compile(text) }
    }

    /// Compiles exactly one statement.
    private func compile(_ text: String) throws(DatabaseError) -> CompiledStatement {
        var copy = text
        let result: Result<CompiledStatement, DatabaseError> = copy.withUTF8 { utf8 in
            Result { () throws(DatabaseError) in try unsafe compile(utf8, text) }
        }
        return try result.get()
    }

    private func compile(
        _ utf8: UnsafeBufferPointer<UInt8>,
        _ text: String
    ) throws(DatabaseError) -> CompiledStatement {
        guard let (pointer, length) = unsafe try prepare(utf8, flags: UInt32(SQLITE_PREPARE_PERSISTENT), text) else {
            throw DatabaseError(code: .misuse, message: "There is no statement.", sql: text)
        }
        let statement = unsafe CompiledStatement(pointer, text: text)
        let rest = unsafe UnsafeBufferPointer(rebasing: utf8[length...])
        if let (second, _) = unsafe try prepare(rest, flags: 0, text) {
            _ = unsafe sqlite3_finalize(second)
            throw DatabaseError(code: .misuse, message: "There is more than one statement.", sql: text)
        }
        return statement
    }

    /// Compiles the first statement of a text; nil where only white space and comments are left.
    ///
    /// Source: <https://sqlite.org/c3ref/prepare.html>
    func prepare(
        _ utf8: UnsafeBufferPointer<UInt8>,
        flags: UInt32,
        _ text: String
    ) throws(DatabaseError) -> (OpaquePointer, Int)? {
        guard let base = utf8.baseAddress, utf8.count > 0 else { return nil }
        let start = unsafe UnsafeRawPointer(base).assumingMemoryBound(to: CChar.self)
        var statement: OpaquePointer?
        var end: UnsafePointer<CChar>?
        let code = unsafe sqlite3_prepare_v3(pointer, start, Int32(utf8.count), flags, &statement, &end)
        try check(code, sql: text)
        guard let statement = unsafe statement, let end = unsafe end else { return nil }
        return unsafe (statement, end - start)
    }

    /// Throws where a statement must not run: the transaction around it is gone, it would write in a `read`, or
    /// somebody asked to stop.
    ///
    /// SQLite ends a transaction by itself after some errors (full disk, I/O, memory, interrupt); what follows would
    /// otherwise be stored piece by piece. Source: <https://sqlite.org/lang_transaction.html#response_to_errors>
    func admit(_ statement: CompiledStatement) throws(DatabaseError) {
        switch scope {
        case .none:
            break
        case .reading where !statement.isReadOnly:
            throw DatabaseError(code: .readOnly, message: "This would write within a read.", sql: statement.text)
        case .reading, .writing:
            if isAutocommit {
                throw DatabaseError(code: .abort, message: "The transaction has been undone.", sql: statement.text)
            }
        }
        if interrupt.isRequested {
            throw DatabaseError(code: .interrupted, message: "interrupted", sql: statement.text)
        }
    }

    /// Steps a bound statement to its end, or until `body` says false after a row, and resets it.
    ///
    /// A single statement that writes, outside a transaction, takes its turn like one.
    func run(_ statement: CompiledStatement, _ body: () throws -> Bool = { true }) throws {
        try admit(statement)
        let isAlone = scope == .none && !statement.isReadOnly
        if isAlone { try takeTurn() }
        defer { if isAlone { turn?.release() } }
        defer { statement.reset() }
        while true {
            let code = unsafe sqlite3_step(statement.pointer)
            if code == SQLITE_DONE { return }
            if code != SQLITE_ROW { throw error(code, sql: statement.text) }
            guard try body() else { return }
        }
    }

    /// Waits for the write turn among processes.
    func takeTurn() throws(DatabaseError) {
        try turn?.take(path: path, wait: wait, interrupt: interrupt)
    }
}

extension DatabaseError {
    /// The error that SQLite has just reported on a connection.
    init(_ connection: OpaquePointer?, _ code: Int32, sql: String?) {
        let words = unsafe connection.flatMap { unsafe sqlite3_errmsg($0) } ?? sqlite3_errstr(code)
        self.init(
            code: ResultCode(rawValue: code),
            message: unsafe words.map { unsafe String(cString: $0) } ?? "unknown error",
            sql: sql,
            systemError: unsafe connection.map { unsafe sqlite3_system_errno($0) } ?? 0
        )
    }
}
