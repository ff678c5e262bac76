import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

extension Routes {
    //  GET   …/childhood/tracings                   searches, and a form for one            readChildFile
    //  POST  …/childhood/tracings                   ask for one                             protectChildren
    //  GET   …/childhood/tracings/{one}             one                                     readChildFile
    //  GET   …/childhood/tracings/{one}/request     what leaves: without identity           protectChildren
    //  POST  …/childhood/tracings/{one}/check       the risks, before any contact           protectChildren
    //  POST  …/childhood/tracings/{one}/decision    approve contact, or refuse it           protectChildren
    //  POST  …/childhood/tracings/{one}/steps       record a step of contact                protectChildren
    mutating func addTracings(_ room: ProtectionRoom) {
        let (tracings, desk) = (Tracings(room), TracingDesk(room: room))

        get("/work/cases/{id}/childhood/tracings", needs: .deed(.readChildFile)) { visit in
            .page(try await desk.list(visit, filled: Filled()))
        }

        post("/work/cases/{id}/childhood/tracings", needs: .deed(.protectChildren)) { visit in
            let (file, actor) = (try visit.id("id", of: CaseFile.self), try visit.signedIn())
            var reading = FormReading(visit.form)
            let (kin, wish) = (reading.read(TracingFields.kin), reading.read(TracingFields.wish))
            let (whom, note) = (reading.read(TracingFields.whom), reading.read(TracingFields.wishNote))
            return try await visit.settle(
                reading,
                {
                    guard let kin, let wish, let whom else { throw WebRefused.malformed }
                    let id = try await tracings.request(kin, wish: wish, whom: whom, childNote: note, in: file, by: actor)
                    return ChildAddress.tracing(file, id)
                }, back: { try await desk.list(visit, filled: $0) })
        }

        get("/work/cases/{id}/childhood/tracings/{one}", needs: .deed(.readChildFile)) { visit in
            .page(try await desk.one(visit, filled: Filled()))
        }

        get("/work/cases/{id}/childhood/tracings/{one}/request", needs: .deed(.protectChildren)) { visit in
            .page(try await desk.request(visit))
        }

        post("/work/cases/{id}/childhood/tracings/{one}/check", needs: .deed(.protectChildren)) { visit in
            let (file, one, actor) = try desk.ids(visit)
            var reading = FormReading(visit.form)
            let answers = TracingRisk.allCases.map { ($0, reading.read(TracingFields.risk($0))) }
            let (wish, note) = (reading.read(TracingFields.wish), reading.read(TracingFields.riskNote))
            return try await visit.settle(
                reading,
                {
                    guard let wish else { throw WebRefused.malformed }
                    let risks = Dictionary(uniqueKeysWithValues: answers.compactMap { risk, answer in answer.map { (risk, $0) } })
                    try await tracings.check(one, in: file, risks, wish: wish, note: note, from: visit.version, by: actor)
                    return ChildAddress.tracing(file, one)
                }, back: { try await desk.one(visit, filled: $0) })
        }

        post("/work/cases/{id}/childhood/tracings/{one}/decision", needs: .deed(.protectChildren)) { visit in
            let (file, one, actor) = try desk.ids(visit)
            var reading = FormReading(visit.form)
            let approval = reading.read(TracingFields.approval)
            return try await visit.settle(
                reading,
                {
                    guard let approval else { throw WebRefused.malformed }
                    try await tracings.decide(one, in: file, approves: approval == .yes, from: visit.version, by: actor)
                    return ChildAddress.tracing(file, one)
                }, back: { try await desk.one(visit, filled: $0) })
        }

        post("/work/cases/{id}/childhood/tracings/{one}/steps", needs: .deed(.protectChildren)) { visit in
            let (file, one, actor) = try desk.ids(visit)
            var reading = FormReading(visit.form)
            let (kind, result) = (reading.read(TracingFields.step), reading.read(TracingFields.result))
            let (day, note) = (reading.read(TracingFields.stepOn), reading.read(TracingFields.stepNote))
            return try await visit.settle(
                reading,
                {
                    guard let kind, let result, let day else { throw WebRefused.malformed }
                    try await tracings.record(kind, result, on: day, note: note, in: one, of: file, by: actor)
                    return ChildAddress.tracing(file, one)
                }, back: { try await desk.one(visit, filled: $0) })
        }
    }
}

enum TracingFields {
    static let kin = Kin.field("kin", .whomSought)
    static let whom = LongTextField("whom", .whatChildTells, why: .whatChildTellsWhy, length: 2...4_000, rows: 3)
    static let wish = TracingWish.field("wish", .wishOfTheChild, why: .wishWhy)
    static let wishNote = LongTextField("wish-note", .inTheChildsWords, isRequired: false, rows: 3)
    static let riskNote = LongTextField("risk-note", .note, isRequired: false, rows: 3)
    static let approval = AgeFields.YesNo.field("approval", .approveContact, why: .approveContactWhy)
    static let step = TracingStepKind.field("step", .stepOfContact)
    static let result = TracingResult.field("result", .whatCameOfIt)
    static let stepOn = DayField("step-on", .dayDone, .untilToday)
    static let stepNote = LongTextField("step-note", .note, isRequired: false, rows: 3)

    static func risk(_ risk: TracingRisk) -> ChoiceField<RiskAnswer> {
        RiskAnswer.field("risk-" + risk.rawValue.replacing("_", with: "-"), risk.word)
    }
}

struct TracingDesk: Sendable {
    let room: ProtectionRoom

    func ids(_ visit: Visit) throws -> (ID<CaseFile>, ID<FamilyTracing>, Actor) {
        (try visit.id("id"), try visit.id("one"), try visit.signedIn())
    }

    func list(_ visit: Visit, filled: Filled) async throws -> TracingsPage {
        try await Childhood(room).look(at: visit.id("id"), for: visit.signedIn()) { tx, view, _ in
            TracingsPage(view: view, all: try FamilyTracing.all(in: view.summary.id, tx: tx), filled: filled)
        }
    }

    func one(_ visit: Visit, filled: Filled) async throws -> TracingPage {
        let id = try visit.id("one", of: FamilyTracing.self)
        return try await Childhood(room).look(at: visit.id("id"), for: visit.signedIn(), notesOf: id.bytes) { tx, view, notes in
            let one = try FamilyTracing.find(id, in: view.summary.id, tx: tx)
            return TracingPage(view: view, one: one, steps: try one.steps(tx: tx), notes: notes, filled: filled)
        }
    }

    /// What is sent out: a reference and coded facts. No name, place, code of the file or word that somebody typed is even read.
    func request(_ visit: Visit) async throws -> TracingRequestPage {
        let id = try visit.id("one", of: FamilyTracing.self)
        let room = room
        return try await Childhood(room).look(at: visit.id("id"), for: visit.signedIn()) { tx, view, _ in
            let one = try FamilyTracing.find(id, in: view.summary.id, tx: tx)
            guard one.stage == .approved else { throw TracingRefused.noContactYet }
            let coded = try tx.row("SELECT sex, age_band, citizenship, language FROM person WHERE id = \(view.summary.person)") {
                ($0.text(0), $0.text(1), $0.optionalText(2), $0.optionalText(3))
            }
            return TracingRequestPage(
                view: view, reference: one.reference, kin: one.kin, sex: room.codebook.lists[Sex.self].word(coded?.0 ?? "unknown"),
                age: room.codebook.lists[AgeBand.self].word(coded?.1 ?? "unknown"),
                citizenship: coded?.2.flatMap { room.countries.country(alpha3: $0)?.name },
                language: coded?.3.map { view.profile.languageName($0) })
        }
    }
}
