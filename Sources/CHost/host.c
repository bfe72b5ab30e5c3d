#define _GNU_SOURCE
#include "CHost.h"

#include <pthread.h>
#include <sched.h>
#include <stdlib.h>

#if defined(__GLIBC__) || defined(__APPLE__)
static int argument_count;
static char **argument_values;

/* These C libraries hand everything that runs before main what main gets. */
__attribute__((constructor)) static void keep_arguments(int count, char **values) {
  argument_count = count;
  argument_values = values;
}

int editorial_arguments(char ***values) {
  *values = argument_values;
  return argument_count;
}
#else
int editorial_arguments(char ***values) { return 0; }
#endif

#ifdef __GLIBC__
#include <malloc.h>
#include <stdatomic.h>
#include <time.h>

void editorial_grow_memory_in_large_pieces(void) {
  mallopt(M_TOP_PAD, 1 << 20);
  /* Naming one of them fixes the others at what is right for small programs. */
  mallopt(M_TRIM_THRESHOLD, 64 << 20);
  mallopt(M_MMAP_THRESHOLD, 4 << 20);
}

struct start {
  void *(*run)(void *);
  void *argument;
  cpu_set_t allowed;
};

/* How many threads have begun. */
static atomic_uint begun;

static void *start(void *context) {
  struct start start = *(struct start *)context;
  /* The first use of its memory gives a thread memory of its own. */
  free(context);
  atomic_fetch_add(&begun, 1);
  sched_setaffinity(0, sizeof start.allowed, &start.allowed);
  return start.run(start.argument);
}

/* Returns whether there is another core, and names all the others. */
static int others(const cpu_set_t *allowed, cpu_set_t *others) {
  int here = sched_getcpu();
  if (here < 0 || here >= CPU_SETSIZE || !CPU_ISSET(here, allowed) || CPU_COUNT(allowed) < 2) return 0;
  *others = *allowed;
  CPU_CLR(here, others);
  return 1;
}

static long long nanoseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000000000LL + now.tv_nsec;
}

/* Linux lets a thread that maps memory wait for milliseconds while another one touches new pages without a pause. The caller
   is about to do that, so it gives the new thread a moment to map what it needs. */
static void await_more_than(unsigned before) {
  long long end = nanoseconds() + 300000;
  while (atomic_load(&begun) == before && nanoseconds() < end) sched_yield();
}

/* Returns 0 when the thread has been started on another core. */
static int start_elsewhere(pthread_attr_t *attributes, void *(*run)(void *), void *argument) {
  struct start *context = malloc(sizeof *context);
  cpu_set_t elsewhere;
  pthread_t thread;
  if (context != NULL && sched_getaffinity(0, sizeof context->allowed, &context->allowed) == 0 &&
      others(&context->allowed, &elsewhere) &&
      pthread_attr_setaffinity_np(attributes, sizeof elsewhere, &elsewhere) == 0) {
    context->run = run;
    context->argument = argument;
    unsigned before = atomic_load(&begun);
    if (pthread_create(&thread, attributes, start, context) == 0) {
      await_more_than(before);
      return 0;
    }
  }
  free(context);
  return -1;
}
#else
void editorial_grow_memory_in_large_pieces(void) {}

static int start_elsewhere(pthread_attr_t *attributes, void *(*run)(void *), void *argument) { return -1; }
#endif

int editorial_start_thread(void *(*run)(void *), void *argument, int must_be_elsewhere) {
  pthread_attr_t attributes;
  pthread_t thread;
  if (pthread_attr_init(&attributes) != 0) return -1;
  int error = pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  if (error == 0) error = start_elsewhere(&attributes, run, argument);
  pthread_attr_destroy(&attributes);
  if (error == 0 || must_be_elsewhere) return error;
  if (pthread_attr_init(&attributes) != 0) return -1;
  error = pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  if (error == 0) error = pthread_create(&thread, &attributes, run, argument);
  pthread_attr_destroy(&attributes);
  return error;
}
