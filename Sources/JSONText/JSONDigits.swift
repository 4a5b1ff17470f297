/// Numbers as digits, written where there is room for them.
enum JSONDigits {
    /// Writes a whole number from a place on.
    ///
    /// - Returns: where to go on.
    static func write(digits value: UInt, _ room: UnsafeMutablePointer<UInt8>, _ start: Int) -> Int {
        var count = 1
        var rest = value / 10
        while rest > 0 {
            count += 1
            rest /= 10
        }
        rest = value
        for place in (start..<start + count).reversed() {
            room[place] = UInt8(ascii: "0") + UInt8(rest % 10)
            rest /= 10
        }
        return start + count
    }

    /// Writes a decimal of up to six places, without zeros at its end, from a place on.
    ///
    /// - Returns: where to go on.
    static func write(millionths: Int, _ room: UnsafeMutablePointer<UInt8>, _ start: Int) -> Int {
        var end = start
        if millionths < 0 {
            room[end] = UInt8(ascii: "-")
            end += 1
        }
        let (whole, part) = millionths.magnitude.quotientAndRemainder(dividingBy: 1_000_000)
        end = write(digits: whole, room, end)
        room[end] = UInt8(ascii: ".")
        end += 1
        var rest = part
        var place: UInt = 100_000
        while rest > 0 {
            room[end] = UInt8(ascii: "0") + UInt8(rest / place)
            end += 1
            rest %= place
            place /= 10
        }
        return end
    }
}
