import Documents
import Glibc
import Records
import Service

/// The staff's pages of one laptop: on 127.0.0.1 only, for whoever redeems a link.
package final class Staff: Sendable {
    private let desk: Desk
    private let entrance: Entrance
    private let server: Server

    /// - Throws: `NoServerLibrary` where the library for serving is not installed.
    package init(_ settings: Desk.Settings) throws(NoServerLibrary) {
        let desk = Desk(settings)
        let entrance = Entrance(settings.randomness, settings.time)
        self.desk = desk
        self.entrance = entrance
        let site = Site(hosts: [], routes: StaffRoutes(desk: desk, entrance: entrance).all) { TroublePage.page($0) }
        server = try Server(site: site, randomness: settings.randomness.bytes, log: settings.log)
    }

    /// The library's threads call the server for as long as it serves.
    deinit { stop(within: 2) }

    /// Answers from now on.
    ///
    /// - Throws: `ListenProblem` where the port can't be had.
    package func start(port: UInt16) throws { try server.start(port: port) }

    /// The port on which it answers.
    package var port: UInt16 { server.port }

    /// A new link that leads in once, within a minute.
    package func link() -> String { "http://127.0.0.1:\(server.port)/open/\(entrance.invite())" }

    /// Whether another file has taken the record's place: then this process has to end.
    package var isReplaced: Bool { desk.isReplaced }

    /// Takes no more requests, and returns when those under way have ended, after ten seconds at most.
    package func stop(within seconds: Double = 10) { server.stop(within: seconds) { desk.hurry() } }
}

/// The addresses of the staff's pages.
struct StaffRoutes {
    let desk: Desk
    let entrance: Entrance

    var all: [Route] {
        let doors = EntrancePages(entrance: entrance)
        return [
            Route("GET", "/style.css") { _ in Self.style },
            Route("GET", "/open/:secret") { doors.open($0) },
            Route("POST", "/open") { doors.enter($0) },
            Route("POST", "/leave") { doors.leave($0) },
            Route("GET", "/left") { doors.left($0) },
        ] + pages
    }

    private var pages: [Route] {
        let (today, log, done) = (TodayPage(desk: desk), LogPage(desk: desk), DonePage(desk: desk))
        let collecting = CollectingPages(desk: desk)
        let (list, training, step) = (TrainingsPage(desk: desk), TrainingPages(desk: desk), DoPage(desk: desk))
        return [
            inside("GET", "/") { try today.show($0) },
            inside("GET", "/log") { try log.show($0) },
            // A sheet of names may be long.
            inside("POST", "/log", longestBody: 262_144) { try log.save($0) },
            inside("GET", "/done/:entry") { try done.show($0) },
            inside("POST", "/undo") { try done.undo($0) },
            inside("GET", "/undone/:entry") { try done.undone($0) },
            inside("GET", "/trainings") { try list.show($0) },
            inside("GET", "/trainings/:ref") { try training.show($0) },
            inside("GET", "/trainings/:ref/report") { try training.report($0) },
            inside("POST", "/trainings/:ref/report", longestBody: 8_388_608, takesFiles: true) {
                try training.addReport($0)
            },
            inside("POST", "/trainings/:ref/count") { try training.setCount($0) },
            inside("POST", "/trainings/:ref/hold") { try training.hold($0) },
            inside("POST", "/trainings/:ref/cancel") { try training.cancel($0) },
            inside("POST", "/trainings/:ref/postpone") { try training.postpone($0) },
            inside("POST", "/trainings/:ref/collect") { try collecting.open($0) },
            inside("GET", "/trainings/:ref/code/:code") { try collecting.code($0) },
            inside("GET", "/trainings/:ref/close/:code") { try collecting.confirm($0) },
            inside("POST", "/trainings/:ref/close/:code") { try collecting.close($0) },
            inside("GET", "/do/:operation") { try step.show($0) },
            inside("POST", "/do/:operation") { try step.save($0) },
        ]
    }

    /// A page for those who are logged in; what an operation refuses becomes a page that says so.
    func inside(
        _ method: String,
        _ pattern: String,
        longestBody: Int = 16_384,
        takesFiles: Bool = false,
        _ answer: @escaping @Sendable (Request) throws -> Response
    ) -> Route {
        let (entrance, doors) = (entrance, EntrancePages(entrance: entrance))
        let isInside = { @Sendable (request: Request) in
            request.cookie(entrance.cookie).map { entrance.isLoggedIn($0) } ?? false
        }
        let admits = { @Sendable (head: RequestHead) in isInside(Request(head: head)) }
        return Route(method, pattern, longestBody: longestBody, takesFiles: takesFiles, admits: admits) { request in
            guard isInside(request) else { return doors.closed() }
            do {
                return try answer(request)
            } catch {
                guard let refusal = TroublePage.refusal(error) else { throw error }
                return refusal.page("Groundwork")
            }
        }
    }

    private static let style = Response.style(HTML.style + HTML.appStyle)
}
