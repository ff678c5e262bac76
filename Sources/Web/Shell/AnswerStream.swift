import Hummingbird
import NIOCore

/// Sends a long answer piece by piece, at the pace of whoever reads it.
package struct AnswerStream {
    var writer: any ResponseBodyWriter

    package mutating func send(_ bytes: [UInt8]) async throws {
        try await writer.write(ByteBuffer(bytes: bytes))
    }
}
