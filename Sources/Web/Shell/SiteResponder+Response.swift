import Basics
import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Vocabulary

extension SiteResponder {
    /// Makes the response of an answer.
    func response(to answer: Answer, _ arrival: Arrival) async throws -> Response {
        var fields = HTTPFields()
        SecurityHeaders.add(to: &fields, isSecure: site.reach.isSecure)
        var status = answer.status
        var body = ResponseBody()
        var caching = arrival.route.map { _ in answer.caching } ?? (answer.caching == .forever ? .forever : .never)
        // What a signed-in visitor sees is theirs; what needs a sign-in is not public.
        if case .figures = caching, arrival.visitor != nil || arrival.route?.need != .anyone { caching = .never }

        if case .figures(let version) = caching, status == .ok {
            let tag = entityTag(version, arrival)
            fields[.eTag] = tag
            if arrival.headers[.ifNoneMatch].map({ Self.holds($0, tag) }) ?? false {
                status = .notModified
                finish(&fields, caching, arrival)
                return Response(status: .init(code: status.rawValue), headers: fields)
            }
        }

        switch answer.content {
        case .empty: break
        case .page(let page):
            body = try await write(page, status, arrival, &fields, &caching)
        case .latePage(let make):
            body = try await write(make(), status, arrival, &fields, &caching)
        case .see(let address):
            fields[.location] = (arrival.keepsLanguage ? "/" + arrival.language.code : "") + address.siteLocalPath
        case .leave(let address): fields[.location] = address.text
        case .bytes(let bytes, let type, let fileName):
            fields[.contentType] = type
            if let fileName { fields[.contentDisposition] = Self.attachment(fileName) }
            body = ResponseBody(byteBuffer: part(of: bytes, answer, arrival, &status, &fields))
        case .stream(let type, let fileName, let write):
            fields[.contentType] = type
            if let fileName { fields[.contentDisposition] = Self.attachment(fileName) }
            body = Self.body(of: write)
        case .refused(let refusal):
            return try await response(to: refusal, arrival)
        }
        setCookies(answer, &fields)
        if answer.session == .end, let name = HTTPField.Name("Clear-Site-Data") { fields[name] = "\"cache\", \"storage\"" }
        finish(&fields, caching, arrival)
        let response = Response(status: .init(code: status.rawValue), headers: fields, body: body)
        return arrival.isHead ? response.createHeadResponse() : response
    }

    /// Renders a page. One that holds a form belongs to one visitor: it is never kept.
    private func write(
        _ page: any Page, _ status: Status, _ arrival: Arrival, _ fields: inout HTTPFields, _ caching: inout Caching
    ) async throws -> ResponseBody {
        var html = Markup(language: arrival.language, keepsLanguage: arrival.keepsLanguage, zone: site.zone, formSeal: arrival.seal)
        let layout = Layout(
            site: site, page: page, here: arrival.here, visitor: arrival.visitor, banners: await site.banners()
        )
        layout.write(to: &html)
        fields[.contentType] = "text/html; charset=utf-8"
        fields[.contentLanguage] = arrival.language.code
        if html.holdsForm {
            caching = .never
            if let seal = arrival.seal, seal.isFresh {
                fields.append(HTTPField(name: .setCookie, value: cookie(Arrival.formCookie, seal.holder, seconds: nil)))
            }
        }
        return ResponseBody(byteBuffer: ByteBuffer(bytes: html.bytes))
    }

    /// The part of the bytes that was asked for, where the answer is given in parts; else all of them.
    private func part(
        of bytes: [UInt8], _ answer: Answer, _ arrival: Arrival, _ status: inout Status, _ fields: inout HTTPFields
    ) -> ByteBuffer {
        guard answer.isGivenInParts, status == .ok else { return ByteBuffer(bytes: bytes) }
        fields[.acceptRanges] = "bytes"
        // A part is asked for with GET alone, and only of the version that the program knows.
        guard !arrival.isHead, let asked = arrival.headers[.range], arrival.headers[.ifRange].map({ $0 == fields[.eTag] }) ?? true else {
            return ByteBuffer(bytes: bytes)
        }
        switch ByteRange(asked, of: bytes.count) {
        case .whole: return ByteBuffer(bytes: bytes)
        case .part(let range):
            status = .partialContent
            fields[.contentRange] = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(bytes.count)"
            return ByteBuffer(bytes: bytes[range])
        case .beyond:
            status = .rangeNotSatisfiable
            fields[.contentRange] = "bytes */\(bytes.count)"
            return ByteBuffer()
        }
    }

    private func finish(_ fields: inout HTTPFields, _ caching: Caching, _ arrival: Arrival) {
        switch caching {
        case .never: fields[.cacheControl] = "no-store"
        case .figures: fields[.cacheControl] = "no-cache"
        case .forever: fields[.cacheControl] = "public, max-age=31536000, immutable"
        }
        guard caching != .forever else { return }
        fields[.vary] = arrival.keepsLanguage ? "Cookie" : "Accept-Language, Cookie"
    }

    private func entityTag(_ version: String, _ arrival: Arrival) -> String {
        let text = [version, arrival.here, arrival.language.code, arrival.keepsLanguage ? "1" : "0", site.assets.version]
            .joined(separator: "\n")
        return "\"" + Data(SHA256.hash(data: Data(text.utf8)).prefix(12)).base64URL + "\""
    }

    private static func holds(_ header: String, _ tag: String) -> Bool {
        header == "*" || header.split(separator: ",").contains { $0.trimmingSpaces.replacing("W/", with: "", maxReplacements: 1) == tag }
    }

    /// `Content-Disposition` of a file to keep: an ASCII name for old programs, the true one for all others (RFC 6266).
    private static func attachment(_ name: String) -> String {
        let ascii = String(
            name.unicodeScalars.map {
                $0.isASCII && ($0.properties.isAlphabetic || "0123456789.-_".unicodeScalars.contains($0)) ? Character($0) : "_"
            })
        var encoded: [UInt8] = []
        encoded.appendPercentEncoded(name)
        return "attachment; filename=\"\(ascii)\"; filename*=UTF-8''\(String(decoding: encoded, as: UTF8.self))"
    }

    private static func body(of stream: @escaping Answer.Stream) -> ResponseBody {
        ResponseBody { writer in
            var out = AnswerStream(writer: writer)
            try await stream(&out)
            try await out.writer.finish(nil)
        }
    }
}
