import Testing

@testable import KepingCore

@Suite("Each kind of field has its own name, title and class name")
struct FieldKindTests {
  static let types: [FieldType] = [
    .text, .creditCode, .division, .time, .date, .choice([], isOpen: false), .flag, .count, .money, .year, .decimal, .percent,
    .yearlyMoney, .texts([]),
    .object([]), .objects([]), .tally(kinds: [], counts: []),
  ]

  @Test("Every kind has the name by which it is found, and one field type", arguments: FieldType.Name.allCases)
  func names(_ name: FieldType.Name) {
    #expect(name.kind.name == name)
    #expect(Self.types.filter { $0.name == name }.count == 1)
  }

  @Test("No two kinds share a title or a class name")
  func titles() {
    let kinds = FieldType.Name.allCases.map(\.kind)
    #expect(Set(kinds.map { $0.title }).count == kinds.count)
    #expect(Set(kinds.map { $0.className }).count == kinds.count)
  }
}
