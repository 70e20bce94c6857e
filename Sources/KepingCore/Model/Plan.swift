/// 计划: the largest part of a guideline; each year, one program implements it.
public struct Plan: Sendable, Equatable {
  /// The id of the plan.
  public let id: String
  /// The number of the plan as printed in the guideline: 计划一.
  public let ordinal: String
  /// The title of the plan in the guideline.
  public let title: String
  /// The project types of the plan.
  public let projectTypes: [ProjectType]

  /// Creates a plan.
  public init(id: String, ordinal: String, title: String, projectTypes: [ProjectType]) {
    self.id = id
    self.ordinal = ordinal
    self.title = title
    self.projectTypes = projectTypes
  }

  /// Every direction with its project type.
  public var directions: [(projectType: ProjectType, heading: DirectionHeading)] {
    projectTypes.flatMap { type in type.directions.map { (type, $0) } }
  }
}

/// 项目类型: a group of directions under one heading.
public struct ProjectType: Sendable, Equatable {
  /// The number of the project type in the guideline: `4`.
  public let id: String
  /// The title of the project type in the guideline.
  public let title: String
  /// The directions of the project type.
  public let directions: [DirectionHeading]

  /// Creates a project type.
  public init(id: String, title: String, directions: [DirectionHeading]) {
    self.id = id
    self.title = title
    self.directions = directions
  }
}

/// The number and title of a direction 方向, known from the manifest alone.
public struct DirectionHeading: Sendable, Equatable {
  /// The number of the direction, which starts with the number of the project type: `4.2`.
  public let id: String
  /// The title of the direction in the guideline.
  public let title: String

  /// Creates a heading.
  public init(id: String, title: String) {
    self.id = id
    self.title = title
  }
}

/// The id and version that identify a program 专项 in results.
public struct ProgramReference: Sendable, Equatable {
  /// The id of the program.
  public let id: String
  /// The version of the program.
  public let version: String

  /// Creates a reference.
  public init(id: String, version: String) {
    self.id = id
    self.version = version
  }
}
