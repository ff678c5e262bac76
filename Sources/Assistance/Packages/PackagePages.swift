import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

extension Routes {
    //  POST  /work/service-referrals/{id}/package    make a sealed package: link and code, shown once     referToServices
    //  GET   /package/{token}                        a field for the code and a button; uses nothing      anyone with the link
    //  POST  /package/{token}                        opens it once                                        anyone with link and code
    //  POST  /package/{token}/answer                 yes or no, once                                      whoever opened it
    mutating func addPackages(_ room: ProtectionRoom) {
        let desk = PackageDesk(room: room)

        post("/work/service-referrals/{id}/package", needs: .deed(.referToServices)) { visit in
            let id = try visit.id("id", of: ServiceReferral.self)
            let (token, code) = try await desk.make(id, by: visit.signedIn(), at: visit.now, in: visit.language)
            return .page(PackageMadePage(referral: id, link: room.origin + AssistanceAddress.package(token).path, code: code))
        }

        // The page is the same whether or not there is such a package: a link alone tells nothing.
        get("/package/{token}", needs: .anyone) { visit in .page(PackagePage(token: visit.parameter("token"))) }

        post("/package/{token}", needs: .anyone) { visit in
            let token = visit.parameter("token")
            var reading = FormReading(visit.form)
            guard let code = reading.read(PackagePage.code) else {
                return .page(PackagePage(token: token, filled: reading.filled), status: .unprocessable)
            }
            switch try await desk.open(token, code: code, at: visit.now) {
            case .gone:
                // One that was accepted takes reports with the same link and code.
                switch try await desk.reporting(token, code: code, at: visit.now) {
                case .gone: return .page(PackageNotePage(note: .packageGone), status: .notFound)
                case .wrongCode:
                    reading.refuse(PackagePage.code, because: .packageWrongCode)
                    return .page(PackagePage(token: token, filled: reading.filled), status: .unprocessable)
                case .ready(let stage, let number, let next):
                    return .page(PackageReportPage(stage: stage, code: number, token: next))
                }
            case .wrongCode:
                reading.refuse(PackagePage.code, because: .packageWrongCode)
                return .page(PackagePage(token: token, filled: reading.filled), status: .unprocessable)
            case .opened(let lines, let answer): return .page(OpenedPackagePage(lines: lines, answer: answer, profile: room.profile))
            }
        }

        post("/package/{token}/answer", needs: .anyone) { visit in
            var reading = FormReading(visit.form)
            let accepts = reading.read(OpenedPackagePage.accepts) ?? false
            let reason = reading.read(OpenedPackagePage.reason(room.profile))
            let isTaken =
                reading.isSound
                ? try await desk.answer(visit.parameter("token"), accepts: accepts, reason: reason, at: visit.now) : false
            return isTaken
                ? .page(PackageNotePage(note: accepts ? .packageAcceptedKeep : .packageAnswered))
                : .page(PackageNotePage(note: .packageGone), status: .notFound)
        }
    }
}

/// Link and code of a package, shown once to whoever made it.
struct PackageMadePage: Page {
    let referral: ID<ServiceReferral>
    let link: String
    let code: String

    var title: Word { .packageMade }
    var door: Door { .work }
    var trail: [Crumb] { [Crumb(.referralsWeSent, AssistanceAddress.referral(referral))] }

    func body(_ html: inout Markup) {
        html.p(.packageMadeLead, .class("note"))
        html.dl(.class("facts")) { html in
            html.line(.packageLink) { html in html.code { $0.text(link) } }
            html.line(.packageCode) { html in html.code { $0.text(code) } }
        }
    }
}

/// A field for the code, and nothing that tells what it is about.
struct PackagePage: Page {
    let token: String
    var filled = Filled()
    static let code = TextField("code", .packageCodeLabel, length: 1...12, purpose: .oneTimeCode)

    var title: Word { .packageTitle }
    var door: Door { .open }
    var concernsOwnSituation: Bool { true }

    func body(_ html: inout Markup) {
        html.p(.packageLead)
        html.problems(filled)
        html.form(post: AssistanceAddress.package(token)) { html in
            // What was typed is not printed again.
            html.field(Self.code, filled)
            html.submit(.openPackage)
        }
    }
}

/// What a package held, and the one answer to it.
struct OpenedPackagePage: Page {
    let lines: [PackageLine]
    let answer: String
    let profile: CountryProfile

    static let accepts = ChoiceField(
        "answer", .packageAnswer,
        choices: [Choice(true, key: "yes", label: .packageAccept), Choice(false, key: "no", label: .packageDecline)])
    static func reason(_ profile: CountryProfile) -> ChoiceField<String> {
        ChoiceField(
            "reason", .declineReason, isRequired: false,
            choices: profile.declineReasons.map { Choice($0.code, key: $0.code, label: $0.text) }, as: .list)
    }

    var title: Word { .packageTitle }
    var door: Door { .open }
    var concernsOwnSituation: Bool { true }

    func body(_ html: inout Markup) {
        html.p(.packageShownOnce, .class("note"))
        html.dl(.class("facts")) { html in
            for line in lines {
                html.dt(.data(line.label))
                html.dd(.dirAuto) { $0.text(line.value) }
            }
        }
        html.form(post: AssistanceAddress.packageAnswer(answer)) { html in
            html.field(Self.accepts)
            html.field(Self.reason(profile))
            html.submit(.sendAnswer)
        }
    }
}

/// One sentence: it is gone, or the answer was passed on.
struct PackageNotePage: Page {
    let note: Word

    var title: Word { .packageTitle }
    var door: Door { .open }
    var concernsOwnSituation: Bool { true }

    func body(_ html: inout Markup) { html.p(note) }
}

extension SharePreview {
    /// The same as lines of text, for a package, in one language.
    func lines(_ profile: CountryProfile, in language: Language) -> [PackageLine] {
        var lines = coded.map { PackageLine(label: $0.label[language], value: $0.value[language]) }
        for (part, texts) in identityTexts {
            lines.append(PackageLine(label: part.word[language], value: texts.joined(separator: " · ")))
        }
        for (kind, fields, entries) in entries {
            for entry in entries {
                for field in fields {
                    guard let value = (entry.values[field.name] ?? .none).text(of: field, in: language) else { continue }
                    lines.append(PackageLine(label: "\(kind.title[language]): \(field.label[language])", value: value))
                }
            }
        }
        return lines
    }
}

extension EntryValue {
    /// What a field holds, as text; `nil` when it was left empty.
    func text(of field: EntryField, in language: Language) -> String? {
        func name(_ code: String) -> String {
            switch field.kind {
            case .code(let options), .codes(let options): options.first { $0.code == code }?.word[language] ?? code
            default: code
            }
        }
        return switch self {
        case .none: nil
        case .code(let code): name(code)
        case .codes(let codes): codes.map(name).joined(separator: ", ")
        case .number(let number): String(number)
        case .date(let iso): iso
        case .text(let text): text
        }
    }
}
