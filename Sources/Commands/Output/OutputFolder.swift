import Glibc

/// A folder that several files are written to, made for its owner alone where there is none.
struct OutputFolder {
    let path: String

    init(_ path: String) throws {
        var status = stat()
        if stat(path, &status) == 0 {
            guard status.st_mode & S_IFMT == S_IFDIR else { throw OutputProblem.cannotCreate(path, ENOTDIR) }
        } else if mkdir(path, 0o700) != 0 {
            throw OutputProblem.cannotCreate(path, errno)
        }
        self.path = path
    }
}
