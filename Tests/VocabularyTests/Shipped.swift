import Basics
import Foundation
import Vocabulary

/// The data files that ship, read once for all tests.
enum Shipped {
    static let share = Share(
        folder: URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../share").standardizedFileURL
    )

    static let codebook = Result { try Codebook.load(from: share) }

    /// The lines of a small CSV without quoted fields.
    static func lines(_ path: String) throws -> [[String]] {
        try share.text(path).split(whereSeparator: \.isNewline).dropFirst().map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    /// The labels of UNODC's file that should name a country, and in how many rows each stands.
    static let countryLabels = Result {
        var labels: [String: Int] = [:]
        for line in try lines("glotip/glotip_full.csv") {
            let fields = line.joined(separator: ",").csvFields
            guard fields[2] == "citizenship" || fields[2] == "repatriation" else { continue }
            labels[fields[3], default: 0] += 1
        }
        return labels
    }
}

extension String {
    var csvFields: [String] {
        var fields = [""]
        var isQuoted = false
        for character in self {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: fields.append("")
            default: fields[fields.count - 1].append(character)
            }
        }
        return fields
    }
}

/// The scripts that the names of a language are written in.
extension Language {
    func writes(_ scalar: Unicode.Scalar) -> Bool {
        switch self {
        case .en, .fr, .es: (0x41...0x24F).contains(scalar.value)
        case .ar: (0x600...0x6FF).contains(scalar.value)
        case .ru: (0x400...0x4FF).contains(scalar.value)
        case .zh: (0x4E00...0x9FFF).contains(scalar.value)
        }
    }
}
