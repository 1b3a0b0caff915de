import Glibc
import Records
import SQLite
import Support
import Testing

@testable import Commands

/// What `backup` makes, what it keeps, and what `restore` goes back to.
@Suite struct BackupTests {
    private static let first = "groundwork-2026-11-21T120000Z.db"

    private func permissions(of path: String) -> mode_t {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & 0o7777 : 0
    }

    /// Everything that a record holds, its history left out.
    private func everything(_ desk: Desk, _ database: String = "groundwork.db") -> String {
        ["sessions", "people", "attendance", "headcounts", "organizations", "courses"]
            .map { desk.run("--database \(database) export \($0) --identified -o - ").output }.joined()
    }

    @Test func `a backup is private, whole and dated, and says what it holds`() throws {
        let desk = try Desk()
        desk.run("log foundations cci 2026-11-10 22")
        let answer = desk.run("backup")
        #expect(
            answer.lines == [
                "Backed up to \(Self.first): 1 session, 2 organizations, 0 names; history up to entry 1, Nov 21, 2026.",
                "To restore it: groundwork restore \(Self.first) --yes",
            ]
        )
        #expect(permissions(of: "\(desk.path)/\(Self.first)") == 0o600)
        #expect(desk.folder.names == [Self.first, "groundwork.db"])
        #expect(desk.run("--database \(Self.first) check").code == 0)
    }

    @Test func `a backup changes nothing of its source`() throws {
        let desk = try Desk()
        desk.run("log foundations cci 2026-11-10 22")
        let before = bytes(of: "\(desk.path)/groundwork.db")
        desk.run("backup")
        desk.run("backup copy.db")
        #expect(bytes(of: "\(desk.path)/groundwork.db") == before)
    }

    @Test func `what was restored equals what was backed up, and undo leaves it alone`() throws {
        let desk = try Desk()
        try desk.file("names.txt", "Fennel Kettle\nSorrel Ladle\n")
        desk.run("log foundations cci 2026-11-10 --names names.txt")
        let held = everything(desk)
        desk.run("backup safe.db")
        desk.run("log foundations pier 2026-11-11 9")
        let refused = desk.run("restore safe.db")
        #expect(refused.code == 64)
        let answer = desk.run("restore safe.db --yes")
        #expect(answer.code == 0, "\(answer.errors)")
        #expect(everything(desk) == held)
        #expect(permissions(of: "\(desk.path)/groundwork.db") == 0o600)
        #expect(desk.run("undo").errors.contains("the last command, restore, can't be undone"))
        #expect(desk.run("check").code == 0)
        let aside = "groundwork.db.before-restore-20261121T120000Z"
        #expect(everything(desk, aside).contains("2026-11-11-pier-foundations"))
        #expect(desk.folder.names == ["groundwork.db", aside, "names.txt", "safe.db"])
    }

    @Test func `a record that is lost is there again`() throws {
        let desk = try Desk()
        desk.run("log foundations cci 2026-11-10 22")
        let held = everything(desk)
        desk.run("backup")
        unlink("\(desk.path)/groundwork.db")
        // What a killed process left of the lost file must not be taken for a part of the new one.
        try desk.file("groundwork.db-journal", "left over")
        let answer = desk.run("restore \(Self.first)")
        #expect(answer.code == 0, "\(answer.errors)")
        #expect(everything(desk) == held)
        #expect(!desk.folder.names.contains("groundwork.db-journal"))
    }

    @Test(arguments: ["this is no database", String(repeating: "\u{0}", count: 8_192)])
    func `a damaged record is moved aside as it is`(damage: String) throws {
        let desk = try Desk()
        desk.run("log foundations cci 2026-11-10 22")
        desk.run("backup")
        try desk.file("groundwork.db", damage)
        #expect(desk.run("due").code == 76)
        let answer = desk.run("restore \(Self.first) --yes")
        #expect(answer.code == 0, "\(answer.errors)")
        #expect(desk.text("groundwork.db.before-restore-20261121T120000Z") == damage)
        #expect(desk.run("check").code == 0)
    }

    @Test func `only dated backups of the database are removed, the oldest first`() throws {
        let desk = try Desk()
        let older = ["groundwork-2026-01-02T030405Z.db", "groundwork-2026-01-03T030405Z.db"]
        for name in older { desk.run(["backup", name]) }
        desk.run("backup by-hand.db")
        try desk.file("groundwork-2025-01-01T000000Z.db", "a letter")
        let others = ["groundwork-2026-01-02T030405Z.txt", "other-2026-01-02T030405Z.db", "groundwork-2026.db"]
        for name in others { try desk.file(name, "a letter") }
        let answer = desk.run("backup --keep 2")
        #expect(answer.lines.contains("Removed (--keep 2): \(older[0])"))
        #expect(
            desk.folder.names
                == ([Self.first, "by-hand.db", "groundwork-2025-01-01T000000Z.db", "groundwork.db", older[1]] + others)
                .sorted()
        )
    }

    /// A folder with a record of another program, as big an office away as a stick reaches.
    private func otherProgram(_ desk: Desk) {
        mkdir("\(desk.path)/other", 0o700)
        desk.run("--database other/groundwork.db init --program Tern --time-zone UTC")
    }

    private func names(_ folder: String) -> [String] {
        files(in: folder, endingIn: ".db").map { String($0.dropFirst(folder.count + 1)) }
    }

    @Test func `backups of another program are neither counted nor removed, whatever their names`() throws {
        let desk = try Desk()
        otherProgram(desk)
        let stick = "\(desk.path)/stick"
        mkdir(stick, 0o700)
        desk.run("--database other/groundwork.db backup stick")
        desk.run("backup stick")
        let answer = desk.run("backup stick --keep 1")
        #expect(answer.code == 0)
        #expect(answer.errors == "")
        let others = try Database(path: "\(stick)/\(Self.first)", mode: .readOnly)
        #expect(try others.value("SELECT ref FROM organization", as: String.self) == "tern")
        #expect(names(stick) == ["groundwork-2026-11-21T120000Z-3.db", Self.first])
    }

    @Test func `what was just made stays, also beside files whose names are of a later day`() throws {
        let desk = try Desk()
        let stick = "\(desk.path)/stick"
        mkdir(stick, 0o700)
        let ahead = "groundwork-2027-01-01T000000Z.db"
        try write(try #require(bytes(of: "\(desk.path)/groundwork.db")), to: "\(stick)/\(ahead)")
        let answer = desk.run("backup stick --keep 1")
        #expect(answer.lines.contains("Removed (--keep 1): stick/\(ahead)"))
        #expect(names(stick) == [Self.first])
        #expect(desk.run("backup stick/groundwork-2020-01-01T000000Z.db --keep 1").code == 0)
        #expect(names(stick) == ["groundwork-2020-01-01T000000Z.db"])
    }

    @Test func `the backup with the most history stays, whatever its name`() throws {
        let desk = try Desk()
        desk.run("backup groundwork-2027-01-01T000000Z.db")
        desk.run("log foundations cci 2026-11-10 22")
        desk.run("backup groundwork-2026-01-01T000000Z.db")
        desk.run("log foundations cci 2026-11-11 22")
        let answer = desk.run("backup safe.db --keep 1")
        #expect(answer.lines.contains("Removed (--keep 1): groundwork-2027-01-01T000000Z.db"))
        #expect(desk.folder.names == ["groundwork-2026-01-01T000000Z.db", "groundwork.db", "safe.db"])
    }

    @Test func `history that a restore cut off is not removed, and mentioned`() throws {
        let desk = try Desk()
        let (early, late) = ("groundwork-2026-01-01T000000Z.db", "groundwork-2026-01-02T000000Z.db")
        desk.run("backup \(early)")
        desk.run("log foundations cci 2026-11-10 22")
        desk.run("backup \(late)")
        desk.run("restore \(early) --yes")
        desk.run("log foundations pier 2026-11-11 9")
        let answer = desk.run("backup --keep 1")
        #expect(
            answer.errors
                == "Not counted and not removed: \(late) (from before a restore)\n"
        )
        #expect(answer.lines.contains("Removed (--keep 1): \(early)"))
        #expect(names(desk.path) == [late, Self.first, "groundwork.db"])
    }

    @Test func `files of another version, and files that can't be read, are not removed, and mentioned`() throws {
        let desk = try Desk()
        otherProgram(desk)
        let dated = (1...4).map { "groundwork-2026-01-0\($0)T000000Z.db" }
        let record = "\(desk.path)/groundwork.db"
        try OlderRecord.make("\(desk.path)/\(dated[0])", version: 15, from: record)
        try OlderRecord.make("\(desk.path)/\(dated[1])", version: 15, from: "\(desk.path)/other/groundwork.db")
        let raw = try #require(bytes(of: record))
        try write(Array(raw.prefix(4_096)), to: "\(desk.path)/\(dated[2])")
        try write(raw, to: "\(desk.path)/\(dated[3])")
        do {
            let newer = try Database(path: "\(desk.path)/\(dated[3])", mode: .readWrite)
            try newer.execute("PRAGMA user_version = 999")
        }
        let answer = desk.run("backup --keep 1")
        let opening = "Not counted and not removed: "
        #expect(
            answer.errors.split(separator: "\n").map(String.init) == [
                "\(opening)\(dated[3]) (from a newer version, 999)",
                "\(opening)\(dated[2]) (can't be read)",
                "\(opening)\(dated[0]) (from an older version, 15)",
            ]
        )
        #expect(names(desk.path) == dated + [Self.first, "groundwork.db"])
    }

    @Test func `a folder that is there takes a backup without a slash, one that is not takes none`() throws {
        let desk = try Desk()
        mkdir("\(desk.path)/stick", 0o700)
        #expect(desk.run("backup stick").code == 0)
        #expect(desk.run("backup stick/").code == 0)
        #expect(desk.run("backup stack").code == 66)
        #expect(desk.run("backup stack.2026/").code == 66)
        #expect(desk.folder.names == ["groundwork.db", "stick"])
        #expect(names("\(desk.path)/stick").count == 2)
    }

    @Test func `a backup that a killed process was writing to is rolled back before it is restored`() throws {
        let desk = try Desk()
        desk.run("log foundations cci 2026-11-10 22")
        let held = everything(desk)
        try OlderRecord.cutShort("\(desk.path)/groundwork.db", as: "\(desk.path)/safe.db")
        desk.run("undo")
        #expect(desk.folder.names == ["groundwork.db", "safe.db", "safe.db-journal"])
        let answer = desk.run("restore safe.db --yes")
        #expect(answer.code == 0, "\(answer.errors)")
        #expect(everything(desk) == held)
        #expect(desk.run("check").code == 0)
    }

    @Test func `two backups within a second have two names`() throws {
        let desk = try Desk()
        desk.run("backup")
        #expect(desk.run("backup --keep 1").output.contains("groundwork-2026-11-21T120000Z-2.db"))
        #expect(desk.folder.names == ["groundwork-2026-11-21T120000Z-2.db", "groundwork.db"])
    }

    @Test func `a backup replaces an older one of the same record and nothing else`() throws {
        let desk = try Desk()
        #expect(desk.run("backup safe.db").code == 0)
        desk.run("log foundations cci 2026-11-10 22")
        #expect(desk.run("backup safe.db").code == 0)
        desk.run("undo")
        desk.run("--database other.db init --program Tern")
        let before = bytes(of: "\(desk.path)/other.db")
        #expect(desk.run("backup other.db").code == 73)
        #expect(bytes(of: "\(desk.path)/other.db") == before)
        // A record that was gone back, and went on otherwise, holds less than the backup.
        desk.run("backup ahead.db")
        desk.run("restore safe.db --yes")
        desk.run("log foundations pier 2026-11-12 3")
        #expect(desk.run("backup ahead.db").code == 73)
        #expect(desk.run("backup groundwork.db").code == 73)
        #expect(desk.run("backup groundwork.db-journal").code == 73)
        #expect(desk.run("backup none/at/all.db").code == 73)
    }

    @Test func `who was forgotten stays forgotten, and backups that hold them are named`() throws {
        let desk = try Desk()
        try desk.file("names.txt", "Fennel Kettle\nSorrel Ladle\n")
        desk.run("backup early.db")
        desk.run("backup groundwork-2026-01-02T030405Z.db")
        desk.run("log foundations cci 2026-11-10 --names names.txt")
        desk.run("backup")
        let ref =
            desk.run("person list --format csv").output.split(separator: "\n")
            .first { $0.contains("Fennel") }?.split(separator: ",").first ?? ""
        let forgotten = desk.run("person forget \(ref) --yes")
        #expect(forgotten.errors.contains("This backup still has them: \(Self.first)\n"))
        #expect(!forgotten.errors.contains("2026-01-02"))
        let answer = desk.run("restore \(Self.first) --yes")
        #expect(answer.output.contains("Forgotten again: 1 person."))
        let people = desk.run("person list --format csv").output
        #expect(people.contains("Sorrel") && !people.contains("Fennel"))
        let raw = bytes(of: "\(desk.path)/groundwork.db") ?? []
        #expect(!String(decoding: raw, as: UTF8.self).contains("Fennel"))
        #expect(desk.run("check").code == 0)
    }

    @Test func `a damaged record gets no backup, and loses none`() throws {
        let desk = try Desk()
        for day in 10...28 { desk.run("log foundations cci 2026-10-\(day) 22") }
        desk.run("backup old.db")
        var raw = bytes(of: "\(desk.path)/groundwork.db") ?? []
        // The last page of the file, which is a page of the history.
        for index in (raw.count - 4_000)..<(raw.count - 100) { raw[index] = 0xFF }
        try write(raw, to: "\(desk.path)/groundwork.db")
        let answer = desk.run("backup --keep 1")
        #expect(answer.code == 76, "\(answer.both)")
        #expect(desk.folder.names == ["groundwork.db", "old.db"])
        let kept = bytes(of: "\(desk.path)/old.db")
        #expect(desk.run("restore groundwork.db --database other.db").code == 76)
        #expect(bytes(of: "\(desk.path)/old.db") == kept)
        #expect(desk.folder.names == ["groundwork.db", "old.db"])
    }

    @Test func `a copy that was left by a killed process is removed by the next`() throws {
        let desk = try Desk()
        try desk.file("safe.db.partial-1x", "half")
        try desk.file("safe.db.partial-1x-journal", "half")
        try desk.file("other.db.partial-1x", "half")
        desk.run("backup safe.db")
        #expect(desk.folder.names == ["groundwork.db", "other.db.partial-1x", "safe.db"])
    }

    @Test func `a backup that is made while others write is the record of one moment`() async throws {
        let desk = try Desk()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<3 {
                group.addTask {
                    for turn in 0..<8 {
                        let answer = desk.run("log foundations cci 2026-10-\(10 + turn) \(writer + 1) --wait 60")
                        #expect(answer.code == 0, "\(answer.errors)")
                    }
                }
            }
            group.addTask {
                for turn in 0..<6 { #expect(desk.run("backup storm-\(turn).db").code == 0) }
            }
            try await group.waitForAll()
        }
        for turn in 0..<6 {
            let copy = try Database(path: "\(desk.path)/storm-\(turn).db", mode: .readOnly)
            let sessions = try copy.value("SELECT count(*) FROM session", as: Int.self)
            #expect(try copy.value("SELECT count(*) FROM headcount", as: Int.self) == sessions)
            #expect(try copy.value("SELECT count(*) FROM history", as: Int.self) == sessions)
            #expect(desk.run("--database storm-\(turn).db check").code == 0)
        }
    }
}
