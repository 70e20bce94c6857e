import KepingCore
import KepingSelection

/// The cut of the slow implementation: one tie after the other, by recursion.
struct BruteCut {
  let settings: GroupSettings
  /// The places of the applications, as far as they are decided.
  var places: [Int: Place] = [:]
  var reserve: [Int: Int] = [:]
  let amount: (Int) -> Rational?
  let direction: (Int) -> String

  private struct State {
    var places: Int?
    var money: Rational?
    var directions: [String: Int]
  }

  mutating func run(_ ties: [[Int]], places: Int?, bounds: [String: Int]) {
    cut(ties, State(places: places, money: settings.budget.map { Rational($0.text) }, directions: bounds))
  }

  private mutating func put(_ applications: [Int], _ place: Place) { for index in applications { places[index] = place } }

  private mutating func cut(_ ties: [[Int]], _ before: State) {
    var state = before
    guard let tie = ties.first else { return }
    let later = Array(ties.dropFirst())
    if let left = state.places, left <= 0 { return rest(ties, state) }

    // Step 1.
    var going = tie
    var kept = 0
    for name in Set(tie.map(direction)).sorted() {
      guard let left = state.directions[name] else { continue }
      let own = tie.filter { direction($0) == name }
      guard own.count > max(left, 0) else { continue }
      if left <= 0 {
        put(own, .overQuota)
      } else if settings.tieAtCut == .all {
        continue
      } else {
        put(own, settings.tieAtCut == .stop ? .tied : .overQuota)
        if settings.tieAtCut == .stop { kept += left }
        state.directions[name] = 0
      }
      going.removeAll { direction($0) == name }
    }

    let free = state.places.map { $0 - kept }
    let sum = going.map { amount($0) ?? Rational(0) }.reduce(Rational(0), +)
    let hasPlaces = free.map { going.count <= $0 } ?? true
    let hasMoney = state.money.map { !($0 < sum) } ?? true

    if going.isEmpty {
      state.places = free
      return cut(later, state)
    }
    // Step 2.
    if hasPlaces && hasMoney { return select(going, later, state, free, sum) }
    // Step 3.
    if let money = state.money, !going.contains(where: { !(money < (amount($0) ?? Rational(0))) }) {
      if settings.whenFull == .stop { return rest([going] + later, state) }
      put(going, .noMoney)
      state.places = free
      return cut(later, state)
    }
    // Step 4.
    switch settings.tieAtCut {
    case .all where hasMoney: select(going, later, state, free, sum)
    case .none: rest([going] + later, state)
    default:
      put(going, .tied)
      rest(later, state)
    }
  }

  private mutating func select(_ going: [Int], _ later: [[Int]], _ before: State, _ free: Int?, _ sum: Rational) {
    var state = before
    put(going, .selected)
    for index in going {
      if let left = state.directions[direction(index)] { state.directions[direction(index)] = left - 1 }
    }
    state.places = free.map { $0 - going.count }
    state.money = state.money.map { $0 - sum }
    cut(later, state)
  }

  private mutating func rest(_ ties: [[Int]], _ state: State) {
    var before = 0
    for tie in ties {
      let full = tie.filter { (state.directions[direction($0)] ?? 1) <= 0 }
      put(full, .overQuota)
      let left = tie.filter { !full.contains($0) }
      put(left, before < settings.reserve ? .reserve : .notSelected)
      if before < settings.reserve { for index in left { reserve[index] = before + 1 } }
      before += left.count
    }
  }
}
