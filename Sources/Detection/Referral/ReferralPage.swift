import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

/// One referral as whoever raised it follows it.
struct ReferralPage: Page {
    let followed: ReferralDesk.Followed
    let clocks: [(CaseClock, ClockKind)]
    let form: ReferralForm
    let now: Instant
    let mayAsk: Bool
    var filled = Filled()

    init(_ followed: ReferralDesk.Followed, _ room: ProtectionRoom, at now: Instant, mayAsk: Bool) {
        self.followed = followed
        clocks = followed.clocks.compactMap { clock in
            room.clockKind(clock.kind).flatMap { $0.part == .summary ? (clock, $0) : nil }
        }
        form = ReferralForm(room)
        self.now = now
        let (referral, file) = (followed.referral, followed.referral.file)
        self.mayAsk = mayAsk && referral.answer == .notAbleNow && file.path == .adult && file.isOpen
    }

    func with(_ filled: Filled) -> ReferralPage {
        var page = self
        page.filled = filled
        return page
    }

    private var file: CaseSummary { followed.referral.file }
    var signs: [WarningSign] { form.signs(in: followed.referral.setting, of: file.path) }

    var title: Word { .data("\(file.code) · \(file.label)") }
    var door: Door { .work }
    var trail: [Crumb] { [Crumb(.filesIRaised, CaseAddress.filesRaised)] }

    func body(_ html: inout Markup) {
        html.dl(.class("facts")) { html in
            html.line(.stage, followed.profile.stageWord(file.stage))
            html.line(.since) { $0.moment(file.stageSince) }
            html.line(.state, file.isOpen ? .caseIsOpen : .caseIsClosed)
            html.line(.sentOn) { $0.moment(followed.referral.sentAt) }
            if let paper = followed.referral.paperAt { html.line(.writtenOnPaper) { $0.moment(paper) } }
            html.line(.path, file.path.word)
            html.line(.setting, followed.referral.setting.word)
            html.line(.raisedBy) { html in html.bdi { $0.text(followed.referral.raisedBy) } }
            html.line(.keeper) { html in
                html.bdi { $0.text(followed.keeper) }
                guard let waiting = followed.proposedTo else { return }
                html.br()
                html.say(.handOverWaitsFor)
                html.space()
                html.bdi { $0.text(waiting) }
            }
            html.line(.goesTo) { html in
                if followed.recipients.isEmpty { html.say(.goesToNobody) }
                for (index, recipient) in followed.recipients.enumerated() {
                    if index > 0 { html.br() }
                    html.bdi { $0.text(recipient.name) }
                }
            }
        }
        if !clocks.isEmpty {
            html.section(.class("panel")) { html in
                html.h2(.whatIsDue)
                html.ul(.class("timeline")) { html in for (clock, kind) in clocks { html.li { $0.clock(clock, kind, at: now) } } }
            }
        }
        html.problems(filled)
        whatNext(&html)
        if mayAsk { secondAsking(&html) }
        if file.isOpen { addition(&html) }
    }

    /// What whoever raised it can do next: it stands where they are, so that nobody has to know where to look.
    private func whatNext(_ html: inout Markup) {
        guard file.isOpen else { return }
        html.section(.class("panel"), .id("next")) { html in
            html.h2(.whatNext)
            if followed.isHandedOver { html.p(.handedOverNow) }
            html.ul { html in
                if followed.mayHandOver, followed.proposedTo == nil {
                    html.li { html in
                        html.a(to: CaseAddress.handOver(file.id), .handItOver)
                        html.br()
                        html.small { $0.say(.handItOverWhy) }
                    }
                }
                if followed.mayRefer {
                    html.li { html in
                        html.a(to: CaseAddress.serviceReferral(file.id), .referToAService)
                        html.br()
                        html.small { $0.say(.referToAServiceWhy) }
                    }
                }
                if followed.mayOpen {
                    html.li { html in
                        html.a(to: CaseAddress.file(file.id), .openTheFile)
                        html.br()
                        html.small { $0.say(.openTheFileWhy) }
                    }
                }
                html.li { html in
                    html.a(toElement: "addition") { $0.say(.addInformation) }
                    html.br()
                    html.small { $0.say(.comeBackHere) }
                }
            }
        }
    }

    private func secondAsking(_ html: inout Markup) {
        html.section(.class("panel"), .id("second-asking")) { html in
            html.h2(.askAgain)
            for language in form.profile.languages {
                if let purpose = form.purpose {
                    html.details { html in
                        html.summary(.data(language.ownName))
                        html.explanation(of: purpose, in: language.tag, form.profile)
                    }
                }
            }
            html.form(post: DetectionAddress.secondAsking(followed.referral.id)) { html in
                html.field(ReferralForm.answer, filled)
                html.field(form.explainedIn, filled)
                html.field(ReferralForm.explained, filled)
                html.field(ReferralForm.evidence, filled)
                html.submit(.recordAnswer)
            }
        }
    }

    private func addition(_ html: inout Markup) {
        html.section(.class("panel"), .id("addition")) { html in
            html.h2(.addInformation)
            html.p(.addInformationWhy, .class("why"))
            if !followed.additions.isEmpty {
                html.ul { html in
                    for at in followed.additions {
                        html.li { html in
                            html.say(.addedOn)
                            html.space()
                            html.moment(at)
                        }
                    }
                }
            }
            html.form(post: DetectionAddress.additions(followed.referral.id)) { html in
                html.field(ReferralForm.note, filled)
                html.details { html in
                    html.summary(.signsTitle)
                    for sign in signs { html.field(form.sign(sign), filled) }
                }
                html.submit(.addInformation)
            }
        }
    }
}

/// What first responders wrote about somebody, for whoever may read what was lived through.
struct NotesPage: Page {
    let opened: ReferralDesk.OpenedNotes

    var title: Word { .notesTitle }
    var door: Door { .work }
    var trail: [Crumb] {
        [Crumb(.caseFiles, CaseAddress.files), Crumb(.data(opened.summary.code), CaseAddress.file(opened.summary.id))]
    }

    func body(_ html: inout Markup) {
        html.p(.openingRecorded, .class("note"))
        if !opened.extras.isEmpty {
            html.dl(.class("facts")) { html in
                for extra in opened.extras { html.line(extra.field.label) { $0.value(extra.value, of: extra.field) } }
            }
        }
        if opened.notes.isEmpty { html.p(.noNotes, .class("empty")) }
        for entry in opened.notes {
            html.section(.class("panel")) { html in
                html.p(.class("why")) { $0.moment(entry.at) }
                html.p(.dirAuto) { $0.text(entry.note.value) }
            }
        }
    }
}
