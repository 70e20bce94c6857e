/* The result of one application, as keping writes it. */
#ifndef RESULT_H
#define RESULT_H

#include "buffer.h"
#include "rules.h"

void result_write(struct buffer *out, const struct record *record, const struct answers *answers);

#endif
