package import Basics
import Foundation

/// The Human Trafficking Case Data Standard 2.0 (IOM, CC BY 4.0): its fields and, where a field has one, its code list.
package struct HTCDS: Sendable {
    package static let file = "reference/htcds_2_0.json"

    package let version: String
    package let fields: [Field]

    /// One of the 84 fields.
    package struct Field: Sendable, Decodable {
        package let section: String
        /// The name that a column of a file bears: `vic_TypeOfExploitation`.
        package let field: String
        package let label: String
        package let type: String
        /// Empty for a field without a list, or with a list of another standard.
        package let codes: [Entry]
    }

    /// One code of a field.
    package struct Entry: Sendable, Decodable, Hashable {
        package let code: String
        package let label: String
    }

    private let known: [String: Set<String>]

    /// Reads `reference/htcds_2_0.json`.
    package static func load(from share: Share) throws -> HTCDS {
        do {
            return HTCDS(try JSONDecoder().decode(File.self, from: try share.data(file)))
        } catch let error as DecodingError {
            throw VocabularyRefused(faults: [VocabularyFault(file: file, entry: "", problem: "can't be read: \(error.place)")])
        }
    }

    private init(_ file: File) {
        version = file.version
        fields = file.fields
        known = Dictionary(file.fields.map { ($0.field, Set($0.codes.map(\.code))) }, uniquingKeysWith: { $0.union($1) })
    }

    package func has(field: String, code: String) -> Bool { known[field]?.contains(code) ?? false }

    private struct File: Decodable {
        let version: String
        let fields: [Field]
    }
}

extension HTCDS.Field {
    private enum CodingKeys: String, CodingKey { case section, field, label, type, codes }

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        section = try values.decode(String.self, forKey: .section)
        field = try values.decode(String.self, forKey: .field)
        label = try values.decode(String.self, forKey: .label)
        type = try values.decode(String.self, forKey: .type)
        codes = try values.decodeIfPresent([HTCDS.Entry].self, forKey: .codes) ?? []
    }
}

extension DecodingError {
    /// Where in a JSON file it went wrong, and how.
    var place: String {
        switch self {
        case .keyNotFound(let key, let context): "\(key.stringValue) is missing \(context.path)"
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            "\(context.debugDescription) \(context.path)"
        @unknown default: "unknown fault"
        }
    }
}

extension DecodingError.Context {
    fileprivate var path: String { "at /" + codingPath.map(\.stringValue).joined(separator: "/") }
}
