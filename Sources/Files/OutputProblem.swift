/// Why a file could not be written: its path and the system's error number.
package enum OutputProblem: Error, Equatable, Sendable {
    /// It can't be made, or put in its place.
    case cannotCreate(String, Int32)
    /// A write or a sync of it failed; nothing of it is left.
    case failed(String, Int32)
    /// It is a link to a file.
    case isLink(String)
    /// It is the database itself, or one of the files beside it.
    case isDatabase(String)
    /// It is a file that is read.
    case isInput(String)
    /// There is a file, which a helper's output must not replace.
    case exists(String)
    /// There is no folder of this path; its last name too, where it might be meant for a file's.
    case noFolder(String, String?)
    /// Two outputs of the command have it.
    case isTwice(String)
}

/// Why a folder of several files could not be written to.
package enum FolderProblem: Error, Equatable, Sendable {
    /// Another process is writing to it.
    case isHeld(String)
    /// There are files of the same kind in it, which would be left standing beside those that are made.
    case holdsOthers(String, [String])
}
