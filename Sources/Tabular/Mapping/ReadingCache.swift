/// Remembers what the bytes of a field were read as: most columns hold few different values, each thousands of times.
struct ReadingCache {
    private struct Slot {
        var hash: UInt64 = 0
        var start = 0
        var length = -1
        var value = 0
    }

    private var slots: [Slot] = []
    private var letters: [UInt8] = []
    private var values: [Value] = []

    /// More different values than this are not remembered; the column is then one of names or numbers, where it would not help.
    private static let capacity = 4_096
    private static let longest = 128
    private static let mask = capacity * 2 - 1

    /// What the bytes were read as before, or the place where it should be remembered.
    enum Found {
        case value(Value)
        case free(place: Int, hash: UInt64)
        case full
    }

    func find(_ bytes: UnsafeBufferPointer<UInt8>) -> Found {
        guard bytes.count <= Self.longest else { return .full }
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        var place = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & Self.mask
        guard !slots.isEmpty else { return .free(place: place, hash: hash) }
        while slots[place].length >= 0 {
            if slots[place].hash == hash, isSame(slots[place], bytes) { return .value(values[slots[place].value]) }
            place = (place + 1) & Self.mask
        }
        return values.count < Self.capacity ? .free(place: place, hash: hash) : .full
    }

    /// Remembers a value at the place that `find` gave.
    mutating func remember(_ value: Value, for bytes: UnsafeBufferPointer<UInt8>, at place: Int, hash: UInt64) {
        if slots.isEmpty { slots = Array(repeating: Slot(), count: Self.capacity * 2) }
        slots[place] = Slot(hash: hash, start: letters.count, length: bytes.count, value: values.count)
        letters.append(contentsOf: bytes)
        values.append(value)
    }

    private func isSame(_ slot: Slot, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard slot.length == bytes.count else { return false }
        return letters.withUnsafeBufferPointer { known in
            for place in 0..<bytes.count where known[slot.start + place] != bytes[place] { return false }
            return true
        }
    }
}
