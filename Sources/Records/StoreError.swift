/// Why a file can't be opened as a program's record, or be made one.
package enum StoreError: Error, Equatable {
    /// There is no file at the path.
    case missing(String)
    /// There is a file already where one should be made.
    case exists(String)
    /// `:memory:` and `file:` are no paths.
    case notAPath(String)
    /// The path is a folder, a device or a pipe.
    case notAFile(String)
    /// The file was not made by Groundwork.
    case foreign(String)
    /// The file's version, and the one that this binary knows.
    case newer(Int, known: Int)
    /// The file's version, which is from before the first that can be brought up to date.
    case outgrown(Int)
    /// The file's version, and the one that `upgrade` brings it to.
    case older(Int, known: Int)
    /// The program's time zone, which this machine does not know.
    case unknownZone(String)
    /// The file has something that its version does not have, so another program put it there; in words.
    case strange(String)
    /// The schema is not the one that its version has, or the record breaks off; in words.
    case damaged(String)
}
