/// A form that brings files, read in one go from a body whose length its route bounds.
///
/// Format: RFC 7578 and RFC 2046, 5.1. What browsers send is read, everything else refused: nested parts, encodings,
/// more than a few parts, headers that are longer than they need to be.
package struct Multipart: Sendable, Equatable {
    /// Fields without a file, as in any other form.
    package let form: Form
    /// What was chosen, by the name of its field; a field without a choice brings none.
    package let files: [File]

    /// A file that was handed over. Its name stays on the other side: it may be about somebody.
    package struct File: Sendable, Equatable {
        /// The field's name.
        package let field: String
        /// The file's content.
        package let bytes: [UInt8]
    }

    private static let mostParts = 20
    private static let longestHeaders = 2_048

    /// Nil where `body` is no such form.
    ///
    /// - Parameter type: the value of the Content-Type header.
    package init?(_ body: [UInt8], type: String) {
        guard let boundary = Self.boundary(type) else { return nil }
        let mark = Array("--\(boundary)".utf8)
        guard body.starts(with: mark) else { return nil }
        var rest = body[mark.count...]
        var (fields, files): ([Form.Field], [File]) = ([], [])
        for _ in 0..<Self.mostParts {
            // After the last part two dashes follow, after any other a line end.
            if rest.starts(with: Array("--".utf8)) {
                form = Form(fields)
                self.files = files
                return
            }
            guard rest.starts(with: [0x0D, 0x0A]),
                let end = Self.place(of: Array("\r\n".utf8) + mark, in: rest.dropFirst(2)),
                let part = Self.part(rest[(rest.startIndex + 2)..<end])
            else { return nil }
            switch part {
            case .field(let field): fields.append(field)
            case .file(let file): files.append(file)
            case .nothing: break
            }
            rest = rest[(end + 2 + mark.count)...]
        }
        return nil
    }

    private enum Part {
        case field(Form.Field)
        case file(File)
        /// A field for a file, in which none was chosen.
        case nothing
    }

    private static func boundary(_ type: String) -> String? {
        let parts = type.split(separator: ";").map { String($0).trimmingBlanks }
        guard parts.first?.lowercased() == "multipart/form-data",
            let parameter = parts.first(where: { $0.lowercased().hasPrefix("boundary=") })
        else { return nil }
        let boundary = parameter.dropFirst(9).filter { $0 != "\"" }
        let isPlain = boundary.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
            default: "'()+_,-./:=?".utf8.contains(byte)
            }
        }
        return isPlain && (1...70).contains(boundary.utf8.count) ? boundary : nil
    }

    private static func part(_ bytes: ArraySlice<UInt8>) -> Part? {
        guard let end = place(of: Array("\r\n\r\n".utf8), in: bytes), end - bytes.startIndex <= longestHeaders,
            let head = String(validating: bytes[bytes.startIndex..<end], as: UTF8.self)
        else { return nil }
        let content = bytes[(end + 4)...]
        let lines = head.split(separator: "\r\n")
        let dispositions = lines.filter { $0.lowercased().hasPrefix("content-disposition:") }
        guard dispositions.count == 1,
            !lines.contains(where: { $0.lowercased().hasPrefix("content-transfer-encoding:") }),
            let name = parameter("name", of: dispositions[0])
        else { return nil }
        if let file = parameter("filename", of: dispositions[0]) {
            return file.isEmpty && content.isEmpty ? .nothing : .file(File(field: name, bytes: Array(content)))
        }
        guard let value = String(validating: content, as: UTF8.self), !value.utf8.contains(0) else { return nil }
        return .field(Form.Field(name, value.replacing("\r\n", with: "\n")))
    }

    /// The quoted value of a parameter; browsers write `"` in it as `%22`.
    private static func parameter(_ name: String, of line: Substring) -> String? {
        guard let start = line.firstRange(of: "; \(name)=\"") else { return nil }
        let rest = line[start.upperBound...]
        guard let end = rest.firstIndex(of: "\"") else { return nil }
        return String(rest[..<end])
    }

    private static func place(of mark: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
        guard let first = mark.first else { return nil }
        var index = bytes.startIndex
        while let next = bytes[index...].firstIndex(of: first) {
            if bytes[next...].starts(with: mark) { return next }
            index = next + 1
        }
        return nil
    }
}
