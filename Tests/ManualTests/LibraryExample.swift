import KepingCore
import KepingPlugins
import KepingPrograms
import SystemPackage

/// Returns the clauses that an application does not meet, each with its message, or the reason why it cannot be evaluated.
func reasons(against record: String, plugins: FilePath) throws -> [String] {
  var faults: [Diagnostic] = []
  let configuration = Configuration("programs: { jili-2024: on }", path: "keping.yaml", faults: &faults)
  let programs = Programs(try PluginFolder(plugins), configuration)
  if let fault = (faults + programs.configurationFaults + programs.pluginFaults).first { throw fault }
  var assessor = Assessor(programs)
  let assessment = assessor.assess(Bytes(record.utf8))
  if let failure = assessment.failure { return [failure.message] }
  return assessment.findings.filter { $0.outcome == .unmet }.map { "\($0.clause) \($0.message)" }
}
