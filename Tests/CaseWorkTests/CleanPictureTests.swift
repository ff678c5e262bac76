import Testing

@testable import CaseWork

@Suite struct `A picture that is handed on` {
    @Test func `loses place, comments and what stands behind its end, and keeps what it needs to be seen`() throws {
        let clean = try #require(try CleanPicture.of(TestPictures.jpeg(exif: "a secret place", comment: "a name"), .jpeg))
        let text = String(decoding: clean, as: UTF8.self)
        #expect(!text.contains("secret") && !text.contains("name") && !text.contains("trailer") && !text.contains("Exif"))
        #expect(text.contains("JFIF") && clean.prefix(2) == [0xFF, 0xD8] && clean.suffix(2) == [0xFF, 0xD9])
        // The coded picture is the same, stuffed bytes and restart markers with it.
        #expect(clean.suffix(9) == [0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56, 0xFF, 0xD9])
        let png = try #require(try CleanPicture.of(TestPictures.png(text: "a secret place"), .png))
        let chunks = String(decoding: png, as: UTF8.self)
        #expect(!chunks.contains("secret") && chunks.contains("IHDR") && chunks.contains("IDAT") && chunks.contains("IEND"))
        // Cleaned once, it stays as it is.
        #expect(try CleanPicture.of(clean, .jpeg) == clean && CleanPicture.of(png, .png) == png)
        #expect(try CleanPicture.of(Array("%PDF-1.7".utf8), .pdf) == nil)
    }

    @Test func `is refused in words where it is broken, at whatever byte it ends`() {
        for picture in [(TestPictures.jpeg(exif: "x"), AttachmentMedia.jpeg), (TestPictures.png(text: "x"), .png)] {
            let end = picture.0.count - (picture.1 == .jpeg ? 20 : 1) - 1
            for length in stride(from: 8, to: end, by: 1) {
                let cut = Array(picture.0.prefix(length))
                #expect(throws: CaseWorkRefused.self) { try CleanPicture.of(cut, picture.1) }
            }
        }
    }

    @Test func `and everything else is known by its bytes, not by its name`() {
        #expect(AttachmentMedia(content: Array("%PDF-1.7 …".utf8)) == .pdf)
        #expect(AttachmentMedia(content: TestPictures.jpeg(exif: "")) == .jpeg)
        #expect(AttachmentMedia(content: TestPictures.png(text: "")) == .png)
        #expect(AttachmentMedia(content: Array("OggS".utf8) + [0, 2]) == .ogg)
        #expect(AttachmentMedia(content: Array("RIFF".utf8) + [1, 2, 3, 4] + Array("WAVEfmt ".utf8)) == .wav)
        #expect(AttachmentMedia(content: Array("ID3".utf8) + [4, 0]) == .mp3)
        #expect(AttachmentMedia(content: [0xFF, 0xFB, 0x90, 0x64]) == .mp3)
        #expect(AttachmentMedia(content: Array("Где вы, herons?\r\n\tيوم".utf8)) == .text)
        for bytes in [[], [0], [0xFF, 0xFE, 0x41, 0], Array("  <svg>".utf8), [0x7F, 0x45, 0x4C, 0x46]] as [[UInt8]] {
            #expect(AttachmentMedia(content: bytes) == nil, "\(bytes)")
        }
    }
}
