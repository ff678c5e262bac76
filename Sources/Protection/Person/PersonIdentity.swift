package import Basics
import Foundation
package import Store

/// Who a person is. Exists sealed in the database, and opened under a permit; it doesn't print itself.
package struct PersonIdentity: Sendable, Hashable, Codable {
    /// As the person gives them, in any script, of one part or many; the first is how they want to be called.
    package var names: [String]
    /// Names used in exploitation, nicknames, earlier names.
    package var aliases: [String]
    /// ISO, whole or partial; `nil` when not known.
    package var birth: String?
    /// Passport, identity card, file numbers elsewhere: kind and number in one line each.
    package var documents: [String]
    package var contact: SafeContact?

    package init(
        names: [String] = [], aliases: [String] = [], birth: PartialDate? = nil, documents: [String] = [], contact: SafeContact? = nil
    ) {
        self.names = names
        self.aliases = aliases
        self.birth = birth?.iso
        self.documents = documents
        self.contact = contact
    }

    package var birthDate: PartialDate? { birth.flatMap { PartialDate(iso: $0) } }

    /// The tokens of each part of their names, and the year of birth by itself: what two people share is counted by parts.
    package var tokensByPart: [Set<String>] {
        let parts = Set((names + aliases).flatMap { NameTokens.parts(of: $0) }).map(\.all)
        guard !parts.isEmpty else { return [] }
        return parts + (birthDate.map { [["year \($0.year)"]] } ?? [])
    }

    /// Every token under which the person can be found.
    package var tokens: Set<String> {
        var tokens: Set<String> = []
        for name in names + aliases { tokens.formUnion(NameTokens.all(of: name)) }
        // A year alone would find a fiftieth of everybody: it only helps to rank those whom a name has found.
        if let year = birthDate?.year, !tokens.isEmpty { tokens.insert("year \(year)") }
        return tokens
    }
}

/// How to reach a person without putting them in danger.
package struct SafeContact: Sendable, Hashable, Codable {
    /// A telephone number, an address, or through whom.
    package var channel: String
    /// When it is safe, and what to say.
    package var how: String
    package var mayWrite: Bool
    package var mayCall: Bool

    package init(channel: String, how: String, mayWrite: Bool, mayCall: Bool) {
        self.channel = channel
        self.how = how
        self.mayWrite = mayWrite
        self.mayCall = mayCall
    }
}

extension PersonIdentity: Sealable {
    package var sealableBytes: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        // Strings and flags alone: there is nothing that can't be encoded.
        return (try? encoder.encode(self)).map { [UInt8]($0) } ?? []
    }

    package init?(sealableBytes: [UInt8]) {
        guard let identity = try? JSONDecoder().decode(PersonIdentity.self, from: Data(sealableBytes)) else { return nil }
        self = identity
    }
}

extension PersonIdentity: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "•••" }
    package var debugDescription: String { "•••" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}

extension SafeContact: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "•••" }
    package var debugDescription: String { "•••" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}

extension SealPlace {
    /// Where a person's identity stands. The version grows with each correction, so an older one can't be put back.
    package static func identity(of person: ID<Person>, version: Int) -> SealPlace {
        SealPlace("person", person, "identity", version: version)
    }
}
