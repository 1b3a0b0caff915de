import Documents
import Testing

@Suite struct `Tables on a terminal` {
    @Test func `a page is drawn as one would write it`() throws {
        #expect(
            Sample.text(try Format.table.draw(Sample.page)) == """
                What we did about stigma

                3 trainings were held for 2 organizations; 8 to 12 people were trained.

                You said, we did

                - No vein care supplies on Fridays: on the shelf since 4 December.
                - Open on Saturdays: not yet.

                                                      This period    Last period  Note
                TRAINING AND EDUCATION
                  Trainings held                                3              2
                  People trained, each counted once       8 to 12              7  6 by name + 6 counted without names
                  Completion                               3 of 4              *
                OUTLETS FOR FEEDBACK
                  Outlets open                       Not recorded  Doesn't apply
                  ───────────────────────────────────────────────────────────────────────────────────────────────────
                  All together                               27.0              0

                * withheld: fewer than 5 people.

                These are counts of what was done.

                """
        )
    }

    @Test func `a narrow terminal wraps text and leaves numbers whole`() throws {
        let drawn = Sample.text(try Format.table.draw(Sample.page, width: 64))
        #expect(
            drawn == """
                What we did about stigma

                3 trainings were held for 2 organizations; 8 to 12 people were
                trained.

                You said, we did

                - No vein care supplies on Fridays: on the shelf since 4
                  December.
                - Open on Saturdays: not yet.

                                    This period    Last period  Note
                TRAINING AND EDUCATION
                  Trainings held              3              2
                  People                8 to 12              7  6 by name + 6
                  trained, each                                 counted without
                  counted once                                  names
                  Completion             3 of 4              *
                OUTLETS FOR FEEDBACK
                  Outlets open     Not recorded  Doesn't apply
                  ──────────────────────────────────────────────────────────────
                  All together             27.0              0

                * withheld: fewer than 5 people.

                These are counts of what was done.

                """
        )
    }

    @Test(arguments: [20, 40, 64, 80, 120]) func `no line of text is wider than the terminal`(width: Int) throws {
        let table = Table(
            columns: [Column(key: "a"), Column(key: "b")],
            rows: [[.text("東京の保健所 and a much longer text 👩‍👩‍👧‍👦👩‍👩‍👧‍👦 than fits"), .text(String(repeating: "x", count: 90))]],
            notes: ["A sentence below the table that is longer than the narrowest terminal here."]
        )
        for line in Sample.text(try Format.table.draw(.list(table), width: max(width, 22))).split(separator: "\n") {
            #expect(TextWidth.of(String(line)) <= max(width, 22), "\(line)")
        }
    }

    @Test func `figures, days and marks are never broken, and a word only where a column has no room for it`() throws {
        let columns = ["Figure", "This period", "Note", "Id"].map { Column(key: $0, title: $0) }
        let rows: [[Cell]] = [
            [
                .text("Attendance, all visits counted"), .share(0.804, printed: "37 of 46 (80.4%)"),
                .text("80.4% is 5% above"), .text("TR-11.ingredients"),
            ],
            [.text("drop-in-box-2026-02-20"), .notCollected, .empty, .text("a")],
        ]
        let drawn = Sample.text(try Format.table.draw(.list(Table(columns: columns, rows: rows)), width: 52))
        #expect(
            drawn == """
                Figure       This period       Note   Id
                Attendance,  37 of 46 (80.4%)  80.4%  TR-
                all visits                     is     11.ingredients
                counted                        5%
                                               above
                drop-in-     Not recorded             a
                box-
                2026-02-20

                """
        )
    }

    @Test func `a table that can't fit stands in parts, each with the first column`() throws {
        let columns = [Column(key: "month")] + (1...5).map { Column(key: "figure_\($0)", alignment: .right) }
        let rows: [[Cell]] = [[.text("2026-01")] + (1...5).map { .whole($0 * 1000) }]
        let table = Table(columns: columns, rows: rows, notes: ["A note."])
        #expect(
            Sample.text(try Format.table.draw(.list(table), width: 27)) == """
                month    figure 1  figure 2
                2026-01      1000      2000

                month    figure 3  figure 4
                2026-01      3000      4000

                month    figure 5
                2026-01      5000

                A note.

                """
        )
    }

    @Test func `columns stay in line under wide, joined and right-to-left text`() throws {
        let names = ["東京", "👩‍👩‍👧‍👦 family", "🇨🇦", "e\u{301}té", "שלום", "plain"]
        let drawn = Sample.text(try Format.table.draw(Sample.list(names.map { [.text($0), .whole(7)] })))
        let widths = drawn.split(separator: "\n").map { TextWidth.of(String($0)) }
        #expect(Set(widths) == [16])
    }

    @Test func `there is no color unless asked, and it changes no letter`() throws {
        let plain = Sample.text(try Format.table.draw(Sample.page))
        let colored = Sample.text(try Format.table.draw(Sample.page, color: true))
        #expect(!plain.unicodeScalars.contains("\u{1B}"))
        #expect(colored.contains("\u{1B}[1mTRAINING AND EDUCATION\u{1B}[0m"))
        let stripped = ["\u{1B}[1m", "\u{1B}[2m", "\u{1B}[0m"].reduce(colored) { text, code in
            text.split(separator: code, omittingEmptySubsequences: false).joined()
        }
        #expect(stripped == plain)
    }

    @Test func `a record is a line per field`() throws {
        let record = Document.record([
            .init("ref", .text("cci")), .init("title", title: "Title", .text("Coast Clinic, invented")),
            .init(Column(key: "staff", alignment: .right), .whole(20)),
        ])
        #expect(
            Sample.text(try Format.table.draw(record)) == """
                ref    cci
                Title  Coast Clinic, invented
                staff  20

                """
        )
        #expect(Sample.text(try Format.csv.draw(record)) == "ref,title,staff\ncci,\"Coast Clinic, invented\",20\n")
        #expect(record.data == ["ref": "cci", "title": "Coast Clinic, invented", "staff": 20])
    }

    @Test func `a list without rows keeps its header`() throws {
        #expect(Sample.text(try Format.table.draw(Sample.list([]))) == "name  heads\n")
        #expect(Sample.text(try Format.json.draw(Sample.list([]))) == "[]\n")
        #expect(Sample.text(try Format.csv.draw(Sample.list([]))) == "name,heads\n")
    }

    @Test func `a short row ends in empty cells`() {
        #expect(Sample.list([[.text("a")]]).rows.rows == [[.text("a"), .empty]])
    }
}
