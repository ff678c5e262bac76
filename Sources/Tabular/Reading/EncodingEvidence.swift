/// Finds out how a file's letters are written, by reading all of its bytes once before the first row is read.
///
/// A wrong guess would be found in the middle of an import, or never; a pass over the bytes costs a hundredth of the import.
struct EncodingEvidence {
    private(set) var encoding: TextEncoding
    /// Bytes of the byte order mark.
    private(set) var markLength: Int
    private(set) var notice: TableNotice?

    /// - Parameter stated: what the mapping says; then only this is checked.
    init(_ source: inout ByteSource, stated: TextEncoding?, chunkBytes: Int) throws(TableRefused) {
        let opening = try source.read(atMost: 4_096)
        guard !opening.isEmpty else { throw .empty }
        if let lookalike = Self.lookalike(of: opening) { throw .notText(lookalike) }
        (encoding, markLength) = (.utf8, 0)
        notice = nil
        if opening.starts(with: [0xEF, 0xBB, 0xBF]) { (encoding, markLength) = (.utf8, 3) }
        if opening.starts(with: [0xFF, 0xFE]) { (encoding, markLength) = (.utf16LittleEndian, 2) }
        if opening.starts(with: [0xFE, 0xFF]) { (encoding, markLength) = (.utf16BigEndian, 2) }
        if markLength == 0, let stated { encoding = stated }
        guard encoding == .utf8 || encoding == .windows1252 else { return }
        var survey = ByteSurvey()
        var chunk = opening
        while !chunk.isEmpty {
            survey.add(chunk)
            chunk = try source.read(atMost: chunkBytes)
        }
        survey.finish()
        if survey.hasZero { throw .notText(Self.isHalfZeros(opening) ? .utf16WithoutMark : .binary) }
        guard encoding == .utf8, let bad = survey.firstBad else { return }
        if stated == .utf8 || markLength == 3 { throw .undecodable(.utf8, line: bad.line, byte: bad.byte) }
        if survey.sequences > 0 { throw .mixedEncodings(line: bad.line, byte: bad.byte) }
        guard survey.looksWestern else { throw .unknownEncoding(line: bad.line, byte: bad.byte) }
        encoding = .windows1252
        notice = .takenForWindows1252
    }

    private static func lookalike(of bytes: [UInt8]) -> TableRefused.Lookalike? {
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return .spreadsheet }
        if bytes.starts(with: [0x1F, 0x8B]) || bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) { return .compressed }
        if bytes.starts(with: Array("%PDF-".utf8)) { return .pdf }
        return nil
    }

    private static func isHalfZeros(_ bytes: [UInt8]) -> Bool {
        let zeros = bytes.count { $0 == 0 }
        return zeros * 5 > bytes.count * 2 && zeros * 5 < bytes.count * 3
    }
}
