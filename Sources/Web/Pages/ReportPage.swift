import Documents
import Files
import Intake
import Records
import Service
import Wording

/// Adding a report of who came to a session: a file that a meeting's program made.
extension TrainingPages {
    func report(_ request: Request) throws -> Response { try reportPage(try training(request), nil) }

    /// Takes the file in, wholly or not at all.
    func addReport(_ request: Request) throws -> Response {
        let page = try training(request)
        guard let file = request.files.first(where: { $0.field == "file" }), !file.bytes.isEmpty else {
            return try reportPage(page, Piece.problem("Choose a file first. Nothing was saved."))
        }
        var asked = ImportRequest(kind: .attendance, files: [])
        // A name that somebody gave the file may be about people, and is not kept.
        asked.handed = [FileBytes(bytes: file.bytes, name: "report")]
        asked.session = page.training.found.ref
        asked.keep = request.form["keep"] == "names" ? .names : nil
        asked.update = request.form["update"] == "yes"
        do {
            let done = try desk.done(ImportFiles(asked))
            if let before = done.result.first?.notes.importedBefore {
                let words = "You already imported this file (import \(before)). Nothing was saved again."
                return try reportPage(page, Piece.problem(words))
            }
            let address = Address.training(page.training.found.ref)
            return .leads(to: done.entry.map { "\(address)?done=\($0 & 0xFFFF_FFFF)" } ?? address)
        } catch let refused as ImportRefused {
            return try reportPage(page, problem(refused))
        } catch let error as RecordError {
            return try reportPage(page, Piece.problem(Refusal(error).title, "<p>Nothing was saved.</p>\n"))
        }
    }

    /// What is wrong with a file, and where.
    private func problem(_ refused: ImportRefused) -> HTML {
        let lines = refused.issues.prefix(10).map { issue -> HTML in
            let place = issue.line.map { "Line \($0): " } ?? ""
            let column = issue.column.map { "\($0): " } ?? ""
            let advice = issue.advice.flatMap { $0.steps.isEmpty ? " \($0.words)" : nil } ?? ""
            return "<li>\(place)\(column)\(issue.what).\(advice)</li>\n"
        }
        let more: HTML = refused.count > lines.count ? "<p>And \(refused.count - lines.count) more.</p>\n" : ""
        return Piece.problem("This file can't be added. Nothing was saved.", "<ul>\n\(lines.joined())</ul>\n\(more)")
    }

    private func reportPage(_ page: TrainingPage, _ problem: HTML?) throws -> Response {
        let address = Address.training(page.training.found.ref)
        let isCounted = page.training.attendance != nil
        let names = Field(
            name: "keep",
            label: "Names",
            hint: "For staff, names help to count each person once.",
            kind: .choice([("", "As usual for this audience"), ("names", "Keep names")])
        )
        let update: HTML =
            isCounted
            ? """
            <div class="field"><label for="update"><input type="checkbox" id="update" name="update" value="yes">\
            Replace an earlier report of this training</label></div>

            """ : ""
        let content: HTML = """
            <h1>Add the Zoom report</h1>
            <p>\(Words.name(page.training))</p>
            \(problem ?? "")<form method="post" action="\(address)/report" enctype="multipart/form-data">
            <div class="field">
            <label for="file">The report, as Zoom gives it</label>
            <p class="hint" id="file-hint">A CSV file: in Zoom, open Reports, then Usage, and export the participants. A \
            registration or attendee report works too.</p>
            <input type="file" id="file" name="file" accept=".csv,.txt,.tsv,text/csv" required aria-describedby="file-hint">
            </div>
            \(names.html)\(update)<div class="actions"><button class="first">Add the report</button>\
            \(Piece.link("Back to the training", address))</div>
            </form>

            """
        return Page(title: "Add the Zoom report", program: page.program, section: .trainings, content: content)
            .response(problem == nil ? 200 : 422)
    }
}
