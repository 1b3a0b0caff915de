import SQLite
import Service
import Support
import Testing

@testable import Records

/// What holds for everything that a person can do.
@Suite struct OperationTests {
    @Test(arguments: Role.allCases)
    func `an operation is refused to every role that does not include its own`(role: Role) throws {
        let office = try Office(kept: 1)
        for operation in Operations.all {
            do {
                try run(operation, office, as: role)
                #expect(role.includes(operation.role), "\(operation.id.rawValue)")
            } catch is Forbidden {
                #expect(!role.includes(operation.role), "\(operation.id.rawValue)")
            } catch {
                // Refused for what it asks, which an empty request does; not for who asks.
                #expect(role.includes(operation.role), "\(operation.id.rawValue): \(error)")
            }
        }
    }

    @Test func `whoever asked to stop beforehand stores nothing and gets nothing, whatever they ask for`() throws {
        let office = try Office.furnished()
        let stopped = Interruption()
        stopped.request()
        let before = try #require(bytes(of: office.path))
        for listed in Operations.all {
            let operation = try Samples.operation(listed.id) ?? listed
            #expect(throws: Interrupted.self, "\(listed.id.rawValue)") { try stop(operation, stopped, office) }
        }
        #expect(bytes(of: office.path) == before)
    }

    private func stop<O: Operation>(_ operation: O, _ stopped: Interruption, _ office: Office) throws {
        _ = try office.lender.perform(operation, office.caller(as: .admin, interruption: stopped))
    }

    @Test func `no two operations have one name`() {
        let ids = Operations.all.map(\.id.rawValue)
        #expect(Set(ids).count == ids.count)
    }

    @Test(arguments: Operations.all.map(\.id))
    func `hostile words in any parameter are refused as such or accepted, and never a defect`(id: OperationID) throws {
        let office = try Office.furnished()
        let listed = try #require(Operations.all.first { $0.id == id })
        let operation = try Samples.operation(id) ?? listed
        try expectNoDefect(operation, office)
        let tables = try office.lender.read(office.caller()) { store in
            try store.reader.value("SELECT count(*) FROM session", as: Int.self)
        }
        #expect(tables != nil)
    }

    /// The operations that make one entry of the history, which can be taken back.
    static let changes = Operations.all.filter { operation in
        // What it records lies in a folder, which its own tests make.
        if operation.id == .addPublication { return false }
        if case .change = operation.access { return true }
        return false
    }.map(\.id)

    @Test(arguments: changes)
    func `undo leaves the whole database as it was before, but for the history`(id: OperationID) throws {
        let office = try Office.furnished()
        let operation = try #require(try Samples.operation(id), "\(id.rawValue) needs a sample")
        // Every furnished office holds the same.
        let before = try Self.before.value("") { try content(office) }
        try office.perform(operation)
        let between = try content(office)
        #expect(between != before, "the sample changes nothing")
        let undone = try office.lender.perform(UndoLast(), office.caller(as: .admin))
        #expect(undone.kept == [])
        let after = try content(office)
        if after != before {
            #expect(Set(after).subtracting(before).sorted() == [])
            #expect(Set(before).subtracting(after).sorted() == [])
            #expect(after.count == before.count)
        }
    }

    private static let before = Prepared<[String]>()
    private static let rows = Prepared<[SQL]>()

    /// Every row of every table but the history's, in one order.
    private func content(_ office: Office) throws -> [String] {
        try office.lender.read(office.caller()) { store in
            let queries = try Self.rows.value("") {
                try store.database.tables().filter { !["history", "history_value"].contains($0.name) }.map { table in
                    let cells = try store.database.columns(ofTable: table.name).map { column -> SQL in
                        "quote(\(identifier: column.identifier))"
                    }
                    // An expression has a depth, and evaluations have hundreds of columns.
                    let parts = stride(from: 0, to: cells.count, by: 90).map { start -> SQL in
                        cells[start..<min(start + 90, cells.count)].map { $0 }.joined(separator: " || '|' || ")
                    }
                    return """
                        SELECT \(table.name), \(parts.joined(separator: ", ")) FROM \(identifier: table) ORDER BY 2
                        """
                }
            }
            return try queries.flatMap { query in
                try store.database.all(query) { row in
                    try (0..<row.count).map { try row.text($0) }.joined(separator: "|")
                }
            }
        }
    }

    @Test(arguments: Noun.allCases)
    func `a list is narrowed by what its records have, and by nothing else`(noun: Noun) throws {
        let office = try Office.furnished()
        var list = ListRecords(noun, shown: [])
        let known = Set(list.parameters.map(\.name))
        for name in ["from", "to", "organization", "course", "session", "status", "outlet", "board", "meeting", "form"]
        where !known.contains(name) {
            list.filters = [name: "last"]
            #expect(throws: RecordError.noSuchField(noun, name, having: list.parameters.map(\.name))) {
                try office.lender.perform(list, office.caller())
            }
        }
        #expect(known.contains("board") == ([.boardSeats, .meeting, .recommendation].contains(noun)))
        #expect(known.contains("outlet") == (noun == .feedback))
    }

    private func run<O: Operation>(_ operation: O, _ office: Office, as role: Role) throws {
        _ = try office.lender.perform(operation, office.caller(as: role))
    }

    private static let hostile = [
        "", "'; DROP TABLE session; --", "-1", "last", " ", "99999999999999999999", "\u{0}", "2026-02-30",
    ]

    /// Each parameter meets one of the hostile words, those of one name in all operations every one; the long sweep
    /// brings each to each.
    private func expectNoDefect<O: Operation>(_ operation: O, _ office: Office) throws {
        let turn = Operations.all.firstIndex { $0.id == operation.id } ?? 0
        for (place, parameter) in operation.parameters.enumerated() {
            for (number, text) in Self.hostile.enumerated() where Sweep.takes(turn + place + number, oneOf: 8) {
                var asked = operation
                do {
                    try parameter.set(&asked, text)
                    _ = try office.lender.perform(asked, office.caller(as: .admin))
                } catch is RecordError {
                } catch is any InputFault {
                } catch is Unconfirmed {
                } catch {
                    Issue.record("\(operation.id.rawValue), \(parameter.name) = \(text): \(error)")
                }
            }
        }
    }
}
