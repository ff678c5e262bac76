import Protection
import Stewardship
import Testing
import Vocabulary
import Web

@Suite struct `What stewardship refuses` {
    @Test func `is said in French too, to whoever works in French`() {
        for refused in StewardshipRefused.allCases {
            #expect(refused.words[.en] == refused.message)
            #expect(refused.words[.fr] != refused.message && !refused.words[.fr].isEmpty, "\(refused.code)")
        }
    }
}
