/// One address and what answers there.
package struct Route: Sendable {
    /// `GET` or `POST`.
    package let method: String
    /// Its path as the log names it: `/trainings/:ref`.
    package let pattern: String
    /// The longest body, in bytes.
    package let longestBody: Int
    /// Whether its form brings files.
    package let takesFiles: Bool
    /// Whether the body of a request with this head is read at all. A stranger's is thrown away as it comes.
    package let admits: @Sendable (RequestHead) -> Bool
    /// Answers a request; what it throws becomes a page that says what went wrong.
    package let answer: @Sendable (Request) throws -> Response
    private let segments: [String]

    package init(
        _ method: String,
        _ pattern: String,
        longestBody: Int = 16_384,
        takesFiles: Bool = false,
        admits: @escaping @Sendable (RequestHead) -> Bool = { _ in true },
        _ answer: @escaping @Sendable (Request) throws -> Response
    ) {
        self.method = method
        self.pattern = pattern
        self.longestBody = longestBody
        self.takesFiles = takesFiles
        self.admits = admits
        self.answer = answer
        segments = pattern.split(separator: "/").map(String.init)
    }

    /// The open parts of a path that leads here; nil where it leads elsewhere.
    func parts(of path: [String]) -> [String: String]? {
        guard path.count == segments.count else { return nil }
        var parts: [String: String] = [:]
        for (segment, part) in zip(segments, path) {
            if segment.hasPrefix(":") {
                guard !part.isEmpty else { return nil }
                parts[String(segment.dropFirst())] = part
            } else if segment != part {
                return nil
            }
        }
        return parts
    }
}

/// Everything that answers on one listening socket.
package struct Site: Sendable {
    /// The names by which the socket is called, such as `127.0.0.1:8480`.
    package var hosts: [String]
    /// Its addresses.
    package let routes: [Route]
    /// Whether requests leave a line in the log; what people do without an account leaves none.
    package let isLogged: Bool
    /// The page for what went wrong.
    package let page: @Sendable (Trouble) -> Response

    package init(
        hosts: [String],
        routes: [Route],
        isLogged: Bool = true,
        page: @escaping @Sendable (Trouble) -> Response
    ) {
        self.isLogged = isLogged
        self.hosts = hosts
        self.routes = routes
        self.page = page
    }

    /// What a head leads to.
    enum Lead {
        case route(Route, parts: [String: String])
        case trouble(Trouble)
    }

    /// Finds the route of a request, or why there is none for it.
    func lead(of head: RequestHead) -> Lead {
        guard let host = head.values("host").first, hosts.contains(host.lowercased()) else {
            return .trouble(.misdirected)
        }
        let there = routes.compactMap { route in route.parts(of: head.path).map { (route: route, parts: $0) } }
        guard !there.isEmpty else { return .trouble(.noPage) }
        let method = head.method == "HEAD" ? "GET" : head.method
        guard let found = there.first(where: { $0.route.method == method }) else { return .trouble(.method) }
        if head.bodyLength > found.route.longestBody { return .trouble(.bodyTooLong(found.route.longestBody)) }
        if method == "POST", !Request(head: head).isFromOurPages(hosts) { return .trouble(.fromElsewhere) }
        return .route(found.route, parts: found.parts)
    }
}

/// Why a request is not answered as it was asked for.
package enum Trouble: Sendable, Equatable {
    case malformed(Malformed)
    case formUnreadable
    case bodyTooLong(Int)
    /// The Host is none of the socket's names.
    case misdirected
    case noPage
    case method
    /// A change that another site asks for.
    case fromElsewhere
    /// A defect of the program; the log names it by this id.
    case defect(String)

    /// The number of the response.
    package var status: Int {
        switch self {
        case .malformed, .formUnreadable, .bodyTooLong: 400
        case .misdirected: 421
        case .noPage: 404
        case .method: 405
        case .fromElsewhere: 403
        case .defect: 500
        }
    }
}
