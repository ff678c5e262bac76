import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

extension Routes {
    //  GET   /work/claims                                     claims                            pursueRemedies
    //  GET   /work/cases/{id}/claims                          the claims of a file              readLegal
    //  GET   /work/cases/{id}/claims/new                      the form of a new one             pursueRemedies
    //  POST  /work/cases/{id}/claims                          prepare it                        pursueRemedies
    //  GET   /work/cases/{id}/claims/{claim}                  one claim                         readLegal
    //  GET   /work/cases/{id}/claims/{claim}/change           correct it                        pursueRemedies
    //  POST  /work/cases/{id}/claims/{claim}/change           the same                          pursueRemedies
    //  GET   /work/cases/{id}/claims/{claim}/stage            the form of its next stage        pursueRemedies
    //  POST  /work/cases/{id}/claims/{claim}/stage            take it one stage on              pursueRemedies
    //  GET   /work/cases/{id}/claims/{claim}/hearings         the form of a hearing             pursueRemedies
    //  POST  /work/cases/{id}/claims/{claim}/hearings         record it                         pursueRemedies
    //  GET   /work/cases/{id}/claims/{claim}/payments         the form of a payment             pursueRemedies
    //  POST  /work/cases/{id}/claims/{claim}/payments         record it                         pursueRemedies
    mutating func addClaims(_ room: ProtectionRoom) {
        let desk = FileDesk(room: room, part: .legal)
        let claims = Claims(room)

        get("/work/claims", needs: .deed(.pursueRemedies)) { visit in
            let (asked, actor) = (ListRequest(visit.query, ClaimsPage.shape), try visit.signedIn())
            let lines = try await room.database.read { tx in try ClaimLine.list(asked, for: actor, in: tx) }
            return .page(ClaimsPage(asked: asked, lines: lines))
        }

        get("/work/cases/{id}/claims", needs: .deed(.readLegal)) { visit in
            .page(
                try await desk.look(at: visit.id("id"), for: visit.signedIn()) { tx, view, _ in
                    FileClaimsPage(view: view, claims: try Claim.all(in: view.summary.id, tx: tx))
                })
        }

        get("/work/cases/{id}/claims/new", needs: .deed(.pursueRemedies)) { visit in .page(try await desk.claimForm(visit, nil)) }

        post("/work/cases/{id}/claims", needs: .deed(.pursueRemedies)) { visit in
            let (file, actor) = (try visit.id("id", of: CaseFile.self), try visit.signedIn())
            let aid = try await room.database.read { tx in try OrganisationChoice.legalAid(in: tx) }
            return try await Step.take(visit) { reading, _ in
                guard let draft = ClaimFields.read(&reading, aid) else { return nil }
                return { ReintegrationAddress.claim(file, try await claims.add(draft, in: file, by: actor)) }
            } page: {
                try await desk.claimForm(visit, $0)
            }
        }

        get("/work/cases/{id}/claims/{claim}", needs: .deed(.readLegal)) { visit in
            let claim = try visit.id("claim", of: Claim.self)
            return .page(
                try await desk.look(at: visit.id("id"), for: visit.signedIn()) { tx, view, opener in
                    try ClaimPage(claim, view, opener, in: tx)
                })
        }

        get("/work/cases/{id}/claims/{claim}/change", needs: .deed(.pursueRemedies)) { visit in
            .page(try await desk.claimChange(visit, nil))
        }

        post("/work/cases/{id}/claims/{claim}/change", needs: .deed(.pursueRemedies)) { visit in
            let (file, claim, actor) = try claimOf(visit)
            let aid = try await room.database.read { tx in try OrganisationChoice.legalAid(in: tx) }
            return try await Step.take(visit) { reading, version in
                guard let draft = ClaimFields.read(&reading, aid) else { return nil }
                return {
                    try await claims.change(draft, of: claim, in: file, version: version, by: actor)
                    return ReintegrationAddress.claim(file, claim)
                }
            } page: {
                try await desk.claimChange(visit, $0)
            }
        }
        addClaimSteps(desk, claims)
    }

    private mutating func addClaimSteps(_ desk: FileDesk, _ claims: Claims) {
        get("/work/cases/{id}/claims/{claim}/stage", needs: .deed(.pursueRemedies)) { visit in
            .page(try await desk.claimStep(visit, .stage, Filled()))
        }

        post("/work/cases/{id}/claims/{claim}/stage", needs: .deed(.pursueRemedies)) { visit in
            let (file, claim, actor) = try claimOf(visit)
            return try await Step.take(visit) { reading, version in
                let stage = reading.read(ClaimFields.stage(Set(ClaimStage.allCases)))
                let (day, amount) = (reading.read(ClaimFields.onDay), reading.read(ClaimFields.amountAwarded))
                guard let stage, let day else { return nil }
                return {
                    try await claims.move(claim, to: stage, on: day, amount: amount, in: file, version: version, by: actor)
                    return ReintegrationAddress.claim(file, claim)
                }
            } page: {
                try await desk.claimStep(visit, .stage, $0)
            }
        }

        get("/work/cases/{id}/claims/{claim}/hearings", needs: .deed(.pursueRemedies)) { visit in
            .page(try await desk.claimStep(visit, .hearing, Filled()))
        }

        post("/work/cases/{id}/claims/{claim}/hearings", needs: .deed(.pursueRemedies)) { visit in
            let (file, claim, actor) = try claimOf(visit)
            return try await Step.take(visit) { reading, _ in
                let (day, note) = (reading.read(ClaimFields.hearingDay), reading.read(ClaimFields.note))
                guard let day else { return nil }
                return {
                    try await claims.addHearing(on: day, note: note, of: claim, in: file, by: actor)
                    return ReintegrationAddress.claim(file, claim)
                }
            } page: {
                try await desk.claimStep(visit, .hearing, $0)
            }
        }

        get("/work/cases/{id}/claims/{claim}/payments", needs: .deed(.pursueRemedies)) { visit in
            .page(try await desk.claimStep(visit, .payment, Filled()))
        }

        post("/work/cases/{id}/claims/{claim}/payments", needs: .deed(.pursueRemedies)) { visit in
            let (file, claim, actor) = try claimOf(visit)
            return try await Step.take(visit) { reading, version in
                let (amount, payee) = (reading.read(ClaimFields.amount), reading.read(ClaimFields.payee))
                let day = reading.read(ClaimFields.onDay)
                guard let amount, let payee, let day else { return nil }
                return {
                    try await claims.pay(amount, to: payee, on: day, for: claim, in: file, version: version, by: actor)
                    return ReintegrationAddress.claim(file, claim)
                }
            } page: {
                try await desk.claimStep(visit, .payment, $0)
            }
        }
    }
}

/// The file, the claim and the person of a visit.
func claimOf(_ visit: Visit) throws -> (file: ID<CaseFile>, claim: ID<Claim>, actor: Actor) {
    (try visit.id("id", of: CaseFile.self), try visit.id("claim", of: Claim.self), try visit.signedIn())
}

enum ClaimStep { case stage, hearing, payment }

extension FileDesk {
    fileprivate func claimForm(_ visit: Visit, _ filled: Filled?) async throws -> StepPage {
        try await look(at: visit.id("id"), for: visit.signedIn()) { tx, view, _ in
            let aid = try OrganisationChoice.legalAid(in: tx)
            return StepPage(
                summary: view.summary, title: .newClaim, above: Crumb(.claims, ReintegrationAddress.claimsOf(view.summary.id)),
                address: ReintegrationAddress.claimsOf(view.summary.id), version: 0, consequences: [], submit: .newClaim,
                filled: filled ?? Filled(), controls: { html, filled in ClaimFields.controls(&html, filled, aid) })
        }
    }

    fileprivate func claimChange(_ visit: Visit, _ filled: Filled?) async throws -> StepPage {
        let id = try visit.id("claim", of: Claim.self)
        return try await look(at: visit.id("id"), for: visit.signedIn()) { tx, view, opener in
            let claim = try Claim.find(id, in: view.summary.id, with: opener, tx: tx)
            let aid = try OrganisationChoice.legalAid(in: tx)
            let named = try tx.row("SELECT legal_aid_id FROM claim WHERE id = \(id)") { try $0.optionalID(0, of: Organisation.self) }
            return StepPage(
                summary: view.summary, title: .changeClaim, above: Crumb(.claim, ReintegrationAddress.claim(view.summary.id, id)),
                address: ReintegrationAddress.claimChange(view.summary.id, id), version: claim.version, consequences: [],
                submit: .saveChange, filled: filled ?? ClaimFields.filled(claim, aid: named.flatMap { $0 }, aid),
                controls: { html, filled in ClaimFields.controls(&html, filled, aid) })
        }
    }

    fileprivate func claimStep(_ visit: Visit, _ step: ClaimStep, _ filled: Filled) async throws -> StepPage {
        let id = try visit.id("claim", of: Claim.self)
        return try await look(at: visit.id("id"), for: visit.signedIn()) { tx, view, _ in
            let file = view.summary.id
            let claim = try Claim.find(id, in: file, tx: tx)
            let (title, address): (Word, ReintegrationAddress) =
                switch step {
                case .stage: (.takeNextStep, .claimStage(file, id))
                case .hearing: (.addHearing, .hearing(file, id))
                case .payment: (.addPayment, .payment(file, id))
                }
            return StepPage(
                summary: view.summary, title: title, above: Crumb(.claim, ReintegrationAddress.claim(file, id)), address: address,
                version: claim.version, consequences: [], submit: step == .stage ? .recordStage : title, filled: filled,
                facts: { html in html.claimFacts(claim) },
                controls: { html, filled in
                    if step == .stage { html.field(ClaimFields.stage(claim.stage.next), filled) }
                    html.field(step == .hearing ? ClaimFields.hearingDay : ClaimFields.onDay, filled)
                    switch step {
                    case .stage: html.field(ClaimFields.amountAwarded, filled)
                    case .hearing: html.field(ClaimFields.note, filled)
                    case .payment:
                        html.field(ClaimFields.amount, filled)
                        html.field(ClaimFields.payee, filled)
                    }
                })
        }
    }
}
