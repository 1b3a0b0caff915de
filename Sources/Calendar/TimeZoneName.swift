import Glibc
import Synchronization

/// The name of a time zone that this machine knows, such as `America/Los_Angeles`.
///
/// Civil time is reckoned by glibc from the system's own tzdata, here and nowhere else. glibc takes an unknown zone for
/// UTC without a word, so a name is looked up before it is used.
package struct TimeZoneName: Hashable, Sendable, CustomStringConvertible {
    /// The name, as the tz database spells it.
    package let description: String

    /// Nil where the machine's tz database has no zone of this name.
    package init?(_ name: String) {
        let isPlain = name.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2F, 0x5F: true
            default: false
            }
        }
        guard isPlain, !name.isEmpty, !name.hasPrefix("/"), name.utf8.count < 100 else { return nil }
        guard name == "UTC" || Self.isFile("/usr/share/zoneinfo/\(name)") else { return nil }
        description = name
    }

    /// Coordinated Universal Time, which needs no file of the machine's.
    package static let utc = TimeZoneName(known: "UTC")

    /// The machine's own zone, where it tells one; UTC otherwise.
    package static var machine: TimeZoneName {
        if let name = getenv("TZ").map({ String(cString: $0) }), let zone = TimeZoneName(name) { return zone }
        var target = [CChar](repeating: 0, count: 4_096)
        let length = readlink("/etc/localtime", &target, target.count - 1)
        guard length > 0 else { return utc }
        let path = String(decoding: target[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
        guard let range = path.firstRangeAfter("zoneinfo/") else { return utc }
        return TimeZoneName(String(path[range...])) ?? utc
    }

    /// The civil date here at `instant`, in seconds since 1970.
    package func civilDate(at instant: Int64) -> Day {
        let civil = civilTime(at: instant)
        return Day(year: Int(civil.tm_year) + 1_900, month: Int(civil.tm_mon) + 1, day: Int(civil.tm_mday)) ?? .first
    }

    /// The instant at which a clock here shows `seconds`, counted from 1970 on a clock without zones; the later one of an
    /// hour that is skipped.
    package func instant(ofCivil seconds: Int64) -> Int64 {
        var instant = seconds
        for _ in 0..<2 { instant = seconds - Int64(civilTime(at: instant).tm_gmtoff) }
        return instant
    }

    private func civilTime(at instant: Int64) -> tm {
        Self.chokepoint.withLock { current in
            if current != description {
                setenv("TZ", description, 1)
                tzset()
                current = description
            }
            var seconds = time_t(instant)
            var civil = tm()
            localtime_r(&seconds, &civil)
            return civil
        }
    }

    /// The zone that glibc is set to; it has one for the whole process.
    private static let chokepoint = Mutex("")

    private init(known name: String) {
        description = name
    }

    private static func isFile(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }
}

extension String {
    fileprivate func firstRangeAfter(_ word: String) -> Index? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(word) { return index(start, offsetBy: word.count) }
            start = index(after: start)
        }
        return nil
    }
}
