import KepingSelection

/// What a place means for an application, by which reports colour it.
enum Standing: String, CaseIterable {
  case selected, reserve
  /// A person has to decide, or something is missing.
  case open
  /// It was ranked, and nothing is cut.
  case ranked
  case out

  /// The colour of a cell as `0xRRGGBB`; nil for none.
  var background: UInt32? {
    switch self {
    case .selected: 0xE2EFDA
    case .reserve: 0xDDEBF7
    case .open: 0xFFF2CC
    case .ranked, .out: nil
    }
  }
}

extension Place {
  /// What the place means for an application.
  var standing: Standing {
    switch self {
    case .selected: .selected
    case .reserve: .reserve
    case .tied, .noAmount, .incomplete, .overLimit, .awaiting: .open
    case .ranked: .ranked
    case .notSelected, .noMoney, .overQuota, .belowFloor, .tooFew, .barred, .notPassed, .notEvaluated: .out
    }
  }

  /// The places about which a person has to decide, or for which something is missing, as a list in Chinese.
  static var openTitles: String { allCases.filter { $0.standing == .open }.map(\.title).joined(separator: "、") }
}
