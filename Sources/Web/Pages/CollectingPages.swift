import Calendar
import Documents
import Records
import Service
import Wording

/// Collecting the evaluations of a session: opening it, showing its code to a room, closing it.
struct CollectingPages {
    let desk: Desk

    func open(_ request: Request) throws -> Response {
        let ref = request.parts["ref"] ?? ""
        var operation = OpenCollection()
        operation.session = ref
        do {
            try operation.set(request.form, "wave")
            let done = try desk.done(operation, once: request.form["form"])
            return .leads(to: "\(Address.training(ref))/code/\(done.result.code)")
        } catch is DoneBefore {
            return .leads(to: "\(Address.training(ref))#evaluations")
        }
    }

    /// A page to show on a wall: the code, its address, and nothing else.
    func code(_ request: Request) throws -> Response {
        let (collection, program) = try found(request)
        let addresses = desk.publicAddresses
        // Phones reach the machine by its address in their network; its own is for its own screen.
        let shown = addresses.dropFirst().first ?? addresses.first
        let code = collection.code
        let address = shown.map { "\($0)e/\(code)" }
        let picture = address.flatMap { QRCode($0)?.svg("QR code that leads to \($0)") } ?? ""
        let typed: HTML =
            shown.map { "<p>Scan it, or open <strong class=\"address\">\($0)</strong> and type</p>\n" }
                ?? """
                <p>Phones can't reach this yet. In the window where Groundwork runs, press Ctrl-C and start it again with \
                <code>groundwork serve --room</code>.</p>

                """
        let content: HTML = """
            <h1>Tell us what you think</h1>
            <p>\(Self.name(collection))</p>
            \(picture)\(typed)<p><strong class="letters">\(CodeWord.spaced(code))</strong></p>
            <p>Your answers are anonymous.</p>
            <div class="actions">\(Piece.link("Back to the training", Address.training(collection.session.ref)))</div>

            """
        return Page(title: "Code \(code)", program: program, section: .trainings, content: content).response()
    }

    /// Asks before it is closed, which can't be undone.
    func confirm(_ request: Request) throws -> Response {
        let (collection, program) = try found(request)
        return page(collection, program, request, "", desk.formID())
    }

    func close(_ request: Request) throws -> Response {
        var operation = CloseCollection()
        operation.session = request.parts["code"] ?? ""
        let accepted = request.form["accepted"].map { Acceptance.only($0) } ?? .nothing
        let address = "\(Address.training(request.parts["ref"] ?? ""))"
        do {
            let done = try desk.done(operation, once: request.form["form"], accepting: accepted)
            return .leads(to: done.entry.map { "\(address)?done=\($0 & 0xFFFF_FFFF)" } ?? address)
        } catch is DoneBefore {
            return .leads(to: "\(address)#evaluations")
        } catch let asked as Unconfirmed {
            guard case .storingMany(let attendance) = asked.consequence else { throw asked }
            let (collection, program) = try found(request)
            let problem = Piece.problem(
                attendance.map { "More than twice as many responses came in as people attended (\($0))." }
                    ?? "Many responses came in, and attendance is not recorded.",
                "<p>Some may have been sent twice. Save all of them, or correct the attendance first.</p>\n"
            )
            let hidden = Piece.hidden("accepted", asked.digest)
            return page(collection, program, request, problem + hidden, request.form["form"] ?? desk.formID(), 409)
        }
    }

    private func page(
        _ collection: ResponseCollection,
        _ program: String,
        _ request: Request,
        _ inner: HTML,
        _ form: String,
        _ status: Int = 200
    ) -> Response {
        let address = Address.training(collection.session.ref)
        let content: HTML = """
            <h1>Close and store the answers?</h1>
            <p>\(Self.name(collection))</p>
            <p>People can't answer anymore after this. Everything that came in is stored in random order. You can't undo \
            it.</p>
            <form method="post" action="\(address)/close/\(collection.code)">\(Piece.hidden("form", form))
            \(inner)<div class="actions"><button class="first">Close and store</button>\
            \(Piece.link("Keep it open", address))</div></form>

            """
        return Page(title: "Close and store", program: program, section: .trainings, content: content).response(status)
    }

    /// `Foundations, Nov 24, 2026`
    private static func name(_ collection: ResponseCollection) -> String {
        collection.title.isEmpty ? collection.day.words : "\(collection.title), \(collection.day.words)"
    }

    /// The open collection of the code in the address, and the program's name.
    private func found(_ request: Request) throws -> (ResponseCollection, String) {
        var operation = ListCollections()
        operation.session = request.parts["ref"]
        let code = request.parts["code"]
        guard let one = try desk.perform(operation).first(where: { $0.collection.code == code }) else {
            throw Trouble.noPage
        }
        return (one.collection, try desk.perform(SuggestTitles()).program)
    }
}
