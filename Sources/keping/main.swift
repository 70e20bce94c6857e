import KepingCore
import KepingPlugins
import SystemPackage
let folder = try PluginFolder(FilePath("Plugins"))
for f in folder.faults { print(f.text(.english)) }
for p in folder.plugins {
  do { let x = try PluginProgram(p); print(p.id, x.program.directions.map { "\($0.id):\($0.clauses.count)" }.joined(separator: " ")) } catch { print(error.text(.english)) }
}
