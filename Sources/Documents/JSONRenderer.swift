/// Draws the data of a document: two spaces of indentation, one line end at the end.
struct JSONRenderer {
    func draw(_ document: Document) -> [UInt8] { document.data.bytes() }
}

extension JSON {
    /// The value as UTF-8, over several lines unless asked otherwise, with one line end at the end.
    package func bytes(pretty: Bool = true) -> [UInt8] {
        var buffer = ByteBuffer()
        buffer.append(self, indentation: pretty ? 0 : nil)
        buffer.append("\n")
        return buffer.array
    }
}
