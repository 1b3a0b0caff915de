import Files
import Glibc

@testable import Intake

/// Real files that lie beside the checkout and never in it.
enum SharedData {
    /// The folder `shared/data` beside this checkout, or beside one of the folders that it lies in.
    static let folder: String? = {
        var parts = #filePath.split(separator: "/").dropLast()
        while !parts.isEmpty {
            let folder = "/" + parts.joined(separator: "/") + "/shared/data"
            if access(folder, R_OK) == 0 { return folder }
            parts = parts.dropLast()
        }
        return nil
    }()

    static var isPresent: Bool { folder != nil }

    /// The bytes of a file in it.
    static func bytes(_ path: String) throws -> [UInt8] {
        let file = try FileBytes(path: (folder ?? "") + "/" + path)
        return try [UInt8](unsafeUninitializedCapacity: 1 << 20) { buffer, count in
            count = try file.read(into: UnsafeMutableRawBufferPointer(buffer), at: 0)
        }
    }
}
