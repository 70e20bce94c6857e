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
/// for (key, bound) in configuration.bounds { print(key, bound.value.text) }
/// // Prints "4.1/condition/1 90万元"
/// ```
public struct Configuration: Sendable {
  /// A value with its node, so that an error that is found later can still name the location.
  public struct Entry<Value: Sendable>: Sendable {
    /// The value.
    public let value: Value
    /// The key or value in the file at which errors are reported.
    public let node: YAMLNode
    /// Where the value is written.
    var origin = Origin.file
  }

  /// Where a value is written.
  enum Origin {
    /// In the file.
    case file
    /// In an assignment of `--set`, which replaces a value of the file.
    case assignment
    /// In an assignment of `--set` without a unit: a weight, unless the clause has a bound.
    case assignmentWithoutUnit
  }

  /// Whether each program is on, by id; a program without an entry is off.
  public internal(set) var programs: [String: Entry<Bool>] = [:]
  /// The settings of each program, by program id and setting name.
  public internal(set) var settings: [String: [String: Entry<SettingValue>]] = [:]
  /// The project types and clauses whose separate notice has been issued.
  public internal(set) var notices: [Entry<ConfigurationKey>] = []
  /// The submission windows of project types.
  public internal(set) var windows: [(projectType: ConfigurationKey, window: Entry<Window>)] = []
  /// The weights of criteria, in the order of the file.
  public internal(set) var weights: [(criterion: ConfigurationKey, weight: Entry<Double>)] = []
  /// The bounds of clauses, in the order of the file; the key may end with the 1-based number of the bound.
  public internal(set) var bounds: [(clause: ConfigurationKey, bound: Entry<Bound>)] = []
  /// The largest amount in yuan that is plausible; nil for ``Program/plausibleMoney``.
  public internal(set) var plausibleMoney: Double?
  /// The limits for plugins.
  public internal(set) var limits = Limits()
  /// The groups of the section `selection`, whose programs are not known yet, and the bureau's limits.
  var selection = SelectionSection()
  /// Which rulings need to be confirmed by a second person.
  public internal(set) var rulingConfirmation = RulingConfirmation.never
  /// The program ids under which keys are grouped.
  var groups: [Entry<String>] = []

  /// Returns the position of a program in the file; one without an entry comes after all others.
  func position(of program: String) -> (line: Int, column: Int) {
    programs[program].map { ($0.node.line, $0.node.column) } ?? (.max, .max)
  }

  static let keys = [
    "programs", "settings", "notices", "windows", "weights", "bounds", "plausible", "limits", "selection", "rulings",
  ]

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
        collect(&faults) { faults throws(Diagnostic) in try readSection(key, value, &faults) }
      }
    } catch {
      faults.append(error)
    }
  }

  /// Applies an assignment of `--set`, such as `4.1/condition/1=80万元`: a number without a unit is a weight, if the clause has
  /// no bound; `4.1/condition/1=权重30` always is one.
  ///
  /// - Throws: ``Diagnostic`` with code `invalid-set`, `out-of-range` or `invalid-bound`.
  public mutating func set(_ assignment: String) throws(Diagnostic) {
    let parts = assignment.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
      throw Diagnostic(.invalidAssignment)
    }
    let key = ConfigurationKey(assigned: parts[0])
    guard key.program != "", !key.id.isEmpty else {
      throw Diagnostic(.invalidAssignment)
    }
    let node = YAMLNode(value: .scalar(parts[1], isPlain: true), line: 1, column: 1, path: "--set \(assignment)")
    if let program = key.program { groups.append(Entry(value: program, node: node, origin: .assignment)) }
    let word = ["权重", "weight"].first { parts[1].hasPrefix($0) }
    let number = parts[1].dropFirst(word?.count ?? 0).drop { $0 == " " }
    if let weight = Double(number) {
      guard weight.isFinite, (0...1_000_000).contains(weight) else {
        throw node.fault(.weightOutOfRange)
      }
      weights.removeAll { $0.criterion == key }
      weights.append((key, Entry(value: weight, node: node, origin: word == nil ? .assignmentWithoutUnit : .assignment)))
    } else {
      let bound = Entry(value: try Bound(ofClause: node), node: node, origin: .assignment)
      bounds.removeAll { $0.clause == key }
      bounds.append((key, bound))
    }
  }
}

/// Calls a body and collects its error.
func collect(_ faults: inout [Diagnostic], _ body: (inout [Diagnostic]) throws(Diagnostic) -> Void) {
  do throws(Diagnostic) { try body(&faults) } catch { faults.append(error) }
}
