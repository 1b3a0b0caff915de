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
            try writeAll(bytes, to: number)
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

/// Why bytes could not be written: the system's error number.
package struct WriteProblem: Error, Equatable {
    package let code: Int32

    package init(code: Int32) { self.code = code }

    /// The reader went away: nothing is wrong, and nobody is left to tell.
    var isClosedPipe: Bool { code == EPIPE }
}

/// The one place that writes to a descriptor; every result is checked.
func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) throws(WriteProblem) {
    var rest = bytes
    while let base = rest.baseAddress, !rest.isEmpty {
        let count = Glibc.write(descriptor, base, rest.count)
        if count < 0 {
            if errno == EINTR, !Interruption.process.isRequested { continue }
            if errno == EAGAIN, isWritable(descriptor) { continue }
            throw WriteProblem(code: errno)
        }
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
}

/// Waits until a descriptor that somebody set to non-blocking takes bytes again.
private func isWritable(_ descriptor: Int32) -> Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    return poll(&request, 1, -1) > 0
}

private func terminalWidth(_ descriptor: Int32) -> Int? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 20 else { return nil }
    return Int(size.ws_col)
}
