import Calendar
import Documents
import Records
import Service
import Wording

/// The form of an operation that closes something which is due: its words, and its fields by the operation's own names.
struct DoForm: Sendable {
    let title: String
    let button: String
    /// The parameter that names the record, and what kind it is.
    let subject: (parameter: String, noun: Noun)
    let fields: [Part]
    let operation: @Sendable () -> any Operation

    /// A field, by the name of its parameter.
    struct Part: Sendable {
        let name: String
        let label: String
        var kind = Field.Kind.line
        var isRequired = false
    }

    private static let told = [
        (value: "", label: "Not told yet"), ("poster", "By a poster or on the wall"), ("meeting", "At a meeting"),
        ("post", "In a post"), ("person", "In person"), ("other", "Another way"),
    ]
    private static let yes = [(value: "no", label: "No"), ("yes", "Yes")]

    /// Every such form, by its operation.
    static let all: [OperationID: DoForm] = [
        .answerFeedback: DoForm(
            title: "Answer feedback",
            button: "Save the answer",
            subject: ("item", .feedback),
            fields: [
                Part(name: "words", label: "What we did", kind: .lines(4), isRequired: true),
                Part(name: "told", label: "How people were told", kind: .choice(told)),
                Part(name: "changed", label: "Did it lead to a change?", kind: .choice(yes)),
            ],
            operation: { AnswerFeedback() }
        ),
        .acknowledgeFeedback: DoForm(
            title: "Acknowledge feedback",
            button: "It is acknowledged",
            subject: ("item", .feedback),
            fields: [],
            operation: { AcknowledgeFeedback() }
        ),
        .tellFeedback: DoForm(
            title: "Tell people what was done",
            button: "People were told",
            subject: ("item", .feedback),
            fields: [
                Part(
                    name: "how",
                    label: "How people were told",
                    kind: .choice(Array(told.dropFirst())),
                    isRequired: true
                )
            ],
            operation: { TellFeedback() }
        ),
        .answerRecommendation: DoForm(
            title: "Answer a recommendation",
            button: "Save the answer",
            subject: ("recommendation", .recommendation),
            fields: [
                Part(
                    name: "answer",
                    label: "Our answer",
                    kind: .choice([
                        ("accepted", "Accepted"), ("partly", "Accepted in part"), ("declined", "Declined"),
                        ("noted", "Noted, no decision"), ("withdrawn", "Withdrawn by the board"),
                    ]),
                    isRequired: true
                ),
                Part(name: "reason", label: "Reason, where it is declined", kind: .lines(3)),
            ],
            operation: { AnswerRecommendation() }
        ),
        .followUpCommitments: DoForm(
            title: "Follow up commitments",
            button: "Save",
            subject: ("session", .session),
            fields: [
                Part(name: "fully", label: "Kept fully", kind: .number(Headcount.range), isRequired: true),
                Part(name: "partly", label: "Kept partly", kind: .number(Headcount.range), isRequired: true),
                Part(name: "not_yet", label: "Not yet", kind: .number(Headcount.range), isRequired: true),
            ],
            operation: { FollowUpCommitments() }
        ),
        .finishAction: DoForm(
            title: "Finish an improvement",
            button: "It is done",
            subject: ("ref", .action),
            fields: [],
            operation: { FinishAction() }
        ),
        .completeAssessment: DoForm(
            title: "Complete an assessment",
            button: "It is complete",
            subject: ("ref", .assessment),
            fields: [],
            operation: { CompleteAssessment() }
        ),
    ]
}

/// The page that does what is due.
struct DoPage {
    let desk: Desk

    func show(_ request: Request) throws -> Response {
        guard let form = form(request) else { return TroublePage.page(.noPage) }
        return try page(form, request, request.query, nil)
    }

    func save(_ request: Request) throws -> Response {
        guard let form = form(request) else { return TroublePage.page(.noPage) }
        do {
            return .leads(to: Address.done(try perform(form.operation(), form, request.form)))
        } catch let before as DoneBefore {
            return .leads(to: Address.done(before.entry))
        } catch let error as RecordError {
            return try page(form, request, request.form, Refusal(error))
        }
    }

    private func form(_ request: Request) -> DoForm? {
        DoForm.all[OperationID(rawValue: request.parts["operation"] ?? "")]
    }

    private func perform<O: Operation>(_ operation: O, _ form: DoForm, _ typed: Form) throws -> Int64? {
        var operation = operation
        for name in [form.subject.parameter] + form.fields.map(\.name) { try operation.set(typed, name) }
        return try desk.done(operation, once: typed["form"]).entry
    }

    private func page(_ form: DoForm, _ request: Request, _ values: Form, _ refusal: Refusal?) throws -> Response {
        let titles = try desk.perform(SuggestTitles())
        let subject = values[form.subject.parameter] ?? ""
        let fields = form.fields.map { part -> HTML in
            Field(
                name: part.name,
                label: part.label,
                value: values.text(part.name),
                problem: refusal?.field == part.name ? refusal?.title : nil,
                kind: part.kind,
                isRequired: part.isRequired
            ).html
        }
        let isMarked = form.fields.contains { $0.name == refusal?.field }
        let problem: HTML = refusal.map { Piece.problem(isMarked ? "Nothing was saved yet." : $0.title) } ?? ""
        let content: HTML = """
            <h1>\(form.title)</h1>
            \(problem)\(try about(form.subject.noun, subject))\
            <form method="post" action="/do/\(request.parts["operation"] ?? "")">
            \(Piece.hidden("form", values["form"] ?? desk.formID()))\(Piece.hidden(form.subject.parameter, subject))
            \(fields.joined())<div class="actions"><button class="first">\(form.button)</button></div>
            </form>

            """
        return Page(title: form.title, program: titles.program, content: content).response(refusal?.status ?? 200)
    }

    /// Fields by which only the record itself finds something.
    private static let inside: Set = ["Ref", "Outlet", "Board", "Meeting", "Assessment", "Codes"]

    /// What is on file of the record that it is about.
    private func about(_ noun: Noun, _ ref: String) throws -> HTML {
        if noun == .session {
            var operation = ShowTraining()
            operation.session = ref
            return "<p>\(Words.name(try desk.perform(operation).training))</p>\n"
        }
        var operation = ShowRecord(noun)
        operation.ref = ref
        let document = try desk.perform(operation).document
        let rows = document.blocks.flatMap { block -> [[Cell]] in
            if case .table(let table) = block { return table.sections.flatMap(\.rows) }
            return []
        }
        let known = rows.filter { $0.count == 2 && !Self.inside.contains($0[0].printed) }.map { row -> HTML in
            let day: Day? = if case .day = row[1].content { Day(iso: row[1].printed) } else { nil }
            return "<dt>\(row[0].printed)</dt><dd>\(day.map(\.words) ?? row[1].printed)</dd>\n"
        }
        return "<dl class=\"known\">\n\(known.joined())</dl>\n"
    }
}
