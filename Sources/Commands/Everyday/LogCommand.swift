import Calendar
import CommandLineKit
import Records

/// `groundwork log COURSE ORGANIZATION[,ORGANIZATION…] DATE [COUNT]`
struct LogCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "log",
            abstract: "Write down a training that was held: which course, for whom, when, how many came.",
            discussion: """
                Minutes and topics come from the course. An organization or a course that is not known yet is made, and \
                said. A count without names is a full record of who came.
                """,
            examples: [
                "groundwork log foundations cci today 22",
                "groundwork log foundations cci,harbor 2026-11-10 --names sheet.txt --at 14:00 --modality online",
            ]
        )
    }

    @Argument(help: "The course: a ref or a title.") var course: String
    @Argument(help: "The organizations trained, separated by commas: refs or titles.") var organization: String
    @Argument(help: "today, yesterday, or a date such as 2026-11-10.") var date: String
    @Argument(help: "How many attendees were counted.") var count: Int?
    @Option(help: ArgumentHelp("A sign-in sheet, one name a line; - reads it from standard input.", valueName: "file"))
    var names: String?
    @Option(help: ArgumentHelp("When it began, such as 14:00.", valueName: "time")) var at: String?
    @OptionGroup var fields: LogFields
    @Flag(help: "A course or organization that looks like a known one is another one.") var new = false
    @OptionGroup var common: CommonOptions

    mutating func validate() throws {
        try count.map { try CountWord.check($0) }
        if let at, CivilTime(at) == nil {
            throw ValidationError("--at: \(quoted(at)) is not a time of day.", hint: "Write it as 14:00.")
        }
    }

    func run() throws {
        let sheet = try names.map { try NameSheet($0) }
        let logged = try common.change("log") { try log(in: $0, sheet) }
        logged.say()
        try Output.answer(logged.answer(count: count))
    }

    private func log(in store: Store, _ sheet: NameSheet?) throws -> LoggedSession {
        try requireOrder(store)
        let day = try DayWord.past(date, option: "DATE", advice: try plan(store), store)
        var logged = LoggedSession(day: day)
        let courseFound = try logged.known(.course, course, new: new, store)
        guard !titles.isEmpty else { throw ValidationError("ORGANIZATION is missing.") }
        let trained = try titles.map { try logged.known(.organization, $0, new: new, store) }
        logged.course = courseFound.ref
        for organization in trained where !logged.organizations.contains(organization.ref) {
            logged.organizations.append(organization.ref)
        }

        var draft = try fields.draft(store, Reading(place: .commandLine, makes: false))
        draft["course"] = .record(courseFound)
        draft["status"] = .text("held")
        draft["headcount"] = count.map { .number($0) }
        let texts = try RecordDocument.texts(Noun.course.type, courseFound.id, store)
        let refs = logged.organizations.joined(separator: ";")
        for (name, text) in [("organization", refs), ("starts", starts(day)), ("topics", texts["topics"])] {
            guard let text, let field = Noun.session.type.field(named: name) else { continue }
            draft[name] = try store.value(field, text, Reading(place: .file, makes: false))
        }
        logged.twins = try store.matching(Noun.session.type, draft).count
        let session = try store.add(Noun.session.type, draft)
        logged.ref = session.ref
        if let sheet { logged.signed = try store.signIn(sheet.names, at: session) }
        return logged
    }

    /// What a training that has not been held is written down with.
    private func plan(_ store: Store) throws -> String {
        let isKnown =
            try store.find(.course, inFile: course) != nil
            && titles.allSatisfy { try store.find(.organization, inFile: $0) != nil }
        let words = [course, organization, date].map(\.asArgument).joined(separator: " ")
        return "Plan it instead: groundwork session add \(words)\(isKnown ? "" : " --new")"
    }

    /// Refuses an organization in the place of the course and the other way round, before both are made anew.
    private func requireOrder(_ store: Store) throws {
        guard !new, let first = titles.first, try store.find(.course, inFile: course) == nil,
            try store.find(.organization, inFile: course) != nil, try store.find(.course, inFile: first) != nil
        else { return }
        throw ValidationError(
            "\(quoted(course)) is an organization, and \(quoted(first)) is a course.",
            hint: "The course comes first: groundwork log \(first.asArgument) \(course.asArgument) \(date)"
                + (count.map { " \($0)" } ?? "")
        )
    }

    private var titles: [String] {
        organization.split(separator: ",").map { $0.trimmed }.filter { !$0.isEmpty }
    }

    private func starts(_ day: Day) -> String {
        at.flatMap { CivilTime($0) }.map { "\(day)T\($0)" } ?? day.description
    }
}

/// The fields of a session that `log` takes.
struct LogFields: FieldOptions {
    static let noun = Noun.session
    @Option(help: .field(.session, "minutes")) var minutes: String?
    @Option(help: .field(.session, "audience"), completion: .field(.session, "audience")) var audience: String?
    @Option(help: .field(.session, "modality"), completion: .field(.session, "modality")) var modality: String?
    @Option(help: .field(.session, "host")) var host: String?
}
