import SQLite
import Testing

@testable import Records

struct FieldTests {
    private func read(_ shape: Shape, _ text: String, dates: DateStyle = .iso) -> String {
        do { return try shape.plainValue(text, dates: dates, from: .typed).canonical } catch {
            return "✘ \(error.words)"
        }
    }

    @Test(arguments: [
        ("12", "12"), (" 12 ", "12"), ("007", "7"), ("ninety", "✘ is \"ninety\". Use a whole number, such as 90."),
        ("1.5", "✘ is \"1.5\". Use a whole number, such as 90."),
        ("+3", "✘ is \"+3\". Use a whole number, such as 90."),
        ("500", "✘ is \"500\". Use a number from 0 to 100."), ("-1", "✘ is \"-1\". Use a number from 0 to 100."),
    ])
    func `a whole number is read as one, or refused with its range`(text: String, result: String) {
        #expect(read(.wholeNumber(0...100), text) == result)
    }

    @Test(arguments: ["yes", "YES", "true", "1"])
    func `yes has several spellings`(text: String) {
        #expect(read(.yesNo, text) == "yes")
    }

    @Test(arguments: [
        (DateStyle.iso, "2026-11-10", "2026-11-10"), (.dmy, "10/11/2026", "2026-11-10"),
        (.mdy, "11/10/2026", "2026-11-10"), (.ymd, "2026/11/10", "2026-11-10"), (.dmy, "1.2.26", "2026-02-01"),
    ])
    func `a date is read in the style that was said`(style: DateStyle, text: String, day: String) {
        #expect(read(.day, text, dates: style) == day)
    }

    @Test(arguments: [(DateStyle.dmy, "11/13/2026"), (.mdy, "13/11/2026"), (.iso, "10/11/2026"), (.iso, "2026-02-30")])
    func `a date that does not fit its style is refused, never swapped`(style: DateStyle, text: String) {
        #expect(read(.day, text, dates: style).hasPrefix("✘ is \"\(text)\". Write dates as"))
    }

    @Test(arguments: [
        ("2026-11-10", "2026-11-10"), ("2026-11-10T14:00", "2026-11-10T14:00"),
        ("2026-11-10 9:05 AM", "2026-11-10T09:05"), ("2026-11-10 12:00 am", "2026-11-10T00:00"),
        ("2026-11-10T14:00:30", "2026-11-10T14:00"),
    ])
    func `a start is a civil date, with or without a time`(text: String, start: String) {
        #expect(read(.start, text) == start)
    }

    @Test(arguments: ["2026-11-10T25:00", "2026-11-10T14:00Z", "2026-11-10T14:00+02:00", "2026-11-10 14"])
    func `an offset or an impossible time is refused`(text: String) {
        #expect(read(.start, text).hasPrefix("✘"))
    }

    @Test func `an e-mail is written without case`() throws {
        #expect(read(.email, " Jo@Example.ORG ") == "jo@example.org")
        let desk = try Desk()
        let person = try desk.add(.person, ["email": "jo@example.org"])
        try desk.store.change("test") { _ in
            try desk.store.database.execute("UPDATE person SET email = 'Jo@Example.org' WHERE id = \(person.id)")
        }
        let same = try desk.draft(.person, ["email": "JO@example.org"])
        #expect(try desk.store.take(.person, same, update: false) == .unchanged(person))
    }

    @Test func `the order of the organizations of a session is no difference`() throws {
        let desk = try Desk()
        let session = try desk.add(.session, ["organization": "Alder;Birch", "starts": "2026-11-10"])
        let same = try desk.draft(.session, ["organization": "Birch;Alder", "starts": "2026-11-10"])
        #expect(try desk.store.take(.session, same, update: false) == .unchanged(session))
        let other = try desk.draft(.session, ["ref": session.ref, "organization": "Birch;Cedar"])
        #expect(throws: RecordError.differs(.session, session.ref, fields: ["organization"])) {
            try desk.store.take(.session, other, update: false)
        }
    }

    @Test func `a zone that this machine does not know is refused, not taken for UTC`() {
        #expect(read(.timeZone, "America/Los_Angeles") == "America/Los_Angeles")
        #expect(read(.timeZone, "America/Los_Angles").hasPrefix("✘"))
        #expect(read(.timeZone, "../../etc/passwd").hasPrefix("✘"))
        #expect(read(.timeZone, "/etc/localtime").hasPrefix("✘"))
    }

    @Test func `a choice may be written with a space, a hyphen or capitals`() {
        let shape = Shape.choice(["online", "in_person", "hybrid"])
        #expect(read(shape, "In person") == "in_person")
        #expect(read(shape, "in-person") == "in_person")
        #expect(read(shape, "by post") == "✘ is \"by post\". Use one of: online, in_person, hybrid.")
    }

    @Test func `text is read as it is given`() {
        #expect(read(.text, "  a \u{202E}b\u{1}\t ") == "  a \u{202E}b\u{1}\t ")
    }

    @Test func `a personal value is not quoted in an error`() throws {
        let desk = try Desk()
        let field = try #require(RecordType.person.field(named: "email"))
        #expect(throws: RecordError.invalid(field: "email", problem: "is not an e-mail address")) {
            try desk.store.value(field, "wren at clinic", Reading(place: .file, makes: false))
        }
    }

    @Test(arguments: Noun.allCases)
    func `every field reads back what it wrote`(noun: Noun) throws {
        let desk = try Desk()
        try desk.add(.session, ["ref": "s1", "starts": "2026-01-05", "organization": "cci"])
        try desk.add(.person, ["ref": "p-1", "name": "Wren Example"])
        try desk.add(.outlet, ["ref": "box", "title": "Box", "opened": "2026-01-01"])
        try desk.add(.board, ["ref": "pab", "title": "Board", "seats": "9"])
        try desk.add(.meeting, ["ref": "m1", "board": "pab", "held": "2026-03-30"])
        try desk.add(.assessment, ["ref": "a1", "tool": "Our checklist"])
        // Attendance and evaluations are stored by code of their own.
        guard noun != .attendance, noun != .evaluation else { return }
        var draft = Draft()
        let reading = Reading(place: .file, makes: true)
        if noun == .tally {
            let texts = ["question", "option"].compactMap { noun.type.field(named: $0).flatMap(example) }
            try desk.add(.question, ["question": texts[0], "options": texts[1]])
        }
        let fitting = ["commitment made": "1000", "session ends": "2027-12-30", "session kind": "training"]
        for field in noun.type.fields {
            guard let text = fitting["\(noun.rawValue) \(field.name)"] ?? example(field) else { continue }
            draft[field.name] = try desk.store.value(field, text, reading)
        }
        let given = draft
        try desk.store.change("test") { _ in _ = try desk.store.add(noun.type, given) }
        var read: [String: String] = [:]
        try desk.store.forEach(Extract(noun.type)) { row in
            for (index, field) in noun.type.fields.enumerated() { read[field.name] = try row.value(index).plain }
        }
        for (name, value) in given.values where noun != .session || name != "ref" {
            #expect(read[name] == value.canonical, "\(noun.rawValue) \(name)")
        }
    }

    @Test(
        arguments: [
            (
                .organization, "staff",
                .invalid(field: "staff", problem: "can't be cleared. Give another value instead.")
            ),
            (
                .session, "headcount",
                .invalid(field: "headcount", problem: "can't be cleared. Give another value instead.")
            ),
            (.session, "status", .invalid(field: "status", problem: "can't be empty")),
            (.session, "starts", .missing(.session, field: "starts")),
        ] as [(Noun, String, RecordError)]
    )
    func `what has to stand somewhere can't be emptied, and that is said`(
        noun: Noun,
        field: String,
        refusal: RecordError
    ) throws {
        let desk = try Desk()
        try desk.add(.organization, ["ref": "cci", "title": "CCI", "staff": "20"])
        try desk.add(.session, ["ref": "s1", "starts": "2026-01-05", "headcount": "3"])
        let found = try desk.store.find(noun, noun == .session ? "s1" : "cci")
        #expect(throws: refusal) {
            try desk.store.change("test") { _ in
                try desk.store.edit(noun.type, found.id, Draft(), clearing: [field])
            }
        }
    }

    @Test func `a word that is too long for a ref is looked for no further`() throws {
        let desk = try Desk()
        let word = String(repeating: "a", count: 100_000)
        #expect(throws: RecordError.notFound(.session, word, nearest: [])) { try desk.store.find(.session, word) }
    }

    @Test func `every number says what it counts, but where each record says it`() {
        for noun in Noun.allCases {
            for field in noun.type.fields {
                let isSaid = noun == .target && field.name == "value"
                #expect(field.unit.isEmpty == (isSaid || !field.shape.isNumber), "\(noun.plural).\(field.name)")
            }
        }
    }

    private func example(_ field: Field) -> String? {
        switch field.shape {
        case .text: ["status": nil, "metric": "TR-01", "period": "2026-Q2"][field.name] ?? "Some \(field.name)"
        case .email: "wren@clinic.example"
        case .ref: "zz-new"
        case .record(.session): field.name == "session" ? "s1" : nil
        case .record(let noun):
            ["form": "foundations-after", "outlet": "box", "board": "pab", "meeting": "m1", "assessment": "a1"][
                noun.rawValue
            ] ?? "cci"
        case .records: "cci;harbor"
        case .day: "2026-03-31"
        case .start: "2026-04-01T10:30"
        case .timeZone: "Europe/Lisbon"
        case .wholeNumber: field.name == "declined_pay" ? "0" : "3"
        case .hundredths: "0.75"
        case .number: "24"
        case .listedCodes: "form:institutional;service:referrals"
        case .levels: "Opening hours:consult;Supplies:empower"
        case .yesNo: field.name == "cancelled" ? "no" : "yes"
        case .yesNoOrCount: "2"
        case .choice(let words): words.contains("held") ? "held" : words.contains("accepted") ? "accepted" : words.last
        case .code: "outreach"
        case .codes(let list, _): list == "capacity" ? "outreach;training" : list == "service" ? "drop-in" : "own-life"
        case .texts: "One;Two;Three"
        case .facilitators: "Ro Vale:trainer:they/them;Ima Reed"
        }
    }
}
