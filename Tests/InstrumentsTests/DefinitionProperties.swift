import Testing
import Vocabulary

@testable import Instruments

/// Every combination of what matters: 2 sets of acts × 3 of means × 4 of purposes × 7 ages × 2⁵ of the rest.
private let everyCombination: [Facts] = {
    let acts: [Set<Act>] = [[], [.recruitment], Set(Act.allCases)]
    let means: [Set<Means>] = [[], [.deception], Set(Means.allCases)]
    let purposes: [Set<Exploitation>] = [[], [.unknown], [.forcedLabour], [.surrogacy], Set(Exploitation.allCases)]
    let ages: [Facts.Age] = [
        .years(0), .years(17), .years(18), .child, .adult, .unknown(reasonToBelieveChild: true), .unknown(reasonToBelieveChild: false),
    ]
    var all: [Facts] = []
    for act in acts {
        for mean in means {
            for purpose in purposes {
                for age in ages {
                    for bits in 0..<32 {
                        var facts = Facts()
                        (facts.acts, facts.means, facts.purposes, facts.age) = (act, mean, purpose, age)
                        facts.consentClaimed = bits & 1 != 0
                        facts.crossedBorder = bits & 2 != 0
                        facts.organisedGroup = bits & 4 != 0
                        facts.labour = bits & 8 != 0 ? [.wagesWithheld] : []
                        facts.smuggling = bits & 16 != 0 ? [.paidForCrossing] : []
                        all.append(facts)
                    }
                }
            }
        }
    }
    return all
}()

@Suite struct `In every combination of facts` {
    @Test func `the answer is the definition, word for word`() {
        for facts in everyCombination {
            let complete = !facts.acts.isEmpty && !facts.knownPurposes.isEmpty && (facts.concernsChild || !facts.means.isEmpty)
            let answer = facts.classified()
            guard answer.isTrafficking == complete else {
                Issue.record("\(facts)")
                continue
            }
            guard (answer.outcome == .traffickingInChild) == (complete && facts.concernsChild) else {
                Issue.record("\(facts)")
                continue
            }
        }
    }

    @Test func `consent, a border and an organised group change nothing but the reasons`() {
        let changes: [(inout Facts) -> Void] = [
            { $0.consentClaimed.toggle() }, { $0.crossedBorder.toggle() }, { $0.organisedGroup.toggle() },
        ]
        for facts in everyCombination {
            let answer = facts.classified()
            for change in changes {
                var other = facts
                change(&other)
                let changed = other.classified()
                guard changed.outcome == answer.outcome, changed.missing == answer.missing else {
                    Issue.record("\(facts)")
                    continue
                }
            }
        }
    }

    @Test func `labour and smuggling facts never make or unmake trafficking`() {
        for facts in everyCombination {
            var other = facts
            other.labour = other.labour.isEmpty ? [.noContract] : []
            other.smuggling = other.smuggling.isEmpty ? [.paidForCrossing] : []
            guard other.classified().isTrafficking == facts.classified().isTrafficking else {
                Issue.record("\(facts)")
                continue
            }
        }
    }

    @Test func `knowing more of an act, a means or a purpose never takes trafficking away`() {
        for facts in everyCombination where facts.classified().isTrafficking {
            var more = facts
            more.acts.insert(.receipt)
            more.means.insert(.force)
            more.purposes.insert(.slavery)
            guard more.classified().outcome == facts.classified().outcome else {
                Issue.record("\(facts)")
                continue
            }
        }
    }

    @Test func `an element is missing exactly when it is not trafficking, and every step has a clause`() {
        for facts in everyCombination {
            let answer = facts.classified()
            guard answer.missing.isEmpty == answer.isTrafficking, answer.steps.allSatisfy({ !$0.clauses.isEmpty }),
                answer.steps.last?.finding.question == .result, !answer.alternatives.contains(answer.outcome)
            else {
                Issue.record("\(facts)")
                continue
            }
        }
    }
}
