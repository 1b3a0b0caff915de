import Documents
import Records
import Service

/// All that is held about somebody, as they may ask to see it.
enum HeldDocument {
    /// Of a person who has a row.
    static func of(_ shown: ShownPerson, _ everything: HeldAboutPerson) -> Document {
        let (person, held) = (shown.record, everything.held)
        let sessions = Table(
            columns: ["session", "day", "role", "status", "minutes", "file"].map { Column(key: $0) },
            rows: held.attendance.map { row in
                [
                    .text(row.session), .day(row.day), .text(row.role), .text(row.status), .whole(row.minutes),
                    .text(row.file),
                ]
            }
        )
        let history = Table(columns: HistoryCommand.columns, rows: everything.history.map(HistoryCommand.cells))
        let refs = held.otherRefs.isEmpty ? [] : ["Also known here as \(held.otherRefs.joined(separator: ", "))."]
        let named = NamedTables(held.byName)
        let blocks: [Document.Block] =
            person.blocks + refs.map { .sentence($0) } + [
                .heading("Sessions"), sessions.rows.isEmpty ? .sentence("None.") : .table(sessions),
            ] + named.blocks + [
                .heading("History"), history.rows.isEmpty ? .sentence("None.") : .table(history),
                .note("Evaluations are anonymous. No one can tell who gave which, so none are shown here."),
                .note(NamedTables.ending),
            ]
        let data: JSON = [
            "person": person.data, "refs": .array(held.otherRefs.map { .string($0) }), "attendance": sessions.json,
            "facilitated": named.facilitated.json, "file_names": .integer(held.byName.files),
            "texts": named.texts.json, "history": history.json,
        ]
        return Document(
            title: "Everything on file about \(shown.found.ref)",
            blocks: blocks,
            data: data,
            rows: sessions
        )
    }

    /// Of a name that was typed.
    static func of(_ held: HeldByName) -> Document {
        let named = NamedTables(held.found)
        let refs = held.people.map(\.ref)
        let advice = refs.first.map { ". See: groundwork person show \($0) --everything" } ?? "."
        let blocks: [Document.Block] =
            [
                .heading("People"),
                .sentence(refs.isEmpty ? "No person on file has this name." : refs.joined(separator: ", ") + advice),
            ] + named.blocks + [.note(NamedTables.ending)]
        let data: JSON = [
            "people": .array(refs.map { .string($0) }), "facilitated": named.facilitated.json,
            "file_names": .integer(named.found.files), "texts": named.texts.json,
        ]
        return Document(
            title: "Everything on file under this name",
            blocks: blocks,
            data: data,
            rows: named.facilitated
        )
    }
}

/// What is found by somebody's name, as tables.
private struct NamedTables {
    let found: ForgetPreview

    init(_ found: ForgetPreview) { self.found = found }

    static let ending = """
        When you forget someone, Groundwork removes their name, e-mail and job role, their name and pronouns as \
        facilitator, \
        and their name from the history and from file names. Sessions, roles and counts stay, without a name. Staff \
        check \
        the texts.
        """

    var facilitated: Table {
        let rows = (found.facilitated.map { ($0, "likely") } + found.unclear.map { ($0, "unclear") }).map {
            one,
            isSame in
            [.text(one.session.ref), .day(one.day), .text(one.role), .text(one.pronouns), .text(isSame)] as [Cell]
        }
        return Table(
            columns: [
                Column(key: "session"), Column(key: "day"), Column(key: "role"), Column(key: "pronouns"),
                Column(key: "same_person", title: "same person"),
            ],
            rows: rows
        )
    }

    var texts: Table {
        Table(
            columns: [Column(key: "place"), Column(key: "count"), Column(key: "where")],
            rows: found.places.map { [.text($0.place), .whole($0.count), .text($0.records.joined(separator: ", "))] }
        )
    }

    var blocks: [Document.Block] {
        let files = found.files == 1 ? "1 imported file has" : "\(found.files) imported files have"
        return [
            .heading("Facilitated"),
            facilitated.rows.isEmpty ? .sentence("No session.") : .table(facilitated),
        ]
            + (facilitated.rows.isEmpty
                ? [] : [.note("Facilitators are on file by name only. Make sure it is the same person.")])
            + (found.files == 0 ? [] : [.sentence("\(files) this name in the file name.")])
            + [.heading("Texts with the full name"), texts.rows.isEmpty ? .sentence("None.") : .table(texts)]
    }
}
