package import Calendar
import Documents
package import Inbox
package import Records

/// The pages for people without an account, in a process of their own that never opens the record.
package final class PublicDesk: Sendable {
    private let settings: Settings

    /// What a public server is started with.
    package struct Settings: Sendable {
        /// What is published, and where what is sent goes.
        package let folder: PublicFolder
        /// The present.
        package let clock: Clock
        /// Where ids of pages come from.
        package let randomness: Randomness
        /// Whether browsers reach it through an encrypted connection.
        package let isEncrypted: Bool
        /// Takes lines for whoever runs the server.
        package let log: @Sendable (String) -> Void

        package init(
            folder: PublicFolder,
            clock: Clock,
            randomness: Randomness,
            isEncrypted: Bool,
            log: @escaping @Sendable (String) -> Void
        ) {
            self.folder = folder
            self.clock = clock
            self.randomness = randomness
            self.isEncrypted = isEncrypted
            self.log = log
        }
    }

    init(_ settings: Settings) { self.settings = settings }

    /// What is published; nil where nothing is.
    func published() throws -> Published? { try settings.folder.published() }

    /// Whether browsers reach it through an encrypted connection.
    var isEncrypted: Bool { settings.isEncrypted }

    /// The present in seconds since 1970.
    var now: Int64 { settings.clock.now() }

    /// A random word for a page, by which the same page sent twice is stored once.
    func pageID() -> String { settings.randomness.word(26) }

    /// Puts a response into the inbox, with the program's civil day.
    func send(_ response: Inbox.Response, to code: EntryCode) throws -> Receipt {
        let zone = try published().flatMap { TimeZoneName($0.timeZone) } ?? .utc
        return try settings.folder.send(response, to: code, at: now, day: settings.clock.today(in: zone).iso)
    }
}

/// The server of the pages for everybody.
package final class PublicPages: Sendable {
    private let server: Server

    /// - Throws: `NoServerLibrary` where the library for serving is not installed.
    package init(_ settings: PublicDesk.Settings) throws(NoServerLibrary) {
        let pages = EvaluationPages(desk: PublicDesk(settings))
        let routes = [
            Route("GET", "/style.css") { _ in Self.style },
            Route("GET", "/") { try pages.enter($0) },
            Route("GET", "/e/:code") { try pages.show($0) },
            // Each answer may have 4,000 characters.
            Route("POST", "/e/:code", longestBody: 524_288) { try pages.save($0) },
            Route("GET", "/e/:code/sent") { try pages.sent($0) },
        ]
        let site = Site(hosts: [], routes: routes, isLogged: false) { Self.page($0) }
        server = try Server(site: site, randomness: settings.randomness.bytes, log: settings.log)
    }

    /// The library's threads call the server for as long as it serves.
    deinit { stop(within: 2) }

    /// Answers from now on, at these addresses of this machine.
    ///
    /// - Throws: `ListenProblem` where the port can't be had.
    package func start(port: UInt16, at addresses: [String]) throws { try server.start(port: port, at: addresses) }

    /// The port on which it answers.
    package var port: UInt16 { server.port }

    /// Takes no more requests, and returns when those under way have ended, after ten seconds at most.
    package func stop(within seconds: Double = 10) { server.stop(within: seconds) }

    private static func page(_ trouble: Trouble) -> Response {
        let words = PublicWords.english
        let next = if case .bodyTooLong = trouble { words.tooLong } else { words.nothingSent }
        let content: HTML = "<h1>\(words.somethingWrong)</h1>\n<p>\(next)</p>\n"
        return PublicPage(title: words.somethingWrong, words: words, content: content).response(trouble.status)
    }

    private static let style = Response.style(HTML.style + HTML.appStyle + HTML.publicStyle)
}
