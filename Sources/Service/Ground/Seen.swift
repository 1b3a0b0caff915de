import Files
package import Records

/// A record as it was shown: a change that goes by it is refused where it is another by now.
package struct Seen: Sendable, Equatable {
    /// What kind of record.
    package let noun: Noun
    /// The ref under which the page named it.
    package let ref: String
    /// The digest of what was shown.
    package let digest: String

    package init(noun: Noun, ref: String, digest: String) {
        self.noun = noun
        self.ref = ref
        self.digest = digest
    }
}

/// What a change did, and its entry in the history; nil where it changed nothing, or no single entry holds it.
package struct Done<Result> {
    /// What was found or done.
    package let result: Result
    /// The row id of the history's entry; nil where nothing was changed.
    package let entry: Int64?
    /// What was sent to somebody and may read otherwise by it.
    package var touched: [Publication] = []
}

/// The form that asks was sent before; nothing was changed now.
package struct DoneBefore: Error, Equatable {
    /// The entry that it made then.
    package let entry: Int64

    package init(entry: Int64) { self.entry = entry }
}

/// Somebody changed a record after it was shown; nothing was changed now.
package struct Stale: Error, Equatable {
    /// What kind of record it is.
    package let noun: Noun
    /// Its ref, as the page named it.
    package let ref: String

    package init(noun: Noun, ref: String) {
        self.noun = noun
        self.ref = ref
    }
}

extension Store {
    /// Refuses a change that was made already, or that goes by something which has changed.
    func require(_ context: Context) throws {
        if let once = context.once, let entry = try requestedEntry(once) { throw DoneBefore(entry: entry) }
        for seen in context.seen {
            guard try digest(seen.noun, try find(seen.noun, seen.ref)) == seen.digest else {
                throw Stale(noun: seen.noun, ref: seen.ref)
            }
        }
    }

    /// The digest of what a page shows of a record: its fields, and for a session who came.
    func digest(_ noun: Noun, _ found: Found) throws -> String {
        var digest = Digest()
        for (name, text) in try texts(noun.type, found.id).sorted(by: { $0.key < $1.key }) {
            digest.update(field: name)
            digest.update(field: text)
        }
        if noun == .session {
            for count in try counts(ofSession: found.id) { digest.update(field: "\(count)") }
            digest.update(field: "\(try attendees(ofSession: found.id))")
        }
        return Digest.hexadecimal(digest.finished())
    }
}
