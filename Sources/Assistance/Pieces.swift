import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

/// What the organisations of the node are called.
struct OrganisationNames: Sendable {
    private let names: [ID<Organisation>: String]

    init(in tx: any Transaction) throws {
        names = Dictionary(
            uniqueKeysWithValues: try tx.rows("SELECT id, name FROM organisation") { (try $0.id(0, of: Organisation.self), $0.text(1)) })
    }

    subscript(id: ID<Organisation>) -> String { names[id] ?? "—" }
}

extension CaseSummary {
    /// The way to a page of this file.
    var trail: [Crumb] { [Crumb(.caseFiles, CaseAddress.files), Crumb(.data(code), CaseAddress.file(id))] }
}

/// Whom a service or a place is for.
enum ServedGroup: String, CaseIterable, Sendable {
    case women, men, children, families, lgbti, disability

    var word: Word {
        switch self {
        case .women: Word(work: "Women", fr: "Femmes")
        case .men: Word(work: "Men", fr: "Hommes")
        case .children: Word(work: "Children", fr: "Enfants")
        case .families: Word(work: "Families", fr: "Familles")
        case .lgbti: Word(work: "LGBTI people", fr: "Personnes LGBTI")
        case .disability: Word(work: "Access for people with disabilities", fr: "Accès pour personnes handicapées")
        }
    }

    /// The group that a person is in by what is coded of them; `nil` when nothing can be said, and then nothing is left out.
    static func of(_ path: ProtectionPath, sex: String) -> ServedGroup? {
        if path.protectsAsChild { return .children }
        switch sex {
        case "female": return .women
        case "male": return .men
        default: return nil
        }
    }

    static func field(_ why: Word? = nil) -> ChoicesField<ServedGroup> {
        ChoicesField("served", .groupsServed, why: why, choices: allCases.map { Choice($0, key: $0.rawValue, label: $0.word) })
    }
}

/// A set of codes as a column: with a space before, between and after, so that one can be looked for.
enum CodeSet {
    static func text(_ codes: [String]) -> String { " " + codes.joined(separator: " ") + " " }
    static func codes(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
    static func holds(_ code: String) -> String { "% \(code) %" }
}

extension Markup {
    /// Parts of a file, by name.
    mutating func parts(_ parts: Set<CasePart>) {
        for (index, part) in CasePart.allCases.filter(parts.contains).enumerated() {
            if index > 0 { text(", ") }
            say(part.word)
        }
    }

    /// Words, one after the other.
    mutating func words(_ words: [Word]) {
        for (index, word) in words.enumerated() {
            if index > 0 { text(", ") }
            say(word)
        }
    }

    /// How long something took or takes.
    mutating func waiting(from start: Instant, to end: Instant) {
        let hours = Int((end - start).components.seconds / 3_600)
        if hours < 48 {
            number(hours)
            space()
            say(.hours)
        } else {
            number(hours / 24)
            space()
            say(.days)
        }
    }
}
