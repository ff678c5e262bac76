import Basics
import Protection
import Store
import Vocabulary
import Web

/// What was seen when somebody was detected, on the page of their file: dangers, needs of the first night, signs by group.
enum DetectionPanel {
    static let panel = CasePanel("detection", .detection, of: .experience) { tx, view, _ in
        let file = view.summary.id
        let referral = try tx.row("SELECT needs_tonight, sent_at, paper_at FROM referral WHERE case_id = \(file)") {
            (needs: $0.text(0).split(separator: " ").map(String.init), sentAt: $0.instant(1), paperAt: $0.optionalInstant(2))
        }
        guard let referral else { return nil }
        let answers = try SeenSigns.newest(in: file, tx: tx)
        let profile = view.profile
        let dangers = answers.filter { $0.sort == "danger" && $0.answer == .yes }.compactMap { profile.immediateDanger($0.code)?.question }
        let signs = answers.filter { $0.sort == "sign" }.compactMap { answer in profile.indicator(answer.code).map { (answer.answer, $0) } }
        return { html in
            html.p { html in
                html.say(.sentOn)
                html.space()
                html.moment(referral.sentAt)
                if let paper = referral.paperAt {
                    html.text(" · ")
                    html.say(.writtenOnPaper)
                    html.space()
                    html.moment(paper)
                }
            }
            html.words(.dangersSeen, dangers, none: .noDangerSeen)
            html.words(.needsTonight, referral.needs.compactMap { profile.needTonight($0)?.text }, none: .noNeeds)
            for group in WarningSign.Group.allCases {
                let asked = signs.filter { $0.1.group == group }
                guard asked.contains(where: { $0.0 != .notAsked }) else { continue }
                html.h3(group.word)
                html.ul { html in
                    for (answer, sign) in asked where answer != .notAsked {
                        html.li { html in
                            html.span(answer.word, .class(answer == .yes ? "badge warning" : "badge"))
                            html.space()
                            html.say(sign.text)
                        }
                    }
                }
            }
            let unasked = signs.count { $0.0 == .notAsked }
            if unasked > 0 {
                html.p(.class("why")) { html in
                    html.say(.signsNotAsked)
                    html.text(": ")
                    html.number(unasked)
                }
            }
            html.p { $0.a(to: DetectionAddress.detection(file), .openNotes) }
        }
    }
}

extension Markup {
    /// A heading with a list of words, or what stands for none.
    mutating func words(_ title: Word, _ words: [Word], none: Word) {
        h3(title)
        guard !words.isEmpty else { return p(none, .class("why")) }
        ul { html in for word in words { html.li(word) } }
    }
}
