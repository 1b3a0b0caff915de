/// The first part of a request, as it came over the wire: its line and its headers, each read once and by these rules.
///
/// Rules: RFC 9112, with everything refused that two readers might read in two ways. libmicrohttpd accepts most of that,
/// even when it is strict; it gets only what has passed here.
package struct RequestHead: Sendable, Equatable {
    /// What is asked for, such as `GET`.
    package let method: String
    /// The segments of the path, decoded; none for `/`.
    package let path: [String]
    /// What stands behind the question mark, as it came.
    package let query: String
    /// Headers in order, names in lower case.
    package let headers: [Header]
    /// How many bytes of a body follow.
    package let bodyLength: Int

    /// One header.
    package struct Header: Sendable, Equatable {
        /// In lower case.
        package let name: String
        /// Without blanks at both ends.
        package let value: String
    }

    /// The values of a header, in order.
    package func values(_ name: String) -> [String] { headers.filter { $0.name == name }.map(\.value) }
}

/// Why a request is refused before anybody looks at what it asks for.
package enum Malformed: Error, Equatable, Sendable {
    case lineEnd, nul, control, tooLong, requestLine, version, target, parentFolder, header, tooManyHeaders
    case host, length, transferEncoding, unexpectedBody

    /// What is wrong, for whoever wrote the client.
    package var words: String {
        switch self {
        case .lineEnd: "A line of the headers doesn't end with CRLF."
        case .nul: "The request holds a NUL."
        case .control: "The headers hold a control character."
        case .tooLong: "The headers are longer than 16 KiB."
        case .requestLine: "The first line isn't a request."
        case .version: "Only HTTP/1.1 works here."
        case .target: "The address isn't a path."
        case .parentFolder: "The address holds \"..\"."
        case .header: "A header isn't a name and a value."
        case .tooManyHeaders: "There are more than 100 headers."
        case .host: "There must be exactly one Host."
        case .length: "Content-Length must be one whole number."
        case .transferEncoding: "Transfer-Encoding isn't accepted. Send Content-Length."
        case .unexpectedBody: "Only a POST has a body."
        }
    }
}

extension RequestHead {
    /// The longest block of headers, in bytes, with the empty line at its end.
    package static let longest = 16_384

    /// What the beginning of a connection's bytes is.
    package enum Reading: Sendable, Equatable {
        /// The empty line has not come yet.
        case incomplete
        case whole(RequestHead)
        case refused(Malformed)
    }

    /// Reads the head at the front of `bytes`; what follows it is the body's.
    package static func read(_ bytes: some Collection<UInt8>) -> Reading {
        do {
            guard let lines = try lines(of: bytes) else {
                return bytes.count >= longest ? .refused(.tooLong) : .incomplete
            }
            return .whole(try RequestHead(lines))
        } catch {
            return .refused(error)
        }
    }

    /// The lines up to the empty one; nil where that has not come. What is wrong is said as soon as it is there.
    private static func lines(of bytes: some Collection<UInt8>) throws(Malformed) -> [[UInt8]]? {
        var lines: [[UInt8]] = []
        var line: [UInt8] = []
        var endsNext = false
        for byte in bytes.prefix(longest) {
            if byte == 0 { throw .nul }
            if byte == 0x0A {
                guard endsNext else { throw .lineEnd }
                if line.isEmpty { return lines }
                lines.append(line)
                if lines.count > 101 { throw .tooManyHeaders }
                line = []
                endsNext = false
                continue
            }
            if endsNext { throw .lineEnd }
            if byte == 0x0D {
                endsNext = true
                continue
            }
            // A tab may stand in a value.
            if byte < 0x20 && byte != 0x09 || byte == 0x7F { throw .control }
            line.append(byte)
        }
        return nil
    }

    private init(_ lines: [[UInt8]]) throws(Malformed) {
        guard let first = lines.first else { throw .requestLine }
        let parts = first.split(separator: 0x20, omittingEmptySubsequences: false)
        guard parts.count == 3, !parts[0].isEmpty, parts[0].allSatisfy(\.isTokenByte) else { throw .requestLine }
        guard parts[2].elementsEqual("HTTP/1.1".utf8) else { throw .version }
        method = String(decoding: parts[0], as: UTF8.self)
        (path, query) = try Self.target(parts[1])
        var headers: [Header] = []
        for line in lines.dropFirst() { headers.append(try Self.header(line)) }
        self.headers = headers
        bodyLength = try Self.bodyLength(headers)
        guard headers.count(where: { $0.name == "host" }) == 1 else { throw .host }
        if bodyLength > 0, method != "POST" { throw .unexpectedBody }
    }

    private static func target(_ bytes: some Collection<UInt8>) throws(Malformed) -> ([String], String) {
        // Letters, digits and marks of ASCII without space; a browser sends everything else encoded, and no fragment.
        guard bytes.first == 0x2F, bytes.allSatisfy({ (0x21...0x7E).contains($0) && $0 != 0x23 && $0 != 0x5C }) else {
            throw .target
        }
        let text = String(decoding: bytes, as: UTF8.self)
        let halves = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let query = halves.count == 2 ? String(halves[1]) : ""
        if query.contains("%00") { throw .nul }
        var segments: [String] = []
        for segment in halves[0].dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
            guard let decoded = PercentEncoding.decoded(segment, plusIsSpace: false) else { throw .target }
            if decoded.utf8.contains(0) { throw .nul }
            if decoded == ".." || decoded == "." { throw .parentFolder }
            if decoded.contains("/") || decoded.contains("\\") { throw .target }
            segments.append(decoded)
        }
        return (segments == [""] ? [] : segments, query)
    }

    private static func header(_ line: [UInt8]) throws(Malformed) -> Header {
        // No space before the colon, and no line that goes on from the one before (RFC 9112, 5.1 and 5.2).
        guard let colon = line.firstIndex(of: 0x3A), colon > 0, line[..<colon].allSatisfy(\.isTokenByte) else {
            throw .header
        }
        let value = String(decoding: line[(colon + 1)...], as: UTF8.self)
        return Header(
            name: String(decoding: line[..<colon], as: UTF8.self).lowercased(),
            value: value.trimmingBlanks
        )
    }

    private static func bodyLength(_ headers: [Header]) throws(Malformed) -> Int {
        if headers.contains(where: { $0.name == "transfer-encoding" }) { throw .transferEncoding }
        let lengths = headers.filter { $0.name == "content-length" }
        guard let only = lengths.first else { return 0 }
        guard lengths.count == 1, (1...15).contains(only.value.utf8.count),
            only.value.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let length = Int(only.value)
        else { throw .length }
        return length
    }
}

extension UInt8 {
    /// Whether it may stand in a token: a method, a header's name (RFC 9110, 5.6.2).
    fileprivate var isTokenByte: Bool {
        switch self {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: "!#$%&'*+-.^_`|~".utf8.contains(self)
        }
    }
}

extension String {
    /// Without spaces and tabs at both ends.
    var trimmingBlanks: String {
        let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" }
        let front = drop(while: isBlank)
        guard let last = front.lastIndex(where: { !isBlank($0) }) else { return "" }
        return String(front[...last])
    }
}
