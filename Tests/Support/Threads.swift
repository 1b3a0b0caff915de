import Glibc

/// Runs a body in so many threads at once, and returns when all have ended.
package func inThreads(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    let threads: [pthread_t] = (0..<count).compactMap { number in
        let job = Unmanaged.passRetained(Job { body(number) })
        var thread = pthread_t()
        let code = pthread_create(&thread, nil, runJob, job.toOpaque())
        if code != 0 { job.release() }
        return code == 0 ? thread : nil
    }
    for thread in threads { pthread_join(thread, nil) }
}

private final class Job: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
}

private func runJob(_ job: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let job { Unmanaged<Job>.fromOpaque(job).takeRetainedValue().body() }
    return nil
}
