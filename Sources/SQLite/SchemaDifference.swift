/// Something in which a file differs from what the steps of its version make.
package enum SchemaDifference: Hashable, Sendable {
    /// The file has this, and its version does not: the kind (table, index, trigger, view) and the name.
    case added(kind: String, name: String)
    /// Its version has this, and the file does not.
    case missing(kind: String, name: String)
    /// The file has it otherwise than its version.
    case changed(kind: String, name: String)
    /// It went through another step of this number than ours, or not through ours.
    case step(Int)
}

extension Migrator {
    /// The first thing in which a file differs from what the steps up to `version` make; nil where nothing does.
    ///
    /// The steps are run in memory, and tables, indexes and triggers compared as they are written, then the ledger. Of
    /// views only the names are looked at, because those of an older version are not kept. Nothing in the file is run:
    /// its schema is read as text before its first table is.
    package func difference(of database: borrowing Database, from version: Int) throws -> SchemaDifference? {
        let ours = try made(upTo: version)
        let found = Self.difference(of: try database.schemaObjects(), from: try ours.schemaObjects())
        if let found { return found }
        if let stray = try database.views().first(where: { !knownViews.contains($0.name) }) {
            return .added(kind: "view", name: stray.name)
        }
        let (theirs, known) = (try Self.ledger(of: database), try Self.ledger(of: ours))
        let numbers = Set(theirs.keys).union(known.keys)
        return numbers.sorted().first { theirs[$0] != known[$0] }.map { .step($0) }
    }

    /// Whether the newest version has a table, index or trigger of this name.
    package func knows(kind: String, name: String) throws -> Bool {
        try made(upTo: latest).schemaObjects()[SchemaObject(kind: kind, name: name)] != nil
    }

    /// What the steps up to `version` make, but for views.
    private func made(upTo version: Int) throws -> Database {
        let ours = try Database(inMemory: ())
        // As in `migrate`: a step may rebuild a table that others refer to.
        try ours.connection.control("PRAGMA foreign_keys=OFF")
        try ours.write {
            try begin(ours)
            try run(migrations.filter { $0.number <= version }, on: ours, appliedAt: 0)
        }
        return ours
    }

    private static func difference(
        of theirs: [SchemaObject: String],
        from ours: [SchemaObject: String]
    ) -> SchemaDifference? {
        // What was added comes first: it is what somebody can take away again.
        for object in theirs.keys.sorted() where ours[object] == nil {
            return .added(kind: object.kind, name: object.name)
        }
        for object in ours.keys.sorted() where theirs[object] != ours[object] {
            return theirs[object] == nil
                ? .missing(kind: object.kind, name: object.name) : .changed(kind: object.kind, name: object.name)
        }
        return nil
    }

    /// The views that some version had: each script of views begins by dropping all that it or an earlier one made.
    private var knownViews: Set<String> {
        let lines = migrations.filter(\.isRemade).flatMap { step in
            String(decoding: step.script, as: UTF8.self).split(separator: "\n")
        }
        let opening = "DROP VIEW IF EXISTS "
        let names = lines.filter { $0.hasPrefix(opening) }.map { $0.dropFirst(opening.count).prefix { $0 != ";" } }
        return Set(names.map { String($0) })
    }

    private static func ledger(of database: borrowing Database) throws -> [Int: [String]] {
        let rows = try database.all("SELECT number, name, digest FROM migration") { row in
            (number: try row[0] as Int, words: [try row[1] as String, try row[2] as String])
        }
        return Dictionary(rows.map { ($0.number, $0.words) }) { first, _ in first }
    }
}
