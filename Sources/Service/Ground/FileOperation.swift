package import Records

/// Something that a person can do with a record's whole file, which may not be there yet: make it, go back to a backup,
/// bring it up to date.
///
/// ``StoreLender`` lets it have the file for itself: nobody writes meanwhile, and no connection stays open over it.
package protocol FileOperation: Request {
    /// What was made or found.
    associatedtype Result: Sendable

    /// Does it.
    func run(_ context: Context, on file: RecordFile) throws -> Result
}

/// Where a record lies, and what a store made there takes of the outside.
package struct RecordFile: Sendable {
    /// The database's path.
    package let path: String
    /// What every store takes of the outside.
    package let surroundings: Surroundings
}
