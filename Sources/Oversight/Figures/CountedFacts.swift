import Access
import Basics
import Protection
import Store
import Vocabulary

/// What one case file adds to the counts: codes and months, nothing that tells who somebody is.
struct CountedFacts: Hashable, Sendable {
    /// One count that it is part of.
    struct Fact: Hashable, Sendable {
        /// `2026-03`; empty for what is true now.
        let month: String
        let measure: String
        let value: String
    }

    let organisation: ID<Organisation>
    let facts: [Fact]

    /// As the table keeps it: a line for each fact, in order.
    var text: String { facts.map { "\($0.month)\t\($0.measure)\t\($0.value)" }.sorted().joined(separator: "\n") }

    init(organisation: ID<Organisation>, facts: [Fact]) { (self.organisation, self.facts) = (organisation, facts) }

    init(organisation: ID<Organisation>, text: String) {
        self.organisation = organisation
        facts = text.split(separator: "\n").compactMap { line in
            let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            return parts.count == 3 ? Fact(month: parts[0], measure: parts[1], value: parts[2]) : nil
        }
    }
}

/// The measures that Oversight itself counts; those of the other rooms bear the codes of their sources.
enum CaseMeasure: String, CaseIterable {
    /// By the month in which the file was opened.
    case setting, form, sex, age, citizenship, stage
    /// Days from the opening to the decision, or to the first service, by the month of the decision or the service.
    case decision, service
    /// Seen by an organisation that helps; officially identified; and both.
    case gap
    /// Removals against the assessment, by month.
    case removal
    /// Referrals to services: sent, accepted, declined, late, each in the month in which it happened.
    case services
    /// Open files now: by worker, children without a guardian, all.
    case caseload, unguarded, open
}

/// What happens to a referral to a service, by the kinds of events in the timeline; their codes never change.
enum ServiceStep: String, CaseIterable {
    case sent = "service.sent"
    case accepted = "service.accepted"
    case declined = "service.declined"
    case late = "service.late"

    var value: String { String(rawValue.dropFirst("service.".count)) }

    /// Events by which a first service is delivered, or a place taken up, unless their kinds say something else.
    static let delivering: [String: Milestone] = ["service.started": .firstService, "stay.began": .firstService]
}

extension CountedFacts {
    /// Reads what some files are to be counted as. A file that was joined into another counts as none.
    static func read(_ files: [ID<CaseFile>], _ room: ProtectionRoom, in tx: any Transaction) throws -> [ID<CaseFile>: CountedFacts] {
        guard !files.isEmpty else { return [:] }
        var found: [ID<CaseFile>: (row: FileRow, facts: [Fact])] = [:]
        try tx.forEach(.filesToCount(files)) { row in
            let file = try FileRow(row)
            found[file.id] = (file, file.isJoined ? [] : file.facts(room))
        }
        let guarded = Set(try tx.rows(.guarded(files)) { try $0.id(0, of: CaseFile.self) })
        for (id, entry) in found where entry.row.isOpen && entry.row.path.protectsAsChild && !guarded.contains(id) && !entry.row.isJoined {
            found[id]?.facts.append(Fact(month: "", measure: CaseMeasure.unguarded.rawValue, value: "child"))
        }
        try addMilestones(files, room, in: tx, to: &found)
        try tx.forEach(.events(of: files, ServiceStep.allCases.map(\.rawValue))) { row in
            let file = try row.id(0, of: CaseFile.self)
            guard found[file]?.row.isJoined == false, let step = ServiceStep(rawValue: row.text(1)) else { return }
            found[file]?.facts.append(
                Fact(month: room.month(of: row.instant(2)), measure: CaseMeasure.services.rawValue, value: step.value))
        }
        for source in room.branches.flatMap(\.figures) {
            guard case .ofFiles(let facts) = source.kind else { continue }
            for fact in try facts(tx, files) where found[fact.file]?.row.isJoined == false {
                found[fact.file]?.facts.append(Fact(month: room.month(of: fact.at), measure: source.code, value: fact.value))
            }
        }
        return found.mapValues { CountedFacts(organisation: $0.row.organisation, facts: $0.facts) }
    }

    private static func addMilestones(
        _ files: [ID<CaseFile>], _ room: ProtectionRoom, in tx: any Transaction,
        to found: inout [ID<CaseFile>: (row: FileRow, facts: [Fact])]
    ) throws {
        let kinds = Dictionary(
            room.branches.flatMap(\.events).compactMap { kind in kind.milestone.map { (kind.code, $0) } },
            uniquingKeysWith: { one, _ in one }
        ).merging(ServiceStep.delivering) { one, _ in one }
        var first: [ID<CaseFile>: [Milestone: Instant]] = [:]
        try tx.forEach(.firstMilestones(files, kinds.keys.sorted())) { row in
            guard let milestone = kinds[row.text(1)] else { return }
            let (file, at) = (try row.id(0, of: CaseFile.self), row.instant(2))
            first[file, default: [:]][milestone] = min(at, first[file]?[milestone] ?? at)
        }
        for (file, entry) in found where !entry.row.isJoined {
            let opened = room.day(of: entry.row.openedAt)
            for (milestone, at) in first[file] ?? [:] {
                let days = max(0, min(9_999, room.day(of: at).daysSinceEpoch - opened.daysSinceEpoch))
                let fact =
                    switch milestone {
                    case .decision: Fact(month: room.month(of: at), measure: CaseMeasure.decision.rawValue, value: String(days))
                    case .firstService: Fact(month: room.month(of: at), measure: CaseMeasure.service.rawValue, value: String(days))
                    case .removalAgainstAssessment: Fact(month: room.month(of: at), measure: CaseMeasure.removal.rawValue, value: "against")
                    }
                found[file]?.facts.append(fact)
            }
        }
    }
}

/// What is read of a file to count it.
private struct FileRow {
    let id: ID<CaseFile>
    let organisation: ID<Organisation>
    let openedAt: Instant
    let stageSince: Instant
    let path: ProtectionPath
    let stage: IdentificationStage
    let setting: String
    let form: String
    let worker: ID<Account>?
    let isOpen: Bool
    let isJoined: Bool
    let sex: String
    let age: String
    let citizenship: String
    let keeperHelps: Bool

    init(_ row: borrowing Row) throws {
        id = try row.id(0, of: CaseFile.self)
        organisation = try row.id(1, of: Organisation.self)
        (openedAt, stageSince) = (row.instant(2), row.instant(3))
        path = try row.choice(4, as: ProtectionPath.self)
        stage = try row.choice(5, as: IdentificationStage.self)
        (setting, form) = (row.text(6), row.text(7))
        worker = try row.optionalID(8, of: Account.self)
        isOpen = row.isNull(9)
        isJoined = !row.isNull(10)
        (sex, age, citizenship) = (row.text(11), row.text(12), row.optionalText(13) ?? "unknown")
        keeperHelps = [Organisation.Kind.ngo.rawValue, Organisation.Kind.shelter.rawValue].contains(row.text(14))
    }

    func facts(_ room: ProtectionRoom) -> [CountedFacts.Fact] {
        let opened = room.month(of: openedAt)
        func fact(_ measure: CaseMeasure, _ value: String, month: String) -> CountedFacts.Fact {
            CountedFacts.Fact(month: month, measure: measure.rawValue, value: value)
        }
        var facts = [
            fact(.setting, setting, month: opened), fact(.form, form, month: opened), fact(.sex, sex, month: opened),
            fact(.age, age, month: opened), fact(.citizenship, citizenship, month: opened), fact(.stage, stage.rawValue, month: opened),
        ]
        let isIdentified = stage == .identified || stage == .overturned
        if keeperHelps || setting == Setting.ngo.rawValue || setting == Setting.helpline.rawValue {
            facts.append(fact(.gap, "seen", month: opened))
            if isIdentified { facts.append(fact(.gap, "seen_identified", month: opened)) }
        }
        if isIdentified { facts.append(fact(.gap, "identified", month: room.month(of: stageSince))) }
        if isOpen {
            facts.append(fact(.open, path.protectsAsChild ? "child" : "adult", month: ""))
            facts.append(fact(.caseload, worker.map { "\($0)" } ?? "nobody", month: ""))
        }
        return facts
    }
}

extension SQL {
    static func filesToCount(_ files: [ID<CaseFile>]) -> SQL {
        """
        SELECT c.id, c.organisation_id, c.opened_at, c.stage_since, c.path, c.stage, c.setting, c.exploitation, c.assigned_to, c.closed_at,
            c.joined_into, p.sex, p.age_band, p.citizenship, o.kind
        FROM case_file c JOIN person p ON p.id = c.person_id JOIN organisation o ON o.id = c.organisation_id WHERE c.id IN \(list: files)
        """
    }

    static func guarded(_ files: [ID<CaseFile>]) -> SQL {
        "SELECT case_id FROM case_member WHERE case_id IN \(list: files) AND capacity = 'guardian' AND ended_at IS NULL"
    }

    static func firstMilestones(_ files: [ID<CaseFile>], _ kinds: [String]) -> SQL {
        """
        SELECT case_id, kind, MIN(at) FROM case_event WHERE case_id IN \(list: files) AND kind IN \(list: kinds) GROUP BY case_id, kind
        """
    }

    static func events(of files: [ID<CaseFile>], _ kinds: [String]) -> SQL {
        "SELECT case_id, kind, at FROM case_event WHERE case_id IN \(list: files) AND kind IN \(list: kinds)"
    }

    static func eventsToCount(after: [UInt8], most: Int) -> SQL {
        "SELECT id, case_id FROM case_event WHERE id > \(after) ORDER BY id LIMIT \(most)"
    }

    static func filesOnTheRound(after: [UInt8], most: Int) -> SQL {
        "SELECT id FROM case_file WHERE id > \(after) ORDER BY id LIMIT \(most)"
    }
}

extension ProtectionRoom {
    /// `2026-03`, where the country's authorities are.
    func month(of instant: Instant) -> String { String(day(of: instant).iso.prefix(7)) }
}
