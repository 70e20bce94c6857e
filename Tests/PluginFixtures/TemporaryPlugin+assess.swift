import KepingCore
import KepingPlugins
import KepingPrograms

extension PluginProgram {
  /// Returns an application for direction 1.1 of 2024.
  /// - Parameter members: the members of the JSON object after the ones that every application has; may be empty.
  public static func application(_ members: String) -> Bytes {
    let applicant = members.contains("\"applicant\":") ? "" : #","applicant":{"name":"示例公司（虚构）","kind":"enterprise"}"#
    let more = members.isEmpty ? "" : ",\(members)"
    return Bytes(#"{"id":"A","year":2024,"direction":"1.1","title":"虚构项目"\#(applicant)\#(more)}"#.utf8)
  }

  /// Assesses an application for direction 1.1 of 2024; see ``application(_:)``.
  public func assess(_ members: String) -> Assessment {
    var assessor = Assessor(self)
    return assessor.assess(Self.application(members))
  }
}

extension TemporaryPlugin {
  /// Assesses an application for the plugin's direction; see ``KepingPlugins/PluginProgram/assess(_:)``.
  public func assess(_ members: String) throws -> Assessment { try load().assess(members) }
}

extension Assessment {
  /// The outcome and the message of the first clause.
  public var firstFinding: String? { findings.first.map { "\($0.outcome.rawValue) \($0.message)" } }

  /// The evidence of the first clause: each field with its value and requirement.
  public var firstEvidence: [String] {
    findings.first?.evidence.map { item in
      "\(item.field) \(item.value.json)" + (item.required.map { " \($0.text)" } ?? "")
    } ?? []
  }
}
