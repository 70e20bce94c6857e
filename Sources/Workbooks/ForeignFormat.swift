import KepingCore

/// A file format that is not read, and what its user can do.
public struct ForeignFormat: Sendable, Equatable {
  /// What to do with a file of the format.
  enum Remedy {
    /// The file is a table, which another program can save as xlsx.
    case save
    /// The file has no table; the content has to be filled in elsewhere.
    case fillIn
    /// The file holds other files.
    case unpack
    /// A password has to be removed.
    case removePassword
    /// The format is not certain.
    case check
  }

  private let chinese: String
  private let english: String
  private let remedy: Remedy
  private let code: String

  private init(_ chinese: String, _ english: String, _ remedy: Remedy, code: String = "unsupported-workbook") {
    self.chinese = chinese
    self.english = english
    self.remedy = remedy
    self.code = code
  }

  /// Returns the diagnostic of a file in this format, which says what the file is and what to do.
  public func diagnostic(for path: String) -> Diagnostic {
    let advice =
      switch remedy {
      case .save: Wording("请用Excel或WPS打开，另存为xlsx后再交", "open it in a spreadsheet program and save it as xlsx")
      case .fillIn: Wording("不是表格，不能评审；请把内容填进申报表（xlsx或CSV）后再交", "it is no table; enter its content into an xlsx or CSV table")
      case .unpack: Wording("请先解压，再评审里面的表格", "unpack it and evaluate the tables in it")
      case .removePassword: Wording("请取消密码后再交", "save it without a password")
      case .check:
        Wording("请核对文件；是CSV或JSON的，请把文件名的结尾改为.csv或.json", "check the file; if it is CSV or JSON, name it .csv or .json")
      }
    return Diagnostic(
      path: path, code: code, Wording("\(chinese)，\(advice.chinese)", "the file is \(english); \(advice.english)"))
  }

  // MARK: Tables

  /// A workbook of Excel 97 to 2003 or of WPS.
  static let oldWorkbook = ForeignFormat("是旧版xls（或WPS的et）格式的工作簿", "an old .xls (or .et) workbook", .save)
  /// An xlsx workbook with a password.
  static let encryptedWorkbook = ForeignFormat(
    "工作簿有密码", "an encrypted workbook", .removePassword, code: "encrypted-workbook")
  /// An Excel workbook in binary parts.
  static let binaryWorkbook = ForeignFormat("是xlsb格式的工作簿", "an xlsb workbook", .save)
  /// A spreadsheet of LibreOffice.
  static let openDocument = ForeignFormat("是ods格式的表格", "an ods spreadsheet", .save)
  /// A spreadsheet of LibreOffice in one XML file.
  static let flatOpenDocument = ForeignFormat("是XML格式的ODF文档（如fods）", "a flat XML OpenDocument file", .save)
  /// A spreadsheet of Apple's Numbers.
  static let numbers = ForeignFormat("是苹果Numbers格式的表格", "a Numbers spreadsheet", .save)
  /// A workbook of Excel 2003 in one XML file.
  static let xml2003 = ForeignFormat("是XML表格2003格式（XML Spreadsheet 2003）", "an XML Spreadsheet 2003", .save)
  /// A web page, which many office systems export under the name .xls.
  static let webPage = ForeignFormat("是网页（HTML）", "a web page (HTML)", .save)
  /// A web page with its pictures in one file.
  static let webArchive = ForeignFormat("是单个文件网页（MHTML）", "a web archive (MHTML)", .save)
  /// XML of another kind.
  static let xml = ForeignFormat("是XML文件", "an XML file", .save)
  /// A text under the name of a workbook.
  public static let text = ForeignFormat("是文本文件，不是xlsx工作簿", "a text file and no xlsx workbook", .check)
  /// A file that is neither a text nor in a known format.
  public static let unknown = ForeignFormat(
    "不是文本，也不是认识的格式", "neither a text nor in a known format", .check, code: "unsupported-file")

  // MARK: Documents

  static let word = ForeignFormat("是Word文档（docx）", "a Word document (docx)", .fillIn)
  static let oldWord = ForeignFormat("是旧版Word或WPS文字文档（doc、wps）", "an old Word document (doc or wps)", .fillIn)
  static let wordXML = ForeignFormat("是XML格式的Word文档", "a Word document in XML", .fillIn)
  static let presentation = ForeignFormat("是演示文稿（pptx）", "a presentation (pptx)", .fillIn)
  static let oldPresentation = ForeignFormat("是旧版演示文稿（ppt、dps）", "an old presentation (ppt or dps)", .fillIn)
  static let openText = ForeignFormat("是ODF文档（odt、odp等）", "an OpenDocument file (odt, odp or similar)", .fillIn)
  static let mail = ForeignFormat("是Outlook邮件（msg）", "an Outlook message (msg)", .fillIn)
  static let compound = ForeignFormat("是旧版Office格式（如xls、et、doc）的文件", "a file in an old Office format such as xls", .save)
  static let pdf = ForeignFormat("是PDF文档", "a PDF document", .fillIn, code: "unsupported-file")
  static let ofd = ForeignFormat("是OFD版式文档", "an OFD document", .fillIn)
  static let rtf = ForeignFormat("是RTF文档", "an RTF document", .fillIn, code: "unsupported-file")
  static let database = ForeignFormat("是数据库文件", "a database file", .fillIn, code: "unsupported-file")

  /// Returns the format of an image.
  static func image(_ name: String) -> ForeignFormat {
    ForeignFormat("是图片（\(name)）", "an image (\(name))", .fillIn, code: "unsupported-file")
  }

  // MARK: Archives

  static let zip = ForeignFormat("是ZIP压缩包，不是xlsx工作簿", "a ZIP archive and no xlsx workbook", .unpack)

  /// Returns the format of an archive.
  static func archive(_ name: String) -> ForeignFormat {
    ForeignFormat("是\(name)压缩包", "a \(name) archive", .unpack, code: "unsupported-file")
  }
}
