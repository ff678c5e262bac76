import Access
import Basics
import Protection
import Store
import Vocabulary

/// What a worker records of an invented person.
enum CaseWorkChapters {
    static let all: [Chapter] = [
        Chapter(.firstDays) { life, country in
            try life.pass(days: 0...3)
            try await assess("risk", 0, &life, country)
        },
        Chapter(.care) { life, country in
            try life.pass(days: 2...10)
            try await write("experience", experience(&life, country), &life, country)
            if life.chance.happens(0.6) {
                try await write(
                    "recruitment",
                    [
                        "method": option("recruitment", "method", &life, country),
                        "promise_detail": .text("A job with a room, as the person tells it (invented)."),
                    ],
                    &life, country)
            }
            for (kind, share) in [
                ("health", 0.6), ("origins", 0.5), ("person-involved", 0.5), ("dependant", 0.15), ("particulars", 0.2),
            ] where life.chance.happens(share) {
                try await write(kind, [:], &life, country)
            }
            if country.turn("person profile", every: 4, of: life) { try await write("person-profile", coded(life), &life, country) }
            if country.turn("further facts", every: 5, of: life) { try await write("further-facts", asked(&life, country), &life, country) }
            for _ in 0..<life.chance.number(0...2) {
                try await write("route-leg", leg(&life), &life, country)
            }
            if life.chance.happens(0.5) {
                try await write(
                    "safety-plan",
                    [
                        "steps": .text("Call the house first; use the back door; the code word (invented)."),
                        "code_word": .text("marigold"),
                        "review": .date(day(country).adding(days: 60).iso),
                    ], &life, country)
            }
            try await write(
                "goal",
                [
                    "words": .text(
                        life.chance.pick(["To sleep without a chair against the door.", "To learn the language.", "To see my sister."])),
                    "domain": option("goal", "domain", &life, country), "importance": option("goal", "importance", &life, country),
                    "progress": .code(life.chance.pick(["not_begun", "begun", "well_on"])),
                ], &life, country)
        },
        Chapter(.care) { life, country in
            guard life.file != nil, life.chance.happens(0.4) else { return }
            try life.pass(days: 1...8)
            try await interview([.events, .journey, .work], &life, country)
        },
        Chapter(.recovery) { life, country in
            try life.pass(days: 20...45)
            try await assess("risk", 1, &life, country)
            try await assess("needs", 1, &life, country)
            for (kind, share) in [("legal-aid", 0.4), ("crime-reference", 0.25), ("contact-attempt", 0.4), ("own-view", 0.3)]
            where life.chance.happens(share) {
                try await write(kind, [:], &life, country)
            }
            if country.turn("hearing", every: 5, of: life) { try await hearing(&life, country) }
        },
        Chapter(.recovery) { life, country in
            guard let file = life.file, country.turn("co-victim", every: 12, of: life) else { return }
            try await noteCoVictim(of: file, life, country)
        },
        Chapter(.care) { life, country in
            guard life.file != nil, country.turn("attachments", every: 6, of: life) else { return }
            try await InventedPapers.attach(&life, country)
        },
        Chapter(.present) { life, country in
            try await lookAgain(&life, country)
        },
        Chapter(.present) { life, country in
            guard life.file != nil else { return }
            if country.turn("hearing ahead", every: 12, of: life) { try await hearing(&life, country) }
            if country.turn("papers today", every: 25, of: life) { try await InventedPapers.attach(&life, country) }
            guard country.turn("interview today", every: 8, of: life) else { return }
            let left = country.next("interview left at", of: [InterviewStage.planned, .explained, .account, .closed])
            try await interview([.health, .wishes], &life, country, until: left)
        },
    ]

    /// What is coded of the person, as it was taken down at the beginning.
    private static func coded(_ life: InventedLife) -> [String: EntryValue] {
        var values: [String: EntryValue] = [
            "sex": .code(life.coded.sex.rawValue), "age_band": .code(life.coded.ageBand.rawValue),
            "interpreter": .code(life.coded.interpreter.rawValue), "literacy": .code("a_little"),
        ]
        if let country = life.coded.citizenship { values["citizenship"] = .code(country) }
        if let language = life.coded.language { values["language"] = .code(language) }
        return values
    }

    /// What the country's own fields of a file ask.
    private static func asked(_ life: inout InventedLife, _ country: InventedCountry) -> [String: EntryValue] {
        let fields = country.room.entryKind("further-facts")?.allFields(country.room.profile, country.room.codebook) ?? []
        var values: [String: EntryValue] = [:]
        for field in fields { values[field.name] = country.standIn(for: field, &life) }
        return values
    }

    /// One that is still ahead, or one that was held.
    private static func hearing(_ life: inout InventedLife, _ country: InventedCountry) async throws {
        let isAhead = country.next("hearing", of: [true, false])
        let (now, days) = (day(country), life.chance.number(4...40))
        try await write(
            "hearing",
            [
                "held_on": .date(now.adding(days: isAhead ? days : 0).iso), "outcome": .code(isAhead ? "ahead" : "held"),
                "matter": .code(life.chance.pick(["testimony", "residence", "claim"])),
                "court": .text("Invented: District Court of Port Example, room 12."), "needs": .codes(["interpreter", "companion"]),
            ], &life, country)
    }

    /// Somebody who was exploited at the same place has a file too.
    private static func noteCoVictim(of file: ID<CaseFile>, _ life: InventedLife, _ country: InventedCountry) async throws {
        let other = try await country.room.database.read { tx in
            try tx.row(
                """
                SELECT c.code FROM case_file c WHERE c.id <> \(file) AND c.exploitation = \(life.exploitation)
                    AND c.closed_at IS NULL ORDER BY c.opened_at DESC, c.id LIMIT 1
                """
            ) { $0.text(0) }
        }
        guard let other else { return }
        try await CoVictims(desk: CaseWorkDesk(room: country.room)).link(file, to: other, by: country.actor(life.worker))
    }

    private static func day(_ country: InventedCountry) -> Day { country.room.day(of: country.clock.now) }

    private static func write(
        _ code: String, _ given: [String: EntryValue], _ life: inout InventedLife, _ country: InventedCountry
    ) async throws {
        try await country.write(code, given, of: &life, by: life.worker)
    }

    private static func option(
        _ kind: String, _ field: String, _ life: inout InventedLife, _ country: InventedCountry
    ) -> EntryValue {
        let fields = country.room.entryKind(kind)?.fields(country.room.profile, country.room.codebook) ?? []
        guard let found = fields.first(where: { $0.name == field }) else { return .none }
        return country.standIn(for: found, &life)
    }

    private static func experience(_ life: inout InventedLife, _ country: InventedCountry) -> [String: EntryValue] {
        let year = day(country).year
        return [
            "exploitation": .code(life.exploitation), "is_main": .code("yes"), "began": .date(String(year - life.chance.number(1...3))),
            "ended": .date(day(country).adding(days: -life.chance.number(3...40)).iso), "acts": .codes(["recruitment", "harbouring"]),
            "means": .codes(["deception", "abuse_of_vulnerability"]), "hours_per_day": .number(life.chance.number(8...16)),
            "days_per_week": .number(life.chance.number(5...7)), "pay_promised": .number(60_000),
            "pay_received": .number(life.chance.number(0...9_000)),
            "currency": .code("EUR"), "living": .codes(["at_workplace", "overcrowded"]),
            "narrative": .text("Invented for the demonstration: what the person tells, in their own words."),
        ]
    }

    private static func leg(_ life: inout InventedLife) -> [String: EntryValue] {
        ["country_from": .code(life.coded.citizenship ?? "NGA"), "country_to": .code("MOZ"), "border_point": .text("an invented crossing")]
    }

    /// What is to be looked at again is, most often in time.
    private static func lookAgain(_ life: inout InventedLife, _ country: InventedCountry) async throws {
        guard let file = life.file, !life.chance.happens(0.06) else { return }
        if try await !country.clocks(ClockKind.assessmentReview.code, of: file).isEmpty {
            try await assess("risk", 1, &life, country)
            try await assess("needs", 1, &life, country)
        }
        guard let plan = try await country.clocks(ClockKind.safetyPlanReview.code, of: file).first, let subject = plan.subject,
            let entry = ID<CaseEntry>(bytes: subject)
        else { return }
        let values: [String: EntryValue] = [
            "steps": .text("Call the house first; use the back door; the new code word (invented)."), "code_word": .text("cornflower"),
            "review": .date(day(country).adding(days: life.chance.number(20...90)).iso),
        ]
        guard let kind = country.room.entryKind("safety-plan") else { return }
        var filled = values
        for field in kind.fields(country.room.profile, country.room.codebook) where field.isRequired && filled[field.name] == nil {
            filled[field.name] = country.standIn(for: field, &life)
        }
        _ = try await Entries(country.room).write(
            filled, as: kind, in: file, replacing: (id: entry, version: try await version(entry, country)), by: country.actor(life.worker))
    }

    private static func version(_ entry: ID<CaseEntry>, _ country: InventedCountry) async throws -> Int {
        try await country.room.database.read { tx in
            try tx.row("SELECT max(version) FROM safety_plan WHERE entry_id = \(entry)") { $0.int(0) } ?? 1
        }
    }

    /// From its plan to its evaluation; some are broken off because the person wished it.
    /// - Parameter until: where it is left; to the end unless said otherwise.
    private static func interview(
        _ matters: [InterviewMatter], _ life: inout InventedLife, _ country: InventedCountry, until left: InterviewStage? = nil
    ) async throws {
        guard let file = life.file else { return }
        let interviews = Interviews(desk: CaseWorkDesk(room: country.room))
        func worker() -> Actor { country.actor(life.worker) }
        let needsInterpreter = life.coded.interpreter == .needed
        let id = try await interviews.plan(
            .init(
                plannedFor: day(country).adding(days: left == nil ? 2 : left == .planned ? 4 : 0), matters: matters,
                interpreter: needsInterpreter ? .planned : .notNeeded,
                support: .present, training: life.path.protectsAsChild ? .forChildren : .trained, repeatReason: nil,
                place: "Invented: the quiet room on the first floor."), in: file, by: worker())
        if left == .planned { return }
        if left == nil { try life.pass(days: 2...2) }
        guard left != nil || life.chance.happens(0.85) else {
            return try await interviews.breakOff(id, 1, .personWished, in: file, by: worker())
        }
        try await interviews.explain(
            id, 1, [.purpose, .mayStop, .mayNotAnswer, .helpIndependent], life.chance.pick([.yes, .inPart]), on: day(country), in: file,
            by: worker())
        if left == .explained { return }
        try await interviews.record(
            .init(
                asked: matters, text: "Invented for the demonstration: what the person told.",
                alone: needsInterpreter ? .never : .noInterpreter,
                heldOn: day(country)), of: id, 2, in: file, by: worker())
        if left == .account { return }
        try await interviews.close(
            id, 3, life.chance.pick([.calm, .tired, .upset]), [.summarised, .nextSteps], on: day(country), in: file, by: worker())
        if left == .closed { return }
        try life.pass(days: 0...1)
        try await interviews.evaluate(id, 4, life.chance.pick([.asPlanned, .inPart]), nil, in: file, by: worker())
    }

    private static func assess(
        _ kind: String, _ ease: Int, _ life: inout InventedLife, _ country: InventedCountry
    ) async throws {
        guard let file = life.file, let wanted = AssessmentForm.Kind(rawValue: kind),
            let form = country.room.profile.assessments(of: wanted).first(where: { $0.code != "return_risk" })
        else { return }
        var scores: [String: Int?] = [:]
        for question in form.questions { scores[question.code] = max(0, life.chance.number(0...3) - ease) }
        let today = day(country)
        try await Assessments(desk: CaseWorkDesk(room: country.room)).record(
            .init(form: form, scores: scores, madeOn: today, reviewOn: today.adding(days: life.chance.number(60...180)), note: nil),
            in: file,
            by: country.actor(life.worker))
    }
}
