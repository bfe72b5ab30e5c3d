/*
 * Runs a command, and makes one of its system calls that write go wrong.
 *
 *   inject --at N --fault FAULT [--only NAME] [--path PART] --report FILE -- command argument...
 *
 * Counted are the calls that change files, by any process whose program is called NAME. At the N-th one the process is
 * killed before the call (kill), killed after half of a write (torn), or the call fails: once (eio, eacces), or it and all
 * that follow (enospc, erofs). With --path only calls on paths that contain PART count. The report has the number of
 * calls that were counted, and the name of the one that went wrong.
 *
 * It is a tracer and no preloaded library, so that it sees every call, however the program is linked.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

#if !defined(__x86_64__) || !defined(__linux__)
int main(void) {
  fprintf(stderr, "inject: this needs Linux on x86-64\n");
  return 77;
}
#else

enum { most_threads = 4096 };
struct thread {
  pid_t id;
  int is_inside; /* of a system call */
  long error;    /* that the call is to return; 0: none */
  int is_doomed; /* is to be killed when the call is over */
};
static struct thread threads[most_threads];
static int thread_count;

static const char *only, *part, *fault = "kill", *report;
static long at, counted;
static char struck[64] = "none";

static struct thread *thread_of(pid_t id) {
  for (int i = 0; i < thread_count; i++)
    if (threads[i].id == id) return &threads[i];
  if (thread_count == most_threads) {
    fprintf(stderr, "inject: too many threads\n");
    exit(70);
  }
  threads[thread_count].id = id;
  threads[thread_count].is_inside = 0;
  threads[thread_count].error = 0;
  threads[thread_count].is_doomed = 0;
  return &threads[thread_count++];
}

static void forget(pid_t id) {
  for (int i = 0; i < thread_count; i++)
    if (threads[i].id == id) {
      threads[i] = threads[--thread_count];
      return;
    }
}

static int is_meant(pid_t id) {
  if (!only) return 1;
  char link[64], path[PATH_MAX];
  snprintf(link, sizeof link, "/proc/%d/exe", id);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  const char *name = strrchr(path, '/');
  return strcmp(name ? name + 1 : path, only) == 0;
}

static int is_on_path(const char *path) { return !part || strstr(path, part) != NULL; }

static int path_matches(pid_t id, unsigned long long address) {
  if (!part) return 1;
  char path[PATH_MAX];
  memset(path, 0, sizeof path);
  struct iovec here = {path, sizeof path - 1}, there = {(void *)address, sizeof path - 1};
  if (process_vm_readv(id, &here, 1, &there, 1, 0) < 0) {
    /* The end of the page may be the end of what can be read. */
    size_t rest = 4096 - (address & 4095);
    here.iov_len = there.iov_len = rest < sizeof path - 1 ? rest : sizeof path - 1;
    if (process_vm_readv(id, &here, 1, &there, 1, 0) < 0) return 0;
  }
  return is_on_path(path);
}

/* Whether the descriptor is an open file, and neither a pipe nor a terminal. */
static int is_file(pid_t id, int descriptor) {
  char link[64], path[PATH_MAX];
  snprintf(link, sizeof link, "/proc/%d/fd/%d", id, descriptor);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length <= 0) return 0;
  path[length] = 0;
  return path[0] == '/' && strncmp(path, "/dev/", 5) != 0 && is_on_path(path);
}

static const char *writing_call(pid_t id, const struct user_regs_struct *registers) {
  const int changing = O_CREAT | O_WRONLY | O_RDWR | O_TRUNC;
  switch (registers->orig_rax) {
  case SYS_open: return (registers->rsi & changing) && path_matches(id, registers->rdi) ? "open" : NULL;
  case SYS_openat: return (registers->rdx & changing) && path_matches(id, registers->rsi) ? "openat" : NULL;
  case SYS_creat: return path_matches(id, registers->rdi) ? "creat" : NULL;
  case SYS_write: return is_file(id, registers->rdi) ? "write" : NULL;
  case SYS_pwrite64: return is_file(id, registers->rdi) ? "pwrite64" : NULL;
  case SYS_writev: return is_file(id, registers->rdi) ? "writev" : NULL;
  case SYS_ftruncate: return is_file(id, registers->rdi) ? "ftruncate" : NULL;
  case SYS_fsync: return is_file(id, registers->rdi) ? "fsync" : NULL;
  case SYS_fdatasync: return is_file(id, registers->rdi) ? "fdatasync" : NULL;
  case SYS_fchmod: return is_file(id, registers->rdi) ? "fchmod" : NULL;
  case SYS_rename: return path_matches(id, registers->rsi) ? "rename" : NULL;
  case SYS_renameat: return path_matches(id, registers->r10) ? "renameat" : NULL;
  case SYS_renameat2: return path_matches(id, registers->r10) ? "renameat2" : NULL;
  case SYS_link: return path_matches(id, registers->rsi) ? "link" : NULL;
  case SYS_linkat: return path_matches(id, registers->r10) ? "linkat" : NULL;
  case SYS_symlink: return path_matches(id, registers->rsi) ? "symlink" : NULL;
  case SYS_symlinkat: return path_matches(id, registers->rdx) ? "symlinkat" : NULL;
  case SYS_unlink: return path_matches(id, registers->rdi) ? "unlink" : NULL;
  case SYS_unlinkat: return path_matches(id, registers->rsi) ? "unlinkat" : NULL;
  case SYS_rmdir: return path_matches(id, registers->rdi) ? "rmdir" : NULL;
  case SYS_mkdir: return path_matches(id, registers->rdi) ? "mkdir" : NULL;
  case SYS_mkdirat: return path_matches(id, registers->rsi) ? "mkdirat" : NULL;
  case SYS_chmod: return path_matches(id, registers->rdi) ? "chmod" : NULL;
  case SYS_fchmodat: return path_matches(id, registers->rsi) ? "fchmodat" : NULL;
  case SYS_truncate: return path_matches(id, registers->rdi) ? "truncate" : NULL;
  default: return NULL;
  }
}

static void kill_process(pid_t thread) {
  char name[64], line[256];
  pid_t process = thread;
  snprintf(name, sizeof name, "/proc/%d/status", thread);
  FILE *status = fopen(name, "r");
  while (status && fgets(line, sizeof line, status))
    if (sscanf(line, "Tgid: %d", &process) == 1) break;
  if (status) fclose(status);
  kill(process, SIGKILL);
}

static void enter(struct thread *thread) {
  struct user_regs_struct registers;
  if (ptrace(PTRACE_GETREGS, thread->id, 0, &registers) != 0) return;
  const char *call = writing_call(thread->id, &registers);
  if (!call || !is_meant(thread->id)) return;
  counted++;
  int is_lasting = strcmp(fault, "enospc") == 0 || strcmp(fault, "erofs") == 0;
  if (at == 0 || counted < at || (counted > at && !is_lasting)) return;
  if (counted == at) snprintf(struck, sizeof struck, "%s", call);
  if (strcmp(fault, "kill") == 0) {
    kill_process(thread->id);
  } else if (strcmp(fault, "torn") == 0) {
    thread->is_doomed = 1;
    if (registers.orig_rax == SYS_write || registers.orig_rax == SYS_pwrite64) {
      registers.rdx /= 2;
      ptrace(PTRACE_SETREGS, thread->id, 0, &registers);
    }
  } else {
    /* Taking away is possible on a full disk. */
    int removes = strncmp(call, "unlink", 6) == 0 || strcmp(call, "rmdir") == 0 || strcmp(call, "ftruncate") == 0;
    if (strcmp(fault, "enospc") == 0 && removes) return;
    thread->error = strcmp(fault, "enospc") == 0   ? ENOSPC
                    : strcmp(fault, "erofs") == 0  ? EROFS
                    : strcmp(fault, "eacces") == 0 ? EACCES
                                                   : EIO;
    registers.orig_rax = (unsigned long long)-1;
    ptrace(PTRACE_SETREGS, thread->id, 0, &registers);
  }
}

static void leave(struct thread *thread) {
  if (thread->is_doomed) kill_process(thread->id);
  if (!thread->error) return;
  struct user_regs_struct registers;
  if (ptrace(PTRACE_GETREGS, thread->id, 0, &registers) == 0) {
    registers.rax = (unsigned long long)-thread->error;
    ptrace(PTRACE_SETREGS, thread->id, 0, &registers);
  }
  thread->error = 0;
}

static int follow(pid_t first) {
  int status, ending = 70;
  for (;;) {
    pid_t id = waitpid(-1, &status, __WALL);
    if (id < 0) {
      if (errno == EINTR) continue;
      return ending; /* nobody is left */
    }
    if (WIFEXITED(status) || WIFSIGNALED(status)) {
      if (id == first) ending = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
      forget(id);
      continue;
    }
    int signal = WSTOPSIG(status), passed = 0;
    struct thread *thread = thread_of(id);
    if (signal == (SIGTRAP | 0x80)) {
      thread->is_inside = !thread->is_inside;
      if (thread->is_inside) enter(thread); else leave(thread);
    } else if (status >> 16 == 0 && signal != SIGSTOP) {
      passed = signal;
    }
    ptrace(PTRACE_SYSCALL, id, 0, passed);
  }
}

int main(int count, char **arguments) {
  int i = 1;
  for (; i + 1 < count && strcmp(arguments[i], "--") != 0; i += 2) {
    const char *name = arguments[i], *value = arguments[i + 1];
    if (strcmp(name, "--at") == 0) at = atol(value);
    else if (strcmp(name, "--fault") == 0) fault = value;
    else if (strcmp(name, "--only") == 0) only = value;
    else if (strcmp(name, "--path") == 0) part = value;
    else if (strcmp(name, "--report") == 0) report = value;
    else i = count;
  }
  if (i + 1 >= count || !report) {
    fprintf(stderr, "usage: inject --at N --fault FAULT [--only NAME] [--path PART] --report FILE -- command...\n");
    return 64;
  }
  pid_t child = fork();
  if (child == 0) {
    ptrace(PTRACE_TRACEME, 0, 0, 0);
    raise(SIGSTOP);
    execvp(arguments[i + 1], arguments + i + 1);
    _exit(127);
  }
  int status;
  if (child < 0 || waitpid(child, &status, 0) != child) return 70;
  long options = PTRACE_O_TRACESYSGOOD | PTRACE_O_TRACEFORK | PTRACE_O_TRACEVFORK | PTRACE_O_TRACECLONE |
                 PTRACE_O_TRACEEXEC | PTRACE_O_EXITKILL;
  if (ptrace(PTRACE_SETOPTIONS, child, 0, options) != 0) {
    perror("inject: cannot trace");
    kill(child, SIGKILL);
    return 77;
  }
  thread_of(child);
  ptrace(PTRACE_SYSCALL, child, 0, 0);
  int ending = follow(child);
  FILE *file = fopen(report, "w");
  if (!file) return 70;
  fprintf(file, "%ld %s\n", counted, struck);
  fclose(file);
  return ending;
}
#endif
