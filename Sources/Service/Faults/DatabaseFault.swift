package import SQLite

/// What went wrong with a database file, by what can be done about it.
package enum DatabaseFault: Equatable, Sendable {
    /// Another file has taken its place meanwhile.
    case moved
    /// Somebody else writes.
    case busy
    /// Somebody asked to stop.
    case interrupted
    /// The disk is full.
    case full
    /// Reading or writing failed, with this error of the system; 0 where it had no part.
    case inputOutput(Int32)
    /// It holds a value that its rules do not allow.
    case mistaken
    /// Its pages are damaged.
    case damaged
    /// It is no database.
    case foreign
    /// It may not be written to.
    case notPermitted
    /// It can't be opened, with this error of the system, else for a reason in words.
    case cannotOpen(Int32, words: String)
    /// Memory ran out.
    case noMemory
    /// A rule of the schema, which goes without a name where that is not known.
    case broken(rule: String?)
    /// A text is longer than can be kept.
    case tooBig
    /// A mistake of the program, by the number of the engine's code.
    case defect(Int32)

    /// What the engine's error means.
    package init(_ error: DatabaseError) {
        self =
            switch error.code.primary {
            case _ where error.code == .readOnlyDatabaseMoved: .moved
            case .busy, .locked: .busy
            case .interrupted, .abort: .interrupted
            case .full: .full
            case .inputOutput: .inputOutput(error.systemError)
            case _ where error.isMistaken: .mistaken
            case .corrupt: .damaged
            case .notADatabase: .foreign
            case .readOnly, .permission, .authorization: .notPermitted
            case .cannotOpen: .cannotOpen(error.systemError, words: error.message)
            case .noMemory: .noMemory
            case .constraint: .broken(rule: error.constraint)
            case .tooBig: .tooBig
            default: .defect(error.code.rawValue)
            }
    }
}

extension DatabaseTrouble {
    /// The trouble by what can be done about it.
    package var fault: DatabaseFault { DatabaseFault(error) }

    /// What went wrong with the file at `path`; nil for an error of another kind.
    package init?(_ error: any Error, path: String) {
        guard let error = error as? DatabaseError else { return nil }
        self.init(path: path, error: error)
    }
}
