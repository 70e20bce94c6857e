-- Host work: functions with thousands of operands, made again and again. Check: kinds=load/instructions/memory; seconds=6
local t = {}
for i = 1, 9000 do t[i] = applicant.rdExpense[2023] end
for i = 1, 1e9 do judge("检查", t, error) end
