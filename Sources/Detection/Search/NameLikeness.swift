package import Basics
package import Protection
import Store

/// How alike two people are by what they are called and when they were born, and why.
package struct NameLikeness: Sendable, Hashable {
    /// 0–100.
    package let score: Int
    /// In the order to show them in.
    package let reasons: [Reason]

    /// Why somebody was found; a code in tables.
    package enum Reason: String, CaseIterable, Sendable, Hashable {
        /// The same word in the same letters, in Latin letters, by its consonants.
        case written, latin, sound
        case birthDate = "birth_date"
        case year
    }

    /// From here on two people may be one and the same.
    package static let threshold = 55

    /// Names that were taken apart already: a search compares one name with many, and many people are called the same.
    package struct Readings {
        private var parts: [String: [NamePart]] = [:]

        package init() {}

        mutating func parts(of name: String) -> [NamePart] {
            if let known = parts[name] { return known }
            let read = NameTokens.parts(of: name)
            parts[name] = read
            return read
        }
    }

    /// Compares a name as somebody typed it, and a birth date if they have one, with who a person is.
    package init(of asked: [String], born: PartialDate?, to identity: PersonIdentity) {
        var readings = Readings()
        self.init(of: asked, born: born, to: identity, &readings)
    }

    /// The same, with what was read before.
    package init(of asked: [String], born: PartialDate?, to identity: PersonIdentity, _ readings: inout Readings) {
        var best: (share: Double, reasons: Set<Reason>) = (0, [])
        for name in asked {
            for other in identity.names + identity.aliases {
                let found = Self.compare(readings.parts(of: name), readings.parts(of: other))
                if found.share > best.share { best = found }
            }
        }
        var reasons = best.reasons
        var score = best.share * 100
        if best.share > 0, let born, let other = identity.birthDate {
            switch abs(born.year - other.year) {
            case 0:
                score = best.share * 80 + 20
                reasons.insert(.year)
                if case .day = born, born == other { reasons.insert(.birthDate) }
            // Ages are guessed, and calendars converted: a little apart says nothing.
            case 1...2: break
            default: score -= 35
            }
        }
        self.score = max(0, min(100, Int(score.rounded())))
        self.reasons = Reason.allCases.filter(reasons.contains)
    }

    /// How much of two names is the same: each word counts once, in whatever order. What is left over on either side takes away:
    /// “Mohammed” alone is nearly any Mohammed, and not surely one of them.
    private static func compare(_ left: [NamePart], _ right: [NamePart]) -> (share: Double, reasons: Set<Reason>) {
        guard !left.isEmpty, !right.isEmpty else { return (0, []) }
        var free = Set(right.indices)
        var (sum, matched) = (0.0, 0)
        var reasons: Set<Reason> = []
        for word in left {
            var best: (index: Int, weight: Double, reason: Reason)?
            for index in free.sorted() {
                guard let found = word.likeness(to: right[index]), found.weight > best?.weight ?? 0 else { continue }
                best = (index, found.weight, found.reason)
            }
            guard let best else { continue }
            free.remove(best.index)
            sum += best.weight
            matched += 1
            reasons.insert(best.reason)
        }
        let covered = sum / Double(min(left.count, right.count))
        let whole = Double(matched) / Double(max(left.count, right.count))
        return (min(1, covered) * 0.7 + whole * 0.3, reasons)
    }
}

extension NamePart {
    /// How alike two parts of names are; nothing when they share no token. Where one has a particle that the other lacks (al-Rashid, Rashid)
    /// they are a little less alike.
    fileprivate func likeness(to other: NamePart) -> (weight: Double, reason: NameLikeness.Reason)? {
        if let whole = Self.best(tokens.intersection(other.tokens)) { return whole }
        let rest = Self.best(tokens.union(tail).intersection(other.tokens.union(other.tail)))
        return rest.map { ($0.weight * 0.9, $0.reason) }
    }

    private static func best(_ shared: Set<String>) -> (weight: Double, reason: NameLikeness.Reason)? {
        if shared.contains(where: { $0.hasPrefix("=") }) { return (1, .written) }
        if shared.contains(where: { $0.hasPrefix("~") }) { return (0.95, .latin) }
        if shared.contains(where: { $0.hasPrefix("#") }) { return (0.85, .sound) }
        return nil
    }
}
