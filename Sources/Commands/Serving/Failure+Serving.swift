import CommandLineKit
import Glibc
import Service
import Web

extension Failure {
    /// Why nothing is served; nil for any other error.
    init?(serving error: any Error) {
        switch error {
        case let problem as NoServerLibrary:
            self.init(
                "pages are served with \(problem.name), which is not installed",
                advice: "Install it (on Debian: apt-get install libmicrohttpd12).",
                code: .unavailable
            )
        case let problem as ListenProblem where problem.code == EADDRINUSE:
            let words = "port \(problem.port) is in use"
            self.init(words, advice: "Leave --port out for a free one.", code: .temporaryFailure)
        case let problem as ListenProblem where problem.code == EACCES:
            let words = "port \(problem.port) is reserved on this computer"
            self.init(words, advice: "Leave --port out for a free one.", code: .notPermitted)
        case let problem as ListenProblem:
            self.init("the server can't start: \(Self.words(problem.code))", code: .ioError)
        case let problem as ServedAlready:
            self.init(
                "\(Environment.current.shown(problem.path)): this record is open in a browser already",
                advice: "Use that window, or stop the server there first.",
                code: .temporaryFailure
            )
        case is RecordReplacedMeanwhile:
            let words = "the record's file was replaced or upgraded, so its pages are closed"
            self.init(words, advice: "Start it again: groundwork serve", code: .temporaryFailure)
        default: return nil
        }
    }
}

/// The record's file was replaced or upgraded while it was served.
struct RecordReplacedMeanwhile: Error, Equatable {}
