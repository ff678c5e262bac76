import Basics
import Protection
import Vocabulary
import Web

/// What a decision sets in motion: shown before it is taken.
struct Consequence: Sendable {
    let word: Word
    /// Until when, where it has a day.
    let until: Day?

    init(_ word: Word, until: Day? = nil) { (self.word, self.until) = (word, until) }

    static func of(_ stage: IdentificationStage, _ summary: CaseSummary, _ profile: CountryProfile, today: Day, reflection: Reflection?)
        -> [Consequence]
    {
        func day(_ deadline: Deadline) -> Day { deadline.due(from: today, in: profile.calendar) }
        let recovery = Consequence(
            reflection == nil ? .consequenceReflection : .consequenceReflectionGoesOn,
            until: reflection?.endsOn ?? today.adding(days: max(profile.reflection.days, Reflection.leastDays)))
        switch stage {
        case .underAssessment:
            return [Consequence(.consequenceYours), Consequence(.consequenceAcknowledged), Consequence(.consequenceWorkerTold)]
        case .presumed:
            return [
                Consequence(.consequenceAssistance), recovery, Consequence(.consequenceDecisionDue, until: day(profile.deadlines.decision)),
                Consequence(.consequenceWorkerTold),
            ]
        case .identified: return [Consequence(.consequenceAssistanceGoesOn), recovery, Consequence(.consequenceWorkerTold)]
        case .notIdentified:
            return [
                Consequence(.consequenceSecondPerson), Consequence(.consequenceReview, until: day(profile.deadlines.review)),
                Consequence(.consequenceAppeal, until: day(profile.deadlines.appeal)), Consequence(.consequenceWorkerAndGuardianTold),
            ] + (reflection == nil ? [] : [recovery])
        case .upheld:
            return [
                Consequence(.consequenceSecondPerson), Consequence(.consequenceAppeal, until: day(profile.deadlines.appeal)),
                Consequence(.consequenceWorkerAndGuardianTold),
            ]
        case .overturned:
            return [Consequence(.consequenceAssistance), recovery, Consequence(.consequenceWorkerAndGuardianTold)]
        case .underReview: return [Consequence(.consequenceReviewBegins), Consequence(.consequenceWorkerTold)]
        case .detected: return []
        }
    }
}

extension Markup {
    mutating func consequences(_ all: [Consequence]) {
        section(.class("note"), .id("consequences")) { html in
            html.h2(.whatFollows)
            html.ul { html in
                for one in all {
                    html.li { html in
                        html.say(one.word)
                        if let day = one.until {
                            html.text(": ")
                            html.say(.untilDay)
                            html.space()
                            html.day(day)
                        }
                    }
                }
            }
        }
    }
}
