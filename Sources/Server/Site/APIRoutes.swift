import Evidence
import Foundation
import Protection
package import Web

extension Routes {
    //  GET  /api                    what the API offers         anyone
    //  GET  /api/v1/openapi.json    its description             anyone
    //  and every endpoint that is for everybody; those of case files come with Protection's own routes
    mutating func addAPI(_ endpoints: [Endpoint], version: String) throws {
        let document = OpenAPI(endpoints: endpoints, schemas: APISchemas.all, version: version).json
        get("/api", needs: .anyone) { _ in .page(APIPage(endpoints: endpoints)) }
        get("/api/v1/openapi.json", needs: .anyone) { _ in .json(document) }
        add(endpoints.filter { $0.deed == nil })
    }
}

extension RunningNode {
    /// Every operation of the API.
    package var endpoints: [Endpoint] {
        Endpoint.figures(statistics, codebook) + Endpoint.instruments(database) + [.classify] + (protection?.endpoints ?? [])
    }
}
