import Synchronization

/// What a schema declares, by its fingerprint, read from the first record that asks: no record is opened whose schema is
/// another, so that a server, which opens many connections, reads it once.
final class Declared<Value: Sendable>: Sendable {
    private let known = Mutex<[String: Value]>([:])

    /// What the schema of this fingerprint declares; `read` is asked where nobody did so before.
    func value(of fingerprint: String, read: () throws -> Value) throws -> Value {
        if let value = known.withLock({ $0[fingerprint] }) { return value }
        let value = try read()
        known.withLock { $0[fingerprint] = value }
        return value
    }
}

extension Declared<[String: TableShape]> {
    /// The tables whose rows have a history, by name.
    static let shapes = Declared()
}

extension Declared<[Reference]> {
    /// Every column that names a row of another table.
    static let references = Declared()
}
