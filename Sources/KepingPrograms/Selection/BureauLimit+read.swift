import KepingCore
import KepingYAML

extension BureauLimit {
  /// The largest number of applications that a limit may allow to one holder.
  private static let maximumBound = 9999
  /// The largest number of limits, because each application is counted for all that apply to it.
  private static let maximumCount = 200

  /// Reads the bureau's limits.
  ///
  /// - Parameter faults: receives all errors, not just the first.
  static func limits(_ node: YAMLNode, _ faults: inout [Diagnostic]) throws(Diagnostic) -> [BureauLimit] {
    let elements = try node.elements()
    guard elements.count <= maximumCount else {
      throw elements[maximumCount].fault(SettingFault.tooManyLimits(most: maximumCount))
    }
    var limits: [BureauLimit] = []
    for (index, element) in elements.enumerated() {
      collect(&faults) { _ throws(Diagnostic) in
        limits.append(try BureauLimit(element, clause: "selection/limit/\(index + 1)"))
      }
    }
    return limits
  }

  private init(_ node: YAMLNode, clause: String) throws(Diagnostic) {
    let required = ["text", "per", "bound", "within"]
    let members = try node.members(allowing: required + ["ongoing", "over"], requiring: required)
    self.init(
      clause: clause, text: try members["text"]!.title("text", atMost: 300), per: try members["per"]!.choice("per"),
      bound: try Self.bound(members["bound"]!), within: try members["within"]!.choice("within"),
      over: try members["over"]?.choice("over") ?? .ask, ongoing: try members["ongoing"].flatMap(Self.ongoing))
  }

  /// Returns a bound, which may have the unit of a count, as those of plugins do: `1` or `1项`.
  private static func bound(_ node: YAMLNode) throws(Diagnostic) -> Int {
    let text = try node.text()
    if case .scalar(_, isPlain: true) = node.value, let number = Int(text) {
      guard (0...maximumBound).contains(number) else {
        throw node.fault(SettingFault.outOfRange(text, range: 0...maximumBound))
      }
      return number
    }
    guard let bound = try? Bound(text), bound.unit.measure == .count, let number = Int(exactly: bound.value),
      (0...maximumBound).contains(number)
    else { throw node.fault(SettingFault.notABound(text.printable(limit: 30), most: maximumBound)) }
    return number
  }

  private static func ongoing(_ node: YAMLNode) throws(Diagnostic) -> SubmissionLimit.Ongoing? {
    if let counts = try? node.flag() { return counts ? .all : nil }
    let text = try node.text()
    guard text == SubmissionLimit.Ongoing.overdue.rawValue else {
      throw node.fault(
        SettingFault.unknownValue(text.printable(limit: 30), setting: "ongoing", known: ["true", "false", "overdue"]))
    }
    return .overdue
  }
}
