import Access
package import Basics
package import Vocabulary
package import Web

/// The work queue.
struct CaseQueuePage: Page {
    let asked: ListRequest
    let lines: [CaseQueue.Line]
    let today: Day
    let mayRaise: Bool
    let mayExport: Bool
    let codebook: Codebook
    let profile: CountryProfile

    /// Search and the twelve filters. The choices of the profile are those of its current version.
    static func shape(_ profile: CountryProfile, _ codebook: Codebook, in language: Language) -> ListShape {
        let yesNo: [(key: String, label: Word)] = [("yes", .yes), ("no", .no)]
        return ListShape(
            search: .findCase,
            filters: [
                ListFilter("state", .state, [("closed", .caseIsClosed), ("all", .openAndClosed)], unset: .caseIsOpen),
                ListFilter("worker", .worker, [("me", .workerIsMe), ("nobody", .workerIsNobody), ("others", .workerIsOther)]),
                ListFilter("due", .due, [("late", .dueLate), ("week", .dueThisWeek), ("month", .dueThisMonth)]),
                ListFilter("urgent", .urgent, yesNo),
                ListFilter(
                    "stage", .stage, IdentificationStage.allCases.map { ($0.rawValue, profile.decisionNames[$0.rawValue] ?? .stage) }),
                ListFilter("path", .path, ProtectionPath.allCases.map { ($0.rawValue, $0.word) }),
                ListFilter("setting", .setting, Setting.allCases.map { ($0.rawValue, $0.word) }),
                ListFilter("form", .formOfExploitation, codebook.lists[Exploitation.self].choices),
                ListFilter("sex", .sex, codebook.lists[Sex.self].choices),
                ListFilter("age", .ageBand, codebook.lists[AgeBand.self].choices),
                ListFilter("citizenship", .citizenship, codebook.countries.sorted(in: language).map { ($0.code.alpha3, $0.name) }),
                ListFilter("region", .region, profile.regions.map { ($0.code, $0.text) }),
            ],
            sorts: [ListSort("due")]
        )
    }

    /// The filters that tell what somebody lived through, and where.
    static let ofExperience: Set<String> = ["form", "region"]

    /// What was asked, as the queue takes it. Only open files unless asked otherwise.
    static func narrowing(_ asked: ListRequest, today: Day) -> CaseQueue.Narrowing {
        var narrowing = CaseQueue.Narrowing()
        let filters = asked.filters
        narrowing.isOpen = filters["state"] == "all" ? nil : filters["state"] == nil
        narrowing.worker = filters["worker"].flatMap(CaseQueue.Narrowing.Worker.init(rawValue:))
        switch filters["due"] {
        case "late"?: narrowing.dueBy = today.adding(days: -1)
        case "week"?: narrowing.dueBy = today.adding(days: 7)
        case "month"?: narrowing.dueBy = today.adding(days: 30)
        default: break
        }
        narrowing.isUrgent = filters["urgent"].map { $0 == "yes" }
        narrowing.stage = filters["stage"].flatMap(IdentificationStage.init(rawValue:))
        narrowing.path = filters["path"].flatMap(ProtectionPath.init(rawValue:))
        narrowing.setting = filters["setting"].flatMap(Setting.init(rawValue:))
        narrowing.exploitation = filters["form"]
        narrowing.sex = filters["sex"]
        narrowing.ageBand = filters["age"]
        narrowing.citizenship = filters["citizenship"]
        narrowing.region = filters["region"]
        narrowing.text = asked.search
        return narrowing
    }

    var title: Word { .caseFiles }
    var door: Door { .work }

    func body(_ html: inout Markup) {
        html.list(
            KeysetTable(
                caption: .caseFiles, asked: asked,
                slice: ListSlice(fetched: lines) { [$0.summary.nextDue?.iso ?? CaseSummary.nothingDue, "\($0.summary.id)"] },
                at: CaseAddress.files, empty: EmptyList(.caseFilesWillStandHere), columns: columns
            )
        )
        // The same list with the same filters, for those who may take it out.
        if mayExport, !lines.isEmpty {
            let parts = asked.filters.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }
            html.downloads(.caseFiles, at: CaseAddress.list.with(parts + (asked.search.map { [(name: "q", value: $0)] } ?? [])))
        }
    }

    private var columns: [ListColumn<CaseQueue.Line>] {
        let (today, profile, codebook) = (today, profile, codebook)
        return [
            ListColumn(.caseCode, namesRow: true) { line, html in
                html.a(to: CaseAddress.file(line.summary.id)) { html in html.code { $0.text(line.summary.code) } }
                if line.summary.isUrgent {
                    html.space()
                    html.span(.urgent, .class("badge warning"))
                }
            },
            ListColumn(.caseLabel) { line, html in
                html.bdi { $0.text(line.summary.label) }
                if let name = line.name?.value, !name.isEmpty {
                    html.br()
                    html.strong { html in html.bdi { $0.text(name) } }
                }
            },
            ListColumn(.due, sort: "due") { line, html in
                guard let due = line.summary.nextDue else { return html.say(.nothingDue) }
                html.day(due)
                if due < today {
                    html.space()
                    html.span(.late, .class("badge warning"))
                }
            },
            ListColumn(.stage) { line, html in html.say(profile.decisionNames[line.summary.stage.rawValue] ?? .stage) },
            ListColumn(.path) { line, html in html.say(line.summary.path.word) },
            ListColumn(.person) { line, html in
                html.say(codebook.lists[Sex.self].word(line.sex))
                html.text(", ")
                html.say(codebook.lists[AgeBand.self].word(line.ageBand))
            },
            ListColumn(.worker) { line, html in
                guard let name = line.workerName else { return html.say(.workerIsNobody) }
                html.bdi { $0.text(name) }
            },
            ListColumn(.keeper) { line, html in html.bdi { $0.text(line.organisationName) } },
        ]
    }
}

extension CaseQueue.Narrowing {
    /// What an address asks of the queue, as its page reads it: the search and the twelve filters.
    package init(_ query: Query, _ room: ProtectionRoom, on today: Day, in language: Language) {
        let asked = ListRequest(query, room.queueShape(in: language))
        self = CaseQueuePage.narrowing(asked, today: today)
    }
}
