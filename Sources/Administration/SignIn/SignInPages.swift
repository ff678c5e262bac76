import Access
import Basics
import Web

enum SignInFields {
    static let name = TextField("name", .signInName, length: 1...200, purpose: .username)
    static let password = SecretField("password", .password)
    static let code = TextField("code", .codeLabel, why: .codeWhy, length: 1...40, purpose: .oneTimeCode)
    static let newPassword = SecretField("new-password", .newPassword, why: .passwordWhy, isNew: true)
    static let passwordAgain = SecretField("password-again", .passwordAgain, isNew: true)
}

extension FormReading {
    /// A new password, typed twice.
    mutating func newPassword() -> String? {
        let first = read(SignInFields.newPassword)
        let second = read(SignInFields.passwordAgain)
        guard let first, let second else { return nil }
        guard first == second else {
            refuse(SignInFields.passwordAgain, because: PasswordRefused.different.words)
            return nil
        }
        return first
    }
}

/// The cookie between password and code. Strict, for five minutes.
enum StepCookie {
    static let name = "sign-in"
    static func set(_ step: Secret) -> SiteCookie {
        SiteCookie(name: name, value: step.text, seconds: Int(SignIn.stepLifetime.components.seconds))
    }
    static let removed = SiteCookie(name: name, value: "", seconds: 0)
}

extension Routes {
    //  GET   /sign-in         name and password                      anyone
    //  POST  /sign-in         a session, or on to the code           anyone
    //  GET   /sign-in/code    the code of the second factor          anyone who gave a password
    //  POST  /sign-in/code    a session                              anyone who gave a password
    //  GET   /sign-in/again   the password once more                 account
    //  POST  /sign-in/again   counts as fresh for ten minutes        account
    //  POST  /sign-out        ends the session                       account
    mutating func addSignIn(_ room: Room) {
        let signIn = room.reception.signIn
        let provider = room.reception.provider?.name

        get("/sign-in", needs: .anyone) { visit in
            .page(SignInPage(next: visit.next, provider: provider))
        }

        post("/sign-in", needs: .anyone) { visit in
            var reading = FormReading(visit.form)
            let name = reading.read(SignInFields.name)
            let password = reading.read(SignInFields.password)
            guard let name, let password else {
                return .page(SignInPage(filled: reading.filled, next: visit.next, provider: provider), status: .unprocessable)
            }
            do {
                return .afterSignIn(try await signIn.open(name: name, password: password, network: visit.network), next: visit.next)
            } catch AccessRefused.signInFailed {
                reading.refuse(because: AccessRefused.signInFailed)
                return .page(SignInPage(filled: reading.filled, next: visit.next, provider: provider), status: .unprocessable)
            }
        }

        get("/sign-in/code", needs: .anyone) { visit in
            guard visit.cookie(StepCookie.name) != nil else { return .see(AdministrationAddress.signIn) }
            return .page(CodePage(next: visit.next))
        }

        post("/sign-in/code", needs: .anyone) { visit in
            guard let step = visit.cookie(StepCookie.name) else { return .see(AdministrationAddress.signIn) }
            var reading = FormReading(visit.form)
            guard let code = reading.read(SignInFields.code) else {
                return .page(CodePage(filled: reading.filled, next: visit.next), status: .unprocessable)
            }
            do {
                let session = try await signIn.finish(step: Secret(text: step), code: code, network: visit.network)
                return .see(visit.next ?? AdministrationAddress.work).startingSession(session.text).setting(StepCookie.removed)
            } catch AccessRefused.signInFailed {
                reading.refuse(SignInFields.code, because: AccessRefused.signInFailed.words)
                return .page(CodePage(filled: reading.filled, next: visit.next), status: .unprocessable)
            }
        }

        get("/sign-in/again", needs: .account) { visit in
            let ways = try await signIn.waysIn(of: visit.signedIn())
            return .page(AgainPage(next: visit.next, hasPassword: ways.password, provider: ways.provider ? provider : nil))
        }

        post("/sign-in/again", needs: .account) { visit in
            let actor = try visit.signedIn()
            var reading = FormReading(visit.form)
            guard let password = reading.read(SignInFields.password) else {
                return .page(AgainPage(filled: reading.filled, next: visit.next), status: .unprocessable)
            }
            do {
                try await signIn.proveAgain(actor, password: password, network: visit.network)
                return .see(visit.next ?? AdministrationAddress.ownAccount)
            } catch AccessRefused.signInFailed {
                reading.refuse(SignInFields.password, because: AccessRefused.signInFailed.words)
                return .page(AgainPage(filled: reading.filled, next: visit.next), status: .unprocessable)
            }
        }

        post("/sign-out", needs: .account) { visit in
            try await room.reception.sessions.signOut(visit.signedIn())
            return .see(AdministrationAddress.signIn).endingSession()
        }
    }
}

extension Answer {
    /// Into the program, or on to the code.
    static func afterSignIn(_ answer: SignIn.Answer, next: LocalAddress?) -> Answer {
        switch answer {
        case .session(let session): .see(next ?? AdministrationAddress.work).startingSession(session.text)
        case .codeNeeded(let step):
            .see(next.map { AdministrationAddress.signInCode.with("next", $0.path) as any Address } ?? AdministrationAddress.signInCode)
                .setting(StepCookie.set(step))
        }
    }
}

/// Does something that needs a fresh sign-in; when it is not fresh, leads there and back.
func freshly(_ visit: Visit, back: any Address, _ body: () async throws -> Answer) async throws -> Answer {
    do {
        return try await body()
    } catch AccessRefused.freshSignInNeeded {
        return .see(AdministrationAddress.signInAgain.with("next", back.path))
    }
}
