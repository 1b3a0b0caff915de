package import Documents

/// What goes back: a status, headers, bytes. Every response has the headers that keep a page to itself.
package struct Response: Sendable, Equatable {
    /// Its number, such as 200.
    package var status: Int
    /// Its headers in order.
    package var headers: [RequestHead.Header]
    /// What follows them.
    package var body: [UInt8]

    /// Nothing comes from elsewhere and nothing goes there, no page is shown within another one, none is kept.
    private static let policy = """
        default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; \
        form-action 'self'; base-uri 'none'; frame-ancestors 'none'
        """

    /// A response with the headers that all have.
    ///
    /// - Parameter kept: what may be kept of it, and by whom (RFC 9111, 5.2).
    package init(
        _ status: Int,
        type: String = "text/html; charset=utf-8",
        kept: String = "no-store",
        body: [UInt8] = []
    ) {
        self.status = status
        self.body = body
        headers = []
        for (name, value) in [
            ("Content-Type", type), ("Cache-Control", kept), ("Content-Security-Policy", Self.policy),
            ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "same-origin"),
            // One request a connection: what was looked at before is all that comes on it.
            ("Connection", "close"),
        ] {
            add(name, value)
        }
    }

    /// Markup as a whole page, which nobody keeps.
    package static func page(_ html: HTML, status: Int = 200) -> Response {
        Response(status, body: Array(html.text.utf8))
    }

    /// The style sheet of a site's pages, which browsers keep for ten minutes.
    package static func style(_ sheet: HTML) -> Response {
        Response(200, type: "text/css; charset=utf-8", kept: "private, max-age=600", body: Array(sheet.text.utf8))
    }

    /// Leads to another page of ours, which is fetched anew.
    package static func leads(to path: String) -> Response {
        var response = Response(303)
        response.add("Location", path)
        return response
    }

    /// Adds a header. What could begin a line of its own is left out.
    package mutating func add(_ name: String, _ value: String) {
        headers.append(RequestHead.Header(name: name, value: value.filter { $0 != "\r" && $0 != "\n" && $0 != "\r\n" }))
    }

    /// As it goes over the wire.
    var bytes: [UInt8] {
        let lines =
            ["HTTP/1.1 \(status) \(Self.reasons[status] ?? "Refused")"] + headers.map { "\($0.name): \($0.value)" }
            + ["Content-Length: \(body.count)", "", ""]
        return Array(lines.joined(separator: "\r\n").utf8) + body
    }

    private static let reasons = [400: "Bad Request", 503: "Service Unavailable"]
}
