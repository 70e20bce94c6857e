import KepingCore
import KepingPlugins

/// Enumerates the single changes of a program's checks that its tests should notice.
///
/// Each kind of check and quantity defines its own mutations; here these are applied to every component of a check, and the
/// enclosing checks are rebuilt around them.
struct Variants {
  let checks: Checks
  let locations: ProgramLocations
  /// The functions of the plugin, to which changed forms are added.
  let functions: ChangedFunctions
  private let context: MutationContext

  init(_ loaded: PluginProgram, _ functions: ChangedFunctions) {
    self.functions = functions
    checks = loaded.program.checks
    locations = loaded.locations
    context = MutationContext(checks: checks, schema: loaded.program.schema)
  }

  /// Returns the changes of a check and of its components.
  func of(_ id: CheckID) -> [Variant<CheckID>] {
    context.mutations(of: id).map { Variant($0, at: locations[id]) } + functionVariants(of: id)
      + checks.components(of: id).enumerated().flatMap { index, component -> [Variant<CheckID>] in
        func wrap(_ checks: inout Checks, _ changed: Component) -> CheckID {
          checks.add(checks.replacing(component: index, of: id, by: changed))
        }
        switch component {
        case .check(let child):
          let rest = checks.leavingOut(component: index, of: id).map { rest in
            Variant(change: .leavingOut(description(of: child)), location: locations[child]) { $0.add(rest) }
          }
          return [rest].compactMap(\.self) + of(child).map { $0.wrapped { wrap(&$0, .check($1)) } }
        case .quantity(let quantity): return of(quantity).map { $0.wrapped { wrap(&$0, .quantity($1)) } }
        }
      }
  }

  /// Returns the changes of a quantity and of its components.
  func of(_ id: QuantityID) -> [Variant<QuantityID>] {
    context.mutations(of: id).map { Variant($0, at: locations[id]) } + functionVariants(of: id) + componentVariants(of: id)
  }

  /// Returns the changes of a quantity's components.
  func componentVariants(of id: QuantityID) -> [Variant<QuantityID>] {
    checks.components(of: id).enumerated().flatMap { index, component -> [Variant<QuantityID>] in
      func wrap(_ checks: inout Checks, _ changed: Component) -> QuantityID {
        checks.add(checks.replacing(component: index, of: id, by: changed))
      }
      switch component {
      case .check(let check): return of(check).map { $0.wrapped { wrap(&$0, .check($1)) } }
      case .quantity(let part):
        let rest = checks.leavingOut(component: index, of: id).map { rest in
          Variant(change: .leavingOut(checks[part].label, of: checks[id].label), location: locations[id]) { $0.add(rest) }
        }
        return [rest].compactMap(\.self) + of(part).map { $0.wrapped { wrap(&$0, .quantity($1)) } }
      }
    }
  }

  /// Returns the description of a check, without the reason for its bound.
  func description(of id: CheckID) -> String { context.description(of: id) }
}
