import SQLite

extension Store {
    /// The record as it is now, apart from the file: nothing that anybody changes afterwards shows in it.
    ///
    /// What takes long is made from one, so that nobody who writes waits for it.
    package func snapshot() throws -> Store {
        let copy = try database.snapshot()
        let program = try Program.load(from: copy)
        return Store(database: copy, program: program, surroundings: surroundings)
    }
}
