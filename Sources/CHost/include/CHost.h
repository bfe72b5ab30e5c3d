#ifndef EDITORIAL_CHOST_H
#define EDITORIAL_CHOST_H

/* What Swift cannot ask of the C library by itself. */

/* Makes glibc take memory by the megabyte: that of a thread grows by one system call for each page otherwise, and every
   thread waits for each of them. Elsewhere nothing. */
void editorial_grow_memory_in_large_pieces(void);

/* Points to what the program was called with, itself first, and returns how many words that are; 0 where it cannot be had.
   Swift looks for them in the stack of the first thread, whose bounds it reads from a file of the kernel. */
int editorial_arguments(char ***values);

/* Starts a thread that nobody waits for, on another core than the caller's where there is one: Linux may leave a new thread
   on the core of whoever made it, where it waits while another core is idle. The thread may go anywhere afterwards.

   Returns 0; else there is no thread, and run is not called: none could be had or, when it must be elsewhere, there is no
   other core. */
int editorial_start_thread(void *(*run)(void *), void *argument, int must_be_elsewhere);

#endif
