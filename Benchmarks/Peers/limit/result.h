/* Writes the result of one application in the format of keping. */
#ifndef RESULT_H
#define RESULT_H

#include "buffer.h"
#include "rules.h"

void result_write(struct buffer *out, const struct record *record, const struct answers *answers);

#endif
