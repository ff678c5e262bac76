package import Basics

/// The whole vocabulary, read once at start: code lists, the register of countries, and the reader of country labels.
package struct Codebook: Sendable {
    package let lists: CodeLists
    package let countries: Countries
    package let labels: CountryResolver

    /// Reads every data file of the vocabulary.
    /// - Throws: `VocabularyRefused` with every fault, `ShareRefused` when a file is not there.
    package static func load(from share: Share) throws -> Codebook {
        let lists = try CodeLists.load(from: share)
        let countries = try Countries.load(from: share, regions: lists[Region.self])
        return Codebook(lists: lists, countries: countries, labels: try CountryResolver.load(from: share, countries: countries))
    }

    /// Whether a mapping may name this list and scheme.
    ///
    /// The list `country` has the schemes `alpha3` (also when none is named), `alpha2`, `m49`, `any_code` for any of these three,
    /// and `label` for names. All others have their own codes when none is named, `glotip`, and `htcds:` followed by a field.
    package func knows(list: String, scheme: String?) -> Bool {
        if list == "country" { return ["alpha3", "alpha2", "m49", "any_code", "label"].contains(scheme ?? "alpha3") }
        return lists[list]?.knows(scheme: scheme) ?? false
    }

    /// Our code for what stands in a file; `nil` when the list has no such label.
    package func code(for label: String, list: String, scheme: String?) -> String? {
        guard list == "country" else { return lists[list]?.entry(for: label, scheme: scheme)?.code }
        return switch scheme ?? "alpha3" {
        case "alpha3": countries.country(alpha3: label)?.code.alpha3
        case "alpha2": countries.country(alpha2: label)?.code.alpha3
        case "m49": countries.country(m49: label)?.code.alpha3
        case "any_code":
            (countries.country(alpha3: label) ?? countries.country(alpha2: label) ?? countries.country(m49: label))?.code.alpha3
        default: labels.read(label).country?.alpha3
        }
    }

    /// The version of a list that codes are given out from; the register of countries has none, for ISO codes are never re-used.
    package func version(list: String) -> Int { lists[list]?.version ?? 1 }
}
