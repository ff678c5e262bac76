import Access
import Basics
import Protection
import Vocabulary
import Web

extension Endpoint {
    /// What conferences gave an organisation to do, for programs.
    static func tasks(_ room: ProtectionRoom) -> [Endpoint] {
        let desk = TaskProgramDesk(room: room)
        let task = idParameter("id", "The id of the task.")
        let settled = Schema.object(["id": .text, "state": .taskState])
        return [
            Endpoint(
                verb: .get, path: "/api/v1/tasks", operation: "listTasks",
                summary:
                    "What one’s organisation has to do from conferences, open unless asked otherwise, what is due first, 50 at a time.",
                parameters: [
                    .query("state", .taskState, "How they stand."),
                    .query("whose", .choice(["me"]), "Those of the owner of the token alone."), afterParameter,
                ], answer: .object(["tasks": .list(of: .task), "next": Schema.text.orNull]), refusals: [.invalid], deed: .readCase
            ) { visit in .json(try await desk.list(visit)) },
            Endpoint(
                verb: .post, path: "/api/v1/tasks/{id}/completion", operation: "completeTask",
                summary: "Says that a task is done, once, for the organisation that owns it.", parameters: [task], body: .object([:]),
                answer: settled, refusals: changeRefusals, deed: .readCase
            ) { visit in .json(try await desk.settle(visit, as: .done)) },
            Endpoint(
                verb: .post, path: "/api/v1/tasks/{id}/withdrawal", operation: "withdrawTask",
                summary: "Takes a task back that is no longer needed, as whoever called the conference.", parameters: [task],
                body: .object([:]), answer: settled, refusals: changeRefusals, deed: .holdConferences
            ) { visit in .json(try await desk.settle(visit, as: .withdrawn)) },
        ]
    }
}

/// Lists and settles tasks for programs, by the same rules as the pages do.
private struct TaskProgramDesk: Sendable {
    let room: ProtectionRoom

    func list(_ visit: Visit) async throws -> JSONValue {
        for filter in TasksPage.shape.filters {
            guard let key = visit.query.filled(filter.name), !filter.choices.contains(where: { $0.key == key }) else { continue }
            throw FieldsRefused.choice(filter.name, filter.choices.map(\.key))
        }
        let page = try await TasksPage.read(visit, room)
        let tasks = page.slice.rows.map { line -> JSONValue in
            [
                "id": .text("\(line.id)"), "conference": .text("\(line.conference)"), "file": .text("\(line.file)"),
                "code": .text(line.code), "part": .text(line.part.rawValue), "due": .text(line.due.iso), "who": JSONValue(line.who),
                "text": JSONValue(line.text),
                "state": .text(line.state.rawValue), "is_late": .bool(line.state == .open && line.due < page.today),
            ]
        }
        return ["tasks": .list(tasks), "next": JSONValue(page.slice.next?.encoded)]
    }

    func settle(_ visit: Visit, as state: ConferenceTask.State) async throws -> JSONValue {
        let id = try visit.id("id", of: ConferenceTask.self)
        _ = try ProgramAnswers(visit).form()
        try await Conferences(room: room).settle(id, as: state, by: visit.signedIn())
        return ["id": .text("\(id)"), "state": .text(state.rawValue)]
    }
}

extension Schema {
    fileprivate static let task = Schema.object([
        "id": .text, "conference": .text, "file": .text, "code": .text, "part": .filePart, "due": .text, "who": Schema.text.orNull,
        "text": Schema.text.orNull.described("Of tasks that are the token owner’s own; the others are read at their conference."),
        "state": .taskState, "is_late": .flag,
    ])
}
