extension Checks {
  /// A check in a clerk's words: `经济效益不低于500万元`.
  public func words(of id: CheckID) -> String { words(of: self[id]) }

  /// A check that need not be among these, in words; what it is made of is.
  public func words(of check: Check) -> String {
    switch check {
    case .compare(let quantity, let comparison, let bound, let reason, _):
      self[quantity].label + comparison.words + bound.text + (reason.map { "（\($0)）" } ?? "")
    case .compareQuantities(let left, let comparison, let right): self[left].label + comparison.words + self[right].label
    case .isTrue(let field): "\(field.label)为“是”"
    case .isOne(let field, let known): "\(field.label)为" + Self.list(known, of: field)
    case .within(let field, let prefix, let place): "\(field.label)在\(place)（\(prefix.text)开头）"
    case .given(let field): "已填写\(field.label)"
    case .some(let field): "有\(field.label)"
    case .none(let field): "没有\(field.label)"
    case .contains(let field, let known): "\(field.label)包括\(field.choices[known].label)"
    case .any(let match):
      (match.includesApplicant ? "申报单位与联合申报单位中有" : "有")
        + "\(match.label)（\(match.filters.map(Self.words).joined(separator: "，"))）"
    case .all(let children): children.map { words(of: $0, in: check) }.joined(separator: "，且")
    case .anyOf(let children): children.map { words(of: $0, in: check) }.joined(separator: "，或")
    case .not(let child): "不是“\(words(of: child))”"
    case .leftOpen(let child, let reason): "\(words(of: child))；不符合的留待人工认定（\(reason)）"
    case .judged(let call, let label): label + words(of: call)
    }
  }

  /// The checks that a check is made of; empty where it looks at the record itself.
  public func parts(of id: CheckID) -> [CheckID] {
    switch self[id] {
    case .all(let children), .anyOf(let children): children
    case .not(let child), .leftOpen(let child, _): [child]
    default: []
    }
  }

  /// How a check joins its parts: `同时符合`; nil where it has none.
  public func joint(of id: CheckID) -> String? {
    switch self[id] {
    case .all: "同时符合"
    case .anyOf: "符合其一"
    case .not: "不符合"
    case .leftOpen(_, let reason): "不符合的留待人工认定（\(reason)）"
    default: nil
    }
  }

  /// How points are earned, in words: `1件起得六成，满6件得满分`.
  public func words(of grade: Grade) -> String {
    switch grade {
    case .outcome: return "符合即得满分"
    case .reach(let quantity, let from, let full):
      var start: Bytes = []
      start.append(from, in: full.unit)
      return "\(self[quantity].label)\(start.text)起得六成，满\(full.text)得满分，其间按比例"
    case .share(let parts): return "按符合的项数：" + parts.map { words(of: $0) }.joined(separator: "；")
    case .quantity(let quantity):
      guard case .computed(let call) = self[quantity].source else { return "按\(self[quantity].label)（0至1）" }
      return "按\(self[quantity].label)（0至1）" + words(of: call)
    }
  }

  /// What a function is given, in words.
  public func words(of call: FunctionCall) -> String {
    let names = call.operands.map { operand in
      switch operand {
      case .quantity(let id): self[id].label
      case .check(let id): words(of: id)
      case .text(_, let label, _): label
      case .record: "整份申报书"
      }
    }
    return "（由插件函数按\(names.joined(separator: "、"))计算）"
  }

  /// A part within another: brackets where “且” and “或” would run into each other.
  private func words(of child: CheckID, in parent: Check) -> String {
    switch (parent, self[child]) {
    case (.all, .anyOf), (.anyOf, .all), (_, .leftOpen): "（\(words(of: child))）"
    default: words(of: child)
    }
  }

  private static func list(_ known: Set<Int>, of field: FieldReference) -> String {
    known.sorted().map { field.choices[$0].label }.joined(separator: "、") + (known.count > 1 ? "之一" : "")
  }

  private static func words(of filter: ListMatch.Filter) -> String {
    let label = filter.field.label
    return switch filter.wanted {
    case .known(let known): "\(label)为\(list(known, of: filter.field))"
    case .within(let prefix, let fallback): "\(label)以\(prefix.text)开头" + (fallback == nil ? "" : "，未填写的按申报单位")
    case .flag(let wanted): "\(label)为“\(wanted ? "是" : "否")”"
    }
  }
}

extension Comparison {
  /// As a requirement says it, between a quantity and its bound.
  public var words: String {
    switch self {
    case .atLeast: "不低于"
    case .moreThan: "高于"
    case .atMost: "不超过"
    case .lessThan: "低于"
    }
  }
}
