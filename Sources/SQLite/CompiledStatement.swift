import CSQLite

/// A compiled statement, its text, and the memory for its short texts. Finalized when the last reference goes.
@safe final class CompiledStatement {
    let pointer: OpaquePointer
    let text: String
    let parameterCount: Int32
    /// Whether SQLite says that it changes nothing in the file. <https://sqlite.org/c3ref/stmt_readonly.html>
    let isReadOnly: Bool
    /// Whether somebody has checked it out.
    var isInUse = false
    /// When it was last checked out, on the cache's own clock.
    var lastUse = 0

    private var room: UnsafeMutableRawBufferPointer
    private var used = 0
    private var wanted = 0
    private static let largestRoom = 1 << 16

    init(_ pointer: OpaquePointer, text: String) {
        unsafe self.pointer = pointer
        self.text = text
        parameterCount = unsafe sqlite3_bind_parameter_count(pointer)
        isReadOnly = unsafe sqlite3_stmt_readonly(pointer) != 0
        unsafe room = UnsafeMutableRawBufferPointer(start: nil, count: 0)
    }

    deinit {
        _ = unsafe sqlite3_finalize(pointer)
        unsafe room.deallocate()
    }

    /// Refuses a statement that would change the file, for those who may only read.
    func requireReadOnly() throws(DatabaseError) {
        if !isReadOnly { throw DatabaseError(code: .readOnly, message: "This would write.", sql: text) }
    }

    /// The name of a column, as the query gives it.
    func columnName(_ index: Int32) -> String {
        guard let name = unsafe sqlite3_column_name(pointer, index) else { return "column \(index)" }
        return unsafe String(cString: name)
    }

    /// A copy of `bytes` that lasts until `reset`; nil where there is no room, which then grows at the reset.
    func keep(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawPointer? {
        let count = bytes.count
        wanted += count
        guard unsafe count <= room.count - used, let start = unsafe room.baseAddress, let source = bytes.baseAddress
        else { return nil }
        let kept = unsafe start + used
        unsafe kept.copyMemory(from: source, byteCount: count)
        used += count
        return UnsafeRawPointer(kept)
    }

    /// Ends the current run. Bindings stay until the next bind or `clear`, but the memory behind them does not:
    /// every run binds every parameter (checked in `Statement`).
    func reset() {
        // The code is that of the last step, which has been reported already.
        _ = unsafe sqlite3_reset(pointer)
        used = 0
        let size = unsafe room.count
        if wanted > size, size < Self.largestRoom { grow() }
        wanted = 0
    }

    /// Ends the current run and lets go of all values.
    func clear() {
        reset()
        _ = unsafe sqlite3_clear_bindings(pointer)
    }

    private func grow() {
        _ = unsafe sqlite3_clear_bindings(pointer)
        unsafe room.deallocate()
        let size = min(max(wanted * 2, 256), Self.largestRoom)
        unsafe room = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 16)
    }
}
