import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

extension Routes {
    //  GET   /work/guardians                                  who can be a guardian          protectChildren
    //  GET   /work/guardians/{account}/vetting                record a vetting               protectChildren
    //  POST  /work/guardians/{account}/vetting                record it                      protectChildren
    //  POST  /work/guardians/{account}/vetting/end            withdraw it                    protectChildren
    //  GET   /work/cases/{id}/childhood/guardian              the guardian of a child        readChildFile
    //  POST  /work/cases/{id}/childhood/guardian              appoint one                    protectChildren
    //  POST  /work/cases/{id}/childhood/guardian/{one}/end    revoke, at once                protectChildren
    mutating func addGuardians(_ room: ProtectionRoom) {
        let (guardians, desk) = (Guardians(room), GuardianDesk(room: room))

        get("/work/guardians", needs: .deed(.protectChildren)) { visit in
            let asked = ListRequest(visit.query, GuardiansPage.shape)
            let after = asked.after?.values
            let place = after.flatMap { values in
                values.count == 2 ? ID<Account>(values[1]).map { (name: values[0], id: $0) } : nil
            }
            let lines = try await room.database.read { tx in
                try Guardians.all(search: asked.search?.lowercased(), after: place, limit: ListRequest.fetchCount, tx: tx)
            }
            return .page(GuardiansPage(asked: asked, lines: lines, today: room.day(of: visit.now)))
        }

        get("/work/guardians/{account}/vetting", needs: .deed(.protectChildren)) { visit in
            .page(try await desk.vetting(visit, filled: Filled()))
        }

        post("/work/guardians/{account}/vetting", needs: .deed(.protectChildren)) { visit in
            let (account, actor) = (try visit.id("account", of: Account.self), try visit.signedIn())
            var reading = FormReading(visit.form)
            let (checked, trained) = (reading.read(GuardianFields.checkedOn), reading.read(GuardianFields.trainedOn))
            let (until, most) = (reading.read(GuardianFields.validUntil), reading.read(GuardianFields.mostChildren))
            return try await visit.settle(
                reading,
                {
                    guard let checked, let trained, let until, let most else { throw WebRefused.malformed }
                    try await guardians.vet(
                        account, checkedOn: checked, trainedOn: trained, validUntil: until, mostChildren: most, by: actor)
                    return ChildAddress.guardians
                }, back: { try await desk.vetting(visit, filled: $0) })
        }

        post("/work/guardians/{account}/vetting/end", needs: .deed(.protectChildren)) { visit in
            try await guardians.endVetting(visit.id("account"), by: visit.signedIn())
            return .see(ChildAddress.guardians)
        }

        get("/work/cases/{id}/childhood/guardian", needs: .deed(.readChildFile)) { visit in
            .page(try await desk.one(visit, filled: Filled()))
        }

        post("/work/cases/{id}/childhood/guardian", needs: .deed(.protectChildren)) { visit in
            let (file, actor) = (try visit.id("id", of: CaseFile.self), try visit.signedIn())
            let page = try await desk.one(visit, filled: Filled())
            var reading = FormReading(visit.form)
            let account = reading.read(page.candidate)
            let conflicts = GuardianFields.conflicts(&reading)
            let (until, kind) = (reading.read(GuardianFields.until), reading.read(GuardianFields.kind))
            let allTheSame = reading.read(GuardianFields.allTheSame) ?? false
            let seen = visit.form.fields["seen"].flatMap { ID<GuardianAppointment>($0) }
            return try await visit.settle(
                reading,
                {
                    guard let account, let kind else { throw WebRefused.malformed }
                    try await guardians.appoint(
                        .init(
                            account: account, conflicts: conflicts, isTemporary: kind == .temporary,
                            until: kind == .temporary ? until : nil, allTheSame: allTheSame, seen: seen),
                        for: file, by: actor)
                    return ChildAddress.guardian(file)
                }, back: { try await desk.one(visit, filled: $0) })
        }

        post("/work/cases/{id}/childhood/guardian/{one}/end", needs: .deed(.protectChildren)) { visit in
            let (file, one, actor) = (
                try visit.id("id", of: CaseFile.self), try visit.id("one", of: GuardianAppointment.self), try visit.signedIn()
            )
            var reading = FormReading(visit.form)
            let reason = reading.read(GuardianFields.end)
            return try await visit.settle(
                reading,
                {
                    guard let reason else { throw WebRefused.malformed }
                    try await guardians.revoke(one, in: file, because: reason, by: actor)
                    return ChildAddress.guardian(file)
                }, back: { try await desk.one(visit, filled: $0) })
        }
    }
}

enum GuardianFields {
    enum Kind: String, CodedAnswer {
        case standing, temporary
        var word: Word { self == .standing ? .standing : .temporary }
    }

    static let checkedOn = DayField("checked-on", .checkedOn, why: .checkedOnWhy, .untilToday)
    static let trainedOn = DayField("trained-on", .trainedOn, .untilToday)
    static let validUntil = DayField("valid-until", .validUntil)
    static let mostChildren = NumberField("most-children", .mostChildren, why: .mostChildrenWhy, bounds: 1...200)
    static let kind = Kind.field("kind", .guardianKind, why: .guardianKindWhy)
    static let until = DayField("until", .lastDay, why: .lastDayWhy, isRequired: false, .fromToday)
    static let allTheSame = TickField("all-the-same", .appointAllTheSame)
    static let end = ChoiceField("reason", .whyRevoked, GuardianEnd.chosen) { $0.word }

    /// The conflicts that were found. What was not asked is no conflict, and no “no” either: it goes back to whoever has to ask.
    static func conflicts(_ reading: inout FormReading) -> Set<Conflict> {
        var found: Set<Conflict> = []
        for conflict in Conflict.allCases {
            switch reading.read(self.conflict(conflict)) {
            case .yes?: found.insert(conflict)
            case .unknown?: reading.refuse(self.conflict(conflict), because: .askBeforeAppointing)
            case .no?, nil: break
            }
        }
        return found
    }

    static func conflict(_ conflict: Conflict) -> ChoiceField<ConflictAnswer> {
        ChoiceField(
            "conflict-" + conflict.rawValue.replacing("_", with: "-"), conflict.word,
            choices: ConflictAnswer.allCases.map { Choice($0, key: $0.rawValue, label: $0.word, hint: $0.leadsTo) })
    }
}

struct GuardianDesk: Sendable {
    let room: ProtectionRoom

    func vetting(_ visit: Visit, filled: Filled) async throws -> VettingPage {
        let account = try visit.id("account", of: Account.self)
        return try await room.database.read { tx in
            guard let one = try Guardians.all(tx: tx).first(where: { $0.id == account }) else { throw GuardianRefused.noGuardianAccount }
            return VettingPage(one: one, filled: filled)
        }
    }

    func one(_ visit: Visit, filled: Filled) async throws -> GuardianPage {
        let today = room.day(of: visit.now)
        return try await Childhood(room).look(at: visit.id("id"), for: visit.signedIn()) { tx, view, _ in
            GuardianPage(
                view: view, appointments: try GuardianAppointment.all(in: view.summary.id, tx: tx),
                candidates: view.may(.protectChildren) ? try Guardians.all(tx: tx) : [], today: today, filled: filled)
        }
    }
}
