import CBenchmark
import CommandLineKit
import Glibc

do {
    if benchmark_open_library() != 0 { throw JobFailure("C: SQLite can't be opened") }
    switch try Benchmarks.parseAsRoot(Array(CommandLine.arguments.dropFirst())) {
    case .text(let text): print(text, terminator: "")
    case .command(var benchmarks, _): try benchmarks.run()
    }
} catch let code as ExitCode {
    exit(code.rawValue)
} catch let error as UsageError {
    complain(error)
    exit(ExitCode.usage.rawValue)
} catch {
    complain(error)
    exit(ExitCode.software.rawValue)
}

/// Says on standard error what went wrong.
func complain(_ error: any Error) {
    let line = "benchmarks: \(error)\n"
    write(STDERR_FILENO, line, line.utf8.count)
}
