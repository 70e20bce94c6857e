import Testing

@testable import KepingCommands

@Suite("The progress line estimates the remaining time")
struct ProgressTests {
  @Test(
    "A duration has minutes and seconds, and hours if needed",
    arguments: [
      (0, "0:00"), (5, "0:05"), (59, "0:59"), (60, "1:00"), (65, "1:05"), (600, "10:00"), (3599, "59:59"), (3600, "1:00:00"),
      (3723, "1:02:03"), (36_000, "10:00:00"), (360_000, "100:00:00"),
    ])
  func clock(_ seconds: Int, _ text: String) { #expect(Progress.clock(seconds) == text) }

  @Test(
    "The remaining time follows from the rate in bytes so far",
    arguments: [
      (10, 50, 100, 10), (10, 100, 100, 0), (1, 1, 3, 2), (1, 3, 4, 1), (2, 0, 100, nil), (2, 5, nil, nil), (2, 101, 100, nil),
      (60, 1 << 30, 3 << 30, 120),
    ] as [(Double, Int64, Int64?, Int?)])
  func secondsLeft(seconds: Double, done: Int64, size: Int64?, left: Int?) {
    #expect(Progress.secondsLeft(seconds, done, size) == left)
  }
}
