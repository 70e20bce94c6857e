import KepingCore

extension Limits {
  /// The limits that are whole numbers, in the order of a frame.
  static let integers: [any WritableKeyPath<Limits, Int> & Sendable] = [
    \.loadInstructions, \.instructions, \.memory, \.killsInARow, \.fields, \.choices, \.nodes, \.texts, \.hostMemory,
    \.isolateMemory,
  ]
  /// The other limits, in the order of a frame.
  static let numbers: [any WritableKeyPath<Limits, Double> & Sendable] = [\.loadSeconds, \.seconds]
}

/// What an isolated child needs of a plugin beside its source.
struct IsolatedPlugin {
  var plugin: Plugin
  var settings: [String: SettingValue]
  var limits: Limits
}

extension FrameWriter {
  mutating func append(_ content: IsolatedPlugin) {
    let manifest = content.plugin.manifest
    append(content.plugin.path)
    append(count: manifest.api)
    append(manifest.reference.id)
    append(manifest.reference.version)
    append(manifest.path)
    append(count: manifest.year)
    append(manifest.plan)
    append(count: content.settings.count)
    for (name, value) in content.settings {
      append(name)
      switch value {
      case .flag(let flag):
        append(true)
        append(flag)
      case .number(let number):
        append(false)
        append(number)
      }
    }
    for limit in Limits.integers { append(Int64(content.limits[keyPath: limit])) }
    for limit in Limits.numbers { append(content.limits[keyPath: limit]) }
  }

  private mutating func append(_ plan: Plan) {
    append(plan.id)
    append(plan.ordinal)
    append(plan.title)
    append(count: plan.projectTypes.count)
    for type in plan.projectTypes {
      append(type.id)
      append(type.title)
      append(count: type.directions.count)
      for heading in type.directions {
        append(heading.id)
        append(heading.title)
      }
    }
  }
}

extension FrameReader {
  mutating func isolatedPlugin() throws(Fault) -> IsolatedPlugin {
    let folder = try text()
    let api = Int(try uint32())
    let id = try text()
    let reference = ProgramReference(id: id, version: try text())
    let path = try text()
    let year = Int(try uint32())
    let manifest = Manifest(api: api, reference: reference, year: year, plan: try plan(), path: path)
    var settings: [String: SettingValue] = [:]
    for _ in 0..<(try count(size: 6)) {
      let name = try text()
      settings[name] = try truth() ? .flag(try truth()) : .number(try number())
    }
    var limits = Limits()
    for limit in Limits.integers { limits[keyPath: limit] = Int(try integer()) }
    for limit in Limits.numbers { limits[keyPath: limit] = try number() }
    return IsolatedPlugin(plugin: Plugin(unread: folder, manifest), settings: settings, limits: limits)
  }

  private mutating func plan() throws(Fault) -> Plan {
    let id = try text()
    let ordinal = try text()
    let title = try text()
    var types: [ProjectType] = []
    for _ in 0..<(try count(size: 12)) {
      let type = try text()
      let title = try text()
      var headings: [DirectionHeading] = []
      for _ in 0..<(try count(size: 8)) {
        let heading = try text()
        headings.append(DirectionHeading(id: heading, title: try text()))
      }
      types.append(ProjectType(id: type, title: title, directions: headings))
    }
    return Plan(id: id, ordinal: ordinal, title: title, projectTypes: types)
  }
}
