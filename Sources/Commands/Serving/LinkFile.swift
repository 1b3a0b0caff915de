import Documents
import Files
import Glibc
import Synchronization

/// A file for the owner alone that leads a browser to the link. A link among a browser's arguments could be read by
/// everybody on the machine (proc(5), `cmdline`).
final class LinkFile: Sendable {
    private let folder: String
    private let path: String
    private let isThere = Mutex(true)

    init(_ link: String, _ environment: Environment) throws {
        let place = ["XDG_RUNTIME_DIR", "TMPDIR"].compactMap { environment.variables[$0] }.first { $0.hasPrefix("/") }
        var pattern = Array("\(place ?? "/tmp")/groundwork-XXXXXX".utf8CString)
        guard mkdtemp(&pattern) != nil else { throw Self.problem(place ?? "/tmp") }
        folder = String(decoding: pattern.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        path = "\(folder)/open.html"
        let page: HTML = """
            <!DOCTYPE html>
            <html lang="en">
            <meta charset="utf-8">
            <meta http-equiv="refresh" content="0;url=\(link)">
            <title>Groundwork</title>
            <p><a href="\(link)">Open Groundwork</a></p>
            </html>

            """
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            rmdir(folder)
            throw Self.problem(path)
        }
        defer { close(file) }
        try Array(page.text.utf8).withUnsafeBytes { try writeAll($0, to: file) }
    }

    private static func problem(_ path: String) -> Failure {
        Failure(output: Files.OutputProblem.cannotCreate(path, errno)) ?? .interrupted
    }

    /// Removes the file; a link in it leads nowhere any more by then.
    func remove() {
        isThere.withLock { isThere in
            guard isThere else { return }
            isThere = false
            unlink(path)
            rmdir(folder)
        }
    }

    /// Hands the file to the account's own browser, and says what to do where there is none.
    func openInBrowser() {
        var child = pid_t()
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        // What a browser prints is not ours.
        for descriptor in 0...2 as ClosedRange<Int32> {
            posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
        }
        let words = ["xdg-open", path]
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { arguments.forEach { free($0) } }
        guard posix_spawnp(&child, words[0], &actions, nil, &arguments, environ) == 0 else {
            return Output.note("No browser could be started. Open the link above yourself.")
        }
        // It hands over to the browser and ends; nobody waits for it.
        let started = child
        let thread = Thread { _ = waitpid(started, nil, 0) }
        thread.start()
    }
}

/// A thread of its own for a body that waits.
private final class Thread: Sendable {
    private let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }

    func start() {
        var thread = pthread_t()
        let work = Unmanaged.passRetained(self)
        let code = pthread_create(&thread, nil, runThread, work.toOpaque())
        if code == 0 { pthread_detach(thread) } else { work.release() }
    }

    fileprivate func run() { body() }
}

private func runThread(_ thread: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let thread { Unmanaged<Thread>.fromOpaque(thread).takeRetainedValue().run() }
    return nil
}
