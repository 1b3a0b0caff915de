import CSQLite
import Glibc

/// A file that is being made, under a temporary name beside the one that it will have; mode 0600.
///
/// Dropped before it has its name, it leaves nothing. Where its process is killed it stays, and the next one that makes
/// a file of the same name removes it: whoever makes a file holds a lock on it, on a byte far behind those that SQLite
/// locks (<https://sqlite.org/fileformat2.html#the_lock_byte_page>), which the kernel drops with the process.
struct PartialFile: ~Copyable {
    /// What stands between the name that it will have and a random end.
    static let mark = ".partial-"

    let path: String
    private let descriptor: Int32
    private var isNamed = false

    init(beside target: String) throws(DatabaseError) {
        while true {
            let path = target + Self.mark + String(UInt64.random(in: .min ... .max), radix: 36)
            let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
            guard descriptor >= 0 else { throw DatabaseError(cannotOpen: errno) }
            // A disk without such locks has nobody who could take it for abandoned either.
            _ = lock(descriptor)
            var status = stat()
            if unsafe fstat(descriptor, &status) == 0, status.st_nlink == 0 {
                // Another process took it for abandoned in the moment before it was locked.
                _ = close(descriptor)
                continue
            }
            self.path = path
            self.descriptor = descriptor
            return
        }
    }

    deinit {
        if !isNamed { Self.remove(path) }
        // No connection has the file any more, so that closing drops no lock but ours.
        _ = close(descriptor)
    }

    /// Makes what was written durable.
    func sync() throws(DatabaseError) {
        guard fsync(descriptor) == 0 else { throw DatabaseError(notSynced: errno) }
    }

    /// Gives the file its name, durably; what has the name is replaced.
    mutating func rename(to target: String) throws(DatabaseError) {
        guard unsafe Glibc.rename(path, target) == 0 else { throw DatabaseError(cannotOpen: errno) }
        try finish(target)
    }

    /// Gives the file its name, durably, where nothing has it; `EEXIST` where something does.
    ///
    /// One step even where two processes try (renameat2(2), RENAME_NOREPLACE). A disk that can't do that is asked for a
    /// second name, and one that has none for a rename after a look.
    mutating func place(at target: String) throws(DatabaseError) {
        if unsafe groundwork_rename_new(path, target) != 0 {
            let code = errno
            guard [EINVAL, ENOSYS, ENOTSUP].contains(code) else { throw DatabaseError(cannotOpen: code) }
            try placeByLink(target)
        }
        try finish(target)
    }

    /// Gives the file the name `target`, or that with a number behind it where something has it; which.
    mutating func placed(at target: String) throws(DatabaseError) -> String {
        var number = 1
        while true {
            let name = number == 1 ? target : "\(target)-\(number)"
            do {
                try place(at: name)
                return name
            } catch {
                guard error.systemError == EEXIST else { throw error }
                number += 1
            }
        }
    }

    private func placeByLink(_ target: String) throws(DatabaseError) {
        if unsafe link(path, target) == 0 {
            // The second name is the file's own; where the first one stays, the next sweep removes it.
            _ = unsafe unlink(path)
            return
        }
        if errno == EEXIST { throw DatabaseError(cannotOpen: EEXIST) }
        var status = stat()
        if unsafe lstat(target, &status) == 0 { throw DatabaseError(cannotOpen: EEXIST) }
        guard unsafe Glibc.rename(path, target) == 0 else { throw DatabaseError(cannotOpen: errno) }
    }

    /// From here on the file has its name: whether a failure leaves it there, only the disk knows.
    private mutating func finish(_ target: String) throws(DatabaseError) {
        isNamed = true
        do {
            try syncFolder(of: target)
        } catch {
            var report = error
            report.isCommitUncertain = true
            throw report
        }
    }

    /// Takes on the owner and the permissions of the file at `model`, as far as this account may: somebody else may be
    /// the one who upgrades a file. A group that can't be kept gets no rights.
    func resemble(_ model: String) {
        var status = stat()
        guard unsafe stat(model, &status) == 0 else { return }
        var mode = status.st_mode & 0o777
        if fchown(descriptor, status.st_uid, status.st_gid) != 0, fchown(descriptor, .max, status.st_gid) != 0 {
            mode &= 0o707
        }
        // A disk without permissions keeps none.
        _ = fchmod(descriptor, mode)
    }

    /// Takes the name away; the file itself is there for as long as a connection has it open.
    mutating func unname() throws(DatabaseError) {
        guard unsafe unlink(path) == 0 else { throw DatabaseError(cannotOpen: errno) }
        isNamed = true
    }

    private static func remove(_ path: String) {
        // The error that led here is the one to report.
        for end in ["-journal", ""] { _ = unsafe unlink(path + end) }
    }

    /// Removes what killed processes left of files with the name `target`.
    static func sweep(_ target: String) {
        let (folder, name) = split(target)
        guard let entries = unsafe opendir(folder) else { return }
        defer { _ = unsafe closedir(entries) }
        var left: [String] = []
        while let entry = unsafe readdir(entries) {
            let found = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            if found.hasPrefix(name + mark), !found.hasSuffix("-journal") { left.append(folder + "/" + found) }
        }
        for path in left { sweepOne(path) }
    }

    private static func sweepOne(_ path: String) {
        let descriptor = unsafe open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else { return }
        if lock(descriptor) { remove(path) }
        _ = close(descriptor)
    }
}

/// Whether the lock of whoever makes a file is ours now. It belongs to the descriptor, so that it holds against other
/// descriptors of this process too (fcntl(2), open file description locks).
private func lock(_ descriptor: Int32) -> Bool {
    let setOpenFileLock: Int32 = 37
    var request = flock()
    request.l_type = Int16(F_WRLCK)
    request.l_whence = Int16(SEEK_SET)
    request.l_start = 1 << 61
    request.l_len = 1
    return unsafe fcntl(descriptor, setOpenFileLock, &request) == 0
}

extension DatabaseError {
    init(notSynced number: Int32) {
        self.init(code: .inputOutputSync, message: "The copy could not be made durable.", systemError: number)
    }
}

/// Makes the names in the folder of a file durable.
func syncFolder(of path: String) throws(DatabaseError) {
    let descriptor = unsafe open(split(path).folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw DatabaseError(cannotOpen: errno) }
    defer { _ = close(descriptor) }
    // A disk whose folders can't be synced says EINVAL.
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw DatabaseError(notSynced: errno) }
}

/// A path from the root in two.
private func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    return (slash == path.startIndex ? "/" : String(path[..<slash]), String(path[path.index(after: slash)...]))
}
