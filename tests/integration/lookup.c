/* lookup.c: what a C program's own library says about a name, and how long it took to say it.
 *   lookup NAME      each address on a line, or the error
 *   lookup -r ADDR   the name of an IPv4 address, or the error
 * and last a line `ms N`. Built by the tests with musl. */
#include <arpa/inet.h>
#include <netdb.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>

static int forward(const char *name)
{
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM}, *found = NULL;
    int error = getaddrinfo(name, NULL, &hints, &found);
    for (const struct addrinfo *a = found; a; a = a->ai_next) {
        char text[100];
        getnameinfo(a->ai_addr, a->ai_addrlen, text, sizeof text, NULL, 0, NI_NUMERICHOST);
        puts(text);
    }
    if (found)
        freeaddrinfo(found);
    return error;
}

static int reverse(const char *address)
{
    struct sockaddr_in to = {.sin_family = AF_INET};
    char name[256];
    if (inet_pton(AF_INET, address, &to.sin_addr) != 1)
        return EAI_NONAME;
    int error = getnameinfo((struct sockaddr *)&to, sizeof to, name, sizeof name, NULL, 0, NI_NAMEREQD);
    if (!error)
        puts(name);
    return error;
}

int main(int argc, char **argv)
{
    if (argc < 2)
        return 2;
    struct timespec from, to;
    clock_gettime(CLOCK_MONOTONIC, &from);
    int error = strcmp(argv[1], "-r") == 0 && argc == 3 ? reverse(argv[2]) : forward(argv[1]);
    clock_gettime(CLOCK_MONOTONIC, &to);
    if (error)
        puts(gai_strerror(error));
    printf("ms %lld\n", (long long)(to.tv_sec - from.tv_sec) * 1000 + (to.tv_nsec - from.tv_nsec) / 1000000);
    return error ? 1 : 0;
}
