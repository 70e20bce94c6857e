import KepingCommands

Keping.run()
