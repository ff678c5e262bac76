package import Basics
import Foundation
package import Tabular
import Yams

/// A source as it is described before anything of it has been imported.
package struct SourceDescription: Sendable, Hashable {
    package let name: String
    package let kind: PublishedSource.Kind
    package let mappings: [String]
    package let citation: String
    package let address: String?
    package let notice: String?
    package let releasedOn: Day?
    package let isPublished: Bool
    package let precedence: Int

    package init(
        name: String, kind: PublishedSource.Kind, mappings: [String], citation: String, address: String? = nil, notice: String? = nil,
        releasedOn: Day? = nil, isPublished: Bool = false, precedence: Int = 1_000
    ) {
        (self.name, self.kind, self.mappings, self.citation) = (name, kind, mappings, citation)
        (self.address, self.notice, self.releasedOn) = (address, notice, releasedOn)
        (self.isPublished, self.precedence) = (isPublished, precedence)
    }
}

/// The mappings and sources that ship with the program, in `share/mappings/`.
package struct SourceBook: Sendable {
    private let share: Share
    package let sources: [SourceDescription]

    /// - Throws: `ShareRefused`, or `ImportRefused.sourceList` when the list of sources has faults.
    package static func load(from share: Share) throws -> SourceBook {
        let path = "mappings/sources.yaml"
        let text = try share.text(path)
        var sources: [SourceDescription] = []
        for item in (try? Yams.compose(yaml: text))?.sequence ?? [] {
            guard let source = SourceDescription(item) else { throw ImportRefused.sourceList(line: item.mark?.line ?? 0) }
            sources.append(source)
        }
        guard !sources.isEmpty else { throw ImportRefused.sourceList(line: 1) }
        return SourceBook(share: share, sources: sources)
    }

    /// The names of the mappings that ship.
    package var mappings: [String] { sources.flatMap(\.mappings).sorted() }

    /// A mapping by its name, or from a file of the user's own when the name ends in `.yaml`.
    package func mapping(_ name: String) throws -> LoadedMapping {
        let isFile = name.hasSuffix(".yaml") || name.hasSuffix(".yml")
        let text: String
        if isFile {
            guard let own = try? String(contentsOfFile: name, encoding: .utf8) else { throw ImportRefused.mappingFile(name) }
            text = own
        } else {
            guard mappings.contains(name) else { throw ImportRefused.mapping(name, known: mappings) }
            text = try share.text("mappings/\(name).yaml")
        }
        let mapping = try Mapping(yaml: text, name: isFile ? name : "mappings/\(name).yaml")
        let source =
            sources.first { $0.mappings.contains(mapping.name) && !isFile }
            ?? SourceDescription(
                name: mapping.name, kind: mapping.fieldNames.contains("value") ? .statistics : .persons, mappings: [mapping.name],
                citation: mapping.source
            )
        return LoadedMapping(mapping: mapping, text: text, source: source)
    }
}

/// A mapping, the text it was read from, and the source that its files are of.
package struct LoadedMapping: Sendable {
    package let mapping: Mapping
    package let text: String
    package let source: SourceDescription

    package init(mapping: Mapping, text: String, source: SourceDescription) {
        (self.mapping, self.text, self.source) = (mapping, text, source)
    }
}

extension SourceDescription {
    fileprivate init?(_ node: Node) {
        func text(_ key: String) -> String? { node.mapping?[key]?.scalar?.string }
        guard let name = text("name"), let kind = text("kind").flatMap(PublishedSource.Kind.init), let citation = text("citation"),
            let mappings = node.mapping?["mappings"]?.sequence?.compactMap({ $0.scalar?.string }), !mappings.isEmpty
        else { return nil }
        self.init(
            name: name, kind: kind, mappings: mappings, citation: citation, address: text("address"), notice: text("notice"),
            releasedOn: text("released_on").flatMap { Day(iso: $0) }, isPublished: text("published") == "true",
            precedence: text("precedence").flatMap { Int($0) } ?? 1_000
        )
    }
}
