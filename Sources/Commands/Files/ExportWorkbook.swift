import Documents
import Records

extension Export {
    /// Writes a table as a workbook, or all of them with what their columns mean: into a file row by row, in constant
    /// memory; what is no file on a disk gets it whole, when the record is free again.
    func workbook(_ table: ExportTable?, to file: OutputFile?, _ common: CommonOptions) throws {
        if let file, file.isRegular {
            try fill(file.openPath, waitingIn: file.folder, table, common)
            return try file.commit()
        }
        let memory = try MemoryFile()
        try fill(memory.path, waitingIn: MemoryFile.folder, table, common)
        let bytes = try memory.bytes()
        try file.map { file in try bytes.withUnsafeBytes { try file.write($0) } } ?? Output.write(drawn: bytes)
    }

    private func fill(
        _ path: String,
        waitingIn folder: String,
        _ table: ExportTable?,
        _ common: CommonOptions
    ) throws {
        try common.read(before: prepare) { store in
            let title = "\(store.program.name): \(table?.name ?? "export")"
            let workbook = try TableWorkbook(to: path, waitingIn: folder, title: title)
            if let table {
                try rows(of: table, store, to: .sheet(workbook, table.name))
            } else {
                try each(store) { name, rows in try rows(.sheet(workbook, name)) }
            }
            try workbook.finish()
        }
    }
}
