import KepingCore
import KepingPlugins
import KepingPrograms
import SystemPackage

/// Checks the applications in a plugin's `examples/` against its program, and evaluates them, so that mistakes in functions show.
enum ExampleCheck {
  /// Returns the faults of the examples, and a remark for each direction without an example.
  static func findings(_ loaded: PluginProgram) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var seen: Set<String> = []
    let plugin = loaded.plugin
    var files: [FilePath] = []
    do throws(Diagnostic) { files = try plugin.files(in: "examples", endingIn: ".json") } catch { findings.append(error) }
    for file in files {
      let path = plugin.displayPath(of: file)
      do throws(Diagnostic) {
        let bytes = try plugin.read(file)
        for application in try applications(bytes, path) {
          if let failure = failure(of: application, loaded) { findings.append(failure) }
          for fault in faults(of: application, loaded, seen: &seen) {
            let id = application.text(ofMember: "id")?.printable(limit: 60) ?? "?"
            findings.append(
              Diagnostic(
                path: path, code: "invalid-example",
                Wording("示例“\(id)”：\(fault.chinese)", "the example '\(id)': \(fault.english)")))
          }
        }
      } catch {
        findings.append(error)
      }
    }
    for (_, heading) in plugin.manifest.directions where !seen.contains(heading.id) {
      findings.append(
        ProgramRemarks.manifestRemark(
          in: plugin, "no-example",
          Wording("examples/ 中没有方向“\(heading.id)”的申报书", "examples/ has no application for the direction '\(heading.id)'"),
          direction: heading.id))
    }
    return findings
  }

  /// Parses a JSON array of applications.
  /// - Throws: ``Diagnostic`` with code `invalid-example`.
  private static func applications(_ bytes: Bytes, _ path: String) throws(Diagnostic) -> [JSONValue] {
    do throws(JSONFault) {
      if case .list(let applications) = try JSONValue(bytes) { return applications }
    } catch {
      let before = bytes[..<min(error.offset, bytes.count)]
      let line = before.count { $0 == 0x0A } + 1
      let column = before.reversed().prefix { $0 != 0x0A }.count { $0 & 0xC0 != 0x80 } + 1
      throw Diagnostic(path: path, line: line, column: column, code: "invalid-example", error.wording)
    }
    throw Plugin.malformedExamples(path)
  }

  /// Returns the failure of a function of the plugin for an example; nil if there is none.
  private static func failure(of application: JSONValue, _ loaded: PluginProgram) -> Diagnostic? {
    var assessor = Assessor(loaded)
    guard let failure = assessor.assess(application.bytes).failure, failure.plugin != nil, let file = failure.file else {
      return nil
    }
    let id = application.text(ofMember: "id")?.printable(limit: 60) ?? "?"
    return Diagnostic(
      path: loaded.plugin.path(ofChunk: file), line: failure.line, code: failure.code.rawValue,
      Wording("示例“\(id)”：\(failure.message)", "the example '\(id)': \(failure.message)"))
  }

  /// Returns the faults of an example, and inserts the direction of an admitted one into `seen`.
  private static func faults(of application: JSONValue, _ loaded: PluginProgram, seen: inout Set<String>) -> [Wording] {
    var assessor = Assessor(loaded)
    switch assessor.admit(application.bytes) {
    case .admitted(let record, _):
      seen.insert(record.direction)
      return record.unknownFields.map { Wording($0.message, $0.message) }
    case .refused(let failure, let problems):
      let faults = problems.filter { $0.code == .invalidRecord }
      if !faults.isEmpty { return faults.map { Wording($0.message, $0.message) } }
      guard failure.code == .noProgram || failure.code == .unknownDirection, let (year, given) = assessor.lastAddress else {
        return [Wording(failure.message, failure.message)]
      }
      let direction = given.printable(limit: 60)
      return [
        Wording(
          "\(year)年度的方向“\(direction)”不是本专项的方向",
          "this program has no direction '\(direction)' in \(year)")
      ]
    }
  }
}
