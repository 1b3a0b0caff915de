import Glibc
import Records
import Sample

/// The sheet of attendance of a sample record, written piece by piece.
struct SampleSheet {
    private let sample: SampleRecord
    private var sequence = SampleSequence(seed: 20_261_121)

    init(_ sample: SampleRecord) {
        self.sample = sample
    }

    /// Writes the sheet: 50 different people at each session, in no order.
    consuming func write(to path: String) throws {
        guard let file = fopen(path, "w") else { throw JobFailure("\(path): \(String(cString: strerror(errno)))") }
        fputs("session,person,name,email,role,status,minutes\n", file)
        for session in 1...sample.sessions {
            let ref = SampleRecord.session(session)
            for person in attendees() { fputs("\(ref),\(row(person))\n", file) }
        }
        guard fflush(file) == 0, fsync(fileno(file)) == 0, fclose(file) == 0 else {
            throw JobFailure("\(path): \(String(cString: strerror(errno)))")
        }
    }

    /// Fifty people: from a random start on, every so many, so that none comes twice.
    private mutating func attendees() -> [Int] {
        let start = Int(sequence.next() % UInt64(sample.people))
        let step = max(1, sample.people / 50)
        return (0..<50).map { (start + $0 * 7 % 50 * step) % sample.people + 1 }
    }

    private mutating func row(_ person: Int) -> String {
        let ref = SampleRecord.person(person)
        let chance = sequence.next()
        let role = chance % 25 == 0 ? "facilitator" : chance % 25 == 1 ? "observer" : "attendee"
        let attended = chance >> 8 % 10 != 0
        let minutes = attended && chance >> 16 % 8 != 0 ? "\(chance >> 24 % 121)" : ""
        let status = attended ? "attended" : "registered"
        return "\(ref),\(SampleRecord.name(person)),\(ref)@clinic.example,\(role),\(status),\(minutes)"
    }
}
