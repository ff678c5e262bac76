import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

/// What a person asked to be told, and what the law withholds.
struct SubjectPage: PageOfFile {
    static let askedOn = DayField("asked-on", .askedOn, .untilToday)
    static let askedBy = ChoiceField("asked-by", .askedBy, SubjectRequest.AskedBy.allCases) { $0.word }
    static let handedOn = DayField("handed-on", .handedOn, .untilToday)
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
