package import Records

/// Lists the field's own lists of codes, such as principles and services.
package struct ListCodeLists: Operation {
    package let id = OperationID(rawValue: "vocabulary.list")
    package let role = Role.evaluator
    package let access = Access.read
    package let parameters: [Parameter<Self>] = []

    package init() {}

    package func run(_ context: Context, in store: Store) throws -> [CodeList] { try store.codeLists() }
}

/// Shows the codes of a list, in all its versions.
package struct ShowCodeList: Operation {
    /// The list's word, such as service or element.
    package var list = ""

    package let id = OperationID(rawValue: "vocabulary.show")
    package let role = Role.evaluator
    package let access = Access.read

    package init() {}

    package var parameters: [Parameter<Self>] { [.text("list", \.list)] }

    package func run(_ context: Context, in store: Store) throws -> [Code] {
        let codes = try store.codes(in: list.trimmed.lowercased())
        guard codes.isEmpty else { return codes }
        let known = try store.codeLists().map(\.list).reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }
        throw RecordError.unknown("list", list, known: known)
    }
}
