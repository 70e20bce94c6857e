import KepingCore
import KepingSelection
import Testing

@Suite("An entry keeps the texts of its application")
struct EntryTests {
  @Test("A text is returned as it was given, and one that is not known is nil")
  func texts() {
    let entry = Entry(
      texts: [Bytes("甲".utf8), nil, Bytes("题".utf8), Bytes(), nil], year: nil, program: nil, verdict: .error, points: 0,
      requested: nil, submittedAt: nil, unit: UnitIdentity(name: .none, code: .none), partners: [],
      leader: LeaderIdentity(name: .none, number: .none))
    #expect(Entry.Text.allCases.map { entry.text($0) } == ["甲", nil, "题", "", nil])
  }
}
