/// A type whose values can stand for a `?` of a statement.
package protocol Bindable {
    /// The value as SQLite will store it. Used where values are kept, not in bulk.
    var sqlValue: SQLValue { get }

    /// Binds this value to the binder's next parameter: exactly one call of the binder.
    func bind(to binder: inout Binder)
}

extension Bindable where Self: RawRepresentable, RawValue: Bindable {
    package var sqlValue: SQLValue { rawValue.sqlValue }
    package func bind(to binder: inout Binder) { rawValue.bind(to: &binder) }
}

extension Int: Bindable {
    package var sqlValue: SQLValue { .integer(Int64(self)) }
    package func bind(to binder: inout Binder) { binder.bind(Int64(self)) }
}

extension Int64: Bindable {
    package var sqlValue: SQLValue { .integer(self) }
    package func bind(to binder: inout Binder) { binder.bind(self) }
}

extension Bool: Bindable {
    package var sqlValue: SQLValue { .integer(self ? 1 : 0) }
    package func bind(to binder: inout Binder) { binder.bind(self ? 1 : 0 as Int64) }
}

extension Double: Bindable {
    package var sqlValue: SQLValue { .real(self) }
    package func bind(to binder: inout Binder) { binder.bind(self) }
}

extension String: Bindable {
    package var sqlValue: SQLValue { .text(self) }

    package func bind(to binder: inout Binder) {
        var copy = self
        copy.withUTF8 { unsafe binder.bind(copying: UnsafeRawBufferPointer($0), as: .text) }
    }
}

extension [UInt8]: Bindable {
    package var sqlValue: SQLValue { .blob(self) }

    package func bind(to binder: inout Binder) {
        unsafe withUnsafeBytes { unsafe binder.bind(copying: $0, as: .blob) }
    }
}

extension Optional: Bindable where Wrapped: Bindable {
    package var sqlValue: SQLValue { map(\.sqlValue) ?? .null }

    package func bind(to binder: inout Binder) {
        switch self {
        case .some(let value): value.bind(to: &binder)
        case .none: binder.bindNull()
        }
    }
}

/// UTF-8 text somewhere in the caller's memory, bound without a copy and without a `String`.
///
/// The memory must stay as it is until the call that binds it has returned: a statement reads it only inside that
/// call, and a later call must bind every parameter anew. The bytes must be valid UTF-8 without NUL.
/// Source: <https://sqlite.org/c3ref/bind_blob.html> (SQLITE_STATIC)
@unsafe package struct Bytes: Bindable {
    private let bytes: UnsafeRawBufferPointer

    /// Text at `bytes`.
    package init(_ bytes: UnsafeRawBufferPointer) {
        unsafe self.bytes = bytes
    }

    /// Text at a part of a larger buffer.
    package init(_ bytes: Slice<UnsafeRawBufferPointer>) {
        unsafe self.bytes = UnsafeRawBufferPointer(rebasing: bytes)
    }

    package var sqlValue: SQLValue { unsafe .text(String(decoding: bytes, as: UTF8.self)) }
    package func bind(to binder: inout Binder) { unsafe binder.bind(borrowing: bytes, as: .text) }
}
