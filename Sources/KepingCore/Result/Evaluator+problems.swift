extension Evaluator {
  /// Records the problems that the host finds, in this order: invalid credit codes, a submission time that is absent or outside
  /// the window, implausible amounts, texts that are none of a list's known values, and unknown fields.
  mutating func recordHostProblems(_ program: CompiledProgram, _ direction: Int) {
    let host = HostSlots.all
    recordCreditCodeProblem(record.slots[host.creditCode], partner: nil, program)
    let partners = record.slots[host.partners]
    if partners.isPresent {
      for index in 0..<partners.count {
        recordCreditCodeProblem(
          record.element(index, of: partners, stride: host.partnerStride, field: host.partnerCreditCode), partner: index, program)
      }
    }
    if program.directions[direction].hasWindow, let window = program.program.directions[direction].window {
      if original == nil {
        let submitted = record.slots[host.submittedAt.slot]
        recordWindowProblem(submitted.isPresent ? record.text(submitted) : nil, window, program)
      } else {
        recordWindowProblems(ofCorrection: window, program)
      }
    }
    recordImplausibleAmounts(program)
    recordUnknownTopics(program)
    if !record.unknownFields.isEmpty { problems.append(contentsOf: record.unknownFields) }
  }

  /// Records a problem if a credit code is present and invalid.
  /// - Parameter partner: the index of the partner that the code belongs to; nil for the applicant.
  private mutating func recordCreditCodeProblem(_ slot: Record.Slot, partner: Int?, _ program: CompiledProgram) {
    guard slot.isPresent, !isValid(slot) else { return }
    let code = String(decoding: record.text(slot), as: UTF8.self)
    guard let fault = CreditCode.fault(of: code) else { return }
    let schema = program.program.schema
    let path = partner.map { "partners[\($0)].creditCode" } ?? "applicant.creditCode"
    let label = partner.map { schema.label(ofField: "creditCode", ofElement: $0, of: "partners") } ?? schema.label(of: path)
    problems.append(
      Problem(field: path, code: .invalidCreditCode, message: "\(label)“\(code.printable(limit: 60))”\(fault.message)"))
  }

  private func isValid(_ code: Record.Slot) -> Bool {
    let span = code.isUnescaped ? record.unescaped.span : record.bytes.span
    return CreditCode.isValid(span, Int(code.start), Int(code.end))
  }

  /// Records a problem if the time of submission is absent, invalid or outside the window.
  /// - Parameters:
  ///   - submitted: the time as it was given; nil if it is absent.
  ///   - owner: whose time it is, before the label of the field in the message.
  private mutating func recordWindowProblem(
    _ submitted: ArraySlice<UInt8>?, _ window: Window, _ program: CompiledProgram, of owner: String = ""
  ) {
    var label: String { owner + program.program.schema.label(of: HostSlots.all.submittedAt.path) }
    guard let submitted, let time = Timestamp(rfc3339: submitted) else {
      problems.append(
        Problem(field: "submittedAt", code: .noSubmissionTime, message: "未填写\(label)，无法判断是否在受理期内，请补充"))
      return
    }
    let given = String(decoding: submitted, as: UTF8.self)
    var deviation: String?
    if let opens = window.opens, time < opens {
      deviation = "早于受理开始时间\(window.opensText)"
    } else if let closes = window.closes, time > closes {
      deviation = "晚于受理截止时间\(window.closesText)"
    }
    if let deviation {
      problems.append(Problem(field: "submittedAt", code: .outsideWindow, message: "\(label)\(given)\(deviation)"))
    }
  }

  /// Records the problems of a correction's window: the original has to be in time as every application, and the correction
  /// before the end for corrections.
  private mutating func recordWindowProblems(ofCorrection window: Window, _ program: CompiledProgram) {
    recordWindowProblem(original?.submittedAt.map { $0[...] }, window, program, of: "原申报书的")
    let submitted = record.slots[HostSlots.all.submittedAt.slot]
    guard let closes = window.correctionCloses, submitted.isPresent else { return }
    let text = record.text(submitted)
    guard let time = Timestamp(rfc3339: text), time > closes else { return }
    let label = program.program.schema.label(of: HostSlots.all.submittedAt.path)
    let given = String(decoding: text, as: UTF8.self)
    problems.append(
      Problem(
        field: "submittedAt", code: .outsideWindow, message: "补正的\(label)\(given)晚于补正截止时间\(window.correctionClosesText)"))
  }
}

/// What the host still needs of an application that was corrected.
package struct OriginalSubmission: Sendable {
  /// The time of submission as it was given; nil if it is absent or not well-formed.
  package let submittedAt: Bytes?

  package init(submittedAt: Bytes?) { self.submittedAt = submittedAt }

  /// The time of submission; nil if it is absent or not well-formed.
  package var time: Timestamp? { submittedAt.flatMap { Timestamp(rfc3339: $0) } }
}
