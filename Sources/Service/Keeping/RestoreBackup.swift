import Glibc
package import Records
import SQLite

/// Goes back to a backup; the present record is kept beside it under another name. It can't be taken back.
///
/// People who were forgotten since the backup was made are forgotten again, where the present record can be read.
package struct RestoreBackup: FileOperation {
    /// The backup's path, from the root.
    package var backup = ""

    package let id = OperationID(rawValue: "restore")
    package let role = Role.admin

    package init() {}

    package var parameters: [Parameter<Self>] { [.text("file", \.backup)] }

    package func run(_ context: Context, on file: RecordFile) throws -> RestoredBackup {
        let contents = try contents(context, file)
        if let present = try present(file.path) {
            let identity = [contents.head?.hexadecimal ?? "", "\(present.st_dev)", "\(present.st_ino)"]
            try context.confirm(.replacing(file.path, by: backup), of: identity)
        }
        let restored = try file.placing {
            try Store.restore(
                backup,
                to: file.path,
                wait: context.wait,
                surroundings: file.surroundings,
                watch: { context.interruption.watch($0) }
            )
        }
        return RestoredBackup(contents: contents, restored: restored)
    }

    /// What the backup holds; what goes wrong with it is about the backup.
    private func contents(_ context: Context, _ file: RecordFile) throws -> Contents {
        do {
            try context.interruption.check()
            return try Store.contents(of: backup, wait: context.wait, surroundings: file.surroundings)
        } catch let error as StoreError {
            throw BackupTrouble(path: backup, cause: error)
        } catch let error as DatabaseError where error.code.primary == .notADatabase {
            throw BackupTrouble(path: backup, cause: .foreign(backup))
        } catch let error as DatabaseError where error.isCorrupt {
            throw BackupTrouble(path: backup, cause: .damaged("it can't be read"))
        } catch let error as DatabaseError {
            throw DatabaseTrouble(path: backup, error: error)
        }
    }

    /// The file that lies where the record goes; nil where there is none.
    private func present(_ path: String) throws -> stat? {
        try Store.requirePath(path)
        var (status, own) = (stat(), stat())
        guard stat(path, &status) == 0 else {
            let code = errno
            if code == ENOENT, lstat(path, &status) == 0 { throw FileNotMade(path: path, reason: .isLink) }
            if code != ENOENT { throw FileNotMade(path: path, reason: .system(code)) }
            return nil
        }
        if stat(backup, &own) == 0, own.st_dev == status.st_dev, own.st_ino == status.st_ino {
            throw RecordError.invalid(
                field: "file",
                problem: "the backup and the database are the same file",
                advice: "Choose another backup."
            )
        }
        if status.st_mode & S_IFMT != S_IFREG { throw StoreError.notAFile(path) }
        return status
    }
}

/// What a backup holds to which somebody went back, and what that did.
package struct RestoredBackup: Sendable {
    /// What the backup held before anybody was forgotten in it again.
    package let contents: Contents
    /// What became of the record that was there, and of people forgotten since the backup.
    package let restored: Restored
}
