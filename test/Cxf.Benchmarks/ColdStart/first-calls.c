// first-calls <methods> <called> <program>: runs the program, and writes the names of the methods that it calls into the file
// <called>, each once. <methods> has a line "address name" for each method, ordered by address. The tool sets a breakpoint at the
// start of each method and removes it at the first call. Needs Linux on x64 and a program at fixed addresses. It is written in C
// because ptrace(2) wants all requests from one thread, and the child's own request between fork and exec.
#define _GNU_SOURCE
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ptrace.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct {
    unsigned long address;
    char *name;
    unsigned char instruction;
    bool called;
} Method;

static Method *methods;
static size_t count;
static int memory;

static void fail(const char *what) {
    perror(what);
    exit(1);
}

static void read_methods(const char *path) {
    FILE *file = fopen(path, "r");
    if (!file) fail(path);
    unsigned long address;
    char *name;
    while (fscanf(file, "%lx %ms", &address, &name) == 2) {
        if (count % 4096 == 0 && !(methods = realloc(methods, (count + 4096) * sizeof(Method)))) fail("memory");
        methods[count++] = (Method){.address = address, .name = name};
    }
    fclose(file);
}

static int by_address(const void *key, const void *element) {
    unsigned long address = *(const unsigned long *)key, other = ((const Method *)element)->address;
    return address < other ? -1 : address > other;
}

static void write_byte(unsigned long address, unsigned char value) {
    if (pwrite(memory, &value, 1, address) != 1) fail("breakpoint");
}

static void set_breakpoints(pid_t process) {
    char path[32];
    snprintf(path, sizeof path, "/proc/%d/mem", process);
    if ((memory = open(path, O_RDWR)) < 0) fail(path);
    for (size_t i = 0; i < count; i++)
        if (pread(memory, &methods[i].instruction, 1, methods[i].address) != 1) fail(methods[i].name);
    for (size_t i = 0; i < count; i++) write_byte(methods[i].address, 0xCC);
}

// Another thread may have come to the same method in the same moment: then the breakpoint is removed already, and this thread
// only goes back to the method's first instruction.
static void remove_breakpoint(pid_t thread, FILE *called) {
    struct user_regs_struct registers;
    if (ptrace(PTRACE_GETREGS, thread, 0, &registers) < 0) return;
    unsigned long address = registers.rip - 1;
    Method *method = bsearch(&address, methods, count, sizeof(Method), by_address);
    if (!method) return;
    registers.rip = address;
    ptrace(PTRACE_SETREGS, thread, 0, &registers);
    if (method->called) return;
    method->called = true;
    write_byte(address, method->instruction);
    fprintf(called, "%s\n", method->name);
    fflush(called);
}

int main(int argc, char **argv) {
    if (argc < 4) return 2;
    read_methods(argv[1]);
    FILE *called = fopen(argv[2], "w");
    if (!called) fail(argv[2]);
    pid_t process = fork();
    if (process == 0) {
        if (ptrace(PTRACE_TRACEME, 0, 0, 0) < 0) fail("ptrace");
        execv(argv[3], argv + 3);
        fail(argv[3]);
    }

    // The child stops when it has become the program, and has called nothing yet.
    int status;
    if (waitpid(process, &status, 0) != process || !WIFSTOPPED(status)) return 1;
    if (ptrace(PTRACE_SETOPTIONS, process, 0, PTRACE_O_TRACECLONE | PTRACE_O_EXITKILL) < 0) fail("ptrace options");
    set_breakpoints(process);
    ptrace(PTRACE_CONT, process, 0, 0);
    pid_t thread;
    while ((thread = waitpid(-1, &status, __WALL)) > 0) {
        if (!WIFSTOPPED(status)) {
            if (thread == process) return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
            continue;
        }

        // New threads report themselves (an event), and stop before they run (SIGSTOP); other signals are the program's.
        int signal = WSTOPSIG(status);
        bool event = status >> 16, own = signal == SIGTRAP || signal == SIGSTOP;
        if (!event && signal == SIGTRAP) remove_breakpoint(thread, called);
        ptrace(PTRACE_CONT, thread, 0, own ? 0 : signal);
    }
    return 0;
}
