import Records
import SQLite
import Testing

@testable import Intake

@Suite(.enabled(if: SharedData.isPresent, "shared/data is not beside this checkout")) struct `A real register` {
    private static let path = "carpentries-workshops/workshops_thru_2018Q2.csv"

    private func options(_ request: inout ImportRequest) {
        request.mapping.columns = [
            "ref": "slug", "organization": "host_name", "starts": "start_date", "course": "tag_name",
            "headcount": "attendance",
        ]
        request.mapping.set = ["status": "held", "minutes": "720"]
        request.mapping.ignoreUnknown = true
    }

    @Test func `every workshop is a session with its host and its count, and the same file again adds nothing`() throws
    {
        let desk = try ImportDesk()
        let bytes = try SharedData.bytes(Self.path)
        let summary = try desk.take(.session, bytes: bytes, options)
        #expect(summary.words == "rows 1593, created 1593, organizations_created 452")
        #expect(try desk.value("SELECT count(*) FROM session WHERE status = 'held'") == 1_593)
        #expect(try desk.value("SELECT sum(count) FROM headcount") == 37_486)
        #expect(
            try desk.value(
                "SELECT count(*) FROM session WHERE NOT EXISTS (SELECT 1 FROM headcount WHERE session_id = session.id)"
            ) == 123
        )
        let before = try desk.contents()
        let again = try desk.take(.session, bytes: bytes, options)
        #expect(again.words == "rows 1593, unchanged 1593")
        #expect(again.notes.importedBefore == summary.importNumber)
        #expect(try desk.contents() == before)
    }
}
