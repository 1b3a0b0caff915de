import Records

/// One look over a native attendance file before its rows are stored: whether the rows of each session stand together,
/// how many there are, and whose the e-mails are that nobody has yet.
final class RowOrder {
    /// Where a row begins and which session, by the order of first sight, it is of: 16 bytes.
    struct Place {
        let offset: Int
        let line: UInt32
        let session: UInt32
    }

    /// Rows, blank ones aside.
    private(set) var rows = 0
    /// The rows by session, where those of one session do not stand together.
    private(set) var places: [Place] = []
    private var sessions = ByteTable()
    private var last = -1
    private var lastText: [UInt8] = []
    private var isContiguous = true

    /// Looks the file over; `each` sees every row.
    ///
    /// Where a session comes back, the file is looked over once more, and the place of every row noted.
    init(_ run: FileImport, _ columns: AttendanceColumns, each: (CSVReader) throws -> Void) throws {
        let isOneSession = run.session != nil || !columns.has(.session)
        try look(run) { reader in
            if !isOneSession { note(columns.bytes(.session, reader)) }
            try each(reader)
        }
        guard !isContiguous else { return }
        let total = rows
        (rows, last) = (0, -1)
        places.reserveCapacity(total)
        try look(run) { reader in
            note(columns.bytes(.session, reader))
            let line = UInt32(truncatingIfNeeded: reader.line)
            places.append(Place(offset: reader.position.offset, line: line, session: UInt32(truncatingIfNeeded: last)))
        }
        places.sort { ($0.session, $0.offset) < ($1.session, $1.offset) }
    }

    private func look(_ run: FileImport, _ each: (CSVReader) throws -> Void) throws {
        let reader = try run.file.reader()
        var count = 0
        while try reader.next() {
            if reader.isBlank { continue }
            count += 1
            if count & 0xFFF == 0 { try run.meter.check() }
            try each(reader)
        }
        rows = count
    }

    @inline(__always)
    private func note(_ session: UnsafeRawBufferPointer) {
        if last >= 0, session.count == lastText.count, session.elementsEqual(lastText) { return }
        lastText.removeAll(keepingCapacity: true)
        lastText.append(contentsOf: session)
        let key = session.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
        key.withUnsafeBytes { key in
            if let known = sessions.value(key) {
                if Int(known) != last { isContiguous = false }
                last = Int(known)
            } else {
                last = sessions.count
                sessions.set(key, Int64(last))
            }
        }
    }
}
