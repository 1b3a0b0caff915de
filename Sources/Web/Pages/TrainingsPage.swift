import Calendar
import Documents
import Records
import Service
import Wording

/// The record's sessions, with filters that stand in the address.
struct TrainingsPage {
    let desk: Desk

    func show(_ request: Request) throws -> Response {
        let titles = try desk.perform(SuggestTitles())
        var operation = ListTrainings()
        for name in ListTrainings.filterNames { operation.filters[name] = request.query[name] }
        operation.page = request.query["page"].flatMap { Int($0) } ?? 1
        var problem: Refusal?
        var list: TrainingList?
        do {
            list = try desk.perform(operation)
        } catch let error as RecordError {
            problem = Refusal(error)
        }
        let content: HTML = """
            <h1>Trainings</h1>
            \(filters(request.query, titles, problem))\(list.map { rows($0, request.query, operation.page) } ?? "")
            """
        return Page(title: "Trainings", program: titles.program, section: .trainings, content: content)
            .response(problem?.status ?? 200)
    }

    private func filters(_ query: Form, _ titles: Suggestions, _ problem: Refusal?) -> HTML {
        let fields = [
            Field(name: "from", label: "From", kind: .day), Field(name: "to", label: "To", kind: .day),
            Field(name: "organization", label: "Organization", kind: .suggested("organizations")),
            Field(name: "course", label: "Course", kind: .suggested("courses")),
            Field(name: "status", label: "Status", kind: .choice(Choices.statuses)),
        ].map { field -> Field in
            var field = field
            field.value = query.text(field.name)
            return field
        }
        let state: HTML = fields.contains { !$0.value.isEmpty } ? " open" : ""
        let wrong: HTML = problem.map { Piece.problem($0.title) } ?? ""
        return """
            \(wrong)<details\(state)>
            <summary>Show only some</summary>
            <form method="get" action="/trainings" class="filters">
            \(fields.map(\.html).joined())<div><button>Show</button></div>
            </form>
            </details>
            \(Field.suggestions("courses", titles.courses.map(\.title)))\
            \(Field.suggestions("organizations", titles.organizations.map(\.title)))
            """
    }

    private func rows(_ list: TrainingList, _ query: Form, _ page: Int) -> HTML {
        guard list.count > 0 else {
            return "<p>No trainings match. <a href=\"/trainings\">Show all</a></p>\n"
        }
        let rows = list.trainings.map { training -> HTML in
            let open = training.status == .held ? "not counted yet" : nil
            let parts: [String?] = [
                training.day.words, Words.status(training.status), training.attendance.map(Words.people) ?? open,
            ]
            return """
                <li><div class="what"><a href="\(Address.training(training.found.ref))">\(Words.title(training))</a>\
                <small>\(parts.compactMap { $0 }.joined(separator: " · "))</small></div></li>

                """
        }
        return """
            <p>\(Words.count(list.count, "training", "trainings"))</p>
            <ul class="rows">
            \(rows.joined())</ul>
            \(pages(list.count, query, page))
            """
    }

    private func pages(_ count: Int, _ query: Form, _ page: Int) -> HTML {
        let last = (count + ListTrainings.pageLength - 1) / ListTrainings.pageLength
        guard last > 1 else { return "" }
        let link = { (label: String, page: Int) -> HTML in
            let fields =
                query.fields.filter { $0.name != "page" && !$0.value.isEmpty } + [Form.Field("page", "\(page)")]
            return Piece.link(label, "/trainings?\(Form(fields).encoded)")
        }
        let newer: HTML = page > 1 ? link("Newer", page - 1) : ""
        let older: HTML = page < last ? link("Older", page + 1) : ""
        return "<div class=\"actions\">\(newer)\(older)<span>Page \(min(page, last)) of \(last)</span></div>\n"
    }
}
