import SQLite

/// A list of codes that ships with Groundwork, in one of its versions.
package struct CodeList: Equatable, Sendable {
    /// Its word: `form`, `service`.
    package let list: String
    /// Which edition of the list it is, such as `1` or `six`.
    package let version: String
    /// What people read above its codes.
    package let title: String
    /// How many codes it has.
    package let count: Int
}

/// A code of a list.
package struct Code: Equatable, Sendable {
    /// The word of the list that it is in.
    package let list: String
    /// The version of the list that it is in.
    package let version: String
    /// The word that is typed and stored, unique within the version of its list.
    package let code: String
    /// What people read in its place.
    package let title: String
    /// The code above it, as a strategy has its level.
    package let parent: String?

    package init(list: String, version: String, code: String, title: String, parent: String? = nil) {
        self.list = list
        self.version = version
        self.code = code
        self.title = title
        self.parent = parent
    }
}

extension Store {
    /// Every code list, by its word and version.
    package func codeLists() throws -> [CodeList] {
        try database.all(
            """
            SELECT l.list, l.version, l.title,
                (SELECT count(*) FROM code AS c WHERE c.list = l.list AND c.version = l.version)
            FROM code_list AS l WHERE l.list <> \(Self.noneOfAList) ORDER BY l.list, l.version
            """
        ) { row in
            CodeList(list: try row[0], version: try row[1], title: try row[2], count: try row[3])
        }
    }

    /// The codes of a list, version by version, in order; none where there is no such list.
    package func codes(in list: String) throws -> [Code] {
        try database.all(
            "SELECT list, version, code, title, parent FROM code WHERE list = \(list) ORDER BY version, position"
        ) { row in
            Code(list: try row[0], version: try row[1], code: try row[2], title: try row[3], parent: try row[4])
        }
    }
}
