import Access
import Basics
import Vocabulary
import Web

enum SetupFields {
    static let organisation = TextField("organisation", .setupOrganisation, length: 1...200, purpose: .organisationName)
    static let kind = ChoiceField("kind", .organisationKind, Organisation.Kind.allCases, as: .list) { $0.word }
    static let displayName = TextField("display-name", .yourName, length: 1...120, purpose: .personName)
    static let signInName = TextField("name", .signInName, why: .chooseSignInName, length: 3...60, purpose: .username)
}

extension Routes {
    //  GET   /invitation/{token}    whom it is for, and a form for a password    anyone with the link; uses nothing
    //  POST  /invitation/{token}    makes the password, uses the link            anyone with the link
    //  GET   /setup/{token}         a form for the first administrator           anyone with the link; uses nothing
    //  POST  /setup/{token}         makes the account, uses the link             anyone with the link
    mutating func addLinks(_ room: Room) {
        let signIn = room.reception.signIn
        let hasProvider = room.reception.provider != nil

        get("/invitation/{token}", needs: .anyone) { visit in
            let token = visit.parameter("token")
            let welcome = try await signIn.welcome(Secret(text: token))
            return .page(InvitationPage(token: token, welcome: welcome, hasProvider: hasProvider))
        }

        post("/invitation/{token}", needs: .anyone) { visit in
            let token = visit.parameter("token")
            let welcome = try await signIn.welcome(Secret(text: token))
            var reading = FormReading(visit.form)
            guard let password = reading.newPassword() else {
                return .page(
                    InvitationPage(filled: reading.filled, token: token, welcome: welcome, hasProvider: hasProvider), status: .unprocessable
                )
            }
            do {
                let answer = try await signIn.accept(Secret(text: token), password: password, network: visit.network)
                return .afterSignIn(answer, next: nil)
            } catch let refused as PasswordRefused {
                reading.refuse(SignInFields.newPassword, because: refused.words)
                return .page(
                    InvitationPage(filled: reading.filled, token: token, welcome: welcome, hasProvider: hasProvider), status: .unprocessable
                )
            }
        }

        get("/setup/{token}", needs: .anyone) { visit in
            let token = visit.parameter("token")
            guard try await signIn.mayBegin(Secret(text: token)) else { throw AccessRefused.linkSpent }
            return .page(SetupPage(token: token))
        }

        post("/setup/{token}", needs: .anyone) { visit in
            let token = visit.parameter("token")
            guard try await signIn.mayBegin(Secret(text: token)) else { throw AccessRefused.linkSpent }
            var reading = FormReading(visit.form)
            let organisation = reading.read(SetupFields.organisation)
            let kind = reading.read(SetupFields.kind)
            let displayName = reading.read(SetupFields.displayName)
            let name = reading.read(SetupFields.signInName)
            let password = reading.newPassword()
            guard reading.isSound, let organisation, let kind, let displayName, let name, let password else {
                return .page(SetupPage(filled: reading.filled, token: token), status: .unprocessable)
            }
            let draft = FirstAdministrator.Draft(
                organisation: .init(kind: kind, name: organisation, country: nil), signInName: name, displayName: displayName
            )
            do {
                let session = try await signIn.begin(draft, link: Secret(text: token), password: password, network: visit.network)
                return .see(AdministrationAddress.work).startingSession(session.text)
            } catch let refused as PasswordRefused {
                reading.refuse(SignInFields.newPassword, because: refused.words)
            } catch AccountRefused.badSignInName {
                reading.refuse(SetupFields.signInName, because: AccountRefused.badSignInName.words)
            }
            return .page(SetupPage(filled: reading.filled, token: token), status: .unprocessable)
        }
    }
}

/// An invitation, or a link for a new password: whom it is for, and the form.
struct InvitationPage: Page {
    var filled = Filled()
    let token: String
    let welcome: SignIn.Welcome
    let hasProvider: Bool

    private var isInvitation: Bool { welcome.purpose == .invitation }

    var title: Word { isInvitation ? .invitationTitle : .newPasswordTitle }
    var door: Door { .work }

    func body(_ html: inout Markup) {
        html.p(isInvitation ? .invitationLead : .newPasswordLead, .class("lead"))
        html.dl(.class("facts")) { html in
            html.fact(.yourName) { html in html.bdi { $0.text(welcome.displayName) } }
            html.fact(.signInName) { html in html.code { $0.text(welcome.signInName) } }
            html.fact(.yourOrganisation) { html in html.bdi { $0.text(welcome.organisationName) } }
        }
        html.problems(filled)
        html.form(post: AdministrationAddress.invitation(token)) { html in
            html.field(SignInFields.newPassword, filled)
            html.field(SignInFields.passwordAgain, filled)
            html.submit(.savePassword)
        }
        if hasProvider, isInvitation {
            html.p { $0.a(to: AdministrationAddress.invitationProvider(token), .providerTitle, .class("button secondary")) }
        }
    }
}

/// The form for the first administrator.
struct SetupPage: Page {
    var filled = Filled()
    let token: String

    var title: Word { .setupTitle }
    var door: Door { .work }

    func body(_ html: inout Markup) {
        html.p(.setupLead, .class("lead"))
        html.problems(filled)
        html.form(post: AdministrationAddress.setup(token)) { html in
            html.field(SetupFields.organisation, filled)
            html.field(SetupFields.kind, filled)
            html.field(SetupFields.displayName, filled)
            html.field(SetupFields.signInName, filled)
            html.field(SignInFields.newPassword, filled)
            html.field(SignInFields.passwordAgain, filled)
            html.submit(.makeAccount)
        }
    }
}

extension Markup {
    /// One line of a list of facts.
    mutating func fact(_ label: Word, _ content: (inout Markup) -> Void) {
        dt(label)
        dd { content(&$0) }
    }
}
