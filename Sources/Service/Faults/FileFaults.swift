package import Records

/// A file could not be made, or could not take the place where it should be.
package struct FileNotMade: Error, Equatable {
    /// Where it should be, as a path that can be opened.
    package let path: String
    /// Which of the ways to fail, so that an interface can say what to do.
    package let reason: Reason

    /// Why not.
    package enum Reason: Equatable, Sendable {
        /// The system refused it, with this error number.
        case system(Int32)
        /// The disk is full; no part of it was left behind.
        case full
        /// It is made, but the disk reported a failure at the very end.
        case uncertain
        /// The path is a link that leads nowhere.
        case isLink
        /// There is no folder of this path; its last name too, where it might be meant for a file's.
        case noFolder(String?)
    }

    package init(path: String, reason: Reason) {
        self.path = path
        self.reason = reason
    }
}

/// Nobody can go back to a backup.
package struct BackupTrouble: Error, Equatable {
    /// The backup's path, from the root.
    package let path: String
    /// What is wrong with the backup, as if it had been opened as a record.
    package let cause: StoreError

    package init(path: String, cause: StoreError) {
        self.path = path
        self.cause = cause
    }
}
