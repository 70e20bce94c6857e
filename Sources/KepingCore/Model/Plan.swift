/// 计划: the largest part of a guideline, carried out by one program a year.
public struct Plan: Sendable, Equatable {
  public let id: String
  /// Its place in the guideline, as printed: 计划一.
  public let ordinal: String
  public let title: String
  public let projectTypes: [ProjectType]

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
  /// As the guideline numbers it: `4`.
  public let id: String
  public let title: String
  public let directions: [DirectionHeading]

  public init(id: String, title: String, directions: [DirectionHeading]) {
    self.id = id
    self.title = title
    self.directions = directions
  }
}

/// The number and title of a direction 方向, known from the manifest alone.
public struct DirectionHeading: Sendable, Equatable {
  /// Project type and direction: `4.2`.
  public let id: String
  public let title: String

  public init(id: String, title: String) {
    self.id = id
    self.title = title
  }
}

/// The name by which a result speaks of a program 专项.
public struct ProgramReference: Sendable, Equatable {
  public let id: String
  public let version: String

  public init(id: String, version: String) {
    self.id = id
    self.version = version
  }
}
