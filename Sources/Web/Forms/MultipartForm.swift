/// Reads `multipart/form-data` (RFC 7578) from a body whose size was bounded already.
enum MultipartForm {
    /// At most this many parts, and this many bytes of headers in each.
    static let mostParts = 500
    static let mostHeaderBytes = 8_192

    static func boundary(in contentType: String) -> String? {
        for piece in contentType.split(separator: ";").dropFirst() {
            let piece = piece.trimmingSpaces
            guard piece.lowercased().hasPrefix("boundary=") else { continue }
            let text = piece.dropFirst("boundary=".count).filter { $0 != "\"" }
            return (1...70).contains(text.utf8.count) ? String(text) : nil
        }
        return nil
    }

    /// - Throws: `WebRefused.malformed` when it ends too early or a part has no name; `.tooLarge` beyond the bounds.
    static func read(_ body: [UInt8], boundary: String) throws(WebRefused) -> FormBody {
        let opening = Array("--\(boundary)".utf8)
        let delimiter = Array("\r\n--\(boundary)".utf8)
        guard body.starts(with: opening) else { throw .malformed }
        var fields: [(name: String, value: String)] = []
        var files: [FormFile] = []
        var at = opening.count
        while true {
            let rest = body[at...]
            if rest.starts(with: [0x2D, 0x2D]) { break }
            guard rest.starts(with: [0x0D, 0x0A]) else { throw .malformed }
            at += 2
            guard let end = find(delimiter, in: body[...], from: at) else { throw .malformed }
            guard let headersEnd = endOfHeaders(body[at..<end]) else { throw .malformed }
            guard headersEnd - at <= mostHeaderBytes, fields.count + files.count < mostParts else { throw .tooLarge }
            let head = try Head(body[at..<headersEnd])
            let content = body[Swift.min(headersEnd + 4, end)..<end]
            if let fileName = head.fileName {
                files.append(FormFile(field: head.name, name: fileName, claimedType: head.type, bytes: Array(content)))
            } else {
                guard let text = String(validating: content, as: UTF8.self), !content.contains(0) else { throw .malformed }
                fields.append((head.name, text))
            }
            at = end + delimiter.count
        }
        return FormBody(Query(fields), files: files)
    }

    private struct Head {
        var name = ""
        var fileName: String?
        var type = "application/octet-stream"

        init(_ bytes: ArraySlice<UInt8>) throws(WebRefused) {
            guard let text = String(validating: bytes, as: UTF8.self) else { throw .malformed }
            for line in text.split(separator: "\r\n") {
                guard let colon = line.firstIndex(of: ":") else { continue }
                let value = line[line.index(after: colon)...].trimmingSpaces
                switch line[..<colon].lowercased() {
                case "content-disposition":
                    name = Self.parameter("name", in: value) ?? ""
                    fileName = Self.parameter("filename", in: value)
                case "content-type": type = String(value.prefix(100))
                default: break
                }
            }
            guard !name.isEmpty, name.utf8.count <= 200 else { throw .malformed }
        }

        /// `; name="value"`, with `%22` for a quote, as browsers write it.
        private static func parameter(_ name: String, in value: String) -> String? {
            guard let start = value.firstRange(of: "; \(name)=\"") else { return nil }
            let rest = value[start.upperBound...]
            guard let end = rest.firstIndex(of: "\"") else { return nil }
            return String(rest[..<end].replacing("%22", with: "\"").replacing("%0D%0A", with: " "))
        }
    }

    private static func endOfHeaders(_ part: ArraySlice<UInt8>) -> Int? {
        if part.starts(with: [0x0D, 0x0A]) { return nil }
        return find([0x0D, 0x0A, 0x0D, 0x0A], in: part, from: part.startIndex)
    }

    /// The first place of a needle, which begins with a carriage return: few bytes do, so most cost one comparison.
    private static func find(_ needle: [UInt8], in bytes: ArraySlice<UInt8>, from: Int) -> Int? {
        bytes.withUnsafeBufferPointer { buffer in
            let offset = bytes.startIndex
            var at = from - offset
            while at + needle.count <= buffer.count {
                if buffer[at] == needle[0], needle.indices.allSatisfy({ buffer[at + $0] == needle[$0] }) { return at + offset }
                at += 1
            }
            return nil
        }
    }
}
