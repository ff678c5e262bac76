package import Basics

/// An instrument of the register, with what is known of it. The name is its official English one.
package struct Treaty: Hashable, Sendable {
    /// The short code, such as `TIP`; part of addresses, never changes.
    package let code: String
    /// How the depositary numbers it: `XVIII-12-a`, `CETS 197`, `ILO C029`.
    package let reference: String
    package let depositary: String
    package let name: String
    package let adoptedOn: Day?
    /// Not verified, and its source not recorded: shown so wherever it is shown.
    package let inForceOn: Day?
    /// How old the rows are, in the words of the one who gathered them; empty when there are none.
    package let statusAsOf: String
    /// How complete the rows are, likewise.
    package let completeness: String

    /// Which States could be expected to become parties.
    package var openTo: Circle { depositary.hasPrefix("Council of Europe") ? .councilOfEurope : .unitedNations }

    package enum Circle: Sendable {
        /// Members and observers of the United Nations.
        case unitedNations
        /// Members of the Council of Europe; other States join by invitation.
        case councilOfEurope
    }
}

/// How one party or signatory stands to one treaty, and how that is known.
package struct Participation: Hashable, Sendable {
    package let treaty: String
    /// ISO alpha-3 of the State, or `EUE` for the European Union.
    package let party: String
    package let signedOn: Day?
    /// What bound the party; `nil` for one that has only signed.
    package let action: Action?
    /// When it was done; `nil` where that is not known, or nothing was done.
    package let actedOn: DateSpan?
    package let provenance: Provenance

    package init(treaty: String, party: String, signedOn: Day?, action: Action?, actedOn: DateSpan?, provenance: Provenance) {
        (self.treaty, self.party, self.signedOn, self.action) = (treaty, party, signedOn, action)
        (self.actedOn, self.provenance) = (actedOn, provenance)
    }

    /// Bound by the treaty, as far as the register knows.
    package var isParty: Bool { action.map { $0 != .denunciation } ?? false }

    /// The acts by which a State binds itself to a treaty, or leaves it.
    package enum Action: String, CaseIterable, Sendable, Codable {
        case ratification, accession, succession, acceptance, approval, participation
        case definitiveSignature = "definitive-signature"
        case formalConfirmation = "formal-confirmation"
        /// A party; whether by ratification or accession the source does not say.
        case party
        /// Was a party and has left.
        case denunciation
    }

    /// The same standing, whoever reported it: what an import compares.
    package func saysTheSame(as other: Participation) -> Bool {
        treaty == other.treaty && party == other.party && signedOn == other.signedOn && action == other.action
            && actedOn == other.actedOn
    }
}

/// How one row is known.
package struct Provenance: Hashable, Sendable {
    package let precision: Precision
    package let confidence: Confidence
    /// What another source says instead; empty when none is known to disagree.
    package let conflict: String
    /// Where it was read.
    package let source: String
    /// When the source was true, as far as it tells; `nil` for an undated one.
    package let asOf: DateSpan?

    package init(precision: Precision, confidence: Confidence, conflict: String, source: String, asOf: DateSpan?) {
        (self.precision, self.confidence, self.conflict) = (precision, confidence, conflict)
        (self.source, self.asOf) = (source, asOf)
    }

    /// How exactly the date is known.
    package enum Precision: String, CaseIterable, Sendable, Codable {
        case day
        /// Worked out from another date, such as the entry into force.
        case derivedDay = "day-derived"
        case month, year
        /// Between two dates.
        case window
        /// A party, but since when is not known.
        case unknown = "party-date-unknown"
        /// Nothing was done but to sign.
        case none = ""
    }

    /// How far to trust the row.
    package enum Confidence: String, CaseIterable, Sendable, Codable {
        /// Read from the depositary's list, even if by way of another.
        case a = "A"
        /// Derived from such a list.
        case aMinus = "A-"
        /// From one secondary source.
        case b = "B"
        /// Not verified.
        case c = "C"
    }
}

extension Provenance {
    /// The dates that the text of a source mentions: `(scraped 2013-10..2015-03)`, `(Aug 2022)`, `(~2016)`. `nil` when there is none.
    package static func datesMentioned(in source: String) -> DateSpan? {
        let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
        let words = source.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "-") }.map(String.init)
        var dates: [PartialDate] = []
        for (place, word) in words.enumerated() {
            guard let date = PartialDate(iso: word), (1945...2100).contains(date.year) else { continue }
            if case .year(let year) = date, place > 0, let month = months.firstIndex(of: String(words[place - 1].prefix(3))) {
                dates.append(.month(year: year, month: month + 1))
            } else {
                dates.append(date)
            }
        }
        guard let first = dates.min(by: { $0.days.lowerBound < $1.days.lowerBound }),
            let last = dates.max(by: { $0.days.upperBound < $1.days.upperBound })
        else { return nil }
        return first == last ? .at(first) : .between(first, last)
    }
}
