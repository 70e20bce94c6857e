import KepingCore
import LuaRuntime

/// The host of a plugin's Lua while it loads: it makes a node for each use of a word of the vocabulary.
final class Vocabulary: LuaHost {
  let plugin: Plugin
  let settings: [String: SettingValue]
  /// The words that give way to fields of the same name that the plugin declares.
  let laterWords: Set<Word>
  /// The state that runs the plugin, whose instructions pay for the host's work; nil in tests without Lua.
  unowned var state: LuaState?
  /// Reads a module of the plugin; replaced in a process that cannot open files.
  lazy var readModule: (String, LuaLocation) throws(Diagnostic) -> (source: Bytes, chunk: String) = {
    [plugin] name, location throws(Diagnostic) in try plugin.module(name, line: location.line, in: location.file)
  }
  /// The instructions that are left if calls are made again for a state in another process, which has paid for them; else nil.
  var replayInstructions: Int?
  let limits: Limits
  /// What the plugin has made the host keep so far.
  var use = HostUse()
  /// The host's fields, and the plugin's as far as they are declared.
  var schema = Schema.host
  var checks = Checks()
  var directions: [Direction] = []
  var functions: [PluginFunction] = []
  /// The texts of the guideline that the plugin declares uncovered outside its directions.
  var uncovered: [Uncovered] = []
  /// The limits that stand outside of the plugin's directions.
  var clauses: [Clause] = []
  /// The number of limits with `per`, within and outside of directions.
  var submissionLimits = 0
  /// The source locations of the program's parts.
  var locations = ProgramLocations()
  /// What the plugin has marked as not decided, with the locations of the marks.
  var marks: [(decision: String, location: LuaLocation)] = []
  /// Whether a program with marks loads all the same, so that it can be checked.
  private let acceptsMarks: Bool
  /// The settings that the plugin read.
  private(set) var settingsRead: Set<String> = []
  private var nodes: [VocabularyNode] = []
  private var nodeLocations: [LuaLocation] = []
  private var used: Set<Int> = []
  /// The last required module with its name: the sandbox requests the name of the chunk first, and the source afterwards.
  private var module: (required: String, module: LuaModule)?
  /// The faults of modules that cannot be loaded, by name, so that a plugin cannot have a large file read again and again.
  private var failedModules: [String: Diagnostic] = [:]
  /// The chunk of the last source location, with its path, which all locations in the chunk share.
  private var lastChunk: (name: String, path: String)?
  /// The directions of the manifest with their project types, by id.
  let headings: [String: (projectType: ProjectType, heading: DirectionHeading)]
  /// The indices of choices by value, for each field of the schema whose choices were looked up.
  var choiceIndices: [Int: [String: Int]] = [:]
  /// Where the plugin replaces the labels of the host's fields, by their indices in the schema.
  var labelLocations: [Int: LuaLocation] = [:]
  /// The last fault with what in the source it is about, which Lua does not tell; the most exact subject comes first.
  var lastFault: (diagnostic: Diagnostic, subjects: [FaultSubject])?
  /// The item of a list that is being read.
  var currentItem: FaultSubject?
  /// Whether the plugin has been loaded, after which its functions may not use the vocabulary.
  var isLoaded = false

  /// Creates the host of a plugin that is about to be loaded.
  /// - Parameters:
  ///   - laterWords: the words that give way to the plugin's fields; nil for those that follow from its `api`.
  ///   - acceptsMarks: whether a program with marks loads all the same, so that it can be checked.
  init(
    _ plugin: Plugin, settings: [String: SettingValue], limits: Limits = Limits(), laterWords: Set<Word>? = nil,
    acceptsMarks: Bool = false
  ) {
    self.acceptsMarks = acceptsMarks
    self.plugin = plugin
    self.settings = settings
    self.limits = limits
    headings = Dictionary(plugin.manifest.directions.map { ($0.heading.id, $0) }) { first, _ in first }
    self.laterWords = laterWords ?? Word.thatGiveWay(inAPI: plugin.manifest.api)
  }

  /// Charges work that the vocabulary is about to do, in instructions of about 10 nanoseconds each.
  /// - Throws: ``LuaStop`` if the plugin has used up its instructions or its time.
  func charge(_ instructions: Int) throws(LuaStop) {
    if let left = replayInstructions {
      guard instructions <= left else { throw LuaStop() }
      replayInstructions = left - instructions
    }
    try state?.charge(instructions)
  }

  // MARK: Nodes

  /// Stores a node and returns its handle.
  /// - Throws: ``Diagnostic`` with code `too-complex` if there are too many nodes.
  func make(_ node: VocabularyNode, _ location: LuaLocation) throws -> LuaValue {
    guard nodes.count < limits.nodes else { throw fault(LimitFault.nodes(limits.nodes), at: location) }
    try reserve(HostUse.Cost.node, location)
    nodes.append(node)
    nodeLocations.append(location)
    return .handle(Int64(nodes.count - 1))
  }

  /// Adds a check with its location.
  /// - Throws: ``Diagnostic`` with code `too-complex` if the check, or everything together, is too large, or ``LuaStop``.
  func add(_ check: Check, _ location: LuaLocation) throws -> CheckID {
    try reserve(0, parts: check.partCount, location)
    locations.checks.append(sourceLocation(location))
    let id = checks.add(check)
    if checks.exceedsLimits { throw fault(VocabularyFault.checkTooComplex, at: location) }
    try reserve(check.estimatedBytes(shown: checks.extent(of: id).text), location)
    return id
  }

  /// Adds a quantity with its location.
  /// - Throws: ``Diagnostic`` with code `too-complex` if the quantity, or everything together, is too large, or ``LuaStop``.
  func add(_ quantity: Quantity, _ location: LuaLocation) throws -> QuantityID {
    let texts = quantity.label.utf8.count + quantity.path.utf8.count
    guard max(quantity.label.utf8.count, quantity.path.utf8.count) <= Self.maximumLabel else {
      throw fault(VocabularyFault.quantityTooComplex, at: location)
    }
    let bytes = HostUse.Cost.quantity + quantity.estimatedFilterBytes + HostUse.Cost.textByte * texts
    try reserve(bytes, parts: quantity.partCount, location)
    locations.quantities.append(sourceLocation(location))
    let id = checks.add(quantity)
    if checks.exceedsLimits { throw fault(VocabularyFault.checkTooComplex, at: location) }
    return id
  }

  /// The most bytes of the label or the path of a quantity, which grow with the parts of a sum.
  static let maximumLabel = 3000

  /// Returns a location with the path that messages show.
  func sourceLocation(_ location: LuaLocation) -> SourceLocation {
    if lastChunk?.name != location.file {
      lastChunk = (location.file, location.file.isEmpty ? plugin.path : plugin.path(ofChunk: location.file))
    }
    return SourceLocation(path: lastChunk?.path ?? plugin.path, line: location.line)
  }

  /// Returns the node of a handle, and marks it as used.
  func node(_ handle: Int64) -> VocabularyNode {
    used.insert(Int(handle))
    return nodes[Int(handle)]
  }

  /// Returns where the first of the nodes with some property was made; nil if there is none.
  func firstLocation(where isWanted: (VocabularyNode) -> Bool) throws(LuaStop) -> LuaLocation? {
    try charge(nodes.count)
    return nodes.firstIndex(where: isWanted).map { nodeLocations[$0] }
  }

  /// The first node that must be used and is not, with its location.
  private var unused: (node: VocabularyNode, location: LuaLocation)? {
    for (index, node) in nodes.enumerated() where node.mustBeUsed && !used.contains(index) {
      return (node, nodeLocations[index])
    }
    return nil
  }

  /// Ends loading, after which no function may use the vocabulary.
  /// - Throws: ``Diagnostic`` if a node is unused, a direction is not defined, or something is marked as not decided.
  func finish(_ chunk: String) throws(Diagnostic) {
    if let (node, location) = unused {
      throw fault(VocabularyFault.unusedNode(node, hint: plugin.choiceHint(at: location)), at: location)
    }
    for (_, heading) in plugin.manifest.directions where locations.directions[heading.id] == nil {
      throw fault(ClauseFault.missingDirection(heading.id), at: LuaLocation(file: chunk, line: 1))
    }
    for (index, node) in nodes.enumerated() where !used.contains(index) {
      if case .uncovered(let uncovered) = node { self.uncovered.append(uncovered) }
      if case .clause(let draft) = node, let submission = draft.submission { try addProgramLimit(draft, submission) }
    }
    schema.addLaterFields()
    try requireDistinctLabels()
    if !acceptsMarks, let undecided { throw undecided }
    isLoaded = true
    module = nil
    failedModules = [:]
    choiceIndices = [:]
  }

  /// Returns a diagnostic at a location.
  func fault(_ code: String, at location: LuaLocation, _ wording: Wording) -> Diagnostic {
    Diagnostic(
      path: location.file.isEmpty ? plugin.path : plugin.path(ofChunk: location.file),
      line: location.line > 0 ? location.line : nil, code: code, wording)
  }

  /// Returns the diagnostic for a word with wrong arguments, which shows its usage.
  func misuse(_ word: Word, _ location: LuaLocation) -> Diagnostic {
    fault(VocabularyFault.misuse(word), at: location)
  }

  // MARK: LuaHost

  func global(_ name: String, at location: LuaLocation) throws -> LuaValue {
    let value = VocabularyValue(rawValue: name)
    // The year is a constant, which functions may use after loading too.
    if value == .year { return .integer(Int64(plugin.manifest.year)) }
    try refuseOnceLoaded(location)
    if let word = Word.standalone[name], !(laterWords.contains(word) && declaresField(name)) {
      return .hostFunction(word.rawValue)
    }
    switch value {
    case .settings?: return try make(.settings, location)
    case .record?: return try make(.record, location)
    case .units?: return try make(.units, location)
    case .year?, nil: break
    }
    if let index = schema.mention(name, of: nil) { return try make(.field(index), location) }
    try chargeSuggestion(name, among: schema.roots.count + 200)
    let known = schema.mentionableNames(in: nil) + Word.standalone.keys.sorted() + Word.values + Word.luaNames
    throw fault("unknown-word", at: location, LuaLibrary.unknownName(name, among: known), about: .written(name))
  }

  /// The instructions that a request for a module costs before its file is read.
  static let moduleCost = 20_000

  func module(_ name: String, at location: LuaLocation) throws -> LuaModule {
    try refuseOnceLoaded(location)
    if let module, module.required == name {
      self.module = nil
      return module.module
    }
    guard name.utf8.count <= 200 else {
      throw fault("unknown-module", at: location, Wording("模块名超过200字节", "the name of a module has more than 200 bytes"))
    }
    // The file is looked for, and its folder is listed if there is none.
    try charge(Self.moduleCost)
    if let fault = failedModules[name] { throw fault }
    let source: Bytes
    let chunk: String
    do throws(Diagnostic) {
      (source, chunk) = try readModule(name, location)
    } catch {
      if error.code != "unknown-module" { failedModules[name] = error }
      throw error
    }
    // The source is searched for what the compiler does wrong.
    try charge(source.count)
    let module = LuaModule(source: source, name: chunk)
    self.module = (name, module)
    return module
  }

  func member(_ key: LuaValue, of handle: Int64, at location: LuaLocation) throws -> LuaValue {
    try refuseOnceLoaded(location)
    let node = self.node(handle)
    if case .text(let name) = key {
      if case .settings = node { return try setting(name, location) }
      if case .field(let index) = node, !isList(index), let child = schema.mention(name, of: index) {
        return try make(.field(child), location)
      }
      if let method = Word.methods[name] { return .hostFunction(method.rawValue) }
      throw try unknownMember(name, node, location)
    }
    if case .field(let index) = node, case .yearlyMoney = schema.nodes[index].field.type, let year = year(key) {
      return try make(.quantity(try yearly(index, year, location)), location)
    }
    throw fault(VocabularyFault.unknownIndex(node, isYearly: isYearly(node)), at: location)
  }

  func operation(_ name: String, _ operands: [LuaValue], at location: LuaLocation) throws -> LuaValue {
    try refuseOnceLoaded(location)
    if name == "+", operands.count == 2 {
      let parts = [try quantity(operands[0], location), try quantity(operands[1], location)]
      return try make(.quantity(try sum(parts, isLenient: false, location)), location)
    }
    throw fault(VocabularyFault.unsupportedOperation(name), at: location)
  }

  func call(_ function: Int64, _ arguments: [LuaValue], at location: LuaLocation) throws -> LuaValue {
    try refuseOnceLoaded(location)
    guard let word = Word(rawValue: function) else { return .nil }
    try countTexts(arguments, location)
    for argument in arguments { try requirePlain(argument, atMost: word.takesProse ? 3000 : 300, location) }
    try requireNoSurplus(arguments, word, location)
    switch word {
    case .fields: return try declareFields(arguments, location)
    case .labels: return try replaceLabels(arguments, location)
    case _ where word.entry.result == .fieldType: return try fieldType(word, arguments, location)
    case .direction: return try defineDirection(arguments, location)
    case .target, .condition, .document, .principle, .priority, .encouraged, .notice, .limit:
      return try clause(word, arguments, location)
    case .criterion: return try criterion(arguments, location)
    case .uncovered: return try leaveUncovered(arguments, location)
    case .by: return try tiers(arguments, location)
    case .allOf, .anyOf, .negate, .leaveOpen, .share, .reach, .linear, .compute, .judge, .within, .totalOf:
      return try combine(word, arguments, location)
    case .yearsBetween, .monthsBetween, .ageAt: return try span(word, arguments, location)
    case .filterAtLeast, .filterMoreThan, .filterAtMost, .filterLessThan, .filterOnOrAfter, .filterOnOrBefore, .filterBefore,
      .filterAfter:
      return try filter(word, arguments, location)
    case .ratio, .growth, .mean: return try calculation(word, arguments, location)
    case .todo: return try todo(arguments, location)
    default: return try method(word, arguments, location)
    }
  }

  /// Rejects arguments beyond those that the word takes, which would have no effect.
  private func requireNoSurplus(_ arguments: [LuaValue], _ word: Word, _ location: LuaLocation) throws {
    let entry = word.entry
    guard !entry.parameters.contains(where: { $0.kind == .kinds }) else { return }
    guard arguments.count > entry.parameters.count + (word.isMethod ? 1 : 0) else { return }
    throw fault(VocabularyFault.surplusArguments(word), at: location)
  }

  /// Rejects a use of the vocabulary after loading.
  private func refuseOnceLoaded(_ location: LuaLocation) throws {
    guard isLoaded else { return }
    throw fault(VocabularyFault.onlyAtLoad, at: location)
  }

  // MARK: Members

  /// Whether a field, by its index in the schema, is a list of objects.
  func isList(_ index: Int) -> Bool {
    if case .objects = schema.nodes[index].field.type { true } else { false }
  }

  /// Whether a node is a field of amounts by year.
  private func isYearly(_ node: VocabularyNode) -> Bool {
    if case .field(let index) = node, case .yearlyMoney = schema.nodes[index].field.type { true } else { false }
  }

  /// Returns the value of a setting, and records that it was read.
  private func setting(_ name: String, _ location: LuaLocation) throws -> LuaValue {
    guard let value = settings[name] else {
      try chargeSuggestion(name, among: settings.count)
      throw fault(VocabularyFault.unknownSetting(name, known: settings.keys.sorted()), at: location)
    }
    settingsRead.insert(name)
    switch value {
    case .flag(let flag): return .boolean(flag)
    case .number(let number): return .number(number)
    }
  }

  /// Returns the diagnostic for a name that a node does not have.
  private func unknownMember(_ name: String, _ node: VocabularyNode, _ location: LuaLocation) throws(LuaStop) -> Diagnostic {
    let methods = Word.methods.keys.sorted()
    guard case .field(let index) = node else {
      if case .quantity = node {
        return fault(VocabularyFault.unknownMember(name, of: node, known: Word.methodNames(of: .quantity)), at: location)
      }
      return fault(VocabularyFault.unknownMember(name, of: node, known: methods), at: location)
    }
    let type = schema.nodes[index].field.type
    if let labelled = schema.nodes[index].children.first(where: { schema.nodes[$0].field.label == name }), !isList(index) {
      let field = schema.nodes[labelled].field.name
      return fault(VocabularyFault.labelInsteadOfName(name, path: schema.nodes[index].path, field: field), at: location)
    }
    if case .yearlyMoney = type, name.utf8.count == 4, name.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      return fault(VocabularyFault.unknownIndex(node, isYearly: true), at: location)
    }
    try chargeSuggestion(name, among: schema.nodes[index].children.count + methods.count)
    let known = schema.mentionableNames(in: index) + methods
    return fault(VocabularyFault.unknownFieldMember(name, path: schema.nodes[index].path, known: known), at: location)
  }
}
