/// All programs of the plugin folder, with their plans, project types and directions, and whether each program is on.
///
/// A catalogue is a plain value for reports. It cannot evaluate applications.
public struct Catalogue: Sendable {
  /// Whether a program evaluates applications.
  public enum Status: Sendable {
    /// The program is loaded and evaluates applications.
    case on(Program)
    /// The configuration does not switch the program on.
    case off
    /// The program could not be loaded; the diagnostic says why.
    case broken(Diagnostic)
  }

  /// A choice between readings of the guideline that the configuration may change.
  public struct Setting: Sendable, Equatable {
    /// The name of the setting in the configuration.
    public let name: String
    /// The name of the setting as shown to clerks.
    public let label: String
    /// The default value that the plugin ships.
    public let value: SettingValue

    /// Creates a setting from its name, its label and its default value.
    public init(name: String, label: String, value: SettingValue) {
      self.name = name
      self.label = label
      self.value = value
    }
  }

  /// A program as its manifest describes it, even if the program is off or broken.
  public struct Entry: Sendable {
    /// The id and version of the program.
    public let reference: ProgramReference
    /// The year of the guideline.
    public let year: Int
    /// The plan that the program implements.
    public let plan: Plan
    /// The settings that the plugin declares.
    public let settings: [Setting]
    /// The path of the plugin's folder, as messages show it.
    public let path: String
    /// Whether the program is on, off or broken.
    public let status: Status

    /// Creates an entry from the manifest of a plugin and the status of its program.
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

    /// Every direction of the plan with its project type.
    public var directions: [(projectType: ProjectType, heading: DirectionHeading)] { plan.directions }

    /// The loaded program, or nil if it is off or broken.
    public var program: Program? { if case .on(let program) = status { program } else { nil } }
  }

  /// The entries, sorted by program id.
  public let entries: [Entry]

  /// Creates a catalogue from entries that are sorted by program id.
  public init(_ entries: [Entry]) { self.entries = entries }

  /// Returns the direction that an assessment belongs to, or nil if no program of the catalogue evaluated the application.
  public func direction(of assessment: Assessment) -> Direction? { evaluation(of: assessment)?.direction }

  /// Returns the limits on what may be submitted that apply to an application that a program of the catalogue evaluated.
  public func submissionLimits(of assessment: Assessment) -> [SubmissionLimit] {
    evaluation(of: assessment).map { $0.program.submissionLimits(for: $0.direction) } ?? []
  }

  /// Returns the program and the direction that an assessment belongs to.
  private func evaluation(of assessment: Assessment) -> (program: Program, direction: Direction)? {
    guard assessment.isEvaluated, let reference = assessment.program, let id = assessment.direction else { return nil }
    for entry in entries where entry.reference == reference {
      if let program = entry.program, let found = program.directions.first(where: { $0.id == id }) { return (program, found) }
    }
    return nil
  }
}
