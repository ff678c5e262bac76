/// Whether a token tells of two factors of different kinds. Whether that counts here is a setting of Access.
enum SecondFactorSigns {
    /// - Parameters:
    ///   - methods: the claim `amr`, in the words of RFC 8176, section 2.
    ///   - level: the claim `acr`.
    static func seen(inMethods methods: [String], class level: String?) -> Bool {
        if methods.contains("mfa") { return true }
        if let level, classes.contains(level) { return true }
        let kinds = [known, held, embodied].filter { kind in methods.contains { kind.contains($0) } }
        return kinds.count > 1
    }

    /// What a person knows.
    private static let known: Set<String> = ["pwd", "pin", "kba"]
    /// What a person has.
    private static let held: Set<String> = ["otp", "hwk", "swk", "pop", "sc", "sms", "tel"]
    /// What a person is.
    private static let embodied: Set<String> = ["face", "fpt", "iris", "retina", "vbm"]

    /// Levels that mean two factors wherever they are used. Numbers such as "2" mean what each provider likes: not here.
    private static let classes: Set<String> = [
        "http://schemas.openid.net/pape/policies/2007/06/multi-factor",
        "https://refeds.org/profile/mfa",
        "http://eidas.europa.eu/LoA/substantial",
        "http://eidas.europa.eu/LoA/high",
    ]
}
