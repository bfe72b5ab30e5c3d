#define _GNU_SOURCE
#include "CHost.h"

#include <sched.h>
#include <stdlib.h>

#ifdef __GLIBC__
#include <malloc.h>

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

static void *start(void *context) {
  struct start start = *(struct start *)context;
  free(context);
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

int editorial_create_thread_elsewhere(pthread_t *thread, void *(*run)(void *), void *argument) {
  struct start *context = malloc(sizeof *context);
  cpu_set_t elsewhere;
  pthread_attr_t attributes;
  if (context != NULL && sched_getaffinity(0, sizeof context->allowed, &context->allowed) == 0 &&
      others(&context->allowed, &elsewhere) && pthread_attr_init(&attributes) == 0) {
    context->run = run;
    context->argument = argument;
    int error = pthread_attr_setaffinity_np(&attributes, sizeof elsewhere, &elsewhere);
    if (error == 0) error = pthread_create(thread, &attributes, start, context);
    pthread_attr_destroy(&attributes);
    if (error == 0) return 0;
  }
  free(context);
  return pthread_create(thread, NULL, run, argument);
}
#else
void editorial_grow_memory_in_large_pieces(void) {}

int editorial_create_thread_elsewhere(pthread_t *thread, void *(*run)(void *), void *argument) {
  return pthread_create(thread, NULL, run, argument);
}
#endif
