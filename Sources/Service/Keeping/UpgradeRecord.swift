package import Records

/// Brings a record to the version of this program, and keeps a copy of it as it was. Nothing else changes a version.
package struct UpgradeRecord: FileOperation {
    package let id = OperationID(rawValue: "upgrade")
    package let role = Role.admin
    package let parameters: [Parameter<Self>] = []

    package init() {}

    /// What it did; nil where the record is of this version already.
    package func run(_ context: Context, on file: RecordFile) throws -> Upgraded? {
        try file.placing {
            try Store.upgrade(
                file.path,
                wait: context.wait,
                surroundings: file.surroundings,
                watch: { context.interruption.watch($0) }
            )
        }
    }
}
