#include "tests/unit/cmocka_all.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "common/dname.h"
#include "dnsd/qlog.h"

struct fixture {
    struct event_base *base;
    struct stats *stats;
    struct qlog *log;
    int reader, writer;
    uint8_t name[DNAME_MAX];
    struct request request;
    struct address client;
    struct qlog_line line;
};

static void begin(struct fixture *f, enum log_format format, const char *name)
{
    int ends[2];
    size_t len;
    *f = (struct fixture){.base = event_base_new(), .stats = stats_new()};
    assert_int_equal(pipe2(ends, O_NONBLOCK), 0);
    f->reader = ends[0];
    f->writer = ends[1];
    f->log = qlog_new(f->base, f->writer, format, f->stats);
    assert_null(dname_from_text(name, strlen(name), f->name, &len));
    assert_null(address_from_text("127.0.0.1:50759", 15, 0, &f->client));
    f->request = (struct request){
        .qname = f->name, .qname_len = (uint16_t)len, .id = 29008, .qtype = 1, .qclass = 1, .udp_size = 4096};
    f->line = (struct qlog_line){.client = &f->client,
                                 .request = &f->request,
                                 .query_len = 41,
                                 .answer = (const uint8_t *)"\0\0\x81\xa0\0\0\0\0\0\0\0\0",
                                 .answer_len = 68,
                                 .took_us = 37990};
}

static void end(struct fixture *f)
{
    qlog_free(f->log);
    stats_free(f->stats);
    event_base_free(f->base);
    close(f->reader);
    close(f->writer);
}

static void writes(struct fixture *f, const char *expected)
{
    char text[8192];
    qlog_query(f->log, &f->line);
    qlog_flush(f->log);
    ssize_t len = read(f->reader, text, sizeof text - 1);
    assert_true(len > 0);
    text[len] = '\0';
    assert_string_equal(text, expected);
}

static void fails(struct fixture *f, const char *expected)
{
    char text[8192];
    qlog_error(f->log, &f->request, 2, "upstream is silent");
    qlog_flush(f->log);
    ssize_t len = read(f->reader, text, sizeof text - 1);
    assert_true(len > 0);
    text[len] = '\0';
    assert_string_equal(text, expected);
}

static void a_failure_is_told_in_corednss_words_or_as_json(void **state)
{
    (void)state;
    struct fixture f;
    begin(&f, LOG_COREDNS, "Example.ORG");
    fails(&f, "[ERROR] plugin/errors: 2 example.org. A: upstream is silent\n");
    end(&f);
    begin(&f, LOG_JSON, "q\\\"uote.test");
    fails(&f,
          "{\"error\":\"upstream is silent\",\"rcode\":2,\"name\":\"q\\\\\\\"uote.test.\",\"type\":\"A\"}\n");
    end(&f);
}

static void the_line_is_that_of_coredns(void **state)
{
    (void)state;
    struct fixture f;
    begin(&f, LOG_COREDNS, "Example.ORG");
    writes(&f,
           "[INFO] 127.0.0.1:50759 - 29008 \"A IN example.org. udp 41 false 4096\" NOERROR qr,rd,ra,ad 68 "
           "0.03799s\n");
    assert_null(address_from_text("[fd00::1]:5", 11, 0, &f.client));
    f.request.dnssec_ok = f.line.tcp = true;
    f.request.qtype = 65280;
    f.line.answer = (const uint8_t *)"\0\0\x87\xf3";
    f.line.took_us = 2000000;
    f.line.note = "denied";
    writes(&f, "[INFO] [fd00::1]:5 - 29008 \"TYPE65280 IN example.org. tcp 41 true 65535\" NXDOMAIN "
               "qr,aa,tc,rd,ra,z,ad,cd 68 2s denied\n");
    f.request.qname = NULL;
    f.line.answer = NULL;
    f.line.note = NULL;
    f.line.took_us = 1;
    writes(&f, "[INFO] [fd00::1]:5 - 29008 \"TYPE65280 IN . tcp 41 true 65535\" - - 68 0.000001s\n");
    end(&f);
}

static void json_has_the_same(void **state)
{
    (void)state;
    struct fixture f;
    begin(&f, LOG_JSON, "we\\\"ird.x");
    writes(&f, "{\"client\":\"127.0.0.1:50759\",\"id\":29008,\"type\":\"A\",\"class\":\"IN\",\"name\":"
               "\"we\\\\\\\"ird.x.\",\"proto\":\"udp\",\"size\":41,\"do\":false,\"bufsize\":4096,\"rcode\":"
               "\"NOERROR\","
               "\"flags\":\"qr,rd,ra,ad\",\"rsize\":68,\"duration\":0.03799}\n");
    f.line.note = "denied";
    qlog_query(f.log, &f.line);
    qlog_flush(f.log);
    char text[1024] = "";
    assert_true(read(f.reader, text, sizeof text - 1) > 0);
    assert_non_null(strstr(text, ",\"note\":\"denied\"}\n"));
    end(&f);
}

static void the_longest_line_fits(void **state)
{
    (void)state;
    struct fixture f;
    char text[8192];
    for (unsigned format = LOG_COREDNS; format <= LOG_JSON; format++) {
        begin(&f, (enum log_format)format, ".");
        for (unsigned at = 0, label = 63; at < 254; at += label + 1, label = at == 192 ? 61 : 63) {
            f.name[at] = (uint8_t)label;
            memset(f.name + at + 1, 0xff, label);
            f.name[at + label + 1] = 0;
        }
        f.line.query_len = f.line.answer_len = SIZE_MAX;
        f.line.took_us = UINT64_MAX;
        f.line.note = "upstream malformed";
        qlog_query(f.log, &f.line);
        qlog_flush(f.log);
        ssize_t len = read(f.reader, text, sizeof text);
        assert_true(len > 1000);
        assert_int_equal(text[len - 1], '\n');
        end(&f);
    }
}

static void a_stalled_reader_loses_lines_and_hears_how_many(void **state)
{
    (void)state;
    struct fixture f;
    char text[65536];
    size_t total = 0;
    begin(&f, LOG_COREDNS, "example.org");
    for (int i = 0; i < 4000; i++) /* more than the pipe and the buffer hold */
        qlog_query(f.log, &f.line);
    char metrics[STATS_TEXT_MAX];
    stats_line(f.stats, metrics);
    const char *at = strstr(metrics, "log_dropped=");
    unsigned long dropped = 0;
    assert_int_equal(sscanf(at, "log_dropped=%lu", &dropped), 1);
    assert_true(dropped > 0 && dropped < 4000);
    char words[64];
    snprintf(words, sizeof words, "[WARNING] log: %lu lines dropped", dropped);
    size_t lines = 0;
    bool told = false;
    for (int i = 0; i < 8 && !told; i++) {
        qlog_flush(f.log);
        ssize_t len = read(f.reader, text, sizeof text - 1);
        if (len <= 0)
            continue;
        text[len] = '\0';
        for (const char *p = text; (p = strchr(p, '\n')) != NULL; p++)
            lines++;
        told = strstr(text, words);
        total += (size_t)len;
    }
    assert_true(told);
    assert_int_equal(lines, 4000 - dropped + 1);
    assert_true(total > BUFSIZ);
    end(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_failure_is_told_in_corednss_words_or_as_json),
                                       cmocka_unit_test(the_line_is_that_of_coredns),
                                       cmocka_unit_test(json_has_the_same),
                                       cmocka_unit_test(the_longest_line_fits),
                                       cmocka_unit_test(a_stalled_reader_loses_lines_and_hears_how_many)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
