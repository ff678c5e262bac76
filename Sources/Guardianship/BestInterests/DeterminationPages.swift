import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

extension Routes {
    //  GET   …/childhood/determinations                  determinations, and a form for one    readChildFile
    //  POST  …/childhood/determinations                  open one                              protectChildren
    //  GET   …/childhood/determinations/{one}            one                                   readChildFile
    //  POST  …/childhood/determinations/{one}/panel      add a member of the panel             protectChildren
    //  POST  …/determinations/{one}/panel/{member}/end   take a member off, before it decides  protectChildren
    //  POST  …/childhood/determinations/{one}/options    add an option                         protectChildren
    //  POST  …/childhood/determinations/{one}/hearing    child and guardian were heard         protectChildren
    //  POST  …/childhood/determinations/{one}/decision   decide                                protectChildren
    //  POST  …/childhood/determinations/{one}/review     look at it again                      protectChildren
    //  POST  …/childhood/determinations/{one}/share      open a share on its ground            shareCase
    mutating func addDeterminations(_ room: ProtectionRoom) {
        let (determinations, desk) = (Determinations(room), DeterminationDesk(room: room))

        get("/work/cases/{id}/childhood/determinations", needs: .deed(.readChildFile)) { visit in
            .page(try await desk.list(visit, filled: Filled()))
        }

        post("/work/cases/{id}/childhood/determinations", needs: .deed(.protectChildren)) { visit in
            let (file, actor) = (try visit.id("id", of: CaseFile.self), try visit.signedIn())
            var reading = FormReading(visit.form)
            let question = reading.read(DeterminationFields.question)
            return try await visit.settle(
                reading,
                {
                    guard let question else { throw WebRefused.malformed }
                    return ChildAddress.determination(file, try await determinations.open(question, in: file, by: actor))
                }, back: { try await desk.list(visit, filled: $0) })
        }

        get("/work/cases/{id}/childhood/determinations/{one}", needs: .deed(.readChildFile)) { visit in
            .page(try await desk.one(visit, filled: Filled()))
        }

        post("/work/cases/{id}/childhood/determinations/{one}/panel", needs: .deed(.protectChildren)) { visit in
            let (file, one, actor) = try desk.ids(visit)
            let page = try await desk.one(visit, filled: Filled())
            var reading = FormReading(visit.form)
            let (name, organisation) = (reading.read(DeterminationFields.member), reading.read(page.memberOf))
            let profession = reading.read(DeterminationFields.profession)
            return try await visit.settle(
                reading,
                {
                    guard let name, let organisation, let profession else { throw WebRefused.malformed }
                    try await determinations.addMember(name, of: organisation, as: profession, to: one, in: file, by: actor)
                    return ChildAddress.determination(file, one)
                }, back: { try await desk.one(visit, filled: $0) })
        }

        post("/work/cases/{id}/childhood/determinations/{one}/panel/{member}/end", needs: .deed(.protectChildren)) { visit in
            let (file, one, actor) = try desk.ids(visit)
            let member = try visit.id("member", of: BestInterests.Member.self)
            return try await visit.settle(
                FormReading(visit.form),
                {
                    try await determinations.removeMember(member, from: one, in: file, by: actor)
                    return ChildAddress.determination(file, one)
                }, back: { try await desk.one(visit, filled: $0) })
        }

        post("/work/cases/{id}/childhood/determinations/{one}/options", needs: .deed(.protectChildren)) { visit in
            let (file, one, actor) = try desk.ids(visit)
            var reading = FormReading(visit.form)
            let option = reading.read(DeterminationFields.option)
            let (pro, contra) = (reading.read(DeterminationFields.speaksFor), reading.read(DeterminationFields.speaksAgainst))
            return try await visit.settle(
                reading,
                {
                    guard let option, let pro, let contra else { throw WebRefused.malformed }
                    try await determinations.addOption(option, for: pro, against: contra, to: one, in: file, by: actor)
                    return ChildAddress.determination(file, one)
                }, back: { try await desk.one(visit, filled: $0) })
        }

        post("/work/cases/{id}/childhood/determinations/{one}/hearing", needs: .deed(.protectChildren)) { visit in
            let (file, one, actor) = try desk.ids(visit)
            let page = try await desk.one(visit, filled: Filled())
            var reading = FormReading(visit.form)
            let (day, guardianNote) = (reading.read(DeterminationFields.guardianOn), reading.read(DeterminationFields.guardianNote))
            let (view, how, weight) = (
                reading.read(DeterminationFields.view), reading.read(DeterminationFields.how), reading.read(DeterminationFields.weight)
            )
            let (language, childNote) = (reading.read(page.language), reading.read(DeterminationFields.childNote))
            return try await visit.settle(
                reading,
                {
                    guard let day, let view, let how, let weight, let childNote, let guardianNote else { throw WebRefused.malformed }
                    try await determinations.hear(
                        .init(
                            guardianOn: day, view: view, how: how, language: language == DeterminationPage.notAsked ? nil : language,
                            weight: weight, childNote: childNote,
                            guardianNote: guardianNote),
                        in: one, of: file, from: visit.version, by: actor)
                    return ChildAddress.determination(file, one)
                }, back: { try await desk.one(visit, filled: $0) })
        }

        addDecisions(determinations, desk)
    }

    private mutating func addDecisions(_ determinations: Determinations, _ desk: DeterminationDesk) {
        post("/work/cases/{id}/childhood/determinations/{one}/decision", needs: .deed(.protectChildren)) { visit in
            let (file, one, actor) = try desk.ids(visit)
            let page = try await desk.one(visit, filled: Filled())
            var reading = FormReading(visit.form)
            let (option, reasons) = (reading.read(page.chosen), reading.read(DeterminationFields.reasons))
            let reviewOn = reading.read(DeterminationFields.reviewOn)
            return try await visit.settle(
                reading,
                {
                    guard let option, let reasons, let reviewOn else { throw WebRefused.malformed }
                    try await determinations.decide(
                        option, reasons: reasons, reviewOn: reviewOn, in: one, of: file, from: visit.version, by: actor)
                    return ChildAddress.determination(file, one)
                }, back: { try await desk.one(visit, filled: $0) })
        }

        post("/work/cases/{id}/childhood/determinations/{one}/review", needs: .deed(.protectChildren)) { visit in
            let (file, one, actor) = try desk.ids(visit)
            var reading = FormReading(visit.form)
            let (facts, note) = (reading.read(DeterminationFields.facts), reading.read(DeterminationFields.factsNote))
            return try await visit.settle(
                reading,
                {
                    guard let facts else { throw WebRefused.malformed }
                    try await determinations.review(one, in: file, because: facts, note: note, from: visit.version, by: actor)
                    return ChildAddress.determination(file, one)
                }, back: { try await desk.one(visit, filled: $0) })
        }

        post("/work/cases/{id}/childhood/determinations/{one}/share", needs: .deed(.shareCase)) { visit in
            let (file, one, actor) = try desk.ids(visit)
            let page = try await desk.one(visit, filled: Filled())
            var reading = FormReading(visit.form)
            let (recipient, purpose) = (reading.read(page.recipient), reading.read(page.purpose))
            let parts = reading.read(DeterminationFields.parts)
            return try await visit.settle(
                reading,
                {
                    guard let recipient, let purpose, let parts else { throw WebRefused.malformed }
                    try await determinations.share(Set(parts), with: recipient, for: purpose, on: one, in: file, by: actor)
                    return ChildAddress.determination(file, one)
                }, back: { try await desk.one(visit, filled: $0) })
        }
    }
}

enum DeterminationFields {
    static let question = BestInterestsQuestion.field("question", .question)
    static let member = TextField("member", .panelMember, length: 2...120)
    static let profession = Profession.field("profession", .profession)
    static let option = BestInterestsOption.field("option", .option)
    static let speaksFor = LongTextField("speaks-for", .speaksFor, length: 2...4_000, rows: 3)
    static let speaksAgainst = LongTextField("speaks-against", .speaksAgainst, length: 2...4_000, rows: 3)
    static let guardianOn = DayField("guardian-on", .guardianHeardOn, .untilToday)
    static let guardianNote = LongTextField("guardian-note", .guardianSaid, length: 2...4_000, rows: 3)
    static let view = ChildView.field("view", .viewOfTheChild, why: .viewAlways)
    static let how = AskedHow.field("how", .howAsked)
    static let weight = ViewWeight.field("weight", .weightGiven)
    static let childNote = LongTextField("child-note", .childSaid, why: .childSaidWhy, length: 2...4_000, rows: 3)
    static let reasons = LongTextField("reasons", .reasons, length: 3...8_000, rows: 5)
    static let reviewOn = DayField("review-on", .nextReview, why: .nextReviewWhy, .fromToday)
    static let facts = NewFacts.field("facts", .whatIsNew)
    static let factsNote = LongTextField("facts-note", .note, isRequired: false, rows: 3)
    static let parts = ChoicesField(
        "parts", .whichParts,
        choices: CasePart.allCases.filter { $0 != .summary }.map { Choice($0, key: $0.rawValue, label: $0.word) })
}

struct DeterminationDesk: Sendable {
    let room: ProtectionRoom

    func ids(_ visit: Visit) throws -> (ID<CaseFile>, ID<BestInterests>, Actor) {
        (try visit.id("id"), try visit.id("one"), try visit.signedIn())
    }

    func list(_ visit: Visit, filled: Filled) async throws -> DeterminationsPage {
        try await Childhood(room).look(at: visit.id("id"), for: visit.signedIn()) { tx, view, _ in
            DeterminationsPage(view: view, all: try BestInterests.all(in: view.summary.id, tx: tx), filled: filled)
        }
    }

    func one(_ visit: Visit, filled: Filled) async throws -> DeterminationPage {
        let (id, today) = (try visit.id("one", of: BestInterests.self), room.day(of: visit.now))
        return try await Childhood(room).look(at: visit.id("id"), for: visit.signedIn(), notesOf: id.bytes) { tx, view, notes in
            let one = try BestInterests.find(id, in: view.summary.id, tx: tx)
            let organisations = view.may(.protectChildren) || view.may(.shareCase) ? try Organisations.open(in: tx) : []
            return DeterminationPage(
                view: view, one: one, panel: try one.panel(tx: tx), options: try one.options(tx: tx), decisions: try one.decisions(tx: tx),
                notes: notes, organisations: organisations,
                latestReview: view.profile.childProtection.bestInterests.due(from: today, in: view.profile.calendar), filled: filled)
        }
    }
}
