/// The places of sessions by their rows: in a table where these lie close together, as those of one office do.
struct SessionIndex {
    private let first: Int64
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
        table = Array(repeating: -1, count: Int(span.partialValue) + 1)
        for (place, session) in sessions.enumerated() { table[Int(session - first)] = Int32(place) }
    }

    /// The place of a session; nil for one that is not among them.
    func place(of session: Int64) -> Int? {
        if table.isEmpty { return others[session] }
        let (place, isBeyond) = session.subtractingReportingOverflow(first)
        guard !isBeyond, place >= 0, place < table.count else { return nil }
        let found = table[Int(place)]
        return found < 0 ? nil : Int(found)
    }
}
