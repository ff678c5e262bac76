import Basics
import Vocabulary
import Web

/// How reliable the figures are: every rule with how many States fail it, then every finding, State by State.
struct QualityPage: Page {
    let filled: Filled
    let rules: Sheet
    let findings: Sheet
    let source: PublishedSource
    /// What the visitor chose, for the files to be of the same rows.
    let choice: [(name: String, value: String)]

    var title: Word { .quality }
    var door: Door { .steering }
    var sources: [PageSource] { [PageSource(source)] }
    var trail: [Crumb] { [Crumb(.numbers, EvidenceAddress.numbers)] }

    static let ruleField = ChoiceField(
        "rule", .qualityRule, isRequired: false, choices: QualityRules.all.map { Choice($0.code, key: $0.code, label: $0.title) }, as: .list
    )
    static let verdictField = ChoiceField("verdict", .qualityVerdict, isRequired: false, QualityVerdict.allCases, as: .list) { $0.name }

    func body(_ html: inout Markup) {
        html.p(.qualityLead, .class("lead"))
        html.sheet(rules, id: "rules", at: EvidenceAddress.worldTable(.rules))
        html.section { html in
            html.h2(.qualityFindings)
            html.form(get: EvidenceAddress.quality, .class("filters")) { html in
                html.field(Self.ruleField, filled)
                html.field(Self.verdictField, filled)
                html.button(.apply, .type("submit"))
            }
            html.sheet(findings.first(200), id: "findings", at: EvidenceAddress.worldTable(.quality).with(choice))
        }
        html.furtherOnNumbers()
    }
}

extension WorldTables {
    /// The rules, and the findings that an address asks for.
    func quality(_ query: Query) async throws -> (rules: Sheet, findings: Sheet, source: PublishedSource) {
        let overview = try await statistics.quality()
        let rule = query.filled("rule").flatMap(QualityRules.rule)?.code
        let verdict = query.filled("verdict").flatMap(QualityVerdict.init(rawValue:))
        let rules = Sheet(
            name: "quality-rules", title: .qualityRules,
            columns: [
                Column("rule", .qualityRule), Column("meaning", .qualityMeaning), Column("states", .qualityStates, .integer),
                Column("states_failing", .qualityStatesFailing, .integer), Column("checked", .qualityChecked, .integer),
                Column("failing", .qualityFailing, .integer),
            ],
            rows: QualityRules.all.map { rule in
                let tally = overview.tally(of: rule.code)
                return [
                    .word(rule.title), .word(rule.meaning), .integer(tally.states), .integer(tally.statesFailing), .integer(tally.checked),
                    .integer(tally.failing),
                ]
            },
            source: overview.source.sheetSource
        )
        let found = overview.findings.flatMap { state, findings in findings.map { (state, $0) } }.filter { _, finding in
            (rule.map { $0 == finding.rule } ?? true)
                && (verdict.map { $0 == finding.verdict } ?? (finding.verdict != .good || rule != nil))
        }
        return (rules, findings(found, of: overview.source), overview.source)
    }

    private func findings(_ found: [(CountryCode, QualityFinding)], of source: PublishedSource) -> Sheet {
        Sheet(
            name: "quality", title: .qualityFindings,
            columns: [
                Column("country", .country), Column("code", .code), Column("rule", .qualityRule), Column("rule_code", .code),
                Column("verdict", .qualityVerdict), Column("checked", .qualityChecked, .integer),
                Column("failing", .qualityFailing, .integer), Column("years", .qualityYears),
            ],
            rows: found.compactMap { state, finding in
                guard let rule = QualityRules.rule(finding.rule) else { return nil }
                return [
                    .link(.word(naming.name(of: state)), to: EvidenceAddress.country(state).at("reliability")), .text(state.alpha3),
                    .word(rule.title), .text(rule.code), .word(finding.verdict.name), .integer(finding.checked),
                    .integer(finding.failing), .text(finding.yearsText),
                ]
            },
            source: source.sheetSource
        )
    }
}
