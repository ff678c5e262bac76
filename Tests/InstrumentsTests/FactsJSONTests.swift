import Foundation
import Testing
import Vocabulary

@testable import Instruments

@Suite struct `Facts in a file` {
    @Test func `are read, and written the same`() throws {
        let json = """
            {"acts": ["recruitment", "transfer"], "means": ["deception"], "purposes": ["forced_labour"], "age": "unknown",
             "reason_to_believe_child": true, "consent_claimed": true, "crossed_border": false, "organised_group": true,
             "labour": ["wages_withheld"], "smuggling": ["paid_for_crossing"]}
            """
        let facts = try Facts(json: Data(json.utf8))
        #expect(facts.acts == [.recruitment, .transfer])
        #expect(facts.age == .unknown(reasonToBelieveChild: true))
        #expect(facts.consentClaimed && facts.organisedGroup && !facts.crossedBorder)
        #expect(try JSONDecoder().decode(Facts.self, from: JSONEncoder().encode(facts)) == facts)
    }

    @Test func `may leave everything out`() throws {
        #expect(try Facts(json: Data("{}".utf8)) == Facts())
        #expect(try Facts(json: Data(#"{"age": 16}"#.utf8)).concernsChild)
    }

    @Test(arguments: ["", "[]", "nonsense", "{\"acts\": ", "12", "null"]) func `must be one object`(text: String) {
        #expect(throws: FactsRefused(faults: [.notAnObject])) { try Facts(json: Data(text.utf8)) }
    }

    @Test func `are refused with every fault at once, each with its field and what it takes`() throws {
        let json = #"{"acts": ["recruitement"], "means": "force", "age": 130, "crossed_border": "yes", "victim": 1}"#
        let refusal = try #require(throws: FactsRefused.self) { try Facts(json: Data(json.utf8)) }
        #expect(refusal.code == "facts.faulty")
        #expect(refusal.faults.count == 5)
        #expect(refusal.message.contains("“acts” has no code “recruitement”; the codes are recruitment, transportation"))
        #expect(refusal.message.contains("“means” takes a list of codes"))
        #expect(refusal.message.contains("“age” is 130"))
        #expect(refusal.message.contains("“crossed_border” takes true or false"))
        #expect(refusal.message.contains("“victim” is not a field"))
    }

    @Test(arguments: [#"{"age": "adult", "reason_to_believe_child": true}"#, #"{"age": 20, "reason_to_believe_child": true}"#])
    func `may not contradict themselves on age`(json: String) {
        #expect(throws: FactsRefused(faults: [.adultAndPerhapsChild])) { try Facts(json: Data(json.utf8)) }
    }

    @Test func `become an answer with codes and sentences`() throws {
        let facts = try Facts(json: Data(#"{"acts": ["receipt"], "purposes": ["slavery"], "age": 9}"#.utf8))
        let answer = ClassificationAnswer(facts.classified(), in: .fr)
        #expect(answer.outcome == .traffickingInChild)
        #expect(answer.isTrafficking)
        #expect(answer.summary.contains("traite d’enfant"))
        let text = String(decoding: try JSONEncoder().encode(answer), as: UTF8.self)
        #expect(text.contains("\"is_trafficking\":true"))
        #expect(try JSONDecoder().decode(ClassificationAnswer.self, from: Data(text.utf8)) == answer)
    }
}
