/// Small pictures as a camera writes them: not to be looked at, but of the right shape.
enum TestPictures {
    static func jpeg(exif: String, comment: String = "") -> [UInt8] {
        func segment(_ marker: UInt8, _ payload: [UInt8]) -> [UInt8] {
            let length = payload.count + 2
            return [0xFF, marker, UInt8(length >> 8), UInt8(length & 0xFF)] + payload
        }
        let jfif = Array("JFIF\0".utf8) + [1, 2, 0, 0, 1, 0, 1, 0, 0]
        return [0xFF, 0xD8] + segment(0xE0, jfif) + segment(0xE1, Array("Exif\0\0".utf8) + Array(exif.utf8))
            + segment(0xFE, Array(comment.utf8))
            + segment(0xDB, Array(repeating: 1, count: 65)) + segment(0xC0, [8, 0, 1, 0, 1, 1, 1, 0x11, 0])
            + segment(0xDA, [1, 1, 0, 0, 63, 0]) + [0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56] + [0xFF, 0xD9]
            + Array("trailer with a place".utf8)
    }

    static func png(text: String) -> [UInt8] {
        func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
            let length = withUnsafeBytes(of: UInt32(data.count).bigEndian) { Array($0) }
            return length + Array(name.utf8) + data + [0, 0, 0, 0]
        }
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", Array(repeating: 1, count: 13))
            + chunk("tEXt", Array(text.utf8)) + chunk("eXIf", Array(text.utf8)) + chunk("zzZz", Array(text.utf8))
            + chunk("IDAT", [1, 2, 3]) + chunk("IEND", []) + Array(text.utf8)
    }
}
