// swift-tools-version: 6.2
import PackageDescription

/// The settings of every Swift target: warnings are errors.
let common: [SwiftSetting] = [.treatAllWarnings(as: .error)]
/// The settings of targets that are also compiled with strict memory safety.
let safe: [SwiftSetting] = common + [.strictMemorySafety()]

let package = Package(
  name: "keping",
  products: [
    .executable(name: "keping", targets: ["keping"]),
    .library(
      name: "KepingLibrary",
      targets: [
        "KepingAuthoring", "KepingBatch", "KepingTables", "KepingReports", "KepingPrograms", "KepingPlugins", "KepingFiles",
        "KepingSelection", "KepingCore", "LuaRuntime",
      ]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
  ],
  targets: [
    // pkg-config decides what is linked; `.ci/release` makes it name static archives.
    .systemLibrary(name: "CLua", pkgConfig: "lua5.4", providers: [.apt(["liblua5.4-dev"])]),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    // Its module map names the library, because SwiftPM warns about a macro that pkg-config defines for it.
    .systemLibrary(name: "CUtf8proc", providers: [.apt(["libutf8proc-dev"])]),
    .target(name: "CLuaShim", dependencies: ["CLua"]),
    .target(name: "CIsolation"),
    .target(name: "LuaRuntime", dependencies: ["CLuaShim"], swiftSettings: common),
    .target(name: "KepingCore", swiftSettings: safe),
    .target(name: "KepingSelection", dependencies: ["KepingCore"], swiftSettings: safe),
    .target(
      name: "KepingFiles",
      dependencies: [
        "KepingCore", .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: safe),
    .target(
      name: "Workbooks",
      dependencies: [
        "CZip", "CExpat", "CXlsxWriter", "KepingCore", "KepingFiles",
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: common),
    .target(
      name: "KepingYAML",
      dependencies: ["CYAML", "KepingCore"],
      swiftSettings: safe),
    .target(name: "KepingUnicode", dependencies: ["CUtf8proc", "KepingCore"], swiftSettings: safe),
    .target(
      name: "KepingPlugins",
      dependencies: [
        "KepingCore", "KepingFiles", "KepingYAML", "LuaRuntime", "CIsolation",
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: safe),
    .target(
      name: "KepingPrograms",
      dependencies: [
        "KepingCore", "KepingFiles", "KepingYAML", "KepingPlugins",
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: safe),
    .target(
      name: "KepingTables",
      dependencies: [
        "KepingCore", "KepingFiles", "KepingPrograms", "KepingSelection", "KepingUnicode", "Workbooks",
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: safe),
    .target(
      name: "KepingBatch",
      dependencies: [
        "KepingCore", "KepingFiles", "KepingPlugins", "KepingPrograms", "KepingSelection", "KepingTables", "KepingUnicode",
        "Workbooks",
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: safe),
    .target(
      name: "KepingReports",
      dependencies: [
        "KepingCore", "KepingFiles", "KepingSelection", "Workbooks", .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: safe),
    .target(
      name: "KepingAuthoring",
      dependencies: [
        "KepingCore", "KepingFiles", "KepingYAML", "KepingPlugins", "KepingPrograms", "KepingTables", "KepingReports",
        "LuaRuntime",
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: safe),
    .target(
      name: "KepingCommands",
      dependencies: [
        "KepingCore", "KepingFiles", "KepingPlugins", "KepingPrograms", "KepingSelection", "KepingTables", "KepingBatch",
        "KepingReports",
        "KepingAuthoring", "KepingUnicode", "Workbooks",
        .product(name: "SystemPackage", package: "swift-system"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: safe),
    .executableTarget(name: "keping", dependencies: ["KepingCommands"], swiftSettings: safe),
    .testTarget(
      name: "KepingCoreTests", dependencies: ["KepingCore"], swiftSettings: common),
    .testTarget(name: "KepingSelectionTests", dependencies: ["KepingSelection", "KepingCore"], swiftSettings: common),
    .testTarget(
      name: "KepingFilesTests",
      dependencies: ["KepingFiles", "KepingCore", .product(name: "SystemPackage", package: "swift-system")],
      swiftSettings: common),
    .testTarget(
      name: "KepingYAMLTests", dependencies: ["KepingYAML", "KepingCore"], swiftSettings: common),
    .testTarget(
      name: "KepingUnicodeTests", dependencies: ["KepingUnicode", "KepingCore"], swiftSettings: common),
    .testTarget(
      name: "LuaRuntimeTests", dependencies: ["LuaRuntime"], swiftSettings: common),
    .testTarget(
      name: "KepingPluginsTests", dependencies: ["KepingPlugins", "PluginFixtures", "ConfinementProbe"], swiftSettings: common),
    .testTarget(
      name: "AttackTests", dependencies: ["KepingBatch", "KepingPrograms", "KepingPlugins", "KepingFiles", "SandboxPrograms"],
      exclude: ["Attacks"], swiftSettings: common),
    // Random plugin programs; Tests/Fuzzing uses the same sources.
    .target(
      name: "SandboxPrograms",
      dependencies: [
        "KepingBatch", "KepingPrograms", "KepingPlugins", "KepingCore", .product(name: "SystemPackage", package: "swift-system"),
      ],
      path: "Tests/SandboxPrograms", swiftSettings: common),
    // Fixtures that several test targets share.
    .target(
      name: "WorkbookFixtures", dependencies: ["CZip", .product(name: "SystemPackage", package: "swift-system")],
      path: "Tests/WorkbookFixtures", swiftSettings: common),
    // A process that tries what isolated processes must not do.
    .executableTarget(name: "ConfinementProbe", dependencies: ["CIsolation"], path: "Tests/ConfinementProbe"),
    .target(
      name: "PluginFixtures", dependencies: ["KepingPlugins", "KepingPrograms"], path: "Tests/PluginFixtures",
      swiftSettings: common),
    .target(
      name: "BatchFixtures",
      dependencies: ["KepingBatch", "KepingPrograms", "KepingPlugins", "Workbooks", "WorkbookFixtures", "PluginFixtures"],
      path: "Tests/BatchFixtures", swiftSettings: common),
    .testTarget(
      name: "WorkbooksTests", dependencies: ["Workbooks", "WorkbookFixtures", "KepingFiles"], swiftSettings: common),
    .testTarget(
      name: "KepingProgramsTests", dependencies: ["KepingPrograms", "KepingReports", "BatchFixtures", "PluginFixtures"],
      swiftSettings: common),
    .testTarget(
      name: "KepingTablesTests",
      dependencies: [
        "KepingTables", "KepingBatch", "KepingPrograms", "KepingSelection", "Workbooks", "BatchFixtures", "WorkbookFixtures",
      ],
      swiftSettings: common),
    .testTarget(
      name: "KepingBatchTests",
      dependencies: ["KepingBatch", "KepingPrograms", "KepingReports", "BatchFixtures", "PluginFixtures", "WorkbookFixtures"],
      exclude: ["Frozen"], swiftSettings: common),
    .testTarget(
      name: "KepingCommandsTests",
      dependencies: ["keping", "KepingCommands", "KepingSelection", "KepingTables", "BatchFixtures", "WorkbookFixtures"],
      swiftSettings: common),
    // Runs the steps of the manual with the command and with the library.
    .testTarget(
      name: "ManualTests",
      dependencies: [
        "keping", "KepingAuthoring", "KepingBatch", "KepingTables", "KepingReports", "KepingPrograms", "KepingPlugins",
        "KepingFiles", "KepingCore", "Workbooks", "WorkbookFixtures",
      ],
      swiftSettings: common),
    .testTarget(
      name: "KepingAuthoringTests",
      dependencies: ["KepingAuthoring", "KepingBatch", "PluginFixtures", "BatchFixtures", "WorkbookFixtures"],
      swiftSettings: common),
    .testTarget(
      name: "KepingReportsTests",
      dependencies: [
        "KepingReports", "KepingBatch", "KepingPrograms", "KepingSelection", "KepingTables", "KepingFiles", "KepingCore",
        "Workbooks",
        "BatchFixtures", "WorkbookFixtures",
      ],
      swiftSettings: common),
  ],
  swiftLanguageModes: [.v6]
)
