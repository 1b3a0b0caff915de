import SQLite

/// Writes people whom an import meets, their texts as they lie in its memory; part of a `change`.
///
/// An empty text and the organization 0 stand for what nobody said.
package struct PersonWriter {
    private let store: Store
    private let importID: Int64
    /// Whether some person's ref was given up, so that it must be looked whether a new one was.
    private let hasRetiredRefs: Bool

    /// A writer whose rows carry the id of this import.
    package init(_ store: Store, importID: Int64) throws {
        self.store = store
        self.importID = importID
        hasRetiredRefs =
            try store.database.value("SELECT EXISTS (SELECT 1 FROM retired_ref WHERE noun = 'person')") ?? true
    }

    /// Adds somebody with this ref, and returns their row id.
    ///
    /// - Throws: `RecordError` where the ref is none, or was somebody's who is gone.
    package func add(
        ref: UnsafeRawBufferPointer,
        name: UnsafeRawBufferPointer,
        email: UnsafeRawBufferPointer,
        organization: Int64
    ) throws -> Int64 {
        let text = String(decoding: ref.prefix(240), as: UTF8.self)
        guard Ref.isValid(text) else {
            let words = "can't be used. Use letters, digits, \".\", \"_\" and \"-\", at most 80."
            throw RecordError.invalid(field: "person", problem: words)
        }
        if hasRetiredRefs, try isRetired(ref) {
            throw RecordError.invalid(field: "person", problem: "this ref belonged to someone else")
        }
        return try insert(ref, name, email, organization)
    }

    /// Adds somebody under a ref that is made for them, and returns their row id.
    package func add(
        name: UnsafeRawBufferPointer,
        email: UnsafeRawBufferPointer,
        organization: Int64
    ) throws -> Int64 {
        var ref = try store.newPersonRef()
        return try ref.withUTF8 { try insert(UnsafeRawBufferPointer($0), name, email, organization) }
    }

    /// Gives somebody this name, e-mail and organization, or none where there is none.
    package func change(_ id: Int64, name: String?, email: String?, organization: Int64) throws {
        try store.database.execute(
            """
            UPDATE person SET name = \(name.sqlValue), email = \(email.sqlValue),
                organization_id = \((organization == 0 ? nil : organization).sqlValue) WHERE id = \(id)
            """
        )
    }

    /// Gives somebody an e-mail, unless they have one.
    package func give(email: String, to id: Int64) throws {
        try store.database.execute("UPDATE person SET email = \(email) WHERE id = \(id) AND email IS NULL")
    }

    private func insert(
        _ ref: UnsafeRawBufferPointer,
        _ name: UnsafeRawBufferPointer,
        _ email: UnsafeRawBufferPointer,
        _ organization: Int64
    ) throws -> Int64 {
        try store.database.prepared(
            "INSERT INTO person (ref, name, email, organization_id, import_id) VALUES (?, ?, ?, ?, ?)"
        ) { insert in
            try insert.insert(
                Bytes(ref),
                name.isEmpty ? nil : Bytes(name),
                email.isEmpty ? nil : Bytes(email),
                organization == 0 ? nil : organization,
                importID
            )
        }
    }

    private func isRetired(_ ref: UnsafeRawBufferPointer) throws -> Bool {
        try store.database.prepared("SELECT 1 FROM retired_ref WHERE noun = 'person' AND ref = ?") { query in
            try query.value(Bytes(ref), as: Int64.self) != nil
        }
    }
}
