import Glibc

/// Bytes that wait until they can be sent, in the order in which they came: the first in memory, and where there are many,
/// all of them in a temporary file that has no name and mode 0600.
///
/// What may hold up its writer, such as a pipe, is written to from here when the record is free again.
package final class OutputSpool {
    private let memoryLimit: Int
    private var memory: [UInt8] = []
    private var descriptor: Int32 = -1
    /// The descriptor of the file; nil where all of it is in memory.
    var openFile: Int32? { descriptor < 0 ? nil : descriptor }

    /// Nothing waits yet.
    ///
    /// - Parameter memoryLimit: how many bytes wait in memory at most.
    package init(memoryLimit: Int = 1 << 20) { self.memoryLimit = memoryLimit }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Lets bytes wait.
    ///
    /// - Throws: `FileProblem.notSpooled`.
    package func write(_ bytes: UnsafeRawBufferPointer) throws {
        if descriptor < 0, memory.count + bytes.count <= memoryLimit {
            memory += bytes
            return
        }
        if descriptor < 0 {
            descriptor = try Spool.unnamedFile(in: Spool.folder)
            try memory.withUnsafeBytes { try append($0) }
            memory = []
        }
        try append(bytes)
    }

    /// Hands everything on, piece by piece.
    ///
    /// - Throws: `FileProblem` where a piece can't be read back, and whatever `output` throws.
    package func send(_ output: (UnsafeRawBufferPointer) throws -> Void) throws {
        guard descriptor >= 0 else { return try memory.withUnsafeBytes { if !$0.isEmpty { try output($0) } } }
        var page = [UInt8](repeating: 0, count: 1 << 16)
        var done = 0
        while true {
            let count = pread(descriptor, &page, page.count, off_t(done))
            guard count >= 0 else { throw FileProblem(path: Spool.folder, code: errno) }
            if count == 0 { return }
            try page.withUnsafeBytes { try output(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
            done += count
        }
    }

    private func append(_ bytes: UnsafeRawBufferPointer) throws {
        do {
            try writeAll(bytes, to: descriptor)
        } catch {
            throw FileProblem.notSpooled(folder: Spool.folder, code: error.code)
        }
    }
}
