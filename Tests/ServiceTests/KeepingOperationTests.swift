import Calendar
import Glibc
import Records
import Support
import Testing

@testable import Service

/// What is done with a whole file: making it, copying it, going back, bringing it up to date.
@Suite struct KeepingOperationTests {
    private let office: Office

    init() throws { office = try Office() }

    private var admin: Context { office.caller(as: .admin) }

    private func backUp(to place: String? = nil, keep: Int? = nil) throws -> BackedUp {
        var backUp = BackUp()
        (backUp.to, backUp.keep) = (place, keep)
        return try office.lender.perform(backUp, admin)
    }

    private func rename(_ name: String) throws {
        var edit = EditProgram()
        edit.name = name
        _ = try office.lender.perform(edit, admin)
    }

    private func name() throws -> String { try office.lender.perform(ShowProgram(), admin).name }

    @Test(arguments: Operations.onFiles.map(\.id), Role.allCases)
    func `a whole file is an admin's`(id: OperationID, role: Role) throws {
        let operation = try #require(Operations.onFiles.first { $0.id == id })
        guard role != .admin else { return #expect(operation.role == .admin) }
        #expect(throws: Forbidden.self) { try perform(operation, office.caller(as: role)) }
    }

    @Test(arguments: Operations.onFiles.map(\.id))
    func `hostile words for a whole file are refused as such, and the record stays as it is`(id: OperationID) throws {
        let operation = try #require(Operations.onFiles.first { $0.id == id })
        for hostile in ["", " ", "'; DROP TABLE session; --", "99999999999999999999", "-1", "\u{0}", "2026-02-30"] {
            try expectRefusal(operation, hostile)
        }
        #expect(try name() == "Harbor Harm Reduction")
    }

    private func expectRefusal<O: FileOperation>(_ operation: O, _ text: String) throws {
        for parameter in operation.parameters {
            var asked = operation
            do {
                try parameter.set(&asked, text)
                _ = try office.lender.perform(asked, admin)
                Issue.record("\(operation.id.rawValue), \(parameter.name) = \(text): it was done")
            } catch is RecordError {
            } catch is StoreError {
            } catch is BackupTrouble {
            }
        }
    }

    private func perform<O: FileOperation>(_ operation: O, _ context: Context) throws {
        _ = try office.lender.perform(operation, context)
    }

    @Test func `a program's record is made where nothing is, and never over something`() throws {
        var begin = BeginProgram()
        begin.program = " Cedar Row "
        begin.fiscalYearStart = 7
        begin.timeZone = TimeZoneName("UTC")
        #expect(throws: StoreError.exists(office.path)) { try office.lender.perform(begin, admin) }
        let path = "\(office.folder.path)/other.db"
        let lender = StoreLender(path: path, metrics: [])
        begin.fiscalYearStart = 13
        #expect(throws: RecordError.self) { try lender.perform(begin, admin) }
        begin.fiscalYearStart = 7
        #expect(try lender.perform(begin, admin).name == "Cedar Row")
        let program = try lender.perform(ShowProgram(), admin)
        #expect((program.name, program.fiscalYearStart) == ("Cedar Row", 7))
        let nowhere = StoreLender(path: "\(office.folder.path)/nowhere/other.db", metrics: [])
        #expect(throws: FileNotMade(path: nowhere.path, reason: .system(ENOENT))) {
            try nowhere.perform(begin, admin)
        }
    }

    @Test func `a sample of one number is one sample, and cut short it is none`() throws {
        let path = "\(office.folder.path)/sample.db"
        let lender = StoreLender(path: path, metrics: [])
        let stopped = office.caller(as: .admin)
        stopped.interruption.request()
        #expect(throws: Interrupted.self) { try lender.perform(MakeSample(), stopped) }
        #expect(throws: StoreError.self) { try lender.perform(ShowProgram(), admin) }
        #expect(try lender.perform(MakeSample(), admin).fiscalYearStart == 7)
        let due = try lender.perform(ListDue(), admin)
        let again = StoreLender(path: "\(office.folder.path)/again.db", metrics: [])
        _ = try again.perform(MakeSample(), admin)
        #expect(try again.perform(ListDue(), admin) == due)
        #expect(!due.isEmpty)
    }

    @Test func `a path without an ending is a folder's, and a folder that is not there is told`() throws {
        let folder = office.folder.path
        #expect(try BackupPlace(nil, of: office.path) == .folder(folder))
        #expect(try BackupPlace("\(folder)/", of: office.path) == .folder(folder))
        #expect(try BackupPlace("\(folder)/stick.db", of: office.path) == .file("\(folder)/stick.db"))
        let named = FileNotMade(path: "\(folder)/stick", reason: .noFolder("stick"))
        #expect(throws: named) { try BackupPlace("\(folder)/stick", of: office.path) }
        let slashed = FileNotMade(path: "\(folder)/stick.db/", reason: .noFolder(nil))
        #expect(throws: slashed) { try BackupPlace("\(folder)/stick.db/", of: office.path) }
    }

    @Test func `only so many backups of the record are kept, the newest, and never another file`() throws {
        try write("letter", to: "\(office.folder.path)/groundwork-letter.db")
        let first = try backUp()
        try rename("Second")
        let second = try backUp(keep: 2)
        #expect(second.removed == [])
        try rename("Third")
        let third = try backUp(keep: 2)
        #expect(third.removed == [first.path])
        #expect(third.contents.program == "Third")
        #expect(office.folder.names.contains("groundwork-letter.db"))
        #expect(throws: BackupError.wouldReplace("\(office.folder.path)/groundwork-letter.db")) {
            try backUp(to: "\(office.folder.path)/groundwork-letter.db")
        }
        #expect(throws: RecordError.self) { try backUp(keep: 0) }
    }

    @Test func `going back is asked first, and what was there lies beside it`() throws {
        let made = try backUp()
        try rename("Later")
        var restore = RestoreBackup()
        restore.backup = made.path
        let asked = try #require(try unconfirmed(restore))
        #expect(asked.consequence == .replacing(office.path, by: made.path))
        #expect(try name() == "Later")
        var context = admin
        context.accepted = .only(asked.digest)
        let restored = try office.lender.perform(restore, context)
        #expect(restored.contents.program == "Harbor Harm Reduction")
        #expect(restored.restored.aside != nil)
        #expect(try name() == "Harbor Harm Reduction")
        // The file that was asked about is not there any more.
        #expect(throws: Unconfirmed.self) { try office.lender.perform(restore, context) }
    }

    private func unconfirmed(_ restore: RestoreBackup) throws -> Unconfirmed? {
        do {
            _ = try office.lender.perform(restore, admin)
            return nil
        } catch let error as Unconfirmed { return error }
    }

    @Test func `what is no backup is told as such, and the record itself is none of its own`() throws {
        try write("letter", to: "\(office.folder.path)/letter.db")
        var restore = RestoreBackup()
        restore.backup = "\(office.folder.path)/letter.db"
        let foreign = BackupTrouble(path: restore.backup, cause: .foreign(restore.backup))
        #expect(throws: foreign) { try office.lender.perform(restore, admin) }
        restore.backup = "\(office.folder.path)/nothing.db"
        let missing = BackupTrouble(path: restore.backup, cause: .missing(restore.backup))
        #expect(throws: missing) { try office.lender.perform(restore, admin) }
        restore.backup = office.path
        #expect(throws: RecordError.self) { try office.lender.perform(restore, admin) }
        #expect(try name() == "Harbor Harm Reduction")
    }

    @Test func `a record of this version is not upgraded, and nothing lies beside it`() throws {
        let before = office.folder.names
        #expect(try office.lender.perform(UpgradeRecord(), admin) == nil)
        #expect(office.folder.names == before)
    }
}
