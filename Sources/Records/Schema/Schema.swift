import Files
import Migrations
import SQLite

/// The schema that this program reads and writes: its steps, and what the whole of it looks like.
struct Schema: Sendable {
    let migrator: Migrator
    /// The digest of the text of the schema that all steps make, which a file is held to before its first query.
    let fingerprint: String

    /// What is built into the program.
    static let released = Schema(SchemaStep.all, fingerprint: SchemaStep.fingerprint)

    init(_ steps: [SchemaStep], fingerprint: String) {
        self.fingerprint = fingerprint
        migrator = Migrator(
            applicationID: Self.applicationID,
            migrations: steps.map { step in
                SQLite.Migration(
                    number: step.number,
                    name: step.name,
                    script: step.sql,
                    digest: step.isRemade ? step.name : Digest.hexadecimal(of: step.sql),
                    isRemade: step.isRemade
                )
            }
        )
    }

    /// "GWrk" in the file's header: whose file it is.
    static let applicationID: Int32 = 0x4757_726B
}

extension Store {
    /// The schema that files are held to. A test puts one of a later version in its place for as long as a body runs,
    /// which is how upgrades are tried before there is a further step.
    @TaskLocal static var schema = Schema.released

    static var migrator: Migrator { schema.migrator }
}
