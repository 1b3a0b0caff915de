import Calendar
import Glibc
import SQLite
import Testing

@testable import Records

struct PeopleTests {
    let desk: Desk
    let first: Found
    let second: Found

    init() throws {
        desk = try Desk()
        first = try desk.add(.session, ["ref": "one", "starts": "2026-10-01", "minutes": "60"])
        second = try desk.add(.session, ["ref": "two", "starts": "2026-11-01", "minutes": "60"])
    }

    @Test func `a person's ref is random and says nothing of their name`() throws {
        let person = try desk.add(.person, ["name": "Wren Example"])
        #expect(person.ref.hasPrefix("p-"))
        #expect(person.ref.count == 10)
        #expect(!person.ref.contains("wren"))
    }

    @Test func `merging joins what both attended, and unmerge puts all of it back`() throws {
        let wren = try desk.add(.person, ["name": "Wren Example", "organization": "cci"])
        let other = try desk.add(.person, ["name": "W. Example", "email": "wren@clinic.example"])
        try desk.attend(first, wren, minutes: 30)
        try desk.attend(first, other, minutes: 50)
        try desk.attend(second, other, minutes: 60, role: .facilitator)
        let before = try desk.content()

        let shared = try desk.store.change("person merge") { _ in try desk.store.merge(other, into: wren) }
        #expect(shared == 1)
        #expect(try desk.value("SELECT count(*) FROM attendance") == 2)
        #expect(try desk.value("SELECT minutes FROM attendance WHERE session_id = \(first.id)") == 50)
        #expect(try desk.value("SELECT email FROM person WHERE id = \(wren.id)") == "wren@clinic.example")
        #expect(try desk.store.find(.person, other.ref) == wren)

        #expect(try desk.store.unmerge(other.ref).kept.isEmpty)
        #expect(try desk.content() == before)
    }

    @Test func `taking one of two merges back leaves what the other one brought`() throws {
        let wren = try desk.add(.person, ["name": "Wren Example"])
        let one = try desk.add(.person, ["name": "W. Example"])
        let two = try desk.add(.person, ["name": "Wr. Example"])
        try desk.attend(first, one, minutes: 30)
        try desk.attend(first, two, minutes: 50)
        for other in [one, two] {
            _ = try desk.store.change("person merge") { _ in try desk.store.merge(other, into: wren) }
        }
        #expect(try desk.store.unmerge(one.ref).kept == ["attendance of one"])
        let minutes = try desk.store.database.all(
            "SELECT person_id, minutes FROM attendance WHERE session_id = \(first.id) ORDER BY person_id"
        ) { row in [try row[0] as Int64, try row[1] as Int64] }
        #expect(minutes == [[wren.id, 50], [one.id, 30]])
    }

    @Test func `of a chain of merges the last one is taken back first`() throws {
        let wren = try desk.add(.person, ["name": "Wren Example"])
        let one = try desk.add(.person, ["name": "W. Example"])
        let two = try desk.add(.person, ["name": "Wr. Example"])
        try desk.attend(first, one)
        let before = try desk.content()
        try desk.store.change("person merge") { _ in _ = try desk.store.merge(one, into: two) }
        try desk.store.change("person merge") { _ in _ = try desk.store.merge(two, into: wren) }
        let refusal = RecordError.refused(
            "\(one.ref) was merged into \(two.ref), which was merged again later",
            advice: Advice("First", .perform(.unmergePerson, ["ref": two.ref]))
        )
        #expect(throws: refusal) { try desk.store.unmerge(one.ref) }
        #expect(try desk.store.unmerge(two.ref).kept.isEmpty)
        #expect(try desk.store.unmerge(one.ref).kept.isEmpty)
        #expect(try desk.content() == before)
    }

    @Test func `people who were forgotten stay one, so that no figure changes`() throws {
        let wren = try desk.add(.person, ["name": "Wren Example"])
        let other = try desk.add(.person, ["name": "W. Example"])
        try desk.store.change("person merge") { _ in _ = try desk.store.merge(other, into: wren) }
        _ = try desk.store.forget(ForgetRequest(people: [wren]))
        let refs = try desk.store.database.all("SELECT ref FROM person") { try $0.text(0) }
        #expect(refs.count == 2)
        for ref in refs { #expect(throws: RecordError.self) { try desk.store.unmerge(ref) } }
    }

    @Test func `a forgotten person's likeness to others is forgotten too`() throws {
        let wren = try desk.add(.person, ["name": "Wren Example"])
        let other = try desk.add(.person, ["name": "Wren Example"])
        try desk.store.change("person duplicates") { _ in try desk.store.keepApart(wren, other) }
        _ = try desk.store.forget(ForgetRequest(people: [wren]))
        #expect(try desk.value("SELECT count(*) FROM person_distinct") == 0)
        #expect(try desk.value("SELECT count(*) FROM history_value WHERE record_table = 'person_distinct'") == 0)
        #expect(try desk.store.brokenEntries().isEmpty)
    }

    @Test func `likely duplicates come with a reason, and never again once they were told apart`() throws {
        let one = try desk.add(.person, ["name": "Ash Sample", "organization": "cci"])
        let two = try desk.add(.person, ["name": "Ash Sample", "organization": "cci"])
        let three = try desk.add(.person, ["name": "A", "email": "ash@x.example"])
        let four = try desk.add(.person, ["name": "B", "email": "ASH@x.example"])
        #expect(
            try desk.store.likelyDuplicates().map(\.reason) == ["same e-mail", "same name, same organization"]
        )
        try desk.store.change("test") { _ in
            try desk.store.keepApart(two, one)
            try desk.store.keepApart(three, four)
        }
        #expect(try desk.store.likelyDuplicates().isEmpty)
    }

    @Test func `somebody who is forgotten is gone from the file's bytes, and every count stays`() throws {
        let wren = try desk.add(
            .person,
            ["name": "Wren Quillfeather", "email": "wren.quillfeather@clinic.example", "job_role": "outreach nurse"]
        )
        try desk.store.change("person edit") { _ in
            try desk.store.edit(.person, wren.id, try desk.draft(.person, ["name": "Wren Q. Quillfeather"]))
        }
        try desk.attend(first, wren, minutes: 60)
        let forgotten = try desk.store.forget(ForgetRequest(people: [wren]))
        #expect(forgotten.sessions == 1)
        #expect(forgotten.newRefs.first != wren.ref)
        #expect(try desk.value("SELECT count(*) FROM attendance") == 1)
        #expect(try desk.store.brokenEntries().isEmpty)
        #expect(try desk.store.wasForgotten(email: "WREN.quillfeather@clinic.example "))
        #expect(try !desk.store.wasForgotten(email: "ash@clinic.example"))

        let bytes = try contents(of: desk.path)
        for word in ["Quillfeather", "quillfeather", "outreach nurse", wren.ref] {
            #expect(!bytes.contains(word), "\(word) is still in the file")
        }
        #expect(throws: RecordError.self) { try desk.store.undo() }
    }

    @Test func `a name is past its keeping when its last session is longer ago than names are kept`() throws {
        let wren = try desk.add(.person, ["name": "Wren Example"])
        try desk.attend(first, wren)
        let day = try #require(Day(iso: "2028-10-01"))
        #expect(try desk.store.namesPastKeeping(asOf: day).isEmpty)
        #expect(try desk.store.namesPastKeeping(asOf: day.adding(days: 1)).map(\.person) == [wren])
        _ = try desk.store.forget(ForgetRequest(people: [wren]))
        #expect(try desk.store.namesPastKeeping(asOf: day.adding(days: 1)).isEmpty)
    }

    @Test func `a name of somebody who was merged ends with the person whom they were merged into`() throws {
        let wren = try desk.add(.person, ["name": "Wren Example"])
        let other = try desk.add(.person, ["name": "W. Example"])
        try desk.attend(first, wren)
        try desk.store.change("person merge") { _ in _ = try desk.store.merge(other, into: wren) }
        try desk.store.change("person edit") { _ in try desk.store.edit(.person, wren.id, Draft(), clearing: ["name"]) }
        let day = try #require(Day(iso: "2029-01-01"))
        #expect(try desk.store.namesPastKeeping(asOf: day).map(\.person) == [wren])
    }

    @Test(arguments: [false, true])
    func `the name of somebody who came to no session ends too`(unnoted: Bool) throws {
        let wren = try desk.store.change("test add") { change in
            change.log.muted = unnoted
            return try desk.store.add(.person, try desk.draft(.person, ["name": "Wren Example"]))
        }
        let day = try #require(Day(iso: "2028-11-21"))
        #expect(try desk.store.namesPastKeeping(asOf: day).isEmpty)
        let due = try desk.store.namesPastKeeping(asOf: day.adding(days: 1))
        #expect(due.map(\.person) == [wren])
        #expect(due.map(\.since) == [day])
    }

    private func contents(of path: String) throws -> String {
        let file = open(path, O_RDONLY)
        defer { close(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while case let count = read(file, &buffer, buffer.count), count > 0 { bytes += buffer[..<count] }
        #expect(bytes.count > 4_096)
        return String(bytes.map { Character(Unicode.Scalar($0)) })
    }
}
