import CommandLineKit
import Records
import Support
import Testing

@testable import Commands

@Suite struct DeclarationTests {
    @Test func `the whole tree of commands is declared as its validators ask`() {
        #expect(problems(in: Groundwork.self) == [])
    }

    /// What each record's options leave out, because it is given in another way.
    static let kinds: [(any FieldOptions.Type, leftOut: [String])] = [
        (OrganizationKind.Fields.self, ["ref"]), (ProfileKind.Fields.self, ["organization"]),
        (CourseKind.Fields.self, ["ref"]), (SessionKind.Fields.self, ["ref"]), (PersonKind.Fields.self, ["ref"]),
        (HeadcountKind.Fields.self, ["session", "count"]),
        (OutletKind.Fields.self, ["ref"]), (FeedbackItemKind.Fields.self, ["ref"]), (BoardKind.Fields.self, ["ref"]),
        (MeetingKind.Fields.self, ["ref"]), (RecommendationKind.Fields.self, ["ref"]),
        (AssessmentKind.Fields.self, ["ref"]), (ActionKind.Fields.self, ["ref"]), (PositionKind.Fields.self, ["ref"]),
        (ActivityKind.Fields.self, ["ref"]), (TargetKind.Fields.self, ["metric", "period", "value"]),
    ]

    @Test(arguments: kinds.indices)
    func `every field of a record is an option, and every option a field`(index: Int) {
        let (options, leftOut) = Self.kinds[index]
        let fields = options.noun.type.fields.map(\.name)
        #expect(options.columnNames + leftOut == options.columnNames + leftOut.filter(fields.contains))
        #expect(Set(options.columnNames + leftOut) == Set(fields))
    }

    @Test func `every word of a list of words stands in the help of its option`() throws {
        let help = try Groundwork.helpText(for: ["session", "edit"], width: 100)
        for word in ["online", "in_person", "hybrid", "nobody_came", "community"] { #expect(help.contains(word)) }
    }
}
