import KepingCore
import KepingPlugins

extension Programs {
  /// Returns what the results of these programs are based on, before any input is read.
  ///
  /// - Parameter version: the version of keping.
  public func provenance(version: String) -> Provenance {
    let programs = entries.map { entry in
      let status: Provenance.Program.Status =
        switch entry.status {
        case .on: .on
        case .off: .off
        case .broken: .broken
        }
      return Provenance.Program(
        reference: entry.plugin.manifest.reference, status: status, sha256: entry.plugin.sourceHash)
    }
    var changes: [Provenance.Change] = []
    for entry in entries {
      if case .on(let loaded, let program) = entry.status { changes += ProgramDifferences(loaded, program).changes }
    }
    let plans = entries.map { (program: $0.plugin.id, plan: $0.plugin.manifest.plan) }
    changes += SelectionDifferences(selection, plans).changes
    return Provenance(version: version, programs: programs, changes: changes + commonChanges)
  }

  /// The changed values that hold for all programs: the confirmation of rulings, the largest plausible amount and the limits for
  /// plugins.
  private var commonChanges: [Provenance.Change] {
    var changes: [Provenance.Change] = []
    if rulingConfirmation != .never {
      changes.append(
        Provenance.Change(
          section: .rulings, program: nil, key: "confirm", label: "裁定要有复核人（always 都要，pass 改为符合或不适用的要）",
          shipped: RulingConfirmation.never.rawValue, value: rulingConfirmation.rawValue))
    }
    for entry in entries {
      guard case .on(let loaded, let program) = entry.status, program.plausibleMoney != loaded.program.plausibleMoney else {
        continue
      }
      changes.append(
        Provenance.Change(
          section: .plausible, program: nil, key: "money", label: "金额超过多少要核对",
          shipped: Self.text(ofMoney: loaded.program.plausibleMoney), value: Self.text(ofMoney: program.plausibleMoney)))
      break
    }
    for (limit, shipped) in zip(limits.written, Limits().written) where limit.value != shipped.value {
      changes.append(
        Provenance.Change(
          section: .limits, program: nil, key: limit.key, label: "", shipped: shipped.value.text, value: limit.value.text))
    }
    return changes
  }

  private static func text(ofMoney yuan: Double) -> String {
    var text: Bytes = []
    text.append(yuan, in: Unit(name: "亿元", measure: .money, exponent: 8))
    return text.text
  }
}
