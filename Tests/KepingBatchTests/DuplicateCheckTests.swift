import BatchFixtures
import KepingCore
import Testing

@testable import KepingBatch

@Suite("The duplicate check finds ids that were seen before, and where")
struct DuplicateCheckTests {
  /// Returns the identity of an id that a record has.
  static func identity(_ id: String) throws -> DuplicateCheck.Identity {
    var record = Record()
    let bytes = Bytes(application(id).utf8)
    try record.parse(bytes, 0..<bytes.count)
    var source = ParsedSource(bytes)
    _ = source.readHead(into: &record)
    var hasher = Hasher()
    if record.hashPlainID(into: &hasher) { return DuplicateCheck.Identity(plain: DuplicateCheck.Key(hasher)) }
    return DuplicateCheck.Identity(try #require(record.idText))
  }

  /// Returns what each id has in common with those before it: `=` and `~` with the 1-based number of the first, or `-`.
  static func matches(_ ids: [String]) throws -> [String] {
    var check = DuplicateCheck()
    return try ids.enumerated().map { index, id in
      switch check.insert(try identity(id), at: DuplicateCheck.Place(source: 0, line: index + 1)) {
      case .none: "-"
      case .same(let place): "=\(place.line)"
      case .similar(let place): "~\(place.line)"
      }
    }
  }

  @Test("Every id that was inserted is found with its place, and no other")
  func insertions() throws {
    var check = DuplicateCheck()
    var wrong = 0
    for round in 0..<2 {
      for number in 0..<20_000 {
        let place = DuplicateCheck.Place(source: number % 50, line: number + 1)
        let match = check.insert(try Self.identity("BS2024-\(number)"), at: round == 0 ? place : .unknown)
        if match != (round == 0 ? .none : .same(place)) { wrong += 1 }
      }
    }
    #expect(wrong == 0)
  }

  @Test(
    "An id is the same as an earlier one without outer white space, and similar if only width, case or white space differ",
    arguments: [
      (["BS-1", "BS-1", "BS-01"], ["-", "=1", "-"]),
      (["BS-1", " BS-1", "BS-1\u{3000}", "\u{200B}BS-1\u{FEFF}", "\\tBS-1\\n"], ["-", "=1", "=1", "=1", "=1"]),
      (["BS-1", "bs-1", "Bs-1", "bs-1", "BS-1"], ["-", "~1", "~1", "=2", "=1"]),
      (["bs-1", "BS-1", "bS-1"], ["-", "~1", "~1"]), (["ＢＳ－１", "bs-1", "BS-1"], ["-", "~1", "~1"]),
      (["BS 1", "BS1", "B S1"], ["-", "~1", "~1"]), (["BS\u{200B}1", "BS1"], ["-", "~1"]),
      (["B{1}", "B{1}", "b{1}"], ["-", "=1", "~1"]), (["a", "B", "A", "b"], ["-", "-", "~1", "~2"]),
      (["申报-1", "申报－１", "申報-1", "申报-1"], ["-", "~1", "-", "=1"]), (["项目①", "项目1", "项目2"], ["-", "~1", "-"]),
      (["\u{91D1}1", "\u{F90A}1"], ["-", "~1"]), (["한1", "\u{1112}\u{1161}\u{11AB}1", "할1"], ["-", "~1", "-"]),
      (["\u{E9}", "e\u{301}", "\u{C9}", "e \u{301}", "e"], ["-", "~1", "~1", "~1", "-"]),
      (["I", "i", "\u{131}", "\u{130}", "i\u{307}"], ["-", "~1", "-", "-", "~4"]),
      (["👍", "👍🏽", "👍", "👍\u{FE0F}"], ["-", "-", "=1", "~1"]), (["Straße", "STRASSE"], ["-", "~1"]),
      ([" ", "\u{3000}", "X"], ["-", "=1", "-"]), (["\u{AD}", "\u{200D}"], ["-", "-"]),
    ])
  func similarity(_ ids: [String], _ expected: [String]) throws {
    #expect(try Self.matches(ids) == expected)
  }

  @Test("Canonically equivalent ids are different ids, and similar")
  func canonicalEquivalence() throws {
    #expect(try Self.matches(["\u{E9}", "e\u{301}", "\u{E9}", "e\u{301}"]) == ["-", "~1", "=1", "=2"])
  }

  @Test("Ids of different lengths with the same characters are different")
  func lengths() throws {
    let ids = (1...40).map { String(repeating: "A", count: $0) } + (1...40).map { String(repeating: "\\u0000", count: $0) }
    #expect(try Self.matches(ids).allSatisfy { $0 == "-" })
  }

  @Test("An id is inserted as new only if no earlier one is the same or similar")
  func insertNew() throws {
    var check = DuplicateCheck()
    let answers = try ["BS-1", "bs-1", "BS-1", "bs-2", "BS-2", "BS-3"].map { id in
      check.insertNew(try Self.identity(id), at: .unknown)
    }
    #expect(answers == [true, false, false, true, false, true])
    // An id that was not inserted is still similar, not the same.
    #expect(check.match(try Self.identity("bs-1")) == .similar(.unknown))
  }

  @Test(
    "A place keeps its source and line up to the largest that fit, and is unknown above them",
    arguments: [
      (0, 1, true), (4095, 1, true), (4096, 1, false), (0, (1 << 28) - 2, true), (0, (1 << 28) - 1, false), (0, 0, false),
      (4095, (1 << 28) - 2, true),
    ])
  func places(_ source: Int, _ line: Int, _ fits: Bool) throws {
    let place = DuplicateCheck.Place(source: source, line: line)
    #expect((place != .unknown) == fits)
    if fits { #expect(place.source == source && place.line == line) }
  }
}
