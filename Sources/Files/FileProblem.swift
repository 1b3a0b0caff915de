import Glibc

/// Why a file could not be read, by what the reader of the message can do about it.
package enum FileProblem: Error, Equatable, Sendable {
    /// Nothing exists under this name.
    case missing(path: String)
    /// The name is that of a folder.
    case directory(path: String)
    /// The name is that of a device that never ends or holds no text, such as `/dev/zero`.
    case device(path: String)
    /// The file exists, and this account may not read it.
    case notPermitted(path: String)
    /// Opening or reading failed with this `errno`.
    case unreadable(path: String, code: Int32)
    /// A stream could not be kept in a temporary file in this folder; `code` is the `errno`.
    case notSpooled(folder: String, code: Int32)
    /// The file was written to between the first and the last byte read.
    case changed(path: String)
    /// A signal arrived while waiting for bytes. Install handlers with `SA_RESTART` where that is not wanted.
    case interrupted(path: String)

    /// The case for a failed `open` or `read`.
    init(path: String, code: Int32) {
        self =
            switch code {
            case ENOENT, ENOTDIR: .missing(path: path)
            case EISDIR: .directory(path: path)
            case EACCES, EPERM: .notPermitted(path: path)
            case EINTR: .interrupted(path: path)
            default: .unreadable(path: path, code: code)
            }
    }
}

extension FileProblem: CustomStringConvertible {
    /// One sentence without a full stop that begins with the name of the file.
    package var description: String {
        switch self {
        case .missing(let path): "\(path): the file doesn't exist"
        case .directory(let path): "\(path): this is a folder, not a file"
        case .device(let path): "\(path): this is a device, not a file"
        case .notPermitted(let path): "\(path): you don't have permission to read this file"
        case .unreadable(let path, let code): "\(path): can't read the file: \(words(for: code))"
        case .notSpooled(let folder, let code): "\(folder): can't write a temporary file here: \(words(for: code))"
        case .changed(let path): "\(path): the file changed while it was being read. Try again."
        case .interrupted(let path): "\(path): reading was interrupted"
        }
    }

    private func words(for code: Int32) -> String {
        String(cString: strerror(code))
    }
}
