extension Checks {
  /// Returns a description of a check for clerks: `经济效益不低于500万元`.
  public func description(of id: CheckID) -> String { description(of: self[id]) }

  /// Returns a description of a check that need not have been added; its parts must have been added.
  public func description(of check: Check) -> String { check.kind.description(in: self) }

  /// Returns the heading for the checks that a check combines: `同时符合`; nil if it combines none.
  public func groupLabel(of id: CheckID) -> String? { self[id].kind.groupLabel }

  /// Returns a short name of the quantity or field that a check tests, or nil if none of its parts has one.
  public func topic(of id: CheckID) -> String? {
    let topics = descendants(of: id).compactMap { self[$0].kind.topic(in: self) }
    return (topics.first { !$0.isSecondary } ?? topics.first)?.text
  }

  /// Returns a description of how points are earned: `1件起得六成，满6件得满分`.
  public func description(of grade: Grade) -> String {
    switch grade {
    case .outcome: return "符合即得满分"
    case .reach(let quantity, let from, let full):
      var start: Bytes = []
      start.append(from, in: full.unit)
      return "\(self[quantity].label)\(start.text)起得六成，满\(full.text)得满分，其间按比例"
    case .linear(let quantity, let from, let full): return "\(self[quantity].label)\(from.text)得零分，\(full.text)得满分，其间按比例"
    case .share(let parts): return "按符合的项数：" + parts.map { description(of: $0) }.joined(separator: "；")
    case .tiered(let tiers, let otherwise):
      let parts = tiers.map { "\(description(of: $0.when))的，\(description(of: $0.grade))" }
      return (parts + ["其他情形，\(description(of: otherwise))"]).joined(separator: "；")
    case .quantity(let quantity):
      guard case .computed(let call) = self[quantity].source else { return "按\(self[quantity].label)（0至1）" }
      return "按\(self[quantity].label)（0至1）" + description(of: call)
    }
  }

  /// Returns a description of the operands of a plugin's function.
  public func description(of call: FunctionCall) -> String {
    let names = call.operands.map { operand in
      switch operand {
      case .quantity(let id): self[id].label
      case .check(let id): description(of: id)
      case .text(_, let label, _): label
      case .record: "整份申报书"
      }
    }
    return "（由插件函数按\(names.joined(separator: "、"))计算）"
  }

  /// Returns the description of a part of another check, in brackets if “且”, “或” or a remark would be ambiguous without them.
  func description(of part: CheckID, within outer: Linking) -> String {
    let inner = self[part].kind.linking
    return inner == .closed || inner == outer ? description(of: part) : "（\(description(of: part))）"
  }
}

extension Comparison {
  /// The comparison as a requirement words it, between a quantity and its bound.
  public var phrase: String {
    switch self {
    case .atLeast: "不低于"
    case .moreThan: "高于"
    case .atMost: "不超过"
    case .lessThan: "低于"
    }
  }
}
