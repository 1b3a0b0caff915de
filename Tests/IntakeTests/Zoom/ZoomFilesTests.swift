import FoundationEssentials
import Records
import SQLite
import Testing

@testable import Intake

/// The figures of `expected.json` that count what Groundwork counts.
private struct MeetingFigures: Decodable {
    let participant_rows: Int
    let distinct_display_names: Int
    let distinct_emails_nonblank: Int
    let rows_without_email: Int
    let sum_minutes: Int
    let top5_minutes_by_display_name: [Pair]

    struct Pair: Decodable {
        let name: String
        let minutes: Int

        init(from decoder: any Decoder) throws {
            var values = try decoder.unkeyedContainer()
            name = try values.decode(String.self)
            minutes = try values.decode(Int.self)
        }
    }
}

private struct WebinarFigures: Decodable {
    let attendee_rows: Int
    let attended_rows: Int
    let no_shows: Int
    let distinct_attended_emails: Int
    let minutes_by_email: [String: Int]
    let panelist_rows: Int
}

/// The figures of a file, or the words of `how`.
private struct Entry<T: Decodable>: Decodable {
    let figures: T?

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        let isText = (try? value.decode(String.self)) != nil  // `how` is a text, every other entry is not.
        figures = isText ? nil : try value.decode(T.self)
    }
}

private func figures<T: Decodable>(_ folder: String, _ file: String, as type: T.Type) throws -> T {
    let data = try Data(SharedData.bytes("\(folder)/expected.json"))
    let entries = try JSONDecoder().decode([String: Entry<T>].self, from: data)
    return try #require(entries[file]?.figures)
}

@Suite(.enabled(if: SharedData.isPresent, "shared/data is not beside this checkout")) struct `Real Zoom files` {
    private func desk() throws -> ImportDesk {
        let desk = try ImportDesk()
        try desk.take(.session, "ref,organization,starts\ns1,Cove,2020-03-01\n", name: "sessions.csv")
        return desk
    }

    /// Everybody's presence; a device, which the third file has, is a head without a name.
    private func presence(_ desk: ImportDesk) throws -> [(name: String, email: String, role: Int, minutes: Int?)] {
        try desk.store.reader.all(
            """
            SELECT ifnull(p.name, ''), ifnull(p.email, ''), a.role, a.minutes
            FROM attendance AS a JOIN person AS p ON p.id = a.person_id
            UNION ALL SELECT '', '', role, minutes FROM nameless_attendance
            """
        ) { (try $0[0], try $0[1], try $0[2], try $0[3]) }
    }

    @Test(arguments: [
        "heroes_flat_join_leave.csv", "ja_participants_1.csv", "meeting001_bom_crlf_total_duration.csv",
        "new_layout_join_leave_2026.csv", "new_layout_total_duration_2026.csv",
    ])
    func `people, minutes and rejoins of a meeting agree`(_ file: String) throws {
        let expected = try figures("zoom-meetings", file, as: MeetingFigures.self)
        let desk = try desk()
        let summary = try desk.take(.attendance, bytes: SharedData.bytes("zoom-meetings/\(file)")) {
            $0.session = "s1"
            $0.otherDay = true
        }
        #expect(summary.counts.rows == expected.participant_rows)
        #expect(summary.counts.created == expected.distinct_display_names)
        #expect(summary.counts.created + summary.counts.merged == summary.counts.rows)
        let present = try presence(desk)
        let sum = present.reduce(0) { $0 + ($1.minutes ?? 0) }
        // Four people of the first file came back; one was in twice at a time, so their presence is shorter than the sum
        // of their rows.
        #expect(file.hasPrefix("heroes") ? sum < expected.sum_minutes : sum == expected.sum_minutes)
        for pair in expected.top5_minutes_by_display_name {
            let shown = PersonName.shown(pair.name)
            let minutes = try #require(present.first { $0.name == shown }?.minutes)
            #expect(minutes == pair.minutes || (file.hasPrefix("heroes") && minutes < pair.minutes))
        }
        #expect(!present.contains { $0.name.contains("(") })
    }

    @Test func `the host of a meeting block is no attendee`() throws {
        for (file, attendees) in [
            ("meeting001_bom_crlf_total_duration.csv", 9), ("new_layout_total_duration_2026.csv", 4),
        ] {
            let desk = try desk()
            try desk.take(.attendance, bytes: SharedData.bytes("zoom-meetings/\(file)")) {
                $0.session = "s1"
                $0.otherDay = true
            }
            #expect(try presence(desk).count { $0.role == 1 } == attendees)
        }
    }

    @Test(arguments: [
        "excerpt_2025layout_trailing_commas.csv", "synthetic_day1_2026layout.csv", "synthetic_day2_2026layout.csv",
        "synthetic_registrants_2026layout.csv",
    ])
    func `attendees, minutes and no-shows of a webinar agree`(_ file: String) throws {
        let expected = try figures("zoom-webinar", file, as: WebinarFigures.self)
        let desk = try desk()
        let summary = try desk.take(.attendance, bytes: SharedData.bytes("zoom-webinar/\(file)")) {
            $0.session = "s1"
            $0.otherDay = true
        }
        let attendees = try presence(desk).filter { $0.role == 1 }
        #expect(attendees.count == expected.distinct_attended_emails)
        let minutes = Dictionary(attendees.map { ($0.email.lowercased(), $0.minutes ?? 0) }, uniquingKeysWith: max)
        #expect(minutes == expected.minutes_by_email)
        #expect(summary.notes.absent == expected.no_shows)
        #expect(
            try desk.value("SELECT coalesce(sum(count), 0) FROM headcount WHERE scope = 'registered'")
                == expected.no_shows + expected.distinct_attended_emails
        )
        // One row of the host besides the rows that are counted there.
        #expect(summary.counts.rows == expected.attendee_rows + expected.panelist_rows + 1)
    }
}
