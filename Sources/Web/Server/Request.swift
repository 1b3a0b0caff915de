/// A whole request that has passed the rules for its head: what a route answers.
package struct Request: Sendable {
    /// Its line and headers.
    package let head: RequestHead
    /// What stands behind the question mark.
    package let query: Form
    /// What a POST brought; empty for everything else.
    package let form: Form
    /// The files that came with the form.
    package let files: [Multipart.File]
    /// The parts of the path that the route leaves open, by their name.
    package internal(set) var parts: [String: String] = [:]

    package init(head: RequestHead, query: Form = Form(), form: Form = Form(), files: [Multipart.File] = []) {
        self.files = files
        self.head = head
        self.query = query
        self.form = form
    }

    /// The value of a cookie, where there is exactly one of this name.
    package func cookie(_ name: String) -> String? {
        let values = head.values("cookie").flatMap { $0.split(separator: ";") }.compactMap { pair -> String? in
            let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard halves.count == 2, String(halves[0]).trimmingBlanks == name else { return nil }
            return String(halves[1]).trimmingBlanks
        }
        return values.count == 1 ? values[0] : nil
    }

    /// Whether a change is asked for by one of our own pages.
    ///
    /// A browser says in `Sec-Fetch-Site` where a request comes from; plain HTTP to another machine lacks it, there
    /// `Origin` says it (<https://web.dev/articles/fetch-metadata>).
    func isFromOurPages(_ hosts: [String], scheme: String = "http") -> Bool {
        let sites = head.values("sec-fetch-site")
        let origins = head.values("origin")
        guard sites.count <= 1, origins.count <= 1 else { return false }
        if let site = sites.first { return site == "same-origin" }
        return origins.first.map { origin in hosts.contains { origin == "\(scheme)://\($0)" } } ?? false
    }
}
