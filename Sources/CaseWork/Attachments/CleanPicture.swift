/// Takes out of a picture what a camera or a program wrote into it besides the picture: place, time, device, names, comments,
/// a smaller picture of what was cut away.
enum CleanPicture {
    /// The picture without it; `nil` for other kinds of files, of which only the original is kept.
    static func of(_ content: [UInt8], _ media: AttachmentMedia) throws(CaseWorkRefused) -> [UInt8]? {
        switch media {
        case .jpeg: try jpeg(content)
        case .png: try png(content)
        case .pdf, .text, .ogg, .mp3, .wav: nil
        }
    }

    // ISO/IEC 10918-1, annex B: segments of a marker, a length and a payload; after a start of scan, entropy-coded bytes in which
    // 0xFF is followed by 0 or by a restart marker.
    private static func jpeg(_ bytes: [UInt8]) throws(CaseWorkRefused) -> [UInt8] {
        var clean: [UInt8] = [0xFF, 0xD8]
        clean.reserveCapacity(bytes.count)
        var at = 2
        while true {
            guard at + 1 < bytes.count else { throw .imageWithoutEnd }
            guard bytes[at] == 0xFF else { throw .fileBroken }
            let marker = bytes[at + 1]
            if marker == 0xFF {
                at += 1
                continue
            }
            if marker == 0xD9 { return clean + [0xFF, 0xD9] }
            guard at + 3 < bytes.count else { throw .imageWithoutEnd }
            let length = Int(bytes[at + 2]) << 8 | Int(bytes[at + 3])
            guard length >= 2, marker >= 0xC0, !(0xD0...0xD8).contains(marker) else { throw .fileBroken }
            let end = at + 2 + length
            guard end <= bytes.count else { throw .imageWithoutEnd }
            keep(marker, bytes[(at + 4)..<end], &clean)
            at = end
            if marker == 0xDA { at = copyScan(from: at, bytes, &clean) }
        }
    }

    private static func keep(_ marker: UInt8, _ payload: ArraySlice<UInt8>, _ clean: inout [UInt8]) {
        switch marker {
        // JFIF: its density, without the small picture that may follow.
        case 0xE0 where payload.starts(with: Array("JFIF\0".utf8)) && payload.count >= 14:
            clean += [0xFF, 0xE0, 0, 16] + payload.prefix(12) + [0, 0]
        // Adobe: without it colours are read wrongly. Five letters, and seven bytes of numbers.
        case 0xEE where payload.starts(with: Array("Adobe".utf8)) && payload.count >= 12:
            clean += [0xFF, 0xEE, 0, 14] + payload.prefix(12)
        // All other application segments, and comments.
        case 0xE0...0xEF, 0xFE: break
        default:
            let length = payload.count + 2
            clean += [0xFF, marker, UInt8(length >> 8), UInt8(length & 0xFF)] + payload
        }
    }

    /// Copies the coded picture up to the next marker that is no part of it.
    private static func copyScan(from start: Int, _ bytes: [UInt8], _ clean: inout [UInt8]) -> Int {
        var at = start
        while at + 1 < bytes.count, bytes[at] != 0xFF || bytes[at + 1] == 0 || (0xD0...0xD7).contains(bytes[at + 1]) { at += 1 }
        clean += bytes[start..<min(at, bytes.count)]
        return at
    }

    /// What a PNG needs to look right; text, time, profile names, EXIF and all private chunks are not among it.
    private static let kept: Set<String> = ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT"]

    // ISO/IEC 15948: chunks of a length, four letters, the data and a checksum.
    private static func png(_ bytes: [UInt8]) throws(CaseWorkRefused) -> [UInt8] {
        var clean = Array(bytes.prefix(8))
        clean.reserveCapacity(bytes.count)
        var at = 8
        while at + 12 <= bytes.count {
            let length = bytes[at..<(at + 4)].reduce(0) { $0 << 8 | Int($1) }
            guard length <= bytes.count - at - 12 else { throw .imageWithoutEnd }
            let name = String(decoding: bytes[(at + 4)..<(at + 8)], as: UTF8.self)
            if at == 8, name != "IHDR" { throw .fileBroken }
            let end = at + 12 + length
            if kept.contains(name) { clean += bytes[at..<end] }
            if name == "IEND" { return clean }
            at = end
        }
        throw .imageWithoutEnd
    }
}
