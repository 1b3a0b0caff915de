import Records

/// The rows of one session, side by side, before they become attendances.
struct SessionRows {
    /// One row; texts are pieces of `text`.
    struct Row {
        /// The ref of the person, their e-mail, their name: trimmed, empty where the row does not say.
        var person = Piece()
        var email = Piece()
        var name = Piece()
        /// The organization that the row names; 0 where it names none.
        var organization: Int64 = 0
        /// Seconds; `unknown` where the row does not say.
        var joined = Row.unknown
        var left = Row.unknown
        /// -1 where the row does not say.
        var minutes: Int32 = -1
        /// 0 where the row does not say.
        var role: UInt8 = 0
        var status: UInt8 = 0
        /// 1 for somebody who had not registered, 2 for somebody who had; 0 where the row does not say.
        var registered: UInt8 = 0
        /// Whether it is a head that may not get a name: a device, a caller.
        var isUnnamed = false
        var position = CSVPosition(offset: 0, line: 0)
        /// Who it is: a person's row id, or the negative of a head's number; 0 where it was rejected.
        var identity: Int64 = 0

        static let unknown = Int64.min

        /// From when to when somebody was there, as far as it says; nil where it does not say.
        var span: ClosedRange<Int64>? {
            guard joined != Row.unknown || left != Row.unknown else { return nil }
            let length = Int64(max(0, minutes)) * 60
            let first = joined != Row.unknown ? joined : left - length
            return first...max(first, left != Row.unknown ? left : first + length)
        }

        /// Whether it says when it began and ended.
        var isTimed: Bool { joined != Row.unknown && left != Row.unknown && left >= joined }
    }

    var rows: [Row] = []
    private(set) var text: [UInt8] = []

    /// Takes a text in.
    @inline(__always)
    mutating func keep(_ bytes: UnsafeRawBufferPointer) -> Piece {
        guard !bytes.isEmpty else { return Piece() }
        let piece = Piece(start: text.count, count: bytes.count)
        text.append(contentsOf: bytes)
        return piece
    }

    /// Takes a text in.
    mutating func keep(_ string: String) -> Piece {
        var copy = string
        return copy.withUTF8 { keep(UnsafeRawBufferPointer($0)) }
    }

    mutating func removeAll() {
        rows.removeAll(keepingCapacity: true)
        text.removeAll(keepingCapacity: true)
    }

    /// Lends a text.
    @inline(__always)
    func with<R>(_ piece: Piece, _ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R {
        try text.withUnsafeBytes { bytes in
            try body(UnsafeRawBufferPointer(rebasing: bytes[piece.start..<piece.start + piece.count]))
        }
    }

    /// A text as a string.
    func string(_ piece: Piece) -> String {
        with(piece) { String(decoding: $0, as: UTF8.self) }
    }

    /// What a row says, in bytes: equal for rows that say the same.
    func signature(_ row: Row) -> [UInt8] {
        var signature: [UInt8] = []
        let numbers = [
            row.organization, row.joined, row.left, Int64(row.minutes), Int64(row.role), Int64(row.status),
            Int64(row.registered),
        ]
        for number in numbers {
            withUnsafeBytes(of: number) { signature.append(contentsOf: $0) }
        }
        for piece in [row.person, row.email, row.name] {
            withUnsafeBytes(of: piece.count) { signature.append(contentsOf: $0) }
            with(piece) { signature.append(contentsOf: $0) }
        }
        return signature
    }

    /// An order of rows that depends on what they say only.
    func isBefore(_ a: Row, _ b: Row) -> Bool {
        let left = [a.organization, a.joined, a.left, Int64(a.minutes), Int64(a.role), Int64(a.status)]
        let right = [b.organization, b.joined, b.left, Int64(b.minutes), Int64(b.role), Int64(b.status)]
        return left == right ? false : left.lexicographicallyPrecedes(right)
    }
}

/// What several rows of one person at one session come to.
struct Presence: Equatable {
    var role: UInt8 = 0
    var status: UInt8 = 0
    /// As in a row; somebody who had registered by any of them had.
    var registered: UInt8 = 0
    /// -1 where no row says.
    var minutes: Int = -1
    /// 0 where no row names one.
    var organization: Int64 = 0

    /// How a row says that somebody had registered.
    static let hadRegistered: UInt8 = 2

    /// The presence of `rows`, which are of one person.
    ///
    /// With times, minutes are the union of the intervals, rounded up, at most the sum of what the rows report; without
    /// times they add, and a row that says the same as another counts once. A single row keeps its own minutes; one
    /// that has times only has those of its interval. Rows without minutes or times add nothing. Where rows name
    /// different organizations, none is taken.
    init(_ rows: [SessionRows.Row], in texts: SessionRows) {
        let registeredOnly = UInt8(AttendanceStatus.registered.rawValue)
        for row in rows {
            role = max(role, row.role)
            status = max(status, row.status)
            registered = max(registered, row.registered)
        }
        if rows.contains(where: { $0.status == registeredOnly }) { registered = Self.hadRegistered }
        // A row that does not say is of somebody who came.
        if status == registeredOnly, rows.contains(where: { $0.status == 0 }) {
            status = UInt8(AttendanceStatus.attended.rawValue)
        }
        let named = Set(rows.map(\.organization)).subtracting([0])
        organization = named.count == 1 ? named.first ?? 0 : 0
        minutes = rows.count == 1 ? Self.minutes(of: rows[0]) : Self.minutes(of: rows, in: texts)
    }

    /// The presence of one row.
    @inline(__always)
    init(_ row: SessionRows.Row) {
        role = row.role
        status = row.status
        registered =
            row.status == UInt8(AttendanceStatus.registered.rawValue) ? Self.hadRegistered : row.registered
        organization = row.organization
        minutes = Self.minutes(of: row)
    }

    @inline(__always)
    private static func minutes(of row: SessionRows.Row) -> Int {
        row.minutes >= 0 ? Int(row.minutes) : row.isTimed ? Int(row.left - row.joined + 59) / 60 : -1
    }

    private static func minutes(of rows: [SessionRows.Row], in texts: SessionRows) -> Int {
        var intervals: [(Int64, Int64)] = []
        var untimed = 0
        var told: Set<[UInt8]> = []
        var reported = 0
        for row in rows {
            reported += max(0, minutes(of: row))
            if row.isTimed {
                intervals.append((row.joined, row.left))
            } else if row.minutes >= 0, told.insert(texts.signature(row)).inserted {
                untimed += Int(row.minutes)
            }
        }
        if intervals.isEmpty, told.isEmpty { return -1 }
        let union = Int(Self.union(intervals) + 59) / 60
        return min(reported, union + untimed)
    }

    /// The seconds that at least one of the intervals covers.
    private static func union(_ intervals: [(Int64, Int64)]) -> Int64 {
        var covered: Int64 = 0
        var end = Int64.min
        for interval in intervals.sorted(by: { $0 < $1 }) {
            if interval.1 <= end { continue }
            covered += interval.1 - max(interval.0, end == .min ? interval.0 : end)
            end = interval.1
        }
        return covered
    }
}
