/// Compiled statements by their text, each checked out by one user at a time.
///
/// A statement that is out (a query inside the loop over the same query) is not handed out twice: the second user
/// compiles its own, which goes when it is done. When full, the one unused for longest makes room.
struct StatementCache {
    private var statements: [String: CompiledStatement] = [:]
    private var clock = 0
    private let capacity: Int

    init(capacity: Int) {
        self.capacity = capacity
    }

    /// How many statements are held.
    var count: Int { statements.count }

    /// The idle statement with this text, now in use; else a new one from `compile`.
    mutating func checkOut(
        _ text: String,
        compile: (String) throws(DatabaseError) -> CompiledStatement
    ) throws(DatabaseError) -> CompiledStatement {
        clock += 1
        if let held = statements[text], !held.isInUse {
            held.isInUse = true
            held.lastUse = clock
            return held
        }
        let statement = try compile(text)
        statement.isInUse = true
        statement.lastUse = clock
        if statements[text] == nil { keep(statement) }
        return statement
    }

    /// Resets a statement and makes it idle. A reset statement holds no lock on the file.
    func checkIn(_ statement: CompiledStatement) {
        statement.clear()
        statement.isInUse = false
    }

    /// Forgets all; those in use go when they are handed back.
    mutating func removeAll() {
        statements.removeAll()
    }

    private mutating func keep(_ statement: CompiledStatement) {
        if statements.count >= capacity {
            let idle = statements.values.filter { !$0.isInUse }
            guard let oldest = idle.min(by: { $0.lastUse < $1.lastUse }) else { return }
            statements[oldest.text] = nil
        }
        statements[statement.text] = statement
    }
}
