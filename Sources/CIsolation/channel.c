/* The transfer of bytes between a parent and its child. */
#include <errno.h>
#include <sys/socket.h>

#include "keping_isolation.h"

static int64_t outcome(ssize_t count) {
    if (count >= 0) return count;
    return errno == EAGAIN || errno == EWOULDBLOCK ? KI_WAITING : KI_FAILED;
}

int64_t ki_send(int32_t channel, const void *bytes, size_t count) {
    ssize_t sent;
    do sent = send(channel, bytes, count, MSG_NOSIGNAL);
    while (sent < 0 && errno == EINTR);
    return outcome(sent);
}

int64_t ki_receive(int32_t channel, void *bytes, size_t count) {
    ssize_t received;
    do received = recv(channel, bytes, count, 0);
    while (received < 0 && errno == EINTR);
    return outcome(received);
}
