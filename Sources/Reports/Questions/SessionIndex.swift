/// The places of sessions by their rows: without any table where these follow one another, and in a flat one where they
/// lie close together, as those of one office do.
struct SessionIndex {
    private let first: Int64
    /// How many rows follow one another; 0 where they don't.
    private var unbroken: Int64 = 0
    /// -1 where there is no session.
    private var table: [Int32] = []
    private var others: [Int64: Int] = [:]

    /// - Parameter sessions: in ascending order.
    init(_ sessions: [Int64]) {
        first = sessions.first ?? 0
        let span = (sessions.last ?? 0).subtractingReportingOverflow(first)
        guard !span.overflow, span.partialValue < Int64(1_024 + sessions.count * 4) else {
            for (place, session) in sessions.enumerated() { others[session] = place }
            return
        }
        guard span.partialValue >= sessions.count else {
            unbroken = Int64(sessions.count)
            return
        }
        table = Array(repeating: -1, count: Int(span.partialValue) + 1)
        for (place, session) in sessions.enumerated() { table[Int(session - first)] = Int32(place) }
    }

    /// The place of a session; nil for one that is not among them.
    func place(of session: Int64) -> Int? {
        let (place, isBeyond) = session.subtractingReportingOverflow(first)
        if unbroken > 0 { return !isBeyond && place >= 0 && place < unbroken ? Int(place) : nil }
        if table.isEmpty { return others[session] }
        guard !isBeyond, place >= 0, place < table.count else { return nil }
        let found = table[Int(place)]
        return found < 0 ? nil : Int(found)
    }
}
