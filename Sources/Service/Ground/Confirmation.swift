import Files
import Records

/// What cannot be taken back, in the record's terms; an interface says it in its own words.
package enum Consequence: Sendable, Hashable {
    /// So many people's names leave the file.
    case forgetting(people: Int)
    /// The codes that tie befores to afters at these parent events are deleted.
    case deletingCodes(events: [String])
    /// So many pairs of before and after are lost, since matching is closed.
    case losingPairs(Int)
    /// More than twice as many responses came in as people attended; nil where nobody counted, and more than thirty came.
    case storingMany(attendance: Int?)
    /// A file gives way to another; both by their paths.
    case replacing(String, by: String)
}

/// An operation would do what cannot be taken back, and nobody has said yes to that yet; nothing was changed.
///
/// It is thrown inside the operation's own transaction, over what that found. An interface asks, and repeats the
/// operation with the digest; where somebody else has changed meanwhile what would be lost, it is thrown anew.
package struct Unconfirmed: Error, Equatable {
    /// What would be lost or replaced, for the question.
    package let consequence: Consequence
    /// Stands for exactly what would be done.
    package let digest: String

    package init(consequence: Consequence, digest: String) {
        self.consequence = consequence
        self.digest = digest
    }

    /// - Parameter identity: what tells this from the same done to others: refs, row ids, a history's digest.
    package init(_ consequence: Consequence, of identity: [String]) {
        var digest = Digest()
        digest.update(field: "\(consequence)")
        for part in identity { digest.update(field: part) }
        self.consequence = consequence
        self.digest = Digest.hexadecimal(digest.finished())
    }
}

/// What somebody has said yes to.
package enum Acceptance: Sendable, Equatable {
    case nothing
    /// What has this digest, and nothing else.
    case only(String)
    /// Whatever it is: they said so beforehand.
    case anything
}

extension Context {
    /// Ends with ``Unconfirmed`` unless somebody has said yes to this.
    ///
    /// - Parameter identity: what tells this from the same done to others: refs, row ids, a history's digest.
    package func confirm(_ consequence: Consequence, of identity: [String]) throws {
        try confirm(Unconfirmed(consequence, of: identity))
    }

    /// Ends with what nobody has said yes to.
    package func confirm(_ unconfirmed: Unconfirmed) throws {
        guard accepted == .anything || accepted == .only(unconfirmed.digest) else { throw unconfirmed }
    }
}
