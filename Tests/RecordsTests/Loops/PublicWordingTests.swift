import Language
import SQLite
import Testing

@testable import Records

/// Which words of an item of feedback may stand on a page that leaves the team, by whichever way they come.
struct PublicWordingTests {
    let desk: Desk
    let box: Found

    init() throws {
        desk = try Desk()
        box = try desk.add(.outlet, ["ref": "box", "title": "Box", "opened": "2026-07-01"])
        try desk.add(.person, ["name": "Wren Heron"])
        try desk.add(.person, ["name": "Søren Óscar Pike"])
        try desk.add(.person, ["name": "Tern"])
        try desk.add(.session, ["ref": "s1", "starts": "2026-11-10", "facilitators": "Ibis Rail:lead:they/them"])
    }

    private var store: Store { desk.store }

    private func heard(_ words: String = "The door was locked when I came at noon", mayPost: Bool? = nil) throws
        -> Found
    {
        try store.change("heard") { _ in try store.hear(box, words, mayPost: mayPost) }
    }

    private func answered(_ words: String = "The door was locked when I came at noon", mayPost: Bool? = nil) throws
        -> Found
    {
        let item = try heard(words, mayPost: mayPost)
        try store.change("answered") { _ in try store.answer(feedback: item, "A bell was fitted", told: .poster) }
        return item
    }

    private func refusal(_ body: () throws -> Void) -> String {
        do {
            try store.change("test") { _ in try body() }
            return "stored"
        } catch let error as RecordError {
            return error.message
        } catch {
            return "\(error)"
        }
    }

    private func words(_ item: Found) throws -> [String?] {
        try store.database.one("SELECT public_wording, public_answer FROM feedback WHERE id = \(item.id)") {
            [try $0[0], try $0[1]]
        } ?? []
    }

    @Test func `an answer releases nothing, a wording releases itself and a copy of the answer`() throws {
        let item = try answered()
        #expect(try words(item) == [nil, nil])
        try store.change("feedback publish") { _ in try store.publish(feedback: item, as: .words(" Opening hours ")) }
        #expect(try words(item) == ["Opening hours", "A bell was fitted"])
        try store.change("feedback publish") { _ in
            try store.publish(feedback: item, as: .words("Hours"), answer: "There is a bell")
        }
        #expect(try words(item) == ["Hours", "There is a bell"])
        // A public answer that somebody gave is not taken back by a new wording.
        try store.change("feedback publish") { _ in try store.publish(feedback: item, as: .words("Opening times")) }
        #expect(try words(item) == ["Opening times", "There is a bell"])
        try store.change("feedback unpublish") { _ in try store.unpublish(feedback: item) }
        #expect(try words(item) == [nil, nil])
        #expect(refusal { try store.unpublish(feedback: item) } == "\(item.ref) has no public wording to remove")
        _ = try store.undo()
        #expect(try words(item) == ["Opening times", "There is a bell"])
    }

    @Test func `the answer and the wording can be given at once, and same confirms what was written down`() throws {
        let first = try heard()
        let second = try heard("More tea")
        try store.change("answered") { _ in
            try store.answer(feedback: first, "A bell was fitted", as: .words("Opening hours"))
            try store.answer(feedback: second, "There is tea", as: PublicWording(" Same "))
        }
        #expect(try words(first) == ["Opening hours", "A bell was fitted"])
        #expect(try words(second) == ["More tea", "There is tea"])
        let wordless = try desk.add(.feedback, ["outlet": "box", "received": "2026-11-01", "kind": "thanks"])
        #expect(
            refusal { try store.answer(feedback: wordless, "Passed on", as: .same) }
                == "\(wordless.ref) has no summary to use"
        )
    }

    @Test func `an item without an answer can't be published`() throws {
        let item = try heard()
        #expect(
            refusal { try store.publish(feedback: item, as: .words("Hours")) }
                == "\(item.ref) has not been answered yet, so there is nothing to publish"
        )
        let undated = try store.change("import") { _ in
            try store.database.execute("UPDATE feedback SET answered_on = received_on WHERE id = \(item.id)")
            return item
        }
        #expect(
            refusal { try store.publish(feedback: undated, as: .words("Hours")) }
                == "public_answer: there is no answer to copy. Give a public answer."
        )
        #expect(
            refusal { try store.publish(feedback: undated, as: .words("Hours"), answer: "There is a bell") }
                == "answer: it has an answer date but no answer"
        )
    }

    @Test(
        arguments: [
            ("Write to wren@clinic.example", "an address or phone number"),
            ("Call (206) 555-0142", "an address or phone number"),
            ("Call 206–555–0142", "an address or phone number"),
            ("Call 555\u{2011}0142", "an address or phone number"),
            ("Call ２０６ ５５５ ０１４２", "an address or phone number"),
            ("wren＠clinic.example", "an address or phone number"),
            ("Wren Heron was at the door", "the full name of someone on file"),
            ("wren heron's shift", "the full name of someone on file"),
            ("It was HERON, WREN", "the full name of someone on file"),
            ("Wren Q. Heron closed early", "the full name of someone on file"),
            ("Soren Pike closed early", "the full name of someone on file"),
            ("Ibis Rail spoke too fast", "the full name of someone on file"),
        ]
    )
    func `a wording that leads to somebody is refused, and names nobody`(wording: String, problem: String) throws {
        let item = try answered()
        for refusal in [
            refusal { try store.publish(feedback: item, as: .words(wording)) },
            refusal {
                try store.edit(.feedback, item.id, Draft(["public_wording": .text(wording)]))
            },
            refusal {
                _ = try store.add(
                    .feedback,
                    try desk.draft(
                        .feedback,
                        [
                            "outlet": "box", "received": "2026-11-01", "summary": "Tea", "answered": "2026-11-02",
                            "answer": "There is tea", "public_wording": wording,
                        ]
                    )
                )
            },
        ] {
            #expect(refusal.hasPrefix("public_wording: it has \(problem)"), "\(refusal)")
            for name in ["eron", "wren", "Pike", "Ibis", "0142"] { #expect(!refusal.contains(name)) }
        }
        #expect(try words(item) == [nil, nil])
    }

    @Test(arguments: [
        "The wren and the heron were at the door", "The rail, an ibis and terns",
        "Open from 9.30 to 17.00 since 2026-11-10",
        "The heron wrens", "A pike", "24/7 since 11/24/2026",
    ])
    func `a wording that leads to nobody is stored`(wording: String) throws {
        let item = try answered()
        #expect(refusal { try store.publish(feedback: item, as: .words(wording)) } == "stored")
    }

    @Test func `an answer that leads to somebody is not copied, and may be given for everybody`() throws {
        let item = try heard()
        try store.change("answered") { _ in try store.answer(feedback: item, "Call our line, 206 555 0142") }
        #expect(
            refusal { try store.publish(feedback: item, as: .words("Hours")) }
                == "public_answer: the answer has an address or phone number, and everyone could read it"
        )
        try store.change("publish") { _ in
            try store.publish(feedback: item, as: .words("Hours"), answer: "Our line: 206 555 0142")
        }
        let remarks = try store.remarks(onFeedback: item.id, given: ["public_wording"])
        #expect(remarks == [.holdsContact])
        #expect(
            refusal { try store.publish(feedback: item, as: .words("Hours"), answer: "Wren Heron has a key") }
                == "public_answer: it has the full name of someone on file. Leave it out."
        )
    }

    @Test func `an item whose giver asked not to be posted is refused, and that is final`() throws {
        let item = try answered(mayPost: false)
        let no = "public_wording: the person asked not to post this"
        #expect(refusal { try store.publish(feedback: item, as: .words("Hours")) } == no)
        #expect(refusal { try store.edit(.feedback, item.id, Draft(["public_wording": .text("Hours")])) } == no)
        let other = try heard(mayPost: false)
        #expect(refusal { try store.answer(feedback: other, "A bell", as: .words("Hours")) } == no)
        #expect(
            refusal {
                try store.edit(
                    .feedback,
                    item.id,
                    Draft(["public_wording": .text("Hours"), "may_post": .yesNo(true)])
                )
            } == "may_post: the person asked not to post this, and that is final"
        )
        #expect(
            refusal { try store.edit(.feedback, item.id, Draft(), clearing: ["may_post"]) }
                == "may_post: the person asked not to post this, and that is final"
        )
        #expect(throws: (any Error).self) {
            try store.database.execute(
                "UPDATE feedback SET public_wording = 'Hours', public_answer = 'A bell' WHERE id = \(item.id)"
            )
        }
    }

    @Test func `who asks not to be posted later is taken off the pages`() throws {
        let item = try answered(mayPost: true)
        try store.change("publish") { _ in try store.publish(feedback: item, as: .words("Hours")) }
        let changed = try store.change("edit") { _ in
            try store.edit(.feedback, item.id, Draft(["may_post": .yesNo(false)]))
        }
        #expect(changed.sorted() == ["may_post", "public_answer", "public_wording"])
        #expect(try words(item) == [nil, nil])
        _ = try store.undo()
        #expect(try words(item) == ["Hours", "A bell was fitted"])
    }

    @Test func `an import is taken back though its wording was changed since, and what can't be is named`() throws {
        let item = try answered()
        try store.change("first") { _ in try store.publish(feedback: item, as: .words("Hours"), answer: "A bell") }
        let first = try #require(try store.database.value("SELECT max(id) FROM history", as: Int64.self))
        try store.change("second") { _ in try store.publish(feedback: item, as: .words("Opening hours")) }
        let entry = try #require(try store.entry(first))
        let undone = try store.takeBack(entry, by: "imports undo")
        #expect(undone.kept == ["feedback \(item.ref)"])
        #expect(try words(item) == ["Opening hours", "A bell"])
    }

    @Test func `a wording never stands without its answer or before it`() throws {
        let item = try answered()
        #expect(
            refusal { try store.edit(.feedback, item.id, Draft(["public_answer": .text("A bell")])) }
                == "public_wording: a public wording and a public answer go together. To remove both, use feedback unpublish."
        )
        try store.change("publish") { _ in try store.publish(feedback: item, as: .words("Hours")) }
        #expect(
            refusal { try store.edit(.feedback, item.id, Draft(), clearing: ["answered", "answer", "told"]) }
                == "public_wording: answer the item before you publish it"
        )
        #expect(
            refusal { try store.edit(.feedback, item.id, Draft(["public_wording": .text(" ")])) }
                == "public_wording: give a wording. To remove it, use feedback unpublish."
        )
        try store.change("edit") { _ in try store.edit(.feedback, item.id, Draft(), clearing: ["public_wording"]) }
        #expect(try words(item) == [nil, nil])
    }

    @Test func `words with an address stay inside, and may be told about in others`() throws {
        let item = try heard("Call me at 206 555 0142 about the door")
        #expect(refusal { try store.answer(feedback: item, "A bell", told: .poster) }.hasPrefix("told: "))
        #expect(
            refusal { try store.answer(feedback: item, "A bell", told: .poster, as: .same) }.hasPrefix(
                "public_wording: "
            )
        )
        #expect(refusal { try store.answer(feedback: item, "A bell", told: .poster, as: .words("Hours")) } == "stored")
    }

    @Test(
        arguments: [
            ("The door was locked when nobody expected it", ["repeats"]),
            ("the DOOR, was: locked; when!", ["repeats"]),
            ("The door was locked", []), ("Locked at noon, when I came", []),
            ("Tern closed early", ["names"]), ("A tern closed early", []),
            ("The syringe exchange closed early", ["terms"]),
        ]
    )
    func `what should be looked at again is said, and stored`(wording: String, remarks: [String]) throws {
        let item = try answered()
        try store.change("publish") { _ in try store.publish(feedback: item, as: .words(wording)) }
        let found = try store.remarks(onFeedback: item.id, given: ["public_wording"])
        #expect(found.map(\.name) == remarks)
        #expect(try words(item).first == wording)
    }

    @Test func `confirmed words are not called a repetition, and a changed answer is called to mind`() throws {
        let item = try answered()
        try store.change("publish") { _ in try store.publish(feedback: item, as: .same) }
        #expect(try store.remarks(onFeedback: item.id, given: ["public_wording"], isConfirmed: true).isEmpty)
        #expect(try store.remarks(onFeedback: item.id, given: ["public_wording"]).map(\.name) == ["repeats"])
        try store.change("edit") { _ in try store.edit(.feedback, item.id, Draft(["answer": .text("Two bells")])) }
        #expect(try words(item).last == "A bell was fitted")
        #expect(try store.remarks(onFeedback: item.id, given: ["answer"]) == [.answerStaysAsItWas])
        #expect(try store.remarks(onFeedback: item.id, given: ["kind"]).isEmpty)
    }

    @Test func `check names a wording that holds a name which came later`() throws {
        let item = try answered()
        try store.change("publish") { _ in try store.publish(feedback: item, as: .words("Plover Finch was kind")) }
        #expect(try store.check().isEmpty)
        try desk.add(.person, ["name": "Plover Finch"])
        let found = try #require(try store.check().first)
        #expect(found.rule == "wording" && !found.words.contains("Plover"))
        #expect(found.words.contains(item.ref))
    }

    @Test func `lists keep what is published, and what may be`() throws {
        let open = try answered("One")
        let shown = try answered("Two")
        let kept = try answered("Three", mayPost: false)
        _ = try heard("Four")
        try store.change("publish") { _ in try store.publish(feedback: shown, as: .same) }
        func refs(_ name: String) throws -> [String] {
            let condition = try #require(RecordType.feedback.condition(named: name))
            var refs: [String] = []
            try store.forEach(Extract(.feedback, RecordFilter(conditions: [condition], asOf: store.today))) {
                refs.append(try $0.text(0))
            }
            return refs
        }
        #expect(try refs("published") == [shown.ref])
        #expect(try refs("unpublished") == [open.ref])
        #expect(kept.ref != open.ref)
    }

    @Test func `an export without free text holds no public words, the history keeps them inside`() throws {
        let item = try answered()
        try store.change("publish") { _ in try store.publish(feedback: item, as: .words("Opening hours")) }
        let names = Extract.deidentified(.feedback).fields.map(\.name)
        #expect(!names.contains("public_wording") && !names.contains("public_answer") && names.contains("may_post"))
        #expect(
            Extract(.feedback).fields.map(\.name).suffix(6).prefix(3) == [
                "public_wording", "public_answer", "may_post",
            ]
        )
        #expect(KeptInside.holds("public_wording", of: "feedback") && KeptInside.holds("public_answer", of: "feedback"))
    }
}
