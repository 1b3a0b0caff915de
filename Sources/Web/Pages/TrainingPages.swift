import Calendar
import Documents
import Records
import Service
import Wording

/// One session's page, and what can be done there.
struct TrainingPages {
    let desk: Desk

    func show(_ request: Request) throws -> Response {
        try page(try training(request), request, nil)
    }

    func setCount(_ request: Request) throws -> Response {
        try change(request, field: "count") { form in
            var operation = SetHeadcount()
            operation.session = request.parts["ref"] ?? ""
            try operation.set(form, "count")
            return try desk.done(operation, once: form["form"], seen: seen(request)).entry
        }
    }

    func hold(_ request: Request) throws -> Response {
        try change(request, field: "count") { form in
            var operation = HoldSession()
            operation.session = request.parts["ref"] ?? ""
            try operation.set(form, "count")
            return try desk.done(operation, once: form["form"], seen: seen(request)).entry
        }
    }

    func cancel(_ request: Request) throws -> Response {
        try change(request, field: nil) { form in
            var operation = CancelSession()
            operation.session = request.parts["ref"] ?? ""
            return try desk.done(operation, once: form["form"], seen: seen(request)).entry
        }
    }

    func postpone(_ request: Request) throws -> Response {
        try change(request, field: "to") { form in
            var operation = PostponeSession()
            operation.session = request.parts["ref"] ?? ""
            operation.to = form["to"]
            return try desk.done(operation, once: form["form"], seen: seen(request)).entry
        }
    }

    // MARK: - Changing

    func training(_ request: Request) throws -> TrainingPage {
        var operation = ShowTraining()
        operation.session = request.parts["ref"] ?? ""
        return try desk.perform(operation)
    }

    /// The page as it was when the form was made.
    private func seen(_ request: Request) -> [Seen] {
        request.form["seen"].map { [Seen(noun: .session, ref: request.parts["ref"] ?? "", digest: $0)] } ?? []
    }

    /// Does what a form asks and leads back to the page; where it can't be done, shows the page with what was typed.
    private func change(_ request: Request, field: String?, _ body: (Form) throws -> Int64?) throws -> Response {
        let address = Address.training(request.parts["ref"] ?? "")
        do {
            let entry = try body(request.form)
            return .leads(to: entry.map { "\(address)?done=\($0 & 0xFFFF_FFFF)" } ?? address)
        } catch let before as DoneBefore {
            return .leads(to: "\(address)?done=\(before.entry & 0xFFFF_FFFF)")
        } catch is Stale {
            return try stale(request, field)
        } catch let error as RecordError {
            if case .notFound = error { throw error }
            let refusal = Refusal(error)
            return try page(try training(request), request, Piece.problem(refusal.title, "<p>Nothing was saved.</p>\n"))
        }
    }

    private func stale(_ request: Request, _ field: String?) throws -> Response {
        let page = try training(request)
        let typed = field.flatMap { request.form[$0] }.map { "You typed \($0). " } ?? ""
        let came = page.training.attendance.map { Words.people($0) } ?? "nobody counted"
        let now = "It is now \(Words.status(page.training.status)), \(came)."
        return try self.page(
            page,
            request,
            Piece.problem(
                "Somebody changed this training after you opened it. Nothing was saved.",
                "<p>\(typed)\(now) Look at it below, and save again if yours is right.</p>\n"
            )
        )
    }

    // MARK: - The page

    private func page(_ page: TrainingPage, _ request: Request, _ problem: HTML?) throws -> Response {
        var listed = ListCollections()
        listed.session = page.training.found.ref
        let view = TrainingView(
            page: page,
            typed: request.form,
            formID: desk.formID(),
            collections: try desk.perform(listed)
        )
        let top = try problem ?? notice(request)
        let content: HTML = """
            \(top)<h1>\(Words.title(page.training))</h1>
            \(view.content)
            """
        return Page(
            title: Words.name(page.training),
            program: page.program,
            section: .trainings,
            content: content
        ).response(problem == nil ? 200 : 409)
    }

    /// What was just done here.
    private func notice(_ request: Request) throws -> HTML {
        guard let number = request.query["done"] else { return "" }
        var operation = ShowEntry()
        operation.number = number
        do {
            return DonePage.notice(try desk.perform(operation))
        } catch RecordError.absent {
            // Somebody's own address; the page is as good without it.
            return ""
        }
    }
}

extension Operation {
    /// Puts a field of a form into the parameter of the same name, where something was typed.
    mutating func set(_ form: Form, _ name: String) throws {
        guard let text = form[name], let parameter = parameters.first(where: { $0.name == name }) else { return }
        try parameter.set(&self, text)
    }
}
