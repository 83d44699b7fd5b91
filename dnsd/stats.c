#include "dnsd/stats.h"

#include <fcntl.h>
#include <inttypes.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "dnsd/print.h"
#include "dnsd/rrtype.h"

/* Types with a count of their own; the last stands for all others. */
static const uint16_t types[] = {1, 2, 5, 6, 12, 15, 16, 28, 33, 64, 65, 255, 0};

/* Upper bounds of the latency histogram, and how metrics write them. */
static const struct {
    uint64_t us;
    const char *seconds;
} bounds[] = {{250, "0.00025"}, {500, "0.0005"},  {1000, "0.001"},  {2500, "0.0025"}, {5000, "0.005"},
              {10000, "0.01"},  {25000, "0.025"}, {50000, "0.05"},  {100000, "0.1"},  {250000, "0.25"},
              {500000, "0.5"},  {1000000, "1"},   {2500000, "2.5"}, {5000000, "5"}};

static const char *const drop_names[DROP_COUNT] = {"no_query", "flood"};

enum { TYPES = sizeof types / sizeof *types, BOUNDS = sizeof bounds / sizeof *bounds };

struct stats {
    int statm; /* /proc/self/statm, open from the start: later nothing may be opened; -1: not there */
    time_t started;
    uint64_t udp, tcp, in_flight, log_dropped;
    uint64_t dropped[DROP_COUNT];
    uint64_t answered[OUTCOME_COUNT][TYPES];
    uint64_t latency[BOUNDS + 1], latency_us;
};

struct stats *stats_new(void)
{
    struct stats *s = calloc(1, sizeof *s);
    if (!s)
        return NULL;
    s->statm = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
    s->started = time(NULL);
    return s;
}

void stats_free(struct stats *s)
{
    if (s && s->statm >= 0)
        close(s->statm);
    free(s);
}

void stats_received(struct stats *s, bool tcp)
{
    (*(tcp ? &s->tcp : &s->udp))++;
}

static unsigned index_of(uint16_t type)
{
    unsigned i = 0;
    while (i < TYPES - 1 && types[i] != type)
        i++;
    return i;
}

void stats_answered(struct stats *s, enum outcome o, uint16_t type)
{
    s->answered[o][index_of(type)]++;
}

void stats_dropped(struct stats *s, enum drop why)
{
    s->dropped[why]++;
}

void stats_log_dropped(struct stats *s)
{
    s->log_dropped++;
}

void stats_upstream(struct stats *s, uint64_t took_us)
{
    unsigned i = 0;
    while (i < BOUNDS && took_us > bounds[i].us)
        i++;
    s->latency[i]++;
    s->latency_us += took_us;
}

static uint64_t answered(const struct stats *s, unsigned outcome)
{
    uint64_t sum = 0;
    for (unsigned t = 0; t < TYPES; t++)
        sum += s->answered[outcome][t];
    return sum;
}

static uint64_t all_answered(const struct stats *s)
{
    uint64_t sum = 0;
    for (unsigned o = 0; o < OUTCOME_COUNT; o++)
        sum += answered(s, o);
    return sum;
}

static uint64_t all_dropped(const struct stats *s)
{
    uint64_t sum = 0;
    for (unsigned why = 0; why < DROP_COUNT; why++)
        sum += s->dropped[why];
    return sum;
}

void stats_waits(struct stats *s)
{
    s->in_flight++;
}

void stats_waits_no_more(struct stats *s)
{
    s->in_flight--;
}

uint64_t stats_in_flight(const struct stats *s)
{
    return s->in_flight;
}

/* 0: not known. */
static uint64_t resident_octets(const struct stats *s)
{
    char text[128];
    char *end;
    ssize_t len = s->statm < 0 ? -1 : pread(s->statm, text, sizeof text - 1, 0);
    if (len <= 0)
        return 0;
    text[len] = '\0';
    (void)strtoull(text, &end, 10);
    return strtoull(end, NULL, 10) * (uint64_t)sysconf(_SC_PAGESIZE);
}

static double cpu_seconds(void)
{
    struct timespec t = {0};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void family(struct print *p, const char *name, const char *kind, const char *help)
{
    print_add(p, "# HELP %s %s\n# TYPE %s %s\n", name, help, name, kind);
}

static const char *type_name(char to[RRTYPE_TEXT_MAX], unsigned type)
{
    if (!types[type])
        return "other";
    rrtype_to_text(to, types[type]);
    return to;
}

static void put_queries(struct print *p, const struct stats *s)
{
    char text[RRTYPE_TEXT_MAX];
    family(p, "dnsd_received_total", "counter", "Packets from clients, by protocol.");
    print_add(p, "dnsd_received_total{proto=\"udp\"} %" PRIu64 "\n", s->udp);
    print_add(p, "dnsd_received_total{proto=\"tcp\"} %" PRIu64 "\n", s->tcp);
    family(p, "dnsd_queries_total", "counter", "Queries answered, by outcome and type.");
    for (unsigned o = 0; o < OUTCOME_COUNT; o++)
        for (unsigned t = 0; t < TYPES; t++)
            if (s->answered[o][t])
                print_add(p, "dnsd_queries_total{outcome=\"%s\",type=\"%s\"} %" PRIu64 "\n",
                          outcome_name((enum outcome)o), type_name(text, t), s->answered[o][t]);
    family(p, "dnsd_dropped_total", "counter", "Packets that got no answer, by reason.");
    for (unsigned why = 0; why < DROP_COUNT; why++)
        print_add(p, "dnsd_dropped_total{reason=\"%s\"} %" PRIu64 "\n", drop_names[why], s->dropped[why]);
    family(p, "dnsd_in_flight", "gauge", "Queries that wait for upstream.");
    print_add(p, "dnsd_in_flight %" PRIu64 "\n", stats_in_flight(s));
    family(p, "dnsd_log_lines_dropped_total", "counter", "Log lines that the reader was too slow for.");
    print_add(p, "dnsd_log_lines_dropped_total %" PRIu64 "\n", s->log_dropped);
}

static void put_latency(struct print *p, const struct stats *s)
{
    uint64_t sum = 0;
    family(p, "dnsd_upstream_duration_seconds", "histogram",
           "Time from a query to upstream's answer to it, resends included.");
    for (unsigned i = 0; i < BOUNDS; i++) {
        sum += s->latency[i];
        print_add(p, "dnsd_upstream_duration_seconds_bucket{le=\"%s\"} %" PRIu64 "\n", bounds[i].seconds,
                  sum);
    }
    sum += s->latency[BOUNDS];
    print_add(p, "dnsd_upstream_duration_seconds_bucket{le=\"+Inf\"} %" PRIu64 "\n", sum);
    print_add(p, "dnsd_upstream_duration_seconds_sum %.6f\n", (double)s->latency_us / 1e6);
    print_add(p, "dnsd_upstream_duration_seconds_count %" PRIu64 "\n", sum);
}

static void put_process(struct print *p, const struct stats *s)
{
    family(p, "process_resident_memory_bytes", "gauge", "Resident memory size in bytes.");
    print_add(p, "process_resident_memory_bytes %" PRIu64 "\n", resident_octets(s));
    family(p, "process_cpu_seconds_total", "counter", "Total user and system CPU time spent in seconds.");
    print_add(p, "process_cpu_seconds_total %.6f\n", cpu_seconds());
    family(p, "process_start_time_seconds", "gauge",
           "Start time of the process since unix epoch in seconds.");
    print_add(p, "process_start_time_seconds %lld\n", (long long)s->started);
    family(p, "dnsd_build_info", "gauge", "1, with the version.");
    print_add(p, "dnsd_build_info{version=\"%s\"} 1\n", AGENT_ENV_VERSION);
}

size_t stats_prometheus(const struct stats *s, char to[STATS_TEXT_MAX])
{
    struct print p = {.to = to, .room = STATS_TEXT_MAX};
    put_queries(&p, s);
    put_latency(&p, s);
    put_process(&p, s);
    return p.len;
}

size_t stats_line(const struct stats *s, char to[STATS_TEXT_MAX])
{
    struct print p = {.to = to, .room = STATS_TEXT_MAX};
    print_add(&p, "stats: received=%" PRIu64 " answered=%" PRIu64 " dropped=%" PRIu64 " in_flight=%" PRIu64,
              s->udp + s->tcp, all_answered(s), all_dropped(s), stats_in_flight(s));
    for (unsigned o = 0; o < OUTCOME_COUNT; o++)
        if (answered(s, o))
            print_add(&p, " %s=%" PRIu64, outcome_name((enum outcome)o), answered(s, o));
    print_add(&p, " log_dropped=%" PRIu64 " resident_bytes=%" PRIu64 "\n", s->log_dropped,
              resident_octets(s));
    return p.len;
}
