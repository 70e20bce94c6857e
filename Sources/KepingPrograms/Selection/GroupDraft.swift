import KepingCore
import KepingYAML

/// The settings of a group as the configuration writes them, before the fields of the order are looked up in a program.
struct GroupDraft {
  /// The settings that `selection` takes, in the order of the manual.
  static let names = ["places", "budget", "score", "panel", "order", "floor", "at-least", "reserve", "when-full", "tie-at-cut"]
  /// The largest number of places, of candidates that are required, and of applications in reserve.
  private static let maximumCount = 1_000_000_000

  /// The settings.
  private(set) var settings = GroupSettings()
  /// The keys of the order that are fields, each with the node at which errors are reported.
  private(set) var fields: [(path: String, node: YAMLNode)] = []

  /// Reads the settings of a group.
  ///
  /// - Parameters:
  ///   - key: the key of the group, for messages.
  ///   - faults: receives all errors, not just the first.
  init(_ node: YAMLNode, of key: String, _ faults: inout [Diagnostic]) {
    collect(&faults) { faults throws(Diagnostic) in
      guard !node.isNull else { throw node.fault(GroupFault.empty(key.printable(limit: 60))) }
      for (name, value) in try node.members() {
        collect(&faults) { faults throws(Diagnostic) in try read(try name.text(), name, value, &faults) }
      }
    }
  }

  private mutating func read(
    _ name: String, _ key: YAMLNode, _ value: YAMLNode, _ faults: inout [Diagnostic]
  ) throws(Diagnostic) {
    switch name {
    case "places": settings.places = try value.integer(in: 0...Self.maximumCount)
    case "budget": settings.budget = try value.budget()
    case "floor": settings.floor = try value.exactNumber(upTo: 100)
    case "at-least": settings.atLeast = try value.integer(in: 0...Self.maximumCount)
    case "reserve": settings.reserve = try value.integer(in: 0...Self.maximumCount)
    case "when-full": settings.whenFull = try value.choice(name)
    case "tie-at-cut": settings.tieAtCut = try value.choice(name)
    case "score": try readWeights(value)
    case "panel": settings.panel = PanelSettings(value, &faults)
    case "order": try readOrder(value, &faults)
    case "limits": throw key.fault(GroupFault.limitsInside)
    default: throw key.fault(GroupFault.unknownSetting(name.printable(limit: 60), known: Self.names))
    }
  }

  private mutating func readWeights(_ node: YAMLNode) throws(Diagnostic) {
    let members = try node.members(allowing: ["rules", "panel"])
    settings.rulesWeight = try members["rules"]?.exactNumber(upTo: 100) ?? .zero
    settings.panelWeight = try members["panel"]?.exactNumber(upTo: 100) ?? .zero
    let sum = settings.rulesWeight + settings.panelWeight
    guard sum == ExactDecimal(100) else {
      throw node.fault(
        ScoreFault.wrongWeights(rules: settings.rulesWeight.text, panel: settings.panelWeight.text, sum: sum.text))
    }
  }

  private mutating func readOrder(_ node: YAMLNode, _ faults: inout [Diagnostic]) throws(Diagnostic) {
    var order: [OrderKey] = []
    for element in try node.elements() {
      collect(&faults) { _ throws(Diagnostic) in
        let text = try element.text()
        let isReversed = text.hasPrefix("-")
        let name = isReversed ? String(text.dropFirst()) : text
        let subject = OrderKey.Subject(name)
        if case .field = subject { fields.append((name, element)) }
        order.append(OrderKey(subject, isReversed: isReversed))
      }
    }
    guard case .sequence(let elements) = node.value, !elements.isEmpty else { throw node.fault(OrderFault.empty) }
    settings.order = order
  }
}

extension OrderKey.Subject {
  /// Creates the subject that a name of the configuration stands for; the path of a field may be wrong.
  fileprivate init(_ name: String) {
    self =
      switch name {
      case "score": .score
      case "panel": .panel
      case "rules": .rules
      default: .field(name)
      }
  }
}
