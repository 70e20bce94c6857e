import KepingCore

extension ColumnPlan {
  /// Returns the mapping of each heading, in which a column with a weak name is unknown beside another one of its field.
  static func mappings(of headings: SheetHeadings, by lookup: FieldLookup) -> [Mapping] {
    let names = lookup.names
    var mappings: [Mapping] = []
    var strong: Set<FieldNames.Target> = []
    var weak: [(index: Int, target: FieldNames.Target)] = []
    var birthDates: [(index: Int, unit: Unit?)] = []
    var hasBirthYear = false
    var unknownCount = 0
    for heading in headings.columns {
      var mapping = lookup.mapping(of: heading)
      // Only the first 50 unknown columns get a suggestion, because nobody reads more.
      if mapping.isUnknown, unknownCount < 50 {
        unknownCount += 1
        mapping = mapping.suggesting(lookup.nearestLabel(to: heading.text))
      }
      if case .target(let target, _) = mapping, let node = target.node, names.hasWeakNames(node) {
        let texts = heading.groups.indices.map { (heading.groups[$0...] + [heading.text]).joined() } + [heading.text]
        if names.yields(texts, of: node) {
          weak.append((mappings.count, target))
        } else {
          strong.insert(target)
        }
      }
      if case .target(.field(let node), let unit) = mapping, node == names.birth?.year {
        if FieldNames.speaksOfBirthDate(heading.text) {
          birthDates.append((mappings.count, unit))
        } else {
          hasBirthYear = true
        }
      }
      mappings.append(mapping)
    }
    // A date of birth beside the year of birth is no second year, also for a program that does not read the date.
    if hasBirthYear, let birth = names.birth {
      for (index, unit) in birthDates { mappings[index] = .target(.field(birth.date), unit) }
    }
    for (index, target) in weak where strong.contains(target) { mappings[index] = .unknown(nearest: nil) }
    return mappings
  }

  /// Returns the mapping of a column by its text and its groups, without a suggestion.
  static func mapping(of heading: SheetHeadings.Column, by lookup: FieldLookup) -> Mapping {
    let names = lookup.names
    // The fullest name first, because the groups above a column may be part of its name.
    let texts = heading.groups + [heading.text]
    for (start, dropped) in texts.indices.map({ ($0, texts[..<$0]) }) {
      guard let (parsed, found) = lookup.match(texts[start...].joined()) else { continue }
      let target = (try? found.get()) ?? found.fault.map { .field($0.node) }
      if let group = dropped.first(where: { !names.allows($0, over: target) }) {
        return mapping(of: heading, underUnrelatedGroup: group, target: target, names: names)
      }
      switch found {
      case .success(let target):
        let unit = parsed.unit ?? dropped.lazy.compactMap { Heading($0).unit }.last
        return checkedMapping(to: target, unit: unit, heading: parsed, names: names)
      case .failure(let fault):
        let path = names.schema.nodes[fault.node].path
        let label = names.schema.nodes[fault.node].field.label
        switch fault.reason {
        case .missingYear:
          return .unusable(path: path, node: fault.node, reason: "列名没有注明年度，请写作“\(label)2023（万元）”之类")
        case .ambiguous:
          return .unusable(path: path, node: fault.node, reason: "列名“\(heading.text)”可指几个字段，请写字段名，如“\(path)”")
        }
      }
    }
    for group in heading.groups.reversed() {
      // For example 行业 under 标准, or 姓名 under 负责人.
      let others = heading.groups.filter { $0 != group }
      if let (parsed, found) = lookup.match(heading.text + group), case .success(let target) = found {
        if let other = others.first(where: { !names.allows($0, over: target) }) {
          return mapping(of: heading, underUnrelatedGroup: other, target: target, names: names)
        }
        return checkedMapping(
          to: target, unit: Heading(heading.text).unit ?? Heading(group).unit ?? parsed.unit, heading: parsed, names: names)
      }
      for parsed in Heading.readings(of: heading.text) where !parsed.hasBareUnit {
        let groups = Heading.readings(of: group).map(\.key)
        guard let node = groups.lazy.compactMap({ names.member(parsed.key, of: $0) }).first else { continue }
        if let other = others.first(where: { !names.allows($0, over: .field(node)) }) {
          return mapping(of: heading, underUnrelatedGroup: other, target: .field(node), names: names)
        }
        return checkedMapping(to: .field(node), unit: parsed.unit, heading: parsed, names: names)
      }
    }
    if let tally = names.possibleTally(of: heading.text, under: heading.groups) { return .possibleCount(tally, nearest: nil) }
    return .unknown(nearest: nil)
  }

  /// Returns the mapping of a column under a group that may mean something else.
  ///
  /// A field of a tally is unusable, because a count that is not read is taken as 0.
  private static func mapping(
    of heading: SheetHeadings.Column, underUnrelatedGroup group: String, target: FieldNames.Target?, names: FieldNames
  ) -> Mapping {
    guard let node = target?.field, names.schema.nodes[node].tally != nil else { return .unrelatedGroup(group) }
    let reason = "列“\(heading.text.prefix(60))”在“\(group.prefix(60))”之下，不知是否为同一内容"
    return .unusable(path: names.schema.nodes[node].path, node: node, reason: reason)
  }

  /// Returns the mapping to a target, which is unusable if the unit does not fit the type of the field.
  private static func checkedMapping(to target: FieldNames.Target, unit: Unit?, heading: Heading, names: FieldNames)
    -> Mapping
  {
    guard let field = target.field, let node = target.node else { return .target(target, unit) }
    let measure: Measure =
      switch names.schema.nodes[field].field.type {
      case .money, .yearlyMoney: .money
      case .count, .year: .count
      case .percent: .percent
      default: .plain
      }
    if let unit, unit.measure != measure {
      let label = names.schema.nodes[field].field.label
      let expected = measure == .money ? "应为金额单位，如（万元）" : measure == .count ? "应为数量" : measure == .percent ? "应为（%）" : "不带单位"
      let path = names.path(target) ?? names.schema.nodes[node].path
      return .unusable(path: path, node: node, reason: "列名的单位“\(unit.name)”不合，\(label)\(expected)")
    }
    // A heading in ASCII is a path or field name of the JSON format, whose amounts are in yuan.
    let isOwnName = heading.key.utf8.count == heading.key.count
    return .target(target, unit ?? (isOwnName ? Unit.all.first { $0.name == "元" } : nil))
  }
}

extension ColumnPlan.Mapping {
  /// Whether no field has the name of the column.
  fileprivate var isUnknown: Bool {
    switch self {
    case .unknown, .possibleCount: true
    case .target, .unusable, .unrelatedGroup: false
    }
  }

  /// Returns the mapping of an unknown column with the label of a similar field.
  fileprivate func suggesting(_ label: String?) -> Self {
    switch self {
    case .unknown: .unknown(nearest: label)
    case .possibleCount(let tally, _): .possibleCount(tally, nearest: label)
    case .target, .unusable, .unrelatedGroup: self
    }
  }
}

extension Result<FieldNames.Target, FieldNames.TargetFault> {
  /// The error of a failure; nil for a success.
  fileprivate var fault: FieldNames.TargetFault? {
    if case .failure(let fault) = self { fault } else { nil }
  }
}
