import Access
package import Protection
import Web

/// What Oversight brings to Protection: figures for those cleared for them, and what leaves and enters as a file.
package enum OversightBranch {
    package static let branch: ProtectionBranch = {
        var branch = ProtectionBranch()
        branch.migrations = FiguresSchema.migrations
        branch.jobs = { room in [CaseCounts.job(room)] }
        branch.menu = [
            Menu.Entry(.caseFigures, OversightAddress.figures, at: [.work], needs: .deed(.readCaseFigures)),
            Menu.Entry(.importRecords, OversightAddress.importRecords, at: [.work], needs: .deed(.importCases)),
        ]
        branch.panels = [
            CasePanel("export", .takeOut, of: .summary) { _, view, _ in
                guard view.actor.may(.exportCases) else { return nil }
                let address = OversightAddress.export(view.summary.id)
                return { html in html.p { $0.a(to: address, .takeOut, .class("button secondary")) } }
            }
        ]
        branch.api = { room in [Endpoint.caseFigures(room)] }
        branch.addRoutes = { routes, room in
            routes.addCaseFigures(room)
            routes.addExports(room)
            routes.addCaseImport(room)
        }
        return branch
    }()
}
