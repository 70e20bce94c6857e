import KepingCore

extension BruteRound {
  /// What the experts gave an application.
  struct Panel {
    var scores: [Int] = []
    var recused = 0
    var trimmed: [Int] = []
    var left: [Int] = []
  }

  /// “the mean of the scores of its experts who are not recused, `n` of them”.
  func panel(_ application: Int, _ settings: PanelSettings) -> Panel {
    var panel = Panel()
    guard let id = plain.applications[application].id, owner(of: id) == application else { return panel }
    for row in plain.scores where row.application == id {
      if row.isRecused {
        panel.recused += 1
      } else if let score = row.score ?? (row.items.isEmpty ? nil : row.items.reduce(0) { $0 + $1.score }) {
        panel.scores.append(score)
      }
    }
    panel.left = panel.scores.sorted(by: >)
    if settings.trim > 0 && panel.scores.count >= settings.trimFrom {
      for _ in 0..<settings.trim {
        panel.trimmed.append(panel.left.removeFirst())
        panel.trimmed.append(panel.left.removeLast())
      }
      panel.trimmed.sort(by: >)
    }
    return panel
  }

  /// The application that a row of a file means: of several with one id, the one that could be evaluated.
  func owner(of id: String) -> Int? {
    let all = all.filter { plain.applications[$0].id == id }
    let evaluated = all.first { plain.applications[$0].verdict != .error }
    return evaluated ?? all.min { plain.applications[$0].title < plain.applications[$1].title }
  }

  private func mean(_ panel: Panel) -> Rational? {
    if panel.left.isEmpty { return nil }
    return Rational(Int128(panel.left.reduce(0, +)), Int128(100 * panel.left.count))
  }

  /// “Every published figure is rounded once, half up”.
  func panelScore(_ application: Int) -> Rational? {
    guard let settings = group(application)?.settings.panel else { return nil }
    return mean(panel(application, settings))?.rounded(settings.decimals)
  }

  func score(_ application: Int) -> Rational? {
    guard let settings = group(application)?.settings, plain.applications[application].verdict != .error else { return nil }
    let rules = Rational(settings.rulesWeight.text) * Rational(Int128(plain.applications[application].points), 1000)
    let weight = Rational(settings.panelWeight.text)
    if weight == Rational(0) { return rules.rounded(settings.panel.decimals) }
    guard let mean = mean(panel(application, settings.panel)) else { return nil }
    return (rules + weight * mean * Rational(1, 100)).rounded(settings.panel.decimals)
  }

  /// “where `n` is less and the panel weighs anything: place `incomplete`”.
  func isIncomplete(_ application: Int) -> Bool {
    guard let settings = group(application)?.settings else { return false }
    return settings.panelWeight.text != "0" && panel(application, settings.panel).scores.count < settings.panel.least
  }

  /// “a lower score is `below-floor`”.
  func isBelowFloor(_ application: Int) -> Bool {
    guard let floor = group(application)?.settings.floor, let score = score(application) else { return false }
    return score < Rational(floor.text)
  }

  /// “`granted` where given, else `budget.requested`”.
  func amount(_ application: Int) -> Rational? {
    let own = plain.applications[application]
    if let id = own.id, owner(of: id) == application, let grant = plain.grants.first(where: { $0.application == id }) {
      return Rational(grant.amount)
    }
    // The amounts of random rounds are short decimals.
    return own.requested.map { $0 == $0.rounded() ? Rational(Int128($0)) : Rational("\($0)") }
  }
}
