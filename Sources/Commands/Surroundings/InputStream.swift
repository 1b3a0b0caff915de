import Glibc
import Service

/// Where a person types and where data is piped in.
package struct InputStream: Sendable {
    /// Whether a person types, who may be asked.
    package let isTerminal: Bool
    /// The next bytes, at most a page of them; empty at the end.
    package let read: @Sendable () throws -> [UInt8]

    package init(isTerminal: Bool, read: @escaping @Sendable () throws -> [UInt8]) {
        self.isTerminal = isTerminal
        self.read = read
    }

    /// Standard input.
    static let process = InputStream(isTerminal: isatty(STDIN_FILENO) == 1, read: readStandardInput)

    /// Everything up to the end, at most `limit` bytes.
    func all(limit: Int = 16 << 20) throws -> [UInt8] {
        var bytes: [UInt8] = []
        while true {
            let more = try read()
            if more.isEmpty { return bytes }
            bytes += more
            if bytes.count > limit { throw ReadProblem(name: "standard input", code: EFBIG) }
        }
    }

    /// What a person types up to the end of the line; nil where the input ends instead.
    func line() throws -> String? {
        var bytes: [UInt8] = []
        while bytes.last != 0x0A {
            let more = try read()
            if more.isEmpty { return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self) }
            bytes += more
        }
        return String(decoding: bytes.dropLast(), as: UTF8.self)
    }
}

/// Why an input could not be read: its name and the system's error number.
struct ReadProblem: Error, Equatable {
    let name: String
    let code: Int32
}

/// The next bytes of standard input. Waits in short steps, so that a Ctrl-C just before is not lost.
private func readStandardInput() throws -> [UInt8] {
    var page = [UInt8](repeating: 0, count: 4_096)
    while true {
        if Interruption.process.isRequested { throw Interrupted() }
        var request = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        guard poll(&request, 1, 200) > 0 else { continue }
        let count = Glibc.read(STDIN_FILENO, &page, page.count)
        if count >= 0 { return Array(page[..<count]) }
        if errno != EINTR, errno != EAGAIN { throw ReadProblem(name: "standard input", code: errno) }
    }
}
