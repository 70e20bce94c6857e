import KepingCore
import KepingSelection

/// A round in plain values, from which tests make the product's values and which the slow implementation reads.
struct PlainRound {
  struct Unit: Hashable {
    var name: String
    var code: String?
  }

  /// A limit on what may be submitted, of a program.
  struct Limit {
    var clause: String
    /// The direction in which it stands; nil if it stands outside.
    var direction: String?
    var per: SubmissionLimit.Holder
    var within: SubmissionLimit.Scope
    var bound: Int
    var over: SubmissionLimit.Consequence
    var ongoing: SubmissionLimit.Ongoing?
  }

  struct Program {
    var id: String
    var year: Int
    var ordinal: String
    var plan: String
    /// The project types with their directions.
    var types: [(id: String, directions: [String])]
    /// The bounds on selected projects, by direction.
    var bounds: [String: [Int]] = [:]
    var limits: [Limit] = []
    var isOn = true

    var directions: [String] { types.flatMap(\.directions) }
  }

  struct Application {
    var id: String?
    var year: Int?
    var direction: String?
    var title: String
    var verdict: Verdict
    /// The program's score in tenths.
    var points: Int
    var requested: Double?
    /// Seconds of the time of submission.
    var submittedAt: Int?
    var unit: Unit
    var partners: [Unit] = []
    var leader: String
    var leaderNumber: String?
    /// The fields by which groups may be ordered.
    var fields: [String: Double] = [:]
    /// Rulings on limits.
    var rulings: [(clause: String, outcome: Outcome)] = []
    /// The ruled position in a tie.
    var tiePosition: Int?
  }

  struct Score {
    var application: String
    var expert: String
    /// Hundredths of a point; nil if the expert has not scored.
    var score: Int?
    var items: [(id: String, score: Int)] = []
    var isRecused = false
    var unit: Unit?
  }

  struct Project {
    var id: String
    var unit: Unit
    var leader: String
    var leaderNumber: String?
    var status: OngoingProject.Status
  }

  struct Grant {
    var application: String
    /// Yuan, as a decimal text.
    var amount: String
  }

  var programs: [Program] = []
  var scopes: [SelectionSettings.Scope] = []
  var bureauLimits: [BureauLimit] = []
  var applications: [Application] = []
  var scores: [Score] = []
  var projects: [Project] = []
  var grants: [Grant] = []
}
