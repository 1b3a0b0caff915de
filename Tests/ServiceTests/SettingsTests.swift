import Calendar
import Language
import Records
import Service
import Testing

/// The program's settings, the lists of codes, and the small reads that every interface has.
@Suite struct SettingsTests {
    private let office: Office

    init() throws { office = try Office(kept: 0) }

    private func perform<O: Operation>(_ operation: O) throws -> O.Result {
        try office.lender.perform(operation, office.caller(as: .admin))
    }

    @Test func `a change of settings tells what they were and what they are`() throws {
        var edit = EditProgram()
        edit.keepNamesMonths = 12
        edit.threshold = 15
        let edited = try perform(edit)
        #expect(edited.before.keepNamesMonths != 12)
        #expect(edited.before.threshold == nil)
        #expect(edited.after.keepNamesMonths == 12)
        #expect(edited.after.threshold == 15)
        edit.threshold = .some(nil)
        #expect(try perform(edit).after.threshold == nil)
        #expect(try perform(ShowProgram()) == perform(edit).after)
    }

    @Test(arguments: [
        ("name", " ", "give the program a name"),
        ("keep_names_months", "1201", "use a whole number from 0 to 1200"),
        ("threshold", "0", "use a whole number from 1 to 1000"),
        ("fiscal_year_start", "13", "is not a month. Use 1 to 12."),
        ("time_zone", "Mars/Olympus", "is not a time zone. Use one such as America/Los_Angeles."),
    ])
    func `a setting that a program can't have is refused, and nothing is changed`(
        name: String,
        text: String,
        problem: String
    ) throws {
        let before = try perform(ShowProgram())
        let parameter = try #require(EditProgram().parameters.first { $0.name == name })
        #expect(throws: RecordError.invalid(field: name, problem: problem)) {
            var edit = EditProgram()
            edit.name = "Another"
            try parameter.set(&edit, text)
            _ = try perform(edit)
        }
        #expect(try perform(ShowProgram()) == before)
    }

    @Test func `a month out of its year is refused where no text was read either`() throws {
        var edit = EditProgram()
        edit.fiscalYearStart = 0
        let refused = RecordError.invalid(
            field: "fiscal_year_start",
            problem: "use a whole number from 1 to 12"
        )
        #expect(throws: refused) { try perform(edit) }
    }

    @Test func `a list of codes is found in any case, and one that there is not is refused with those that there are`()
        throws
    {
        var show = ShowCodeList()
        show.list = " Service "
        #expect(try !perform(show).isEmpty)
        show.list = "servce"
        let known = Set(try perform(ListCodeLists()).map(\.list)).sorted()
        #expect(known.contains("service"))
        #expect(throws: RecordError.unknown("list", "servce", known: known)) { try perform(show) }
    }

    @Test func `what the history keeps inside is shown to eyes and goes into no file`() throws {
        var list = ListHistory()
        #expect(try perform(list).isEmpty)
        list.identified = true
        do {
            _ = try perform(list)
            Issue.record("an identified history was written")
        } catch let error as RecordError {
            #expect(error.message.hasPrefix("identified: "))
        }
        list.isForEyes = true
        _ = try perform(list)
    }

    @Test func `of the history of one record several equal lines are one`() throws {
        let logged = try perform(training("Foundations", "Coastal Care"))
        var list = ListHistory()
        list.ref = logged.session.ref
        let lines = try perform(list)
        #expect(lines.contains { $0.record?.contains(logged.session.ref) == true })
        #expect(zip(lines, lines.dropFirst()).allSatisfy { $0 != $1 })
        list.ref = "nothing-like-it"
        let refused = RecordError.absent("unknown record \"nothing-like-it\"", advice: "Type the whole ref.")
        #expect(throws: refused) { try perform(list) }
    }

    @Test func `what an organization reports of the same day replaces, and the last is shown with it`() throws {
        var organization = AddRecord(.organization)
        organization.fields = ["title": "Coastal Care", "ref": "cci"]
        _ = try perform(organization)
        var show = ShowOrganization()
        show.ref = "cci"
        #expect(try perform(show).profile == nil)

        var add = AddProfile()
        add.organization = "cci"
        add.fields = ["employs": "yes"]
        let added = try perform(add)
        #expect(added.day == "2026-11-21")
        guard case .created = added.stored else { return #expect(Bool(false), "it was not new") }
        guard case .unchanged = try perform(add).stored else { return #expect(Bool(false), "it changed") }
        add.fields["employs"] = "no"
        guard case .updated = try perform(add).stored else { return #expect(Bool(false), "it did not change") }
        #expect(try perform(show).profile != nil)

        var edit = EditProfile()
        edit.organization = "cci"
        edit.fields = ["board": "yes"]
        #expect(try perform(edit).changed == ["board"])
        var remove = RemoveProfile()
        (remove.organization, remove.of) = ("cci", "2026-11-20")
        #expect(throws: RecordError.self) { try perform(remove) }
        remove.of = "2026-11-21"
        #expect(try perform(remove).ref == "cci, 2026-11-21")
    }

    @Test func `a notice says the program's own months`() throws {
        var edit = EditProgram()
        edit.keepNamesMonths = 9
        _ = try perform(edit)
        let notice = try perform(ShowNotice())
        #expect(notice.keepNamesMonths == 9)
        #expect(notice.program == "Harbor Harm Reduction")
    }

    @Test func `what staff wrote is looked through, and a text that can't be judged is told`() throws {
        var course = AddRecord(.course)
        course.fields = ["title": "Addicts and us", "ref": "us"]
        _ = try perform(course)
        let audit = try perform(LintRecord())
        #expect(audit.findings.map(\.place) == [["course", "us", "title"]])
        #expect(audit.texts > 1)

        var torn = LanguageAudit()
        torn.read(
            String(repeating: "d ru g us e r s a re n ot o ur w or d s ", count: 10),
            .plain,
            at: ["torn.txt"],
            with: LanguageLint()
        )
        #expect(torn.refused.map(\.place) == [["torn.txt"]])
        #expect(torn.findings.isEmpty)
    }
}
