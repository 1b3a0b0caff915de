import Files
import FoundationEssentials
import Records
import SQLite
import Support
import Testing

@testable import Intake

@Suite struct `Any attendance file` {
    private static let sessions = """
        ref,organization,starts,status,audience
        s1,Cove,2026-03-01,held,staff
        s2,Cove,2026-03-02,scheduled,staff
        s3,Dune,2026-03-02,held,staff
        joint,Cove;Dune,2026-03-03,held,staff
        open,,2026-03-04,held,community
        off,Cove,2026-03-05,cancelled,staff

        """
    private static let people = """
        ref,name,email,organization
        kit,Kit,kit@x.example,Cove
        ash,Ash,,Cove
        bo1,Bo,,Cove
        bo2,Bo,,Cove
        dee,Dee,,Dune

        """
    private static let header = "session,person,name,email,organization,role,status,minutes,joined,left"

    private func desk() throws -> ImportDesk {
        let desk = try ImportDesk()
        try desk.take(.session, Self.sessions, name: "sessions.csv")
        try desk.take(.person, Self.people, name: "people.csv")
        return desk
    }

    /// Rows of few people, so that they meet in every way; with `faults` some are not acceptable.
    private func rows(_ generator: inout Seeded, faults: Bool) -> [String] {
        func pick(_ words: [String]) -> String { words.randomElement(using: &generator) ?? "" }
        return (0..<Int.random(in: 1...40, using: &generator)).map { _ in
            let session = pick(["s1", "s1", "S1", "s2", "s3", "joint", "open"] + (faults ? ["off", "none", ""] : []))
            let person = pick(["", "", "", "kit", "ash", "p1", "p2", "P1"] + (faults ? ["no ref"] : []))
            let name = pick(["", "Kit", "Ash", "Ash", "Dee", "Eve", "Eve", "Flo"] + (faults ? ["Bo"] : []))
            let email = pick(
                ["", "", "", "kit@x.example", "KIT@x.example", "eve@x.example", "flo@x.example"] + (faults ? ["x"] : [])
            )
            let organization = pick(["", "", "Cove", "Dune", "Elm"])
            let role = pick(["", "attendee", "observer", "facilitator"] + (faults ? ["x"] : []))
            let status = pick(["", "attended", "registered"])
            let minutes = pick(["", "0", "30", "60"] + (faults ? ["x", "-1"] : []))
            let times = pick([",", ",", "14:00,14:30", "14:20,15:10"] + (faults ? ["15:00,14:00"] : []))
            return "\(session),\(person),\(name),\(email),\(organization),\(role),\(status),\(minutes),\(times)"
        }
    }

    private func text(_ rows: [String]) -> String { ([Self.header] + rows).joined(separator: "\n") + "\n" }

    @Test(arguments: Sweep.seeds(10, full: 40))
    func `in any order gives the same content up to made refs and ids, and the same counts`(_ seed: Int) throws {
        var generator = Seeded(UInt64(seed))
        let rows = rows(&generator, faults: seed % 2 == 1)
        let (one, other) = (try desk(), try desk())
        let rejecting = { (desk: ImportDesk) in
            { (request: inout ImportRequest) in request.rejects = desk.folder + "/rejects.csv" }
        }
        let first = try one.take(.attendance, text(rows), rejecting(one))
        let second = try other.take(.attendance, text(rows.shuffled(using: &generator)), rejecting(other))
        let (a, b) = (try one.contents(), try other.contents())
        #expect(a.map { $0.lowercased() }.sorted() == b.map { $0.lowercased() }.sorted(), "seed \(seed)")
        #expect(first.words == second.words, "seed \(seed)")
        #expect(first.counts.rows == rows.count)
        let rejected = try one.text("rejects.csv").split(separator: "\n").count - 1
        #expect(rejected == first.counts.rejected)
        _ = try other.text("rejects.csv")
        #expect(try one.store.brokenEntries() == [])
        #expect(try one.rows("PRAGMA integrity_check") == ["ok"])
        #expect(try one.rows("PRAGMA foreign_key_check") == [])
    }

    @Test(arguments: Sweep.seeds(10, full: 30))
    func `is stored whole or not at all, and undone leaves everything as it was`(_ seed: Int) throws {
        var generator = Seeded(UInt64(1_000 + seed))
        let desk = try desk()
        let before = try desk.contents()
        let text = text(rows(&generator, faults: seed % 3 == 0))
        do {
            let summary = try desk.take(.attendance, text)
            #expect(summary.counts.rejected == 0)
            let after = try desk.contents()
            #expect(try desk.take(.attendance, text).counts.unchanged == summary.counts.rows)
            #expect(try desk.contents() == after, "seed \(seed)")
            _ = try desk.store.undo()
        } catch is ImportRefused {
            // Nothing may have been stored.
        }
        // What an import makes on the way, such as an organization, goes with it.
        #expect(try desk.contents() == before, "seed \(seed)")
    }

    @Test(arguments: 0..<20)
    func `with refs and e-mails only comes in again, shuffled, without a change`(_ seed: Int) throws {
        var generator = Seeded(UInt64(2_000 + seed))
        let desk = try desk()
        let rows = rows(&generator, faults: false).map { row in
            let cells = row.split(separator: ",", omittingEmptySubsequences: false)
            return
                "\(cells[0]),p\(Int.random(in: 1...6, using: &generator)),,,\(cells[4]),\(cells[5]),\(cells[6]),\(cells[7]),,"
        }
        let first = try desk.take(.attendance, text(rows))
        let before = try desk.contents()
        let again = try desk.take(.attendance, text(rows.shuffled(using: &generator)) + "\n")
        #expect(again.counts.unchanged == first.counts.created, "seed \(seed)")
        #expect(again.counts.merged == first.counts.merged)
        #expect(try desk.contents() == before)
    }

    @Test(arguments: Sweep.seeds(20, full: 80))
    func `of random bytes never traps and never half stores`(_ seed: Int) throws {
        var generator = Seeded(UInt64(3_000 + seed))
        let desk = try desk()
        let before = try desk.contents()
        var bytes = Array(text(rows(&generator, faults: true)).utf8)
        for _ in 0..<Int.random(in: 1...12, using: &generator) {
            let place = Int.random(in: 0..<bytes.count, using: &generator)
            switch Int.random(in: 0..<4, using: &generator) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
            case 1: bytes.insert(UInt8(ascii: "\""), at: place)
            case 2: bytes.removeSubrange(place..<min(bytes.count, place + 5))
            default:
                bytes.insert(contentsOf: [0xFF, 0xFE, 0, 13][..<Int.random(in: 1...4, using: &generator)], at: place)
            }
            if bytes.isEmpty { bytes = [44] }
        }
        for kind in [Noun.attendance, .session, .person] {
            do {
                try desk.take(kind, bytes: bytes)
                _ = try desk.store.undo()
            } catch is ImportRefused {
            } catch is RecordError {
                // Nothing was to be undone, because no row changed anything.
            }
            #expect(try desk.contents() == before, "seed \(seed)")
        }
    }
}

@Suite(.enabled(if: SharedData.isPresent, "shared/data is not beside this checkout")) struct `Naughty strings` {
    private func strings() throws -> [String] {
        try JSONDecoder().decode([String].self, from: Data(SharedData.bytes("csv-acid/blns/blns.json")))
            .filter { !$0.trimmed.isEmpty && !$0.utf8.contains(0) }
    }

    /// Whether a text steers a terminal or the direction of what stands behind it, which no title and no name does.
    private static func steers(_ text: String) -> Bool {
        text.unicodeScalars.contains { scalar in
            switch scalar.value {
            case 0..<0x20, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: true
            default: false
            }
        }
    }

    @Test func `that steer a terminal are refused as titles and as names, each by itself`() throws {
        let desk = try ImportDesk()
        try desk.take(.session, "ref,starts\ns1,2026-03-01\n", name: "sessions.csv")
        let steering = try strings().filter { Self.steers($0.trimmed) }
        #expect(steering.count > 5)
        let before = try desk.contents()
        for text in steering {
            #expect(throws: ImportRefused.self) {
                try desk.take(.organization, quoted([["ref", "title"], ["n", text]]) + "\n")
            }
            #expect(throws: ImportRefused.self) {
                try desk.take(.attendance, quoted([["session", "name"], ["s1", text]]) + "\n")
            }
        }
        #expect(try desk.contents() == before)
    }

    @Test(arguments: [TextEncoding.utf8, .markedUTF8, .utf16LittleEndian])
    func `go in as titles and sectors and are unchanged`(_ encoding: TextEncoding) throws {
        let desk = try ImportDesk()
        let strings = try strings().filter { !Self.steers($0) }
        let guarded = encoding != .utf8
        let records = strings.enumerated().map { index, text in
            ["n\(index)", text, guarded ? Self.guarded(text) : text]
        }
        let bytes = encoded(quoted([["ref", "title", "sector"]] + records, lineEnd: "\r\n") + "\r\n", as: encoding)
        #expect(try desk.take(.organization, bytes: bytes).counts.created == strings.count)
        for (index, text) in strings.enumerated() {
            let ref = "n\(index)"
            #expect(try desk.value("SELECT title FROM organization WHERE ref = \(ref)") == text.trimmed)
            #expect(try desk.value("SELECT sector FROM organization WHERE ref = \(ref)") == text)
        }
    }

    @Test func `go in as names of people and are unchanged but for white space around them`() throws {
        let desk = try ImportDesk()
        try desk.take(.session, "ref,starts\ns1,2026-03-01\n", name: "sessions.csv")
        let strings = Set(try strings().filter { !Self.steers($0) }.map(\.trimmed)).sorted()
        let text = quoted([["session", "name"]] + strings.map { ["s1", $0] }) + "\n"
        #expect(try desk.take(.attendance, text).counts.peopleCreated == strings.count)
        #expect(Set(try desk.rows("SELECT name FROM person")) == Set(strings))
    }

    /// As the export for spreadsheets writes it.
    private static func guarded(_ text: String) -> String {
        let rest = text.drop { $0 == "'" }
        guard let first = rest.unicodeScalars.first,
            "=+-@\t\n\r\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains(first)
        else { return text }
        return "'" + text
    }
}
