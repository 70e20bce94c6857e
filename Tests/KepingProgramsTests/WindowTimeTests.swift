import BatchFixtures
import KepingCore
import Testing

@testable import KepingPrograms

@Suite("A time of a window is a day, a minute or an instant, in Beijing time if it names no zone")
struct WindowTimeTests {
  @Test(
    "A day or minute is included as a whole, an instant with its zone only itself",
    arguments: [
      ("2024-03-31", "2024-03-31T00:00:00+08:00", "2024-03-31T23:59:59.9999999999+08:00"),
      ("2024-03-31 17:30", "2024-03-31T17:30:00+08:00", "2024-03-31T17:30:59.9999999999+08:00"),
      ("2024-03-31T17:30", "2024-03-31T17:30:00+08:00", "2024-03-31T17:30:59.9999999999+08:00"),
      ("2024-03-31T17:30Z", "2024-03-31T17:30:00Z", "2024-03-31T17:30:59.9999999999Z"),
      ("2024-03-31 17:30:15", "2024-03-31T17:30:15+08:00", "2024-03-31T17:30:15.9999999999+08:00"),
      ("2024-03-31T23:59:59+08:00", "2024-03-31T23:59:59+08:00", "2024-03-31T23:59:59+08:00"),
      ("2024-03-31T23:59:59.5+08:00", "2024-03-31T23:59:59.5+08:00", "2024-03-31T23:59:59.5+08:00"),
      ("2024-03-31T15:59:59Z", "2024-03-31T23:59:59+08:00", "2024-03-31T23:59:59+08:00"),
    ])
  func included(_ text: String, _ first: String, _ last: String) throws {
    let time = try #require(WindowTime(text))
    #expect(time.first == Timestamp(rfc3339: first.utf8))
    #expect(time.last == Timestamp(rfc3339: last.utf8))
  }

  @Test(
    "24:00 is the instant at which the next day begins",
    arguments: [
      ("2024-03-31 24:00", "2024-04-01"), ("2024-03-31T24:00", "2024-04-01"), ("2024-03-31T24:00:00+08:00", "2024-04-01"),
      ("2024-03-31 24:00:00", "2024-04-01"), ("2024-02-28 24:00", "2024-02-29"), ("2023-02-28 24:00", "2023-03-01"),
      ("2024-12-31 24:00", "2025-01-01"),
    ])
  func endOfDay(_ text: String, _ next: String) throws {
    let time = try #require(WindowTime(text))
    #expect(time.first == Timestamp(rfc3339: "\(next)T00:00:00+08:00".utf8))
    #expect(time.last == time.first)
  }

  @Test(
    "Any other text is no time",
    arguments: [
      "", "2024", "2024-03", "2024-3-1", "2024-02-30", "2023-02-29 24:00", "2024-03-31 24:01", "2024-03-31T24:00:01+08:00",
      "2024-03-31 25:00", "2024-03-31 7:30", "2024-03-31T", "2024-03-31  17:30", "2024-03-31 17:30:60", "2024-03-31T17:30+8",
      "2024/03/31", "２０２４-03-31", "9999-12-31 24:00", "2024年3月31日",
    ])
  func others(_ text: String) { #expect(WindowTime(text) == nil) }

  @Test(
    "The window includes the whole of its last day or minute and nothing after it",
    arguments: [
      ("2024-03-31", "2024-03-31T23:59:59.999+08:00", "2024-04-01T00:00:00+08:00"),
      ("2024-03-31 17:30", "2024-03-31T17:30:59.999+08:00", "2024-03-31T17:31:00+08:00"),
      ("2024-03-31T17:30", "2024-03-31T17:30:59+08:00", "2024-03-31T17:31:00+08:00"),
      ("2024-03-31 24:00", "2024-04-01T00:00:00+08:00", "2024-04-01T00:00:00.001+08:00"),
      ("2024-03-31T24:00:00+08:00", "2024-03-31T16:00:00Z", "2024-04-01T00:00:01+08:00"),
      ("2024-03-31T17:30:00+08:00", "2024-03-31T17:30:00+08:00", "2024-03-31T17:30:00.001+08:00"),
    ])
  func closes(_ closes: String, _ last: String, _ late: String) throws {
    for (time, problems) in [(last, []), (late, ["outside-window"])] as [(String, [String])] {
      let assessment = try AssessorTests.assess(
        application("A", more: #","submittedAt":"\#(time)""#),
        "programs: { jili-2024: on }\nwindows: { \"4\": { closes: \(closes) } }")
      #expect(assessment.problems.map(\.code.rawValue) == problems, "\(time)")
      if let problem = assessment.problems.first { #expect(problem.message == "提交时间\(time)晚于受理截止时间\(closes)") }
    }
  }

  @Test(
    "The window begins with its first day or minute",
    arguments: [
      ("2024-03-01", "2024-03-01T00:00:00+08:00", "2024-02-29T23:59:59.999+08:00"),
      ("2024-03-01 09:00", "2024-03-01T09:00:00+08:00", "2024-03-01T08:59:59+08:00"),
      ("2024-02-29 24:00", "2024-03-01T00:00:00+08:00", "2024-02-29T23:59:59+08:00"),
    ])
  func opens(_ opens: String, _ first: String, _ early: String) throws {
    for (time, problems) in [(first, []), (early, ["outside-window"])] as [(String, [String])] {
      let assessment = try AssessorTests.assess(
        application("A", more: #","submittedAt":"\#(time)""#),
        "programs: { jili-2024: on }\nwindows: { \"4\": { opens: \(opens) } }")
      #expect(assessment.problems.map(\.code.rawValue) == problems, "\(time)")
    }
  }

  @Test(
    "A window may be one day, but may not end before it begins",
    arguments: [
      ("opens: 2024-03-31, closes: 2024-03-31", nil), ("opens: 2024-03-31 09:00, closes: 2024-03-31", nil),
      ("opens: 2024-03-31 09:00, closes: 2024-03-31 09:00", nil), ("opens: 2024-04-01, closes: 2024-03-31", "out-of-range"),
      ("opens: 2024-04-01, closes: 2024-03-31 24:00", nil), ("closes: 2024-03-31, correctionCloses: 2024-03-31", nil),
      ("closes: 2024-03-31, correctionCloses: 2024-03-30", "out-of-range"), ("opens: 2024-03-32", "invalid-time"),
    ])
  func order(_ window: String, _ code: String?) throws {
    let faults = try programs("programs: { jili-2024: on }\nwindows: { \"4\": { \(window) } }").faults
    #expect(faults.map(\.code) == (code.map { [$0] } ?? []))
  }
}
