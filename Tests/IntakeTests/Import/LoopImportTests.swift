import Records
import SQLite
import Testing

@testable import Intake

/// One native file of each kind, in the order in which they need each other; all words are ours.
private let files: [(kind: Noun, text: String, rows: Int)] = [
    (
        .outlet,
        """
        ref,organization,title,channel,audience,anonymous,owner,opened,reviewed,closed,acknowledge_days,resolve_days
        box,Harbor Harm Reduction,Drop-in box,box,participants,yes,drop-in manager,2025-01-01,2026-05-01,,5,30
        line,Cedar Row,Text line,phone,participants,no,director,,,2026-06-30,,
        """, 2
    ),
    (
        .feedback,
        """
        ref,outlet,received,kind,summary,reachable,codes,acknowledged,answered,answer,told,led_to_change,excluded
        f-1,box,2026-01-05,complaint,The door was locked,yes,form:institutional;service:drop-in,2026-01-06,2026-01-12,A bell was fitted,person,yes,
        ,box,2026-01-10,suggestion,Tea,no,,,,,,,
        ,box,2026-01-10,suggestion,Tea,no,,,,,,,
        ,box,2026-01-11,thanks,,,,,,,,,
        ,line,2026-02-02,,The same again,,,,,,,,duplicate
        """, 5
    ),
    (
        .board,
        """
        ref,organization,title,seats,voting_seats,designated_seats,filled_seats,designated_filled,quorum,meetings_per_year
        pab,Harbor Harm Reduction,Participant advisory board,11,9,6,9,5,5,6
        """, 1
    ),
    (
        .meeting,
        """
        ref,board,planned,held,present,paid,declined_pay,quorate,levels
        ,pab,2026-01-15,2026-01-15,7,6,1,yes,opening hours:consult;supplies:empower
        m-2,pab,2026-02-15,,,,,,
        """, 2
    ),
    (
        .recommendation,
        """
        ref,board,meeting,made,text,addressed_to,due,answer,answered,reason,implemented,codes
        ,,pab-2026-01-15,,Open on Saturdays,director,2026-02-15,accepted,2026-02-01,,2026-03-01,service:drop-in
        ,pab,,2026-01-15,Pay in cash,director,2026-02-15,declined,2026-02-01,The bank does not allow it,,
        ,pab,,2026-01-20,Show what was done,,,,,,,
        """, 3
    ),
    (
        .assessment,
        """
        ref,organization,tool,version,due,completed
        a-1,Harbor Harm Reduction,Own list,2,2026-03-01,2026-02-20
        ,Cedar Row,Own list,2,2026-09-01,
        """, 2
    ),
    (
        .criterion,
        """
        assessment,domain,criterion,score,codes
        a-1,Practices,Forms use plain words,met,strategy:assessment-of-practices
        a-1,Practices,Doors are open,partial,
        a-1,,Doors are open,not_applicable,
        """, 3
    ),
    (
        .action,
        """
        ref,assessment,text,owner,due,done
        ,a-1,Write a new form,director,2026-04-01,2026-03-15
        ,a-1,Write a new form,director,2026-04-01,
        """, 2
    ),
    (
        .position,
        """
        ref,organization,capacity,paid,fte,authorized,closed,filled_from,filled_to
        peer-1,Harbor Harm Reduction,outreach,yes,0.5,2024-01-01,,2024-05-01,2025-04-30
        peer-1,,,,,,,2025-06-01,
        ,Harbor Harm Reduction,training,yes,1,2025-01-01,,,
        ,Harbor Harm Reduction,training,yes,1,2025-01-01,,,
        """, 4
    ),
    (
        .activity,
        """
        ref,kind,title,organization,partners,held,reach
        ,event,Open day,Harbor Harm Reduction,Cedar Row;Lantern Coalition,2026-05-05,120
        ,campaign,Words matter,,,2026-03-01,
        """, 2
    ),
    (
        .target,
        """
        organization,fund,metric,period,value
        Harbor Harm Reduction,,TR-01,FY2026,24
        ,County,FB-05,2026-Q3,0.8
        """, 2
    ),
]

struct LoopImportTests {
    let desk: ImportDesk

    init() throws { desk = try ImportDesk() }

    /// Every row of the tables of these kinds, without ids.
    private func count() throws -> [String] {
        try files.map { file in
            let count: Int = try desk.value("SELECT count(*) FROM \(identifier: Self.table(file.kind))") ?? 0
            return "\(file.kind.plural) \(count)"
        }
    }

    private static func table(_ noun: Noun) -> Identifier {
        switch noun {
        case .outlet: "outlet"
        case .feedback: "feedback"
        case .board: "board"
        case .meeting: "meeting"
        case .recommendation: "recommendation"
        case .assessment: "assessment"
        case .criterion: "criterion"
        case .action: "action"
        case .position: "position"
        case .activity: "activity"
        default: "target"
        }
    }

    private func takeAll() throws {
        for file in files { try desk.take(file.kind, file.text, name: "\(file.kind.plural).csv") }
    }

    @Test func `each kind comes in with its native header, comes in again unchanged, and goes with undo`() throws {
        let empty = try count()
        for (kind, text, rows) in files {
            let summary = try desk.take(kind, text, name: "\(kind.plural).csv")
            let merged = kind == .position ? 1 : 0
            #expect(summary.counts.created == rows - merged, "\(kind.plural)")
            #expect(summary.counts.updated == merged, "\(kind.plural)")
        }
        let full = try count()
        for (kind, text, rows) in files {
            let lines = text.split(separator: "\n")
            let turned = ([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\r\n")
            let summary = try desk.take(kind, turned, name: "turned.csv")
            #expect(summary.counts.unchanged == rows, "\(kind.plural): \(summary.words)")
        }
        #expect(try count() == full)
        #expect(try desk.value("SELECT count(*) FROM position_filling") == 2)
        let imports = try desk.store.imports().map(\.id)
        for id in imports { #expect(try desk.store.undoImport(id).kept.isEmpty) }
        #expect(try count() == empty)
        #expect(try desk.value("SELECT count(*) FROM position_filling") == 0)
    }

    @Test func `rows without a ref are taken as a multiset`() throws {
        try takeAll()
        let header = "outlet,received,kind,summary\n"
        let tea = "box,2026-01-10,suggestion,Tea\n"
        #expect(try desk.take(.feedback, header + tea).words == "rows 1, unchanged 1")
        #expect(try desk.take(.feedback, header + tea + tea + tea).words == "rows 3, created 1, unchanged 2")
        #expect(try desk.value("SELECT count(*) FROM feedback WHERE summary = 'Tea'") == 3)
    }

    @Test func `what was answered since is no other row`() throws {
        try takeAll()
        try desk.store.change("answered") { _ in
            let item = try desk.store.find(.feedback, "box-2026-01-10")
            try desk.store.answer(feedback: item, "There is tea", told: .poster)
        }
        let again = files[1].text + "\n"
        #expect(try desk.take(.feedback, again, name: "again.csv").words == "rows 5, unchanged 5")
        let undone = try desk.store.undoImport(
            try #require(try desk.store.imports().first { $0.kind == "feedback" && $0.counts.created > 0 }?.id)
        )
        #expect(undone.kept == ["feedback box-2026-01-10"])
        #expect(undone.removed == 4)
    }

    @Test func `a further filling keeps its position when the first import is undone`() throws {
        let position = files.first { $0.kind == .position }?.text ?? ""
        let first = try desk.take(.position, position, name: "one.csv")
        let later = "ref,filled_from,filled_to\npeer-1,2024-01-01,2024-03-01\n"
        #expect(try desk.take(.position, later, name: "two.csv").words == "rows 1, updated 1")
        let id = try desk.store.importID(ofNumber: try #require(first.importNumber))
        #expect(try desk.store.undoImport(id).kept == ["position peer-1"])
        #expect(try desk.value("SELECT filled_from FROM position_filling") == "2024-01-01")
    }

    @Test(
        arguments: [
            (
                Noun.feedback, "outlet,received,summary\nbox,2026-01-10,\n",
                "summary: give a summary, a kind or a code"
            ),
            (.feedback, "outlet,received,summary\nbox,,Tea\n", "received is missing"),
            (
                .feedback, "outlet,received,summary,answered\nbox,2026-01-10,Tea,2026-01-09\n",
                "answered: Jan 9, 2026 is before it was received (Jan 10, 2026)"
            ),
            (
                .feedback, "outlet,received,summary,told\nbox,2026-01-10,Tea,poster\n",
                "told: it has not been answered yet"
            ),
            (
                .feedback, "outlet,received,summary,answered,told\nbox,2026-01-10,Tea,2026-01-11,person\n",
                "told: the person can't be reached. Tell people by poster, meeting or post."
            ),
            (
                .recommendation, "board,made,text,answer,answered\npab,2026-01-15,Tea,accepted,2026-01-14\n",
                "answered: Jan 14, 2026 is before it was made (Jan 15, 2026)"
            ),
            (
                .recommendation, "board,made,text,answer\npab,2026-01-15,Tea,declined\n",
                "reason: give a reason to decline a recommendation"
            ),
            (
                .recommendation, "board,made,text,implemented\npab,2026-01-15,Tea,2026-01-16\n",
                "implemented: it was not accepted, in full or in part"
            ),
            (
                .meeting, "board,held,present,paid\npab,2026-05-15,4,5\n",
                "paid: more members were paid or declined pay than were present"
            ),
            (.feedback, "outlet,received,codes\nbox,2026-01-10,form:bad\n", "codes is \"form:bad\". Write list:code"),
            (.target, "metric,period,value\nTR-01,last-year,4\n", "period is \"last-year\", which changes over time"),
        ]
    )
    func `a row that breaks a rule is refused with its line, its column and both days`(
        kind: Noun,
        text: String,
        problem: String
    ) throws {
        try takeAll()
        let problems = try desk.problems(kind, text)
        #expect(problems.count == 1)
        #expect(problems.first?.contains("file.csv:2: \(problem)") == true, "\(problems)")
    }

    @Test func `a mapping's values stand for words of the file, and an empty one for nothing`() throws {
        try takeAll()
        let mapping = """
            {"columns": {"made": "Date", "text": "What", "answer": "Status"}, "set": {"board": "pab"}, "dates": "dmy",
            "values": {"answer": {"Agreed": "accepted", "Open": ""}}, "ignore_unknown": true}
            """
        let map = try Mapping(json: Array(mapping.utf8), name: "mapping.json")
        let text = "Date,What,Status,Other\n15/03/2026,More tea,Agreed,x\n16/03/2026,More cake,Open,y\n"
        #expect(try desk.take(.recommendation, text) { $0.mapping = map }.words == "rows 2, created 2")
        #expect(
            try desk.rows("SELECT text, answer FROM recommendation WHERE made_on > '2026-03-01' ORDER BY made_on")
                == ["More tea|accepted", "More cake|"]
        )
    }
}
