import Calendar
import Records
import SQLite

extension SampleProgram {
    /// Forms that came back: the foundations before, after and weeks later, and for the course about words a before and an
    /// after with a code, so that some of them are matched. A third of the sessions hand forms out.
    mutating func makeEvaluations() throws {
        let (before, after) = try makeCodedForms()
        var returned: [SampleReturns] = []
        for ref in ["foundations-before", "foundations-after", "foundations-followup"] {
            returned.append(SampleReturns(try store.form(store.find(.form, ref).id)))
        }
        returned += [SampleReturns(before), SampleReturns(after)]
        for (number, session) in try evaluated().enumerated() {
            switch session.course {
            case "foundations" where number % 2 == 0: try fillFoundations(session, &returned)
            case "language": try fillCoded(session, &returned)
            default: continue
            }
        }
        for forms in returned { _ = try store.add(evaluations: forms.new, takingEqual: false) }
        for open in try store.openMatchings(before: store.today.adding(days: -60)) {
            try store.closeMatching(of: open.series)
        }
    }

    /// A held session with heads to hand forms to.
    private struct Evaluated {
        let found: Found
        let day: Day
        let heads: Int
        let course: String
    }

    private func evaluated() throws -> [Evaluated] {
        try store.reader.all(
            """
            SELECT s.id, s.ref, s.starts_on, f.attendances, c.ref FROM session AS s
            JOIN session_fact AS f ON f.session_id = s.id JOIN course AS c ON c.id = s.course_id
            WHERE s.status = 'held' AND f.attendances > 3 AND c.ref IN ('foundations', 'language')
            ORDER BY s.starts_on, s.ref
            """
        ) { row in
            Evaluated(
                found: Found(id: try row[0], ref: try row[1]),
                day: try row[2],
                heads: try row[3],
                course: try row[4]
            )
        }
    }

    private mutating func fillFoundations(_ session: Evaluated, _ returned: inout [SampleReturns]) throws {
        try handOut("foundations-after", at: session.found)
        let count = min(session.heads, sequence.number(in: 8...12))
        for _ in 0..<min(session.heads, count + sequence.number(in: 0...2)) {
            returned[0].add(session.found.id, session.day, from: &sequence, gain: 0)
        }
        for _ in 0..<count { returned[1].add(session.found.id, session.day, from: &sequence, gain: 5) }
        let later = session.day.adding(days: sequence.number(in: 30...40))
        guard later <= store.today else { return }
        for _ in 0..<sequence.number(in: 2...max(2, count / 2)) {
            returned[2].add(session.found.id, later, from: &sequence, gain: 3)
        }
    }

    private func handOut(_ form: String, at session: Found) throws {
        try store.edit(Noun.session.type, session.id, Draft(["form": .record(store.find(.form, form))]))
    }

    private mutating func fillCoded(_ session: Evaluated, _ returned: inout [SampleReturns]) throws {
        try handOut("words-after", at: session.found)
        for _ in 0..<min(session.heads, sequence.number(in: 8...12)) {
            var code = SampleCode(&sequence)
            let leaning = sequence.number(in: -4...4)
            returned[3].add(session.found.id, session.day, from: &sequence, gain: leaning, code: code)
            guard sequence.happens(85) else { continue }
            if sequence.happens(10) { code.misremember(&sequence) }
            returned[4].add(session.found.id, session.day, from: &sequence, gain: leaning + 5, code: code)
        }
    }

    /// The two forms of the course about words: the same three items and three parts of a code.
    private func makeCodedForms() throws -> (before: Form, after: Form) {
        func form(_ wave: Form.Wave) throws -> Form {
            let form = SampleForms.coded(wave)
            return try store.form(store.add(form: form).id)
        }
        return (try form(.before), try form(.after))
    }
}

/// A code that somebody makes of what only they know.
private struct SampleCode {
    var parts: [String: String]

    init(_ sequence: inout SampleSequence) {
        parts = [
            "code_birth_day": String(sequence.number(in: 1...31)),
            "code_siblings": String(sequence.number(in: 0...6)),
            "code_street": sequence.one(of: SampleNames.family),
        ]
    }

    mutating func misremember(_ sequence: inout SampleSequence) {
        parts["code_street"] = sequence.one(of: SampleNames.given)
    }
}

/// Forms of one kind that came back.
private struct SampleReturns {
    private(set) var new: NewEvaluations
    private let form: Form

    init(_ form: Form) {
        self.form = form
        new = NewEvaluations(of: form)
    }

    /// Adds one; `gain` moves its Likert answers by tenths of a point.
    mutating func add(
        _ session: Int64,
        _ day: Day,
        from sequence: inout SampleSequence,
        gain: Int,
        code: SampleCode? = nil
    ) {
        let isHasty = sequence.happens(3)
        let answers = new.counted.map { item -> Answer in
            if sequence.happens(isHasty ? 70 : 4) { return .none }
            return answer(item, gain, &sequence)
        }
        // A form without an answer did not come back.
        guard answers.contains(where: { $0 != .none }) else { return }
        new.append(session: session, day: day, answers: answers)
        for item in form.items where item.kind == .commitment && sequence.happens(60) {
            write(sequence.one(of: SampleWords.commitments), at: item)
        }
        for item in form.items where item.kind == .text && sequence.happens(12) {
            write(sequence.one(of: SampleWords.remarks), at: item)
        }
        let places = form.elementPlaces
        for item in form.elements {
            let part = code.flatMap { $0.parts[item.code] }
            if let element = part.flatMap({ CodeElement.normalized($0, digits: item.digits) }) {
                new.append(element: element, place: places[item.position] ?? 1)
            }
        }
    }

    private mutating func write(_ text: String, at item: FormItem) {
        var copy = text
        copy.withUTF8 { new.append(words: UnsafeRawBufferPointer($0), position: item.position) }
    }

    private func answer(_ item: FormItem, _ gain: Int, _ sequence: inout SampleSequence) -> Answer {
        let choices = form.choices(of: item)
        switch item.kind {
        case .likert:
            // Somebody's answer in tenths of a point, around 3.4 before and 3.9 after.
            let base = item.kirkpatrick == 1 ? 42 : 34
            let tenths = base + gain + sequence.number(in: -9...9) + sequence.number(in: -9...9)
            return Answer(whole: min(5, max(1, (tenths + 5) / 10)))
        case .choices:
            let ticked = choices.filter { _ in sequence.happens(62 + gain * 4) }
            return ticked.isEmpty ? .none : Answer(whole: ticked.reduce(0) { $0 | 1 << ($1.place - 1) })
        case .recommend: return Answer(number: Double(min(10, 5 + sequence.number(in: 0...6))))
        case .number: return Answer(number: Double(sequence.number(in: 0...10)))
        default: return choices.isEmpty ? .none : new.answer(sequence.one(of: choices))
        }
    }
}

/// The forms of the sample program that are not there from the start.
private enum SampleForms {
    /// A form about words, with the parts of a code.
    static func coded(_ wave: Form.Wave) -> Form {
        var items = [
            ("pause", "Before I speak I ask myself how a word will be heard."),
            ("instead", "I know another word for one that blames."),
            ("speak_up", "I speak up when a colleague uses a word that hurts."),
        ].enumerated().map { index, question -> FormItem in
            var item = FormItem(position: index + 1, code: question.0, kind: .likert, label: question.1)
            (item.list, item.slot, item.scale, item.kirkpatrick) = ("agree", index + 1, "words", 2)
            (item.min, item.max) = (1, 5)
            return item
        }
        let parts: [(code: String, label: String, digits: Int?)] = [
            ("code_birth_day", "On which day of the month were you born?", 2),
            ("code_siblings", "How many older siblings do you have, living and deceased?", nil),
            ("code_street", "What was the first street called that you remember living in?", nil),
        ]
        for (index, part) in parts.enumerated() {
            var item = FormItem(position: index + 4, code: part.code, kind: .element, label: part.label)
            item.digits = part.digits
            items.append(item)
        }
        let labels = ["Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree"]
        return Form(
            ref: "words-\(wave.rawValue)",
            title: "Words that keep the door open: \(wave.rawValue)",
            wave: wave,
            items: items,
            choices: [
                "agree": labels.enumerated().map {
                    FormChoice(place: $0 + 1, name: String($0 + 1), label: $1, value: $0 + 1)
                }
            ],
            scales: [
                FormScale(
                    code: "words",
                    title: "Care with words",
                    scoring: .mean,
                    minValid: nil,
                    direction: .higherIsBetter
                )
            ]
        )
    }
}
