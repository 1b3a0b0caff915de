import Glibc
import Testing

@testable import Files

@Suite struct `Getting at the bytes` {
    @Test(arguments: [
        ("/nowhere/at/all.csv", FileProblem.missing(path: "/nowhere/at/all.csv")),
        ("/tmp", .directory(path: "/tmp")),
        ("/dev/zero", .device(path: "/dev/zero")),
    ])
    func `what is no file is refused by name`(_ path: String, _ problem: FileProblem) {
        #expect(throws: problem) { try FileBytes(path: path) }
    }

    @Test func `an empty file has no bytes`() throws {
        #expect(try text(of: FileBytes(path: "/dev/null")) == "")
    }

    @Test(arguments: [
        (FileProblem.missing(path: "a.csv"), "a.csv: the file doesn't exist"),
        (.directory(path: "a"), "a: this is a folder, not a file"),
        (.notPermitted(path: "a.csv"), "a.csv: you don't have permission to read this file"),
        (.unreadable(path: "a.csv", code: EIO), "a.csv: can't read the file: Input/output error"),
        (.notSpooled(folder: "/t", code: ENOSPC), "/t: can't write a temporary file here: No space left on device"),
    ])
    func `a problem says what is wrong`(_ problem: FileProblem, _ words: String) {
        #expect(problem.description == words)
    }

    @Test func `a file is read at any offset, as often as needed`() throws {
        try withFile("name,count\nHarbor,3\n") { path in
            let file = try FileBytes(path: path)
            #expect(try text(of: file) == "name,count\nHarbor,3\n")
            #expect(try text(of: file, from: 11) == "Harbor,3\n")
            #expect(try text(of: file, from: 20) == "")
        }
    }

    @Test func `a pipe can be read twice`() throws {
        let file = try FileBytes(descriptor: pipe(holding: "a,b\nc,d\n"), name: "standard input", closes: true)
        for _ in 0..<2 { #expect(try text(of: file) == "a,b\nc,d\n") }
    }

    @Test func `a spooled stream has no name and is nobody else's to read`() throws {
        let source = try pipe(holding: "a")
        defer { close(source) }
        let copy = try Spool.copy(of: source, name: "pipe")
        defer { close(copy) }
        var status = stat()
        #expect(fstat(copy, &status) == 0)
        #expect(status.st_nlink == 0)
        #expect(status.st_mode & 0o777 == 0o600)
    }

    @Test func `standard input redirected from the middle of a file begins there`() throws {
        try withFile("skipped\na,b\n") { path in
            let descriptor = open(path, O_RDONLY)
            defer { close(descriptor) }
            lseek(descriptor, 8, SEEK_SET)
            let file = try FileBytes(descriptor: descriptor, name: "standard input", closes: false)
            #expect(try text(of: file) == "a,b\n")
        }
    }

    @Test func `a file that changes while it is read is noticed`() throws {
        try withFile("a,b\n") { path in
            let file = try FileBytes(path: path)
            try file.checkUnchanged()
            let descriptor = open(path, O_WRONLY | O_APPEND)
            #expect(write(descriptor, "c", 1) == 1)
            close(descriptor)
            #expect(throws: FileProblem.changed(path: path)) { try file.checkUnchanged() }
        }
    }

    private func text(of file: FileBytes, from offset: Int = 0) throws -> String {
        var bytes = [UInt8](repeating: 0, count: 1 << 10)
        let count = try bytes.withUnsafeMutableBytes { try file.read(into: $0, at: offset) }
        return String(decoding: bytes[..<count], as: UTF8.self)
    }

    private func withFile(_ text: String, _ body: (String) throws -> Void) throws {
        var template = Array("/tmp/groundwork-test-XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        try #require(descriptor >= 0)
        let path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        defer { unlink(path) }
        #expect(write(descriptor, text, text.utf8.count) == text.utf8.count)
        close(descriptor)
        try body(path)
    }

    private func pipe(holding text: String) throws -> Int32 {
        var ends: [Int32] = [-1, -1]
        try #require(Glibc.pipe(&ends) == 0)
        #expect(write(ends[1], text, text.utf8.count) == text.utf8.count)
        close(ends[1])
        return ends[0]
    }
}
