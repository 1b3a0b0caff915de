/// Addresses of the web and of mail: words in them are nobody's wording.
enum WebAddresses {
    static func mark(_ scalars: [Unicode.Scalar], _ mask: inout ProseMask) {
        var start = 0
        while start < scalars.count {
            var end = start
            while end < scalars.count, !isSeparator(scalars[end]) { end += 1 }
            if isAddress(scalars[start..<end]) { mask.add(.exempt, to: start..<end) }
            start = end + 1
        }
    }

    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "(", ")", "[", "]", "<", ">", "\"", "“", "”", "|": true
        default: scalar.isSpace
        }
    }

    private static func isAddress(_ chunk: ArraySlice<Unicode.Scalar>) -> Bool {
        if chunk.first == "w", chunk.starts(with: "www.".unicodeScalars) { return true }
        for at in chunk.indices {
            if chunk[at] == "@" { return true }
            if chunk[at] == ":", chunk[at...].starts(with: "://".unicodeScalars) { return true }
        }
        return false
    }
}
