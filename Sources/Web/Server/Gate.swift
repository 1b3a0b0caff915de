import Glibc
import Synchronization

/// Looks at the head of each connection's request before libmicrohttpd gets the connection.
///
/// The bytes are peeked at and stay in the socket (recv(2), `MSG_PEEK`), so that what was looked at is what is served,
/// and each connection carries one request. One thread waits for all heads: a peer that sends slowly holds nobody up, and
/// is closed after ten seconds. `SO_RCVLOWAT` keeps poll(2) asleep until there is more than was seen already (socket(7)).
final class Gate: @unchecked Sendable {
    // Unchecked: `waiting` and the buffer belong to the thread that runs `run`, the rest never changes.

    /// The port that it listens on.
    let port: UInt16
    private let listening: [Int32]
    private let limits: Limits
    private let wakes: (reader: Int32, writer: Int32)
    private let pass: @Sendable (Int32, RequestHead, sockaddr_in) -> Bool
    private let refuse: @Sendable (Malformed) -> Response
    private let open = Mutex<[UInt32: Int]>([:])
    private var waiting: [Int32: Waiting] = [:]
    private var buffer = [UInt8](repeating: 0, count: RequestHead.longest)

    /// How much one server takes on.
    struct Limits: Sendable {
        /// Connections of one address.
        var perAddress = 20
        /// Connections in all; far below the descriptors that a process may have.
        var all = 100
        /// Seconds until the head must be there.
        var headSeconds = 10.0
    }

    private struct Waiting {
        let address: sockaddr_in
        var deadline: Double
        /// Answered already; what still comes is thrown away until the peer closes.
        var isEnding = false
        /// How many bytes of its head had come when it was looked at last.
        var seen = 0
    }

    /// - Parameters:
    ///   - port: the port; any free one where it is 0.
    ///   - addresses: those of this machine on which it listens, in dotted form.
    ///   - pass: takes a connection over; false where it could not.
    ///   - refuse: the answer to what is malformed.
    init(
        port: UInt16,
        at addresses: [String],
        limits: Limits,
        pass: @escaping @Sendable (Int32, RequestHead, sockaddr_in) -> Bool,
        refuse: @escaping @Sendable (Malformed) -> Response
    ) throws(ListenProblem) {
        self.limits = limits
        self.pass = pass
        self.refuse = refuse
        var (sockets, chosen): ([Int32], UInt16) = ([], port)
        for address in addresses {
            do throws(ListenProblem) {
                let (socket, bound) = try Self.listen(address, chosen)
                sockets.append(socket)
                chosen = bound
            } catch {
                for socket in sockets { close(socket) }
                throw error
            }
        }
        (listening, self.port) = (sockets, chosen)
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw ListenProblem(port: port, code: errno) }
        ends.forEach(Self.keepToUs)
        wakes = (ends[0], ends[1])
    }

    deinit {
        for descriptor in [wakes.reader, wakes.writer] { close(descriptor) }
    }

    private static func listen(_ name: String, _ port: UInt16) throws(ListenProblem) -> (Int32, UInt16) {
        let type = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue) | Int32(SOCK_NONBLOCK.rawValue)
        let descriptor = socket(AF_INET, type, 0)
        guard descriptor >= 0 else { throw ListenProblem(port: port, code: errno) }
        var yes: Int32 = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        guard inet_pton(AF_INET, name, &address.sin_addr) == 1 else {
            close(descriptor)
            throw ListenProblem(port: port, code: EADDRNOTAVAIL)
        }
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, size) == 0 && Glibc.listen(descriptor, 128) == 0
                    && getsockname(descriptor, $0, &size) == 0
            }
        }
        guard isBound else {
            let code = errno
            close(descriptor)
            throw ListenProblem(port: port, code: code)
        }
        return (descriptor, UInt16(bigEndian: address.sin_port))
    }

    /// Serves the queue of connections until ``stop()``.
    func run() {
        var isStopping = false
        while !isStopping {
            let fixed = [wakes.reader] + listening
            var watched = (fixed + waiting.keys).map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
            let next = waiting.values.map(\.deadline).min()
            let time = next.map { Int32(max(0, min(60_000, ($0 - Moment.now) * 1000 + 1))) } ?? -1
            _ = poll(&watched, nfds_t(watched.count), time)
            isStopping = watched[0].revents != 0
            for event in watched.dropFirst(fixed.count) where event.revents != 0 { look(at: event.fd) }
            for event in watched[1..<fixed.count] where event.revents != 0 { accept(on: event.fd) }
            for (descriptor, entry) in waiting where entry.deadline <= Moment.now { end(descriptor) }
        }
        for socket in listening { close(socket) }
        for descriptor in waiting.keys { end(descriptor) }
    }

    /// Ends ``run()``.
    func stop() { _ = write(wakes.writer, [1 as UInt8], 1) }

    private func accept(on listening: Int32) {
        while true {
            var address = sockaddr_in()
            var size = socklen_t(MemoryLayout<sockaddr_in>.size)
            let descriptor = withUnsafeMutablePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    Glibc.accept(listening, $0, &size)
                }
            }
            guard descriptor >= 0 else {
                // Without descriptors the queue stays as it is, and would wake us at once.
                if errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM { usleep(50_000) }
                return
            }
            guard admit(address) else {
                close(descriptor)
                continue
            }
            Self.keepToUs(descriptor)
            waiting[descriptor] = Waiting(address: address, deadline: Moment.now + limits.headSeconds)
            look(at: descriptor)
        }
    }

    /// A descriptor that no child gets and that never holds us up.
    private static func keepToUs(_ descriptor: Int32) {
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    }

    private func look(at descriptor: Int32) {
        guard let entry = waiting[descriptor] else { return }
        if entry.isEnding { return drain(descriptor) }
        let count = recv(descriptor, &buffer, buffer.count, Int32(MSG_PEEK))
        guard count > 0 else {
            if count < 0, errno == EAGAIN || errno == EINTR { return }
            return end(descriptor)
        }
        switch RequestHead.read(buffer[..<count]) {
        case .incomplete:
            // A peer that has closed its side sends no more, and poll(2) would wake us for ever.
            if count == entry.seen { return end(descriptor) }
            waiting[descriptor]?.seen = count
            wait(descriptor, forMoreThan: count)
        case .refused(let malformed): answer(refuse(malformed), descriptor)
        case .whole(let head):
            waiting[descriptor] = nil
            wait(descriptor, forMoreThan: 0)
            if !pass(descriptor, head, entry.address) { left(entry.address) }
        }
    }

    private func wait(_ descriptor: Int32, forMoreThan count: Int) {
        var least = Int32(count + 1)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVLOWAT, &least, socklen_t(MemoryLayout<Int32>.size))
    }

    /// Answers without libmicrohttpd, and closes once the peer has had time to read it: closing at once, with bytes that
    /// nobody read, would take the answer back (RFC 9112, 9.6).
    private func answer(_ response: Response, _ descriptor: Int32) {
        let bytes = response.bytes
        _ = send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL))
        shutdown(descriptor, Int32(SHUT_WR))
        wait(descriptor, forMoreThan: 0)
        waiting[descriptor]?.isEnding = true
        waiting[descriptor]?.deadline = Moment.now + 2
        drain(descriptor)
    }

    private func drain(_ descriptor: Int32) {
        let count = recv(descriptor, &buffer, buffer.count, 0)
        if count == 0 || count < 0 && errno != EAGAIN && errno != EINTR { end(descriptor) }
    }

    private func end(_ descriptor: Int32) {
        guard let entry = waiting.removeValue(forKey: descriptor) else { return }
        close(descriptor)
        left(entry.address)
    }

    // MARK: - How many

    private func admit(_ address: sockaddr_in) -> Bool {
        open.withLock { open in
            let own = open[address.sin_addr.s_addr, default: 0]
            guard own < limits.perAddress, open.values.reduce(0, +) < limits.all else { return false }
            open[address.sin_addr.s_addr] = own + 1
            return true
        }
    }

    /// A connection of this address has ended.
    func left(_ address: sockaddr_in) {
        open.withLock { open in
            let own = open[address.sin_addr.s_addr, default: 1] - 1
            open[address.sin_addr.s_addr] = own > 0 ? own : nil
        }
    }

    /// Connections that are open now.
    var openConnections: Int { open.withLock { $0.values.reduce(0, +) } }
}

/// Nobody can listen on a port.
package struct ListenProblem: Error, Equatable {
    /// The port, 0 for any.
    package let port: UInt16
    /// The system's error number.
    package let code: Int32

    package init(port: UInt16, code: Int32) {
        self.port = port
        self.code = code
    }
}

/// Seconds on the clock that nobody sets.
enum Moment {
    static var now: Double {
        var time = timespec()
        // Fails only for a clock that does not exist.
        _ = clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
