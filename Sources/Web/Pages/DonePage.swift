import Documents
import Records
import Service
import Wording

/// What was just done, in words, with what can be done about it; and undoing it.
struct DonePage {
    let desk: Desk

    func show(_ request: Request) throws -> Response {
        var operation = ShowEntry()
        operation.number = request.parts["entry"] ?? ""
        let shown = try desk.perform(operation)
        let content: HTML = """
            <h1>\(shown.recent.standing == .undone ? "Undone" : "Saved")</h1>
            \(Self.notice(shown, isFirst: true))\(next(shown))
            """
        return Page(title: "Saved", program: shown.program, content: content).response()
    }

    /// Undoes an entry, and leads to what that did. Pressed twice, it says the same.
    func undo(_ request: Request) throws -> Response {
        var operation = UndoEntry()
        operation.number = request.form["entry"] ?? ""
        let address = "/undone/\(PercentEncoding.encoded(operation.number))"
        do {
            let undone = try desk.perform(operation)
            desk.note(Self.words(undone), entry: operation.number)
        } catch RecordError.nothingToUndo where desk.noted(entry: operation.number) != nil {
            return .leads(to: address)
        }
        return .leads(to: address)
    }

    func undone(_ request: Request) throws -> Response {
        let program = try desk.perform(SuggestTitles()).program
        guard let words = desk.noted(entry: request.parts["entry"] ?? "") else {
            return Refusal(404, "There is nothing to show here", nil).page(program)
        }
        let content: HTML = """
            <h1>Undone</h1>
            \(Piece.notice("\(words)"))<div class="actions">\(Piece.link("Go to Today", "/", style: "button first"))\
            \(Piece.link("Log a training", "/log"))</div>

            """
        return Page(title: "Undone", program: program, content: content).response()
    }

    /// The sentence of an entry with its buttons.
    static func notice(_ shown: ShownEntry, isFirst: Bool = false) -> HTML {
        guard shown.recent.standing != .undone else { return Piece.notice("This was undone.") }
        let undo: HTML =
            shown.recent.standing == .undoable
            ? Piece.button("Undo", "/undo", [Form.Field("entry", "\(shown.recent.entry.number)")]) : ""
        return Piece.notice("\(Words.done(shown.recent))", more(shown) + "<div class=\"actions\">\(undo)</div>\n")
    }

    /// What is worth a second look.
    private static func more(_ shown: ShownEntry) -> HTML {
        var lines = shown.recent.made.map { made -> String in
            let alike = shown.alike.first { $0.made == made }?.title
            let meant = alike.map { " You also have \($0). If you meant that one, undo this." } ?? ""
            return "New \(made.noun.rawValue): \(made.title).\(meant)"
        }
        if shown.recent.entry.command == "log", shown.twins > 0 {
            lines.append("You had the same training on that day already. If this is the same one, undo this.")
        }
        if shown.recent.entry.command == "log", case .training(let training)? = shown.recent.subject,
            training.attendance == nil
        {
            lines.append("Attendance is not recorded yet.")
        }
        return lines.map { "<p>\($0)</p>\n" as HTML }.joined()
    }

    private func next(_ shown: ShownEntry) -> HTML {
        guard shown.recent.standing != .undone, case .training(let training)? = shown.recent.subject else {
            return "<div class=\"actions\">\(Piece.link("Go to Today", "/", style: "button first"))</div>\n"
        }
        let address = Address.training(training.found.ref)
        return """
            <div class="actions">\(Piece.link("Open this training", address, style: "button first"))\
            \(Piece.link("Add the Zoom report", address + "/report"))\(Piece.link("Log another", "/log"))</div>

            """
    }

    private static func words(_ undone: UndoneEntry) -> String {
        let kept = undone.undone.kept.count
        let stayed =
            kept == 0
            ? "" : " \(Words.count(kept, "record", "records")) changed or used since stayed as it is now."
        return Words.undone(undone.recent) + stayed
    }
}
