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

    @Test
    func `a thousand operations of eight threads beside the command line leave nothing behind, and starve nobody`()
        throws
    {
        let office = try Office(kept: 2)
        for organization in 0..<4 { try office.perform(training("foundations", "Clinic \(organization)")) }
        for _ in 0..<50 { _ = try office.lender.perform(ListDue(), office.caller()) }
        let descriptors = openDescriptors(office)
        let faults = Mutex<[String]>([])
        // One interruption for all, as a server has it, and every store that was ever lent.
        let (interruption, lent) = (Interruption(), Lent())
        let together = Atomic(0)
        let (threads, each) = (8, 125)
        inThreads(threads + 1) { thread in
            // The ninth is the command line: another lender, which opens the file anew for each command.
            let elsewhere = StoreLender(path: office.path, metrics: [])
            for number in 0..<(thread < threads ? each : 25) {
                do {
                    if thread == threads {
                        let logged = training("foundations", "Clinic 0", "2026-11-11", number)
                        _ = try elsewhere.perform(logged, office.caller("command-line", wait: 20))
                    } else if number % 5 == 0 {
                        var count = SetHeadcount()
                        count.session = "2026-11-10-clinic-\(thread % 4)-foundations"
                        count.count = thread * each + number
                        let caller = office.caller("thread-\(thread)", as: .admin, interruption: interruption)
                        _ = try office.lender.perform(count, caller)
                    } else if number % 5 == 1 {
                        // What is refused must not cost the connection, nor keep it.
                        let refused = training("foundations", "Clinic 0", "2027-11-10", number)
                        #expect(throws: (any Error).self) { try office.lender.perform(refused, office.caller()) }
                    } else {
                        try office.lender.look(office.caller(interruption: interruption)) { store in
                            lent.add(store)
                            // Once all read at the same time, so that there are more readers than stay.
                            if number != 2 { return }
                            together.add(1, ordering: .sequentiallyConsistent)
                            while together.load(ordering: .sequentiallyConsistent) < threads { sched_yield() }
                        }
                    }
                } catch {
                    faults.withLock { $0.append("\(thread) \(number): \(error)") }
                }
            }
        }
        #expect(faults.withLock { $0 } == [])
        // Each of the nine came to its turn within its wait, and did all that it had to.
        let counts = try office.lender.read(office.caller()) { store in
            try store.reader.all("SELECT account, count(*) FROM history GROUP BY account ORDER BY account") { row in
                "\(try row.text(0)) \(try row[1] as Int)"
            }
        }
        #expect(counts == ["command-line 25", "manager 4"] + (0..<threads).map { "thread-\($0) 25" })
        // At most what it keeps: two readers, the writer, and the turn of each.
        #expect(openDescriptors(office) - descriptors <= 3)
        #expect(lent.living <= 2)
    }

    @Test func `a restore and a changed setting are noticed in the midst of a thousand loans`() throws {
        let office = try Office(kept: 4)
        _ = try office.lender.perform(training("foundations", "cci"), office.caller())
        let other = "\(office.folder.path)/other.db"
        try office.make(at: other)
        let seen = Mutex<[[Int]]>(Array(repeating: [], count: 8))
        let faults = Mutex<[String]>([])
        let isChanged = Atomic(false)
        inThreads(9) { thread in
            do {
                if thread == 8 {
                    let elsewhere = StoreLender(path: office.path, metrics: [])
                    while seen.withLock({ $0.map(\.count).min() ?? 0 }) < 20 { sched_yield() }
                    rename(other, office.path)
                    try elsewhere.change("program edit", office.caller("elsewhere")) {
                        try $0.setProgram(threshold: 15)
                    }
                    isChanged.store(true, ordering: .sequentiallyConsistent)
                    return
                }
                var after = 0
                while after < 20 {
                    // Whoever asks after the change was stored sees it; who asked before may see either.
                    if isChanged.load(ordering: .sequentiallyConsistent) { after += 1 }
                    let state = try office.lender.read(office.caller()) { store in
                        let sessions = try store.reader.value("SELECT count(*) FROM session", as: Int.self) ?? 0
                        return sessions * 100 + (store.program.threshold ?? 0)
                    }
                    seen.withLock { $0[thread].append(state) }
                    if after > 0, state != 15 { faults.withLock { $0.append("\(thread): \(state)") } }
                }
            } catch {
                faults.withLock { $0.append("\(thread): \(error)") }
            }
        }
        #expect(faults.withLock { $0 } == [])
        #expect(seen.withLock { $0 }.allSatisfy { $0.first == 100 && $0.last == 15 })
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

/// The stores that were lent, without keeping one.
private final class Lent: Sendable {
    private struct Reference: @unchecked Sendable {
        weak var store: Store?
    }
    private let all = Mutex<[Reference]>([])

    func add(_ store: Store) {
        let reference = Reference(store: store)
        all.withLock { $0.append(reference) }
    }

    /// How many different ones still live.
    var living: Int { all.withLock { Set($0.compactMap { $0.store.map(ObjectIdentifier.init) }).count } }
}
