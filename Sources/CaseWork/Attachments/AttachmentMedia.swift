import Vocabulary

/// The kinds of files that can be attached, judged by what is in them. What a sender says of a file counts for nothing.
enum AttachmentMedia: String, CaseIterable, Sendable, Hashable {
    case pdf, jpeg, png, text, ogg, mp3, wav

    /// - Returns: `nil` for anything else, so that it is refused before any of it is kept.
    init?(content: [UInt8]) {
        func begins(_ bytes: [UInt8], at place: Int = 0) -> Bool { content.dropFirst(place).starts(with: bytes) }
        if begins(Array("%PDF-".utf8)) {
            self = .pdf
        } else if begins([0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if begins([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .png
        } else if begins(Array("OggS".utf8)) {
            self = .ogg
        } else if begins(Array("RIFF".utf8)), begins(Array("WAVE".utf8), at: 8) {
            self = .wav
        } else if begins(Array("ID3".utf8)) || Self.isFrameOfMP3(content) {
            self = .mp3
        } else if Self.isPlainText(content) {
            self = .text
        } else {
            return nil
        }
    }

    /// Eleven set bits, a version that is not reserved, layer III, a bit rate and a sampling rate that exist.
    private static func isFrameOfMP3(_ content: [UInt8]) -> Bool {
        guard content.count >= 4, content[0] == 0xFF, content[1] & 0xE0 == 0xE0 else { return false }
        let (version, layer) = (content[1] >> 3 & 3, content[1] >> 1 & 3)
        let (rate, sampling) = (content[2] >> 4, content[2] >> 2 & 3)
        return version != 1 && layer == 1 && rate != 0 && rate != 15 && sampling != 3
    }

    /// Text in UTF-8 without control characters. What begins like a page or a drawing is none: a browser might run it.
    private static func isPlainText(_ content: [UInt8]) -> Bool {
        guard !content.isEmpty, let text = String(validating: content, as: UTF8.self) else { return false }
        let isPlain = content.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
        let first = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }.first
        return isPlain && first != "<"
    }

    /// What the answer that serves it says.
    var type: String {
        switch self {
        case .pdf: "application/pdf"
        case .jpeg: "image/jpeg"
        case .png: "image/png"
        case .text: "text/plain; charset=utf-8"
        case .ogg: "audio/ogg"
        case .mp3: "audio/mpeg"
        case .wav: "audio/wav"
        }
    }

    var ending: String {
        switch self {
        case .jpeg: "jpg"
        case .text: "txt"
        default: rawValue
        }
    }

    var word: Word {
        switch self {
        case .pdf: Word(work: "PDF", fr: "PDF")
        case .jpeg, .png: Word(work: "Picture", fr: "Image")
        case .text: Word(work: "Text", fr: "Texte")
        case .ogg, .mp3, .wav: Word(work: "Sound", fr: "Son")
        }
    }
}
