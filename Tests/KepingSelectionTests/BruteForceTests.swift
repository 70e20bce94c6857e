import KepingCore
import KepingSelection
import Testing

@Suite("A ranking is the one that the contract describes")
struct BruteForceTests {
  /// Compares the product with the slow implementation on the rounds of some seeds.
  static func compare(_ seeds: Range<UInt64>) {
    for seed in seeds {
      let plain = RoundMaker.round(seed: seed)
      let (ranked, expected) = (plain.ranked, BruteRound(plain).lines)
      if ranked == expected { continue }
      let differing = zip(ranked, expected).first { $0 != $1 }
      Issue.record(
        "seed \(seed): \(differing.map { "\n\($0)\n\($1)" } ?? "\(ranked.count) lines, expected \(expected.count)")\n\(plain.scopes)"
      )
      return
    }
  }

  @Test("Random rounds give the same lines as a slow implementation of the contract", arguments: 0..<4)
  func random(_ part: UInt64) { Self.compare(part * 500..<part * 500 + 500) }

  @Test("Random rounds have every place, so that the comparison means something")
  func everyPlace() {
    var counts: [Place: Int] = [:]
    for seed in 0..<UInt64(400) { for line in RoundMaker.round(seed: seed).ranked { counts[line.place, default: 0] += 1 } }
    for place in Place.allCases { #expect(counts[place, default: 0] >= 5, "\(place)") }
  }
}
