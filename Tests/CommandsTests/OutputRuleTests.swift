import Files
import Glibc
import Support
import Testing

@testable import Commands

/// No option writes over a file that the command reads, over the database, or, unless it was asked for with -o, over any
/// file at all.
@Suite struct OutputRuleTests {
    /// What lies at the desk: files that commands read, one that nobody named, and other names of them.
    private static let kept = [
        "heads.csv", "map.json", "theirs.csv", "plan.json", "note.md", "groundwork.db", "q3/manifest.json",
    ]

    private func desk() throws -> Desk {
        let desk = try Desk()
        desk.run("log foundations cci 2026-11-10 22")
        try desk.file(
            "heads.csv",
            "session,count,scope\n2026-11-10-cci-foundations,3,registered\nnowhere,4,registered\n"
        )
        try desk.file("good.csv", "session,count,scope\n2026-11-10-cci-foundations,3,registered\n")
        try desk.file("map.json", "{\"columns\": {\"count\": \"count\"}}")
        try desk.file("theirs.csv", "not ours\n")
        try desk.file("words.txt", "avoid: tent dweller = person without housing\n")
        try desk.file("note.md", "We talked about addicts.\n")
        mkdir("\(desk.path)/q3", 0o700)
        let plan = "{\"reports\": [{\"report\": \"scorecard\", \"formats\": [\"csv\"]}]}"
        try desk.file("plan.json", plan)
        try desk.file("q3/manifest.json", plan)
        symlink("\(desk.path)/theirs.csv", "\(desk.path)/link.csv")
        link("\(desk.path)/heads.csv", "\(desk.path)/second.csv")
        link("\(desk.path)/groundwork.db", "\(desk.path)/second.db")
        return desk
    }

    /// A command line, what it must not write over, and what it says.
    static let refusals: [(line: String, words: String)] = [
        ("import headcounts good.csv --save-mapping good.csv", "good.csv: this is also an input file"),
        ("import headcounts good.csv --save-mapping ./good.csv", "./good.csv: this is also an input file"),
        ("import headcounts good.csv --save-mapping theirs.csv", "theirs.csv: the file already exists"),
        ("import headcounts good.csv --save-mapping link.csv", "link.csv: this is a link"),
        (
            "import headcounts good.csv --mapping map.json --save-mapping map.json",
            "map.json: this is also an input file"
        ),
        ("import headcounts good.csv --save-mapping groundwork.db", "groundwork.db: this is the database itself"),
        ("import headcounts good.csv --save-mapping second.db", "second.db: this is the database itself"),
        (
            "import headcounts good.csv --save-mapping groundwork.db-journal",
            "groundwork.db-journal: this is the database itself"
        ),
        ("import headcounts good.csv --save-mapping q3", "q3: this is a folder"),
        ("import headcounts good.csv --save-mapping nowhere/map.json", "nowhere/map.json: can't create the file"),
        ("import headcounts heads.csv --rejects heads.csv", "heads.csv: this is also an input file"),
        ("import headcounts heads.csv --rejects second.csv", "second.csv: this is also an input file"),
        ("import headcounts heads.csv --rejects theirs.csv", "theirs.csv: the file already exists"),
        ("import headcounts heads.csv --rejects link.csv", "link.csv: this is a link"),
        ("import headcounts heads.csv --rejects groundwork.db", "groundwork.db: this is the database itself"),
        ("import headcounts heads.csv --rejects groundwork.db-wal", "groundwork.db-wal: this is the database itself"),
        ("import headcounts heads.csv --mapping map.json --rejects map.json", "map.json: this is also an input file"),
        ("import headcounts heads.csv --rejects theirs.csv --dry-run", "theirs.csv: the file already exists"),
        (
            "import headcounts good.csv --rejects new.csv --save-mapping new.csv",
            "new.csv: two options would write this file"
        ),
        (
            "import headcounts good.csv --save-mapping ./q3/../new.csv -o new.csv",
            "new.csv: two options would write this file"
        ),
        ("import headcounts good.csv -o good.csv", "good.csv: this is also an input file"),
        ("import headcounts good.csv --mapping map.json -o map.json", "map.json: this is also an input file"),
        ("import headcounts heads.csv --rejects new.csv -o second.csv", "second.csv: this is also an input file"),
        ("lint note.md -o note.md", "note.md: this is also an input file"),
        ("lint note.md --format csv -o note.md", "note.md: this is also an input file"),
        ("lint note.md --words words.txt -o words.txt", "words.txt: this is also an input file"),
        ("batch q3/manifest.json --period 2026-Q3 -o q3", "q3/manifest.json: this is also an input file"),
        ("session list -o second.db", "second.db: this is the database itself"),
        ("export sessions -o groundwork.db-shm", "groundwork.db-shm: this is the database itself"),
        ("backup second.db", "second.db: this is the database itself"),
        ("backup theirs.csv", "theirs.csv: the file already exists, and is not an older backup of this database"),
    ]

    @Test(arguments: refusals)
    func `an output that would stand on a file is refused, and nothing is stored`(line: String, words: String) throws {
        let desk = try desk()
        let (before, names) = (Self.kept.map { bytes(of: "\(desk.path)/\($0)") }, desk.folder.names)
        let answer = desk.run(line)
        #expect(answer.errors.hasPrefix("groundwork: \(words)"), "\(answer.errors)")
        #expect(answer.code == 73)
        #expect(answer.output == "")
        #expect(Self.kept.map { bytes(of: "\(desk.path)/\($0)") } == before)
        #expect(desk.folder.names == names)
    }

    @Test func `what is asked for with -o takes the place of an older file, and a helper stands beside it`() throws {
        let desk = try desk()
        #expect(desk.run("session list --format csv -o theirs.csv").code == 0)
        #expect(desk.text("theirs.csv")?.hasPrefix("ref,course,") == true)
        let answer = desk.run(
            "import headcounts heads.csv --map count=count --rejects rest.csv --save-mapping map2.json"
        )
        #expect(answer.code == 0, "\(answer.errors)")
        #expect(desk.text("rest.csv")?.contains("nowhere,4,registered,") == true)
        #expect(desk.text("map2.json")?.contains("\"count\"") == true)
        #expect(desk.run("import headcounts good.csv --update --save-mapping /dev/null --rejects /dev/null").code == 0)
    }

    @Test func `a mapping is saved only once the rows are stored`() throws {
        let desk = try desk()
        #expect(desk.run("import headcounts heads.csv --save-mapping new.json").code == 65)
        #expect(!desk.folder.names.contains { $0.hasPrefix("new.json") })
    }

    @Test func `a file that comes to be there meanwhile is not replaced by a helper`() throws {
        let desk = try Desk(begun: false)
        let path = "\(desk.path)/rest.csv"
        let file = try OutputFile(path, OutputRule(database: nil), as: .helper)
        try Array("ours\n".utf8).withUnsafeBytes { try file.write($0) }
        try desk.file("rest.csv", "theirs\n")
        #expect(throws: OutputProblem.exists(path)) { try file.commit() }
        #expect(desk.text("rest.csv") == "theirs\n")
    }
}
