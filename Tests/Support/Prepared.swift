import Synchronization

/// What many tests begin with and nobody changes, made once in a process: the bytes of a record that was just begun.
package final class Prepared<Value: Sendable>: Sendable {
    private let made = Mutex<[String: Value]>([:])

    package init() {}

    /// The value of this name; `make` is asked for it the first time.
    package func value(_ name: String, make: () throws -> Value) throws -> Value {
        if let known = made.withLock({ $0[name] }) { return known }
        let value = try make()
        made.withLock { $0[name] = value }
        return value
    }
}
