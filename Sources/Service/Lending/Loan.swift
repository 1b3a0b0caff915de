import Records

/// A store that is lent to one caller at a time.
///
/// Unchecked, because a store belongs to one task: ``StoreLender`` hands a loan to one caller and takes it back before
/// the next, and the connection may be used from any thread as long as never from two at once
/// (<https://sqlite.org/threadsafe.html>, multi-thread).
final class Loan: @unchecked Sendable {
    let store: Store
    /// Whether nobody has used it yet, so that all it read when it was opened is of now.
    var isFresh = true
    /// The number that SQLite raises when a schema changes, as it was when the store was opened; nil for one that is not
    /// kept between loans.
    private let schemaVersion: Int64?

    init(_ store: Store, isKept: Bool) throws {
        self.store = store
        schemaVersion = isKept ? try store.schemaVersion() : nil
    }

    /// Whether the path still leads to this file, and its schema is the one that was looked over: a restore and an
    /// upgrade put another file in its place.
    var isCurrent: Bool {
        // A file that can't be asked is opened anew, which says what is wrong with it.
        guard store.isInPlace, let version = try? store.schemaVersion() else { return false }
        return version == schemaVersion
    }
}
