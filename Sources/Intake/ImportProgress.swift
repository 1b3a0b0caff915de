import Records

/// How far an import has come.
package struct ImportProgress: Equatable, Sendable {
    /// The file as it was named.
    package let file: String
    /// Bytes of the file that are done.
    package let done: Int
    /// Bytes of the whole file.
    package let total: Int
}

/// Tells how far an import has come, and stops it where somebody asked.
final class ProgressMeter {
    private let report: (ImportProgress) throws -> Void
    private let store: Store
    private let file: String
    private let total: Int
    private var next = 0
    /// Bytes between two reports.
    private static let step = 1 << 16

    init(file: String, total: Int, store: Store, report: @escaping (ImportProgress) throws -> Void) {
        self.file = file
        self.total = total
        self.store = store
        self.report = report
    }

    /// Bytes up to `offset` are done. Whatever is thrown ends the import, and nothing of it is stored.
    @inline(__always)
    func reach(_ offset: Int) throws {
        if offset >= next { try tell(offset) }
    }

    /// Throws where somebody asked to stop.
    @inline(__always)
    func check() throws { try store.requireNotInterrupted() }

    private func tell(_ offset: Int) throws {
        next = offset + Self.step
        try check()
        try report(ImportProgress(file: file, done: min(offset, total), total: total))
    }
}
