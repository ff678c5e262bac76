import Access
import Basics
import Instruments
import Protection
import Store
import Vocabulary
import Web

extension Routes {
    //  GET   /work/decisions                                          what waits for the authority       assessIdentification
    //  GET   /work/cases/{id}/identification                          where a file stands, all decisions readCase
    //  GET   /work/cases/{id}/identification/decision/{stage}         one decision, what follows from it assessIdentification
    //  POST  /work/cases/{id}/identification/decision/{stage}         take it (a review: confirmDecisions)  assessIdentification
    //  POST  /work/cases/{id}/identification/confirmation             confirm it or send it back         confirmDecisions
    mutating func addDecisions(_ room: ProtectionRoom) {
        let desk = IdentificationDesk(room: room)
        addDecisionQueue(room)

        get("/work/cases/{id}/identification", needs: .deed(.readCase)) { visit in
            .page(try await desk.page(visit.id("id"), for: visit.signedIn(), at: visit.now))
        }

        get("/work/cases/{id}/identification/decision/{stage}", needs: .deed(.assessIdentification)) { visit in
            guard let stage = IdentificationStage(rawValue: visit.parameter("stage")) else { return .notFound }
            return .page(try await desk.form(visit.id("id"), to: stage, for: visit.signedIn(), at: visit.now))
        }

        post("/work/cases/{id}/identification/decision/{stage}", needs: .deed(.assessIdentification)) { visit in
            guard let stage = IdentificationStage(rawValue: visit.parameter("stage")) else { return .notFound }
            let (file, actor) = (try visit.id("id", of: CaseFile.self), try visit.signedIn())
            let form = try await desk.form(file, to: stage, for: actor, at: visit.now)
            var reading = FormReading(visit.form)
            guard let seen = Decisions.Seen(visit.form) else { throw IdentificationRefused.decidedMeanwhile }
            let read: Decisions.Draft? =
                stage.needsFacts
                ? form.fields.read(&reading, to: stage, path: form.summary.path)
                : reading.read(DecisionFields.decidedOn).map { Decisions.Draft(to: stage, decidedOn: $0) }
            guard let draft = read else {
                return .page(form.again(reading.filled, nil, seen), status: .unprocessable)
            }
            // Only to see what the definition says of these facts: nothing is kept.
            if visit.form.fields["look"] == "yes" { return .page(form.again(reading.filled, draft.facts.classified(), seen)) }
            if stage.needsFacts { form.fields.demand(draft, of: &reading) }
            guard reading.isSound else { return .page(form.again(reading.filled, draft.facts.classified(), seen), status: .unprocessable) }
            do {
                try await Decisions(room).decide(draft, in: file, seen: seen, by: actor)
            } catch IdentificationRefused.decidedMeanwhile, IdentificationRefused.pendingFirst {
                let page = try await desk.page(file, for: actor, at: visit.now, refusal: .decidedMeanwhile)
                return .page(page, status: .conflict)
            } catch let refused as IdentificationRefused where refused.kind == .invalid {
                reading.refuse(because: refused)
                return .page(form.again(reading.filled, draft.facts.classified(), seen), status: .unprocessable)
            }
            return .see(IdentificationAddress.file(file))
        }

        post("/work/cases/{id}/identification/confirmation", needs: .deed(.confirmDecisions)) { visit in
            let (file, actor) = (try visit.id("id", of: CaseFile.self), try visit.signedIn())
            var reading = FormReading(visit.form)
            let answer = reading.read(IdentificationPage.answer)
            let reasons = reading.read(IdentificationPage.answerReasons)
            guard let id = ID<IdentificationDecision>(visit.form.fields["decision"] ?? "") else {
                throw IdentificationRefused.nothingPending
            }
            do {
                guard reading.isSound, let answer else { throw IdentificationRefused.answerNeeded }
                try await Decisions(room).answer(agrees: answer == .agree, reasons: reasons, to: id, in: file, by: actor)
            } catch IdentificationRefused.nothingPending {
                let page = try await desk.page(file, for: actor, at: visit.now, refusal: .nothingPending)
                return .page(page, status: .conflict)
            } catch IdentificationRefused.answerNeeded {
                if reading.isSound { reading.refuse(because: IdentificationRefused.answerNeeded) }
                let page = try await desk.page(file, for: actor, at: visit.now, filled: reading.filled)
                return .page(page, status: .unprocessable)
            }
            return .see(IdentificationAddress.file(file))
        }
    }
}

extension Decisions.Seen {
    init?(_ form: FormBody) {
        guard let stage = form.fields["seen-stage"].flatMap(IdentificationStage.init(rawValue:)),
            let since = form.fields["seen-since"].flatMap(Int64.init)
        else { return nil }
        self.init(stage: stage, since: Instant(microseconds: since))
    }
}

/// Reads what the pages of identification show.
struct IdentificationDesk: Sendable {
    let room: ProtectionRoom

    /// The person's key and a permit to open texts, where the view reaches that far.
    static func opening(
        _ view: CaseView, isAuthority: Bool, _ key: HolderKey<Person>?, _ looking: inout Gate.Looking, _ detail: String
    ) throws -> Opening? {
        // The authority reads what it wrote, whatever else was shared with it.
        guard let key, view.shows(.legal) || (isAuthority && view.actor.may(.readLegal)) else { return nil }
        return Opening(key: key, permit: try looking.permit(.readLegal, on: view.summary.person, detail: detail))
    }

    func page(
        _ file: ID<CaseFile>, for actor: Actor, at now: Instant, refusal: IdentificationRefused? = nil, filled: Filled = Filled()
    ) async throws -> IdentificationPage {
        let room = room
        let key = try await Entries(room).key(for: file)
        return try await room.gate.look(for: actor) { tx, looking in
            let view = try CaseFiles(room).view(file, in: tx, &looking, detail: "identification")
            let isAuthority = try DecidingSeat.isTaken(by: actor.organisation, in: file, tx: tx)
            let opening = try Self.opening(view, isAuthority: isAuthority, key, &looking, "decisions")
            let desk = try Desk.find(file, in: tx)
            let decisions = try IdentificationDecision.all(in: file, opening: opening, tx: tx)
            let names = try desk.officer.flatMap { officer in
                try tx.row("SELECT display_name FROM account WHERE id = \(officer) AND organisation_id = \(actor.organisation)") {
                    $0.text(0)
                }
            }
            return IdentificationPage(
                view: view, isAuthority: isAuthority, readsReasons: opening != nil, officer: names, pending: desk.pending,
                // Who agreed to nothing yet is for those who may read the working.
                decisions: opening == nil ? decisions.filter(\.isInForce) : decisions,
                reviews: try Review.all(in: file, opening: opening, tx: tx), appeals: try Appeal.all(in: file, opening: opening, tx: tx),
                clocks: try CaseClock.running(in: file, tx: tx).compactMap { clock in
                    room.clockKind(clock.kind).flatMap { clock.kind.hasPrefix("decision.") ? (clock, $0) : nil }
                },
                windowEnd: try Reviews.windowEnd(of: view.summary, view.profile, tx: tx),
                reflection: try Reflection.find(in: file, tx: tx), lists: room.codebook.lists, now: now, refusal: refusal, filled: filled)
        }
    }

    func form(_ file: ID<CaseFile>, to stage: IdentificationStage, for actor: Actor, at now: Instant) async throws -> DecisionPage {
        let room = room
        return try await room.gate.look(for: actor) { tx, looking in
            let view = try CaseFiles(room).view(file, in: tx, &looking, detail: "decision")
            guard view.summary.isOpen else { throw CaseRefused.closed }
            try DecidingSeat.require(actor, in: file, tx: tx)
            let today = view.profile.calendar.day(of: now)
            let reflection = try Reflection.find(in: file, tx: tx)
            let last = try IdentificationDecision.all(in: file, opening: nil, tx: tx).first { $0.facts != nil }
            return DecisionPage(
                summary: view.summary, profile: view.profile, to: stage,
                fields: DecisionFields(room.codebook.lists, view.profile, to: stage),
                consequences: Consequence.of(stage, view.summary, view.profile, today: today, reflection: reflection), today: today,
                last: last, isPending: try Desk.find(file, in: tx).pending != nil)
        }
    }
}

/// What stands about identification on a file's page.
enum IdentificationPanel {
    static let panel = CasePanel("identification", .identification, of: .summary) { tx, view, _ in
        let pending = try Desk.find(view.summary.id, in: tx).pending != nil
        let (summary, profile) = (view.summary, view.profile)
        return { html in
            html.p { html in
                html.span(profile.decisionNames[summary.stage.rawValue] ?? .stage, .class("badge"))
                html.space()
                html.say(.sinceMoment)
                html.space()
                html.moment(summary.stageSince)
                if pending, view.shows(.legal) {
                    html.space()
                    html.span(.waitsForSecondPerson, .class("badge warning"))
                }
            }
            html.p { $0.a(to: IdentificationAddress.file(summary.id), .openIdentification) }
        }
    }
}
