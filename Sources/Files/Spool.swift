import Glibc

/// Keeps a stream that can be read only once in a temporary file, so that it can be read again.
enum Spool {
    /// A descriptor of a file without a name that holds all that `descriptor` gives.
    ///
    /// The file lies in `$TMPDIR`, else `/tmp`; it is removed from its folder before the first byte is written, has
    /// mode 0600 (mkstemp(3)), and its name says nothing about what is in it.
    static func copy(of descriptor: Int32, name: String) throws(FileProblem) -> Int32 {
        let copy = try unnamedFile(in: folder)
        do {
            try transfer(from: descriptor, name: name, to: copy, in: folder)
            return copy
        } catch {
            close(copy)
            throw error
        }
    }

    /// Where temporary files lie: `$TMPDIR`, else `/tmp`.
    static var folder: String {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? ""
        return folder.isEmpty ? "/tmp" : folder
    }

    /// A descriptor of a file without a name.
    static func unnamedFile(in folder: String) throws(FileProblem) -> Int32 {
        var template = Array("\(folder)/groundwork-XXXXXX".utf8CString)
        let descriptor = template.withUnsafeMutableBufferPointer { path -> Int32 in
            guard let base = path.baseAddress else { return -1 }
            let descriptor = mkstemp(base)
            guard descriptor >= 0 else { return -1 }
            unlink(base)
            _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
            return descriptor
        }
        guard descriptor >= 0 else { throw .notSpooled(folder: folder, code: errno) }
        return descriptor
    }

    private static func transfer(
        from source: Int32,
        name: String,
        to copy: Int32,
        in folder: String
    ) throws(FileProblem) {
        let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
        defer { chunk.deallocate() }
        while true {
            let count = read(source, chunk.baseAddress, chunk.count)
            guard count >= 0 else { throw FileProblem(path: name, code: errno) }
            if count == 0 { return }
            var done = 0
            while done < count {
                let written = write(copy, chunk.baseAddress.map { $0 + done }, count - done)
                guard written > 0 else { throw .notSpooled(folder: folder, code: errno) }
                done += written
            }
        }
    }
}
