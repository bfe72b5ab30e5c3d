/*
 * Makes the clock jump: every second question after the time of day gets an answer that is a day earlier, or a year later.
 * To be preloaded.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <sys/time.h>
#include <time.h>

static long jump(void) {
  static unsigned asked;
  switch (__atomic_fetch_add(&asked, 1, __ATOMIC_RELAXED) % 4) {
  case 1: return -86400L;
  case 3: return 365L * 86400L;
  default: return 0;
  }
}

int clock_gettime(clockid_t clock, struct timespec *answer) {
  static int (*real)(clockid_t, struct timespec *);
  if (!real) real = (int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime");
  int status = real(clock, answer);
  if (status == 0 && clock == CLOCK_REALTIME) answer->tv_sec += jump();
  return status;
}

time_t time(time_t *answer) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  if (answer) *answer = now.tv_sec;
  return now.tv_sec;
}

int gettimeofday(struct timeval *restrict answer, void *restrict zone) {
  (void)zone;
  struct timespec now;
  if (clock_gettime(CLOCK_REALTIME, &now) != 0) return -1;
  answer->tv_sec = now.tv_sec;
  answer->tv_usec = now.tv_nsec / 1000;
  return 0;
}
