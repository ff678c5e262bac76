import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

extension Routes {
    //  GET   /work/cases/{id}/rights              the rights sheet in the person's language, what was handed over   readCase
    //  GET   /work/cases/{id}/rights/{language}   the same in another language                                     readCase
    //  POST  /work/cases/{id}/rights              it was handed over                                                recordConsent
    mutating func addRightsOfPerson(_ room: ProtectionRoom) {
        get("/work/cases/{id}/rights", needs: .deed(.readCase)) { visit in
            .page(try await RightsOfPersonPage.read(room, visit.id("id"), in: nil, for: visit.signedIn(), at: visit.now))
        }
        get("/work/cases/{id}/rights/{language}", needs: .deed(.readCase)) { visit in
            .page(
                try await RightsOfPersonPage.read(
                    room, visit.id("id"), in: visit.parameter("language"), for: visit.signedIn(), at: visit.now))
        }
        post("/work/cases/{id}/rights", needs: .deed(.recordConsent)) { visit in
            let (file, actor) = (try visit.id("id", of: CaseFile.self), try visit.signedIn())
            let page = try await RightsOfPersonPage.read(room, file, in: nil, for: actor, at: visit.now)
            var reading = FormReading(visit.form)
            let (means, day, language) = (
                reading.read(RightsOfPersonPage.means), reading.read(RightsOfPersonPage.givenOn), reading.read(page.languageField)
            )
            if reading.isSound, let means, let day, let language {
                do {
                    try await RightsHandover.record(means, in: language, on: day, for: file, room, by: actor)
                    return .see(IdentificationAddress.rights(file))
                } catch let refused as IdentificationRefused where refused.kind == .invalid {
                    reading.refuse(because: refused)
                }
            }
            return .page(page.again(reading.filled), status: .unprocessable)
        }
    }
}

/// What a person is told of their rights, to be read to them or printed, and when it was.
struct RightsOfPersonPage: Page {
    let view: CaseView
    let sheet: RightsSheet
    let language: OfferedLanguage?
    /// What the person speaks, where the country's profile has no sheet in it.
    let spokenTag: String?
    let handovers: [RightsHandover]
    let audio: RightsAudio
    let today: Day
    let mayRecord: Bool
    var filled: Filled?

    static let means = ChoiceField("means", .handedOverHow, RightsHandover.Means.allCases) { $0.word }
    static let givenOn = DayField("given-on", .handedOverOn, .untilToday)
    var languageField: ChoiceField<String> {
        ChoiceField(
            "language", .language, choices: view.profile.languages.map { Choice($0.tag, key: $0.tag, label: .data($0.ownName)) }, as: .list)
    }

    static func read(_ room: ProtectionRoom, _ file: ID<CaseFile>, in tag: String?, for actor: Actor, at now: Instant) async throws -> Self
    {
        let audio = RightsAudio(room.share)
        return try await CaseFiles(room).look(at: file, for: actor) { tx, view in
            let spoken = try tx.row("SELECT language FROM person WHERE id = \(view.summary.person)") { $0.optionalText(0) } ?? nil
            let wanted = tag ?? spoken ?? "en"
            guard let sheet = view.profile.rights(in: wanted) ?? (tag == nil ? view.profile.rights(in: "en") : nil) else {
                throw WebRefused.notFound
            }
            return RightsOfPersonPage(
                view: view, sheet: sheet, language: view.profile.language(sheet.language),
                spokenTag: tag == nil && wanted != sheet.language ? wanted : nil,
                handovers: try RightsHandover.all(in: file, tx: tx), audio: audio, today: view.profile.calendar.day(of: now),
                mayRecord: view.may(.recordConsent))
        }
    }

    func again(_ filled: Filled) -> Self {
        var page = self
        page.filled = filled
        return page
    }

    var title: Word { .rightsOfPerson }
    var door: Door { .work }
    var trail: [Crumb] { [Crumb(.caseFiles, CaseAddress.files), Crumb(.data(view.summary.code), CaseAddress.file(view.summary.id))] }

    func body(_ html: inout Markup) {
        if handovers.isEmpty { html.p(.rightsNotGiven, .class("note warning")) }
        if spokenTag != nil { html.p(.rightsNoSheetInLanguage, .class("note warning")) }
        html.section(.written(inTag: sheet.language, rightToLeft: language?.isRightToLeft ?? false), .id("sheet")) { html in
            html.h2 { $0.text(sheet.title) }
            html.ol { html in for point in sheet.points { html.li { $0.text(point) } } }
        }
        html.rightsAudio(audio, sheet)
        html.p(.printRights, .class("why"))
        html.ul { html in
            for other in view.profile.languages where other.tag != sheet.language {
                html.li { $0.a(to: IdentificationAddress.rightsIn(view.summary.id, other.tag), .data(other.ownName)) }
            }
        }
        html.section(.id("handed-over"), .class("panel")) { html in
            html.h2(.handedOver)
            if handovers.isEmpty { html.p(.handoversWillStandHere, .class("empty")) }
            html.ul(.class("timeline")) { html in for one in handovers { html.li { $0.handover(one, view.profile) } } }
            guard mayRecord else { return }
            let shown = filled ?? start
            html.problems(shown)
            html.h3(.recordHandover)
            html.form(post: IdentificationAddress.rights(view.summary.id)) { html in
                html.field(Self.means, shown)
                html.field(languageField, shown)
                html.field(Self.givenOn, shown)
                html.submit(.recordHandover)
            }
        }
    }

    private var start: Filled {
        var filled = Filled()
        filled.fill(languageField, with: sheet.language)
        filled.fill(Self.givenOn, with: today)
        return filled
    }
}

extension Markup {
    mutating func handover(_ one: RightsHandover, _ profile: CountryProfile) {
        day(one.givenOn)
        text(" · ")
        say(one.means.word)
        text(" · ")
        bdi { $0.text(profile.language(one.language)?.ownName ?? one.language) }
        text(" · ")
        bdi { $0.text(one.organisationName) }
    }
}

/// What stands about rights on a file's page.
enum RightsPanel {
    static let panel = CasePanel("rights", .rightsOfPerson, of: .summary) { tx, view, _ in
        let newest = try RightsHandover.all(in: view.summary.id, tx: tx).first
        let (file, profile) = (view.summary.id, view.profile)
        return { html in
            if let newest { html.p { $0.handover(newest, profile) } } else { html.p(.rightsNotGiven, .class("note warning")) }
            html.p { $0.a(to: IdentificationAddress.rights(file), .openRights) }
        }
    }
}
