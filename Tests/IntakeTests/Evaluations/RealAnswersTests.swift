import Calendar
import Records
import SQLite
import Testing

@testable import Intake

@Suite(.enabled(if: SharedData.isPresent, "shared/data is not beside this checkout"))
struct `Real answers, held against figures computed elsewhere` {
    let desk: ImportDesk

    init() throws {
        desk = try ImportDesk()
        try desk.hold("held@2026-11-10")
    }

    /// How many answers to an item have a number, and their mean, to four digits.
    private func figures(_ item: String) throws -> String {
        try desk.rows(
            """
            SELECT count(value), format('%.4f', avg(value)) FROM answer_fact
            WHERE item = \(item) AND typeof(value) <> 'text'
            """
        ).joined()
    }

    private func expect(_ items: Expected, _ n: String = "n", _ mean: String = "mean") throws {
        for item in items.names {
            let count = try #require(items[item][n].count)
            let expected = "\(count)|\(Self.fixed(items[item][mean].number ?? 0))"
            #expect(try figures(item) == expected, "\(item)")
        }
    }

    private static func fixed(_ number: Double) -> String {
        let tenThousandths = Int((number * 10_000).rounded())
        let digits = String(tenThousandths % 10_000)
        return "\(tenThousandths / 10_000).\(String(repeating: "0", count: 4 - digits.count))\(digits)"
    }

    private func take(_ path: String, _ form: String, _ configure: (inout ImportRequest) -> Void) throws
        -> ImportSummary
    {
        try desk.take(.evaluation, bytes: SharedData.bytes(path), name: path.replacing("/", with: "-")) {
            $0.form = form
            $0.session = "held"
            $0.mapping.values["*"] = ["NA": ""]
            $0.mapping.ignoreUnknown = true
            configure(&$0)
        }
    }

    /// A row without an answer is no form that came back: it is left out, and counted as such.
    private func expect(_ summary: ImportSummary, _ rows: PlainRows) {
        #expect(summary.words == rows.words)
        let skipped = summary.notes.skipped.map { "\($0.name) \($0.count)" }
        #expect(skipped == (rows.blank == 0 ? [] : ["no answers \(rows.blank)"]))
    }

    @Test func `evaluations of an instructor training: labels, months, codes`() throws {
        let expected = try Expected.of("carpentries-instructor-eval")
        var form = SampleForm().list(
            "agree",
            "1=Strongly Disagree",
            "2=Disagree",
            "3=Neither Agree nor Disagree",
            "4=Agree",
            "5=Strongly Agree"
        ).list("often", "1=Never", "2=Rarely", "3=Sometimes", "4=Often", "5=All of the time")
        for item in expected["agreement_items"].names { form = form.asking(.likert, item, list: "agree") }
        for item in expected["frequency_items"].names { form = form.asking(.likert, item, list: "often") }
        form = form.list("half", "None of it", "Some of it", "About half of it", "Most of it", "All of it")
        form = form.asking(.likert, "NewInformation", list: "half").asking(.recommend, "LikelyToRecommend")
        try desk.add(form.asking(.element, "UniqueID"), "eval")
        let summary = try take("carpentries-instructor-eval/instructor_training_post_eval.csv", "eval") {
            $0.mapping.columns["submitted"] = "Date"
            $0.mapping.dates = .mdy
        }
        let asked = expected["agreement_items"].names + expected["frequency_items"].names
        let rows = PlainRows(
            "carpentries-instructor-eval/instructor_training_post_eval.csv",
            asking: asked + ["NewInformation", "LikelyToRecommend"]
        )
        #expect(rows.all.count == expected["responses"].count && rows.blank == 56)
        expect(summary, rows)
        try expect(expected["agreement_items"])
        try expect(expected["frequency_items"])
        #expect(try figures("LikelyToRecommend") == "889|8.5951")
        #expect(try figures("NewInformation").hasPrefix("894|"))
        let every = PlainRows.months(of: rows.all, "Date")
        let kept = PlainRows.months(of: rows.answered, "Date")
        for month in expected["by_year_month"].names {
            #expect(every[month] == expected["by_year_month"][month].count, "\(month)")
            let count = try desk.value(
                "SELECT count(*) FROM evaluation WHERE substr(submitted_on, 1, 7) = \(month)",
                as: Int.self
            )
            #expect(count == kept[month] ?? 0, "\(month)")
        }
        try expectCodes(rows, expected["self_codes"])
    }

    /// The codes that people made for themselves, of which one stands in a row without an answer.
    private func expectCodes(_ rows: PlainRows, _ expected: Expected) throws {
        let every = PlainRows.codes(of: rows.all, "UniqueID")
        #expect(every.values.reduce(0, +) == expected["non_blank"].count)
        #expect(every.count == expected["distinct_case_folded"].count)
        let kept = PlainRows.codes(of: rows.answered, "UniqueID")
        #expect(kept.count == every.count - 1)
        #expect(try desk.value("SELECT count(*) FROM evaluation_element") == kept.values.reduce(0, +))
        #expect(try desk.value("SELECT count(DISTINCT hash) FROM evaluation_element") == kept.count)
    }

    @Test func `before and after thirteen workshops: strict pairs, and every item`() throws {
        let expected = try Expected.of("ucsb-prepost")
        let items = expected["items"].names
        var form = SampleForm().numbers("scale", 1...5).asking(.element, "join_key")
        for item in items { form = form.asking(.likert, item, list: "scale") }
        try desk.add(form, "pre", .before)
        form = form.list(
            "words",
            "1=Strongly disagree",
            "2=Somewhat disagree",
            "3=Neither agree or disagree",
            "4=Somewhat agree",
            "5=Strongly agree"
        ).asking(.recommend, "recommende_score")
        for item in expected["post_only_items"].names { form = form.asking(.likert, item, list: "words") }
        try desk.add(form, "post")
        let workshops = expected["workshops"].names.map { "\($0),\($0.prefix(10)),held" }
        try desk.take(.session, "ref,starts,status\n" + workshops.joined(separator: "\n") + "\n", name: "workshops.csv")
        let before = PlainRows("ucsb-prepost/pre.csv", asking: items)
        let after = PlainRows(
            "ucsb-prepost/post.csv",
            asking: items + expected["post_only_items"].names + ["recommende_score"]
        )
        for (wave, rows, blank) in [("pre", before, 16), ("post", after, 1)] {
            let summary = try take("ucsb-prepost/\(wave).csv", wave) {
                $0.session = nil
                $0.mapping.columns["session"] = "workshop"
            }
            #expect(rows.all.count == expected["\(wave)_rows"].count && rows.blank == blank)
            expect(summary, rows)
        }
        try expectPairs(before, after, expected)
        for item in items {
            for wave in ["pre", "post"] {
                let found = try desk.rows(
                    """
                    SELECT count(*), format('%.4f', avg(a.value)) FROM answer_fact AS a JOIN form AS f ON f.id = a.form_id
                    WHERE a.item = \(item) AND f.ref = \(wave)
                    """
                )
                let mean = Self.fixed(expected["items"][item]["\(wave)_all_mean"].number ?? 0)
                #expect(found == ["\(expected["items"][item]["\(wave)_all_n"].count ?? 0)|\(mean)"], "\(item)")
            }
        }
        try expect(expected["post_only_items"])
        #expect(try figures("recommende_score") == "61|9.0492")
    }

    /// The pairs of each workshop. A row without an answer makes no pair, and no code of another row a repeated one.
    private func expectPairs(_ before: PlainRows, _ after: PlainRows, _ expected: Expected) throws {
        var total = 0
        for workshop in expected["workshops"].names {
            let every = PlainRows.pairs(before.all, after.all, at: workshop)
            #expect(every == expected["workshops"][workshop]["pairs_strict"].count, "\(workshop)")
            let pairs = try desk.value(
                """
                SELECT count(*) FROM evaluation_pair AS p JOIN evaluation AS e ON e.id = p.before_id
                JOIN session AS s ON s.id = e.session_id WHERE s.ref = \(workshop)
                """,
                as: Int.self
            )
            let kept = PlainRows.pairs(before.answered, after.answered, at: workshop)
            #expect(pairs == kept, "\(workshop)")
            total += kept
        }
        // Two of 38 lose a form, and one code stands twice only with a row that answers nothing.
        #expect(total == 37)
        #expect(try desk.value("SELECT count(*) FROM evaluation_pair") == total)
    }

    @Test(arguments: [("study1", 6), ("study2", 5)])
    func `forty-five items in numbers`(study: String, most: Int) throws {
        let expected = try Expected.of("harm-reduction-scale")[study]
        var form = SampleForm().numbers("scale", 1...most)
        for item in expected["item_n"].names { form = form.asking(.likert, item, list: "scale") }
        try desk.add(form, study)
        let summary = try take("harm-reduction-scale/\(study)_numeric.csv", study) { _ in }
        let rows = PlainRows("harm-reduction-scale/\(study)_numeric.csv", asking: expected["item_n"].names)
        #expect(rows.all.count == expected["rows"].count && rows.blank == expected["rows_all_missing"].count)
        expect(summary, rows)
        for item in expected["item_n"].names {
            let mean = Self.fixed(expected["item_mean"][item].number ?? 0)
            #expect(try figures(item) == "\(expected["item_n"][item].count ?? 0)|\(mean)", "\(item)")
        }
    }

    @Test func `forty-five items in words, one of which has other choices than its neighbors`() throws {
        let expected = try Expected.of("harm-reduction-scale")["study2"]
        var form = SampleForm().list(
            "most",
            "1=Strongly disagree",
            "2=Somewhat disagree",
            "3=Neither agree nor disagree",
            "4=Somewhat agree",
            "5=Strongly agree"
        ).list(
            "own",
            "1=Strongly disagree",
            "2=Disagree",
            "3=Somewhat disagree",
            "4=Somewhat agree",
            "5=Agree"
        )
        for item in expected["item_n"].names { form = form.asking(.likert, item, list: item == "q13" ? "own" : "most") }
        try desk.add(form, "study")
        let summary = try take("harm-reduction-scale/study2_labels.csv", "study") { _ in }
        let rows = PlainRows("harm-reduction-scale/study2_labels.csv", asking: expected["item_n"].names)
        #expect(rows.all.count == expected["rows"].count && rows.blank == expected["rows_all_missing"].count)
        expect(summary, rows)
        for item in expected["item_n"].names {
            let mean = Self.fixed(expected["item_mean"][item].number ?? 0)
            #expect(try figures(item) == "\(expected["item_n"][item].count ?? 0)|\(mean)", "\(item)")
        }
    }

    @Test func `a follow-up with several answers in a cell, of which some are nobody's but one's own`() throws {
        let expected = try Expected.of("carpentries-longterm")
        let several = expected["multi_select_tokens_semicolon"]
        var form = SampleForm().list(
            "agree",
            "1=Strongly disagree",
            "2=Disagree",
            "3=Neutral",
            "4=Agree",
            "5=Strongly agree"
        ).asking(.recommend, "recommendation_score")
        for item in expected["impact_items"].names { form = form.asking(.likert, item, list: "agree") }
        var listed: [String: [String]] = [:]
        for item in several.names {
            listed[item] = several[item].names.filter { (several[item][$0].count ?? 0) > 1 }
            form = form.listing(item, (listed[item] ?? []) + ["other=Other"]).asking(.choices, item, list: item)
        }
        try desk.add(form, "longterm", .followup)
        let summary = try take("carpentries-longterm/2020-03_other_questions.csv", "longterm") { _ in }
        let asked = expected["impact_items"].names + several.names + ["recommendation_score"]
        let rows = PlainRows("carpentries-longterm/2020-03_other_questions.csv", asking: asked)
        #expect(rows.all.count == expected["rows"].count && rows.blank == 29)
        expect(summary, rows)
        try expect(expected["impact_items"])
        #expect(try figures("recommendation_score") == "134|8.9403")
        for item in several.names {
            #expect(
                try figures(item).split(separator: "|").first.flatMap { Int($0) }
                    == expected["columns_summary"][item]["answered"].count,
                "\(item)"
            )
            for (index, token) in (listed[item] ?? []).enumerated() {
                let count = try desk.value(
                    "SELECT count(*) FROM answer_fact WHERE item = \(item) AND value & \(1 << index)",
                    as: Int.self
                )
                #expect(count == several[item][token].count, "\(item): \(token)")
            }
        }
    }

    @Test func `ratings with a six that nobody explained: refused, or a choice without a value`() throws {
        let expected = try Expected.of("carpentrycon-sessions")
        let items = expected["item_mean_over_values_1_to_5"]
        var (strict, open) = (SampleForm().numbers("scale", 1...5), SampleForm().asking(.recommend, "nps"))
        open = open.listing("scale", (1...5).map(String.init) + ["6!", "0!"])
        for item in items.names {
            strict = strict.asking(.likert, item, list: "scale")
            open = open.asking(.likert, item, list: "scale")
        }
        try desk.add(strict, "strict")
        try desk.add(open, "open")
        let titles = expected["responses_by_session"].names
        let sessions = titles.indices.map { "s\($0),2020-07-01,held" }
        try desk.take(.session, "ref,starts,status\n" + sessions.joined(separator: "\n") + "\n", name: "sessions.csv")
        let refs = Dictionary(uniqueKeysWithValues: titles.enumerated().map { ($1, "s\($0)") })
        func take(_ form: String, _ configure: (inout ImportRequest) -> Void = { _ in }) throws -> ImportSummary {
            try self.take("carpentrycon-sessions/2020_session_ratings.csv", form) {
                $0.session = nil
                $0.mapping.values["session"] = refs
                configure(&$0)
            }
        }
        do {
            _ = try take("strict")
            Issue.record("it was not refused")
        } catch let refused as ImportRefused {
            #expect(refused.issues.allSatisfy { $0.what.contains("Use 1, 2, 3, 4, 5") && $0.line != nil })
        }
        let part = try take("strict") { $0.rejects = desk.folder + "/rejects.csv" }
        #expect(part.counts.created + part.counts.rejected == 124 && part.counts.rejected > 29)
        #expect(try desk.text("rejects.csv").contains(",problem"))
        #expect(try desk.store.undoImport(desk.store.program.origin << 32 | #require(part.importNumber)).kept.isEmpty)
        #expect(try take("open").words == "rows 124, created 124")
        try expect(items)
        for item in items.names {
            let sixes = try desk.value(
                "SELECT count(*) FROM answer_fact WHERE item = \(item) AND value = '6'",
                as: Int.self
            )
            #expect(sixes == items[item]["sixes"].count, "\(item)")
        }
        #expect(try figures("nps") == "124|8.9194")
        for (title, ref) in refs {
            let count = try desk.value(
                "SELECT count(*) FROM evaluation AS e JOIN session AS s ON s.id = e.session_id WHERE s.ref = \(ref)",
                as: Int.self
            )
            #expect(count == expected["responses_by_session"][title].count)
        }
    }

    @Test func `exports of form services as they come`() throws {
        let likert = SampleForm().agreement().list("overall", "Very poor", "Poor", "Average", "Good", "Excellent")
            .asking(.likert, "needs=The product meets my needs", "again=I would buy again", list: "agreement")
            .asking(.likert, "overall=Overall impression", list: "overall")
        try desk.add(likert, "likert")
        let monkey = try take("survey-exports/surveymonkey_likert_text.csv", "likert") {
            $0.mapping.ignoreUnknown = false
        }
        #expect(monkey.source == "surveymonkey" && monkey.words == "rows 10, created 10")
        #expect(try figures("overall") == "10|3.4000")
        try desk.add(
            SampleForm().numbers("five", 1...5).asking(.likert, "satisfied=How satisfied are you?", list: "five")
                .asking(.recommend, "recommend=How likely to recommend?").asking(.number, "age=Age"),
            "condensed"
        )
        let condensed = try take("survey-exports/surveymonkey_condensed.csv", "condensed") {
            $0.mapping.ignoreUnknown = false
        }
        #expect(condensed.words == "rows 10, created 10")
        #expect(try figures("satisfied") == "10|3.6000" && figures("age") == "10|34.9000")
        try desk.add(SampleForm().numbers("two", 1...3).asking(.choice, "Q1", list: "two").asking(.text, "Q2"), "words")
        let qualtrics = try take("survey-exports/qualtrics_3_header_rows.csv", "words") { _ in }
        #expect(qualtrics.source == "qualtrics" && qualtrics.words == "rows 1, created 1")
        #expect(
            try desk.rows(
                """
                SELECT e.submitted_on, e.a1, t.text FROM evaluation AS e JOIN answer_text AS t ON t.evaluation_id = e.id
                """
            ) == ["2017-07-18|2|Hello World!"]
        )
    }
}
