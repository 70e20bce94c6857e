import Foundation
import KepingCore
import KepingPrograms
import PluginFixtures
import Testing

/// A plugin with one direction, whose results as JSON and as values are compared for every application.
struct DirectionTrial {
  let plugin: FailingPlugin
  let programs: Programs

  /// Loads a program.
  /// - Parameter configuration: further lines of the configuration.
  init(_ program: String, configuration: String = "") throws {
    plugin = try FailingPlugin(program)
    programs = try plugin.programs(configuration)
    #expect(programs.configurationFaults.map(\.wording.english) == [])
    for entry in programs.entries {
      if case .broken(let fault) = entry.status { Issue.record("\(fault.diagnostic.wording.english)") }
    }
  }

  /// Returns the assessment of an application with these members.
  func assess(_ members: String = "", applicant: String = "") throws -> Assessment {
    let record = """
      {"id":"A","year":2024,"direction":"1.1","title":"虚构","applicant":{"name":"示例公司（虚构）","kind":"enterprise"\(applicant)}\
      \(members.isEmpty ? "" : ","+members)}
      """
    let assessment = try #require(try AssessmentLineTests.compare(Bytes(record.utf8), programs).first)
    #expect(assessment.failure?.message == nil && assessment.problems.map(\.message) == [])
    return assessment
  }

  /// Returns the outcome of the first clause and its message.
  func finding(_ members: String = "", applicant: String = "") throws -> String {
    try #require(try assess(members, applicant: applicant).firstFinding)
  }

  /// Returns the evidence of the first clause: each field with its value and requirement.
  func evidence(_ members: String = "", applicant: String = "") throws -> [String] {
    try assess(members, applicant: applicant).firstEvidence
  }
}
