import Access
import Basics
import Foundation
import Store
import Vocabulary
package import Web

extension Routes {
    mutating func addIdentity(_ room: ProtectionRoom) {
        let people = People(room)

        get("/work/cases/{id}/identity", needs: .deed(.readIdentity)) { visit in
            let id = try visit.id("id", of: CaseFile.self)
            do {
                return .page(
                    IdentityPage(
                        try await people.open(id, for: visit.signedIn(), purpose: nil), mayCorrect: try visit.signedIn().may(.writeCase)))
            } catch AccessRefused.purposeNeeded {
                let summary = try await CaseFiles(room).look(at: id, for: visit.signedIn()) { _, view in view.summary }
                return .page(PurposePage(summary: summary))
            }
        }

        post("/work/cases/{id}/identity", needs: .deed(.readIdentity)) { visit in
            let id = try visit.id("id", of: CaseFile.self)
            var reading = FormReading(visit.form)
            guard let text = reading.read(IdentityFields.purpose), reading.isSound else {
                let summary = try await CaseFiles(room).look(at: id, for: visit.signedIn()) { _, view in view.summary }
                return .page(PurposePage(summary: summary, filled: reading.filled), status: .unprocessable)
            }
            let opened = try await people.open(id, for: visit.signedIn(), purpose: Purpose(stated: text))
            return .page(IdentityPage(opened, mayCorrect: try visit.signedIn().may(.writeCase)))
        }

        post("/work/cases/{id}/identity/correction", needs: .deed(.writeCase)) { visit in
            let id = try visit.id("id", of: CaseFile.self)
            let actor = try visit.signedIn()
            let opened = try await people.open(id, for: actor, purpose: Purpose(standing: "correction"))
            var reading = FormReading(visit.form)
            guard let identity = IdentityFields.read(&reading) else {
                return .page(IdentityPage(opened, mayCorrect: true, filled: reading.filled), status: .unprocessable)
            }
            let version = visit.form.fields["version"].flatMap(Int.init) ?? 0
            try await people.correct(identity, in: id, from: version, by: actor)
            return .see(CaseAddress.file(id))
        }
    }
}

/// The questions about who somebody is, wherever they are asked.
package enum IdentityFields {
    package static let names = LongTextField("names", .names, why: .namesWhy, isRequired: false, length: 1...1_000, rows: 2)
    package static let aliases = LongTextField("aliases", .aliases, why: .aliasesWhy, isRequired: false, length: 1...1_000, rows: 2)
    package static let birth = PartialDateField("birth", .birth, why: .birthWhy, isRequired: false, .untilToday)
    package static let documents = LongTextField("documents", .documents, why: .documentsWhy, isRequired: false, length: 1...2_000, rows: 2)
    package static let channel = TextField("channel", .contactChannel, why: .contactChannelWhy, isRequired: false, length: 1...300)
    package static let how = LongTextField("how", .contactHow, why: .contactHowWhy, isRequired: false, length: 1...1_000, rows: 2)
    package static let mayWrite = TickField("may-write", .safeToWrite)
    package static let mayCall = TickField("may-call", .safeToCall)
    static let purpose = TextField("purpose", .purpose, why: .purposeWhy, length: 3...500)

    /// What was filled in; `nil` when something is wrong.
    package static func read(_ reading: inout FormReading) -> PersonIdentity? {
        let names = lines(reading.read(names))
        let aliases = lines(reading.read(aliases))
        let birth = reading.read(birth)
        let documents = lines(reading.read(documents))
        let contact = readContact(&reading)
        guard reading.isSound else { return nil }
        return PersonIdentity(names: names, aliases: aliases, birth: birth, documents: documents, contact: contact)
    }

    package static func readContact(_ reading: inout FormReading) -> SafeContact? {
        let (channel, how) = (reading.read(channel), reading.read(how))
        let (mayWrite, mayCall) = (reading.read(mayWrite) ?? false, reading.read(mayCall) ?? false)
        return channel.map { SafeContact(channel: $0, how: how ?? "", mayWrite: mayWrite, mayCall: mayCall) }
    }

    private static func lines(_ text: String?) -> [String] {
        (text ?? "").split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    package static func filled(_ identity: PersonIdentity) -> Filled {
        var filled = Filled()
        filled.fill(names, with: identity.names.joined(separator: "\n"))
        filled.fill(aliases, with: identity.aliases.joined(separator: "\n"))
        filled.fill(birth, with: identity.birthDate)
        filled.fill(documents, with: identity.documents.joined(separator: "\n"))
        filled.fill(channel, with: identity.contact?.channel)
        filled.fill(how, with: identity.contact?.how)
        filled.fill(mayWrite, with: identity.contact?.mayWrite)
        filled.fill(mayCall, with: identity.contact?.mayCall)
        return filled
    }

    package static func controls(_ html: inout Markup, _ filled: Filled) {
        html.field(names, filled)
        html.field(aliases, filled)
        html.field(birth, filled)
        html.field(documents, filled)
        contactControls(&html, filled)
    }

    package static func contactControls(_ html: inout Markup, _ filled: Filled) {
        html.field(channel, filled)
        html.field(how, filled)
        html.field(mayWrite, filled)
        html.field(mayCall, filled)
    }
}

/// Asks what somebody needs to know it for.
struct PurposePage: Page {
    let summary: CaseSummary
    var filled = Filled()

    var title: Word { .openIdentity }
    var door: Door { .work }
    var trail: [Crumb] { [Crumb(.caseFiles, CaseAddress.files), Crumb(.data(summary.code), CaseAddress.file(summary.id))] }

    func body(_ html: inout Markup) {
        html.p(.purposeLead)
        html.problems(filled)
        html.form(post: CaseAddress.identity(summary.id)) { html in
            html.field(IdentityFields.purpose, filled)
            html.submit(.openIdentity)
        }
    }
}

/// Who the person is.
struct IdentityPage: Page {
    let opened: OpenedIdentity
    let mayCorrect: Bool
    let filled: Filled

    init(_ opened: OpenedIdentity, mayCorrect: Bool, filled: Filled? = nil) {
        self.opened = opened
        self.mayCorrect = mayCorrect && opened.file.isOpen
        self.filled = filled ?? IdentityFields.filled(opened.identity.value)
    }

    var title: Word { .whoItIs }
    var door: Door { .work }
    var trail: [Crumb] {
        [Crumb(.caseFiles, CaseAddress.files), Crumb(.data(opened.file.code), CaseAddress.file(opened.file.id))]
    }

    func body(_ html: inout Markup) {
        let identity = opened.identity.value
        html.p(.openingRecorded, .class("note"))
        html.dl(.class("facts")) { html in
            html.texts(.names, identity.names)
            html.texts(.aliases, identity.aliases)
            html.texts(.birth, identity.birth.map { [$0] } ?? [])
            html.texts(.documents, identity.documents)
            html.texts(.contactChannel, identity.contact.map { [$0.channel] } ?? [])
            html.texts(.contactHow, identity.contact.map { [$0.how] } ?? [])
            if let contact = identity.contact {
                html.line(.safeToWrite, contact.mayWrite ? .yes : .no)
                html.line(.safeToCall, contact.mayCall ? .yes : .no)
            }
        }
        guard mayCorrect else { return }
        html.problems(filled)
        html.details { html in
            html.summary(.correctIdentity)
            html.form(post: CaseAddress.identityCorrection(opened.file.id)) { html in
                html.hiddenField("version", String(opened.version))
                IdentityFields.controls(&html, filled)
                html.submit(.saveChange)
            }
        }
    }
}

extension Markup {
    fileprivate mutating func texts(_ label: Word, _ texts: [String]) {
        guard !texts.isEmpty else { return line(label) { $0.span(.notAnswered, .class("absent")) } }
        line(label) { html in
            for (index, text) in texts.enumerated() {
                if index > 0 { html.br() }
                html.bdi { $0.text(text) }
            }
        }
    }
}
