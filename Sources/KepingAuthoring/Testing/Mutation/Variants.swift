import KepingCore
import KepingPlugins

/// The changes of a program's checks, one at a time, that its tests should notice.
struct Variants {
  let checks: Checks
  let places: ProgramPlaces
  let schema: Schema

  init(_ loaded: PluginProgram) {
    checks = loaded.program.checks
    places = loaded.places
    schema = loaded.program.schema
  }

  /// The changes of a check and of all it is made of.
  func of(_ id: CheckID) -> [Variant<CheckID>] {
    switch checks[id] {
    case .all(let children):
      joint(id, children, .anyOf(children), "且", "或") + members(id, children) { Check.all($0) }
    case .anyOf(let children):
      joint(id, children, .all(children), "或", "且") + members(id, children) { Check.anyOf($0) }
    case .not(let child):
      [
        Variant(change: Wording("去掉“不是“\(words(child))””的“不是”", "do not turn '\(words(child))' round"), place: places[id]) {
          _ in child
        }
      ] + of(child).map { $0.within { $0.add(.not($1)) } }
    case .leftOpen(let child, let reason):
      [
        Variant(change: Wording("“\(words(child))”不再留待人工认定", "do not leave '\(words(child))' open"), place: places[id]) {
          _ in child
        }
      ] + of(child).map { $0.within { $0.add(.leftOpen($1, reason: reason)) } }
    case .compare, .compareQuantities: comparisons(id)
    case .isTrue, .given: [negated(id)]
    case .isOne, .within, .some, .none, .contains: fields(id)
    case .any(let match): lists(id, match)
    case .judged(let call, let label):
      [negated(id)] + of(call).map { $0.within { $0.add(.judged($1, label: label)) } }
    }
  }

  /// One check in the place of another.
  func instead(_ id: CheckID, _ check: Check, _ change: Wording) -> Variant<CheckID> {
    Variant(change: change, place: places[id]) { $0.add(check) }
  }

  func negated(_ id: CheckID) -> Variant<CheckID> { instead(id, .not(id), .negating(words(id))) }

  /// A check in words, without the reason for its bound.
  func words(_ id: CheckID) -> String {
    guard case .compare(let quantity, let comparison, let bound, _, let written) = checks[id] else {
      return checks.words(of: id)
    }
    return checks.words(of: .compare(quantity, comparison, bound, reason: nil, written: written))
  }

  private func joint(
    _ id: CheckID, _ children: [CheckID], _ other: Check, _ old: String, _ new: String
  ) -> [Variant<CheckID>] {
    guard children.count > 1 else { return [] }
    let parts = children.map { "“\(words($0))”" }.joined(separator: "、")
    let change = Wording("\(parts)之间的“\(old)”改为“\(new)”", "change '\(old)' between \(parts) to '\(new)'")
    return [instead(id, other, change)]
  }

  private func members(
    _ id: CheckID, _ children: [CheckID], _ whole: @escaping ([CheckID]) -> Check
  ) -> [Variant<CheckID>] {
    children.indices.flatMap { place in
      var variants: [Variant<CheckID>] = []
      if children.count > 1 {
        variants.append(
          Variant(change: .leavingOut(words(children[place])), place: places[children[place]]) { checks in
            var rest = children
            rest.remove(at: place)
            return checks.add(whole(rest))
          })
      }
      return variants
        + of(children[place]).map { variant in
          variant.within { checks, child in
            var changed = children
            changed[place] = child
            return checks.add(whole(changed))
          }
        }
    }
  }
}
