import KepingCore
import KepingPlugins

/// A small change to one direction: a deliberate mistake that the plugin's tests should notice.
///
/// Mutation testing applies one mutant at a time to a copy of the program. If all cases still pass, no case checks the changed
/// part, and the mutant is reported as a ``MutationReport/Survivor``. A mutant is a ``Variant`` of some check or grade together
/// with the clause or criterion that it changes.
struct Mutant {
  /// The id of the changed clause or criterion.
  let clause: String
  /// The description of the change, unique within its clause.
  let change: Wording
  let location: SourceLocation
  /// Applies the change to the program's checks and the direction.
  let apply: (inout Checks, inout Direction) -> Void

  /// Returns every change of a direction, each with a description that is unique within its clause.
  static func all(of direction: Direction, _ loaded: PluginProgram, _ functions: ChangedFunctions) -> [Mutant] {
    let variants = Variants(loaded, functions)
    var mutants: [Mutant] = []
    for (index, clause) in direction.clauses.enumerated() {
      for variant in clause.check.map(variants.of) ?? [] {
        mutants.append(Mutant(clause.id, variant) { $0.clauses[index].check = $1 })
      }
      if let condition = clause.appliesWhen {
        let written = loaded.locations[condition]
        let negated = Variant(change: .negating(variants.description(of: condition)), location: written) {
          $0.add(.not(NotCheck(condition)))
        }
        let parts = variants.of(condition)
        // The variants of a single field already include its negation.
        let conditions = parts.contains { $0.change == negated.change } ? parts : [negated] + parts
        for variant in conditions.map({ $0.inContext("适用条件", "applies_when") }) {
          mutants.append(Mutant(clause.id, variant) { $0.clauses[index].appliesWhen = $1 })
        }
        let always = Variant<CheckID?>(change: Wording("去掉适用条件", "leave out applies_when"), location: written) { _ in nil }
        mutants.append(Mutant(clause.id, always) { $0.clauses[index].appliesWhen = $1 })
      }
    }
    for (index, criterion) in direction.criteria.enumerated() {
      let written = loaded.locations[clause: criterion.id] ?? loaded.locations[direction: direction.id]
      for variant in variants.of(criterion, writtenAt: written ?? loaded.location(ofClause: criterion.id)) {
        mutants.append(Mutant(criterion.id, variant) { $0.criteria[index].grade = $1 })
      }
    }
    return numbered(mutants)
  }

  private init<Part>(_ clause: String, _ variant: Variant<Part>, _ replace: @escaping (inout Direction, Part) -> Void) {
    self.init(clause: clause, change: variant.change, location: variant.location) { checks, direction in
      replace(&direction, variant.build(&checks))
    }
  }

  private init(
    clause: String, change: Wording, location: SourceLocation, apply: @escaping (inout Checks, inout Direction) -> Void
  ) {
    self.clause = clause
    self.change = change
    self.location = location
    self.apply = apply
  }

  /// Returns a program with the change and only one direction.
  func applied(to program: Program, _ direction: Direction) -> CompiledProgram {
    var program = program
    var changed = direction
    apply(&program.checks, &changed)
    program.directions = [changed]
    return CompiledProgram(program, for: .values, only: 0)
  }

  /// Numbers changes with equal descriptions, since a clause may contain the same check twice.
  private static func numbered(_ mutants: [Mutant]) -> [Mutant] {
    var counts: [String: Int] = [:]
    return mutants.map { mutant in
      let count = counts["\(mutant.clause)\n\(mutant.change.chinese)", default: 0] + 1
      counts["\(mutant.clause)\n\(mutant.change.chinese)"] = count
      guard count > 1 else { return mutant }
      let change = Wording("\(mutant.change.chinese)（第\(count)处）", "\(mutant.change.english) (place \(count))")
      return Mutant(clause: mutant.clause, change: change, location: mutant.location, apply: mutant.apply)
    }
  }
}
