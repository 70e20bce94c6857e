import KepingCore

/// The errors and remarks of a file, in the order in which they are found.
final class SideFaults {
  /// The errors.
  private(set) var errors: [Diagnostic] = []
  /// The remarks, which change nothing.
  private(set) var remarks: [Diagnostic] = []
  private let path: String
  private var unlistedErrors = 0
  private var unlistedRemarks = 0

  /// The number of errors, also of those that are not listed.
  var errorCount: Int { errors.count + unlistedErrors }

  /// The number of errors that are listed one by one.
  static let maximumErrors = 1000
  /// The number of remarks that are listed one by one.
  static let maximumRemarks = 50

  init(path: String) { self.path = path }

  /// Adds an error.
  func add(_ error: Diagnostic) {
    if errors.count < Self.maximumErrors { errors.append(error) } else { unlistedErrors += 1 }
  }

  /// Adds a remark.
  func addRemark(_ code: String, at place: String, _ wording: Wording) {
    guard remarks.count < Self.maximumRemarks else { return unlistedRemarks += 1 }
    var remark = Diagnostic(path: place, code: code, wording)
    remark.isRemark = true
    remarks.append(remark)
  }

  /// Adds how many errors and remarks are not listed.
  func finish() {
    if unlistedErrors > 0 {
      let wording = Wording("另有\(unlistedErrors)处错误，更正以上各处后再看", "\(unlistedErrors) more errors; correct those above first")
      errors.append(Diagnostic(path: path, code: "more-errors", wording))
    }
    if unlistedRemarks > 0 {
      var remark = Diagnostic(
        path: path, code: "more-remarks", Wording("另有\(unlistedRemarks)条提醒", "\(unlistedRemarks) more warnings"))
      remark.isRemark = true
      remarks.append(remark)
    }
  }
}
