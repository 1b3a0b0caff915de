package import Calendar

extension Store {
    /// The day in the name of the newest backup that lies beside the record; nil where none does.
    package var newestBackup: Day? {
        let folder = DatedBackup.parts(of: path).folder
        return DatedBackup.all(of: path, in: folder).first.flatMap { Day(iso: $0.stamp.prefix(10)) }
    }
}
