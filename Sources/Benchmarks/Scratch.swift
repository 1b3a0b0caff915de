import Glibc

/// A folder for files that nobody needs afterwards; it goes when this does.
struct Scratch: ~Copyable {
    let path: String

    init() throws {
        let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(parent)/groundwork-benchmarks.XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw JobFailure("\(parent): \(String(cString: strerror(errno)))") }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        // A folder that cannot be removed is left; the results are printed already.
        _ = try? ChildProcess.run("/bin/rm", ["-rf", path])
    }

    /// The path of a file in it.
    func file(_ name: String) -> String { "\(path)/\(name)" }

    /// Makes a folder in it.
    func folder(_ name: String) throws -> String {
        guard mkdir(file(name), 0o700) == 0 else { throw JobFailure("\(name): \(String(cString: strerror(errno)))") }
        return file(name)
    }
}
