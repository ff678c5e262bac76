import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

/// What a provider without an account reports after it accepted: with the same link and the same code, which show nothing of the person.
enum PackageReport: String, CaseIterable, Sendable {
    case began
    case met, partly
    case notMet = "not_met"
    case personLeft = "person_left"
    case referredOn = "referred_on"
    /// They said yes, and can't do it.
    case notAfterAll = "not_after_all"

    /// What may be reported at a stage of the referral; none is skipped.
    static func possible(at stage: ServiceReferral.Stage) -> [PackageReport] {
        switch stage {
        case .accepted: [.began, .notAfterAll]
        case .started: [.met, .partly, .notMet, .personLeft, .referredOn, .notAfterAll]
        default: []
        }
    }

    var outcome: ServiceReferral.Outcome? { ServiceReferral.Outcome(rawValue: rawValue) }
}

extension PackageDesk {
    /// So long after the yes the link and the code take reports.
    static let reportsLast = Duration.days(180)

    enum Reporting: Sendable {
        case gone, wrongCode
        /// How the referral stands, by which code both sides speak of it, and the token for one report.
        case ready(stage: ServiceReferral.Stage, code: String, token: String)
    }

    /// Opens the page of reports to whoever has the link and the code of a package that was accepted.
    func reporting(_ token: String, code: String, at now: Instant) async throws -> Reporting {
        let found = try await room.database.read { tx in try Accepted.find(token, at: now, in: tx) }
        guard let found else { return .gone }
        let tried = try await room.vault.purposeKey("package code", at: now).hash(Array("\(found.id) \(code)".utf8))
        let next = Secret.new().text
        return try await room.database.write { tx in
            guard let package = try Accepted.find(token, at: now, in: tx),
                let referral = try ServiceReferral.find(package.referral, in: tx), referral.stage.isShared
            else { return .gone }
            guard package.codeHash == tried else {
                let isLast = package.wrong + 1 >= SealedPackage.mostWrong
                try tx.run(
                    "UPDATE service_package SET wrong = wrong + 1, report_until = \(isLast ? nil : package.until) WHERE id = \(package.id)")
                return isLast ? .gone : .wrongCode
            }
            try tx.run("UPDATE service_package SET wrong = 0, answer_hash = \(SealedPackage.hash(next)) WHERE id = \(package.id)")
            return .ready(stage: referral.stage, code: referral.code, token: next)
        }
    }

    /// Takes one report; the token that came with the page is good for this one.
    /// - Returns: whether it was taken, and whether more may follow; `nil` when there is nothing to report on any more.
    func report(_ report: PackageReport, with token: String, at now: Instant) async throws -> ServiceReferral.Stage? {
        let room = room
        return try await room.database.write { tx in
            let found = try tx.row(
                """
                SELECT id, referral_id FROM service_package
                WHERE answer_hash = \(SealedPackage.hash(token)) AND answered_at IS NOT NULL AND report_until > \(now)
                """
            ) { (try $0.id(0, of: SealedPackage.self), try $0.id(1, of: ServiceReferral.self)) }
            guard let (package, id) = found, let referral = try ServiceReferral.find(id, in: tx),
                PackageReport.possible(at: referral.stage).contains(report)
            else { return nil }
            // Whoever is barred, or lost the consent, reports nothing: the referral is not theirs any more.
            let _: Permit<SealedPackage> = try room.gate.permit(
                .answerReferrals, on: package, for: Self.recipient(of: referral, at: now), detail: "package report", in: tx)
            try tx.run("UPDATE service_package SET answer_hash = NULL WHERE id = \(package)")
            let (stage, event) = try Self.move(referral, by: report, at: now, in: tx)
            try CaseEvent.write(
                event, in: referral.file, by: nil, subject: id.bytes, detail: referral.serviceKind, at: now, tx: tx)
            try CaseMatter.post(
                CaseMatter.serviceAnswered.code, to: .account(referral.sentBy), about: referral.file, subject: id.bytes,
                named: referral.code, at: now, in: tx)
            return stage
        }
    }

    private static func move(
        _ referral: ServiceReferral, by report: PackageReport, at now: Instant, in tx: any Transaction
    ) throws -> (ServiceReferral.Stage, CaseEvent.Kind) {
        if report == .began {
            try referral.move(to: .started, from: referral.version, ", started_at = \(now)", in: tx)
            return (.started, .serviceStarted)
        }
        guard let outcome = report.outcome else {
            try referral.move(to: .withdrawn, from: referral.version, ", ended_at = \(now)", in: tx)
            try referral.close(as: .cancelled, at: now, in: tx)
            return (.withdrawn, .serviceWithdrawn)
        }
        try referral.move(to: .completed, from: referral.version, ", ended_at = \(now), outcome = \(outcome)", in: tx)
        try referral.close(as: .met, at: now, in: tx)
        return (.completed, .serviceCompleted)
    }

    /// A package that was answered with yes.
    private struct Accepted {
        let id: ID<SealedPackage>
        let referral: ID<ServiceReferral>
        let codeHash: [UInt8]
        let wrong: Int
        let until: Instant

        static func find(_ token: String, at now: Instant, in tx: any Transaction) throws -> Accepted? {
            try tx.row(
                """
                SELECT id, referral_id, code_hash, wrong, report_until FROM service_package
                WHERE token_hash = \(SealedPackage.hash(token)) AND answered_at IS NOT NULL AND report_until > \(now)
                """
            ) { row in
                Accepted(
                    id: try row.id(0, of: SealedPackage.self), referral: try row.id(1, of: ServiceReferral.self), codeHash: row.bytes(2),
                    wrong: row.int(3), until: row.instant(4))
            }
        }
    }
}

extension Routes {
    //  POST  /package/{token}/report    begun, ended, or not after all; once for each opening of the page   whoever has link and code
    mutating func addPackageReports(_ room: ProtectionRoom) {
        let desk = PackageDesk(room: room)

        post("/package/{token}/report", needs: .anyone) { visit in
            var reading = FormReading(visit.form)
            let report = reading.read(PackageReportPage.field(PackageReport.allCases))
            guard reading.isSound, let report,
                let stage = try await desk.report(report, with: visit.parameter("token"), at: visit.now)
            else { return .page(PackageNotePage(note: .packageGone), status: .notFound) }
            return .page(PackageNotePage(note: stage.isOpen ? .packageReportedKeep : .packageAnswered))
        }
    }
}

/// What a provider can say about the help that it accepted to give: nothing of the person stands here.
struct PackageReportPage: Page {
    let stage: ServiceReferral.Stage
    let code: String
    let token: String

    static func field(_ reports: [PackageReport]) -> ChoiceField<PackageReport> {
        ChoiceField("report", .packageReport, reports) { $0.word }
    }

    var title: Word { .packageTitle }
    var door: Door { .open }
    var concernsOwnSituation: Bool { true }

    func body(_ html: inout Markup) {
        html.p(.packageReportLead, .class("note"))
        html.p { html in html.code { $0.text(code) } }
        html.form(post: AssistanceAddress.packageReport(token)) { html in
            html.field(Self.field(PackageReport.possible(at: stage)))
            html.submit(.sendAnswer)
        }
    }
}

extension PackageReport {
    var word: Word {
        switch self {
        case .began:
            Word(
                en: "The help has begun", fr: "L’aide a commencé", es: "La ayuda ha empezado", ar: "بدأت المساعدة", ru: "Помощь началась",
                zh: "帮助已开始")
        case .met:
            Word(
                en: "It has ended, and the need is met", fr: "Elle est terminée et le besoin est couvert",
                es: "Ha terminado y la necesidad está cubierta", ar: "انتهت المساعدة ولُبّيت الحاجة",
                ru: "Помощь завершена, потребность удовлетворена", zh: "帮助已结束，需求已满足")
        case .partly:
            Word(
                en: "It has ended, and the need is met in part", fr: "Elle est terminée et le besoin est couvert en partie",
                es: "Ha terminado y la necesidad está cubierta en parte", ar: "انتهت المساعدة ولُبّيت الحاجة جزئيًا",
                ru: "Помощь завершена, потребность удовлетворена частично", zh: "帮助已结束，需求部分满足")
        case .notMet:
            Word(
                en: "It has ended, and the need is not met", fr: "Elle est terminée et le besoin n’est pas couvert",
                es: "Ha terminado y la necesidad no está cubierta", ar: "انتهت المساعدة ولم تُلبَّ الحاجة",
                ru: "Помощь завершена, потребность не удовлетворена", zh: "帮助已结束，需求未满足")
        case .personLeft:
            Word(
                en: "The person did not come, or left", fr: "La personne n’est pas venue, ou est partie",
                es: "La persona no vino o se marchó", ar: "لم يحضر الشخص أو غادر", ru: "Человек не пришёл или ушёл", zh: "当事人未到或已离开")
        case .referredOn:
            Word(
                en: "They were sent on to another service", fr: "Elle a été orientée vers un autre service",
                es: "Se le derivó a otro servicio", ar: "أُحيل الشخص إلى خدمة أخرى", ru: "Человека направили в другую службу",
                zh: "已转介至其他服务")
        case .notAfterAll:
            Word(
                en: "We can’t give this help after all", fr: "Finalement, nous ne pouvons pas apporter cette aide",
                es: "Al final no podemos prestar esta ayuda", ar: "لا نستطيع في النهاية تقديم هذه المساعدة",
                ru: "Мы всё же не можем оказать эту помощь", zh: "我们最终无法提供此项帮助")
        }
    }
}

extension Word {
    static let packageReport = Word(
        en: "What has happened since", fr: "Ce qui s’est passé depuis", es: "Qué ha ocurrido desde entonces", ar: "ما الذي حدث منذ ذلك",
        ru: "Что произошло с тех пор", zh: "此后的情况")
    static let packageReportLead = Word(
        en: "You accepted this referral. Say what has happened since. Nothing about the person is shown here.",
        fr: "Vous avez accepté cette orientation. Dites ce qui s’est passé depuis. Rien sur la personne n’est montré ici.",
        es: "Usted aceptó esta derivación. Diga qué ha ocurrido desde entonces. Aquí no se muestra nada sobre la persona.",
        ar: "لقد قبلتم هذه الإحالة. أخبرونا بما حدث منذ ذلك. لا يُعرض هنا أي شيء عن الشخص.",
        ru: "Вы приняли это направление. Сообщите, что произошло с тех пор. О человеке здесь ничего не показывается.",
        zh: "您已接受此转介。请说明此后的情况。此处不显示当事人的任何信息。")
    static let packageAcceptedKeep = Word(
        en:
            "Your answer was passed on. Keep the link and the code: when the help begins and when it ends, open the link again, enter the code and say so.",
        fr:
            "Votre réponse a été transmise. Gardez le lien et le code : quand l’aide commence et quand elle se termine, rouvrez le lien, saisissez le code et dites-le.",
        es:
            "Su respuesta se ha transmitido. Guarde el enlace y el código: cuando la ayuda empiece y cuando termine, abra de nuevo el enlace, escriba el código e indíquelo.",
        ar: "أُرسل جوابكم. احتفظوا بالرابط والرمز: عندما تبدأ المساعدة وعندما تنتهي، افتحوا الرابط من جديد وأدخلوا الرمز وأخبرونا بذلك.",
        ru:
            "Ваш ответ передан. Сохраните ссылку и код: когда помощь начнётся и когда закончится, снова откройте ссылку, введите код и сообщите об этом.",
        zh: "您的答复已转达。请保留链接和代码：帮助开始和结束时，请再次打开链接、输入代码并告知。")
    static let packageReportedKeep = Word(
        en: "This was passed on. Keep the link and the code until the help has ended.",
        fr: "C’est transmis. Gardez le lien et le code jusqu’à la fin de l’aide.",
        es: "Se ha transmitido. Guarde el enlace y el código hasta que termine la ayuda.",
        ar: "أُرسل ذلك. احتفظوا بالرابط والرمز حتى تنتهي المساعدة.",
        ru: "Это передано. Сохраните ссылку и код, пока помощь не закончится.", zh: "已转达。请保留链接和代码，直到帮助结束。")
}
