import Files
import Glibc
import Service

/// Where bytes go: a descriptor, or a test's memory.
package struct OutputStream: Sendable {
    /// Writes all of the bytes, or throws `WriteProblem`.
    package let write: @Sendable (UnsafeRawBufferPointer) throws -> Void
    /// Whether somebody reads along on a terminal.
    package let isTerminal: Bool
    /// The columns of the terminal.
    package let width: Int?
    /// Whether it is a file on a disk, which no reader can hold up.
    package let isRegularFile: Bool

    package init(
        isTerminal: Bool = false,
        width: Int? = nil,
        isRegularFile: Bool = true,
        write: @escaping @Sendable (UnsafeRawBufferPointer) throws -> Void
    ) {
        self.write = write
        self.isTerminal = isTerminal
        self.width = width
        self.isRegularFile = isRegularFile
    }

    /// An open descriptor.
    static func descriptor(_ number: Int32) -> OutputStream {
        let isTerminal = isatty(number) == 1
        var status = stat()
        let isRegular = fstat(number, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
        return OutputStream(
            isTerminal: isTerminal,
            width: isTerminal ? terminalWidth(number) : nil,
            isRegularFile: isRegular
        ) { bytes in
            try writeAll(bytes, to: number) { Interruption.process.isRequested }
        }
    }

    func write(_ text: String) throws {
        var text = text
        try text.withUTF8 { try write(UnsafeRawBufferPointer($0)) }
    }

    func write(_ bytes: [UInt8]) throws {
        try bytes.withUnsafeBytes { try write($0) }
    }
}

private func terminalWidth(_ descriptor: Int32) -> Int? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 20 else { return nil }
    return Int(size.ws_col)
}
