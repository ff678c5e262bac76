import Protection
import Testing

@Suite struct `The stages of identification` {
    @Test func `are gone through one by one: nobody is found to be a victim, or not to be one, without an assessment`() {
        #expect(IdentificationStage.detected.next == [.underAssessment])
        #expect(IdentificationStage.underAssessment.next == [.presumed, .notIdentified])
        #expect(IdentificationStage.presumed.next == [.identified, .notIdentified])
        for stage in IdentificationStage.allCases where stage != .presumed { #expect(!stage.next.contains(.identified)) }
    }

    @Test func `let a no be reviewed, and a review end`() {
        #expect(IdentificationStage.notIdentified.next == [.underReview])
        #expect(IdentificationStage.underReview.next == [.upheld, .overturned])
        for end in [IdentificationStage.identified, .upheld, .overturned] { #expect(end.next.isEmpty && !end.awaitsDecision) }
    }

    @Test func `need a second person wherever somebody is told no, and for nothing else`() {
        #expect(IdentificationStage.allCases.filter(\.needsSecondPerson) == [.notIdentified, .upheld])
    }

    @Test func `open assistance from the presumption on, and after a review that undid a no`() {
        #expect(IdentificationStage.allCases.filter(\.opensAssistance) == [.presumed, .identified, .overturned])
    }

    @Test func `can all be reached from a detection`() {
        var reached: Set<IdentificationStage> = [.detected]
        var open = [IdentificationStage.detected]
        while let stage = open.popLast() {
            for next in stage.next where reached.insert(next).inserted { open.append(next) }
        }
        #expect(reached == Set(IdentificationStage.allCases))
    }

    @Test func `each have a name in every profile`() throws {
        for profile in try CountryProfile.loadAll(folder: Profiles.folder) {
            for stage in IdentificationStage.allCases {
                #expect(profile.decisionNames[stage.rawValue] != nil, "\(profile.name): \(stage.rawValue)")
            }
        }
    }
}
