import KepingCore
import KepingPlugins
import KepingYAML

/// The settings of an administrator, as written in `Config/keping.yaml`.
///
/// The example imports `KepingCore` and `KepingPrograms`. It switches one program on and another off, and changes the bound of
/// a clause.
///
/// ```swift
/// let yaml = """
///   programs: { jili-2024: on, zhuji-2024: off }
///   bounds: { 4.1/condition/1: 80万元 }
///   """
/// var faults: [Diagnostic] = []
/// var configuration = Configuration(yaml, path: "Config/keping.yaml", faults: &faults)
/// if let fault = faults.first { throw fault }
/// try configuration.set("4.1/condition/1=90万元")
/// for (clause, bound) in configuration.bounds { print(clause, bound.value.text) }
/// // Prints "4.1/condition/1 90万元"
/// ```
public struct Configuration: Sendable {
  /// A value with its node, so that an error that is found later can still name the location.
  public struct Entry<Value: Sendable>: Sendable {
    /// The value.
    public let value: Value
    /// The key or value in the file at which errors are reported.
    public let node: YAMLNode
  }

  /// Whether each program is on, by id; a program without an entry is off.
  public internal(set) var programs: [String: Entry<Bool>] = [:]
  /// The settings of each program, by program id and setting name.
  public internal(set) var settings: [String: [String: Entry<SettingValue>]] = [:]
  /// The ids of project types and clauses whose separate notice has been issued.
  public internal(set) var notices: [Entry<String>] = []
  /// The submission windows of project types.
  public internal(set) var windows: [(projectType: String, window: Window, node: YAMLNode)] = []
  /// The weights by clause or criterion id, in the order of the file.
  public internal(set) var weights: [(id: String, weight: Entry<Double>)] = []
  /// The bounds by clause id, or by clause id and 1-based number of the bound, in the order of the file.
  public internal(set) var bounds: [(id: String, bound: Entry<Bound>)] = []
  /// The limits for plugins.
  public internal(set) var limits = Limits()

  /// Returns the position of a program in the file; one without an entry comes after all others.
  func position(of program: String) -> (line: Int, column: Int) {
    programs[program].map { ($0.node.line, $0.node.column) } ?? (.max, .max)
  }

  static let keys = ["programs", "settings", "notices", "windows", "weights", "bounds", "limits"]

  /// Creates a configuration that switches nothing on.
  public init() {}

  /// Parses a configuration.
  ///
  /// - Parameters:
  ///   - path: the file name for messages.
  ///   - faults: receives all errors, not just the first.
  public init(_ text: String, path: String, faults: inout [Diagnostic]) {
    do throws(Diagnostic) {
      let root = try YAMLFile.parse(text, path: path)
      for (key, value) in try root.members() {
        do throws(Diagnostic) { try readSection(key, value, &faults) } catch { faults.append(error) }
      }
    } catch {
      faults.append(error)
    }
  }

  private mutating func readSection(_ key: YAMLNode, _ value: YAMLNode, _ faults: inout [Diagnostic]) throws(Diagnostic) {
    switch try key.text() {
    case "programs":
      for (id, isOn) in try value.members() {
        collect(&faults) { () throws(Diagnostic) in programs[try id.text()] = Entry(value: try isOn.flag(), node: id) }
      }
    case "settings":
      for (id, members) in try value.members() {
        collect(&faults) { () throws(Diagnostic) in
          for (name, setting) in try members.members() {
            settings[try id.text(), default: [:]][try name.text()] = Entry(value: try SettingValue(setting), node: name)
          }
        }
      }
    case "notices":
      for element in try value.elements() {
        collect(&faults) { () throws(Diagnostic) in notices.append(Entry(value: try element.text(), node: element)) }
      }
    case "windows":
      for (type, window) in try value.members() {
        collect(&faults) { () throws(Diagnostic) in windows.append((try type.text(), try Window(window), type)) }
      }
    case "weights":
      for (id, weight) in try value.members() {
        collect(&faults) { () throws(Diagnostic) in
          weights.append((try id.text(), Entry(value: try weight.number(in: 0...1_000_000), node: id)))
        }
      }
    case "bounds":
      for (id, bound) in try value.members() {
        collect(&faults) { () throws(Diagnostic) in
          bounds.append((try id.text(), Entry(value: try Bound(bound), node: id)))
        }
      }
    case "limits":
      for (name, limit) in try value.members() {
        collect(&faults) { () throws(Diagnostic) in try limits.read(try name.text(), name, limit) }
      }
    case let name:
      throw key.fault(.unknownKey(name, known: Self.keys))
    }
  }

  /// Applies an assignment of `--set`, such as `4.1/condition/1=80万元`: a plain number is a weight, anything else a bound.
  ///
  /// - Throws: ``Diagnostic`` with code `invalid-set`, `out-of-range` or `invalid-bound`.
  public mutating func set(_ assignment: String) throws(Diagnostic) {
    let parts = assignment.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
      throw Diagnostic(.invalidAssignment)
    }
    let node = YAMLNode(value: .scalar(parts[1], isPlain: true), line: 1, column: 1, path: "--set \(assignment)")
    if let weight = Double(parts[1]) {
      guard weight.isFinite, (0...1_000_000).contains(weight) else {
        throw node.fault(.weightOutOfRange)
      }
      weights.removeAll { $0.id == parts[0] }
      weights.append((parts[0], Entry(value: weight, node: node)))
    } else {
      bounds.removeAll { $0.id == parts[0] }
      bounds.append((parts[0], Entry(value: try Bound(node), node: node)))
    }
  }
}

private func collect(_ faults: inout [Diagnostic], _ body: () throws(Diagnostic) -> Void) {
  do throws(Diagnostic) { try body() } catch { faults.append(error) }
}

extension Bound {
  fileprivate init(_ node: YAMLNode) throws(Diagnostic) {
    let text = try node.text()
    do {
      self = try Bound(text)
    } catch let error as Diagnostic {
      throw node.fault(error.code, error.wording)
    } catch {
      throw node.fault("invalid-bound", Wording("\(error)", "\(error)"))
    }
  }
}

extension Window {
  fileprivate init(_ node: YAMLNode) throws(Diagnostic) {
    let names = ["opens", "closes", "correctionCloses"]
    let members = try node.members(allowing: names)
    var times: [String: (time: Timestamp, text: String)] = [:]
    for name in names {
      guard let member = members[name] else { continue }
      let text = try member.text()
      guard let time = Timestamp(rfc3339: text.utf8) else {
        throw member.fault(.invalidTime)
      }
      times[name] = (time, text)
    }
    guard !times.isEmpty else {
      throw node.fault(.emptyWindow)
    }
    for (early, late) in [("opens", "closes"), ("closes", "correctionCloses"), ("opens", "correctionCloses")] {
      if let first = times[early], let second = times[late], second.time < first.time {
        throw members[late]!.fault(.windowOutOfOrder(late: late, early: early))
      }
    }
    self.init(
      opens: times["opens"]?.time, closes: times["closes"]?.time, correctionCloses: times["correctionCloses"]?.text,
      opensText: times["opens"]?.text ?? "", closesText: times["closes"]?.text ?? "")
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
    default:
      let known = ["loadInstructions", "loadSeconds", "instructions", "seconds", "memoryMegabytes", "killsInARow"]
      throw key.fault(.unknownKey(name, known: known))
    }
  }
}
