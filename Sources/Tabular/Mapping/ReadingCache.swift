/// Remembers what the bytes of a field were read as: most columns hold few different values, each thousands of times.
struct ReadingCache {
    typealias Reading = Result<Value, Complaint>

    private struct Slot {
        var hash: UInt64 = 0
        var start = 0
        var length = -1
        var reading = 0
    }

    private var slots: [Slot]
    private var letters: [UInt8] = []
    private var readings: [Reading] = []
    private let mask: Int

    /// More different values than this are not remembered; the column is then one of names or numbers, where it would not help.
    private static let capacity = 4_096
    private static let longest = 128

    init() {
        slots = Array(repeating: Slot(), count: Self.capacity * 2)
        mask = Self.capacity * 2 - 1
    }

    /// What the bytes were read as before, or what `read` makes of them now.
    mutating func reading(of bytes: UnsafeBufferPointer<UInt8>, orElse read: () -> Reading) -> Reading {
        guard bytes.count <= Self.longest else { return read() }
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        var place = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
        while slots[place].length >= 0 {
            if slots[place].hash == hash, isSame(slots[place], bytes) { return readings[slots[place].reading] }
            place = (place + 1) & mask
        }
        let reading = read()
        guard readings.count < Self.capacity else { return reading }
        slots[place] = Slot(hash: hash, start: letters.count, length: bytes.count, reading: readings.count)
        letters.append(contentsOf: bytes)
        readings.append(reading)
        return reading
    }

    private func isSame(_ slot: Slot, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard slot.length == bytes.count else { return false }
        return letters.withUnsafeBufferPointer { known in
            for place in 0..<bytes.count where known[slot.start + place] != bytes[place] { return false }
            return true
        }
    }
}
