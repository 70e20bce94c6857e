import Testing

@testable import KepingCore

@Suite("A time of Beijing and the last instant before a time")
struct TimestampTests {
  @Test(
    "A time of Beijing is 8 hours ahead of UTC, and 24:00 is the end of the day",
    arguments: [
      ([2024, 3, 31, 0, 0, 0], "2024-03-31T00:00:00+08:00"), ([2024, 2, 29, 23, 59, 59], "2024-02-29T23:59:59+08:00"),
      ([2024, 3, 31, 24, 0, 0], "2024-04-01T00:00:00+08:00"), ([2024, 12, 31, 24, 0, 0], "2025-01-01T00:00:00+08:00"),
      ([2023, 2, 29, 0, 0, 0], nil), ([2024, 13, 1, 0, 0, 0], nil), ([2024, 0, 1, 0, 0, 0], nil), ([2024, 4, 31, 0, 0, 0], nil),
      ([2024, 4, 0, 0, 0, 0], nil), ([2024, 4, 1, 25, 0, 0], nil), ([2024, 4, 1, 24, 1, 0], nil), ([2024, 4, 1, 24, 0, 1], nil),
      ([2024, 4, 1, -1, 0, 0], nil), ([2024, 4, 1, 0, 60, 0], nil), ([2024, 4, 1, 0, 0, 60], nil),
      ([10_000, 1, 1, 0, 0, 0], nil),
    ] as [([Int], String?)])
  func beijing(_ parts: [Int], _ text: String?) {
    let time = Timestamp(
      beijingYear: parts[0], month: parts[1], day: parts[2], hour: parts[3], minute: parts[4], second: parts[5])
    #expect(time == text.flatMap { Timestamp(rfc3339: $0.utf8) })
  }

  @Test(
    "The last instant before a time is before it, and no other time lies between them",
    arguments: ["2024-04-01T00:00:00+08:00", "1970-01-01T00:00:00Z", "2024-04-01T00:00:00.5Z", "2024-04-01T00:00:00.0000000001Z"])
  func lastInstant(_ text: String) throws {
    let time = try #require(Timestamp(rfc3339: text.utf8))
    let last = time.lastInstantBefore
    #expect(last < time)
    let earlier = [
      "2024-03-31T23:59:59.9999999999999+08:00", "2024-03-31T23:59:59.999999999+08:00", "1969-12-31T23:59:59.9999999999Z",
      "2024-04-01T00:00:00.49999999999999Z", "2024-04-01T00:00:00Z",
    ]
    for other in try earlier.map({ try #require(Timestamp(rfc3339: $0.utf8)) }) {
      #expect(other < time ? other <= last : last < other)
    }
  }
}
