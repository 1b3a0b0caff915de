import Support
import Testing

/// What a file was imported into and taken out of again is as free as before.
@Suite struct UndoneImportTests {
    private func desk() throws -> Desk {
        let desk = try Desk(today: "2026-11-21")
        try write("name\nTansy Example\n", to: "\(desk.path)/sheet.csv")
        #expect(desk.run("session add foundations cci 2026-11-20 --new").code == 0)
        #expect(desk.run("import attendance sheet.csv --session last").code == 0)
        return desk
    }

    @Test func `a session whose import was undone can be removed, and comes back with undo`() throws {
        let desk = try desk()
        #expect(desk.run("session remove last").code == 65)
        #expect(desk.run("imports undo 1").code == 0)
        #expect(desk.run("session remove 2026-11-20-cci-foundations").code == 0)
        #expect(desk.run("undo").code == 0)
        #expect(desk.run("session show 2026-11-20-cci-foundations").code == 0)
        #expect(desk.run("check").code == 0)
    }

    @Test func `after an import, undo goes on to the session that was added for it`() throws {
        let desk = try desk()
        #expect(desk.run("undo").code == 0)
        #expect(desk.run("undo").code == 0)
        #expect(desk.run("session show 2026-11-20-cci-foundations").code == 66)
        #expect(desk.run("imports list").code == 0)
        #expect(desk.run("check").code == 0)
    }
}
