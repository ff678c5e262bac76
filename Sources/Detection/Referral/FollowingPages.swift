import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

extension Routes {
    //  GET   /work/referrals                        what one's organisation raised; drafts that wait      raiseReferral
    //  GET   /work/referrals/{id}                   one of them: its state since                          raiseReferral
    //  POST  /work/referrals/{id}/additions         something learnt since                                raiseReferral
    //  POST  /work/referrals/{id}/second-asking     the answer of somebody who could not answer before    recordConsent
    //  GET   /work/cases/{id}/detection             notes of first responders, opened                     readExperience
    mutating func addFollowing(_ room: ProtectionRoom) {
        let desk = ReferralDesk(room)

        get("/work/referrals", needs: .deed(.raiseReferral)) { visit in
            let actor = try visit.signedIn()
            let asked = ListRequest(visit.query, ReferralsPage.shape)
            let after = asked.after.flatMap { place -> (sent: Instant, id: ID<Referral>)? in
                guard place.values.count == 2, let at = Int64(place.values[0]), let id = ID<Referral>(place.values[1]) else { return nil }
                return (Instant(microseconds: at), id)
            }
            let narrowing = ReferralsPage.narrowing(asked)
            let lines = try await room.database.read { tx in
                try RaisedReferral.list(narrowing, after: after, limit: ListRequest.fetchCount, for: actor, in: tx)
            }
            let waiting = try await desk.drafts.waiting(kind: ReferralDesk.kind, for: actor, at: visit.now)
            return .page(ReferralsPage(asked: asked, lines: lines, waiting: waiting, profiles: room.profiles))
        }

        get("/work/referrals/{id}", needs: .deed(.raiseReferral)) { visit in
            let followed = try await desk.follow(visit.id("id"), for: visit.signedIn())
            return .page(ReferralPage(followed, room, at: visit.now, mayAsk: try visit.signedIn().may(.recordConsent)))
        }

        post("/work/referrals/{id}/additions", needs: .deed(.raiseReferral)) { visit in
            let id = try visit.id("id", of: Referral.self)
            let followed = try await desk.follow(id, for: visit.signedIn())
            var reading = FormReading(visit.form)
            let page = ReferralPage(followed, room, at: visit.now, mayAsk: try visit.signedIn().may(.recordConsent))
            let note = reading.read(ReferralForm.note)
            let signs = page.signs.compactMap { sign in reading.read(desk.form.sign(sign)).map { (code: sign.code, answer: $0) } }
            if reading.isSound {
                do {
                    try await desk.add(note, signs, to: id, by: visit.signedIn())
                    return .see(DetectionAddress.referral(id))
                } catch ReferralRefused.nothingToAdd {
                    reading.refuse(ReferralForm.note, because: ReferralRefused.nothingToAdd.words)
                } catch let refused as any Refusal where refused.kind == .invalid {
                    reading.refuse(because: refused)
                }
            }
            return .page(page.with(reading.filled), status: .unprocessable)
        }

        post("/work/referrals/{id}/second-asking", needs: .deed(.recordConsent)) { visit in
            let id = try visit.id("id", of: Referral.self)
            let followed = try await desk.follow(id, for: visit.signedIn())
            var (reading, content) = (FormReading(visit.form), ReferralContent())
            desk.form.read(.consent, &reading, from: visit.form, into: &content, now: visit.now)
            guard reading.isSound, let asked = content.consent else {
                let page = ReferralPage(followed, room, at: visit.now, mayAsk: true)
                return .page(page.with(reading.filled), status: .unprocessable)
            }
            do {
                try await desk.askAgain(id, asked, by: visit.signedIn())
                return .see(DetectionAddress.referral(id))
            } catch let refused as any Refusal where refused.kind == .invalid {
                reading.refuse(because: refused)
                return .page(
                    ReferralPage(followed, room, at: visit.now, mayAsk: true).with(reading.filled), status: .unprocessable)
            }
        }

        get("/work/cases/{id}/detection", needs: .deed(.readExperience)) { visit in
            .page(NotesPage(opened: try await desk.notes(of: visit.id("id"), for: visit.signedIn())))
        }
    }
}

/// What one's organisation raised, and the drafts that wait to be gone on with.
struct ReferralsPage: Page {
    let asked: ListRequest
    let lines: [RaisedReferral]
    let waiting: [SealedDrafts.Waiting]
    let profiles: ProfileBook

    static let shape = ListShape(
        search: .findCase,
        filters: [
            ListFilter("state", .state, [("open", .caseIsOpen), ("closed", .caseIsClosed)]),
            ListFilter("setting", .setting, Setting.allCases.map { ($0.rawValue, $0.word) }),
            ListFilter("whose", .raisedBy, [("me", .workerIsMe)]),
        ],
        sorts: [ListSort("sent", startsDescending: true)]
    )

    static func narrowing(_ asked: ListRequest) -> RaisedReferral.Narrowing {
        RaisedReferral.Narrowing(
            isOpen: asked.filters["state"].map { $0 == "open" }, setting: asked.filters["setting"].flatMap(Setting.init(rawValue:)),
            isMine: asked.filters["whose"] == "me", text: asked.search
        )
    }

    var title: Word { asked.filters["whose"] == "me" ? .filesIRaised : .referrals }
    var door: Door { .work }

    func body(_ html: inout Markup) {
        html.p { html in
            html.a(to: DetectionAddress.new, .newReferral, .class("button"))
            html.space()
            html.a(to: DetectionAddress.reoffers, .reoffers)
        }
        if !waiting.isEmpty {
            html.section(.class("panel"), .id("drafts")) { html in
                html.h2(.draftsWaiting)
                html.p(.draftsWaitingWhy, .class("why"))
                html.ul(.class("timeline")) { html in
                    for draft in waiting {
                        html.li { html in
                            html.a(to: DetectionAddress.draft(draft.id), .goOn)
                            html.text(" · ")
                            html.bdi { $0.text(draft.savedBy) }
                            html.text(", ")
                            html.moment(draft.savedAt)
                            html.br()
                            html.small { html in
                                html.say(.removedOn)
                                html.space()
                                html.moment(draft.expiresAt)
                            }
                        }
                    }
                }
            }
        }
        html.list(
            KeysetTable(
                caption: .referrals, asked: asked,
                slice: ListSlice(fetched: lines) { ["\($0.sentAt.microseconds)", "\($0.id)"] }, at: DetectionAddress.referrals,
                empty: EmptyList(.referralsWillStandHere, begin: .newReferral, DetectionAddress.new), columns: columns
            )
        )
    }

    private var columns: [ListColumn<RaisedReferral>] {
        let profiles = profiles
        return [
            ListColumn(.caseCode, namesRow: true) { line, html in
                html.a(to: DetectionAddress.referral(line.id)) { html in html.code { $0.text(line.file.code) } }
            },
            ListColumn(.caseLabel) { line, html in html.bdi { $0.text(line.file.label) } },
            ListColumn(.stage) { line, html in
                html.say(line.answer == .yes || line.answer == nil ? profiles[line.file.profile].stageWord(line.file.stage) : .notSentOn)
            },
            ListColumn(.state) { line, html in html.say(line.file.isOpen ? .caseIsOpen : .caseIsClosed) },
            ListColumn(.keeper) { line, html in html.bdi { $0.text(line.keeper) } },
            ListColumn(.sentOn, sort: "sent") { line, html in html.moment(line.sentAt) },
            ListColumn(.setting) { line, html in html.say(line.setting.word) },
            ListColumn(.raisedBy) { line, html in html.bdi { $0.text(line.raisedBy) } },
        ]
    }
}

extension CountryProfile {
    /// What a stage is called there.
    func stageWord(_ stage: IdentificationStage) -> Word { decisionNames[stage.rawValue] ?? .stage }
}
