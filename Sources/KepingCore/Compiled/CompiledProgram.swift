/// A program in the form in which it is evaluated: its checks as arrays of plain numbers, and its texts already serialized.
///
/// Each check and quantity has the same index as in the program's ``Checks``. Every thread needs its own compiled program,
/// because threads that share one slow each other down when they update its reference count.
public final class CompiledProgram: Sendable {
  /// The program that was compiled.
  public let program: Program
  let layout: SchemaLayout
  /// The layout of the host's fields in the program's words; nil if these are the words of the host.
  let hostLayout: SchemaLayout?
  let quantities: [CompiledQuantity]
  let checks: [CompiledCheck]
  let matches: [CompiledMatch]
  let filters: [CompiledFilter]
  /// The comparisons of days, to which checks of the kind ``CompiledCheck/Kind/compareDates`` refer.
  let dates: [CompiledDates]
  /// The spans, to which quantities of the kind ``CompiledQuantity/Kind/span`` refer.
  let spans: [CompiledSpan]
  let operands: [CompiledOperand]
  let directions: [CompiledDirection]
  let findings: [CompiledFinding]
  /// The criteria of grades that depend on the kind of applicant, one for each tier.
  let tierCriteria: [CompiledCriterion]
  /// Slots, and indices of quantities and checks; compiled quantities, checks and criteria refer to ranges of this array.
  let lists: [Int32]
  /// The numbers of exact calculations.
  let exact: CompiledExact
  /// Whether sums are exact in decimals, and results of functions are rounded to 12 digits.
  let calculatesInDecimals: Bool
  /// Whether the message of a check by a function names the figures that the function was given.
  let namesOperands: Bool
  /// The fields whose values the host examines in every record.
  let examined: ExaminedFields
  /// The largest amount in yuan that is plausible.
  let plausibleMoney: Double
  /// Sets of known values as bits: bit `n + 1` represents the choice with index `n`, and bit 0 all values that are not choices.
  let masks: [UInt64]
  /// Prepared answers of checks of flags and choices.
  let answers: [CompiledAnswer]
  /// The prefixes of division codes, one after the other.
  let prefixes: Bytes
  /// The texts as JSON; empty if the program is compiled for values.
  let texts: Vectors
  /// The texts as values; empty if the program is compiled for JSON.
  let values: CompiledValues
  let messages: CompiledMessages

  /// Compiles a program.
  /// - Parameters:
  ///   - program: the program to compile.
  ///   - form: the form of its texts.
  ///   - only: the index of the only direction that will be evaluated; nil for all.
  ///   - other: another compiled form of the same program on the same thread, whose layout is shared.
  package init(_ program: Program, for form: CompiledForm, only: Int? = nil, beside other: CompiledProgram? = nil) {
    var compiler = ProgramCompiler(program, form)
    messages = CompiledMessages(&compiler)
    compiler.compile(only: only)
    examined = compiler.examinedFields()
    plausibleMoney = program.plausibleMoney
    self.program = program
    layout = other?.layout ?? SchemaLayout(program.schema)
    hostLayout = other == nil ? program.schema.hostInOwnWords.map { SchemaLayout($0) } : other?.hostLayout
    quantities = compiler.quantities
    checks = compiler.checks
    matches = compiler.matches
    filters = compiler.filters
    dates = compiler.dates
    spans = compiler.spans
    operands = compiler.operands
    directions = compiler.directions
    findings = compiler.findings
    tierCriteria = compiler.tierCriteria
    lists = compiler.lists
    exact = compiler.exact
    calculatesInDecimals = program.calculatesInDecimals
    namesOperands = program.namesOperands
    masks = compiler.masks
    answers = compiler.answers
    prefixes = compiler.prefixes
    texts = compiler.pieces.vectors
    values = compiler.values
  }

  /// Returns the id of the clause that a finding belongs to.
  func clauseID(_ direction: Int, _ finding: Int) -> String {
    program.directions[direction].clauses[directions[direction].clauses[finding].index].id
  }

  /// Returns whether a mask contains a known value.
  /// - Parameters:
  ///   - mask: the range of the mask in ``masks``.
  ///   - choice: the index of the value among the choices; -1 for all other values.
  @inline(__always)
  func contains(_ mask: Range<Int32>, _ choice: Double) -> Bool {
    let bit = Int(choice) &+ 1
    let word = Int(mask.lowerBound) + bit >> 6
    return word < Int(mask.upperBound) && masks[word] >> UInt64(bit & 63) & 1 == 1
  }
}
