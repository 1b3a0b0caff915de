import Calendar
import Glibc
import Records
import Service
import Support
import Synchronization

/// A program's record in a folder of its own, and a lender that serves it to many callers.
final class Office: Sendable {
    let folder: TemporaryFolder
    let path: String
    let lender: StoreLender
    private let random: Mutex<SeededGenerator>

    /// - Parameters:
    ///   - kept: how many connections stay open between loans.
    ///   - metrics: what targets can be set for; anything where none is named.
    ///   - record: the bytes of a record that was made before; a new one unless given.
    init(kept: Int = 4, metrics: [TargetMetric] = [], record: [UInt8]? = nil) throws {
        random = Mutex(SeededGenerator(seed: record == nil ? 7 : 8))
        folder = try TemporaryFolder()
        path = "\(folder.path)/groundwork.db"
        lender = StoreLender(path: path, metrics: metrics, kept: kept)
        if let record {
            try place(record)
        } else {
            let ready = try Self.begun.value("") {
                try make(at: path)
                guard let made = bytes(of: path) else { throw FileTrouble(path: path, code: EIO) }
                return (made, random.withLock { $0 })
            }
            try place(ready.record)
            random.withLock { $0 = ready.random }
        }
    }

    /// A record that was just begun, made once in a process, and the random numbers that come after it.
    private static let begun = Prepared<(record: [UInt8], random: SeededGenerator)>()

    private func place(_ record: [UInt8]) throws {
        try write(record, to: path)
        chmod(path, 0o600)
    }

    /// Makes a program's record at a path.
    func make(at path: String) throws {
        guard let zone = TimeZoneName("UTC") else { throw FileTrouble(path: "UTC", code: ENOENT) }
        let surroundings = Surroundings(clock: clock, randomness: randomness, account: "manager")
        _ = try Store.create(path, program: "Harbor Harm Reduction", timeZone: zone, surroundings: surroundings)
    }

    /// Somebody who asks: who, as what, and how long they wait.
    func caller(
        _ account: String = "manager",
        as role: Role = .manager,
        wait: Double = 30,
        interruption: Interruption = Interruption()
    ) -> Context {
        Context(
            account: account,
            role: role,
            clock: clock,
            randomness: randomness,
            interruption: interruption,
            wait: wait
        )
    }

    private var clock: Calendar.Clock { Day(iso: "2026-11-21").map { .fixed($0) } ?? .machine }

    private var randomness: Randomness {
        Randomness { [self] count in
            random.withLock { generator in (0..<count).map { _ in UInt8(truncatingIfNeeded: generator.next() >> 32) } }
        }
    }
}

/// A training of a course for one organization, with a count.
func training(_ course: String, _ organization: String, _ date: String = "2026-11-10", _ count: Int = 12) -> LogTraining
{
    var training = LogTraining()
    training.course = course
    training.organizations = [organization]
    training.date = date
    training.count = count
    return training
}
