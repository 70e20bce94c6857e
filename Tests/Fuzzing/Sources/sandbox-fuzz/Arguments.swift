import Foundation

/// The arguments of the command.
struct Arguments {
  /// What the process does.
  enum Task {
    /// Tries the programs of consecutive seeds, each in two processes.
    case fuzz
    /// Tries programs in this process, which is a child of another one.
    case child(Role)
    /// Tries the program of a file in two processes.
    case file
    /// Writes the program of the seed.
    case show
    /// Drops lines of the program of a file as long as it has a find of the same class.
    case reduce
  }

  /// The role of a child.
  enum Role: String {
    /// The child compares orders and states.
    case first
    /// The child evaluates the applications only once; its parent compares the results with those of the first child.
    case second
  }

  var task = Task.fuzz
  /// The first seed.
  var seed: UInt64 = 1
  /// The number of programs; nil for as many as the time permits.
  var count: Int?
  /// The seconds after which no further programs are begun.
  var seconds: Double?
  /// The folder in which finds are saved.
  var save: URL?
  /// The file with the program to try, instead of those of seeds.
  var file: URL?
  /// Whether the command was built with a sanitizer, which takes more time and memory.
  var isSanitized = false

  static let usage = """
    usage: sandbox-fuzz [--seed N] [--count N | --seconds S] [--save FOLDER] [--sanitized]
           sandbox-fuzz --show --seed N
           sandbox-fuzz --try FILE | --reduce FILE [--sanitized]

    """

  /// Reads the arguments; nil if they are wrong.
  init?(_ words: [String]) {
    var rest = words[...]
    while let option = rest.popFirst() {
      switch option {
      case "--sanitized": isSanitized = true
      case "--show": task = .show
      default:
        guard let value = rest.popFirst(), read(option, value) else { return nil }
      }
    }
    if count == nil && seconds == nil { count = 1000 }
  }

  private mutating func read(_ option: String, _ value: String) -> Bool {
    switch option {
    case "--seed":
      guard let number = UInt64(value) else { return false }
      seed = number
    case "--count":
      guard let number = Int(value) else { return false }
      count = number
    case "--seconds":
      guard let number = Double(value) else { return false }
      seconds = number
    case "--save": save = URL(fileURLWithPath: value)
    case "--child":
      guard let role = Role(rawValue: value) else { return false }
      task = .child(role)
    case "--try": (task, file) = (.file, URL(fileURLWithPath: value))
    case "--reduce": (task, file) = (.reduce, URL(fileURLWithPath: value))
    case "--file": file = URL(fileURLWithPath: value)
    default: return false
    }
    return true
  }
}
