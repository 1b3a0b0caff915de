import Records
import SQLite

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

    var countsOnly: Bool { !keepsNames }

    /// - Throws: `ImportRefused` where no session is said, or something is set that a report has no use for.
    init(_ file: IncomingFile, _ request: ImportRequest, _ session: Found?, _ store: Store) throws {
        let mapping = request.mapping
        let strange = mapping.set.keys.filter { !["session", "organization"].contains($0) }.sorted()
        if let field = strange.first {
            throw ImportRefused([
                ImportIssue(
                    file: file.name,
                    line: nil,
                    what: "\(field) can't be set for a report of \(file.source.rawValue)"
                )
            ])
        }
        let named = try mapping.set["session"].map { try store.find(.session, $0) }
        guard let session = session ?? named else {
            throw ImportRefused([
                ImportIssue(
                    file: file.name,
                    line: nil,
                    what: "this is \(file.source.holds); it does not say of which session",
                    advice: "groundwork import attendance \(file.name) --session REF (or --session last)"
                )
            ])
        }
        self.session = session
        facts = try SessionFacts.find(session.id, in: store)
        keepsNames = request.keep.map { $0 == .names } ?? (facts.audience == "staff")
        keepsAbsent = request.keep == .names
        organization = mapping.set["organization"]
        let facilitators = try store.facilitators(session.id)
        hosts = HostMarks(preamble: file.preamble, facilitators: facilitators)
    }
}

extension Store {
    /// The names of a session's facilitators.
    fileprivate func facilitators(_ session: Int64) throws -> [String] {
        try database.all("SELECT name FROM session_facilitator WHERE session_id = \(session) ORDER BY position") {
            try $0.text(0)
        }
    }
}
