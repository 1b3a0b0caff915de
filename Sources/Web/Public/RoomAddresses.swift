import Glibc

/// The addresses by which this machine is reached in the networks that it is in.
package enum RoomAddresses {
    /// Those of version 4 in dotted form, without the machine's own loopback; in order, each once.
    package static func all() -> [String] {
        var first: UnsafeMutablePointer<ifaddrs>?
        guard getifaddrs(&first) == 0 else { return [] }
        defer { freeifaddrs(first) }
        var found: Set<String> = []
        var next = first
        while let entry = next {
            if let text = dotted(entry.pointee) { found.insert(text) }
            next = entry.pointee.ifa_next
        }
        return found.sorted()
    }

    private static func dotted(_ entry: ifaddrs) -> String? {
        let flags = Int(entry.ifa_flags)
        guard let address = entry.ifa_addr, address.pointee.sa_family == sa_family_t(AF_INET),
            flags & Int(IFF_UP) != 0, flags & Int(IFF_LOOPBACK) == 0
        else { return nil }
        var text = [CChar](repeating: 0, count: Int(INET_ADDRSTRLEN))
        let isShown = address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) {
            inet_ntop(AF_INET, &$0.pointee.sin_addr, &text, socklen_t(INET_ADDRSTRLEN)) != nil
        }
        guard isShown else { return nil }
        return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
