package import Basics
import Foundation

/// Every code list that ships, in every version that ships.
package struct CodeLists: Sendable {
    private let versions: [String: [CodeList]]

    /// Reads every `vocabulary/NAME.VERSION.json`.
    /// - Throws: `VocabularyRefused` with all faults of all files.
    package static func load(from share: Share) throws -> CodeLists {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: share.url("vocabulary").path(percentEncoded: false))) ?? []
        let paths = names.filter { $0.hasSuffix(".json") }.sorted().map { "vocabulary/\($0)" }
        guard !paths.isEmpty else { throw ShareRefused.unreadable(path: "vocabulary") }
        let htcds = try HTCDS.load(from: share)
        var faults: [VocabularyFault] = []
        var versions: [String: [CodeList]] = [:]
        for path in paths {
            do {
                let file = try JSONDecoder().decode(CodeListFile.self, from: try share.data(path))
                let found = file.faults(in: path, htcds: htcds)
                faults += found
                if found.isEmpty { versions[file.list, default: []].append(file.codeList) }
            } catch let error as DecodingError {
                faults.append(VocabularyFault(file: path, entry: "", problem: "can't be read: \(error.place)"))
            }
        }
        guard faults.isEmpty else { throw VocabularyRefused(faults: faults) }
        return CodeLists(versions: versions.mapValues { $0.sorted { $0.version < $1.version } })
    }

    private init(versions: [String: [CodeList]]) { self.versions = versions }

    /// The names of all lists, in order.
    package var names: [String] { versions.keys.sorted() }

    /// The newest version of a list.
    package subscript(name: String) -> CodeList? { versions[name]?.last }

    /// The newest version of a list that the program knows by type; empty when its file is not there.
    package subscript<List: Listed>(list: List.Type) -> CodeList {
        self[List.list]
            ?? CodeList(
                name: List.list, version: 0, title: Word(work: List.list, fr: List.list), source: "", entries: [], glotipTotal: nil
            )
    }

    /// One version of a list, for a record that was coded with it.
    package func list(_ name: String, version: Int) -> CodeList? { versions[name]?.first { $0.version == version } }

    /// A code of the newest version; `nil` when the list does not have it.
    package func code<List: Listed>(_ text: String, of list: List.Type) -> Code<List>? {
        guard let newest = self[List.list], newest[text] != nil else { return nil }
        return Code(stored: text, version: newest.version)
    }

    /// A typed value as a code of the newest version.
    package func code<List: Listed & RawRepresentable>(_ value: List) -> Code<List> where List.RawValue == String {
        Code(stored: value.rawValue, version: self[List.list]?.version ?? 0)
    }

    /// What a code is called, in the version it was coded with.
    package func name<List: Listed>(of code: Code<List>) -> Word {
        (list(List.list, version: code.version) ?? self[List.self]).name(of: code.text)
    }
}
