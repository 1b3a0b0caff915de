import Calendar
import Records

/// What is decided about a vendor's report before its first row is taken: which session, and whether names are kept.
struct VendorPlan {
    let session: Found
    let facts: SessionFacts
    /// Whether people keep their names: asked for, or an audience of staff.
    let keepsNames: Bool
    /// Whether those who registered and did not come are kept as rows.
    let keepsAbsent: Bool
    let hosts: HostMarks
    /// The organization of every row, where `--set` says one.
    let organization: String?
    /// The zone in which the session's day is one.
    let zone: TimeZoneName?
    /// The civil days from its beginning to its planned end.
    let days: ClosedRange<Int>
    private let file: IncomingFile
    private let request: ImportRequest

    var countsOnly: Bool { !keepsNames }

    /// - Throws: `ImportRefused` where no session is said, or something is mapped or set that a report has no use for.
    init(_ file: IncomingFile, _ request: ImportRequest, _ session: Found?, _ store: Store) throws {
        try Self.check(request.mapping, file)
        let named = try request.mapping.set["session"].map { try store.find(.session, $0) }
        guard let session = session ?? named else {
            throw ImportRefused([
                ImportIssue(
                    file: file.name,
                    line: nil,
                    what: "this is \(file.source.holds). It doesn't say which session",
                    advice: Advice(
                        "Name the session by its ref, or last",
                        .perform(.importRecords, ["kind": "attendance", "files": file.argument], ask: ["session"])
                    )
                )
            ])
        }
        try self.init(file, request, at: session, store)
    }

    private init(_ file: IncomingFile, _ request: ImportRequest, at session: Found, _ store: Store) throws {
        (self.file, self.request, self.session) = (file, request, session)
        facts = try SessionFacts.find(session.id, in: store)
        keepsNames = request.keep.map { $0 == .names } ?? (facts.audience == "staff")
        keepsAbsent = request.keep == .names
        organization = request.mapping.set["organization"]
        hosts = HostMarks(preamble: file.preamble, facilitators: try store.facilitators(of: session.id))
        (zone, days) = try store.calendar(of: facts)
    }

    /// The plan for another session of the same report.
    func plan(for session: Int64, _ store: Store) throws -> VendorPlan {
        try VendorPlan(file, request, at: Found(id: session, ref: store.ref(ofSession: session)), store)
    }

    /// Refuses what is mapped or set and is no field of a report.
    private static func check(_ mapping: Mapping, _ file: IncomingFile) throws {
        let fields = ReportColumn.allCases.map(\.rawValue)
        let mapped = Set(mapping.columns.keys).union(mapping.values.keys).subtracting(fields + [Mapping.every])
        var issues = mapped.sorted().map { field in
            let near = Header.nearest(to: field, among: fields)
            return ImportIssue(
                file: file.name,
                line: nil,
                what: "a \(file.source.rawValue) report has no field \"\(field)\"",
                advice: near.isEmpty ? "Fields: \(fields.joined(separator: ", "))" : .nearest(near)
            )
        }
        let strange = mapping.set.keys.filter { !["session", "organization"].contains($0) }.sorted()
        issues += strange.map {
            ImportIssue(file: file.name, line: nil, what: "\($0) can't be set for a \(file.source.rawValue) report")
        }
        if !issues.isEmpty { throw ImportRefused(issues) }
    }
}

extension SessionRows {
    /// Whom a row is about, as far as its report says.
    func key(_ row: Row) -> String {
        row.email.isEmpty ? "name " + string(row.name) : "e-mail " + string(row.email).lowercased()
    }

    /// Takes people who registered and did not come out of the rows.
    mutating func removeAbsent() -> [Row] {
        let registered = UInt8(AttendanceStatus.registered.rawValue)
        let came = Set(rows.filter { $0.status != registered }.map(key))
        let isAbsent = rows.map { $0.status == registered && !came.contains(key($0)) }
        let absent = zip(rows, isAbsent).filter(\.1).map(\.0)
        rows = zip(rows, isAbsent).filter { !$0.1 }.map(\.0)
        return absent
    }
}
