import Documents
import Testing

@Suite struct `Markdown pages` {
    @Test func `a page has headings, lists, and tables with numbers on the right`() throws {
        #expect(
            Sample.text(try Format.markdown.draw(Sample.page)) == #"""
                # What we did about stigma

                3 trainings were held for 2 organizations; 8 to 12 people were trained.

                ## You said, we did

                - No vein care supplies on Fridays: on the shelf since 4 December.
                - Open on Saturdays: not yet.

                | | This period | Last period | Note |
                | --- | ---: | ---: | --- |
                | **TRAINING AND EDUCATION** | | | |
                | Trainings held | 3 | 2 | |
                | People trained, each counted once | 8 to 12 | 7 | 6 by name + 6 counted without names |
                | Completion | 3 of 4 | \* | |
                | **OUTLETS FOR FEEDBACK** | | | |
                | Outlets open | Not recorded | Doesn't apply | |
                | **All together** | **27.0** | **0** | |

                > \* withheld: fewer than 5 people.

                > These are counts of what was done.

                """#
        )
    }

    @Test(arguments: [
        ("a|b", #"a\|b"#), (#"a\|b"#, #"a\\\|b"#),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("*b* _i_ `c` ~s~", #"\*b\* \_i\_ \`c\` \~s\~"#), ("[x](https://example.org)", #"\[x\](https\://example.org)"#),
        ("www.example.org", #"www\.example.org"#), ("a@example.org", #"a\@example.org"#), ("&lt;", #"\&lt;"#),
        ("$x$", #"\$x\$"#), ("two\nlines", #"two\\nlines"#), ("\u{202E}x", #"\\u{202E}x"#), ("10:30", "10:30"),
        ("wwv.x", "wwv.x"), ("naïve 東京 👍🏽", "naïve 東京 👍🏽"),
    ])
    func `markup, HTML and links in a cell are shown as they are`(text: String, escaped: String) throws {
        let drawn = Sample.text(try Format.markdown.draw(Sample.list([[.text(text), .whole(1)]])))
        #expect(drawn == "| name | heads |\n| --- | ---: |\n| \(escaped) | 1 |\n")
    }

    @Test(arguments: [
        ("# a", "\\# a"), ("- a", #"\- a"#), ("+ a", #"\+ a"#), ("12. a", #"12\. a"#), ("3) a", #"3\) a"#),
        ("> a", "&gt; a"), ("---", #"\---"#), ("===", #"\==="#), ("    code", "code"), ("3 trainings", "3 trainings"),
        ("2026", "2026"), ("", ""),
    ])
    func `a sentence never turns into a heading, a list or code`(text: String, escaped: String) throws {
        let page = Document(title: nil, blocks: [.sentence(text)], data: nil, rows: Table(columns: [], rows: []))
        #expect(Sample.text(try Format.markdown.draw(page)) == (escaped.isEmpty ? "" : escaped + "\n"))
    }

    @Test(arguments: Randomness.seeds) func `every row has as many cells as the table has columns`(seed: UInt64) throws
    {
        var random = Randomness(seed: seed)
        let rows = (0..<200).map { _ in [Cell.text(random.text()), .text(random.text())] }
        let lines = Sample.text(try Format.markdown.draw(Sample.list(rows))).split(separator: "\n")
        #expect(lines.count == 202, "seed \(seed)")
        for line in lines {
            var bars = 0
            var isEscaped = false
            for scalar in line.unicodeScalars {
                if scalar == "|", !isEscaped { bars += 1 }
                isEscaped = scalar == "\\" && !isEscaped
            }
            #expect(bars == 3, "seed \(seed): \(line)")
        }
    }
}
