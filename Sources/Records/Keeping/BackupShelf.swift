import Glibc
import SQLite

/// The dated backups that lie together in a folder, by what they are to a record.
package struct BackupShelf: Equatable, Sendable {
    /// Earlier states of the record, the one with the most history first. Any but the first may go: what it holds, a
    /// later one grew out of.
    package internal(set) var own: [String] = []
    /// Files that may be the record's and hold what no other one does.
    package internal(set) var others: [Other] = []

    /// A file that is not counted among the record's own.
    package struct Other: Equatable, Sendable {
        /// Where it lies.
        package let path: String
        /// Why it is not counted.
        package let reason: Reason
    }

    /// Why a file is not counted.
    package enum Reason: Equatable, Sendable {
        /// It has history that the record has not: a restore cut that off.
        case cutOff
        /// It is of this older version.
        case older(Int)
        /// It is of this newer version.
        case newer(Int)
        /// It is damaged, or can't be opened.
        case unreadable
    }
}

extension Store {
    /// The dated backups in the folder of `made`, which was just made and comes before its equals. Another program's are
    /// left out, whatever their names.
    package func backups(beside made: String) throws -> BackupShelf {
        let (folder, file) = DatedBackup.parts(of: made)
        var own: [(backup: DatedBackup, isMade: Bool, head: Int64)] = []
        var shelf = BackupShelf()
        for backup in DatedBackup.all(of: database.path, in: folder) where !isItself(backup.path) {
            switch try standing(of: backup.path) {
            case .own(let head): own.append((backup, DatedBackup.parts(of: backup.path).file == file, head))
            case .other(let reason): shelf.others.append(.init(path: backup.path, reason: reason))
            case .foreign: break
            }
        }
        own.sort { one, other in
            if one.head != other.head { return one.head > other.head }
            if one.isMade != other.isMade { return one.isMade }
            return (one.backup.stamp, one.backup.number) > (other.backup.stamp, other.backup.number)
        }
        shelf.own = own.map(\.backup.path)
        return shelf
    }

    /// What a file is to this record.
    private enum Standing {
        /// Its history is the beginning of this one, up to the entry of this id; 0 where nothing has happened yet.
        case own(Int64)
        case other(BackupShelf.Reason)
        case foreign
    }

    private func standing(of path: String) throws -> Standing {
        do {
            let other = try Store.open(path, mode: .readOnly, wait: 0, surroundings: surroundings)
            guard other.program.origin == program.origin else { return .foreign }
            let head = try other.head()
            return try continues(head) ? .own(head?.id ?? 0) : .other(.cutOff)
        } catch StoreError.older(let version, _) {
            return try standing(of: path, ofVersion: version)
        } catch StoreError.outgrown(let version) {
            return .other(.older(version))
        } catch StoreError.newer(let version, _) {
            return .other(.newer(version))
        } catch let error as DatabaseError where error.isInterrupted {
            throw error
        } catch {
            return .other(.unreadable)
        }
    }

    /// Of an older file only the origin is asked, once its schema is known to be that of its version.
    private func standing(of path: String, ofVersion version: Int) throws -> Standing {
        do {
            let other = try Database(path: path, mode: .readOnly, wait: 0)
            try Self.requireSchema(ofVersion: version, other)
            let origin = try other.value("SELECT origin FROM program", as: Int64.self)
            return origin == program.origin ? .other(.older(version)) : .foreign
        } catch let error as DatabaseError where error.isInterrupted {
            throw error
        } catch {
            return .other(.unreadable)
        }
    }

    /// Whether a path is another name of the record itself.
    private func isItself(_ path: String) -> Bool {
        var (status, own) = (stat(), stat())
        return stat(path, &status) == 0 && stat(database.path, &own) == 0 && status.st_dev == own.st_dev
            && status.st_ino == own.st_ino
    }
}
