import Calendar
import Documents
import Records
import Service
import Wording

/// Logging a training that was held: a form, and the same form again where something is to be set right.
struct LogPage {
    let desk: Desk

    /// Fields that stand below the fold.
    private static let further = [
        "organization2", "organization3", "at", "minutes", "audience", "modality", "host", "names",
    ]

    func show(_ request: Request) throws -> Response {
        page(try desk.perform(SuggestTitles()), request.query, nil)
    }

    /// Stores it, once, and leads to what was stored.
    func save(_ request: Request) throws -> Response {
        let form = request.form
        do {
            let done = try desk.done(try training(form), once: form["form"])
            return .leads(to: Address.done(done.entry))
        } catch let before as DoneBefore {
            return .leads(to: try desk.address(before))
        } catch let problem as NameSheetProblem {
            return try again(form, Refusal(422, Words.problem(problem), nil, field: "names"))
        } catch let error as RecordError {
            return try again(form, refusal(error, form))
        } catch {
            guard let refusal = TroublePage.refusal(error) else { throw error }
            return try again(form, refusal)
        }
    }

    private func training(_ form: Form) throws -> LogTraining {
        var training = LogTraining()
        training.course = form["course"] ?? ""
        training.organizations = ["organization", "organization2", "organization3"].compactMap { form[$0] }
        training.date = form["date"] ?? "today"
        for name in ["count", "at", "new"] {
            guard let text = form[name], let parameter = training.parameters.first(where: { $0.name == name }) else {
                continue
            }
            try parameter.set(&training, text)
        }
        for name in ["minutes", "audience", "modality", "host"] { training.fields[name] = form[name] }
        if form["names"] != nil { training.names = try NameSheet(form.text("names")) }
        return training
    }

    /// What to set right. A title that is nearly a known one is asked about.
    private func refusal(_ error: RecordError, _ form: Form) throws -> Refusal {
        guard case .nearlyKnown(let noun, _, let ref) = error else { return Refusal(error) }
        let known = try desk.perform(SuggestTitles()).title(noun, ref: ref) ?? ref
        let field = noun == .course ? "course" : "organization"
        return Refusal(
            422,
            "You already have \(known). Type it that way, or say below that this is another one.",
            nil,
            field: field
        )
    }

    private func again(_ form: Form, _ refusal: Refusal) throws -> Response {
        page(try desk.perform(SuggestTitles()), form, refusal)
    }

    private func page(_ titles: Suggestions, _ form: Form, _ refusal: Refusal?) -> Response {
        let content: HTML = """
            <h1>Log a training</h1>
            \(problem(refusal))<form method="post" action="/log" class="sheet">
            \(Piece.hidden("form", form["form"] ?? desk.formID()))
            \(first(titles, form, refusal))\(more(form, refusal))\(another(refusal))\
            <div class="actions"><button class="first">Save</button></div>
            </form>
            \(Field.suggestions("courses", titles.courses.map(\.title)))\
            \(Field.suggestions("organizations", titles.organizations.map(\.title)))
            """
        return Page(title: "Log a training", program: titles.program, section: .log, content: content)
            .response(refusal?.status ?? 200)
    }

    private func problem(_ refusal: Refusal?) -> HTML {
        guard let refusal else { return "" }
        if refusal.field != nil { return Piece.problem("Nothing was saved yet. Check the marked field.") }
        return Piece.problem(refusal.title, refusal.next.map { "<p>\($0)</p>\n" } ?? "")
    }

    private func first(_ titles: Suggestions, _ form: Form, _ refusal: Refusal?) -> HTML {
        let fields = [
            Field(
                name: "course",
                label: "Course",
                hint: "Start typing, and choose. A new title makes a new course.",
                kind: .suggested("courses"),
                isRequired: true,
                isFirst: refusal == nil || refusal?.field == "course"
            ),
            Field(
                name: "organization",
                label: "Organization trained",
                kind: .suggested("organizations"),
                isRequired: true,
                isFirst: refusal?.field == "organization"
            ),
            Field(name: "date", label: "Date", value: titles.today.iso, kind: .day, isRequired: true),
            Field(
                name: "count",
                label: "How many came",
                hint: "Attendees only, without trainers. A count without names is enough.",
                kind: .number(Headcount.range),
                isFirst: refusal?.field == "count"
            ),
        ]
        return fields.map { filled($0, form, refusal).html }.joined()
    }

    private func more(_ form: Form, _ refusal: Refusal?) -> HTML {
        let fields = [
            Field(name: "organization2", label: "Another organization trained", kind: .suggested("organizations")),
            Field(name: "organization3", label: "And another one", kind: .suggested("organizations")),
            Field(name: "at", label: "Start time", kind: .time),
            Field(
                name: "minutes",
                label: "Minutes",
                hint: "The course's own, unless you say otherwise.",
                kind: .number(1...14_400)
            ),
            Field(name: "audience", label: "Audience", value: "", kind: .choice(Choices.audiences)),
            Field(name: "modality", label: "Online or in person", kind: .choice(Choices.modalities)),
            Field(name: "host", label: "Host", kind: .suggested("organizations")),
            Field(
                name: "names",
                label: "Names from a sign-in sheet",
                hint: "One name on each line. Leave it empty to keep no names.",
                kind: .lines(6)
            ),
        ]
        let isOpen = Self.further.contains { form[$0] != nil || refusal?.field == $0 }
        let state: HTML = isOpen ? " open" : ""
        let inputs = fields.map { filled($0, form, refusal).html }.joined()
        return "<details\(state)>\n<summary>More: time, audience, names</summary>\n\(inputs)</details>\n"
    }

    /// A box to say that a title which looks like a known one is meant.
    private func another(_ refusal: Refusal?) -> HTML {
        guard refusal?.status == 422, refusal?.title.hasPrefix("You already have") == true else { return "" }
        return """
            <div class="field"><label for="new"><input type="checkbox" id="new" name="new" value="yes">This is another \
            one</label></div>

            """
    }

    private func filled(_ field: Field, _ form: Form, _ refusal: Refusal?) -> Field {
        var field = field
        if form.fields.contains(where: { $0.name == field.name }) { field.value = form.text(field.name) }
        if refusal?.field == field.name { field.problem = refusal?.title }
        return field
    }
}

/// What can be chosen, and what it says.
enum Choices {
    static let audiences = [
        (value: "", label: "Staff"), ("community", "Community"), ("board", "Board"), ("mixed", "Mixed"),
    ]
    static let modalities = [
        (value: "", label: "Not recorded"), ("in_person", "In person"), ("online", "Online"), ("hybrid", "Both"),
    ]
    static let statuses =
        [(value: "", label: "Any")]
        + SessionStatus.allCases.map { (value: $0.rawValue, label: Words.status($0).capitalizedWord) }
}

extension String {
    /// With a capital first letter.
    var capitalizedWord: String { (first?.uppercased() ?? "") + dropFirst() }
}
