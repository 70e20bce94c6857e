import KepingCore
import KepingPlugins
import KepingYAML

extension Configuration {
  /// Reads a section of the file.
  mutating func readSection(_ key: YAMLNode, _ value: YAMLNode, _ faults: inout [Diagnostic]) throws(Diagnostic) {
    switch try key.text() {
    case "programs":
      for (id, isOn) in try value.members() {
        collect(&faults) { _ throws(Diagnostic) in programs[try id.text()] = Entry(value: try isOn.flag(), node: id) }
      }
    case "settings":
      for (id, members) in try value.members() {
        collect(&faults) { _ throws(Diagnostic) in
          for (name, setting) in try members.members() {
            settings[try id.text(), default: [:]][try name.text()] = Entry(value: try SettingValue(setting), node: name)
          }
        }
      }
    case "notices":
      for element in try value.elements() {
        collect(&faults) { faults throws(Diagnostic) in try readNotices(element, &faults) }
      }
    case "windows":
      try readKeys(value, isGroup: \.isGroupOfWindows, &faults) { configuration, key, node, value throws(Diagnostic) in
        configuration.windows.append((key, Entry(value: try Window(value), node: node)))
      }
    case "weights":
      try readKeys(value, isGroup: \.isGroup, &faults) { configuration, key, node, value throws(Diagnostic) in
        configuration.weights.append((key, Entry(value: try value.number(in: 0...1_000_000), node: node)))
      }
    case "bounds":
      try readKeys(value, isGroup: \.isGroup, &faults) { configuration, key, node, value throws(Diagnostic) in
        let bound = try Bound(ofClause: value)
        // Whether such a bound fits is known only with its clause; a fault is then reported at the value.
        configuration.bounds.append((key, Entry(value: bound, node: bound.unit.measure == .share ? value : node)))
      }
    case "plausible":
      if let money = try value.members(allowing: ["money"])["money"] { plausibleMoney = try money.amount() }
    case "limits":
      for (name, limit) in try value.members() {
        collect(&faults) { _ throws(Diagnostic) in try limits.read(try name.text(), name, limit) }
      }
    case "selection": selection = try SelectionSection(value, &faults)
    case "rulings":
      if let confirm = try value.members(allowing: ["confirm"])["confirm"] {
        rulingConfirmation = try confirm.choice("confirm")
      }
    case let name:
      throw key.fault(.unknownKey(name, known: Self.keys))
    }
  }

  /// Reads the members of a section whose keys may be grouped by program.
  ///
  /// - Parameters:
  ///   - isGroup: whether a value is a mapping of keys, so that its own key is the id of a program.
  ///   - read: reads the value of a key.
  private mutating func readKeys(
    _ section: YAMLNode, isGroup: (YAMLNode) -> Bool, _ faults: inout [Diagnostic],
    _ read: (inout Self, ConfigurationKey, _ node: YAMLNode, _ value: YAMLNode) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    for (node, value) in try section.members() {
      collect(&faults) { faults throws(Diagnostic) in
        let name = try node.text()
        guard isGroup(value) else { return try read(&self, ConfigurationKey(id: name), node, value) }
        groups.append(Entry(value: name, node: node))
        for (node, value) in try value.members() {
          collect(&faults) { _ throws(Diagnostic) in
            try read(&self, ConfigurationKey(program: name, id: try node.text()), node, value)
          }
        }
      }
    }
  }

  /// Reads an element of `notices`: an id, or lists of ids by program.
  private mutating func readNotices(_ element: YAMLNode, _ faults: inout [Diagnostic]) throws(Diagnostic) {
    guard element.isGroup else {
      notices.append(Entry(value: ConfigurationKey(id: try element.text()), node: element))
      return
    }
    for (program, ids) in try element.members() {
      let name = try program.text()
      groups.append(Entry(value: name, node: program))
      for id in try ids.elements() {
        collect(&faults) { _ throws(Diagnostic) in
          notices.append(Entry(value: ConfigurationKey(program: name, id: try id.text()), node: id))
        }
      }
    }
  }
}

extension Bound {
  /// Reads a bound such as `80万元`.
  ///
  /// - Throws: ``Diagnostic`` with code `invalid-bound`.
  init(_ node: YAMLNode) throws(Diagnostic) { try self.init(node, text: node.text()) }

  /// Reads a bound from a text of a node.
  ///
  /// - Throws: ``Diagnostic`` with code `invalid-bound`.
  init(_ node: YAMLNode, text: String) throws(Diagnostic) {
    do {
      self = CalendarDate.isLike(text) ? Bound(try CalendarDate(written: text)) : try Bound(text)
    } catch let error as Diagnostic {
      throw node.fault(error.code, error.wording)
    } catch {
      throw node.fault("invalid-bound", Wording("\(error)", "\(error)"))
    }
  }

  /// Reads a bound of a clause, which may be one of a ratio, such as `2:1` or `0.3`.
  ///
  /// - Throws: ``Diagnostic`` with code `invalid-bound`.
  init(ofClause node: YAMLNode) throws(Diagnostic) {
    do throws(Diagnostic) {
      try self.init(node)
    } catch {
      // The message about any other text is that of an ordinary bound.
      guard let ratio = try? Bound(share: node.text()) else { throw error }
      self = ratio
    }
  }
}

extension YAMLNode {
  /// Returns an amount of money above 0 with its unit, such as `100亿元`, in yuan.
  ///
  /// - Throws: ``Diagnostic`` with code `invalid-bound`, `wrong-unit` or `out-of-range`.
  fileprivate func amount() throws(Diagnostic) -> Double {
    let bound = try Bound(self)
    guard bound.unit.measure == .money else { throw fault(.notMoney(bound.text)) }
    guard bound.value > 0 else { throw fault(.amountOfZero) }
    return bound.value
  }
}

extension Limits {
  fileprivate mutating func read(_ name: String, _ key: YAMLNode, _ value: YAMLNode) throws(Diagnostic) {
    switch name {
    case "loadInstructions": loadInstructions = try value.integer(in: 1_000...1_000_000_000_000)
    case "loadSeconds": loadSeconds = try value.number(in: 0.01...3600)
    case "instructions": instructions = try value.integer(in: 1_000...1_000_000_000_000)
    case "seconds": seconds = try value.number(in: 0.01...3600)
    case "memoryMegabytes": memory = try value.integer(in: 1...16_384) << 20
    case "killsInARow": killsInARow = try value.integer(in: 1...1_000_000)
    case "fields": fields = try value.integer(in: 100...100_000)
    case "choices": choices = try value.integer(in: 1...1_000_000)
    case "nodes": nodes = try value.integer(in: 1...10_000_000)
    case "texts": texts = try value.integer(in: 1_000...1_000_000_000)
    case "hostMegabytes": hostMemory = try value.integer(in: 1...16_384) << 20
    case "isolateMegabytes": isolateMemory = try value.integer(in: 16...65_536) << 20
    default:
      let known = [
        "loadInstructions", "loadSeconds", "instructions", "seconds", "memoryMegabytes", "killsInARow", "fields", "choices",
        "nodes", "texts", "hostMegabytes", "isolateMegabytes",
      ]
      throw key.fault(.unknownKey(name, known: known))
    }
  }
}

extension Limits {
  /// The values as the configuration writes them, by the keys of its section `limits`.
  var written: [(key: String, value: SettingValue)] {
    func megabytes(_ bytes: Int) -> Double { Double(bytes) / Double(1 << 20) }
    let values = [
      ("loadInstructions", Double(loadInstructions)), ("loadSeconds", loadSeconds), ("instructions", Double(instructions)),
      ("seconds", seconds), ("memoryMegabytes", megabytes(memory)), ("killsInARow", Double(killsInARow)),
      ("fields", Double(fields)), ("choices", Double(choices)), ("nodes", Double(nodes)), ("texts", Double(texts)),
      ("hostMegabytes", megabytes(hostMemory)), ("isolateMegabytes", megabytes(isolateMemory)),
    ]
    return values.map { ($0.0, .number($0.1)) }
  }
}
