import CommandLineKit
import Glibc
import Inbox
import Service
import Web

/// The pages for everybody, in this process: it reads what is published and writes the inbox, and never opens the record.
struct PublicService {
    let folder: PublicFolder
    /// Whether others in the networks of this machine reach it.
    let isRoom: Bool
    let port: Int?
    /// Whether to end when standard input does, as a process does whose parent is gone.
    let endsWithInput: Bool

    /// The ports that are tried for a room, so that printed codes keep working the next time.
    private static let ports: ClosedRange<UInt16> = 8480...8499

    func run(_ environment: Environment) throws {
        try folder.make()
        let pages = try PublicPages(
            PublicDesk.Settings(
                folder: folder,
                clock: environment.clock,
                randomness: environment.randomness,
                isEncrypted: false,
                log: { line in try? environment.errors.write("\(line)\n") }
            )
        )
        let addresses = try start(pages)
        defer { pages.stop() }
        let links = addresses.map { "http://\($0):\(pages.port)/" }
        try folder.announce(links)
        defer { folder.withdraw(links) }
        // Beside the staff's process, whose link alone stands on standard output.
        for link in links.dropFirst(isRoom ? 1 : 0) {
            if endsWithInput { Output.note("For phones: \(link)") } else { try Output.write(link) }
        }
        if isRoom, links.count == 1 { Output.note("This computer is in no network, so phones can't reach it yet.") }
        wait(environment)
    }

    private func start(_ pages: PublicPages) throws -> [String] {
        let addresses = ["127.0.0.1"] + (isRoom ? RoomAddresses.all() : [])
        if let port {
            try pages.start(port: UInt16(port), at: addresses)
            return addresses
        }
        for port in isRoom ? Array(Self.ports) : [] {
            do {
                try pages.start(port: port, at: addresses)
                return addresses
            } catch let problem as ListenProblem where problem.code == EADDRINUSE {
                continue
            }
        }
        try pages.start(port: 0, at: addresses)
        return addresses
    }

    private func wait(_ environment: Environment) {
        var watched = pollfd(fd: endsWithInput ? STDIN_FILENO : -1, events: Int16(POLLIN), revents: 0)
        while !environment.interruption.isRequested {
            guard poll(&watched, 1, 250) > 0 else { continue }
            var byte: UInt8 = 0
            if read(STDIN_FILENO, &byte, 1) <= 0 { return }
        }
    }
}

/// The process of the pages for everybody, beside the staff's: it ends when this one does.
final class PublicChild {
    private let pipe: Int32
    private let process: pid_t

    /// Starts it. Before any file is opened: what it inherits is its input alone.
    ///
    /// - Throws: `Failure` where no process can be started.
    init(database: String) throws {
        var ends: [Int32] = [-1, -1]
        guard Glibc.pipe(&ends) == 0 else { throw Self.problem(errno) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO)
        posix_spawn_file_actions_addclose(&actions, ends[0])
        posix_spawn_file_actions_addclose(&actions, ends[1])
        let words = ["groundwork", "serve", "--public", "--room", "--until-input-ends", "--database", database]
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { arguments.forEach { free($0) } }
        var started = pid_t()
        let code = posix_spawn(&started, "/proc/self/exe", &actions, nil, &arguments, environ)
        close(ends[0])
        guard code == 0 else {
            close(ends[1])
            throw Self.problem(code)
        }
        _ = fcntl(ends[1], F_SETFD, FD_CLOEXEC)
        (pipe, process) = (ends[1], started)
    }

    /// Ends it, and returns when it has ended.
    func stop() {
        close(pipe)
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
    }

    private static func problem(_ code: Int32) -> Failure {
        Failure("the pages for everybody can't be started: \(String(cString: strerror(code)))", code: .ioError)
    }
}
