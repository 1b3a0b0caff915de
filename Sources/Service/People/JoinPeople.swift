package import Records

/// Makes one person of two; the first ref leads to the second person from then on.
package struct MergePeople: Operation {
    /// The person who goes into the other.
    package var other = ""
    /// The person who stays.
    package var person = ""

    package let id = OperationID(.person, "merge")
    package let role = Role.manager
    package let access = Access.change

    package init() {}

    package var parameters: [Parameter<Self>] { [.text("other", \.other), .text("person", \.person)] }

    package func run(_ context: Context, in store: Store) throws -> MergedPeople {
        let (other, person) = (try store.find(.person, other), try store.find(.person, person))
        return MergedPeople(other: other, person: person, shared: try store.merge(other, into: person))
    }
}

/// Two people who are one now.
package struct MergedPeople: Sendable {
    /// Who went into `person`, to whom this ref leads from now on.
    package let other: Found
    /// Who stayed, with the attendance of both, and with the other's details where their own were missing.
    package let person: Found
    /// At how many sessions both had been.
    package let shared: Int
}

/// Undoes a merge: the ref is a person of its own again.
package struct UnmergePerson: Operation {
    /// The ref that was merged into another.
    package var ref = ""

    package let id = OperationID.unmergePerson
    package let role = Role.manager
    package let access = Access.work

    package init() {}

    package var parameters: [Parameter<Self>] { [.text("ref", \.ref)] }

    package func run(_ context: Context, in store: Store) throws -> Undone { try store.unmerge(ref) }
}

/// Lists people who may be one.
package struct ListDuplicates: Operation {
    package let id = OperationID.findDuplicates
    package let role = Role.manager
    package let access = Access.read
    package let parameters: [Parameter<Self>] = []

    package init() {}

    package func run(_ context: Context, in store: Store) throws -> [LikelyDuplicate] { try store.likelyDuplicates() }
}

/// Remembers that two people who look alike are two.
package struct KeepApart: Operation {
    /// The ref of one of them, an unambiguous beginning of it, or `last`.
    package var one = ""
    /// The ref of the one who is somebody else; the order of the two does not matter.
    package var other = ""

    package let id = OperationID(.person, "keep-apart")
    package let role = Role.manager
    package let access = Access.change
    package let entry = "person duplicates"

    package init() {}

    package var parameters: [Parameter<Self>] { [.text("one", \.one), .text("other", \.other)] }

    package func run(_ context: Context, in store: Store) throws -> (one: Found, other: Found) {
        let (one, other) = (try store.find(.person, one), try store.find(.person, other))
        try store.keepApart(one, other)
        return (one, other)
    }
}
