package import Access
package import Basics

/// A form that is filled in over several steps and days. Its content is opaque here: whoever stores it seals it first.
package enum Draft {}

/// Where unfinished forms are kept. "Continue" saves; a colleague of the same organisation can go on; after 14 days, or when it is sent,
/// the draft is destroyed with its key.
package protocol DraftStore: Sendable {
    /// Saves what was filled in so far, as one sealed blob, and gives the id under which it is found again.
    func save(_ form: FormBody, as id: ID<Draft>?, kind: String, for actor: Actor, at now: Instant) async throws -> ID<Draft>
    /// The draft, when it is there and belongs to the actor's organisation; otherwise `nil`.
    func draft(_ id: ID<Draft>, kind: String, for actor: Actor, at now: Instant) async throws -> FormBody?
    /// Destroys a draft and its key.
    func destroy(_ id: ID<Draft>, for actor: Actor, at now: Instant) async throws
}
