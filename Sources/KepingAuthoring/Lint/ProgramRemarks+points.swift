import KepingCore
import KepingPlugins

extension ProgramRemarks {
  /// Returns a remark for each direction whose clauses lose their points where they do not apply, unless the direction states
  /// what becomes of these points.
  static func lostPoints(_ loaded: PluginProgram) -> [Diagnostic] {
    let program = loaded.program
    return program.directions.compactMap { direction in
      guard direction.notApplicable == nil else { return nil }
      let rewarded = Set(direction.criteria.compactMap(\.clause))
      let conditional = rewarded.sorted().map { direction.clauses[$0] }.filter { clause in
        clause.appliesWhen != nil && program.checks.outcomes(of: clause, in: program.schema).contains(.notApplicable)
      }.map(\.id)
      guard !conditional.isEmpty else { return nil }
      let location = loaded.locations[direction: direction.id]
      let names = conditional.prefix(5).joined(separator: ", ") + (conditional.count > 5 ? "…" : "")
      return remark(
        Diagnostic(
          path: location?.path ?? loaded.plugin.path, line: location?.line, code: "lost-points",
          Wording(
            "方向\(direction.id)的条款不适用时不计分：\(names)；请写明 not_applicable = \"lost\"，或 \"shared\"（由其余各项分担）",
            "clauses of the direction \(direction.id) lose their points where they do not apply: \(names); state not_applicable = 'lost', or 'shared' so that the other criteria share them"
          )))
    }
  }
}
