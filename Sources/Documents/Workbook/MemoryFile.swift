import CXlsxWriter
import Glibc

/// A file in memory alone (memfd_create(2)), so that nothing of a workbook on its way out lies on a disk.
package struct MemoryFile: ~Copyable {
    private let descriptor: Int32

    /// An empty one.
    package init() throws(WorkbookProblem) {
        descriptor = cxlsx_memory_file()
        guard descriptor >= 0 else { throw .failed(String(cString: strerror(errno))) }
    }

    deinit { close(descriptor) }

    /// The path under which this process can open it (proc(5)).
    package var path: String { "/proc/self/fd/\(descriptor)" }

    /// All of it.
    package func bytes() throws(WorkbookProblem) -> [UInt8] {
        let size = lseek(descriptor, 0, SEEK_END)
        guard size >= 0 else { throw .failed(String(cString: strerror(errno))) }
        var read = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: Int(size)) { memory, count in
            while read < Int(size) {
                let more = pread(descriptor, memory.baseAddress?.advanced(by: read), Int(size) - read, off_t(read))
                if more <= 0 { break }
                read += more
            }
            count = read
        }
        guard read == Int(size) else { throw .failed(String(cString: strerror(errno))) }
        return bytes
    }

    /// Where the library may put what it has no room for: memory too where the machine has a folder for that.
    ///
    /// It makes its files for the owner alone and unlinks them at once, so that nobody finds them there.
    package static var folder: String { access("/dev/shm", W_OK | X_OK) == 0 ? "/dev/shm" : "/tmp" }
}
