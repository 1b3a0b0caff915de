import Documents
import Measures
import Support
import Testing

@testable import Reports

@Suite struct FormatTests {
    static func sample() throws -> Sample {
        let sample = try WorkedExampleTests.quarter()
        try sample.session(6, "2025-11-05", for: [1, 2], contactBased: 1, requested: 3, met: 2, fund: "county")
        try sample.counted(6, 40)
        try sample.organization(3, "c", staff: 30)
        return sample
    }

    @Test(arguments: Report.all.map(\.name), [Profile.team, .board])
    func `json, csv, table and markdown carry the same figures`(name: String, profile: Profile) throws {
        let sample = try Self.sample()
        let report = try #require(Report.named(name))
        let scope = try scope("2026-Q1", by: .organization)
        let inquiry = Inquiry(report, of: Sample.program, scope: scope, disclosure: Disclosure(profile))
        let reply = try inquiry.reply(for: [.json, .csv, .table, .markdown], from: sample.reader)
        let (json, csv, table) = (reply.document(for: .json), reply.document(for: .csv), reply.document(for: .table))
        #expect(json.data == csv.data)
        #expect(json.rows == csv.rows)
        #expect(table.blocks == reply.document(for: .markdown).blocks)
        #expect(table.rows.rows.count == csv.rows.rows.count)
        let reading = try Reading(report.metrics, scope, Disclosure(profile), from: sample.reader)
        for (index, finding) in reading.total.enumerated() where !report.form.isList {
            agrees(finding, json.entries[finding.metric.id.text], csv.rows.rows[index], table)
        }
        for metric in report.metrics where !metric.isCounted && metric.hasOwnEntry {
            #expect(json.entries[metric.id.text]?["state"] == .string("not_collected"))
        }
    }

    private func agrees(_ finding: Finding, _ entry: JSON?, _ row: [Cell], _ page: Document) {
        let (id, figure) = (finding.metric.id.text, finding.figure)
        #expect(row[7].printed == id)
        #expect(row[9].json == entry?["state"], "\(id)")
        for (column, key) in [(10, "value"), (12, "numerator"), (13, "denominator"), (14, "low"), (15, "high")] {
            let cell = row[column].printed
            let number = entry?[key] ?? .null
            #expect(cell == (number == .null ? "" : Document.number(number)), "\(id) \(key)")
        }
        if page.text(.table).contains(" \(id)\n") {
            #expect(page.text(.table).contains(Printed.words(finding)), "\(id)")
            let escaped = id.split(separator: "_").joined(separator: "\\_")
            #expect(page.text(.markdown).contains(escaped))
        }
        #expect(row[18].json == .integer(figure.missing))
    }

    @Test func `json has every key in its order, and null where a key has no use`() throws {
        let document = try Self.sample().document(.attendance, try scope("2026-Q1"))
        guard case .object(let members) = document.data else { return }
        #expect(
            members.map(\.key) == ["report", "period", "as_of", "organization", "profile", "threshold", "metrics"]
        )
        guard case .object(let entry) = try #require(document.entries["TR-03"]) else { return }
        #expect(
            entry.map(\.key) == [
                "id", "name", "level", "strategy", "state", "value", "unit", "numerator", "denominator", "low", "high",
                "n", "missing", "reason", "previous", "target",
            ]
        )
        #expect(document.data["organization"] == .null)
        #expect(entry.first { $0.key == "n" }?.value == .null)
        #expect(document.text(.json).contains("\"value\": 15,"))
    }

    @Test func `csv has the promised columns`() throws {
        let document = try Self.sample().document(.attendance, try scope("2026-Q1"), format: .csv)
        let lines = document.text(.csv).split(separator: "\n")
        #expect(
            lines.first
                == "report,period,from,to,as_of,profile,group,id,name,state,value,unit,numerator,denominator,low,high,n,reason,missing"
        )
        #expect(
            lines.dropFirst().first
                == #"attendance,2026-Q1,2026-01-01,2026-03-31,2026-03-31,team,,TR-03,"Attendance, all visits counted",value,15,visits,,,,,,,0"#
        )
    }

    @Test func `the same question gives the same bytes`() throws {
        let sample = try Self.sample()
        for format in Format.allCases {
            let scope = try scope("2026-Q1", by: .fund)
            let first = try sample.document(.scorecard, scope, compare: .yearAgo, format: format)
            let second = try sample.document(.scorecard, scope, compare: .yearAgo, format: format)
            #expect(try format.draw(first) == format.draw(second))
        }
    }

    @Test func `entries stand in the order of the dictionary, companions behind theirs`() {
        let ids = Report.scorecard.metrics.map(\.id.text)
        #expect(ids == Catalogue.entries.map(\.id.text))
        #expect(Set(ids).count == ids.count)
        #expect(
            Report.trainings.metrics.map(\.id.text) == [
                "TR-01", "TR-02", "TR-03", "TR-04", "TR-04.named", "TR-05", "TR-06", "TR-06.measured",
                "TR-06.estimated", "TR-07", "TR-08", "TR-09", "TR-09.due", "TR-10", "TR-11", "TR-11.ingredients",
                "TR-12", "TR-13", "TR-14", "TR-14.registered", "TR-14.came",
            ]
        )
        #expect(
            Report.reach.metrics.map(\.id.text) == ["TR-04", "TR-04.named", "TR-08", "TR-09", "TR-09.due", "TR-10"]
        )
    }

    @Test func `a metric defines itself in a sentence and explains itself in every format`() throws {
        let sample = try Self.sample()
        let inquiry = Inquiry(
            .trainings,
            of: Sample.program,
            scope: try scope("2026-Q1"),
            disclosure: Disclosure(.team)
        )
        for (place, metric) in Catalogue.metrics.enumerated() {
            #expect(Catalogue.metric(metric.id.text.lowercased())?.id == metric.id)
            #expect(metric.definition.hasSuffix(".") && !metric.title.contains("("), "\(metric.id)")
            let document = try Explanation(metric, in: inquiry).document(from: sample.reader)
            #expect(document.blocks.contains(.sentence(metric.definition)), "\(metric.id)")
            let formats = Sweep.isFull ? Format.allCases : [Format.allCases[place % Format.allCases.count]]
            for format in formats { #expect(try !format.draw(document).isEmpty, "\(metric.id) \(format)") }
        }
    }

    @Test func `every figure that a report prints can be explained, those of a form's items too`() throws {
        let sample = try AgreedRecord.sample()
        let scope = try scope("2026-Q1")
        var ids: Set<String> = []
        for report in Report.all {
            ids.formUnion(try sample.document(report, scope, format: .json).entries.keys)
        }
        #expect(ids.count > 100)
        for (place, id) in ids.sorted().enumerated() {
            let metric = try #require(try Catalogue.metric(id, in: scope, from: sample.reader), "\(id)")
            guard Sweep.isFull || place % 12 == 0 else { continue }
            let profile = place % 2 == 0 ? Profile.team : .board
            let inquiry = Inquiry(.scorecard, of: Sample.program, scope: scope, disclosure: Disclosure(profile))
            let document = try Explanation(metric, in: inquiry).document(from: sample.reader)
            #expect(document.data["id"] == .string(metric.id.text))
            #expect(document.blocks.contains(.sentence(metric.definition)))
            let told = document.blocks.filter {
                if case .sentence(let text) = $0 { text.hasPrefix("Value: ") } else { false }
            }
            #expect(told.count == 1, "\(id)")
        }
    }

    @Test func `what can't be counted says why, and has no rows`() throws {
        let sample = try Self.sample()
        let inquiry = Inquiry(
            .scorecard,
            of: Sample.program,
            scope: try scope("2026-Q1"),
            disclosure: Disclosure(.team)
        )
        for (id, why) in [
            ("EV-15", "No form returned in this period asks for this, so there are no rows to show.")
        ] {
            let metric = try #require(Catalogue.metric(id))
            let page = try Explanation(metric, in: inquiry).document(from: sample.reader).text(.table)
            #expect(page.contains(why), "\(page)")
        }
    }

    @Test func `an explanation names people by ref, and to the team only`() throws {
        let sample = try Self.sample()
        let metric = try #require(Catalogue.metric("TR-04"))
        func text(_ profile: Profile) throws -> String {
            let inquiry = Inquiry(
                .reach,
                of: Sample.program,
                scope: try scope("2026-Q1"),
                disclosure: Disclosure(profile)
            )
            return try Explanation(metric, in: inquiry).document(from: sample.reader).text(.json)
        }
        #expect(try text(.team).contains("p-1"))
        #expect(try !text(.board).contains("p-1"))
        #expect(try text(.board).contains("s4"))
    }
}

extension Document {
    /// A number as CSV writes it.
    static func number(_ json: JSON) -> String {
        switch json {
        case .integer(let value): String(value)
        case .double(let value): Decimal.shortest(value)
        default: ""
        }
    }
}
