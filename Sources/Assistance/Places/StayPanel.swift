import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

/// Where the person sleeps, on the file's page. Which place it is: for those who work on the file and for the shelter. Others see that
/// there is one, and no more.
enum StayPanel {
    static let panel = CasePanel("stays", .stays, of: .services) { tx, view, _ in
        let stays = try ShelterStay.all(of: view.summary.id, in: tx)
        guard !stays.isEmpty else { return nil }
        let worksHere = view.actor.organisation == view.summary.organisation && view.shows(.identity)
        let mine = view.actor.organisation
        return { html in
            html.ul(.class("timeline")) { html in
                for stay in stays {
                    html.li { html in
                        html.day(stay.first)
                        html.text(" – ")
                        html.day(stay.last)
                        html.text(" · ")
                        if worksHere || stay.organisation == mine {
                            html.bdi { $0.text("\(stay.serviceName) · \(stay.placeName)") }
                        } else {
                            html.say(.inAShelter)
                        }
                        if stay.isMove {
                            html.text(" · ")
                            html.say(.movedHere)
                        }
                    }
                }
            }
        }
    }
}
