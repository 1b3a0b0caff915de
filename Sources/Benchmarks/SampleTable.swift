import SQLite

/// A table of five columns, to try the driver on.
enum SampleTable {
    /// One row as a record would have it.
    struct Row {
        let id: Int64
        let ref: String
        let name: String
        let minutes: Int64
        let score: Double

        init(_ row: borrowing SQLite.Row) throws(DatabaseError) {
            id = try row[0]
            ref = try row[1]
            name = try row[2]
            minutes = try row[3]
            score = try row[4]
        }

        /// The numbers, and the lengths of the texts.
        var sum: Double {
            Double(id) + Double(minutes) + Double(ref.utf8.count) + Double(name.utf8.count) + score
        }
    }

    /// Texts to fill it with, some longer than a short string.
    static let words = [
        "aster", "basil", "clover", "dill and fennel", "elderflower and ginger", "heather", "a kettle and a ladle",
    ]

    /// The statement that fills it.
    static let insertText = "INSERT INTO sample (id, ref, name, minutes, score) VALUES (?, ?, ?, ?, ?)"

    /// Makes a file with the table, empty.
    static func make(_ path: String) throws {
        let database = try Database(path: path, mode: .create)
        try database.execute(
            """
            CREATE TABLE sample (
                id INTEGER PRIMARY KEY, ref TEXT NOT NULL, name TEXT NOT NULL, minutes INTEGER, score REAL
            ) STRICT
            """
        )
    }

    /// Fills the table, row by row.
    static func fill(_ path: String, rows: Int) throws {
        let database = try Database(path: path, mode: .readWrite)
        try database.write {
            try database.prepared("INSERT INTO sample (id, ref, name, minutes, score) VALUES (?, ?, ?, ?, ?)") {
                insert in
                for number in 1...rows {
                    let word = words[number % words.count]
                    try insert.insert(number, word, word, number % 240, Double(number) / 4)
                }
            }
        }
    }
}
