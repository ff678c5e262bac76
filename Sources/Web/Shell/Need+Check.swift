import Access

extension Need {
    /// Whether this person may use the route at all.
    func isMet(by actor: Actor?) -> Bool {
        switch self {
        case .anyone: true
        case .account: actor != nil
        case .deed(let deed): actor?.may(deed) ?? false
        }
    }
}
