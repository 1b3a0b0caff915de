import Calendar
import Documents
import Records
import Service
import Wording

/// What one session's page shows below its title.
struct TrainingView {
    let page: TrainingPage
    /// What was typed into a form of this page that could not be saved.
    let typed: Form
    let formID: String
    /// The evaluations that are or were collected by a code.
    var collections: [ListedCollection] = []

    var content: HTML { "\(summary)\(missing)\(attendance)\(evaluations)\(changes)\(facts)" }

    private var training: Training { page.training }
    private var address: String { Address.training(training.found.ref) }

    private var summary: HTML {
        let time = training.time.map { ", \(Words.time($0))" } ?? ""
        let moved = page.replacedBy.map { replaced -> HTML in
            "<p>It moved to <a href=\"\(Address.training(replaced.found.ref))\">\(replaced.day.words)</a>.</p>\n"
        }
        return """
            <p>\(training.day.words)\(time) · \(Words.status(training.status))</p>
            \(moved ?? "")
            """
    }

    private var missing: HTML {
        let gaps = page.gaps.map { gap -> String in
            switch gap {
            case .count: "how many came"
            case .minutes: "how many minutes it took"
            case .organization: "who was trained"
            case .course: "which course it was"
            }
        }
        guard !gaps.isEmpty else { return "" }
        return "<p class=\"note\">Not recorded yet: \(Words.list(gaps)).</p>\n"
    }

    // MARK: - Who came

    private var attendance: HTML {
        guard takesCount || training.attendance != nil || !page.counts.isEmpty || !page.attendees.isEmpty else {
            return ""
        }
        return """
            <section>
            <h2 id="count">Who came</h2>
            \(total)\(countForm)\(counts)\(people)\
            <div class="actions">\(Piece.link("Add the Zoom report", address + "/report"))</div>
            </section>

            """
    }

    private var total: HTML {
        guard let attendance = training.attendance else { return "<p>Attendance is not recorded yet.</p>\n" }
        let named = page.attendees.count { $0.role == "attendee" && $0.status == "attended" }
        let by = named > 0 ? ", \(Words.number(named)) of them by name" : ""
        return "<p>\(Words.people(attendance))\(by).</p>\n"
    }

    /// Whether people may have come: its day is there, and it was not called off.
    private var takesCount: Bool {
        training.day <= page.today && (training.status == .held || training.status == .scheduled)
    }

    private var countForm: HTML {
        guard takesCount else { return "" }
        let everyone = page.counts.first { $0.scope == "everyone" && $0.organization == nil && $0.category.isEmpty }
        let field = Field(
            name: "count",
            label: training.attendance == nil ? "How many came" : "Correct the count",
            value: typed["count"] ?? everyone.map { "\($0.count)" } ?? "",
            kind: .number(Headcount.range),
            isRequired: true
        )
        return """
            <form method="post" action="\(address)/count" class="inline">\(marks)
            \(field.html)<button\(training.attendance == nil ? " class=\"first\"" : "" as HTML)>Save the count</button></form>

            """
    }

    private var counts: HTML {
        guard page.counts.count > 1 || page.counts.contains(where: { $0.scope != "everyone" }) else { return "" }
        let rows = page.counts.map { count -> HTML in
            let scope =
                switch count.scope {
                case "registered": registered(count)
                case "unnamed": "without names"
                default: "came"
                }
            let parts = [count.organization, count.category.isEmpty ? nil : count.category, count.method]
            return
                "<li><div class=\"what\">\(Words.people(count.count)) \(scope)<small>\(parts.compactMap { $0 }.joined(separator: " · "))</small></div></li>\n"
        }
        return "<h3>Counts</h3>\n<ul class=\"rows\">\n\(rows.joined())</ul>\n"
    }

    /// What stands beside how many registered: how many of them did not come, where everybody who came had registered.
    private func registered(_ count: TrainingCount) -> String {
        guard count.organization == nil, count.category.isEmpty, let came = page.training.attendance,
            came <= count.count
        else { return "registered" }
        return "registered, \(count.count - came) more than came"
    }

    private var people: HTML {
        let rows = page.attendees.map { attendee -> HTML in
            let role = attendee.role == "attendee" ? nil : attendee.role
            let status = attendee.status == "registered" ? "registered only" : nil
            let minutes = attendee.minutes.map { "\($0) minutes" }
            let parts = [attendee.organization, role, status, minutes].compactMap { $0 }.joined(separator: " · ")
            return "<li><div class=\"what\">\(attendee.name ?? "Name not kept")<small>\(parts)</small></div></li>\n"
        }
        guard !rows.isEmpty || page.nameless > 0 else { return "" }
        let nameless: HTML =
            page.nameless > 0 ? "<p>\(Words.people(page.nameless)) came without a name on file.</p>\n" : ""
        let list: HTML = rows.isEmpty ? "" : "<ul class=\"rows\">\n\(rows.joined())</ul>\n"
        let title = "Who is on file, trainers and hosts included (\(page.attendees.count))"
        return "<details>\n<summary>\(title)</summary>\n\(list)\(nameless)</details>\n"
    }

    private var evaluations: HTML {
        CollectingSection(collections: collections, training: training, formID: formID).html
    }

    // MARK: - What can be done

    private var changes: HTML {
        guard training.status == .scheduled || training.status == .held else { return "" }
        let held: HTML =
            training.status == .scheduled && training.day <= page.today
            ? "<form method=\"post\" action=\"\(address)/hold\">\(marks)<button>It was held</button></form>\n" : ""
        let isEmpty = training.attendance == nil && page.attendees.isEmpty
        let called: HTML =
            isEmpty
            ? """
            <form method="post" action="\(address)/cancel">\(marks)<button>It was canceled</button></form>

            """ : ""
        guard !held.isEmpty || !called.isEmpty else { return "" }
        let postponed: HTML =
            isEmpty
            ? """
            <form method="post" action="\(address)/postpone" class="inline">\(marks)
            \(Field(name: "to", label: "Postponed to", value: typed["to"] ?? "", kind: .day).html)\
            <button>Postpone</button></form>

            """ : ""
        return """
            <section>
            <h2>Did something change?</h2>
            <div class="actions">\(held)\(called)</div>
            \(postponed)</section>

            """
    }

    /// What each form of the page takes along: its id, and what it was made from.
    private var marks: HTML { Piece.hidden("form", formID) + Piece.hidden("seen", page.seen.digest) }

    // MARK: - Facts

    private var facts: HTML {
        let facts: [(name: String, value: String?)] = [
            ("Minutes", page.minutes), ("Online or in person", label(page.modality, Choices.modalities)),
            ("Audience", page.audience?.capitalizedWord), ("Host", page.host), ("Place", page.site),
            ("Paid for by", page.fund),
            ("Evaluations", page.evaluations == 0 ? "None yet" : Words.number(page.evaluations)),
        ]
        let known = facts.compactMap { fact in
            fact.value.map { "<dt>\(fact.name)</dt><dd>\($0)</dd>\n" as HTML }
        }
        let topics = page.topics.map { "\($0)<br>" as HTML }.joined()
        let covered: HTML = topics.isEmpty ? "" : "<dt>Topics covered</dt><dd>\(topics)</dd>\n"
        return "<section>\n<h2>Details</h2>\n<dl class=\"known\">\n\(known.joined())\(covered)</dl>\n</section>\n"
    }

    private func label(_ value: String?, _ choices: [(value: String, label: String)]) -> String? {
        value.map { value in choices.first { $0.value == value }?.label ?? value }
    }
}
