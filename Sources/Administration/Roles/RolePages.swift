import Access
import Vocabulary
import Web

extension Routes {
    //  GET  /work/roles    the matrix of roles and deeds    readRoles
    mutating func addRoles(_ room: Room) {
        get("/work/roles", needs: .deed(.readRoles)) { _ in .page(RolesPage(roles: room.reception.roles)) }
    }
}

/// Which role may do what.
struct RolesPage: Page {
    let roles: RoleBook

    var title: Word { .roles }
    var door: Door { .work }

    func body(_ html: inout Markup) {
        html.p(.rolesLead, .class("lead"))
        html.dl(.class("facts")) { html in
            for role in roles.roles { html.fact(role.titleWord) { $0.say(role.purposeWord) } }
        }
        html.div(.class("scroll"), .role("region"), .ariaLabel(.roles), .tabindex(0)) { html in
            html.table(.class("list")) { html in
                html.caption(.roles)
                html.thead { html in
                    html.tr { html in
                        html.th(.deed, .scopeColumn)
                        for role in roles.roles { html.th(role.titleWord, .scopeColumn) }
                    }
                }
                html.tbody { html in
                    for deed in Deed.allCases { row(deed, &html) }
                }
            }
        }
    }

    private func row(_ deed: Deed, _ html: inout Markup) {
        html.tr { html in
            html.th(.scopeRow) { html in
                html.say(deed.word)
                for (applies, word) in [(deed.needsSecondFactor, Word.needsSecondFactor), (deed.needsFreshSignIn, .needsFreshSignIn)]
                where applies {
                    html.br()
                    html.small(word, .class("soft"))
                }
            }
            for role in roles.roles {
                html.td { html in
                    if let scope = role.grants[deed] { html.say(scope.word) } else { html.span(.noDeed, .class("absent")) }
                }
            }
        }
    }
}
