import KepingCore
import KepingPrograms
import PluginFixtures

/// A plugin with the directions 4.1 and 4.2 of one project type and 5.1 of another, in a temporary folder.
public struct LimitPlugin {
  private let plugin: TemporaryPlugin

  /// The condition of every direction; a record for which the function fails cannot be evaluated.
  private static let condition = """
    fields { state = count '状态' }
    local function works(state) if state == 9 then error '坏' end return state > 0 end
    local condition = condition { '可以申报', judge('可以', { state }, works), points = 1 }
    """

  /// Writes the plugin.
  /// - Parameters:
  ///   - outside: Lua outside of directions.
  ///   - inside: Lua in a direction, by the direction's id.
  public init(_ outside: String = "", inside: [String: String] = [:]) throws {
    let manifest = """
      id: demo
      version: 1.0.0
      api: 2
      year: 2024
      plan: { id: yanshi, ordinal: 计划一, title: 演示（虚构） }
      projectTypes:
        - { id: "4", title: 工业, directions: [{ id: "4.1", title: 冶炼 }, { id: "4.2", title: 加工 }] }
        - { id: "5", title: 社会, directions: [{ id: "5.1", title: 环保 }] }
      """
    var program = "\(Self.condition)\n\(outside)\n"
    for id in ["4.1", "4.2", "5.1"] { program += "direction { '\(id)', condition, \(inside[id] ?? "") }\n" }
    plugin = try TemporaryPlugin(program, manifest: manifest)
  }

  /// Loads the plugin, switched on or off.
  /// - Throws: ``Diagnostic`` if it has an error.
  public func programs(isOn: Bool = true) throws(Diagnostic) -> Programs {
    let (programs, faults) = try plugin.programs(isOn: isOn)
    if let fault = (faults + programs.pluginFaults).first { throw fault }
    return programs
  }

  /// An application for the plugin.
  public struct Application: Sendable {
    /// The id.
    public var id: String
    /// The id of the direction.
    public var direction = "4.1"
    /// The name of the applicant, and its credit code.
    public var applicant: (name: String, code: String?)
    /// The names and credit codes of the partners.
    public var partners: [(name: String, code: String?)] = []
    /// The name of the leader.
    public var leader: String?
    /// The id number of the leader.
    public var number: String?
    /// 1 for an application that passes, 0 for one that fails, and 9 for one that cannot be evaluated.
    public var state = 1

    /// Creates an application that passes.
    public init(
      _ id: String, _ direction: String = "4.1", by name: String = "示例公司（虚构）", code: String? = nil,
      partners: [(name: String, code: String?)] = [], leader: String? = nil, number: String? = nil, state: Int = 1
    ) {
      self.id = id
      self.direction = direction
      applicant = (name, code)
      self.partners = partners
      self.leader = leader
      self.number = number
      self.state = state
    }

    /// The application as JSON.
    public var json: String {
      func unit(_ unit: (name: String, code: String?)) -> String {
        "{\"name\":\"\(unit.name)\",\"kind\":\"enterprise\"" + (unit.code.map { ",\"creditCode\":\"\($0)\"" } ?? "") + "}"
      }
      let person = [leader.map { "\"name\":\"\($0)\"" }, number.map { "\"idNumber\":\"\($0)\"" }].compactMap { $0 }
      return """
        {"id":"\(id)","year":2024,"direction":"\(direction)","title":"虚构","applicant":\(unit(applicant)),\
        "partners":[\(partners.map(unit).joined(separator: ","))],"leader":{\(person.joined(separator: ","))},"state":\(state)}
        """
    }
  }
}

extension Array where Element == LimitPlugin.Application {
  /// The applications as JSON Lines.
  public var lines: Bytes { Bytes((map(\.json).joined(separator: "\n") + "\n").utf8) }
}
