import Glibc

/// A folder of a test's own, removed with everything in it when the test lets go of it.
package final class TemporaryFolder: Sendable {
    /// Its path from the root.
    package let path: String

    /// Makes one under `/tmp`.
    package init() throws {
        var template = Array("/tmp/groundwork-test-XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else { throw FileTrouble(path: "/tmp", code: errno) }
        path = String(cString: made)
    }

    deinit { Self.remove(path) }

    /// The names of what lies in it, in order.
    package var names: [String] { Self.names(in: path) }

    private static func names(in path: String) -> [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// Copies the files of another folder into it, byte for byte.
    package func copyFiles(from folder: String) throws {
        for path in files(in: folder, endingIn: "") {
            guard let name = path.split(separator: "/").last, !name.hasPrefix("."), let bytes = bytes(of: path) else {
                continue
            }
            try write(bytes, to: "\(self.path)/\(name)")
        }
    }

    private static func remove(_ path: String) {
        for name in names(in: path) {
            let child = "\(path)/\(name)"
            if unlink(child) != 0 { remove(child) }
        }
        rmdir(path)
    }
}

/// A file that a test could not read or write.
package struct FileTrouble: Error {
    package let path: String
    package let code: Int32

    package init(path: String, code: Int32) {
        self.path = path
        self.code = code
    }
}

/// Reads a whole text; nil where there is none.
package func contents(of path: String) -> String? {
    bytes(of: path).map { String(decoding: $0, as: UTF8.self) }
}

/// Reads a whole file; nil where there is none.
package func bytes(of path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var page = [UInt8](repeating: 0, count: 1 << 16)
    while true {
        let count = fread(&page, 1, page.count, file)
        if count == 0 { return bytes }
        bytes += page[..<count]
    }
}

/// Writes a whole text.
package func write(_ text: String, to path: String) throws {
    try write(Array(text.utf8), to: path)
}

/// Writes a whole file.
package func write(_ bytes: [UInt8], to path: String) throws {
    guard let file = fopen(path, "wb") else { throw FileTrouble(path: path, code: errno) }
    let count = fwrite(bytes, 1, bytes.count, file)
    guard fclose(file) == 0, count == bytes.count else { throw FileTrouble(path: path, code: errno) }
}

/// The files in a folder whose names end so, in order, as whole paths.
package func files(in folder: String, endingIn suffix: String) -> [String] {
    guard let handle = opendir(folder) else { return [] }
    defer { closedir(handle) }
    var paths: [String] = []
    while let entry = readdir(handle) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
            pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name.hasSuffix(suffix) { paths.append("\(folder)/\(name)") }
    }
    return paths.sorted()
}

/// Whether golden files are to be written anew: `GROUNDWORK_REWRITE=1 swift test`.
package var rewritesGoldenFiles: Bool { getenv("GROUNDWORK_REWRITE") != nil }
