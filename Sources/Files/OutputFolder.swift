import Glibc

/// A folder that several files are written to, made for its owner alone where there is none.
package struct OutputFolder: Sendable {
    /// Where it lies, as it was given; there is a folder from `init` on.
    package let path: String

    /// Makes the folder where there is none.
    ///
    /// - Throws: `OutputProblem`.
    package init(_ path: String) throws {
        var status = stat()
        if stat(path, &status) == 0 {
            guard status.st_mode & S_IFMT == S_IFDIR else { throw OutputProblem.cannotCreate(path, ENOTDIR) }
        } else if mkdir(path, 0o700) != 0 {
            throw OutputProblem.cannotCreate(path, errno)
        }
        self.path = path
    }

    /// Refuses a folder in which files of the same kind would be left standing beside those of these names.
    ///
    /// - Throws: `FolderProblem`.
    package func requireOnly(_ names: Set<String>, among isOfTheKind: (String) -> Bool) throws {
        let others = FolderNames.all(in: path).filter { !names.contains($0) && isOfTheKind($0) }
        if !others.isEmpty { throw FolderProblem.holdsOthers(path, others.sorted()) }
    }
}
