import Glibc

/// Why bytes could not be written.
package struct WriteProblem: Error, Equatable, Sendable {
    /// The system's error number, as `errno` had it.
    package let code: Int32

    /// A write that failed with this `errno`.
    package init(code: Int32) { self.code = code }

    /// The reader went away: nothing is wrong, and nobody is left to tell.
    package var isClosedPipe: Bool { code == EPIPE }
}

/// The one place that writes to a descriptor; every result is checked.
///
/// - Parameter isStopped: whether somebody asked to stop, which a signal that ends a write may mean.
package func writeAll(
    _ bytes: UnsafeRawBufferPointer,
    to descriptor: Int32,
    isStopped: () -> Bool = { false }
) throws(WriteProblem) {
    var rest = bytes
    while let base = rest.baseAddress, !rest.isEmpty {
        let count = Glibc.write(descriptor, base, rest.count)
        if count < 0 {
            if errno == EINTR, !isStopped() { continue }
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
