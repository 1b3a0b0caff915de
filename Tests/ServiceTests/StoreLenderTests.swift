import Glibc
import Records
import SQLite
import Service
import Support
import Synchronization
import Testing

/// Many callers, one file.
@Suite struct StoreLenderTests {
    @Test func `what eight threads log at once is all there, each once, beside readers who see whole trainings only`()
        throws
    {
        let office = try Office()
        let faults = Mutex<[String]>([])
        let (threads, each) = (8, 25)
        inThreads(threads) { thread in
            for number in 0..<each {
                do {
                    let logged = training("foundations", "Clinic \(thread)", "2026-11-10", number)
                    _ = try office.lender.perform(logged, office.caller("thread-\(thread)"))
                    let trained = try office.lender.read(office.caller()) { store in
                        try store.reader.value(
                            """
                            SELECT count(*) FROM session AS s WHERE NOT EXISTS (
                                SELECT 1 FROM session_organization AS o WHERE o.session_id = s.id)
                            """,
                            as: Int.self
                        )
                    }
                    if trained != 0 { faults.withLock { $0.append("a session without those it trained") } }
                } catch {
                    faults.withLock { $0.append("\(error)") }
                }
            }
        }
        #expect(faults.withLock { $0 } == [])
        let counts = try office.lender.read(office.caller()) { store in
            try store.reader.all("SELECT account, count(*) FROM history GROUP BY account ORDER BY account") { row in
                "\(try row.text(0)) \(try row[1] as Int)"
            }
        }
        #expect(counts == (0..<threads).map { "thread-\($0) \(each)" })
    }

    @Test func `a long life keeps no more connections than it was told to`() throws {
        let office = try Office(kept: 2)
        let before = openDescriptors(office)
        for _ in 0..<200 { _ = try office.lender.perform(ListDue(), office.caller()) }
        inThreads(6) { _ in
            // What a thread meets is of no concern here; the descriptors that it leaves are.
            for _ in 0..<20 { _ = try? office.lender.perform(ListDue(), office.caller()) }
        }
        // One for the write turn, and two for the readers that stay.
        #expect(openDescriptors(office) - before <= 3)
    }

    @Test func `a file that another one replaced is opened anew`() throws {
        let office = try Office()
        _ = try office.lender.perform(training("foundations", "cci"), office.caller())
        let other = "\(office.folder.path)/other.db"
        try office.make(at: other)
        rename(other, office.path)
        let sessions = try office.lender.read(office.caller()) { store in
            try store.reader.value("SELECT count(*) FROM session", as: Int.self)
        }
        #expect(sessions == 0)
        _ = try office.lender.perform(training("foundations", "harbor"), office.caller())
        let titles = try office.lender.read(office.caller()) { store in
            try store.reader.all("SELECT ref FROM organization ORDER BY ref") { try $0.text(0) }
        }
        #expect(titles == ["harbor", "harbor-harm-reduction"])
    }

    @Test func `a threshold that another process raised holds from the next loan on`() throws {
        let office = try Office()
        #expect(try office.lender.read(office.caller()) { $0.program.threshold } == nil)
        let elsewhere = StoreLender(path: office.path, metrics: [])
        try elsewhere.change("program edit", office.caller("elsewhere")) { try $0.setProgram(threshold: 15) }
        #expect(try office.lender.read(office.caller()) { $0.program.threshold } == 15)
    }

    @Test func `each loan is the caller's own: the history names the account that asked`() throws {
        let office = try Office()
        _ = try office.lender.perform(training("foundations", "cci"), office.caller("wren"))
        _ = try office.lender.perform(training("foundations", "harbor"), office.caller("sorrel"))
        let accounts = try office.lender.read(office.caller()) { store in
            try store.reader.all("SELECT account FROM history ORDER BY id") { try $0.text(0) }
        }
        #expect(accounts == ["wren", "sorrel"])
    }

    @Test func `whoever was asked to stop stores nothing, and the next caller is not stopped`() throws {
        let office = try Office()
        let stopped = Interruption()
        stopped.request()
        #expect(throws: Interrupted.self) {
            try office.lender.perform(training("foundations", "cci"), office.caller(interruption: stopped))
        }
        let logged = try office.lender.perform(training("foundations", "harbor"), office.caller())
        #expect(logged.organizations.map(\.ref) == ["harbor"])
    }

    @Test func `a request to stop while a statement runs ends it, and leaves the connection as it was`() throws {
        let office = try Office(kept: 1)
        let stopped = Interruption()
        #expect(throws: DatabaseTrouble.self) {
            try office.lender.read(office.caller(interruption: stopped)) { store in
                stopped.request()
                return try store.reader.value("SELECT count(*) FROM session", as: Int.self)
            }
        }
        #expect(try office.lender.read(office.caller()) { try $0.lastEntry() } == nil)
    }

    @Test func `who waits for longer than they would is told that somebody else writes`() throws {
        let office = try Office()
        let outcome = Mutex<String?>(nil)
        try office.lender.work(office.caller()) { _ in
            inThreads(1) { _ in
                do {
                    _ = try office.lender.perform(training("foundations", "cci"), office.caller(wait: 0))
                } catch let trouble as DatabaseTrouble {
                    outcome.withLock { $0 = trouble.error.code == .busy ? "busy" : "\(trouble)" }
                } catch {
                    outcome.withLock { $0 = "\(error)" }
                }
            }
        }
        #expect(outcome.withLock { $0 } == "busy")
    }

    /// How many descriptors this process has open on an office's file.
    private func openDescriptors(_ office: Office) -> Int {
        (0..<1024).count { number in
            var target = [CChar](repeating: 0, count: 512)
            let count = readlink("/proc/self/fd/\(number)", &target, target.count - 1)
            let path = String(decoding: target.prefix(max(count, 0)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
            return path.hasPrefix(office.path)
        }
    }
}
