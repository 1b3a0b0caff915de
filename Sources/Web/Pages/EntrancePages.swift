import Documents
import Records

/// The pages for those who are not logged in, and the way out.
struct EntrancePages {
    let entrance: Entrance

    /// `Open Groundwork`, which uses the link up; looking at the page does not.
    func open(_ request: Request) -> Response {
        let secret = request.parts["secret"] ?? ""
        guard entrance.isInvited(secret) else { return closed(403) }
        let content: HTML = """
            <h1>Open your record</h1>
            <p>Only you can use this link, on this computer, once.</p>
            <form method="post" action="/open">\(Piece.hidden("secret", secret))\
            <button class="first" autofocus>Open Groundwork</button></form>

            """
        return Page(title: "Open Groundwork", program: nil, content: content).response()
    }

    /// Redeems a link.
    func enter(_ request: Request) -> Response {
        guard let login = entrance.redeem(request.form["secret"] ?? "") else { return closed(403) }
        var response = Response.leads(to: "/")
        response.add("Set-Cookie", "\(entrance.cookie)=\(login); Path=/; HttpOnly; SameSite=Lax")
        return response
    }

    /// Logs out.
    func leave(_ request: Request) -> Response {
        if let login = request.cookie(entrance.cookie) { entrance.leave(login) }
        var response = Response.leads(to: "/left")
        response.add("Set-Cookie", "\(entrance.cookie)=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0")
        return response
    }

    /// What is seen after logging out.
    func left(_ request: Request) -> Response {
        let content: HTML = "<h1>You are logged out</h1>\n<p>\(Self.anew)</p>\n"
        return Page(title: "Logged out", program: nil, content: content).response()
    }

    /// What is seen by those who are not logged in.
    func closed(_ status: Int = 401) -> Response {
        let content: HTML = """
            <h1>\(status == 401 ? "Log in to see this page" : "This link doesn't work anymore")</h1>
            <p>A link works once, within 60 seconds. \(Self.anew)</p>

            """
        return Page(title: "Log in", program: nil, content: content).response(status)
    }

    private static let anew: HTML = """
        To come back in, go to the window where Groundwork is running and press Enter: it shows a new link. If no such \
        window is open, start Groundwork again.
        """
}
