-- Numbers: a year far below zero, as a float, in a comparison of two years. Check: kinds=load/runtime
local odd, usual = applicant.rdExpense[-2^40], applicant.rdExpense[2023]
direction { "9.1", target { "示范", usual:more_than(odd), points = 1 } }
