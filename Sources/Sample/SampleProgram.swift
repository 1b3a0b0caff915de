import Calendar
package import Records
import SQLite

/// A small harm-reduction program that never was: what `demo` makes, and what pages and tests are tried on.
///
/// Two fiscal years, up to the day on which it is made, of sessions for a handful of organizations; the same for the
/// same seed and day. Nobody in it exists: people are named after plants and kitchen things.
package struct SampleProgram {
    /// The program's name.
    package static let name = "Harbor Harm Reduction"
    /// The month in which its fiscal year starts.
    package static let fiscalYearStart = 7

    let store: Store
    var sequence: SampleSequence
    private(set) var organizations: [Found] = []
    private var courses: [Found] = []
    private var people: [[Found]] = []

    private init(_ store: Store, seed: UInt64) {
        self.store = store
        sequence = SampleSequence(seed: seed)
    }

    /// Fills an empty record, in one transaction.
    package static func fill(_ store: Store, seed: UInt64 = 1) throws {
        try store.change("demo", undoable: false) { change in
            var sample = SampleProgram(store, seed: seed)
            // What hangs on new rows needs no history of its own; the whole sample is one entry.
            change.stopNotingRows()
            try sample.makeOrganizations()
            try sample.makeProfiles()
            try sample.makeCourses()
            try sample.makePeople()
            try sample.makeSessions()
            try sample.makeOutlets()
            try sample.makeBoard()
            try sample.makePractices()
            try sample.makePositions()
            try sample.makeActivities()
            try sample.makeReviews()
            try sample.makeReflections()
            try sample.makeEvaluations()
        }
    }

    private mutating func makeOrganizations() throws {
        for plan in SampleNames.organizations {
            var draft = Draft(["ref": .text(plan.ref), "title": .text(plan.title), "sector": .text(plan.sector)])
            draft["sites"] = .list(plan.sites.map { ($0, [.text($0)]) })
            draft["staff"] = plan.staff.map { .number($0) }
            draft["staff_as_of"] = plan.staff.map { _ in .text(firstDay.description) }
            organizations.append(try store.add(Noun.organization.type, draft))
        }
    }

    private mutating func makeCourses() throws {
        courses = [try store.find(.course, "foundations")]
        for plan in SampleNames.courses {
            var draft = Draft(["ref": .text(plan.ref), "title": .text(plan.title), "minutes": .number(plan.minutes)])
            draft["topics"] = .list(plan.topics.map { ($0, [.text($0)]) })
            draft["valid_months"] = .number(plan.validMonths)
            courses.append(try store.add(Noun.course.type, draft))
        }
    }

    private mutating func makePeople() throws {
        for (index, organization) in organizations.enumerated() {
            let count = min(24, (SampleNames.organizations[index].staff ?? 16) * 2 / 3)
            var members: [Found] = []
            for _ in 0..<count {
                let name = "\(sequence.one(of: SampleNames.given)) \(sequence.one(of: SampleNames.family))"
                var draft = Draft(["name": .text(name), "organization": .record(organization)])
                draft["job_role"] = .text(sequence.one(of: SampleNames.jobRoles))
                if sequence.happens(70) {
                    let mailbox = Ref.made(from: name) + String(members.count)
                    draft["email"] = .text("\(mailbox)@\(organization.ref).example")
                }
                if sequence.happens(6) {
                    draft["left"] = .text(firstDay.adding(days: sequence.number(in: 200...400)).description)
                }
                members.append(try store.add(Noun.person.type, draft))
            }
            people.append(members)
        }
    }

    /// The first day of the fiscal year before this one.
    var firstDay: Day {
        let today = store.today
        let year = today.month >= Self.fiscalYearStart ? today.year - 1 : today.year - 2
        return Day(year: year, month: Self.fiscalYearStart, day: 1) ?? today
    }

    private mutating func makeSessions() throws {
        let last = store.today.adding(days: 30)
        let days = last.epochDay - firstDay.epochDay
        for index in 0..<150 {
            let day = firstDay.adding(days: days * index / 150 + sequence.number(in: 0...2))
            try makeSession(on: day)
        }
    }

    private mutating func makeSession(on day: Day) throws {
        let first = sequence.number(in: 0...organizations.count - 1)
        let joint = sequence.happens(8) ? (first + 1) % organizations.count : nil
        let trained = [first] + (joint.map { [$0] } ?? [])
        let course = sequence.happens(55) ? 0 : sequence.number(in: 1...courses.count - 1)
        let future = day > store.today
        let status = future ? "scheduled" : outcome()

        var draft = Draft(["course": .record(courses[course]), "status": .text(status)])
        draft["organization"] = .list(trained.map { (organizations[$0].ref, [.integer(organizations[$0].id)]) })
        let time = sequence.one(of: ["09:00", "10:00", "13:00", "14:30"])
        draft["starts"] = .start(day, at: time)
        draft["modality"] = .text(sequence.one(of: ["online", "online", "in_person", "hybrid"]))
        draft["fund"] = .text(sequence.one(of: ["County", "County", "State", "Foundation"]))
        draft["site"] = SampleNames.organizations[first].sites.first.map { .text($0) }
        if status == "held" { describe(&draft, course) }
        let session = try store.add(Noun.session.type, draft)
        if status == "held" { try fillRoom(session, trained) }
    }

    /// How a session that was planned came out.
    private mutating func outcome() -> String {
        switch sequence.number(in: 1...100) {
        case ...90: "held"
        case ...96: "cancelled"
        case ...98: "nobody_came"
        default: "postponed"
        }
    }

    private mutating func describe(_ draft: inout Draft, _ course: Int) {
        if sequence.happens(80) {
            let speaker = sequence.happens(45)
            draft["contact_based"] = .yesNo(speaker)
            if speaker {
                let codes = ["own-life", "several-contacts", "say-and-do", "myths"].prefix(sequence.number(in: 2...4))
                draft["ingredients"] = .codes(Array(codes), of: "ingredient", version: "own")
            }
        }
        if sequence.happens(40) {
            let requested = sequence.number(in: 0...4)
            draft["access_requested"] = .number(requested)
            draft["access_met"] = .number(sequence.number(in: max(0, requested - 1)...requested))
        }
        let trainers = [("Sorrel Lantern", "trainer", "they/them"), ("Linden Saucer", "trainer", "she/her")]
        draft["facilitators"] = .list(
            [trainers[sequence.number(in: 0...1)]].map {
                ("\($0.0):\($0.1):\($0.2)", [.text($0.0), .text($0.1), .text($0.2)])
            }
        )
        if course == 0 {
            let topics = SampleNames.foundationsTopics
            draft["topics"] = .list(topics.map { ($0, [.text($0)]) })
        }
    }

    /// Who came: by name, only counted, or both; now and then nobody wrote it down.
    private mutating func fillRoom(_ session: Found, _ trained: [Int]) throws {
        let minutes =
            try store.reader.value("SELECT minutes FROM session WHERE id = \(session.id)", as: Int?.self) ?? nil
        let length = minutes ?? 60
        let way = sequence.number(in: 1...100)
        if way <= 60 {
            for organization in trained { try nameSome(of: organization, at: session, length) }
        }
        if way > 45, way <= 94 {
            let scope = way <= 60 ? "unnamed" : "everyone"
            let count = way <= 60 ? sequence.number(in: 1...8) : sequence.number(in: 6...30)
            _ = try store.setHeadcount(
                session.id,
                count: count,
                scope: scope,
                method: sequence.happens(80) ? "counted" : "estimated"
            )
        }
        if way > 90, way <= 94 {
            for (option, count) in [("autonomy", 5), ("pragmatism", 7), ("health-and-dignity", 3)] {
                _ = try store.add(
                    Noun.tally.type,
                    Draft([
                        "session": .record(session), "question": .text("resonates"), "option": .text(option),
                        "count": .number(count + sequence.number(in: 0...3)),
                    ])
                )
            }
        }
    }

    private mutating func nameSome(of organization: Int, at session: Found, _ length: Int) throws {
        let members = people[organization]
        var present: Set<Int> = []
        for _ in 0..<min(members.count, sequence.number(in: 5...16)) {
            present.insert(sequence.number(in: 0...members.count - 1))
        }
        var came: [AttendanceRow] = []
        for member in present.sorted() {
            let stayed = sequence.happens(85) ? length : sequence.number(in: length / 4...length)
            let known: Int? = sequence.happens(88) ? stayed : nil
            came.append(AttendanceRow(person: members[member].id, minutes: known))
        }
        let writer = AttendanceWriter(store)
        try writer.add(came.span, at: session.id)
        try writer.flush()
    }
}
