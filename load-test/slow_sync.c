/* Loaded before the C library: makes every sync of a file take SYNC_DELAY_US microseconds longer, and
   counts them by adding one byte to the file SYNC_LOG. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

static int count_and_delay(int done) {
  static int log_file = -2;
  const char *delay = getenv("SYNC_DELAY_US");
  const char *log = getenv("SYNC_LOG");
  if (log_file == -2) log_file = log ? open(log, O_WRONLY | O_CREAT | O_APPEND, 0644) : -1;
  if (log_file >= 0 && write(log_file, ".", 1) < 0) return -1;
  if (delay) usleep((useconds_t)atoi(delay));
  return done;
}

int fdatasync(int fd) {
  int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, "fdatasync");
  return count_and_delay(real(fd));
}

int fsync(int fd) {
  int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, "fsync");
  return count_and_delay(real(fd));
}
