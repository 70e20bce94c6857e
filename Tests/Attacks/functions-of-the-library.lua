-- Messages: functions of the library where the plugin's own are expected. Check: kinds=runtime/contract; runs=2; order
direction { "9.1", target { "示范", judge("检查", { title }, error), judge("检查", { title }, string.rep), points = 1 } }
