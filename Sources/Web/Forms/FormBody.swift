package import Basics
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// What was filled in: fields with their values, and files.
package struct FormBody: Sendable {
    package let fields: Query
    package let files: [FormFile]
    /// The document of a route that asks with JSON; empty elsewhere.
    package let json: [UInt8]
    /// The day on which it was filled in, where the site is: questions about days are judged by it. `nil` judges by the calendar alone.
    package var today: Day?

    /// A form by its fields, for tests and for drafts.
    package init(_ fields: Query = Query(), files: [FormFile] = [], today: Day? = nil) {
        self.fields = fields
        self.files = files
        self.today = today
        json = []
    }

    /// Reads a JSON document, whose content the handler judges.
    /// - Throws: `WebRefused.tooLarge`, or `.unsupportedMediaType` when it does not say that it is JSON.
    init(json request: Request, limit: BodyLimit) async throws {
        let kind = (request.headers[.contentType] ?? "").prefix { $0 != ";" }.trimmingSpaces.lowercased()
        guard kind == "application/json" else { throw WebRefused.unsupportedMediaType }
        fields = Query()
        files = []
        json = try await Self.bytes(of: request, limit: limit)
    }

    package func file(_ name: String) -> FormFile? { files.first { $0.field == name && !$0.bytes.isEmpty } }

    /// Reads the body of a request.
    ///
    /// What is too large is refused by its announced length, and otherwise at the first piece over the limit: never held whole.
    /// - Throws: `WebRefused.tooLarge`, `.unsupportedMediaType` or `.malformed`.
    init(_ request: Request, limit: BodyLimit) async throws {
        let body = try await Self.bytes(of: request, limit: limit)
        let type = request.headers[.contentType] ?? "application/x-www-form-urlencoded"
        let kind = type.prefix { $0 != ";" }.trimmingSpaces.lowercased()
        switch kind {
        case "application/x-www-form-urlencoded":
            self.init(try Query(encoded: body))
        case "multipart/form-data":
            guard let boundary = MultipartForm.boundary(in: type) else { throw WebRefused.malformed }
            self = try MultipartForm.read(body, boundary: boundary)
        default: throw WebRefused.unsupportedMediaType
        }
    }

    private static func bytes(of request: Request, limit: BodyLimit) async throws -> [UInt8] {
        if let announced = request.headers[.contentLength].flatMap(Int.init), announced > limit.bytes { throw WebRefused.tooLarge }
        var body: [UInt8] = []
        let clock = ContinuousClock()
        let start = clock.now
        for try await piece in request.body {
            // A byte now and then keeps a connection from being idle; half a minute, and then 4 kB a second, is what anybody can do.
            guard clock.now - start < .seconds(30 + body.count / 4_096) else { throw WebRefused.tooSlow }
            guard body.count + piece.readableBytes <= limit.bytes else { throw WebRefused.tooLarge }
            body.append(contentsOf: piece.readableBytesView)
        }
        return body
    }
}

/// A file that came with a form. Its name and type are claims of the sender; judge by the bytes.
package struct FormFile: Sendable {
    /// The name of the field.
    package let field: String
    /// The name without folders and control characters, at most 200 characters.
    package let name: String
    package let claimedType: String
    package let bytes: [UInt8]

    package init(field: String, name: String, claimedType: String, bytes: [UInt8]) {
        self.field = field
        let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? ""
        self.name = String(String.UnicodeScalarView(last.unicodeScalars.filter { $0.properties.generalCategory != .control }).prefix(200))
        self.claimedType = claimedType
        self.bytes = bytes
    }
}
