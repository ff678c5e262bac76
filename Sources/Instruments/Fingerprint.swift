/// A short number that changes when a text does (FNV-1a, 64 bits): tells a changed file or list from an unchanged one.
///
/// It is no protection against somebody who wants two texts to look alike; where that matters, the gate stands before it.
struct Fingerprint {
    private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func mix(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        hash = (hash ^ 0xFF) &* 0x0000_0100_0000_01B3
    }

    mutating func mix(_ text: String) { mix(text.utf8) }

    var text: String { String(hash, radix: 16) }
}
