import PlainText
import Records

extension SessionRows {
    /// Rejects the rows of which a name or an e-mail would be kept and holds a character that no text of a record may.
    ///
    /// - Parameter title: the name of a column in the file.
    mutating func rejectStrays(
        _ run: FileImport,
        keepingNames: Bool,
        title: (AttendanceColumns.Field) -> String = { "\($0)" }
    ) {
        guard keepingNames else { return }
        var strays: Set<Int> = []
        for (index, row) in rows.enumerated() {
            for (field, piece) in [(AttendanceColumns.Field.name, row.name), (.email, row.email)] where !piece.isEmpty {
                if field == .name, row.isUnnamed { continue }
                guard let stray = with(piece, { StrayCharacter(in: $0, isOneLine: true) }) else { continue }
                run.reject(row.position, column: title(field), stray.problem)
                strays.insert(index)
                break
            }
        }
        if strays.isEmpty { return }
        rows = rows.enumerated().filter { !strays.contains($0.offset) }.map(\.element)
    }
}
