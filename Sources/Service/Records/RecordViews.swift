package import Documents
package import Records

/// Lists the records of a kind that a filter lets through.
package struct ListRecords: Operation {
    /// The kind, which decides columns and filters, and which role may read.
    package let noun: Noun
    /// What was typed for filters and conditions, by their name; a condition is there with "yes".
    package var filters: [String: String] = [:]
    /// The columns of a short list; files have all of them.
    package var shown: [String]

    package var role: Role { noun.reader }
    package let access = Access.read

    package init(_ noun: Noun, shown: [String]) {
        self.noun = noun
        self.shown = shown
    }

    package var id: OperationID { .list(noun) }
    package var parameters: [Parameter<Self>] {
        .texts(noun.type.filterNames, in: \.filters)
    }

    package func run(_ context: Context, in store: Store) throws -> Document {
        let filter = try store.filter(filters, of: noun)
        return try RecordDocument.list(Extract(noun.type(on: store.today), filter), shown: shown, store, context)
    }
}

/// Shows a record of a kind with everything that is known of it.
package struct ShowRecord: Operation {
    /// The kind, which decides the fields.
    package let noun: Noun
    /// Its ref, an unambiguous beginning of it, or `last`.
    package var ref = ""

    package let role = Role.manager
    package let access = Access.read

    package init(_ noun: Noun) { self.noun = noun }

    package var id: OperationID { .show(noun) }
    package var parameters: [Parameter<Self>] { [.text("ref", \.ref)] }

    package func run(_ context: Context, in store: Store) throws -> (found: Found, document: Document) {
        let found = try store.find(noun, ref)
        return (found, try RecordDocument.one(noun.type(on: store.today), found.id, store))
    }
}

extension Noun {
    /// Who may list records of this kind: an evaluator what holds no name and nobody's words.
    fileprivate var reader: Role { self == .form || self == .evaluation ? .evaluator : .manager }
}
