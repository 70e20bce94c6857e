import KepingCore
import KepingPlugins
import KepingPrograms

extension PluginProgram {
  /// Assesses an application for direction 1.1 of 2024.
  /// - Parameter members: the members of the JSON object after the ones that every application has; may be empty.
  public func assess(_ members: String) -> Assessment {
    let applicant = members.contains("\"applicant\":") ? "" : #","applicant":{"name":"示例公司（虚构）","kind":"enterprise"}"#
    let more = members.isEmpty ? "" : ",\(members)"
    let record = #"{"id":"A","year":2024,"direction":"1.1","title":"虚构项目"\#(applicant)\#(more)}"#
    var assessor = Assessor(self)
    return assessor.assess(Bytes(record.utf8))
  }
}

extension TemporaryPlugin {
  /// Assesses an application for the plugin's direction; see ``KepingPlugins/PluginProgram/assess(_:)``.
  public func assess(_ members: String) throws -> Assessment { try load().assess(members) }
}
