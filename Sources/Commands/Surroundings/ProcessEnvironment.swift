import Calendar
import Glibc
import Records
import Service

extension Environment {
    /// This process: its clock, its account, its three streams.
    package static let process = Environment(
        clock: .machine,
        randomness: .system,
        stopwatch: {
            var time = timespec()
            // Fails only for a clock that does not exist.
            _ = clock_gettime(CLOCK_MONOTONIC, &time)
            return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
        },
        variables: processVariables([
            "GROUNDWORK_DATABASE", "NO_COLOR", "TERM", "COLUMNS", "TMPDIR", "XDG_RUNTIME_DIR",
        ]),
        folder: currentFolder(),
        account: accountName(),
        input: .process,
        output: .descriptor(STDOUT_FILENO),
        errors: .descriptor(STDERR_FILENO),
        interruption: .process
    )
}

private func processVariables(_ names: [String]) -> [String: String] {
    var variables: [String: String] = [:]
    for name in names {
        if let value = getenv(name) { variables[name] = String(cString: value) }
    }
    return variables
}

private func currentFolder() -> String {
    guard let folder = getcwd(nil, 0) else { return "" }
    defer { free(folder) }
    return String(cString: folder)
}

/// The name of the account by its number, because `$USER` may say anything; the number where it has no name.
///
/// The user database is read as a file: glibc's own look-up loads libraries at run time.
private func accountName() -> String {
    let number = getuid()
    let own = "\(number)"
    guard let file = fopen("/etc/passwd", "re") else { return own }
    defer { fclose(file) }
    var line: UnsafeMutablePointer<CChar>?
    var size = 0
    defer { free(line) }
    while getline(&line, &size, file) > 0, let text = line {
        let fields = String(cString: text).split(separator: ":", omittingEmptySubsequences: false)
        if fields.count > 2, fields[2] == own { return String(fields[0]) }
    }
    return own
}
