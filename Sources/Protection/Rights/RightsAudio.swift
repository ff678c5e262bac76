package import Basics
import Crypto
import Foundation
import Vocabulary
package import Web

/// The rights sheets, spoken. A recording belongs to one text: its name holds the text's hash, so that a country which changes a sentence
/// offers no recording of the old one.
package struct RightsAudio: Sendable {
    private let share: Share

    package init(_ share: Share) { self.share = share }

    /// Where the recording of a sheet is; `nil` when there is none of this very text.
    package func address(of sheet: RightsSheet) -> (any Address)? {
        let name = Self.name(of: sheet)
        return bytes(name) == nil ? nil : ProtectionAddress.rightsAudio(name)
    }

    /// A recording by its name; `nil` when there is none, or the name is none of ours.
    func bytes(_ name: String) -> [UInt8]? {
        guard name.hasSuffix(".mp3"), name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "-") }),
            !name.contains("..")
        else { return nil }
        return (try? share.data("audio/rights/" + name)).map { Array($0) }
    }

    /// `fr.0f3c9a5b7d21.mp3`: the tag and the first 12 digits of the SHA-256 of title and points, each on a line of its own.
    static func name(of sheet: RightsSheet) -> String {
        let text = ([sheet.title] + sheet.points).joined(separator: "\n")
        let hash = SHA256.hash(data: Data(text.utf8)).prefix(6).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
        return "\(sheet.language).\(hash).mp3"
    }
}

extension Markup {
    /// The recording of a sheet, with what must be known of it: that a machine speaks. Nothing where there is none.
    package mutating func rightsAudio(_ audio: RightsAudio, _ sheet: RightsSheet) {
        guard let address = audio.address(of: sheet) else { return }
        p(.class("audio")) { html in
            html.audio(at: address, .listenToRights)
            html.br()
            html.small { $0.say(.machineVoice) }
        }
    }
}

extension Word {
    static let listenToRights = Word(
        en: "Listen to these rights", fr: "Écouter ces droits", es: "Escuchar estos derechos", ar: "استمع إلى هذه الحقوق",
        ru: "Прослушать эти права", zh: "收听这些权利"
    )
    static let machineVoice = Word(
        en: "A machine reads this, as a stand-in for a human voice. If you can’t follow it, ask somebody to read it to you.",
        fr: "Une machine lit ce texte, en attendant une voix humaine. Si vous ne comprenez pas bien, demandez qu’on vous le lise.",
        es: "Lo lee una máquina, a falta de una voz humana. Si no lo entiende bien, pida que se lo lean.",
        ar: "تقرأ آلةٌ هذا النص بدلًا من صوت بشري إلى حين توفره. إذا لم تفهمه فاطلب من أحد أن يقرأه لك.",
        ru: "Текст читает машина, временно вместо человеческого голоса. Если трудно понять, попросите прочитать его вам.",
        zh: "此录音为机器朗读，暂代真人声音。如果听不清楚，请让人读给您听。"
    )
}
