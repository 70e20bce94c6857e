/// What a clause says about figures: its bounds with their comparisons, and the words of everything that it reads.
///
/// An author's tools compare it with the figures in the quote of the clause.
public struct StatedFigures: Sendable {
  /// A bound as written in the plugin.
  public struct Stated: Sendable {
    /// The bound.
    public let bound: Bound
    /// The comparison, with the bound on the right side; nil if it is not known which side is meant.
    public let comparison: Comparison?
    /// The reason why the bound does not appear in the quote; nil if none is given.
    public let reason: String?
  }

  /// The bounds of the check and of `applies_when`, each as often as it is written.
  public internal(set) var bounds: [Stated] = []
  /// The bounds of the grade.
  public internal(set) var gradeBounds: [Bound] = []
  /// The labels of fields, quantities and functions, the chosen values, and the reasons.
  public internal(set) var words: [String] = []
  /// The labels of the values of choices and tallies that the clause asks for.
  public internal(set) var choices: [String] = []
  /// The years whose amounts the clause reads.
  public internal(set) var years: Set<Int> = []
  /// Whether the clause compares two quantities or two days with each other.
  public internal(set) var comparesValues = false
}

extension Checks {
  /// Returns what a clause says about figures.
  /// - Parameters:
  ///   - clause: the clause.
  ///   - grade: the grade of the criterion that rewards the clause, or nil.
  ///   - schema: the schema of the program's records.
  public func statedFigures(of clause: Clause, grade: Grade?, schema: Schema) -> StatedFigures {
    var reader = FigureReader(checks: self, schema: schema)
    for case var check? in [clause.check, clause.appliesWhen] { reader.visit(&check) }
    if let grade {
      reader.isGrade = true
      grade.visit(&reader)
      reader.addMarks(of: grade)
    }
    return reader.figures
  }
}

/// Collects the bounds, labels and choices of checks and quantities, including those of their parts.
private struct FigureReader: PartVisitor {
  let checks: Checks
  let schema: Schema
  var figures = StatedFigures()
  /// Whether the visited checks and quantities belong to the grade.
  var isGrade = false
  /// The comparison of the bound that is visited next.
  private var comparison: Comparison?
  /// Whether a check around the visited one is negated or only selects what another one applies to.
  private var isReversed = false

  init(checks: Checks, schema: Schema) {
    self.checks = checks
    self.schema = schema
  }

  mutating func visit(_ id: inout CheckID) {
    let outer = isReversed
    switch checks[id] {
    case .compare(let check): comparison = check.comparison
    case .compareSpan(let check):
      comparison = check.comparison
      // The fixed days of a span are parts of its quantity, which passes no bounds for them.
      if case .span(let span) = checks[check.quantity].source {
        for day in span.fixedDays { add(day, nil, reason: check.reason) }
      }
    case .compareDates(let check):
      comparison = check.comparison
      if check.other.day == nil { figures.comparesValues = true }
    case .compareQuantities: figures.comparesValues = true
    case .isOne(let check): choose(check.field, check.known)
    case .contains(let check): choose(check.field, [check.known])
    case .any(let match): add(match)
    case .every(let check): add(check.match)
    case .not: isReversed = true
    case .leftOpen(let check): figures.words.append(check.reason)
    case .judged(let check): figures.words.append(check.label)
    case .isTrue, .within, .given, .some, .none, .all, .anyOf, .tiered: break
    }
    switch checks[id] {
    case .any, .every: break
    default: checks.visit(id, &self)
    }
    comparison = nil
    isReversed = outer
  }

  mutating func visit(_ id: inout QuantityID, in unit: AskedUnit) {
    let outer = comparison
    comparison = nil
    let quantity = checks[id]
    figures.words.append(quantity.label)
    switch quantity.source {
    case .elements(let elements): add(elements.match)
    case .tally(let slots, _): figures.choices += slots.map { schema.label(ofSlot: $0) }
    default: checks.visit(id, &self)
    }
    comparison = outer
  }

  mutating func visit(_ call: inout FunctionCall) { call.visitOperands(&self) }

  mutating func visit(_ bound: inout Bound, reason: String?) { add(bound, comparison, reason: reason) }

  mutating func visit(_ part: RecordPart) {
    switch part {
    case .slot(let slot), .number(let slot), .text(_, let slot): figures.words.append(schema.label(ofSlot: slot))
    case .year(let year, let slot):
      figures.years.insert(year)
      figures.words.append(schema.label(ofSlot: slot))
    case .elements, .elementNumber, .wholeRecord: break
    }
  }

  /// Adds the bounds that a grade itself has.
  mutating func addMarks(of grade: Grade) {
    switch grade {
    case .reach(_, _, let full): figures.gradeBounds.append(full)
    case .linear(_, let from, let full): figures.gradeBounds += [from, full]
    case .tiered(let tiers, let otherwise):
      for tier in tiers { addMarks(of: tier.grade) }
      addMarks(of: otherwise)
    case .outcome, .share, .quantity: break
    }
  }

  private mutating func add(_ bound: Bound, _ comparison: Comparison?, reason: String?) {
    if let reason { figures.words.append(reason) }
    if isGrade {
      figures.gradeBounds.append(bound)
    } else {
      figures.bounds.append(StatedFigures.Stated(bound: bound, comparison: isReversed ? nil : comparison, reason: reason))
    }
  }

  private mutating func add(_ match: ListMatch) {
    figures.words += [match.label, match.list.label]
    for filter in match.filters {
      figures.words.append(filter.field.label)
      switch filter.wanted {
      case .known(let known): choose(filter.field, known)
      case .texts(let texts): figures.choices += texts
      case .number(let wanted), .date(let wanted): add(wanted.bound, wanted.comparison, reason: wanted.reason)
      case .within, .flag: break
      }
    }
  }

  private mutating func choose(_ field: FieldReference, _ known: Set<Int>) {
    figures.words.append(field.label)
    figures.choices += known.sorted().compactMap { field.choices.indices.contains($0) ? field.choices[$0].label : nil }
  }
}
