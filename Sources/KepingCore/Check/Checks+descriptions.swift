extension Checks {
  /// A check in a clerk's words: `经济效益不低于500万元`.
  public func description(of id: CheckID) -> String { description(of: self[id]) }

  /// A check that need not be among these, in words; what it is made of is.
  public func description(of check: Check) -> String { check.kind.description(in: self) }

  /// How a check joins its parts: `同时符合`; nil where it has none.
  public func groupLabel(of id: CheckID) -> String? { self[id].kind.groupLabel }

  /// What a check is about, in a few words; nil where none of its parts says so.
  public func topic(of id: CheckID) -> String? {
    let topics = descendants(of: id).compactMap { self[$0].kind.topic(in: self) }
    return (topics.first { !$0.isSecondary } ?? topics.first)?.text
  }

  /// How points are earned, in words: `1件起得六成，满6件得满分`.
  public func description(of grade: Grade) -> String {
    switch grade {
    case .outcome: return "符合即得满分"
    case .reach(let quantity, let from, let full):
      var start: Bytes = []
      start.append(from, in: full.unit)
      return "\(self[quantity].label)\(start.text)起得六成，满\(full.text)得满分，其间按比例"
    case .share(let parts): return "按符合的项数：" + parts.map { description(of: $0) }.joined(separator: "；")
    case .quantity(let quantity):
      guard case .computed(let call) = self[quantity].source else { return "按\(self[quantity].label)（0至1）" }
      return "按\(self[quantity].label)（0至1）" + description(of: call)
    }
  }

  /// What a function is given, in words.
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

  /// A part within another check: brackets where “且”, “或” and remarks would run into each other.
  func description(of part: CheckID, within outer: Linking) -> String {
    let inner = self[part].kind.linking
    return inner == .closed || inner == outer ? description(of: part) : "（\(description(of: part))）"
  }
}

extension Comparison {
  /// As a requirement says it, between a quantity and its bound.
  public var phrase: String {
    switch self {
    case .atLeast: "不低于"
    case .moreThan: "高于"
    case .atMost: "不超过"
    case .lessThan: "低于"
    }
  }
}
