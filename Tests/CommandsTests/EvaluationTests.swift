import Calendar
import Records
import Support
import Testing

@testable import Commands

@Suite struct EvaluationTests {
    static let survey = """
        type,name,label,min,max
        likert agree,said,I know what to say,,
        select_multiple how,how,How did you hear of it?,,
        select_one how,best,How would you like to hear of it?,,
        decimal,hours,How many hours a week?,0,40
        text,more,Anything else?,,
        """
    static let choices = """
        list_name,name,label
        agree,1,No
        agree,2,Rather not
        agree,3,Rather
        agree,4,Yes
        agree,na,Does not apply
        how,poster,A poster
        how,friend,"A friend, or a colleague"
        how,-web,"=web"
        """

    /// A desk with a session and a form of every kind of answer.
    private func desk() throws -> Desk {
        let desk = try Desk()
        try desk.file("survey.csv", Self.survey)
        try desk.file("choices.csv", Self.choices)
        desk.run("log foundations cci 2026-11-10 22")
        let added = desk.run("form add f --survey survey.csv --choices choices.csv --title F")
        #expect(added.code == 0, "\(added.errors)")
        return desk
    }

    // MARK: Typing in

    @Test func `a terminal asks each question, and asks again with what is accepted`() throws {
        let desk = try desk()
        let typed = "9\n4\n1 3\nA poster\n2.5\nThank you\ny\n"
        let answer = desk.run("evaluation add last --form f", input: typed, isTerminal: true)
        #expect(answer.code == 0, "\(answer.errors)")
        #expect(
            answer.errors.contains(
                "That answer isn't accepted. Use 1 No, 2 Rather not, 3 Rather, 4 Yes, Does not apply, or press Enter to skip."
            )
        )
        #expect(answer.errors.contains("  how: A poster; =web"))
        #expect(answer.errors.contains("Save this? [Y/n] "))
        #expect(
            answer.output.contains("Foundations of Harm Reduction for cci, Nov 10, 2026, 5 of 5 questions answered (e-")
        )
        let shown = desk.run("evaluation show last").output
        for words in ["Yes", "A poster; =web", "2.5", "Thank you"] { #expect(shown.contains(words)) }
    }

    @Test func `answers that end before the last question, or that are said to be wrong, store nothing`() throws {
        let desk = try desk()
        let ended = desk.run("evaluation add last --form f", input: "4\n", isTerminal: true)
        #expect(ended.code == 64)
        #expect(
            ended.errors.hasSuffix("groundwork: the input ended before the last question\nNothing was saved.\n")
        )
        let refused = desk.run("evaluation add last --form f", input: "4\n\n\n\n\nn\n", isTerminal: true)
        #expect(refused.errors.hasSuffix("groundwork: nothing was saved\nRun the command again to re-enter it.\n"))
        #expect(desk.run("evaluation list --format csv").output == "ref,form,session,organization,submitted,answered\n")
    }

    @Test func `two people who answer alike are two evaluations, and each is taken back by undo`() throws {
        let desk = try desk()
        try desk.file("one.txt", "said: 4\nbest: friend\n")
        try desk.file("one.csv", "said;best\n4;friend\n")
        for file in ["one.txt", "one.csv"] {
            #expect(desk.run("evaluation add last --form f --answers \(file)").code == 0)
        }
        let list = desk.run("evaluation list --form f --session 2026-11-10-cci-foundations --format csv").output
        #expect(list.split(separator: "\n").count == 3)
        desk.run("undo")
        #expect(desk.run("evaluation list --format csv").output.split(separator: "\n").count == 2)
        #expect(desk.run("check").code == 0)
    }

    @Test func `what people wrote goes into no file but an identified export`() throws {
        let desk = try desk()
        try desk.file("one.txt", "said: na\nmore: Ask Wren\n")
        desk.run("evaluation add last --form f --answers one.txt")
        #expect(desk.run("evaluation show last").output.contains("Ask Wren"))
        for line in [
            "evaluation show last --format json", "evaluation show last --format csv",
            "evaluation show last --format html", "export evaluations --form f", "export evaluations --long",
        ] {
            let output = desk.run(line).output
            #expect(!output.contains("Wren"), "\(line)")
        }
        desk.run("evaluation show last -o shown.txt")
        let written = desk.text("shown.txt") ?? ""
        #expect(!written.isEmpty && !written.contains("Wren"))
        #expect(desk.run("export evaluations --form f --identified").output.contains("Ask Wren"))
    }

    @Test func `the history keeps the day of an evaluation, and of its undo, and no time`() throws {
        let desk = try desk()
        try desk.file("one.txt", "said: 4\n")
        desk.run("evaluation add last --form f --answers one.txt")
        desk.run("evaluation remove last")
        desk.run("undo")
        let history = desk.run("history --format csv").output.split(separator: "\n")
        let ours = history.filter { $0.contains("evaluation ") || $0.contains(",undo") }
        #expect(ours.count > 3)
        for line in ours { #expect(line.contains(",2026-11-21,coordinator,"), "\(line)") }
    }

    // MARK: Round trip

    @Test(arguments: ["", "--for excel"], ["", "--identified"])
    func `a wide file reads back: every row is the one that is stored`(reader: String, identified: String) throws {
        let desk = try desk()
        for (index, text) in [
            "said: 4\nhow: poster; -web\nbest: -web\nhours: 2.5\nmore: =1+1\n", "said: na\nhours: 3\n",
            "said: 1\nbest: friend\nmore: \"So, so\"\n", "how: friend\n",
        ].enumerated() {
            try desk.file("\(index).txt", text)
            let added = desk.run("evaluation add last --form f --answers \(index).txt")
            #expect(added.code == 0, "\(added.errors)")
        }
        desk.run("export evaluations --form f -o f.csv \(reader) \(identified)")
        let read = desk.run("import evaluations f.csv --form f --format json")
        #expect(read.output.contains("\"unchanged\": 4"), "\(read.lines)\n\(desk.text("f.csv") ?? "")")
        #expect(read.output.contains("\"created\": 0"))
    }

    @Test func `the sample's wide files read back, and no two exports number alike`() throws {
        let desk = try Desk.demo()
        for form in ["foundations-before", "foundations-after", "foundations-followup", "words-before", "words-after"] {
            desk.run("export evaluations --form \(form) -o \(form).csv")
            let rows = (desk.text("\(form).csv") ?? "").split(separator: "\n").count - 1
            let read = desk.run("import evaluations \(form).csv --form \(form) --format json").output
            #expect(rows > 20)
            // Without the code its words are not compared; everything else is.
            #expect(read.contains("\"unchanged\": \(rows)"), "\(form): \(read)")
        }
        let first = desk.run("export evaluations --form words-after").output
        let second = desk.run("export evaluations --form words-after").output
        #expect(first != second)
    }

    @Test func `an export of all has a file for each form, whose cells are as the codebook says`() throws {
        let desk = try Desk.demo()
        #expect(desk.run("export all -o all").code == 0)
        let codebook = Rows(desk.text("all/codebook.csv") ?? "")
        var pairs: [String: Set<String>] = [:]
        for form in ["foundations-after", "words-before", "words-after"] {
            let rows = Rows(desk.text("all/evaluations-\(form).csv") ?? "")
            let known = codebook.rows.filter { $0["table"] == "evaluations" && ["", form].contains($0["form"]) }
            let columns = Dictionary(uniqueKeysWithValues: known.map { ($0["column"] ?? "", $0) })
            #expect(rows.rows.count > 20)
            for row in rows.rows {
                for (name, cell) in row where !cell.isEmpty {
                    #expect(Self.fits(cell, columns[name]), "\(form): \(name) = \(cell)")
                }
                if let pair = row["pair"], !pair.isEmpty { pairs[form, default: []].insert(pair) }
            }
        }
        #expect(pairs["words-before"] == pairs["words-after"])
        #expect((pairs["words-after"]?.count ?? 0) > 20)
        #expect(desk.text("all/evaluations.csv") == nil)
        #expect((desk.text("all/answers.csv") ?? "").contains("words-after,after,"))
    }

    @Test(arguments: ["forms", "commitments", "reflections"])
    func `a kind that stands beside evaluations is exported by its fields`(table: String) throws {
        let desk = try desk()
        #expect(desk.run("export \(table)").code == 0)
    }

    private static func fits(_ cell: String, _ column: [String: String]?) -> Bool {
        guard let column else { return false }
        let values = (column["values"] ?? "").split(separator: ";").compactMap { $0.split(separator: "=").first }
        if !values.isEmpty { return values.contains { $0 == cell } }
        switch column["type"] {
        case "whole number": return Int(cell) != nil
        case "number": return Double(cell) != nil
        case "date": return Day(iso: cell) != nil
        default: return true
        }
    }
}

/// A CSV file as R and pandas read it: rows by the names of the header.
private struct Rows {
    var rows: [[String: String]] = []

    init(_ text: String) {
        var records: [[String]] = [[]]
        var (cell, isQuoted) = ("", false)
        for character in text {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted:
                records[records.count - 1].append(cell)
                cell = ""
            case "\n" where !isQuoted:
                records[records.count - 1].append(cell)
                cell = ""
                records.append([])
            default: cell.append(character)
            }
        }
        let header = records.first ?? []
        rows = records.dropFirst().filter { $0.count == header.count }.map {
            Dictionary(uniqueKeysWithValues: zip(header, $0))
        }
    }
}
