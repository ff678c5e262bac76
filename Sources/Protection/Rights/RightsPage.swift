import Vocabulary
import Web

/// The ten things that a person must know: short, to be read on an old phone, printed, or read aloud. Nothing on it tells a
/// passer-by what it is about, and one touch leads away from it.
struct RightsPage: Page {
    let country: String
    let sheet: RightsSheet
    let language: OfferedLanguage
    let others: [OfferedLanguage]
    let emergency: [EmergencyContact]
    let audio: RightsAudio

    /// - Returns: `nil` for a language that the profile doesn't offer.
    init?(_ profile: CountryProfile, _ audio: RightsAudio, tag: String) {
        guard let sheet = profile.rights(in: tag), let language = profile.language(tag) else { return nil }
        country = profile.name
        self.sheet = sheet
        self.language = language
        others = profile.languages.filter { $0 != language }
        emergency = profile.emergency
        self.audio = audio
    }

    var title: Word { .yourRights }
    var door: Door { .open }
    var concernsOwnSituation: Bool { true }

    func body(_ html: inout Markup) {
        html.section(.written(in: language)) { html in
            html.h2 { $0.text(sheet.title) }
            html.ol { html in
                for point in sheet.points { html.li { $0.text(point) } }
            }
        }
        html.rightsAudio(audio, sheet)
        if !others.isEmpty { otherLanguages(&html) }
        if let review = sheet.review {
            html.p { html in
                html.say(.reviewedBy)
                html.space()
                html.bdi { $0.text(review.by) }
                html.space()
                html.day(review.on)
            }
        } else {
            html.p(.reviewedByNobody, .class("note warning"))
        }
        html.section { html in
            html.h2(.callNow)
            html.dl { html in
                for contact in emergency {
                    html.dt(contact.title)
                    html.dd { html in
                        html.strong { html in html.bdi { $0.text(contact.telephone) } }
                        html.space()
                        html.say(contact.when)
                    }
                }
            }
        }
        html.p(.class("source")) { html in
            html.say(.rightsApplyIn)
            html.space()
            html.bdi { $0.text(country) }
        }
    }

    /// The languages of the profile may be more than those of the site.
    private func otherLanguages(_ html: inout Markup) {
        html.details { html in
            html.summary(.sameInAnotherLanguage)
            html.ul { html in
                for other in others {
                    html.li { html in
                        html.a(to: ProtectionAddress.rightsIn(other.tag), .data(other.ownName), .written(in: other))
                    }
                }
            }
        }
    }
}

extension Attribute {
    fileprivate static func written(in language: OfferedLanguage) -> Attribute {
        .written(inTag: language.tag, rightToLeft: language.isRightToLeft)
    }
}
