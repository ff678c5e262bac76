import Foundation
import Testing
import Vocabulary

@testable import Instruments

@Suite struct `The definition of trafficking` {
    @Test func `is met by an act, a means and a purpose`() {
        var facts = Facts()
        facts.acts = [.recruitment]
        facts.means = [.deception]
        facts.purposes = [.forcedLabour]
        facts.age = .adult
        let answer = facts.classified()
        #expect(answer.outcome == .trafficking)
        #expect(answer.missing.isEmpty)
        #expect(clauses(of: answer, at: .means) == ["TIP-3.a"])
    }

    @Test func `needs no means for a child`() {
        var facts = Facts()
        facts.acts = [.harbouring]
        facts.purposes = [.sexual]
        facts.age = .years(17)
        let answer = facts.classified()
        #expect(answer.outcome == .traffickingInChild)
        #expect(clauses(of: answer, at: .means) == ["TIP-3.c", "G8.1"])
        #expect(clauses(of: answer, at: .age) == ["TIP-3.d"])
    }

    @Test func `takes somebody for a child whose age is not known when there is reason to`() {
        var facts = Facts()
        facts.acts = [.transportation]
        facts.purposes = [.forcedBegging]
        facts.age = .unknown(reasonToBelieveChild: true)
        #expect(facts.classified().outcome == .traffickingInChild)
        #expect(clauses(of: facts.classified(), at: .age) == ["P10", "TIP-3.d"])
        facts.age = .unknown(reasonToBelieveChild: false)
        #expect(facts.classified().outcome == .elementMissing)
        #expect(facts.classified().missing == [.means])
    }

    @Test(arguments: [17, 18]) func `draws the line at eighteen`(years: Int) {
        var facts = Facts()
        facts.age = .years(years)
        #expect(facts.concernsChild == (years < 18))
    }

    @Test func `gives consent no weight, and says why`() {
        var facts = Facts()
        facts.acts = [.recruitment]
        facts.means = [.abuseOfVulnerability]
        facts.purposes = [.servitude]
        facts.age = .adult
        facts.consentClaimed = true
        #expect(facts.classified().outcome == .trafficking)
        #expect(facts.classified().steps.contains { $0.finding == .consentCancelledByMeans })
        #expect(clauses(of: facts.classified(), at: .consent) == ["TIP-3.b"])
    }

    @Test func `tells smuggling apart`() {
        var facts = Facts()
        facts.acts = [.transportation]
        facts.age = .adult
        facts.crossedBorder = true
        facts.smuggling = [.paidForCrossing, .endedWithCrossing]
        let answer = facts.classified()
        #expect(answer.outcome == .signsOfSmuggling)
        #expect(clauses(of: answer, at: .smuggling) == ["SOM-3.a", "VF-237c"])
        facts.smuggling = [.paidForCrossing]
        #expect(facts.classified().steps.contains { $0.finding == .smugglingGoesOn })
    }

    @Test func `tells a breach of labour law apart`() {
        var facts = Facts()
        facts.acts = [.recruitment]
        facts.age = .adult
        facts.labour = [.wagesWithheld, .excessiveHours]
        #expect(facts.classified().outcome == .labourViolation)
        #expect(clauses(of: facts.classified(), at: .result) == ["VF-152b", "G3.1"])
    }

    @Test func `does not let smuggling or bad pay hide trafficking`() {
        var facts = Facts()
        facts.acts = [.transfer]
        facts.means = [.threat]
        facts.purposes = [.forcedCriminality]
        facts.age = .adult
        facts.smuggling = Set(SmugglingSign.allCases)
        facts.labour = Set(LabourBreach.allCases)
        #expect(facts.classified().outcome == .trafficking)
        #expect(facts.classified().alternatives.isEmpty)
    }

    @Test func `counts a purpose that nobody knows as none, and says when a form is not in the Protocol's list`() {
        var facts = Facts()
        facts.purposes = [.unknown]
        #expect(facts.classified().missing.contains(.purpose))
        facts.purposes = [.unknown, .surrogacy]
        #expect(facts.classified().steps.contains { $0.finding == .purposeBeyondList })
        facts.purposes = [.organRemoval]
        #expect(facts.classified().steps.contains { $0.finding == .purposeShown })
    }

    @Test func `names each missing element of an empty set of facts`() {
        #expect(Facts().classified().missing == [.act, .means, .purpose])
        #expect(Facts().classified().outcome == .elementMissing)
    }

    @Test func `cites only clauses that the library has, the Smuggling Protocol aside`() throws {
        let known = Set(try Shipped.commitmentIDs())
        for finding in Finding.allCases {
            #expect(!finding.clauses.isEmpty)
            for clause in finding.clauses where clause.isCommitment { #expect(known.contains(clause.id), "\(clause.id)") }
        }
    }

    private func clauses(of answer: Classification, at question: Finding.Question) -> [String] {
        answer.steps.first { $0.finding.question == question }?.clauses.map(\.id) ?? []
    }
}
