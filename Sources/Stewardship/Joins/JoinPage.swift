import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

/// Two files side by side.
struct JoinPage: Page {
    static let purpose = TextField("purpose", .purpose, why: .purposeWhy, length: 3...500)
    static let kept = ChoiceField(
        "kept", .whichIsKept,
        choices: [Choice("first", key: "first", label: .firstFile), Choice("second", key: "second", label: .secondFile)])
    static let parts = ChoicesField(
        "parts", .partsToShare, choices: CasePart.allCases.map { Choice($0, key: $0.rawValue, label: $0.word) })

    struct Side: Sendable {
        let summary: CaseSummary
        let keeper: String
        let sex: Word
        let age: Word
        let citizenship: Word?
        let identity: Shown<PersonIdentity>?
    }

    let id: ID<PersonMatch>
    let sides: [Side]
    let score: Int
    let isSettled: Bool
    let law: ChoiceField<String>
    let profile: CountryProfile
    let filled: Filled

    static func read(_ visit: Visit, _ room: ProtectionRoom, filled: Filled, purpose: Purpose? = nil) async throws -> JoinPage {
        let (id, actor) = (try visit.id("id", of: PersonMatch.self), try visit.signedIn())
        guard let match = try await room.database.read({ tx in try FileJoins.match(id, in: tx) }) else { throw notThere(.joinFiles, actor) }
        let files = [match.first, match.second]
        var keys: [ID<CaseFile>: HolderKey<Person>] = [:]
        if purpose != nil { for file in files { keys[file] = try await Entries(room).key(for: file) } }
        let opened = keys
        return try await room.gate.look(for: actor) { tx, looking in
            var sides: [Side] = []
            for file in files {
                let _: Permit<CaseFile> = try looking.permit(.joinFiles, on: file, detail: "compared")
                guard let summary = try CaseSummary.find(file, in: tx) else { throw notThere(.joinFiles, actor) }
                var identity: Shown<PersonIdentity>?
                if let purpose, let key = opened[file] {
                    let permit: Permit<Person> = try looking.permit(
                        .joinFiles, on: summary.person, purpose: purpose, detail: "identity compared")
                    identity = try People(room).opened(summary.person, with: key, under: permit, in: tx)
                }
                let coded = try tx.row(
                    """
                    SELECT p.sex, p.age_band, p.citizenship, o.name FROM person p, organisation o
                    WHERE p.id = \(summary.person) AND o.id = \(summary.organisation)
                    """
                ) { ($0.text(0), $0.text(1), $0.optionalText(2), $0.text(3)) }
                sides.append(
                    Side(
                        summary: summary, keeper: coded?.3 ?? "", sex: room.codebook.lists[Sex.self].word(coded?.0 ?? "unknown"),
                        age: room.codebook.lists[AgeBand.self].word(coded?.1 ?? "unknown"),
                        citizenship: coded?.2.flatMap { room.countries.country(alpha3: $0)?.name }, identity: identity))
            }
            return JoinPage(
                id: id, sides: sides, score: try tx.count("SELECT score FROM person_match WHERE id = \(id)"), isSettled: match.isSettled,
                law: ChoiceField(
                    "law", .transferGround,
                    choices: try room.profile.disclosureOverrides.filter { law in
                        try sides.allSatisfy { try law.allows($0.summary.organisation, in: tx) }
                    }.map { Choice($0.code, key: $0.code, label: $0.text) }, as: .list),
                profile: room.profile, filled: filled)
        }
    }

    var title: Word { .samePerson }
    var door: Door { .work }
    var trail: [Crumb] { [Crumb(.joins, StewardshipAddress.joins)] }

    func body(_ html: inout Markup) {
        html.p { html in
            html.say(.score)
            html.text(": ")
            html.number(score)
        }
        for (index, side) in sides.enumerated() {
            html.section(.class("panel")) { html in
                html.h2(index == 0 ? .firstFile : .secondFile)
                html.dl(.class("facts")) { html in
                    html.line(.caseCode) { html in html.code { $0.text(side.summary.code) } }
                    html.line(.keeper) { html in html.bdi { $0.text(side.keeper) } }
                    html.line(.sex, side.sex)
                    html.line(.ageBand, side.age)
                    if let word = side.citizenship { html.line(.citizenship, word) }
                    html.line(.setting, side.summary.setting.word)
                    html.line(.path, side.summary.path.word)
                    html.line(.stage, profile.decisionNames[side.summary.stage.rawValue] ?? .stage)
                    html.line(.openedOn) { $0.moment(side.summary.openedAt) }
                    if let identity = side.identity?.value {
                        html.line(.names) { html in html.bdi { $0.text(identity.names.joined(separator: " · ")) } }
                        html.line(.aliases) { html in html.bdi { $0.text(identity.aliases.joined(separator: " · ")) } }
                        if let birth = identity.birth { html.line(.birth) { $0.text(birth) } }
                    }
                }
            }
        }
        guard !isSettled else { return html.p(.matchIsSettled) }
        html.problems(filled)
        if sides.allSatisfy({ $0.identity == nil }) {
            form(.openBoth, "identities", &html) { $0.field(Self.purpose, filled) }
        }
        html.p(.joiningLead, .class("note"))
        form(.joinThem, "joining", &html) { $0.field(Self.kept, filled) }
        form(.shareBetween, "share", &html) { html in
            html.field(Self.parts, filled)
            html.field(law, filled)
            html.field(LawReason.field, filled)
        }
        form(.notTheSame, "difference", &html) { _ in }
    }

    private func form(_ word: Word, _ noun: String, _ html: inout Markup, _ content: (inout Markup) -> Void) {
        html.form(post: StewardshipAddress.joinPart(id, noun)) { html in
            content(&html)
            html.submit(word)
        }
    }
}
