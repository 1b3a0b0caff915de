import Glibc
import Support
import Testing

@testable import Files

/// Bytes that wait until their reader takes them.
@Suite struct OutputSpoolTests {
    @Test(arguments: [0, 1, 3, 4, 5, 200_000])
    func `what waits comes back in its order, however much it is`(count: Int) throws {
        let spool = OutputSpool(memoryLimit: 4)
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        for piece in stride(from: 0, to: count, by: 3).map({ Array(bytes[$0..<min($0 + 3, count)]) }) {
            try piece.withUnsafeBytes { try spool.write($0) }
        }
        for _ in 0..<2 {
            var sent: [UInt8] = []
            try spool.send { sent += $0 }
            #expect(sent == bytes)
        }
    }

    @Test func `what waits in a file is in none that has a name`() throws {
        let before = Set(temporaryFiles())
        let spool = OutputSpool(memoryLimit: 1)
        try [1, 2, 3].withUnsafeBytes { try spool.write($0) }
        let mine = try #require(spool.openFile)
        var status = stat()
        #expect(fstat(mine, &status) == 0 && status.st_nlink == 0 && status.st_mode & 0o777 == 0o600)
        #expect(Set(temporaryFiles()).subtracting(before) == [])
    }

    private func temporaryFiles() -> [String] {
        FolderNames.all(in: Spool.folder).filter { $0.hasPrefix("groundwork-") && $0.count == "groundwork-".count + 6 }
    }
}

/// A folder that one process makes files in at a time.
@Suite struct BatchFolderTests {
    private let folder: TemporaryFolder
    private let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = "\(folder.path)/q3"
    }

    private func open(_ rule: OutputRule = OutputRule(database: nil)) throws -> BatchFolder {
        try BatchFolder(path + "/", index: "index.json", rule)
    }

    @Test func `nobody else has it while it is held, and it is free again however that ended`() throws {
        var held: BatchFolder? = try open()
        #expect(held?.path == path)
        #expect(throws: FolderProblem.isHeld(path)) { try open() }
        held = nil
        let again = try open()
        #expect(again.counts == BatchFolder.Counts())
    }

    @Test func `the index goes before the first change, and stays where nothing changes`() throws {
        let first = try open()
        try first.write(Array("one".utf8), "a.txt")
        try first.write(Array("[a]".utf8), "index.json")
        try first.write(Array("one".utf8), "a.txt")
        #expect(first.holds("index.json"))
        #expect((first.counts.added, first.counts.same, first.counts.replaced) == (1, 1, 0))
        #expect(first.earlierIndex(limit: 3) == Array("[a]".utf8))
        #expect(first.earlierIndex(limit: 2) == nil)
        try first.write(Array("two".utf8), "a.txt")
        #expect(!first.holds("index.json") && first.earlierIndex(limit: 3) == nil)
        #expect(first.counts.replaced == 1)
    }

    @Test func `what a killed process left is swept, and nothing that is not of these files`() throws {
        let held = try open()
        for name in ["a.txt.partial-1", "index.json.partial-2", "other.partial-3", "a.txt"] {
            try write("", to: "\(path)/\(name)")
        }
        held.sweep(["a.txt"])
        #expect(FolderNames.all(in: path).sorted() == ["a.txt", "other.partial-3"])
    }
}
