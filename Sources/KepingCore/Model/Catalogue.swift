/// All programs as the configuration has them: their plans, project types and directions, and whether each program is on.
///
/// It is a value that reports can keep: nothing in it evaluates anything.
public struct Catalogue: Sendable {
  /// Whether a program evaluates.
  public enum Status: Sendable {
    case on(Program)
    case off
    /// It could not be loaded.
    case broken(Diagnostic)
  }

  /// A reading of the guideline that the configuration may change.
  public struct Setting: Sendable, Equatable {
    public let name: String
    /// In a clerk's words.
    public let label: String
    /// As its plugin ships it.
    public let value: SettingValue

    public init(name: String, label: String, value: SettingValue) {
      self.name = name
      self.label = label
      self.value = value
    }
  }

  /// A program, known from its plugin's table of contents even where it is off or broken.
  public struct Entry: Sendable {
    public let reference: ProgramReference
    public let year: Int
    public let plan: Plan
    public let settings: [Setting]
    /// The plugin's folder, as messages name it.
    public let path: String
    public let status: Status

    public init(
      reference: ProgramReference, year: Int, plan: Plan, settings: [Setting], path: String, status: Status
    ) {
      self.reference = reference
      self.year = year
      self.plan = plan
      self.settings = settings
      self.path = path
      self.status = status
    }

    /// Every direction with its project type.
    public var directions: [(projectType: ProjectType, heading: DirectionHeading)] { plan.directions }

    /// The program; nil where it is off or broken.
    public var program: Program? { if case .on(let program) = status { program } else { nil } }
  }

  /// Sorted by id.
  public let entries: [Entry]

  public init(_ entries: [Entry]) { self.entries = entries }

  /// The direction that an assessment is about; nil where no program has evaluated it.
  public func direction(of assessment: Assessment) -> Direction? {
    guard assessment.isEvaluated, let reference = assessment.program, let id = assessment.direction else { return nil }
    for entry in entries where entry.reference == reference {
      if let found = entry.program?.directions.first(where: { $0.id == id }) { return found }
    }
    return nil
  }
}
