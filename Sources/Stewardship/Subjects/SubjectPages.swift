import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

extension Routes {
    //  GET   /work/cases/{id}/subject-access                            requests, what is withheld, forms    answerSubjects
    //  POST  /work/cases/{id}/subject-access                            the person asked                     answerSubjects
    //  GET   /work/cases/{id}/subject-access/sheet                      what is held, to print               answerSubjects
    //  GET   /work/cases/{id}/subject-access/data                       the same for programs                answerSubjects
    //  POST  /work/cases/{id}/subject-access/handover                   how and when it was handed over      answerSubjects
    //  POST  /work/cases/{id}/subject-access/withholding                a law withholds something            answerSubjects
    //  POST  /work/cases/{id}/subject-access/withholding/{one}/end      no longer                            answerSubjects
    mutating func addSubjects(_ room: ProtectionRoom) {
        let subjects = SubjectAccess(room: room)

        get("/work/cases/{id}/subject-access", needs: .deed(.answerSubjects)) { visit in
            .page(try await SubjectPage.read(visit, room, filled: Filled()))
        }

        post("/work/cases/{id}/subject-access", needs: .deed(.answerSubjects)) { visit in
            let id = try visit.id("id", of: CaseFile.self)
            var reading = FormReading(visit.form)
            let (day, who) = (reading.read(SubjectPage.askedOn), reading.read(SubjectPage.askedBy))
            guard reading.isSound, let day, let who else {
                return .page(try await SubjectPage.read(visit, room, filled: reading.filled), status: .unprocessable)
            }
            try await subjects.ask(id, on: day, by: who, actor: visit.signedIn())
            return .see(StewardshipAddress.subjectAccess(id))
        }

        get("/work/cases/{id}/subject-access/sheet", needs: .deed(.answerSubjects)) { visit in
            .page(
                SubjectSheetPage(
                    sheet: try await subjects.sheet(of: visit.id("id"), for: visit.signedIn()),
                    roles: try RoleBook.load(from: room.share).roles))
        }

        get("/work/cases/{id}/subject-access/data", needs: .deed(.answerSubjects)) { visit in
            let sheet = try await subjects.sheet(of: visit.id("id"), for: visit.signedIn())
            return try .json(SubjectData(sheet, in: visit.language))
        }

        post("/work/cases/{id}/subject-access/handover", needs: .deed(.answerSubjects)) { visit in
            let id = try visit.id("id", of: CaseFile.self)
            var reading = FormReading(visit.form)
            let (day, channel) = (reading.read(SubjectPage.handedOn), reading.read(SubjectPage.channel))
            guard reading.isSound, let day, let channel else {
                return .page(try await SubjectPage.read(visit, room, filled: reading.filled), status: .unprocessable)
            }
            try await subjects.handOver(id, by: channel, on: day, actor: visit.signedIn())
            return .see(StewardshipAddress.subjectAccess(id))
        }

        post("/work/cases/{id}/subject-access/withholding", needs: .deed(.answerSubjects)) { visit in
            let page = try await SubjectPage.read(visit, room, filled: Filled())
            var reading = FormReading(visit.form)
            let (part, organisation) = (reading.read(SubjectPage.part), reading.read(page.organisation))
            if let reason = reading.read(SubjectPage.reason), reading.isSound {
                do {
                    try await subjects.withhold(part, of: organisation, for: reason, in: page.summary.id, actor: visit.signedIn())
                    return .see(StewardshipAddress.subjectAccess(page.summary.id))
                } catch let refused as StewardshipRefused {
                    reading.refuse(because: refused)
                }
            }
            return .page(try await SubjectPage.read(visit, room, filled: reading.filled), status: .unprocessable)
        }

        post("/work/cases/{id}/subject-access/withholding/{one}/end", needs: .deed(.answerSubjects)) { visit in
            let id = try visit.id("id", of: CaseFile.self)
            try await subjects.lift(visit.id("one"), in: id, actor: visit.signedIn())
            return .see(StewardshipAddress.subjectAccess(id))
        }
    }
}

/// What a person asked to be told, and what the law withholds.
struct SubjectPage: PageOfFile {
    static let askedOn = DayField("asked-on", .askedOn)
    static let askedBy = ChoiceField("asked-by", .askedBy, SubjectRequest.AskedBy.allCases) { $0.word }
    static let handedOn = DayField("handed-on", .handedOn)
    static let channel = ChoiceField("channel", .safeChannel, why: .safeChannelWhy, SubjectRequest.Channel.allCases) { $0.word }
    static let part = ChoiceField("part", .whichPart, isRequired: false, CasePart.allCases, as: .list) { $0.word }
    static let reason = ChoiceField("reason", .withheldBecause, Withholding.Reason.allCases) { $0.word }

    let summary: CaseSummary
    let requests: [(askedOn: Day, by: SubjectRequest.AskedBy, channel: SubjectRequest.Channel?, handedOn: Day?)]
    let withheld: [(id: ID<Withholding>, what: Word, reason: Withholding.Reason)]
    let organisation: ChoiceField<ID<Organisation>>
    let filled: Filled

    static func read(_ visit: Visit, _ room: ProtectionRoom, filled: Filled) async throws -> SubjectPage {
        let (id, actor) = (try visit.id("id", of: CaseFile.self), try visit.signedIn())
        return try await room.gate.look(for: actor) { tx, looking in
            let _: Permit<CaseFile> = try looking.permit(.answerSubjects, on: id)
            guard let summary = try CaseSummary.find(id, in: tx) else { throw notThere(.answerSubjects, actor) }
            return SubjectPage(
                summary: summary,
                requests: try tx.rows(
                    "SELECT asked_on, asked_by, channel, handed_on FROM subject_request WHERE case_id = \(id) ORDER BY recorded_at DESC"
                ) {
                    (
                        askedOn: try $0.day(0), by: try $0.choice(1, as: SubjectRequest.AskedBy.self),
                        channel: try $0.optionalChoice(2, as: SubjectRequest.Channel.self), handedOn: try $0.optionalDay(3)
                    )
                },
                withheld: try tx.rows(
                    """
                    SELECT w.id, w.part, o.name, w.reason FROM subject_withholding w LEFT JOIN organisation o ON o.id = w.organisation_id
                    WHERE w.case_id = \(id) AND w.lifted_at IS NULL ORDER BY w.set_at
                    """
                ) { row in
                    (
                        id: try row.id(0, of: Withholding.self),
                        what: try row.optionalChoice(1, as: CasePart.self)?.word ?? .data(row.text(2)),
                        reason: try row.choice(3, as: Withholding.Reason.self)
                    )
                },
                organisation: try organisationField("organisation", .orOrganisation, except: nil, isRequired: false, in: tx), filled: filled
            )
        }
    }

    var title: Word { .subjectAccess }

    func body(_ html: inout Markup) {
        html.p(.subjectLead)
        html.ul { html in
            for request in requests {
                html.li { html in
                    html.day(request.askedOn)
                    html.text(" · ")
                    html.say(request.by.word)
                    if let day = request.handedOn, let channel = request.channel {
                        html.text(" · ")
                        html.say(.handedOn)
                        html.space()
                        html.day(day)
                        html.text(" · ")
                        html.say(channel.word)
                    }
                }
            }
        }
        html.problems(filled)
        html.form(post: StewardshipAddress.subjectAccess(summary.id)) { html in
            html.field(Self.askedOn, filled)
            html.field(Self.askedBy, filled)
            html.submit(.recordRequest)
        }
        html.h2(.withheldByLaw)
        html.ul { html in
            for one in withheld {
                html.li { html in
                    html.bdi { $0.say(one.what) }
                    html.text(" · ")
                    html.say(one.reason.word)
                    html.form(post: StewardshipAddress.withholdingEnd(summary.id, one.id), .class("inline")) {
                        $0.submit(.liftBar, .class("quiet"))
                    }
                }
            }
        }
        html.details { html in
            html.summary(.withhold)
            html.form(post: StewardshipAddress.withholding(summary.id)) { html in
                html.field(Self.part, filled)
                html.field(organisation, filled)
                html.field(Self.reason, filled)
                html.submit(.withhold)
            }
        }
        guard !requests.isEmpty else { return }
        html.h2(.subjectSheet)
        html.p { html in
            html.a(to: StewardshipAddress.subjectSheet(summary.id), .subjectSheet, .class("button"))
            html.space()
            html.a(to: StewardshipAddress.subjectData(summary.id), .subjectData)
        }
        guard requests.contains(where: { $0.handedOn == nil }) else { return }
        html.form(post: StewardshipAddress.subjectHandover(summary.id)) { html in
            html.field(Self.channel, filled)
            html.field(Self.handedOn, filled)
            html.submit(.recordHandover)
        }
    }
}

/// What is held about a person and who saw it, to print and to hand over.
struct SubjectSheetPage: Page {
    let sheet: SubjectSheet
    let roles: [Role]

    var title: Word { .subjectSheet }
    var door: Door { .work }

    func body(_ html: inout Markup) {
        html.dl(.class("facts")) { html in
            html.line(.caseCode) { html in html.code { $0.text(sheet.code) } }
            html.line(.madeOn) { $0.day(sheet.madeOn) }
            html.line(.keeper) { html in html.bdi { $0.text(sheet.keeper) } }
        }
        for reason in sheet.withheld {
            html.p(.class("note")) { html in
                html.say(.withheldByLaw)
                html.text(": ")
                html.say(reason.word)
            }
        }
        if let identity = sheet.identity?.value {
            html.h2(.whoItIs)
            html.dl(.class("facts")) { html in
                for (word, texts) in [
                    (Word.names, identity.names), (.aliases, identity.aliases), (.birth, identity.birth.map { [$0] } ?? []),
                    (.documents, identity.documents), (.contactChannel, identity.contact.map { [$0.channel] } ?? []),
                    (.contactHow, identity.contact.map { [$0.how] } ?? []),
                ] where !texts.isEmpty {
                    html.line(word) { html in
                        for text in texts {
                            html.bdi { $0.text(text) }
                            html.br()
                        }
                    }
                }
            }
        }
        html.h2(.whatIsHeld)
        html.dl(.class("facts")) { html in for fact in sheet.facts { html.line(fact.label, fact.value) } }
        for group in sheet.entries {
            html.h3(group.kind.title)
            for entry in group.entries {
                html.dl(.class("facts")) { html in
                    for field in group.fields { html.line(field.label) { $0.value(entry.values[field.name] ?? .none, of: field) } }
                }
            }
        }
        shared(&html)
        saw(&html)
    }

    private func shared(_ html: inout Markup) {
        html.h2(.yourConsents)
        html.ul { html in
            for consent in sheet.consents {
                html.li { html in
                    html.day(consent.on)
                    html.text(" · ")
                    html.say(consent.purpose)
                    html.text(" · ")
                    html.say(consent.isWithdrawn ? .withdrawnEntry : consent.answer == .yes ? .yes : .no)
                }
            }
        }
        html.h2(.givenTo)
        html.ul { html in
            for share in sheet.disclosures {
                html.li { html in
                    html.day(share.on)
                    html.text(" · ")
                    html.bdi { $0.text(share.organisation) }
                    html.text(" · ")
                    html.say(share.purpose)
                    html.text(" · ")
                    html.say(share.ground.word)
                }
            }
        }
    }

    private func saw(_ html: inout Markup) {
        html.h2(.whoSawMyFile)
        html.p(.whoSawLead)
        html.ul { html in
            for sighting in sheet.sightings {
                html.li { html in
                    html.day(sighting.day)
                    html.text(" · ")
                    html.bdi { $0.text(sighting.organisationName) }
                    for role in roles.filter({ sighting.roles.contains($0.name.rawValue) }) {
                        html.text(" · ")
                        html.say(Word(work: role.title.en, fr: role.title.fr))
                    }
                    html.text(" · ")
                    html.say(sighting.what.word)
                    if let purpose = sighting.purpose {
                        html.text(" · ")
                        html.bdi { $0.text(purpose) }
                    }
                }
            }
        }
    }
}

/// The same as a document for programs.
struct SubjectData: Encodable, Sendable {
    struct Saw: Encodable, Sendable {
        let day: String
        let organisation: String
        let roles: [String]
        let what: String
        let purpose: String?
    }

    struct Given: Encodable, Sendable {
        let day: String
        let organisation: String
        let purpose: String
        let ground: String
    }

    let file: String
    let madeOn: String
    let names: [String]
    let aliases: [String]
    let birth: String?
    let documents: [String]
    let facts: [String: String]
    let withheld: [String]
    let givenTo: [Given]
    let whoSawMyFile: [Saw]

    init(_ sheet: SubjectSheet, in language: Language) {
        file = sheet.code
        madeOn = sheet.madeOn.iso
        let identity = sheet.identity?.value
        names = identity?.names ?? []
        aliases = identity?.aliases ?? []
        birth = identity?.birth
        documents = identity?.documents ?? []
        facts = Dictionary(sheet.facts.map { ($0.label[language], $0.value[language]) }, uniquingKeysWith: { first, _ in first })
        withheld = sheet.withheld.map(\.rawValue)
        givenTo = sheet.disclosures.map {
            Given(day: $0.on.iso, organisation: $0.organisation, purpose: $0.purpose[language], ground: $0.ground.rawValue)
        }
        whoSawMyFile = sheet.sightings.map {
            Saw(day: $0.day.iso, organisation: $0.organisationName, roles: $0.roles, what: $0.what.rawValue, purpose: $0.purpose)
        }
    }
}
