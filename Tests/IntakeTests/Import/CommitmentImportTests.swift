import Records
import Testing

@testable import Intake

struct CommitmentImportTests {
    @Test func `commitments and reflections are imported, found again, and taken back whole`() throws {
        let desk = try ImportDesk()
        try desk.take(.session, "ref,organization,course,starts\ns,CCI,foundations,2026-08-01\n")
        let commitments = """
            session,made,respondents,followed_on,fully,partly,not_yet
            s,12,5,,,,
            s,,,2026-09-01,6,3,2
            """
        let first = try desk.take(.commitment, commitments)
        #expect(first.counts.created == 2)
        #expect(try desk.take(.commitment, commitments + "\n").counts.unchanged == 2)
        let reflections = """
            session,question,codes,count
            s,stigmatizing,form:institutional;element:blame,4
            s,stigmatizing,form:institutional;element:blame,4
            s,responding,element:fear,
            """
        #expect(try desk.take(.reflection, reflections).counts.created == 3)
        #expect(try desk.take(.reflection, reflections + "\n").counts.unchanged == 3)
        let whole = "session,question,codes,count,text\ns,stigmatizing,element:fear,2,We spoke of it\n"
        #expect(try desk.take(.reflection, whole).counts.created == 1)
        #expect(try desk.take(.reflection, whole + "\n").counts.unchanged == 1, "a row that gives every field")
        let session = try desk.store.find(.session, "s")
        #expect(try desk.store.commitments(at: session) == 12)
        #expect(try desk.store.reflections(at: session).map(\.count) == [4, 4, 1, 2])
        #expect(throws: ImportRefused.self) {
            try desk.take(.commitment, "session,followed_on,fully\ns,2026-10-01,13\n")
        }
    }
}
