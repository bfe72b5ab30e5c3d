#ifndef EDITORIAL_CHOST_H
#define EDITORIAL_CHOST_H

#include <pthread.h>

/* What Swift cannot ask of the C library by itself. */

/* Makes glibc take memory by the megabyte: that of a thread grows by one system call for each page otherwise, and every
   thread waits for each of them. Elsewhere nothing. */
void editorial_grow_memory_in_large_pieces(void);

/* As pthread_create, on another core than the caller's where there is one: Linux may leave a new thread on the core of
   whoever made it, where it waits while another core is idle. The thread may go anywhere afterwards.

   Returns 0, or the error of pthread_create; run is not called then. */
int editorial_create_thread_elsewhere(pthread_t *thread, void *(*run)(void *), void *argument);

#endif
