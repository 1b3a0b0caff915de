import Calendar
import Documents
import Inbox

/// The evaluation of a session, for whoever has its code: the form, and what is said when it was sent.
struct EvaluationPages {
    let desk: PublicDesk

    /// `Enter your code`, for those who can't scan.
    func enter(_ request: Request) throws -> Response {
        let words = PublicWords.chosen(request)
        let published = try desk.published()
        let typed = request.query["code"]
        if let code = typed.flatMap({ EntryCode($0) }), published?.collection(code) != nil {
            return .leads(to: "/e/\(code)?lang=\(words.code)")
        }
        let field = Field(
            name: "code",
            label: words.enterCode,
            hint: words.codeHint,
            value: typed ?? "",
            problem: typed == nil ? nil : words.noSuchCode,
            isRequired: true,
            isFirst: true
        )
        let content: HTML = """
            <h1>\(words.enterCode)</h1>
            <form method="get" action="/">\(Piece.hidden("lang", words.code))
            \(field.html)<div class="actions"><button class="first">\(words.go)</button></div>
            </form>

            """
        return PublicPage(
            title: words.enterCode,
            program: published?.program,
            words: words,
            address: "/",
            content: content
        ).response(typed == nil ? 200 : 404)
    }

    func show(_ request: Request) throws -> Response {
        let words = PublicWords.chosen(request)
        guard let (published, collection) = try open(request) else { return closed(words, words.closed) }
        if request.cookie(Self.mark(collection.code)) != nil, request.query["again"] == nil {
            return said(words, published, words.answeredHere, more: again(words, collection))
        }
        return form(words, published, collection, Form(), [:], nil, again: request.query["again"] != nil)
    }

    /// Puts the answers into the inbox, once, and leads to what says so.
    func save(_ request: Request) throws -> Response {
        let words = PublicWords.chosen(request)
        guard let (published, collection) = try open(request) else { return closed(words, words.closed) }
        let answers = Self.answers(request.form, collection.questionnaire)
        let faults = collection.questionnaire.faults(in: answers)
        let answered = collection.questionnaire.answered(answers)
        guard faults.isEmpty, !answered.isEmpty, let page = request.form["page"] else {
            let problem = faults.isEmpty ? words.nothingAnswered : words.checkMarked
            return form(words, published, collection, request.form, faults, problem)
        }
        switch try desk.send(Inbox.Response(page: page, answers: answered), to: collection.code) {
        case .stored, .storedBefore: return thanks(words, collection)
        case .closed: return closed(words, words.closed)
        case .full: return closed(words, words.full)
        }
    }

    /// What is seen once the answers are in.
    func sent(_ request: Request) throws -> Response {
        let words = PublicWords.chosen(request)
        guard let (published, _) = try open(request) else { return closed(words, words.thanks) }
        return said(words, published, words.thanks, more: "<p>\(words.afterwards)</p>\n")
    }

    // MARK: - Parts

    typealias Response = Web.Response

    private func open(_ request: Request) throws -> (Published, Published.Collection)? {
        guard let code = EntryCode(request.parts["code"] ?? ""), let published = try desk.published(),
            let collection = published.collection(code), collection.isOpen(at: desk.now)
        else { return nil }
        return (published, collection)
    }

    private func thanks(_ words: PublicWords, _ collection: Published.Collection) -> Response {
        var response = Response.leads(to: "/e/\(collection.code)/sent?lang=\(words.code)")
        // Nothing but that something was sent from here; for two days, and for this survey alone.
        response.add(
            "Set-Cookie",
            "\(Self.mark(collection.code))=1; Path=/e/\(collection.code); Max-Age=172800; HttpOnly; SameSite=Lax"
        )
        return response
    }

    private func form(
        _ words: PublicWords,
        _ published: Published,
        _ collection: Published.Collection,
        _ typed: Form,
        _ faults: [String: Questionnaire.Fault],
        _ problem: String?,
        again: Bool = false
    ) -> Response {
        let answers = Self.answers(typed, collection.questionnaire)
        let questions = collection.questionnaire.questions.map { question in
            QuestionMarkup(
                question: question,
                words: words,
                answer: answers[question.name] ?? "",
                fault: faults[question.name]
            ).html
        }
        let day = Day(iso: collection.day).map { words.date($0) } ?? collection.day
        let said: HTML = problem.map { Piece.problem($0) } ?? ""
        let open: HTML = desk.isEncrypted ? "" : "<p class=\"hint\">\(words.notEncrypted)</p>\n"
        let content: HTML = """
            <h1>\(collection.title)</h1>
            <p>\(day)</p>
            \(said)<p>\(words.anonymous) \(words.skip)</p>
            \(open)<form method="post" action="/e/\(collection.code.description)">
            \(Piece.hidden("page", typed["page"] ?? desk.pageID()))\(Piece.hidden("lang", words.code))
            \(questions.joined())<div class="actions"><button class="first">\(words.send)</button></div>
            </form>

            """
        return PublicPage(
            title: collection.title,
            program: published.program,
            words: words,
            // What was typed would be gone in another language.
            address: problem == nil ? "/e/\(collection.code)" : nil,
            query: again ? "&again=1" : "",
            content: content
        ).response(problem == nil ? 200 : 422)
    }

    private func again(_ words: PublicWords, _ collection: Published.Collection) -> HTML {
        "<p>\(Piece.link(words.answerAgain, "/e/\(collection.code)?again=1&lang=\(words.code)"))</p>\n"
    }

    private func said(_ words: PublicWords, _ published: Published, _ title: String, more: HTML) -> Response {
        let content: HTML = "<h1>\(title)</h1>\n\(more)"
        return PublicPage(title: title, program: published.program, words: words, content: content).response()
    }

    private func closed(_ words: PublicWords, _ title: String) -> Response {
        let content: HTML = "<h1>\(title)</h1>\n<p>\(words.askAround)</p>\n"
        return PublicPage(title: title, words: words, content: content).response(title == words.thanks ? 200 : 404)
    }

    /// The name of the cookie by which a device knows that it has sent answers.
    private static func mark(_ code: EntryCode) -> String { "sent_\(code)" }

    /// What was answered, several choices with `;` between them.
    private static func answers(_ form: Form, _ questionnaire: Questionnaire) -> [String: String] {
        var answers: [String: String] = [:]
        for question in questionnaire.questions {
            let name = QuestionMarkup.field(question.name)
            let values = form.fields.filter { $0.name == name }.map(\.value.trimmingWhiteSpace).filter { !$0.isEmpty }
            if !values.isEmpty { answers[question.name] = values.joined(separator: ";") }
        }
        return answers
    }
}
