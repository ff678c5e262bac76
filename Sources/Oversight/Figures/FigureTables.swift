import Basics
import Protection
import Vocabulary
import Web

/// A table of the case figures: what it is called in addresses, and how it is drawn.
struct FigureTable: Sendable {
    let sheet: Sheet
    /// The columns of names and of the figures that are drawn as bars; `nil` for a table that is not drawn.
    let bars: (names: String, figures: String)?

    var name: String { sheet.name }
}

/// Makes the tables of a page out of what was counted.
struct FigureTables: Sendable {
    let answer: CaseFigures.Answer
    let room: ProtectionRoom

    var all: [FigureTable] {
        let lists = room.codebook.lists
        return [
            days(.decision, .timeToDecision), days(.service, .timeToService), now, late, services, gap,
            split(.setting, .bySetting, Setting.allCases.map { ($0.rawValue, $0.word) }),
            split(.form, .byForm, lists[Exploitation.self].choices),
            split(.sex, .bySex, lists[Sex.self].choices),
            split(.age, .byAge, lists[AgeBand.self].choices),
            citizenship,
            split(
                .stage, .byStage,
                IdentificationStage.allCases.map { ($0.rawValue, room.profile.decisionNames[$0.rawValue] ?? .data($0.rawValue)) }),
            removals,
        ] + (answer.organisation == nil ? [] : [caseload]) + room.branches.flatMap(\.figures).map(of)
    }

    func table(_ name: String) -> FigureTable? { all.first { $0.name == name } }

    private func days(_ measure: CaseMeasure, _ title: Word) -> FigureTable {
        let rows = answer.months.map { month -> [Cell] in
            let counts = answer.days(measure, month: month)
            let (median, ninetieth) = (counts.median, counts.ninetieth)
            return [
                .text(month), .integer(counts.cases), median.map(Cell.integer) ?? .absent(.notApplicable),
                ninetieth.map(Cell.integer) ?? .absent(.notApplicable),
            ]
        }
        return FigureTable(
            sheet: sheet(
                "time-to-\(measure.rawValue)", title,
                [
                    Column("month", .month), Column("cases", .cases, .integer), Column("median_days", .medianDays, .integer),
                    Column("p90_days", .ninetiethDays, .integer),
                ], rows, notes: [.daysAreOfTheMonthOfTheStep]),
            bars: ("month", "median_days")
        )
    }

    private var now: FigureTable {
        let open = answer.now(.open)
        return FigureTable(
            sheet: sheet(
                "now", .asThingsStand, [Column("what", .what), Column("cases", .cases, .integer)],
                [
                    [.word(.openFiles), .integer(open.values.reduce(0, +))],
                    [.word(.openFilesOfChildren), .integer(open["child"] ?? 0)],
                    [.word(.childrenWithoutGuardian), .integer(answer.now(.unguarded).values.reduce(0, +))],
                    [.word(.lateNow), .integer(answer.late.values.reduce(0, +))],
                ]), bars: nil
        )
    }

    private var late: FigureTable {
        FigureTable(
            sheet: sheet(
                "late", .lateByKind, [Column("what", .what), Column("late", .lateNow, .integer)],
                answer.late.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { kind, number in
                    [.word(room.clockKind(kind)?.name ?? .data(kind)), .integer(number)]
                }), bars: ("what", "late")
        )
    }

    private var services: FigureTable {
        let words: [(step: ServiceStep, word: Word)] = [
            (.sent, .referralsSent), (.accepted, .referralsAccepted), (.declined, .referralsDeclined), (.late, .referralsLate),
        ]
        return FigureTable(
            sheet: sheet(
                "service-referrals", .serviceReferrals,
                [Column("month", .month)] + words.map { Column($0.step.value, $0.word, .integer) },
                answer.months.map { month in
                    [.text(month)] + words.map { .integer(answer.count(.services, $0.step.value, month: month)) }
                }, notes: [.eachInItsMonth]), bars: ("month", ServiceStep.sent.value)
        )
    }

    private var gap: FigureTable {
        FigureTable(
            sheet: sheet(
                "seen-and-identified", .seenAndIdentified,
                [
                    Column("month", .month), Column("seen", .seenByHelpers, .integer), Column("seen_identified", .seenAndBy, .integer),
                    Column("identified", .identifiedInMonth, .integer),
                ],
                answer.months.map { month in
                    [.text(month)] + ["seen", "seen_identified", "identified"].map { .integer(answer.count(.gap, $0, month: month)) }
                }, notes: [.gapIsRead]), bars: ("month", "seen")
        )
    }

    private func split(_ measure: CaseMeasure, _ title: Word, _ values: [(key: String, label: Word)]) -> FigureTable {
        let totals = answer.total(measure.rawValue)
        return FigureTable(
            sheet: sheet(
                "by-\(measure.rawValue)", title, [Column("value", title), Column("cases", .cases, .integer)],
                values.compactMap { key, label in totals[key].map { [.word(label), .integer($0)] } }), bars: ("value", "cases")
        )
    }

    private var citizenship: FigureTable {
        let totals = answer.total(CaseMeasure.citizenship.rawValue).sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        return FigureTable(
            sheet: sheet(
                "by-citizenship", .byCitizenship, [Column("value", .byCitizenship), Column("cases", .cases, .integer)],
                totals.map { code, number in [.word(room.countries.country(alpha3: code)?.name ?? .notKnown), .integer(number)] }),
            bars: ("value", "cases")
        )
    }

    private var removals: FigureTable {
        FigureTable(
            sheet: sheet(
                "removals", .removalsAgainst, [Column("month", .month), Column("removals", .removals, .integer)],
                answer.months.map { [.text($0), .integer(answer.count(.removal, "against", month: $0))] }), bars: ("month", "removals")
        )
    }

    private var caseload: FigureTable {
        FigureTable(
            sheet: sheet(
                "caseload", .caseloadPerWorker, [Column("worker", .worker), Column("cases", .openFiles, .integer)],
                answer.now(.caseload).sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { worker, number in
                    [answer.workers[worker].map(Cell.text) ?? .word(.workerIsNobody), .integer(number)]
                }), bars: ("worker", "cases")
        )
    }

    /// What another room counts.
    private func of(_ source: FigureSource) -> FigureTable {
        switch source.kind {
        case .standing:
            return FigureTable(
                sheet: sheet(
                    source.code, source.title, [Column("value", .what), Column("number", .number, .integer)],
                    source.values.map { [.word($0.word), .integer(answer.standing[source.code]?[$0.code] ?? 0)] }),
                bars: ("value", "number")
            )
        case .ofFiles:
            return FigureTable(
                sheet: sheet(
                    source.code, source.title,
                    [Column("month", .month)] + source.values.map { Column($0.code, $0.word, .integer) },
                    answer.months.map { month in
                        [.text(month)] + source.values.map { .integer(answer.count(source.code, $0.code, month: month)) }
                    }), bars: source.values.first.map { ("month", $0.code) }
            )
        }
    }

    private func sheet(_ name: String, _ title: Word, _ columns: [Column], _ rows: [[Cell]], notes: [Word] = []) -> Sheet {
        Sheet(
            name: name, title: title, columns: columns, rows: rows,
            source: SheetSource(
                citation: "Concord, \(room.profile.name)", date: room.day(of: answer.drawnAt), notice: .notForPublication, url: nil),
            notes: notes
        )
    }
}
