import SQLite

/// What somebody should know after people were told what was done about an item; none of it keeps that from being stored.
package enum TellingRemark: Equatable, Sendable {
    /// The answer holds a way to reach somebody, and everybody can read it: a telephone line is meant to be read,
    /// somebody's own number is not.
    case holdsContact
    /// Pages for others leave the item out, since it has no public wording.
    case isNotPublished
}

extension Store {
    /// What to know after people were told of an item in this way; nothing where they were not told, or one person was.
    package func remarks(onTelling id: Int64, by how: Telling?) throws -> [TellingRemark] {
        guard let how, how.isPublic else { return [] }
        let known = try database.one(
            "SELECT ifnull(answer, ''), public_wording IS NULL AND ifnull(may_post, 1) = 1 FROM feedback WHERE id = \(id)"
        ) { row in (answer: try row.text(0), isNotPublished: try row[1] as Bool) }
        guard let known else { return [] }
        var remarks: [TellingRemark] = []
        if Reachable.isIn(known.answer) { remarks.append(.holdsContact) }
        if known.isNotPublished { remarks.append(.isNotPublished) }
        return remarks
    }

    /// How people are likely told of an item: its giver where they can be reached, else everybody.
    package func likeliestTelling(ofFeedback id: Int64) throws -> Telling {
        let isReachable = try database.value("SELECT reachable FROM feedback WHERE id = \(id)", as: Bool.self)
        return isReachable == true ? .person : .poster
    }
}
