import CSQLite
import Glibc

/// The database file at a path, held for as long as this lives: no other process writes to it, and one that waits to
/// write finds afterwards that the file was replaced.
struct HeldFile: ~Copyable {
    let path: String
    private let turn: WriteTurn
    private let connection: Connection
    private let unwatch: () -> Void

    /// Waits for the turn to write, at most `wait` seconds, and rolls back what a killed process left.
    ///
    /// - Parameters:
    ///   - evenDamaged: whether a file that is damaged, or no database, is held too: nobody can write to it.
    ///   - watch: gets what interrupts the wait, until what it returns is called.
    init(
        _ path: String,
        wait: Double,
        evenDamaged: Bool = false,
        watch: Watch
    ) throws(DatabaseError) {
        let turn = try WriteTurn.open(path, mode: .readWrite)
        let connection = try Connection(path: path, flags: SQLITE_OPEN_READWRITE, file: turn, wait: wait)
        let unwatch = watch(connection.interrupt)
        do throws(DatabaseError) {
            try turn.take(path: path, wait: wait, interrupt: connection.interrupt)
        } catch {
            unwatch()
            throw error
        }
        do throws(DatabaseError) {
            if connection.interrupt.isRequested { throw DatabaseError(code: .interrupted, message: "interrupted") }
            try connection.hold(evenDamaged: evenDamaged)
            // Connections of one process have the turn together, and on a network disk it may be nobody's.
            try turn.requirePlace(path)
        } catch {
            unwatch()
            turn.release()
            throw error
        }
        self.unwatch = unwatch
        self.path = path
        self.turn = turn
        self.connection = connection
    }

    deinit {
        unwatch()
        turn.release()
    }

    /// Puts a file in the place of this one, which goes on under the name `aside`, and whatever SQLite kept beside it.
    ///
    /// A journal is never left beside a file that it does not belong to
    /// (<https://sqlite.org/howtocorrupt.html>, section 1.4).
    func give(placeTo file: inout PartialFile, aside: String) throws(DatabaseError) {
        let isLinked = unsafe link(path, aside) == 0
        if !isLinked, errno == EEXIST { throw DatabaseError(cannotOpen: EEXIST) }
        // Without the second name on the disk, a power cut could keep the new file and lose the old one.
        if isLinked { try syncFolder(of: aside) }
        try moveCompanions(of: path, to: aside)
        file.resemble(path)
        // A disk without second names knows no way that is one step.
        if !isLinked, unsafe rename(path, aside) != 0 { throw DatabaseError(cannotOpen: errno) }
        do {
            try file.rename(to: path)
        } catch {
            // The first error is the one to report; after the rename the old file keeps its new name.
            if !error.isCommitUncertain { _ = unsafe isLinked ? unlink(aside) : rename(aside, path) }
            throw error
        }
    }
}

extension Connection {
    /// Keeps every other process from writing, until this connection closes. A file that is damaged, or no database, has
    /// nobody who writes to it.
    fileprivate func hold(evenDamaged: Bool) throws(DatabaseError) {
        do {
            try configure(mode: .readWrite, cacheKilobytes: 2_048)
            try control("BEGIN IMMEDIATE")
        } catch {
            guard evenDamaged, error.isCorrupt else { throw error }
        }
    }
}

/// Whether there is a file.
func exists(_ path: String) throws(DatabaseError) -> Bool {
    var status = stat()
    if unsafe stat(path, &status) == 0 { return true }
    guard errno == ENOENT else { throw DatabaseError(cannotOpen: errno) }
    return false
}

/// Moves the files that SQLite kept beside a database. <https://sqlite.org/tempfiles.html>
func moveCompanions(of path: String, to aside: String) throws(DatabaseError) {
    for end in ["-journal", "-wal", "-shm"] where try exists(path + end) {
        guard unsafe rename(path + end, aside + end) == 0 else { throw DatabaseError(cannotOpen: errno) }
    }
}
