import Calendar
import Documents
import Records
import Service
import Wording

/// What a program manager begins the day with.
struct TodayPage {
    let desk: Desk

    func show(_ request: Request) throws -> Response {
        let today = try desk.perform(ShowToday())
        let content: HTML = """
            <h1>Today, \(today.day.words)</h1>
            <p class="actions"><a class="button first" href="/log">Log a training</a></p>
            \(due(today))\(done(today))\(numbers(today))\(backup(today))
            """
        return Page(title: "Today", program: today.program, section: .today, content: content).response()
    }

    private func due(_ today: Today) -> HTML {
        guard !today.due.isEmpty else {
            return "<section>\n<h2>Needs action</h2>\n<p>Nothing. You are all caught up.</p>\n</section>\n"
        }
        let rows = today.due.map { row($0, today) }
        let shown = Self.shownAtOnce
        let rest: HTML =
            rows.count > shown
            ? """
            <details>
            <summary>Show \(rows.count - shown) more</summary>
            <ul class="rows">
            \(rows.dropFirst(shown).joined())</ul>
            </details>

            """ : ""
        return """
            <section>
            <h2>Needs action</h2>
            <ul class="rows">
            \(rows.prefix(shown).joined())</ul>
            \(rest)</section>

            """
    }

    /// How many items that need action are seen without asking: more than that helps nobody on a bad day.
    private static let shownAtOnce = 6

    private func row(_ due: NamedDueItem, _ today: Today) -> HTML {
        let clock: HTML = "<small>\(Words.clock(due.item, today.day))</small>"
        let action: HTML
        if let training = due.training, case .perform(.setHeadcount, _, _) = due.item.step {
            action = Piece.link("Enter the count", Address.training(training.found.ref) + "#count")
        } else if let address = Address.step(due.item.step) {
            action = Piece.link(Words.action(due.item.step), address)
        } else {
            action = "<small>In a terminal: <code>\(desk.command(due.item.step))</code></small>"
        }
        return "<li><div class=\"what\">\(Words.due(due))\(clock)</div>\n\(action)</li>\n"
    }

    private func done(_ today: Today) -> HTML {
        let rows = today.done.map { recent -> HTML in
            let undo: HTML =
                recent.standing == .undoable
                ? Piece.button("Undo", "/undo", [Form.Field("entry", "\(recent.entry.number)")]) : ""
            return """
                <li><div class="what">\(Words.done(recent))<small>\(Words.when(recent, today.day))</small></div>\
                \(undo)</li>

                """
        }
        let list: HTML =
            rows.isEmpty ? "<p>Nothing yet.</p>\n" : "<ul class=\"rows\">\n\(rows.joined())</ul>\n"
        return "<section>\n<h2>Recent changes</h2>\n\(list)</section>\n"
    }

    private func numbers(_ today: Today) -> HTML {
        let numbers = today.figures.map { figure -> HTML in
            let value = figure.value.map { Words.number($0) } ?? "None yet"
            return "<div><dt>\(Words.label(figure.kind))</dt><dd>\(value)</dd></div>\n"
        }
        return """
            <section>
            <h2>This quarter</h2>
            <dl class="numbers">
            \(numbers.joined())</dl>
            </section>

            """
    }

    private func backup(_ today: Today) -> HTML {
        let words = today.lastBackup.map { "Your last backup in this folder is from \($0.words)." }
        return """
            <section>
            <h2>Backup</h2>
            <p>\(words ?? "There is no backup in this folder yet.")</p>
            </section>

            """
    }
}
