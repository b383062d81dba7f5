/* SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
 * SPDX-License-Identifier: MIT
 *
 * Stands before the C library (LD_PRELOAD) and lets one call fail that concerns a file below a folder:
 * failing_arm(folder, kind, at) counts from then on, and the call number `at` fails; failing_disarm() says how many calls there were.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

enum { NOTHING = 0, IO_ERROR = 1, INTERRUPTED = 2, SHORT = 3 };

static char folder[4096];
static int kind;
static long at, seen;

void failing_arm(const char *below, int what, long number)
{
    snprintf(folder, sizeof folder, "%s", below);
    at = number;
    seen = 0;
    kind = what;
}

long failing_disarm(void)
{
    folder[0] = 0;
    return seen;
}

static int concerns(const char *path)
{
    return folder[0] && path && strncmp(path, folder, strlen(folder)) == 0;
}

static int open_there(int handle)
{
    char link[64], path[4096];
    ssize_t length;
    if (!folder[0])
        return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", handle);
    length = readlink(link, path, sizeof path - 1);
    if (length < 0)
        return 0;
    path[length] = 0;
    return concerns(path);
}

/* Whether this call is the one to fail; `partial` when it can be done in part. */
static int fails(int concerned, int partial)
{
    if (!concerned || (kind == SHORT && !partial))
        return 0;
    return ++seen == at;
}

static int failed(void)
{
    errno = kind == INTERRUPTED ? EINTR : EIO;
    return -1;
}

#define NEXT(name) \
    static __typeof__(&name) next; \
    if (!next) \
        next = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

ssize_t write(int handle, const void *data, size_t size)
{
    NEXT(write);
    if (fails(open_there(handle), size > 1))
        return kind == SHORT ? next(handle, data, size / 2) : failed();
    return next(handle, data, size);
}

ssize_t pwrite(int handle, const void *data, size_t size, off_t offset)
{
    NEXT(pwrite);
    if (fails(open_there(handle), size > 1))
        return kind == SHORT ? next(handle, data, size / 2, offset) : failed();
    return next(handle, data, size, offset);
}

ssize_t pwrite64(int handle, const void *data, size_t size, off64_t offset)
{
    NEXT(pwrite64);
    if (fails(open_there(handle), size > 1))
        return kind == SHORT ? next(handle, data, size / 2, offset) : failed();
    return next(handle, data, size, offset);
}

ssize_t pread(int handle, void *data, size_t size, off_t offset)
{
    NEXT(pread);
    if (fails(open_there(handle), size > 1))
        return kind == SHORT ? next(handle, data, size / 2, offset) : failed();
    return next(handle, data, size, offset);
}

ssize_t pread64(int handle, void *data, size_t size, off64_t offset)
{
    NEXT(pread64);
    if (fails(open_there(handle), size > 1))
        return kind == SHORT ? next(handle, data, size / 2, offset) : failed();
    return next(handle, data, size, offset);
}

int fsync(int handle)
{
    NEXT(fsync);
    return fails(open_there(handle), 0) ? failed() : next(handle);
}

int fdatasync(int handle)
{
    NEXT(fdatasync);
    return fails(open_there(handle), 0) ? failed() : next(handle);
}

int ftruncate(int handle, off_t size)
{
    NEXT(ftruncate);
    return fails(open_there(handle), 0) ? failed() : next(handle, size);
}

int ftruncate64(int handle, off64_t size)
{
    NEXT(ftruncate64);
    return fails(open_there(handle), 0) ? failed() : next(handle, size);
}

int unlink(const char *path)
{
    NEXT(unlink);
    return fails(concerns(path), 0) ? failed() : next(path);
}

int rename(const char *from, const char *to)
{
    NEXT(rename);
    return fails(concerns(from), 0) ? failed() : next(from, to);
}
