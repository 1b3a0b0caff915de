import CMicroHTTPD
import Glibc
import Synchronization

/// One listening socket with what answers on it.
///
/// ``Gate`` reads the head of each connection's request, libmicrohttpd reads bodies and writes responses, each connection
/// in a thread of its own; routes answer within that thread.
package final class Server: @unchecked Sendable {
    // Unchecked: the pointers never change and the library may be called from any thread; everything else is guarded.

    private let library: UnsafePointer<cmhd_library>
    private let site: Mutex<Site>
    private let log: @Sendable (String) -> Void
    private let randomness: @Sendable (Int) -> [UInt8]
    private let state = Mutex(State())
    private var daemon: OpaquePointer?
    private var gate: Gate?
    private var thread: pthread_t?

    private struct State {
        /// What was read of the request of a connection that was handed over, by its socket.
        var heads: [Int32: (head: RequestHead, address: sockaddr_in)] = [:]
        var isStopping = false
    }

    /// - Parameters:
    ///   - site: what answers.
    ///   - randomness: where the ids of defects come from.
    ///   - log: takes a line for whoever runs the server.
    /// - Throws: `NoServerLibrary`.
    package init(
        site: Site,
        randomness: @escaping @Sendable (Int) -> [UInt8],
        log: @escaping @Sendable (String) -> Void
    ) throws(NoServerLibrary) {
        guard let library = cmhd_open() else { throw NoServerLibrary(name: String(cString: cmhd_name())) }
        self.library = library
        self.site = Mutex(site)
        self.randomness = randomness
        self.log = log
    }

    /// Listens on a port of these addresses of this machine, any free one where it is 0, and answers from then on.
    package func start(port: UInt16 = 0, at addresses: [String] = ["127.0.0.1"]) throws {
        let gate = try Gate(port: port, at: addresses, limits: Gate.Limits()) { [weak self] descriptor, head, address in
            self?.take(descriptor, head, address) ?? false
        } refuse: { [weak self] malformed in
            guard let self else { return Response(503) }
            return site.withLock { $0 }.page(.malformed(malformed))
        }
        site.withLock { $0.hosts = (addresses + ["localhost"]).map { "\($0):\(gate.port)" } }
        let context = Unmanaged.passUnretained(self).toOpaque()
        daemon = cmhd_start(library, 120, 60, RequestHead.longest, handleRequest, endRequest, endConnection, context)
        guard daemon != nil else { throw ListenProblem(port: port, code: ENOMEM) }
        self.gate = gate
        let work = Unmanaged.passRetained(gate)
        var thread = pthread_t()
        // Signals are for the thread that waits for them.
        var all = sigset_t()
        var before = sigset_t()
        sigfillset(&all)
        pthread_sigmask(SIG_SETMASK, &all, &before)
        let code = pthread_create(&thread, nil, runGate, work.toOpaque())
        pthread_sigmask(SIG_SETMASK, &before, nil)
        guard code == 0 else {
            work.release()
            throw ListenProblem(port: port, code: code)
        }
        self.thread = thread
    }

    /// The port on which it listens.
    package var port: UInt16 { gate?.port ?? 0 }

    /// Takes no more requests, and returns when those under way have ended, after `seconds` at most.
    ///
    /// - Parameter hurry: asks what is still under way near the end of that time to stop.
    package func stop(within seconds: Double = 10, hurry: () -> Void = {}) {
        guard let gate, let daemon else { return }
        state.withLock { $0.isStopping = true }
        gate.stop()
        if let thread { pthread_join(thread, nil) }
        let end = Moment.now + seconds
        var hasHurried = false
        while gate.openConnections > 0, Moment.now < end {
            if !hasHurried, Moment.now > end - seconds / 5 {
                hurry()
                hasHurried = true
            }
            usleep(5_000)
        }
        if !hasHurried, gate.openConnections > 0 { hurry() }
        library.pointee.MHD_stop_daemon(daemon)
        self.gate = nil
        self.daemon = nil
    }

    // MARK: - Connections

    private func take(_ descriptor: Int32, _ head: RequestHead, _ address: sockaddr_in) -> Bool {
        guard let daemon else {
            close(descriptor)
            return false
        }
        state.withLock { $0.heads[descriptor] = (head, address) }
        var address = address
        let isTaken = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                library.pointee.MHD_add_connection(
                    daemon,
                    descriptor,
                    $0,
                    socklen_t(MemoryLayout<sockaddr_in>.size)
                ) == .YES
            }
        }
        // The library closes a socket that it does not take.
        if !isTaken { state.withLock { $0.heads[descriptor] = nil } }
        return isTaken
    }

    /// A connection has ended; its socket's number is free for another one.
    fileprivate func end(_ connection: OpaquePointer) {
        let descriptor = cmhd_socket(library, connection)
        let known = state.withLock { $0.heads.removeValue(forKey: descriptor) }
        if let known { gate?.left(known.address) }
    }

    fileprivate func begin(_ connection: OpaquePointer) -> Exchange? {
        let descriptor = cmhd_socket(library, connection)
        guard let known = state.withLock({ $0.heads[descriptor] }) else { return nil }
        return Exchange(known.head, site.withLock { $0 }.lead(of: known.head))
    }

    /// Answers once all of the body is there.
    fileprivate func answer(_ exchange: Exchange, _ connection: OpaquePointer) -> MHD_Result {
        let response = response(exchange)
        let names = response.headers.map { strdup($0.name) }
        let values = response.headers.map { strdup($0.value) }
        defer { for text in names + values { free(text) } }
        // strdup answers nil only where memory ran out; the headers end there.
        let pairs = zip(names, values).prefix { $0 != nil && $1 != nil }
        var keys = pairs.map { UnsafePointer($0.0) }
        var texts = pairs.map { UnsafePointer($0.1) }
        let count = keys.count
        return keys.withUnsafeMutableBufferPointer { keys in
            texts.withUnsafeMutableBufferPointer { texts in
                guard let keys = keys.baseAddress, let texts = texts.baseAddress else { return .NO }
                return keys.withMemoryRebound(to: UnsafePointer<CChar>.self, capacity: count) { keys in
                    texts.withMemoryRebound(to: UnsafePointer<CChar>.self, capacity: count) { texts in
                        response.body.withUnsafeBytes { body in
                            cmhd_answer(
                                library,
                                connection,
                                UInt32(response.status),
                                body.baseAddress,
                                body.count,
                                keys,
                                texts,
                                count
                            )
                        }
                    }
                }
            }
        }
    }

    private func response(_ exchange: Exchange) -> Response {
        let site = site.withLock { $0 }
        let response: Response
        switch exchange.lead {
        case .trouble(let trouble): response = site.page(trouble)
        case .route(let route, let parts):
            do {
                response = try route.answer(try exchange.request(parts))
            } catch let trouble as Trouble {
                response = site.page(trouble)
            } catch {
                // A type's name and no more, because what an unknown error holds may be about people.
                let id = randomness(4).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
                log("defect \(id): \(type(of: error)) at \(route.method) \(route.pattern)")
                response = site.page(.defect(id))
            }
        }
        guard site.isLogged else { return response }
        let name = if case .route(let route, _) = exchange.lead { route.pattern } else { "-" }
        let method = ["GET", "HEAD", "POST"].contains(exchange.head.method) ? exchange.head.method : "-"
        log("\(method) \(name) \(response.status) \(Int((Moment.now - exchange.began) * 1000)) ms")
        return response
    }
}

/// The library for serving is not installed.
package struct NoServerLibrary: Error, Equatable {
    /// The file that was looked for.
    package let name: String

    package init(name: String) { self.name = name }
}

/// One request on its way: its head, and as much of its body as has come.
final class Exchange {
    let head: RequestHead
    let lead: Site.Lead
    let began = Moment.now
    private let keepsBody: Bool
    private var body: [UInt8] = []

    /// How long a peer may take for a whole form, in seconds.
    private static let longest = 60.0
    /// The most of a body that is too long that is waited for, so that its sender can read why it was refused.
    private static let longestThrownAway = 4_194_304

    init(_ head: RequestHead, _ lead: Site.Lead) {
        self.head = head
        self.lead = lead
        keepsBody = if case .route(let route, _) = lead { route.admits(head) } else { false }
    }

    /// Whether to answer before the body has come.
    var isRefusedAtOnce: Bool { head.bodyLength > Self.longestThrownAway }

    /// Takes a piece of the body; false where the peer has taken too long.
    func take(_ bytes: UnsafeRawBufferPointer) -> Bool {
        if keepsBody, body.count + bytes.count <= head.bodyLength { body += bytes }
        return Moment.now - began < Self.longest
    }

    /// The whole request.
    func request(_ parts: [String: String]) throws(Trouble) -> Request {
        guard let query = Form(encoded: head.query) else { throw .formUnreadable }
        let (form, files) = try content()
        var request = Request(head: head, query: query, form: form, files: files)
        request.parts = parts
        return request
    }

    /// What a POST brought; nothing of one that nobody is allowed to send.
    private func content() throws(Trouble) -> (Form, [Multipart.File]) {
        guard head.method == "POST", keepsBody, head.bodyLength > 0, case .route(let route, _) = lead else {
            return (Form(), [])
        }
        let types = head.values("content-type")
        guard types.count == 1 else { throw .formUnreadable }
        let type = types[0].lowercased().split(separator: ";").first.map { String($0).trimmingBlanks }
        if type == "application/x-www-form-urlencoded", !route.takesFiles {
            guard let text = String(validating: body, as: UTF8.self), let form = Form(encoded: text) else {
                throw .formUnreadable
            }
            return (form, [])
        }
        guard type == "multipart/form-data", route.takesFiles, let parts = Multipart(body, type: types[0]) else {
            throw .formUnreadable
        }
        return (parts.form, parts.files)
    }
}

extension Trouble: Error {}

// MARK: - Called by the library, on its threads

private func runGate(_ gate: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let gate { Unmanaged<Gate>.fromOpaque(gate).takeRetainedValue().run() }
    return nil
}

private func handleRequest(
    _ context: UnsafeMutableRawPointer?,
    _ connection: OpaquePointer?,
    _ url: UnsafePointer<CChar>?,
    _ method: UnsafePointer<CChar>?,
    _ version: UnsafePointer<CChar>?,
    _ data: UnsafePointer<CChar>?,
    _ size: UnsafeMutablePointer<Int>?,
    _ place: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) -> MHD_Result {
    guard let context, let connection, let size, let place else { return .NO }
    let server = Unmanaged<Server>.fromOpaque(context).takeUnretainedValue()
    guard let known = place.pointee else {
        guard let exchange = server.begin(connection) else { return .NO }
        place.pointee = Unmanaged.passRetained(exchange).toOpaque()
        return exchange.isRefusedAtOnce ? server.answer(exchange, connection) : .YES
    }
    let exchange = Unmanaged<Exchange>.fromOpaque(known).takeUnretainedValue()
    if size.pointee > 0, let data {
        let isInTime = exchange.take(UnsafeRawBufferPointer(start: data, count: size.pointee))
        size.pointee = 0
        return isInTime ? .YES : .NO
    }
    return server.answer(exchange, connection)
}

private func endRequest(
    _ context: UnsafeMutableRawPointer?,
    _ connection: OpaquePointer?,
    _ place: UnsafeMutablePointer<UnsafeMutableRawPointer?>?,
    _ why: MHD_RequestTerminationCode
) {
    guard let known = place?.pointee else { return }
    Unmanaged<Exchange>.fromOpaque(known).release()
    place?.pointee = nil
}

/// `MHD_CONNECTION_NOTIFY_CLOSED`, whose name does not come over.
private let closed: UInt32 = 1

private func endConnection(
    _ context: UnsafeMutableRawPointer?,
    _ connection: OpaquePointer?,
    _ kept: UnsafeMutablePointer<UnsafeMutableRawPointer?>?,
    _ what: MHD_ConnectionNotificationCode
) {
    guard what.rawValue == closed, let context, let connection else { return }
    Unmanaged<Server>.fromOpaque(context).takeUnretainedValue().end(connection)
}
