import CommandLineKit
import Records

/// `session add [COURSE] [ORGANIZATION] [DATE]`: the words stand for the options of the same names.
struct AddSession: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "add",
            abstract: "Add a session and print its ref.",
            discussion: """
                A session whose day has not come is scheduled; one whose day is over is held, unless --status says \
                otherwise. Minutes come from the course.
                """,
            examples: [
                "groundwork session add foundations cci 2026-12-01T14:00 --modality online",
                "groundwork session add --title \"Lunch talk\" --organization cci,harbor --starts 2026-12-02",
            ]
        )
    }

    @Argument(help: "The course, as --course.") var courseWord: String?
    @Argument(help: "The organizations trained, as --organization.") var organizationWord: String?
    @Argument(help: "The day, with or without a time, as --starts.") var date: String?
    @Option(help: "Its ref; made from day, organization and course unless given.") var ref: String?
    @Flag(help: "Make courses and organizations that are not known yet.") var new = false
    @OptionGroup(title: "Fields") var fields: SessionKind.Fields
    @OptionGroup var details: DetailsOption
    @OptionGroup var common: CommonOptions

    mutating func validate() throws {
        for (word, option, name) in [
            (courseWord, fields.course, "course"), (organizationWord, fields.organization, "organization"),
            (date, fields.starts, "starts"),
        ] where word != nil && option != nil {
            throw ValidationError("The \(name) is given twice, as a word and as --\(name).")
        }
    }

    func run() throws {
        var given = try details.read()
        for (name, text) in [
            ("course", courseWord), ("organization", organizationWord), ("starts", date), ("ref", ref),
        ] {
            if let text { given.append((name, text)) }
        }
        let reading = Reading(place: .commandLine, makes: new)
        let added = try common.change("session add") { store in
            try store.add(Noun.session.type, try fields.draft(store, reading, details: given))
        }
        Made.say(reading)
        try Output.answer(added.ref)
    }
}

/// What a command made in passing.
enum Made {
    /// Says on standard error which organizations and courses are new.
    static func say(_ reading: Reading) {
        say(organizations: reading.organizationsMade, courses: reading.coursesMade)
    }

    /// - Parameter meant: by a new ref, a known one that is spelled much alike.
    static func say(organizations: [Found], courses: [Found], meant: [String: String] = [:]) {
        for (kind, found) in courses.map({ ("course", $0) }) + organizations.map({ ("organization", $0) }) {
            let near = meant[found.ref].map { ". If you meant \($0): groundwork undo" } ?? ""
            Output.note("New \(kind): \(found.ref)\(near)")
        }
    }
}
