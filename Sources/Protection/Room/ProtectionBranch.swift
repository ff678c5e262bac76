package import Access
package import Basics
package import Store
package import Vocabulary
package import Web

/// What one room of Protection (detection, identification, assistance …) brings to the whole. Server lists them; taking one out of
/// that list, and its folder away, takes the feature out.
package struct ProtectionBranch: Sendable {
    /// Its tables.
    package var migrations: [Migration] = []
    /// What it shows on a case file's page, in the order to show it in.
    package var panels: [CasePanel] = []
    /// What can happen in a case file by it.
    package var events: [CaseEvent.Kind] = []
    /// What must happen by when.
    package var clocks: [ClockKind] = []
    /// The coded, repeatable entries of a case file that it knows.
    package var entries: [EntryKind] = []
    /// What it tells people of.
    package var matters: [CaseMatter] = []
    /// What it does without anybody asking; the room gives profiles and clocks.
    package var jobs: @Sendable (ProtectionRoom) -> [Job] = { _ in [] }
    /// What goes when a person is erased.
    package var erasure: [ErasureStep] = []
    /// Its ways in from the menu of the work door.
    package var menu: [Menu.Entry] = []
    /// What organisations offer, in a few words each, for whoever chooses one to hand a file over to.
    package var offers: @Sendable (any Transaction, CountryProfile) throws -> [OrganisationOffer] = { _, _ in [] }
    /// Which other files are of the same person, joined to the one that is looked at, as far as whoever looks reaches them.
    package var joined: @Sendable (any Transaction, CaseView) throws -> [ID<CaseFile>] = { _, _ in [] }
    /// What it ends at once in a file in which a consent ended, in the same transaction.
    package var consentEnded: @Sendable (ID<CaseFile>, Actor, Instant, any Transaction) throws -> Void = { _, _, _, _ in }
    /// What still runs in a file and is not a clock: whoever closes it looks at this first. Only what they see of the file.
    package var running: @Sendable (any Transaction, CaseView) throws -> [StillRunning] = { _, _ in [] }
    /// What it counts for the figures of those cleared for them.
    package var figures: [FigureSource] = []
    /// What needs a person today: for the page where work begins.
    package var today: @Sendable (Visit, ProtectionRoom) async throws -> [@Sendable (inout Markup) -> Void] = { _, _ in [] }
    /// What it tells of an invented life in a demonstration, what it sets up before the first of them, and what it adds in the present.
    package var chapters: [Chapter] = []
    package var prelude: @Sendable (InventedCountry) async throws -> Void = { _ in }
    package var epilogue: @Sendable (InventedCountry) async throws -> Void = { _ in }
    /// What it offers to programs under `/api/v1`, with a deed each.
    package var api: @Sendable (ProtectionRoom) -> [Endpoint] = { _ in [] }
    /// Its addresses.
    package var addRoutes: @Sendable (inout Routes, ProtectionRoom) -> Void = { _, _ in }

    package init() {}
}

/// Something that goes on in a file: a service, a return, a claim.
package struct StillRunning: Sendable {
    /// How far it is.
    package let state: Word
    /// What it is called, where it has a name that names nobody.
    package let name: String?
    package let address: any Address

    package init(_ state: Word, _ name: String? = nil, at address: any Address) {
        (self.state, self.name, self.address) = (state, name, address)
    }
}

/// Something that an organisation offers, as its directory says.
package struct OrganisationOffer: Sendable {
    package let organisation: ID<Organisation>
    /// A code of the profile, and what it is called.
    package let kind: String
    package let name: Word

    package init(by organisation: ID<Organisation>, kind: String, name: Word) {
        (self.organisation, self.kind, self.name) = (organisation, kind, name)
    }
}

/// Something that the people concerned are told of: a notice in the inbox.
package struct CaseMatter: Sendable {
    /// `clock.late`: what stands in the table.
    package let code: String
    /// What the notice says; without a name or a label, for it may be read over a shoulder.
    package let word: Word
    /// Where it leads, from the 16 bytes of its subject (most often the id of a case file).
    package let address: @Sendable ([UInt8]) -> (any Address)?

    package init(_ code: String, _ word: Word, at address: @escaping @Sendable ([UInt8]) -> (any Address)? = CaseMatter.caseFile) {
        self.code = code
        self.word = word
        self.address = address
    }

    /// For those whose subject is a case file.
    package static let caseFile: @Sendable ([UInt8]) -> (any Address)? = { bytes in
        ID<CaseFile>(bytes: bytes).map { CaseAddress.file($0) }
    }

    /// Tells whoever works on a file, and those who supervise in the organisation that keeps it when nobody does.
    package static func tell(
        _ code: String, worker: ID<Account>?, of organisation: ID<Organisation>, about file: ID<CaseFile>, at now: Instant,
        in tx: any Transaction
    ) throws {
        let reader: Notice.Reader = worker.map { .account($0) } ?? .organisation(organisation, .superviseCases)
        try post(code, to: reader, about: file, at: now, in: tx)
    }

    /// Takes away, from everybody, the notices that asked for something in a file which is done now.
    /// - Parameter subject: only those that lead to this.
    package static func settle(
        _ matters: [CaseMatter], in file: ID<CaseFile>, subject: [UInt8]? = nil, tx: any Transaction
    ) throws {
        try Notice.settle(matters.map(\.code), about: file.bytes, subject: subject, in: tx)
    }

    /// Posts a notice about a file, and to nobody who is barred from it: they must not learn that it exists. Every notice about a file
    /// goes through here.
    /// - Parameters:
    ///   - subject: the 16 bytes that its link is made from; those of the file unless said otherwise. `.some(nil)` gives no link.
    ///   - named: the code that the reader knows it by, where that is not the file’s: a referral’s.
    package static func post(
        _ code: String, to reader: Notice.Reader, about file: ID<CaseFile>, subject: [UInt8]?? = .none, named: String? = nil,
        until: Instant? = nil, at now: Instant, in tx: any Transaction
    ) throws {
        let bars = try Barred.from(file, in: tx)
        let subject = subject ?? file.bytes
        switch reader {
        case .deed:
            try Notice.post(
                matter: code, to: reader, subject: subject, about: file.bytes, until: until, keptFrom: Array(bars.accounts), at: now,
                in: tx)
        case .organisation(let organisation, _):
            guard !bars.organisations.contains(organisation) else { return }
            try Notice.post(
                matter: code, to: reader, subject: subject, about: file.bytes, code: named, until: until, keptFrom: Array(bars.accounts),
                at: now,
                in: tx)
        case .account(let account):
            guard !bars.accounts.contains(account) else { return }
            let isBarred = try tx.exists(
                "SELECT 1 FROM account WHERE id = \(account) AND organisation_id IN \(list: Array(bars.organisations))")
            guard !isBarred else { return }
            try Notice.post(matter: code, to: reader, subject: subject, about: file.bytes, code: named, until: until, at: now, in: tx)
        }
    }
}

/// A part of a case file's page that a room shows.
package struct CasePanel: Sendable {
    /// Lower-case ASCII, unique; the id of the section on the page.
    package let code: String
    package let title: Word
    /// What somebody must see for it to be read at all.
    package let part: CasePart
    /// Whether it stands before everything else on the page: something that somebody has to act on now.
    package let isAlert: Bool
    /// Reads what it shows, in the transaction of the page; `nil` shows nothing.
    package let read: @Sendable (any Transaction, CaseView, ProtectionRoom) throws -> Content?

    /// Prints what was read.
    package typealias Content = @Sendable (inout Markup) -> Void

    package init(
        _ code: String, _ title: Word, of part: CasePart, isAlert: Bool = false,
        read: @escaping @Sendable (any Transaction, CaseView, ProtectionRoom) throws -> Content?
    ) {
        self.code = code
        self.title = title
        self.part = part
        self.isAlert = isAlert
        self.read = read
    }
}
