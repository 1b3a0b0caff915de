import Records

/// A program whose lists of participants are recognized, so that none is taken for another's, and are not read as they are.
enum OtherProgram {
    case teams, goToWebinar, googleMeet, webex, zoomRegistration, zoomPoll, ownExport

    /// The program of the first records of a file; nil for none of these.
    init?(_ records: [[String]]) {
        let rows = records.map { $0.map(Header.key) }
        guard let found = Self.marked(rows) ?? Self.numbered(rows) else { return nil }
        self = found
    }

    /// Names of columns of which all must stand in one line, by program.
    private static let marks: [(program: OtherProgram, columns: [[String]])] = [
        (
            .teams,
            [
                ["participantid(upn)"], ["in-meetingduration"], ["firstjoin", "lastleave"], ["fullname", "useraction"],
                ["fullname", "jointime", "leavetime"], ["name", "jointime", "leavetime", "duration", "role"],
            ]
        ),
        (
            .goToWebinar,
            [
                ["interestrating"], ["registrationdate/time"], ["clickedregistrationlink"],
                ["actualstartdate/time", "#attended"],
            ]
        ),
        (.googleMeet, [["timejoined", "timeexited"], ["firstname", "lastname", "duration", "timejoined"]]),
        (
            .webex,
            [
                ["attendeeemail", "jointime"], ["attendanceduration", "connectiontype"],
                ["meetingname", "displayname"],
            ]
        ),
        (.zoomPoll, [["username", "submitteddate/time"], ["useremail", "submitteddate/time"]]),
    ]

    private static func marked(_ rows: [[String]]) -> OtherProgram? {
        for row in rows {
            let keys = Set(row)
            for (program, columns) in marks where columns.contains(where: { $0.allSatisfy(keys.contains) }) {
                return program
            }
            let isRegistration = !keys.isDisjoint(with: approvals) && keys.isDisjoint(with: presences)
            if isRegistration { return .zoomRegistration }
        }
        return nil
    }

    private static let approvals = Set(ReportWords.names[.approval] ?? [])
    private static let presences = Set(
        [ReportColumn.attended, .joined, .minutes].flatMap { ReportWords.names[$0] ?? [] }
    )

    /// Teams numbers the parts of its report, in whatever language: `1. Summary`, `2. Participants`.
    private static func numbered(_ rows: [[String]]) -> OtherProgram? {
        func isPart(_ number: String, _ row: [String]) -> Bool {
            guard let first = row.first, first.hasPrefix(number), first.count > number.count else { return false }
            return row.dropFirst().allSatisfy(\.isEmpty)
        }
        guard rows.prefix(2).contains(where: { isPart("1.", $0) }), rows.contains(where: { isPart("2.", $0) }) else {
            return nil
        }
        return .teams
    }

    /// Whether its columns stand in the first line, so that they can be mapped.
    var isTable: Bool { self == .googleMeet || self == .webex }

    /// What the file is, in words.
    var words: String {
        switch self {
        case .teams: "a Microsoft Teams attendance report"
        case .goToWebinar: "a GoToWebinar attendee report"
        case .googleMeet: "a Google Meet attendance report"
        case .webex: "a Webex attendance report"
        case .zoomRegistration: "a Zoom registration list, which doesn't say who came"
        case .zoomPoll: "a Zoom poll report"
        case .ownExport: "a de-identified Groundwork export, which has numbers instead of people"
        }
    }

    /// What to do instead.
    var advice: Advice {
        switch self {
        case .teams, .goToWebinar, .googleMeet, .webex:
            return Advice(
                "Copy the people into a file with the columns name,email,role,status,minutes, then run",
                .perform(.importRecords, ["kind": "attendance"], ask: ["files", "session"])
            )
        case .zoomRegistration:
            return Advice(
                "Record how many registered",
                .perform(.setHeadcount, ["scope": "registered"], ask: ["session", "count"])
            )
        case .zoomPoll: return Advice("Record how many chose each answer", .perform(.add(.tally), ask: ["session"]))
        case .ownExport:
            return Advice(
                "Export it with --identified, or record how many came",
                .perform(.setHeadcount, ask: ["session", "count"])
            )
        }
    }
}
