import Glibc

/// Copies a file over another one and syncs it, so that no write of it falls into a timed turn.
func copyFile(_ source: String, to target: String) throws {
    let input = open(source, O_RDONLY | O_CLOEXEC)
    let output = open(target, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    defer {
        close(input)
        close(output)
    }
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while true {
        let count = read(input, &buffer, buffer.count)
        if count == 0 { break }
        guard count > 0, write(output, buffer, count) == count else {
            throw JobFailure("\(target): \(String(cString: strerror(errno)))")
        }
    }
    guard fsync(output) == 0 else { throw JobFailure("\(target): \(String(cString: strerror(errno)))") }
}
