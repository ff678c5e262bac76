import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

/// What a recipient sees of a file: read through the same view as theirs will be.
struct SharePreview: Sendable {
    let coded: [(label: Word, value: Word)]
    let identity: Shown<PersonIdentity>?
    let entries: [(kind: EntryKind, fields: [EntryField], entries: [CaseEntry])]

    init(
        _ view: CaseView, _ room: ProtectionRoom, _ key: HolderKey<Person>?, _ looking: inout Gate.Looking, tx: any Transaction
    ) throws {
        coded = try Self.coded(view, room, tx: tx)
        identity =
            if view.shows(.identity), let key {
                try People(room).opened(
                    view.summary.person, with: key,
                    under: looking.permit(.readIdentity, on: view.summary.person, purpose: Purpose(standing: "look before sharing")), in: tx
                )
            } else { nil }
        hidden = view.hidden
        entries = try room.branches.flatMap(\.entries).filter { view.shows($0.part) }.map { kind in
            (kind, kind.fields(view.profile, room.codebook), try Entries(room).all(kind, in: view, with: key, &looking, tx: tx))
        }
    }

    private let hidden: HiddenFields

    /// What is coded of a person: what the recipient sees before they accept.
    static func coded(_ view: CaseView, _ room: ProtectionRoom, tx: any Transaction) throws -> [(label: Word, value: Word)] {
        try coded(of: view.summary, view.profile, room, tx: tx)
    }

    static func coded(
        of summary: CaseSummary, _ profile: CountryProfile, _ room: ProtectionRoom, tx: any Transaction
    ) throws -> [(label: Word, value: Word)] {
        let person = try tx.row("SELECT sex, age_band, language, interpreter FROM person WHERE id = \(summary.person)") {
            ($0.text(0), $0.text(1), $0.optionalText(2), try $0.choice(3, as: InterpreterNeed.self))
        }
        guard let (sex, age, language, interpreter) = person else { return [] }
        let lists = room.codebook.lists
        return [
            (.sex, lists[Sex.self].word(sex)), (.ageBand, lists[AgeBand.self].word(age)), (.path, summary.path.word),
            (.language, language.map { profile.languageName($0) } ?? .notAnswered),
            (.interpreter, interpreter.word),
        ]
    }

    /// What is shown of who the person is.
    var identityTexts: [(part: IdentityPart, texts: [String])] {
        guard let identity = identity?.value.without(hidden) else { return [] }
        return IdentityPart.allCases.map { (part: $0, texts: $0.texts(identity)) }.filter { !$0.texts.isEmpty }
    }

    func write(_ html: inout Markup) {
        html.dl(.class("facts")) { html in
            for (label, value) in coded { html.line(label, value) }
            for (part, texts) in identityTexts { html.line(part.word) { html in html.bdi { $0.text(texts.joined(separator: " · ")) } } }
        }
        for (kind, fields, entries) in entries where !entries.isEmpty {
            html.h3(kind.title)
            for entry in entries { html.entry(entry, fields) }
        }
    }
}

extension IdentityPart {
    var word: Word {
        switch self {
        case .names: .names
        case .aliases: .aliases
        case .birth: .birth
        case .documents: .documents
        case .contact: .contactChannel
        }
    }

    func texts(_ identity: PersonIdentity) -> [String] {
        switch self {
        case .names: identity.names
        case .aliases: identity.aliases
        case .birth: identity.birth.map { [$0] } ?? []
        case .documents: identity.documents
        case .contact: identity.contact.map { [$0.channel, $0.how].filter { !$0.isEmpty } } ?? []
        }
    }
}
