import Access
package import Protection
import Store
import Web

/// What Oversight brings to Protection: figures for those cleared for them, and what leaves and enters as a file.
package enum OversightBranch {
    package static let branch: ProtectionBranch = {
        var branch = ProtectionBranch()
        branch.migrations = FiguresSchema.migrations
        branch.jobs = { room in [CaseCounts.job(room)] }
        branch.menu = [
            Menu.Entry(.caseFigures, OversightAddress.figures, at: [.work], needs: .deed(.readCaseFigures), in: .supervision),
            Menu.Entry(.importRecords, OversightAddress.importRecords, at: [.work], needs: .deed(.importCases), in: .supervision),
        ]
        branch.panels = [
            CasePanel("export", .takeOut, of: .summary) { tx, view, _ in
                let id = view.summary.id
                let reached: SQL = "SELECT 1 FROM case_file c WHERE c.id = \(id) AND \(sql: .reached(with: .exportCases, by: view.actor))"
                guard try tx.exists(reached) else { return nil }
                let address = OversightAddress.export(id)
                return { html in html.p { $0.a(to: address, .takeOut, .class("button secondary")) } }
            }
        ]
        branch.epilogue = { country in try await InventedImport.epilogue(country) }
        branch.api = { room in [Endpoint.caseFigures(room)] }
        branch.addRoutes = { routes, room in
            routes.addCaseFigures(room)
            routes.addExports(room)
            routes.addCaseImport(room)
        }
        return branch
    }()
}
