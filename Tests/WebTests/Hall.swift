import Calendar
import Glibc
import Records
import Service
import Support
import Synchronization
import Testing
import Web

/// A program's record that is served on a port of its own, and a client that says exactly what it is told to.
final class Hall: Sendable {
    let folder: TemporaryFolder
    let path: String
    let lender: StoreLender
    let served: ServedRecord
    let staff: Staff
    /// Somebody at the command line, who uses the same file.
    let context: Context
    private let state = State()

    /// What the server's clock, chance and log stand on.
    private final class State: Sendable {
        let seconds = Mutex(0.0)
        let lines = Mutex<[String]>([])
        let generator = Mutex(SeededGenerator(seed: 5))
    }

    init() throws {
        folder = try TemporaryFolder()
        path = "\(folder.path)/groundwork.db"
        let zone = try #require(TimeZoneName("America/Los_Angeles"))
        let clock = Calendar.Clock.fixed(try #require(Day(iso: "2026-11-21")))
        let state = state
        let randomness = Randomness { count in
            state.generator.withLock { generator in
                (0..<count).map { _ in UInt8(truncatingIfNeeded: generator.next() >> 32) }
            }
        }
        let surroundings = Surroundings(clock: clock, randomness: randomness, account: "manager")
        _ = try Store.create(path, program: "Harbor Harm Reduction", timeZone: zone, surroundings: surroundings)
        lender = StoreLender(path: path, metrics: [], kept: 2)
        context = Context(
            account: "manager",
            role: .admin,
            clock: clock,
            randomness: randomness,
            interruption: Interruption()
        )
        served = try ServedRecord(lender, context)
        staff = try Staff(
            Desk.Settings(
                lender: lender,
                served: served,
                account: "manager",
                time: Timepiece(forward: { state.seconds.withLock { $0 } }, clock: clock),
                randomness: randomness,
                command: { _ in "a command" },
                log: { line in state.lines.withLock { $0.append(line) } }
            )
        )
        try staff.start(port: 0)
    }

    deinit {
        staff.stop(within: 2)
        served.release()
    }

    /// What the server wrote for whoever runs it.
    var log: [String] { state.lines.withLock { $0 } }

    /// Lets time go by on the server's clock.
    func wait(_ time: Double) { state.seconds.withLock { $0 += time } }

    /// The name by which the server is called.
    var host: String { "127.0.0.1:\(staff.port)" }

    /// The secret of a new link.
    func secret() throws -> String { String(try #require(staff.link().split(separator: "/").last)) }

    /// Sends these bytes over a connection of their own, and returns all that comes back.
    ///
    /// - Parameter port: whose server it goes to; the staff's unless given.
    func send(_ bytes: [UInt8], to port: UInt16? = nil) throws -> Answer {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        try #require(descriptor >= 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = (port ?? staff.port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let isConnected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        try #require(isConnected)
        var limit = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            // The server may close before all of it has gone.
            guard count > 0 else { break }
            sent += count
        }
        var answer: [UInt8] = []
        var page = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(descriptor, &page, page.count, 0)
            if count <= 0 { return Answer(answer, wasClosed: count == 0) }
            answer += page[..<count]
        }
    }

    func send(_ text: String) throws -> Answer { try send(Array(text.utf8)) }

    /// A page, asked for as a browser does.
    func get(_ path: String, cookie: String? = nil) throws -> Answer {
        let login = cookie.map { "Cookie: \($0)\r\n" } ?? ""
        return try send("GET \(path) HTTP/1.1\r\nHost: \(host)\r\n\(login)\r\n")
    }

    /// A form, sent as one of our own pages does unless other headers are given.
    func post(
        _ path: String,
        _ fields: KeyValuePairs<String, String>,
        cookie: String? = nil,
        headers: [String] = ["Sec-Fetch-Site: same-origin"]
    ) throws -> Answer {
        let body = Form(fields.map { Form.Field($0.key, $0.value) }).encoded
        let login = cookie.map { ["Cookie: \($0)"] } ?? []
        let lines =
            ["POST \(path) HTTP/1.1", "Host: \(host)", "Content-Type: application/x-www-form-urlencoded"] + headers
            + login + ["Content-Length: \(body.utf8.count)", "", body]
        return try send(lines.joined(separator: "\r\n"))
    }

    /// The cookie of somebody who has redeemed a link.
    func logIn() throws -> String {
        let answer = try post("/open", ["secret": try secret()])
        return String(try #require(answer.header("Set-Cookie")?.split(separator: ";").first))
    }
}

/// What came back over a connection.
struct Answer {
    let status: Int
    let head: String
    let body: String
    /// Whether the server closed the connection, and did not leave it open.
    let wasClosed: Bool

    init(_ bytes: [UInt8], wasClosed: Bool) {
        let text = String(decoding: bytes, as: UTF8.self)
        let end = text.range(of: "\r\n\r\n")
        head = end.map { String(text[..<$0.lowerBound]) } ?? text
        body = end.map { String(text[$0.upperBound...]) } ?? ""
        status = head.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        self.wasClosed = wasClosed
    }

    func header(_ name: String) -> String? {
        head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("\(name.lowercased()):") }
            .map { String($0.drop { $0 != ":" }.dropFirst(2)) }
    }

    /// The value of a hidden field of the page's first form that has one.
    func hidden(_ name: String) -> String? {
        guard let start = body.range(of: "name=\"\(name)\" value=\"") else { return nil }
        return String(body[start.upperBound...].prefix { $0 != "\"" })
    }
}

extension String {
    /// The first place of a text in this one.
    func range(of text: String) -> Range<Index>? {
        firstRange(of: text)
    }
}
