import Calendar
import Documents
import Intake
import Records

/// What an import answers: one line, or one object, for each file; everything else on standard error.
struct ImportReport {
    let summaries: [ImportSummary]

    var document: Document {
        let rows = summaries.map { fields($0).map(\.cell) }
        let table = Table(columns: summaries.first.map { fields($0).map(\.column) } ?? [], rows: rows)
        let objects = summaries.map { JSON.object(fields($0).map { JSON.Member($0.column.key, $0.cell.json) }) }
        return Document(
            title: nil,
            blocks: [.list(summaries.map(line))].filter { _ in summaries.count > 1 }
                + (summaries.count == 1 ? summaries.map { .sentence(line($0)) } : []),
            data: objects.count == 1 ? objects[0] : .array(objects),
            rows: table
        )
    }

    /// `participants.csv: 24 rows: 20 created, 2 merged, 2 skipped; 18 people are new. Undo: groundwork imports undo 3`
    private func line(_ summary: ImportSummary) -> String {
        let counts = summary.counts
        let parts = [
            (counts.created, "created"), (counts.updated, "updated"), (counts.unchanged, "unchanged"),
            (counts.merged, "merged"), (counts.skipped, "skipped"), (counts.rejected, "rejected"),
        ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        let made = [
            (counts.peopleCreated, "person", "people"),
            (counts.organizationsCreated, "organization", "organizations"),
        ].filter { $0.0 > 0 }.map { "\($0.0) new \($0.0 == 1 ? $0.1 : $0.2)" }
        var line = "\(name(summary)): \(CountWord.of(counts.rows, "row", "rows"))"
        if !parts.isEmpty { line += ": " + parts.joined(separator: ", ") }
        if !made.isEmpty { line += "; " + made.joined(separator: ", ") }
        if summary.dryRun { return line + ". Dry run: nothing was imported." }
        guard let number = summary.importNumber, summary.notes.importedBefore == nil else {
            return line + ". Nothing was imported."
        }
        return line + ". Undo: groundwork imports undo \(number)"
    }

    private func name(_ summary: ImportSummary) -> String { Environment.current.shown(summary.file) }

    private func fields(_ summary: ImportSummary) -> [Document.Field] {
        [
            Document.Field("import", .whole(summary.importNumber.map { Int($0) })),
            Document.Field("file", .text(name(summary))), Document.Field("source", .text(summary.source)),
            Document.Field("dry_run", .yesNo(summary.dryRun)),
        ] + summary.figures.map { Document.Field($0.name, .whole($0.value)) }
    }

    // MARK: - What else is to be said

    /// Lines for standard error.
    var remarks: [String] {
        summaries.flatMap { summary in
            let file = name(summary)
            return words(summary.notes).map { "\(file): \($0)" }
        }
    }

    private func words(_ notes: ImportNotes) -> [String] {
        var lines = ["recognized as \(notes.recognized)"]
        if let before = notes.importedBefore {
            lines.append(
                "already imported as import \(before). To import it again, first run: groundwork imports undo \(before)"
            )
        }
        lines +=
            notes.otherDay.map { "the report is from \($0.report.words), the session is on \($0.session.words)" }.map {
                [$0]
            } ?? []
        if let replaced = notes.replaced { lines.append("replaces the attendance from import \(replaced)") }
        if notes.countsOnly { lines.append("attendees are counted without names") }
        if notes.absent > 0 { lines.append("\(CountWord.people(notes.absent)) registered but did not attend") }
        lines += doubts(notes)
        lines += named("skipped", notes.skipped, always: true)
        if notes.countsOnly {
            lines += numbered(notes.devices, "device counted as an attendee", "devices counted as attendees")
            lines += numbered(notes.hosts, "host not counted as an attendee", "hosts not counted as attendees")
        } else {
            lines +=
                named("counted as one attendee (device name)", notes.devices)
                + named("not counted (host)", notes.hosts)
        }
        lines += notes.bySession.map { "session \($0.name): \(CountWord.of($0.count, "response", "responses"))" }
        lines += odd(notes.beforeSession, "is dated before the session", "are dated before the session")
        lines += odd(
            notes.farFromSession,
            "is dated over a year from the session",
            "are dated over a year from the session"
        )
        lines += notes.rowsBySession.map { "session \($0.name): \(CountWord.of($0.count, "row", "rows"))" }
        lines += listed("not read", notes.unread) + listed("ignored", notes.passedOver)
        lines += listed("never kept", notes.neverKept)
        lines += notes.wordings.compactMap(wording)
        lines += notes.closedMatching.map { "matching is closed for \($0), so codes are not kept" }
        lines += listed("marked as held", notes.sessionsHeld) + listed("new organization", notes.organizationsMade)
        return lines + listed("new course", notes.coursesMade)
    }

    /// What to look at again in words for everybody; the record's own command shows where.
    private func wording(_ found: ImportNotes.Named) -> String? {
        let items = CountWord.of(found.count, "item", "items")
        let list = "groundwork feedback list --published"
        return switch found.name {
        case "repeats": "public wording repeats the person's words in \(items): \(list)"
        case "terms": "public wording to check in \(items): groundwork lint"
        case "names": "public wording has a word that is also a name on file in \(items): \(list)"
        case "contacts": "public answer has an address or phone number in \(items): \(list)"
        case "answers": "public answer did not change in \(items): \(list)"
        default: nil
        }
    }

    /// People who may be missing by name, or be counted twice.
    private func doubts(_ notes: ImportNotes) -> [String] {
        var lines: [String] = []
        if notes.forgotten > 0 {
            let rows = CountWord.of(notes.forgotten, "row is", "rows are")
            lines.append("\(rows) from someone who asked to be forgotten, and counted without a name")
        }
        if let other = notes.namedBefore {
            lines.append("the session already has names from import \(other). Some people may be counted twice")
        }
        return lines
    }

    /// Forms whose day does not go with their session's.
    private func odd(_ sessions: [ImportNotes.Named], _ one: String, _ several: String) -> [String] {
        sessions.prefix(20).map {
            "session \($0.name): \(CountWord.of($0.count, "response \(one)", "responses \(several)"))"
        }
    }

    /// How many there are, where their names are not to be kept.
    private func numbered(_ names: [ImportNotes.Named], _ one: String, _ several: String) -> [String] {
        names.isEmpty ? [] : [CountWord.of(names.count, one, several)]
    }

    private func named(_ what: String, _ names: [ImportNotes.Named], always: Bool = false) -> [String] {
        names.prefix(20).map { name in
            let count = name.count > 1 || always ? " (\(CountWord.of(name.count, "row", "rows")))" : ""
            return "\(what): \(name.name)\(count)"
        }
            + (names.count > 20 ? ["\(what): \(names.count - 20) more"] : [])
    }

    private func listed(_ what: String, _ refs: [String]) -> [String] {
        if refs.isEmpty { return [] }
        let more = refs.count > 5 ? " and \(refs.count - 5) more" : ""
        return ["\(what): \(refs.prefix(5).joined(separator: ", "))\(more)"]
    }
}
