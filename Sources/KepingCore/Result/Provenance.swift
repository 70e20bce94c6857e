/// 依据: what the results of a run are based on.
///
/// It contains no time and no path that the user did not write, so the same run gives the same provenance everywhere.
public struct Provenance: Sendable, Equatable {
  /// A file that was read.
  public struct Input: Sendable, Equatable {
    /// What the file has.
    public enum Kind: String, Sendable, CaseIterable { case applications, corrections, rulings, panel, ongoing, grants }

    /// The name as the user wrote it; `-` for standard input.
    public let name: String
    /// The SHA-256 of the content in hexadecimal digits; nil if the file could not be read.
    public let sha256: String?
    /// What the file has.
    public let kind: Kind

    /// Creates an input.
    public init(name: String, sha256: String?, kind: Kind = .applications) {
      self.name = name
      self.sha256 = sha256
      self.kind = kind
    }
  }

  /// A program of the plugin folder.
  public struct Program: Sendable, Equatable {
    /// Whether the program evaluates applications.
    public enum Status: String, Sendable { case on, off, broken }

    /// The id and version of the program.
    public let reference: ProgramReference
    /// Whether the program is on, off or broken.
    public let status: Status
    /// The SHA-256 of the plugin's manifest and Lua files in hexadecimal digits; nil if one of them could not be read.
    public let sha256: String?

    /// Creates a program.
    public init(reference: ProgramReference, status: Status, sha256: String?) {
      self.reference = reference
      self.status = status
      self.sha256 = sha256
    }
  }

  /// A value that differs from the shipped one because of the configuration or `--set`.
  public struct Change: Sendable, Equatable {
    /// The section of the configuration that the value belongs to.
    public enum Section: String, Sendable, CaseIterable {
      case bounds, weights, settings, notices, windows, selection, rulings, plausible, limits
    }

    /// The section of the configuration.
    public let section: Section
    /// The id of the program whose value it is; nil for a value that holds for all programs.
    public let program: String?
    /// The key in the configuration, such as `4.1/condition/1`.
    public let key: String
    /// The name of the value as clerks know it, such as the guideline's sentence; empty if the key says it all.
    public let label: String
    /// The shipped value; nil if none is shipped.
    public let shipped: String?
    /// The value of this run.
    public let value: String

    /// Creates a change.
    public init(section: Section, program: String?, key: String, label: String, shipped: String?, value: String) {
      self.section = section
      self.program = program
      self.key = key
      self.label = label
      self.shipped = shipped
      self.value = value
    }
  }

  /// The version of keping.
  public let version: String
  /// The files, each kind in the order of the command line: applications, corrections, rulings.
  public private(set) var inputs: [Input] = []
  /// All programs of the plugin folder, sorted by id.
  public let programs: [Program]
  /// The values that differ from the shipped ones, by program; those of all programs are last.
  public let changes: [Change]

  /// Creates the provenance of a run that has read no input yet.
  public init(version: String, programs: [Program], changes: [Change]) {
    self.version = version
    self.programs = programs
    self.changes = changes
  }

  /// Adds a file.
  public mutating func add(_ input: Input) { inputs.append(input) }
}
