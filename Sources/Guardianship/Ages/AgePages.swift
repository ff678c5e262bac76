import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

extension Routes {
    //  GET   …/childhood/age-doubt              form: may be under 18                 writeCase
    //  POST  …/childhood/age-doubt              protected as a child from now         writeCase
    //  GET   …/childhood/ages                   assessments, and a form for one       readChildFile
    //  POST  …/childhood/ages                   open one                              protectChildren
    //  GET   …/childhood/ages/{age}             one                                   readChildFile
    //  POST  …/childhood/ages/{age}/agreement   guardian and child answer             actAsGuardian
    //  POST  …/childhood/ages/{age}/findings    record a finding                      protectChildren
    //  POST  …/childhood/ages/{age}/decision    decide                                protectChildren
    //  POST  …/childhood/ages/{age}/review      ask for a review                      askForReview
    mutating func addAges(_ room: ProtectionRoom) {
        let (ages, desk) = (Ages(room), AgeDesk(room: room))

        get("/work/cases/{id}/childhood/age-doubt", needs: .deed(.writeCase)) { visit in
            .page(try await desk.doubt(visit, filled: Filled()))
        }

        post("/work/cases/{id}/childhood/age-doubt", needs: .deed(.writeCase)) { visit in
            let (file, actor) = (try visit.id("id", of: CaseFile.self), try visit.signedIn())
            var reading = FormReading(visit.form)
            let (ground, note) = (reading.read(AgeFields.ground), reading.read(AgeFields.reason))
            let shares = reading.read(AgeFields.shares)
            return try await visit.settle(
                reading,
                {
                    guard let ground, let note, let shares else { throw WebRefused.malformed }
                    try await ages.doubt(file, on: ground, note: note, keepsShares: shares == .keep, by: actor)
                    return ChildAddress.file(file)
                }, back: { try await desk.doubt(visit, filled: $0) })
        }

        get("/work/cases/{id}/childhood/ages", needs: .deed(.readChildFile)) { visit in .page(try await desk.list(visit, filled: Filled()))
        }

        post("/work/cases/{id}/childhood/ages", needs: .deed(.protectChildren)) { visit in
            let (file, actor) = (try visit.id("id", of: CaseFile.self), try visit.signedIn())
            var reading = FormReading(visit.form)
            let (ground, note) = (reading.read(AgeFields.ground), reading.read(AgeFields.reason))
            return try await visit.settle(
                reading,
                {
                    guard let ground else { throw WebRefused.malformed }
                    return ChildAddress.age(file, try await ages.open(file, on: ground, note: note, by: actor))
                }, back: { try await desk.list(visit, filled: $0) })
        }

        get("/work/cases/{id}/childhood/ages/{age}", needs: .deed(.readChildFile)) { visit in
            .page(try await desk.one(visit, filled: Filled()))
        }

        post("/work/cases/{id}/childhood/ages/{age}/agreement", needs: .deed(.actAsGuardian)) { visit in
            let (file, age, actor) = (
                try visit.id("id", of: CaseFile.self), try visit.id("age", of: AgeAssessment.self), try visit.signedIn()
            )
            var reading = FormReading(visit.form)
            let (answer, view, note) = (reading.read(AgeFields.agreement), reading.read(AgeFields.view), reading.read(AgeFields.viewNote))
            return try await visit.settle(
                reading,
                {
                    guard let answer, let view else { throw WebRefused.malformed }
                    try await ages.answer(age, in: file, agrees: answer == .yes, view, note: note, from: visit.version, by: actor)
                    return ChildAddress.age(file, age)
                }, back: { try await desk.one(visit, filled: $0) })
        }

        post("/work/cases/{id}/childhood/ages/{age}/findings", needs: .deed(.protectChildren)) { visit in
            let (file, age, actor) = (
                try visit.id("id", of: CaseFile.self), try visit.id("age", of: AgeAssessment.self), try visit.signedIn()
            )
            var reading = FormReading(visit.form)
            let (method, low, high) = (reading.read(AgeFields.method), reading.read(AgeFields.lowest), reading.read(AgeFields.highest))
            let (day, note, present) = (
                reading.read(AgeFields.day), reading.read(AgeFields.findingNote), reading.read(AgeFields.guardianPresent)
            )
            return try await visit.settle(
                reading,
                {
                    guard let method, let low, let high, let day, present != nil else { throw WebRefused.malformed }
                    try await ages.find(age, in: file, by: method, (low, high), on: day, note: note, by: actor)
                    return ChildAddress.age(file, age)
                }, back: { try await desk.one(visit, filled: $0) })
        }

        post("/work/cases/{id}/childhood/ages/{age}/decision", needs: .deed(.protectChildren)) { visit in
            let (file, age, actor) = (
                try visit.id("id", of: CaseFile.self), try visit.id("age", of: AgeAssessment.self), try visit.signedIn()
            )
            var reading = FormReading(visit.form)
            let (outcome, reasons) = (reading.read(AgeFields.outcome), reading.read(AgeFields.reasons))
            return try await visit.settle(
                reading,
                {
                    guard let outcome, let reasons else { throw WebRefused.malformed }
                    try await ages.decide(age, in: file, outcome, reasons: reasons, from: visit.version, by: actor)
                    return ChildAddress.age(file, age)
                }, back: { try await desk.one(visit, filled: $0) })
        }

        post("/work/cases/{id}/childhood/ages/{age}/review", needs: .deed(.askForReview)) { visit in
            let (file, age) = (try visit.id("id", of: CaseFile.self), try visit.id("age", of: AgeAssessment.self))
            try await ages.review(age, in: file, from: visit.version, by: visit.signedIn())
            return .see(ChildAddress.age(file, age))
        }
    }
}

enum AgeFields {
    enum Shares: String, CodedAnswer {
        case keep, close

        var word: Word {
            switch self {
            case .keep:
                Word(
                    work: "Stay open on the ground of the child-protection authority, until a guardian answers",
                    fr: "Restent ouverts au titre de l’autorité de protection, jusqu’à la réponse d’un tuteur")
            case .close: Word(work: "Are closed now", fr: "Sont fermés maintenant")
            }
        }
    }

    enum YesNo: String, CodedAnswer {
        case yes, no
        var word: Word { self == .yes ? .yes : .no }
    }

    static let ground = AgeGround.field("ground", .ground, why: .groundWhy)
    static let reason = LongTextField("reason", .whatItRestsOn, length: 3...4_000, rows: 4)
    static let shares = Shares.field("shares", .sharesOnOwnConsent, why: .sharesOnOwnConsentWhy)
    static let agreement = YesNo.field("agreement", .doYouAgree, why: .doYouAgreeWhy)
    static let view = ChildView.field("view", .viewOfTheChild)
    static let viewNote = LongTextField("view-note", .inTheChildsWords, isRequired: false, rows: 3)
    static let method = AgeMethod.field("method", .method, why: .methodWhy)
    static let lowest = NumberField("lowest", .lowestAge, why: .lowestAgeWhy, bounds: 0...125)
    static let highest = NumberField("highest", .highestAge, bounds: 0...125)
    static let day = DayField("found-on", .dayDone, .untilToday)
    static let findingNote = LongTextField("finding-note", .note, isRequired: false, rows: 3)
    static let guardianPresent = TickField("guardian-present", .guardianWasPresent, isRequired: true)
    static let outcome = AgeOutcome.field("outcome", .decision, why: .benefitOfTheDoubt)
    static let reasons = LongTextField("reasons", .reasons, length: 3...4_000, rows: 4)
}

struct AgeDesk: Sendable {
    let room: ProtectionRoom

    func doubt(_ visit: Visit, filled: Filled) async throws -> AgeDoubtPage {
        try await Childhood(room).look(at: visit.id("id"), for: visit.signedIn()) { tx, view, _ in
            let resting = try tx.count(
                """
                SELECT count(*) FROM case_share s JOIN consent k ON k.id = s.consent_id
                WHERE s.case_id = \(view.summary.id) AND s.closed_at IS NULL AND k.given_by = 'person'
                """
            )
            return AgeDoubtPage(view: view, sharesOnConsent: resting, filled: filled)
        }
    }

    func list(_ visit: Visit, filled: Filled) async throws -> AgesPage {
        try await Childhood(room).look(at: visit.id("id"), for: visit.signedIn()) { tx, view, _ in
            AgesPage(
                view: view, assessments: try AgeAssessment.all(in: view.summary.id, tx: tx),
                hasGuardian: try GuardianAppointment.current(in: view.summary.id, tx: tx) != nil, filled: filled)
        }
    }

    func one(_ visit: Visit, filled: Filled) async throws -> AgePage {
        let age = try visit.id("age", of: AgeAssessment.self)
        let today = room.day(of: visit.now)
        return try await Childhood(room).look(at: visit.id("id"), for: visit.signedIn(), notesOf: age.bytes) { tx, view, notes in
            AgePage(
                view: view, age: try AgeAssessment.find(age, in: view.summary.id, tx: tx), findings: try AgeFinding.all(of: age, tx: tx),
                decisions: try AgeDecision.all(of: age, tx: tx), notes: notes, today: today, filled: filled)
        }
    }
}
