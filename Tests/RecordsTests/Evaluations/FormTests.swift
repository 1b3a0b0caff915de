import SQLite
import Testing

@testable import Records

struct FormTests {
    let desk: Desk

    init() throws { desk = try Desk() }

    private var store: Store { desk.store }

    /// A form of two Likert items that make a scale, and a number.
    private func form(_ ref: String = "short") -> Form {
        var items = ["a", "b"].enumerated().map { index, code in
            var item = FormItem(position: index + 1, code: code, kind: .likert, label: "\(code)?")
            (item.list, item.slot, item.scale, item.min, item.max) = ("agree", index + 1, "s", 1, 3)
            return item
        }
        items[1].isReversed = true
        var number = FormItem(position: 3, code: "n", kind: .number, label: "How many?")
        (number.slot, number.min, number.isWhole, number.key) = (3, 0, true, ["4"])
        return Form(
            ref: ref,
            title: "Short",
            items: items + [number],
            choices: [
                "agree": (1...3).map {
                    FormChoice(
                        place: $0,
                        name: "\($0)",
                        label: "Label \($0)",
                        value: $0,
                        also: ["L \($0)", "l. \($0)"]
                    )
                }
            ],
            scales: [
                FormScale(code: "s", title: "S", scoring: .sum, minValid: 2, direction: .neutral)
            ]
        )
    }

    @Test func `a stored form is read back as it was`() throws {
        let found = try store.change("form add") { _ in try store.add(form: form()) }
        let read = try store.form(found.id)
        #expect(read.items == form().items)
        #expect(read.choices == form().choices)
        #expect(read.scales == form().scales)
        #expect(read.ref == "short")
    }

    @Test func `a form that has a fault is not stored`() throws {
        let faulty = Form(ref: "faulty", title: "Faulty", items: [])
        #expect(throws: RecordError.refused("the form has no questions", advice: nil)) {
            try store.change("form add") { _ in try store.add(form: faulty) }
        }
        #expect(try desk.value("SELECT count(*) FROM form WHERE ref = 'faulty'") == 0)
    }

    @Test func `adding and removing a form are taken back whole`() throws {
        let empty = try desk.content()
        let found = try store.change("form add") { _ in try store.add(form: form()) }
        let full = try desk.content()
        try store.change("form remove") { _ in try store.remove(.form, found) }
        #expect(try desk.value("SELECT count(*) FROM form_item WHERE form_id = \(found.id)") == 0)
        #expect(try store.undo().kept == [])
        #expect(try desk.content() == full)
        #expect(try store.undo().kept == [])
        #expect(try desk.content() == empty)
    }

    @Test func `a form with evaluations stays, and so does their session`() throws {
        let found = try store.change("form add") { _ in try store.add(form: form()) }
        let session = try desk.add(.session, ["organization": "CCI", "course": "foundations", "starts": "2026-11-10"])
        try store.change("evaluation add") { _ in
            try store.database.execute(
                "INSERT INTO evaluation (id, form_id, session_id, answered, a1) VALUES (7, \(found.id), \(session.id), 1, 3)"
            )
        }
        #expect(throws: RecordError.inUse(.form, "short", by: "1 evaluation")) {
            try store.change("form remove") { _ in try store.remove(.form, found) }
        }
        #expect(throws: RecordError.inUse(.session, session.ref, by: "1 evaluation")) {
            try store.change("session remove") { _ in try store.remove(.session, session) }
        }
        #expect(try store.evaluations(of: found) == 1)
    }

    @Test func `a ref is never given to another form`() throws {
        let found = try store.change("form add") { _ in try store.add(form: form()) }
        try store.change("form remove") { _ in try store.remove(.form, found) }
        #expect(throws: RecordError.refGone(.form, "short")) {
            try store.change("form add") { _ in try store.add(form: form()) }
        }
    }

    @Test func `the forms that ship have no fault, and say that nobody has validated them`() throws {
        let forms = try store.forms()
        #expect(forms.map(\.ref) == ["foundations-after", "foundations-before", "foundations-followup"])
        for form in forms {
            #expect(form.faults == [], "\(form.ref)")
            #expect(form.title.contains("not validated"))
            #expect(form.id < 1 << 32)
            #expect(form.elements.isEmpty, "matching is off unless a form asks for a code")
            #expect(form.items.map(\.position) == Array(1...form.items.count))
            let slots = form.items.compactMap(\.slot)
            #expect(slots == Array(1...slots.count))
            #expect(form.items.allSatisfy { $0.kind.isCounted == ($0.slot != nil) })
        }
        #expect(Set(forms.map(\.wave)) == Set(Form.Wave.allCases))
    }

    @Test func `before and after share their items, so that they can be compared`() throws {
        let (after, before) = (try store.forms()[0], try store.forms()[1])
        #expect(after.scales == before.scales)
        for item in before.items {
            let other = try #require(after.item(item.code))
            #expect(other.label == item.label)
            #expect(other.key == item.key)
            #expect(after.choices(of: other) == before.choices(of: item))
        }
        let principles = try store.codes(in: "principle").filter { $0.version == "six" }
        let item = try #require(after.item("resonates"))
        #expect(after.choices(of: item).map(\.name) == principles.map(\.code))
        #expect(item.principleVersion == "six")
    }

    @Test func `our own items have no fault, and read the same in the forms that use them`() throws {
        #expect(ItemBank.form.faults == [])
        for form in try store.forms() {
            for item in form.items {
                guard let own = ItemBank.form.item(item.code) else { continue }
                #expect(own.label == item.label)
                #expect(own.kind == item.kind)
                #expect(own.key == item.key)
            }
        }
    }

    @Test func `every instrument is named once, in order, and says where it is published and what is allowed`() {
        #expect(Instrument.all.map(\.code) == Set(Instrument.all.map(\.code)).sorted())
        #expect(Instrument.all.allSatisfy { !$0.citation.isEmpty && !$0.rights.isEmpty })
        #expect(Instrument.named("OMS-HC-15")?.range == 1...5)
    }

    @Test(arguments: [
        ("  Strongly\u{A0}Agree ", "strongly agree"), ("N/A", "n/a"), ("a\u{200B}b\t c", "ab c"), ("ÉCOLE", "école"),
        ("", ""),
    ])
    func `spellings of an answer are compared without case, width and kind of spaces`(text: String, folded: String) {
        #expect(AnswerSpelling.folded(text) == folded)
    }

    @Test func `one question more than there are columns for answers is one too many`() {
        var items = (1...97).map { FormItem(position: $0, code: "q\($0)", kind: .recommend, label: "Q?") }
        for index in items.indices { (items[index].min, items[index].max) = (0, 10) }
        #expect(Form(ref: "f", title: "F", items: Array(items.dropLast())).faults == [])
        let faults = Form(ref: "f", title: "F", items: items).faults
        #expect(faults.map(\.place) == [.item(96)])
    }

    private func faults(_ change: (inout [FormItem], inout [FormScale], inout [FormChoice]) -> Void) -> [String] {
        let plain = form()
        var (items, scales, choices) = (plain.items, plain.scales, plain.choices["agree"] ?? [])
        change(&items, &scales, &choices)
        let form = Form(ref: "f", title: "F", items: items, choices: ["agree": choices], scales: scales)
        return form.faults.map(\.what)
    }

    @Test func `a scale is not named like a question, whose figures would have its names`() {
        let found = faults { items, scales, _ in
            for index in 0..<2 { items[index].scale = "A" }
            scales = [FormScale(code: "A", title: "A", scoring: .sum, minValid: nil, direction: .neutral)]
        }
        #expect(found == ["\"A\" is also the name of a question. Choose another name."])
    }

    @Test(arguments: ["q.before", "q.P", "q.dav", "a.net"])
    func `no code ends as figures of reports do`(code: String) {
        let ending = "." + (code.split(separator: ".").last ?? "").lowercased()
        let words = "\"\(code)\" ends in \(ending), which is reserved for reports. Choose another name."
        #expect(faults { items, _, _ in items[2].replaceCode(by: code) } == [words])
        let scale = faults { items, scales, _ in
            for index in 0..<2 { items[index].scale = code }
            scales = [FormScale(code: code, title: "A", scoring: .sum, minValid: nil, direction: .neutral)]
        }
        #expect(scale == [words])
        #expect(faults { items, _, _ in items[2].replaceCode(by: "q.other") } == [])
    }

    @Test(arguments: [1_000_001, -1_000_001, Int.max, Int.min, Int.min + 1])
    func `a choice stands for a number that can be reckoned with`(value: Int) throws {
        let found = faults { items, scales, choices in
            (items, scales) = ([items[2]], [])
            choices[0] = FormChoice(place: 1, name: "far", label: "Far", value: value)
        }
        #expect(found == ["\"far\" has the value \(value). Use at most seven digits."])
        #expect(throws: DatabaseError.self) {
            try store.database.execute(
                """
                INSERT INTO form_choice (form_id, position, list, place, name, label, value)
                VALUES (1, 99, 'x', 1, 'far', 'Far', \(value))
                """
            )
        }
    }

    @Test(arguments: ["-5e-324", "5e-324", "-0.0", "-2.2e-308", "-1e-310"])
    func `a number that nobody can tell from 0 is 0, and no name of a choice`(text: String) throws {
        let number = try #require(Double(text))
        #expect(Answer(number: number) == Answer(number: 0))
        #expect(Answer(number: number).name == nil)
        #expect(Answer(number: number) != .none)
    }

    @Test(arguments: [Int.min, Int.min + 1, Int.min + 2, -1, 0, Int.max])
    func `no value of a choice is the name of another`(value: Int) {
        #expect(Answer(whole: value).name == nil)
        #expect(Answer(whole: value) != .none)
    }
}

extension FormItem {
    /// The same question under another code.
    fileprivate mutating func replaceCode(by code: String) {
        var item = FormItem(position: position, code: code, kind: kind, label: label)
        (item.slot, item.min, item.isWhole, item.key) = (slot, min, isWhole, key)
        self = item
    }
}
