import Files
import FoundationEssentials
import Glibc
import SQLite

/// What somebody sent: answers by the names of the questions, as files have them, several choices with `;` between them.
package struct Response: Sendable {
    /// The number that the page carried, by which the same page sent twice is stored once.
    package var page: String
    /// As files have them, by the names of the questions; one that was left blank may be missing.
    package var answers: [String: String]

    package init(page: String, answers: [String: String]) {
        self.page = page
        self.answers = answers
    }
}

/// What became of a response that was sent.
package enum Receipt: Equatable, Sendable {
    /// It is in the inbox.
    case stored
    /// The same page was sent before; nothing more was stored.
    case storedBefore
    /// Nothing is collected under this code, or not any more.
    case closed
    /// The inbox holds as much as it may.
    case full
}

/// The responses to one code, until the record takes them.
///
/// A response has a day and nothing else: no address, no time, no number. With each one all rows are written anew in a
/// random order, so that neither their order nor their place in the file says which came first. That a page was sent is
/// remembered for two days by a hash that belongs to no row.
struct InboxFile: Sendable {
    let path: String

    /// The most responses that one code collects.
    static let most = 2_000
    /// The most bytes of answers that one code collects: all of them are written anew with each one.
    static let mostBytes = 4 << 20
    /// How long somebody who sends waits for the others, in seconds: a room that sends at once stands in one line.
    static let wait = 30.0
    /// Days for which a sent page is remembered.
    static let remembered: Int64 = 2

    /// Stores a response, unless its page was sent before.
    func add(_ response: Response, day: String) throws -> Receipt {
        let database = try opened()
        return try database.write {
            try makeTables(database)
            let hash = Self.hash(response.page)
            if try database.value("SELECT EXISTS (SELECT 1 FROM page WHERE hash = \(hash))") ?? false {
                return .storedBefore
            }
            var bodies: [(day: String, answers: String)] = try database.all("SELECT day, answers FROM response") {
                (try $0[0], try $0[1])
            }
            let size = bodies.reduce(0) { $0 + $1.answers.utf8.count }
            if bodies.count >= Self.most || size > Self.mostBytes { return .full }
            bodies.append((day, try Self.text(of: response.answers)))
            try database.execute("DELETE FROM response")
            for (place, body) in bodies.shuffled().enumerated() {
                try database.execute(
                    "INSERT INTO response (place, day, answers) VALUES (\(place), \(body.day), \(body.answers))"
                )
            }
            try database.execute("DELETE FROM page WHERE day < date(\(day), \("-\(Self.remembered) days"))")
            try database.execute("INSERT INTO page (hash, day) VALUES (\(hash), \(day))")
            return .stored
        }
    }

    /// How many responses it holds.
    func count() throws -> Int {
        let database = try Database(path: path, mode: .readWrite, wait: Self.wait)
        return try hasTables(database) ? database.value("SELECT count(*) FROM response") ?? 0 : 0
    }

    /// The answers of each response.
    func answers() throws -> [[String: String]] {
        let database = try Database(path: path, mode: .readWrite, wait: Self.wait)
        guard try hasTables(database) else { return [] }
        return try database.all("SELECT answers FROM response") { row in
            try JSONDecoder().decode([String: String].self, from: Data(row.text(0).utf8))
        }
    }

    private func opened() throws -> Database {
        do {
            return try Database(path: path, mode: .readWrite, wait: Self.wait)
        } catch  where error.systemError == ENOENT {
            return try connection()
        }
    }

    /// The tables, in the transaction that fills them: a file without them is one that a killed process has just made.
    private func makeTables(_ database: borrowing Database) throws {
        try database.execute(
            """
            CREATE TABLE IF NOT EXISTS response (
                place INTEGER PRIMARY KEY, day TEXT NOT NULL, answers TEXT NOT NULL
            ) STRICT
            """
        )
        try database.execute(
            "CREATE TABLE IF NOT EXISTS page (hash BLOB PRIMARY KEY, day TEXT NOT NULL) STRICT, WITHOUT ROWID"
        )
    }

    private func hasTables(_ database: borrowing Database) throws -> Bool {
        try database.value("SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = 'response')") ?? false
    }

    private func connection() throws(DatabaseError) -> Database {
        do {
            return try Database(path: path, mode: .create, wait: Self.wait)
        } catch  where error.systemError == EEXIST {
            return try Database(path: path, mode: .readWrite, wait: Self.wait)
        }
    }

    private static func hash(_ page: String) -> [UInt8] {
        var digest = Digest()
        digest.update(field: page)
        return digest.finished()
    }

    private static func text(of answers: [String: String]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(answers), as: UTF8.self)
    }
}
