import Records
import Support
import Testing

@testable import Commands

/// No error repeats what a file, or somebody who looks a person up, says of a person: wherever in a file it stands.
@Suite struct NamesInErrorsTests {
    static let person = "Quilla Underbough"

    /// Whether an answer repeats any part of the name; a ref that was made of a title is another matter.
    private func repeats(_ answer: Desk.Answer) -> Bool {
        let text = answer.code == 0 ? answer.errors : answer.both.lowercased()
        return ["Quilla", "Underbough"].contains { text.contains(answer.code == 0 ? $0 : $0.lowercased()) }
    }

    private func desk() throws -> Desk {
        try Desk.furnished("names in errors") { desk in
            try desk.file(
                "survey.csv",
                "type,name,label\ntext,why,Why?\nselect_one ways,how,How?\ninteger,many,How many?\n"
            )
            try desk.file("choices.csv", "list_name,name,label\nways,one,One way\nways,two,Two ways\n")
            for line in [
                "log foundations cci 2026-11-10 22", "outlet add \"Drop-in box\" --opened 2026-01-01",
                "board add pab --title \"Board\" --seats 9",
                "meeting add pab 2026-11-12 --present 6", "form add plain --survey survey.csv --choices choices.csv",
            ] { #expect(desk.run(line).code == 0, "\(line)") }
        }
    }

    /// A cell for a column that the others are not refused by.
    private static func filler(_ field: Field) -> String {
        switch field.name {
        case "session": "2026-11-10-cci-foundations"
        case "outlet": "drop-in-box"
        case "board": "pab"
        case "meeting": "pab-2026-11-12"
        case "organization": "cci"
        case "course": "foundations"
        default: ""
        }
    }

    static let kinds = Noun.allCases.filter { $0.isImported && $0 != .evaluation }

    @Test(arguments: kinds) func `a name in any column of any kind of file is not repeated`(kind: Noun) throws {
        let desk = try desk()
        let names = [Self.person, "quilla underbough", "Quilla", "QUILLA", "Quilla-Underbough"]
        let header = kind.type.fields.map(\.name).joined(separator: ",")
        // Each column meets one of the five spellings, neighbors the others; the long sweep brings each to each.
        for (place, column) in kind.type.fields.enumerated() {
            for (turn, name) in names.enumerated()
            where Sweep.takes(place + turn, oneOf: names.count) {
                let cells = kind.type.fields.map { $0.name == column.name ? name : Self.filler($0) }
                try desk.file("x.csv", "\(header)\n\(cells.joined(separator: ","))\n")
                for (number, strict) in ["", " --strict"].enumerated()
                where Sweep.takes(place / 5 + turn + number, oneOf: 2) {
                    let answer = desk.run("import \(kind.plural) x.csv --dry-run\(strict)")
                    #expect(!repeats(answer), "\(kind.plural), \(column.name): \(answer.both)")
                }
            }
        }
    }

    @Test(arguments: Noun.allCases.filter(\.isImported))
    func `a file without a header is refused without its first line`(kind: Noun) throws {
        let desk = try desk()
        let field = kind == .evaluation ? "why" : kind.type.fields[0].name
        let end = kind == .evaluation ? " --form plain --session last" : ""
        let turn = Noun.allCases.firstIndex(of: kind) ?? 0
        for (place, text) in [
            "Quilla Underbough,quilla@underbough.example,Clinic\nBo Alder,bo@alder.example,Clinic\n",
            "Quilla Underbough\nBo Alder\n", "Clinic;Quilla Underbough;90\n", "\(field),Quilla Underbough\n1,2\n",
        ].enumerated() {
            try desk.file("x.csv", text)
            // Over all kinds each text meets each option several times; in the long sweep for each kind.
            for (number, options) in [
                "", " --ignore-unknown", " --map \(field)=Nobody", " --ignore Nobody", " --source zoom-meeting",
            ].enumerated() where Sweep.takes(turn + place + number, oneOf: 5) {
                let answer = desk.run("import \(kind.plural) x.csv --dry-run\(options)\(end)")
                #expect(!repeats(answer), "\(kind.plural)\(options): \(answer.both)")
            }
        }
    }

    @Test func `a header of which two columns are known is told by its names`() throws {
        let desk = try desk()
        try desk.file("x.csv", "session,count,Number of sites\nlast,3,1\n")
        #expect(
            desk.run("import headcounts x.csv").errors.contains("x.csv:1: Number of sites: unknown column")
        )
        try desk.file("x.csv", "count,Number of sites\n3,1\n")
        let answer = desk.run("import headcounts x.csv --session last")
        #expect(answer.errors.contains("x.csv:1: column 2: unknown column"))
    }

    @Test func `what somebody answered is not repeated`() throws {
        let desk = try desk()
        for (header, row) in [
            ("why,how,many", "x,Quilla Underbough said so,3"), ("why,how,many", "x,one,Quilla"),
            ("why,how,many", "x,QUILLA,3"),
            ("session,why,how", "Quilla Underbough,x,one"), ("submitted,why,how", "Quilla Underbough,x,one"),
            ("submitted,why,how", "2026-11-10 10:00 Quilla,x,one"), ("form,why,how", "Quilla Underbough,x,one"),
            ("why,how/one,how/two", "x,Quilla,Underbough"), ("why,how,Quilla", "x,one,3"),
        ] {
            try desk.file("x.csv", "\(header)\n\(row)\n")
            for options in ["--session last", "--within 30", "--session last --dates mdy"] {
                let answer = desk.run("import evaluations x.csv --form plain \(options)")
                if header == "why,how,Quilla" { continue }
                #expect(!repeats(answer), "\(row) \(options): \(answer.both)")
            }
        }
        for text in ["Quilla Underbough: x\n", "why: x\nQuilla: y\n", "how: Quilla Underbough\n", "many: Quilla\n"] {
            #expect(!repeats(desk.run("evaluation add last plain --answers -", input: text)), "\(text)")
        }
    }

    @Test func `a report of a meeting is refused without its people`() throws {
        let desk = try desk()
        let meeting = [
            "Name (Original Name)", "User Email", "Join Time", "Leave Time", "Duration (Minutes)", "Guest",
            "In Waiting Room",
        ]
        let row = [
            "Bo Alder", "bo@alder.example", "11/10/2026 10:00:00 AM", "11/10/2026 11:30:00 AM", "90", "No", "No",
        ]
        for column in meeting.indices.dropFirst() {
            for name in [Self.person, "Quilla"] {
                let cells = row.enumerated().map { $0.offset == column ? name : $0.element }
                try desk.file("x.csv", "\(meeting.joined(separator: ","))\n\(cells.joined(separator: ","))\n")
                let answer = desk.run("import attendance x.csv --session last --dry-run")
                #expect(!repeats(answer), "\(meeting[column]): \(answer.both)")
            }
        }
    }

    @Test func `a form's sheets and a mapping are refused without names`() throws {
        let desk = try desk()
        let sheets = [
            "survey.csv": [
                ["type", "name", "label", "scale", "reversed", "min", "max", "kirkpatrick", "key", "digits"],
                ["integer", "n", "How?", "s", "no", "1", "5", "1", "", ""],
            ],
            "choices.csv": [["list_name", "name", "label", "value", "also"], ["ways", "one", "One", "1", ""]],
            "scales.csv": [
                ["scale", "title", "scoring", "min_valid", "direction", "instrument"],
                ["s", "Sum", "mean", "1", "", ""],
            ],
        ]
        for (name, rows) in sheets {
            for column in rows[0].indices {
                for (other, rows) in sheets {
                    let cells = rows[1].enumerated().map {
                        other == name && $0.offset == column ? Self.person : $0.element
                    }
                    try desk.file(other, "\(rows[0].joined(separator: ","))\n\(cells.joined(separator: ","))\n")
                }
                let answer = desk.run("form add x --survey survey.csv --choices choices.csv --scales scales.csv")
                #expect(answer.code == 0 || !repeats(answer), "\(name) \(rows[0][column]): \(answer.both)")
            }
            for (other, rows) in sheets {
                let text = other == name ? "Quilla Underbough,Bo Alder\n" : "\(rows[0].joined(separator: ","))\n"
                try desk.file(other, text)
            }
            #expect(!repeats(desk.run("form add x --survey survey.csv --choices choices.csv --scales scales.csv")))
        }
        try desk.file("x.csv", "title\nFern\n")
        for json in [
            #"{"Quilla Underbough": 1}"#, #"{"values": {"title": {"Quilla": "a", "Quilla": "b"}}}"#,
            #"{"values": {"title": {"Quilla Underbough": 1}}}"#, #"{"source": "Quilla"}"#, #"{"dates": "Quilla"}"#,
            #"{"columns": {"Quilla": "title"}}"#, #"{"set": {"title": {"Quilla": 1}}}"#,
        ] {
            try desk.file("m.json", json)
            let answer = desk.run("import organizations x.csv --mapping m.json")
            #expect(answer.code == 65)
            #expect(json.contains("columns") || !repeats(answer), "\(json): \(answer.both)")
        }
    }

    @Test(arguments: [
        "person show Quilla", "person show \"Quilla Underbough\"", "person edit Quilla --job-role nurse",
        "person forget Quilla --yes",
        "person merge Quilla Underbough", "person unmerge Quilla", "person duplicates Quilla Underbough --not-same",
        "history \"Quilla Underbough\"", "history Quilla", "attendance remove last Quilla", "list Quilla",
        "person add Quilla Underbough", "log foundations cci 2026-11-11 3 Quilla Underbough", "person list Quilla",
        "attendance add last --person Quilla",
    ]) func `somebody who is looked up by name is not named`(command: String) throws {
        let answer = try desk().run(command)
        #expect(answer.code != 0)
        #expect(!repeats(answer) || command == "list Quilla", "\(answer.both)")
    }
}
