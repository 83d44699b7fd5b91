/* Dates and spans of time, held against Helm's results under TZ=UTC. */
#include <stdlib.h>

#include "tests/support/template_case.h"
#include "tests/unit/cmocka_all.h"

#define CHECK(table)                                                                                         \
    (void)state;                                                                                             \
    template_case_check(table, sizeof table / sizeof *table)

static const struct template_case parsed[] = {
    {"{{ mustToDate \"06-1-2\" \"20240229101112\" }}",
     "! 1:3 <mustToDate \"06-1-2\" \"20240229101112\">: error calling mustToDate: parsing time "
     "\"20240229101112\" as \"06-1-2\": cannot parse \"240229101112\" as \"-\""},
    {"{{ mustToDate \"2006-01-02T15:04:05.999999999Z07:00\" \"60 2024\" }}",
     "! 1:3 <mustToDate \"2006-01-02T15:04:05.999999999Z07:00\" \"60 2024\">: error calling mustToDate: "
     "parsing time \"60 2024\" as \"2006-01-02T15:04:05.999999999Z07:00\": cannot parse \"60 2024\" as "
     "\"2006\""},
    {"{{ mustToDate \"Monday, 02-Jan-06 15:04:05 MST\" \"Feb 29 10:00:00.123\" }}",
     "! 1:3 <mustToDate \"Monday, 02-Jan-06 15:04:05 MST\" \"Feb 29 10:00:00.123\">: error calling "
     "mustToDate: parsing time \"Feb 29 10:00:00.123\" as \"Monday, 02-Jan-06 15:04:05 MST\": cannot parse "
     "\"Feb 29 10:00:00.123\" as \"Monday\""},
    {"{{ mustToDate \"_2 Jan\" \"2024-02-29x\" }}",
     "! 1:3 <mustToDate \"_2 Jan\" \"2024-02-29x\">: error calling mustToDate: parsing time \"2024-02-29x\" "
     "as \"_2 Jan\": cannot parse \"24-02-29x\" as \" \""},
    {"{{ mustToDate \"January 2 2006\" \"Feb 29 10:00:00.123\" }}",
     "! 1:3 <mustToDate \"January 2 2006\" \"Feb 29 10:00:00.123\">: error calling mustToDate: parsing time "
     "\"Feb 29 10:00:00.123\" as \"January 2 2006\": cannot parse \"Feb 29 10:00:00.123\" as \"January\""},
    {"{{ mustToDate \"_2006\" \"0001-01-01T00:00:00Z\" }}",
     "! 1:3 <mustToDate \"_2006\" \"0001-01-01T00:00:00Z\">: error calling mustToDate: parsing time "
     "\"0001-01-01T00:00:00Z\" as \"_2006\": cannot parse \"0001-01-01T00:00:00Z\" as \"_\""},
    {"{{ mustToDate \"3:04PM\" \"2024-060\" }}", "! 1:3 <mustToDate \"3:04PM\" \"2024-060\">: error calling "
                                                 "mustToDate: parsing time \"2024-060\": hour out of range"},
    {"{{ mustToDate \"Mon Jan 2 15:04:05 MST 2006\" \"\" }}",
     "! 1:3 <mustToDate \"Mon Jan 2 15:04:05 MST 2006\" \"\">: error calling mustToDate: parsing time \"\" "
     "as \"Mon Jan 2 15:04:05 MST 2006\": cannot parse \"\" as \"Mon\""},
    {"{{ mustToDate \"2006-01-02 15:04:05\" \"2024-02-31\" }}",
     "! 1:3 <mustToDate \"2006-01-02 15:04:05\" \"2024-02-31\">: error calling mustToDate: parsing time "
     "\"2024-02-31\" as \"2006-01-02 15:04:05\": cannot parse \"\" as \"15\""},
    {"{{ mustToDate \"2006-01-02\" \"2024-02-29 12:00:00.5\" }}",
     "! 1:3 <mustToDate \"2006-01-02\" \"2024-02-29 12:00:00.5\">: error calling mustToDate: parsing time "
     "\"2024-02-29 12:00:00.5\": extra text: \" 12:00:00.5\""},
    {"{{ mustToDate \"January 2 2006\" \"2024-02-29T24:00:00Z\" }}",
     "! 1:3 <mustToDate \"January 2 2006\" \"2024-02-29T24:00:00Z\">: error calling mustToDate: parsing time "
     "\"2024-02-29T24:00:00Z\" as \"January 2 2006\": cannot parse \"2024-02-29T24:00:00Z\" as \"January\""},
    {"{{ mustToDate \"\" \"February 3 2024\" }}",
     "! 1:3 <mustToDate \"\" \"February 3 2024\">: error calling mustToDate: parsing time \"February 3 "
     "2024\": extra text: \"February 3 2024\""},
    {"{{ mustToDate \"__2 2006\" \"68-1-1\" }}",
     "! 1:3 <mustToDate \"__2 2006\" \"68-1-1\">: error calling mustToDate: parsing time \"68-1-1\" as \"__2 "
     "2006\": cannot parse \"-1-1\" as \" \""},
    {"{{ mustToDate \"2006-01-02 15:04:05\" \"  5 2024\" }}",
     "! 1:3 <mustToDate \"2006-01-02 15:04:05\" \"  5 2024\">: error calling mustToDate: parsing time \"  5 "
     "2024\" as \"2006-01-02 15:04:05\": cannot parse \"  5 2024\" as \"2006\""},
    {"{{ mustToDate \"06-1-2\" \"2024-02-29T23:59:59Z\" }}",
     "! 1:3 <mustToDate \"06-1-2\" \"2024-02-29T23:59:59Z\">: error calling mustToDate: parsing time "
     "\"2024-02-29T23:59:59Z\" as \"06-1-2\": cannot parse \"24-02-29T23:59:59Z\" as \"-\""},
    {"{{ mustToDate \"20060102150405\" \"29/02/2024\" }}",
     "! 1:3 <mustToDate \"20060102150405\" \"29/02/2024\">: error calling mustToDate: parsing time "
     "\"29/02/2024\" as \"20060102150405\": cannot parse \"29/02/2024\" as \"2006\""},
    {"{{ mustToDate \"20060102150405\" \"a\\\"b\" }}",
     "! 1:3 <mustToDate \"20060102150405\" \"a\\\"b\">: error calling mustToDate: parsing time \"a\\\"b\" as "
     "\"20060102150405\": cannot parse \"a\\\"b\" as \"2006\""},
    {"{{ mustToDate \"-0700 -07:00 -07 -07:00:00 -070000\" \"Mon Jan 2 15:04:05 GMT+3 2006\" }}",
     "! 1:3 <mustToDate \"-0700 -07:00 -07 -07:00:00 -070000\" \"Mon Jan 2 15:04:05 GMT+3 2006\">: error "
     "calling mustToDate: parsing time \"Mon Jan 2 15:04:05 GMT+3 2006\" as \"-0700 -07:00 -07 -07:00:00 "
     "-070000\": cannot parse \"Mon Jan 2 15:04:05 GMT+3 2006\" as \"-0700\""},
    {"{{ mustToDate \"__2 2006\" \"24-2-9\" }}",
     "! 1:3 <mustToDate \"__2 2006\" \"24-2-9\">: error calling mustToDate: parsing time \"24-2-9\" as \"__2 "
     "2006\": cannot parse \"-2-9\" as \" \""},
    {"{{ mustToDate \"03:04 pm\" \"2024-1-1\" }}",
     "! 1:3 <mustToDate \"03:04 pm\" \"2024-1-1\">: error calling mustToDate: parsing time \"2024-1-1\": "
     "hour out of range"},
    {"{{ mustToDate \"Monday, 02-Jan-06 15:04:05 MST\" \"2024-060\" }}",
     "! 1:3 <mustToDate \"Monday, 02-Jan-06 15:04:05 MST\" \"2024-060\">: error calling mustToDate: parsing "
     "time \"2024-060\" as \"Monday, 02-Jan-06 15:04:05 MST\": cannot parse \"2024-060\" as \"Monday\""},
    {"{{ mustToDate \"2006-002\" \"2024-02-31\" }}",
     "! 1:3 <mustToDate \"2006-002\" \"2024-02-31\">: error calling mustToDate: parsing time \"2024-02-31\" "
     "as \"2006-002\": cannot parse \"02-31\" as \"002\""},
    {"{{ mustToDate \"02/01/2006\" \"15:04:05,123\" }}",
     "! 1:3 <mustToDate \"02/01/2006\" \"15:04:05,123\">: error calling mustToDate: parsing time "
     "\"15:04:05,123\" as \"02/01/2006\": cannot parse \":04:05,123\" as \"/\""},
    {"{{ mustToDate \"2006-01-02T15:04:05Z07:00\" \"2024-13-01\" }}",
     "! 1:3 <mustToDate \"2006-01-02T15:04:05Z07:00\" \"2024-13-01\">: error calling mustToDate: parsing "
     "time \"2024-13-01\": month out of range"},
    {"{{ mustToDate \".0001\" \"3:04PM\" }}",
     "! 1:3 <mustToDate \".0001\" \"3:04PM\">: error calling mustToDate: parsing time \"3:04PM\" as "
     "\".0001\": cannot parse \"3:04PM\" as \".00\""},
    {"{{ mustToDate \"2006-002\" \"20240229101112\" }}",
     "! 1:3 <mustToDate \"2006-002\" \"20240229101112\">: error calling mustToDate: parsing time "
     "\"20240229101112\" as \"2006-002\": cannot parse \"0229101112\" as \"-\""},
    {"{{ mustToDate \"__2 2006\" \"2024-02-29T23:59:59.123456789-07:30\" }}",
     "! 1:3 <mustToDate \"__2 2006\" \"2024-02-29T23:59:59.123456789-07:30\">: error calling mustToDate: "
     "parsing time \"2024-02-29T23:59:59.123456789-07:30\" as \"__2 2006\": cannot parse "
     "\"4-02-29T23:59:59.123456789-07:30\" as \" \""},
    {"{{ mustToDate \"03:04 pm\" \"10h11m12s\" }}",
     "! 1:3 <mustToDate \"03:04 pm\" \"10h11m12s\">: error calling mustToDate: parsing time \"10h11m12s\" as "
     "\"03:04 pm\": cannot parse \"h11m12s\" as \":\""},
    {"{{ mustToDate \"3:04PM\" \"Mon Jan 2 15:04:05 GMT+3 2006\" }}",
     "! 1:3 <mustToDate \"3:04PM\" \"Mon Jan 2 15:04:05 GMT+3 2006\">: error calling mustToDate: parsing "
     "time \"Mon Jan 2 15:04:05 GMT+3 2006\" as \"3:04PM\": cannot parse \"Mon Jan 2 15:04:05 GMT+3 2006\" "
     "as \"3\""},
    {"{{ mustToDate \"2006-01-02T15:04:05.999999999Z07:00\" \"\" }}",
     "! 1:3 <mustToDate \"2006-01-02T15:04:05.999999999Z07:00\" \"\">: error calling mustToDate: parsing "
     "time \"\" as \"2006-01-02T15:04:05.999999999Z07:00\": cannot parse \"\" as \"2006\""},
    {"{{ mustToDate \"__2 2006\" \"69-1-1\" }}",
     "! 1:3 <mustToDate \"__2 2006\" \"69-1-1\">: error calling mustToDate: parsing time \"69-1-1\" as \"__2 "
     "2006\": cannot parse \"-1-1\" as \" \""},
    {"{{ mustToDate \"2006.01.02 .99 .9\" \"\" }}",
     "! 1:3 <mustToDate \"2006.01.02 .99 .9\" \"\">: error calling mustToDate: parsing time \"\" as "
     "\"2006.01.02 .99 .9\": cannot parse \"\" as \"2006\""},
    {"{{ mustToDate \"_2 Jan\" \"\303\251\" }}",
     "! 1:3 <mustToDate \"_2 Jan\" \"\303\251\">: error calling mustToDate: parsing time \"\\xc3\\xa9\" as "
     "\"_2 Jan\": cannot parse \"\\xc3\\xa9\" as \"_2\""},
    {"{{ mustToDate \"Z0700 Z07 Z070000 Z07:00:00\" \"3:04PM\" }}",
     "! 1:3 <mustToDate \"Z0700 Z07 Z070000 Z07:00:00\" \"3:04PM\">: error calling mustToDate: parsing time "
     "\"3:04PM\" as \"Z0700 Z07 Z070000 Z07:00:00\": cannot parse \"3:04PM\" as \"Z0700\""},
    {"{{ mustToDate \"Mon Jan 2 15:04:05 MST 2006\" \"2024-02-29x\" }}",
     "! 1:3 <mustToDate \"Mon Jan 2 15:04:05 MST 2006\" \"2024-02-29x\">: error calling mustToDate: parsing "
     "time \"2024-02-29x\" as \"Mon Jan 2 15:04:05 MST 2006\": cannot parse \"2024-02-29x\" as \"Mon\""},
    {"{{ mustToDate \"PMpm\" \"2024-02-29 12:00:00.5\" }}",
     "! 1:3 <mustToDate \"PMpm\" \"2024-02-29 12:00:00.5\">: error calling mustToDate: parsing time "
     "\"2024-02-29 12:00:00.5\" as \"PMpm\": cannot parse \"2024-02-29 12:00:00.5\" as \"PM\""},
    {"{{ mustToDate \"15:04:05,000\" \"99-1-1\" }}",
     "! 1:3 <mustToDate \"15:04:05,000\" \"99-1-1\">: error calling mustToDate: parsing time \"99-1-1\": "
     "hour out of range"},
    {"{{ mustToDate \"15h04m05s\" \"February 3 2024\" }}",
     "! 1:3 <mustToDate \"15h04m05s\" \"February 3 2024\">: error calling mustToDate: parsing time "
     "\"February 3 2024\" as \"15h04m05s\": cannot parse \"February 3 2024\" as \"15\""},
    {"{{ mustToDate \"Z0700 Z07 Z070000 Z07:00:00\" \"2024-02-29T10:00:00.\" }}",
     "! 1:3 <mustToDate \"Z0700 Z07 Z070000 Z07:00:00\" \"2024-02-29T10:00:00.\">: error calling mustToDate: "
     "parsing time \"2024-02-29T10:00:00.\" as \"Z0700 Z07 Z070000 Z07:00:00\": cannot parse "
     "\"2024-02-29T10:00:00.\" as \"Z0700\""},
    {"{{ mustToDate \"yyyy 5\" \"2024-02-31\" }}",
     "! 1:3 <mustToDate \"yyyy 5\" \"2024-02-31\">: error calling mustToDate: parsing time \"2024-02-31\" as "
     "\"yyyy 5\": cannot parse \"2024-02-31\" as \"yyyy \""},
    {"{{ mustToDate \"2006-002\" \"Mon Jan  1 00:00:00 CET 2024\" }}",
     "! 1:3 <mustToDate \"2006-002\" \"Mon Jan  1 00:00:00 CET 2024\">: error calling mustToDate: parsing "
     "time \"Mon Jan  1 00:00:00 CET 2024\" as \"2006-002\": cannot parse \"Mon Jan  1 00:00:00 CET 2024\" "
     "as \"2006\""},
    {"{{ mustToDate \"03:04 pm\" \"12:30 pm\" }}", "0000-01-01 12:30:00 +0000 UTC"},
    {"{{ mustToDate \"2006-002\" \"2024-02-29T23:59:59.123456789-07:30\" }}",
     "! 1:3 <mustToDate \"2006-002\" \"2024-02-29T23:59:59.123456789-07:30\">: error calling mustToDate: "
     "parsing time \"2024-02-29T23:59:59.123456789-07:30\" as \"2006-002\": cannot parse "
     "\"02-29T23:59:59.123456789-07:30\" as \"002\""},
    {"{{ mustToDate \"_2006\" \"2023-366\" }}",
     "! 1:3 <mustToDate \"_2006\" \"2023-366\">: error calling mustToDate: parsing time \"2023-366\" as "
     "\"_2006\": cannot parse \"2023-366\" as \"_\""},
    {"{{ mustToDate \"__2 2006\" \"2024-02-29T10:60:00Z\" }}",
     "! 1:3 <mustToDate \"__2 2006\" \"2024-02-29T10:60:00Z\">: error calling mustToDate: parsing time "
     "\"2024-02-29T10:60:00Z\" as \"__2 2006\": cannot parse \"4-02-29T10:60:00Z\" as \" \""},
    {"{{ mustToDate \"Mon Jan 2 15:04:05 MST 2006\" \"2024-02-29T10:00:00+25:00\" }}",
     "! 1:3 <mustToDate \"Mon Jan 2 15:04:05 MST 2006\" \"2024-02-29T10:00:00+25:00\">: error calling "
     "mustToDate: parsing time \"2024-02-29T10:00:00+25:00\" as \"Mon Jan 2 15:04:05 MST 2006\": cannot "
     "parse \"2024-02-29T10:00:00+25:00\" as \"Mon\""},
    {"{{ mustToDate \"\" \"60 2024\" }}", "! 1:3 <mustToDate \"\" \"60 2024\">: error calling mustToDate: "
                                          "parsing time \"60 2024\": extra text: \"60 2024\""},
    {"{{ mustToDate \"2006-01-02T15:04:05.999999999Z07:00\" \"12:30 pm\" }}",
     "! 1:3 <mustToDate \"2006-01-02T15:04:05.999999999Z07:00\" \"12:30 pm\">: error calling mustToDate: "
     "parsing time \"12:30 pm\" as \"2006-01-02T15:04:05.999999999Z07:00\": cannot parse \"12:30 pm\" as "
     "\"2006\""},
    {"{{ mustToDate \"2006-01-02\" \"12:30 pm\" }}",
     "! 1:3 <mustToDate \"2006-01-02\" \"12:30 pm\">: error calling mustToDate: parsing time \"12:30 pm\" as "
     "\"2006-01-02\": cannot parse \"12:30 pm\" as \"2006\""},
    {"{{ mustToDate \"__2 2006\" \"9 Mar\" }}",
     "! 1:3 <mustToDate \"__2 2006\" \"9 Mar\">: error calling mustToDate: parsing time \"9 Mar\" as \"__2 "
     "2006\": cannot parse \"Mar\" as \"2006\""},
    {"{{ mustToDate \"Mon\" \"2024-02-29T24:00:00Z\" }}",
     "! 1:3 <mustToDate \"Mon\" \"2024-02-29T24:00:00Z\">: error calling mustToDate: parsing time "
     "\"2024-02-29T24:00:00Z\" as \"Mon\": cannot parse \"2024-02-29T24:00:00Z\" as \"Mon\""},
    {"{{ mustToDate \"1/2/06 4:5\" \"69-1-1\" }}",
     "! 1:3 <mustToDate \"1/2/06 4:5\" \"69-1-1\">: error calling mustToDate: parsing time \"69-1-1\": month "
     "out of range"},
    {"{{ mustToDate \"2006-01-02T15:04:05.999999999Z07:00\" \"Mon Jan 2 15:04:05 WITA 2006\" }}",
     "! 1:3 <mustToDate \"2006-01-02T15:04:05.999999999Z07:00\" \"Mon Jan 2 15:04:05 WITA 2006\">: error "
     "calling mustToDate: parsing time \"Mon Jan 2 15:04:05 WITA 2006\" as "
     "\"2006-01-02T15:04:05.999999999Z07:00\": cannot parse \"Mon Jan 2 15:04:05 WITA 2006\" as \"2006\""},
    {"{{ mustToDate \"yyyy 5\" \"99-1-1\" }}",
     "! 1:3 <mustToDate \"yyyy 5\" \"99-1-1\">: error calling mustToDate: parsing time \"99-1-1\" as \"yyyy "
     "5\": cannot parse \"99-1-1\" as \"yyyy \""},
    {"{{ mustToDate \"03:04 pm\" \"a\\\"b\" }}",
     "! 1:3 <mustToDate \"03:04 pm\" \"a\\\"b\">: error calling mustToDate: parsing time \"a\\\"b\" as "
     "\"03:04 pm\": cannot parse \"a\\\"b\" as \"03\""},
    {"{{ mustToDate \"January 2 2006\" \"9 Mar\" }}",
     "! 1:3 <mustToDate \"January 2 2006\" \"9 Mar\">: error calling mustToDate: parsing time \"9 Mar\" as "
     "\"January 2 2006\": cannot parse \"9 Mar\" as \"January\""},
    {"{{ mustToDate \"Janet 1\" \"2024-060\" }}",
     "! 1:3 <mustToDate \"Janet 1\" \"2024-060\">: error calling mustToDate: parsing time \"2024-060\" as "
     "\"Janet 1\": cannot parse \"2024-060\" as \"Janet \""},
    {"{{ mustToDate \"PMpm\" \"february 3 2024\" }}",
     "! 1:3 <mustToDate \"PMpm\" \"february 3 2024\">: error calling mustToDate: parsing time \"february 3 "
     "2024\" as \"PMpm\": cannot parse \"february 3 2024\" as \"PM\""},
    {"{{ mustToDate \"__2 2006\" \"2024-02-29 12:00:00.5\" }}",
     "! 1:3 <mustToDate \"__2 2006\" \"2024-02-29 12:00:00.5\">: error calling mustToDate: parsing time "
     "\"2024-02-29 12:00:00.5\" as \"__2 2006\": cannot parse \"4-02-29 12:00:00.5\" as \" \""},
    {"{{ mustToDate \"Janet 1\" \"2024-02-29T10:00:00+25:00\" }}",
     "! 1:3 <mustToDate \"Janet 1\" \"2024-02-29T10:00:00+25:00\">: error calling mustToDate: parsing time "
     "\"2024-02-29T10:00:00+25:00\" as \"Janet 1\": cannot parse \"2024-02-29T10:00:00+25:00\" as \"Janet "
     "\""},
    {"{{ mustToDate \"Month\" \"2024-02-29T10:00:60Z\" }}",
     "! 1:3 <mustToDate \"Month\" \"2024-02-29T10:00:60Z\">: error calling mustToDate: parsing time "
     "\"2024-02-29T10:00:60Z\" as \"Month\": cannot parse \"2024-02-29T10:00:60Z\" as \"Month\""},
    {"{{ mustToDate \"3:04PM\" \"0001-01-01T00:00:00Z\" }}",
     "! 1:3 <mustToDate \"3:04PM\" \"0001-01-01T00:00:00Z\">: error calling mustToDate: parsing time "
     "\"0001-01-01T00:00:00Z\" as \"3:04PM\": cannot parse \"01-01-01T00:00:00Z\" as \":\""},
    {"{{ mustToDate \"06-1-2\" \"2024-02-29x\" }}",
     "! 1:3 <mustToDate \"06-1-2\" \"2024-02-29x\">: error calling mustToDate: parsing time \"2024-02-29x\" "
     "as \"06-1-2\": cannot parse \"24-02-29x\" as \"-\""},
    {"{{ mustToDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T10:00:60Z\" }}",
     "! 1:3 <mustToDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T10:00:60Z\">: error calling "
     "mustToDate: parsing time \"2024-02-29T10:00:60Z\": second out of range"},
    {"{{ mustToDate \"2006-002\" \"1969-12-31T23:59:59.5Z\" }}",
     "! 1:3 <mustToDate \"2006-002\" \"1969-12-31T23:59:59.5Z\">: error calling mustToDate: parsing time "
     "\"1969-12-31T23:59:59.5Z\" as \"2006-002\": cannot parse \"12-31T23:59:59.5Z\" as \"002\""},
    {"{{ mustToDate \"2006-01-02T15:04:05Z07:00\" \"Mon Jan 2 15:04:05 WITA 2006\" }}",
     "! 1:3 <mustToDate \"2006-01-02T15:04:05Z07:00\" \"Mon Jan 2 15:04:05 WITA 2006\">: error calling "
     "mustToDate: parsing time \"Mon Jan 2 15:04:05 WITA 2006\" as \"2006-01-02T15:04:05Z07:00\": cannot "
     "parse \"Mon Jan 2 15:04:05 WITA 2006\" as \"2006\""},
    {"{{ mustToDate \"Mon Jan 2 15:04:05 MST 2006\" \"24-2-9\" }}",
     "! 1:3 <mustToDate \"Mon Jan 2 15:04:05 MST 2006\" \"24-2-9\">: error calling mustToDate: parsing time "
     "\"24-2-9\" as \"Mon Jan 2 15:04:05 MST 2006\": cannot parse \"24-2-9\" as \"Mon\""},
    {"{{ mustToDate \"2006-01-02T15:04:05Z07:00\" \"2024-02-29T10:00:00.\" }}",
     "! 1:3 <mustToDate \"2006-01-02T15:04:05Z07:00\" \"2024-02-29T10:00:00.\">: error calling mustToDate: "
     "parsing time \"2024-02-29T10:00:00.\" as \"2006-01-02T15:04:05Z07:00\": cannot parse \".\" as "
     "\"Z07:00\""},
    {"{{ mustToDate \"Month\" \"9 Mar\" }}",
     "! 1:3 <mustToDate \"Month\" \"9 Mar\">: error calling mustToDate: parsing time \"9 Mar\" as \"Month\": "
     "cannot parse \"9 Mar\" as \"Month\""},
    {"{{ mustToDate \"2006.01.02 .99 .9\" \"2024-02-29T10:00:00+25:00\" }}",
     "! 1:3 <mustToDate \"2006.01.02 .99 .9\" \"2024-02-29T10:00:00+25:00\">: error calling mustToDate: "
     "parsing time \"2024-02-29T10:00:00+25:00\" as \"2006.01.02 .99 .9\": cannot parse "
     "\"-02-29T10:00:00+25:00\" as \".\""},
    {"{{ mustToDate \"__2 2006\" \"2024-02-29T10:00:60Z\" }}",
     "! 1:3 <mustToDate \"__2 2006\" \"2024-02-29T10:00:60Z\">: error calling mustToDate: parsing time "
     "\"2024-02-29T10:00:60Z\" as \"__2 2006\": cannot parse \"4-02-29T10:00:60Z\" as \" \""},
    {"{{ mustToDate \"20060102150405\" \"3:04PM\" }}",
     "! 1:3 <mustToDate \"20060102150405\" \"3:04PM\">: error calling mustToDate: parsing time \"3:04PM\" as "
     "\"20060102150405\": cannot parse \"3:04PM\" as \"2006\""},
    {"{{ mustToDate \"20060102150405\" \"2024-02-29T10:00:00.\" }}",
     "! 1:3 <mustToDate \"20060102150405\" \"2024-02-29T10:00:00.\">: error calling mustToDate: parsing time "
     "\"2024-02-29T10:00:00.\" as \"20060102150405\": cannot parse \"-02-29T10:00:00.\" as \"01\""},
    {"{{ mustToDate \".0001\" \"2024-02-29x\" }}",
     "! 1:3 <mustToDate \".0001\" \"2024-02-29x\">: error calling mustToDate: parsing time \"2024-02-29x\" "
     "as \".0001\": cannot parse \"2024-02-29x\" as \".00\""},
    {"{{ mustToDate \"_2006\" \"29/02/2024\" }}",
     "! 1:3 <mustToDate \"_2006\" \"29/02/2024\">: error calling mustToDate: parsing time \"29/02/2024\" as "
     "\"_2006\": cannot parse \"29/02/2024\" as \"_\""},
    {"{{ mustToDate \"1/2/06 4:5\" \"x\" }}",
     "! 1:3 <mustToDate \"1/2/06 4:5\" \"x\">: error calling mustToDate: parsing time \"x\" as \"1/2/06 "
     "4:5\": cannot parse \"x\" as \"1\""},
    {"{{ mustToDate \"-0700 -07:00 -07 -07:00:00 -070000\" \"2024-13-01\" }}",
     "! 1:3 <mustToDate \"-0700 -07:00 -07 -07:00:00 -070000\" \"2024-13-01\">: error calling mustToDate: "
     "parsing time \"2024-13-01\" as \"-0700 -07:00 -07 -07:00:00 -070000\": cannot parse \"2024-13-01\" as "
     "\"-0700\""},
    {"{{ mustToDate \"Jan _2 15:04:05.000\" \"9 Mar\" }}",
     "! 1:3 <mustToDate \"Jan _2 15:04:05.000\" \"9 Mar\">: error calling mustToDate: parsing time \"9 Mar\" "
     "as \"Jan _2 15:04:05.000\": cannot parse \"9 Mar\" as \"Jan\""},
    {"{{ mustToDate \"15h04m05s\" \"9999-12-31\" }}",
     "! 1:3 <mustToDate \"15h04m05s\" \"9999-12-31\">: error calling mustToDate: parsing time "
     "\"9999-12-31\": hour out of range"},
    {"{{ mustToDate \"02/01/2006\" \"2024-02-29\" }}",
     "! 1:3 <mustToDate \"02/01/2006\" \"2024-02-29\">: error calling mustToDate: parsing time "
     "\"2024-02-29\" as \"02/01/2006\": cannot parse \"24-02-29\" as \"/\""},
    {"{{ mustToDate \"January 2 2006\" \"2024-02-29T10:00:00.1234567890123Z\" }}",
     "! 1:3 <mustToDate \"January 2 2006\" \"2024-02-29T10:00:00.1234567890123Z\">: error calling "
     "mustToDate: parsing time \"2024-02-29T10:00:00.1234567890123Z\" as \"January 2 2006\": cannot parse "
     "\"2024-02-29T10:00:00.1234567890123Z\" as \"January\""},
    {"{{ mustToDate \"02/01/2006\" \"29/02/2024\" }}", "2024-02-29 00:00:00 +0000 UTC"},
    {"{{ mustToDate \".0001\" \"2024-02-29\" }}",
     "! 1:3 <mustToDate \".0001\" \"2024-02-29\">: error calling mustToDate: parsing time \"2024-02-29\" as "
     "\".0001\": cannot parse \"2024-02-29\" as \".00\""},
    {"{{ mustToDate \"2006.01.02 .99 .9\" \"2024-02-29T10:00:00.1234567890123Z\" }}",
     "! 1:3 <mustToDate \"2006.01.02 .99 .9\" \"2024-02-29T10:00:00.1234567890123Z\">: error calling "
     "mustToDate: parsing time \"2024-02-29T10:00:00.1234567890123Z\" as \"2006.01.02 .99 .9\": cannot parse "
     "\"-02-29T10:00:00.1234567890123Z\" as \".\""},
    {"{{ mustToDate \"Month\" \"2024-1-1\" }}",
     "! 1:3 <mustToDate \"Month\" \"2024-1-1\">: error calling mustToDate: parsing time \"2024-1-1\" as "
     "\"Month\": cannot parse \"2024-1-1\" as \"Month\""},
    {"{{ mustToDate \"__2 2006\" \"29/02/2024\" }}",
     "! 1:3 <mustToDate \"__2 2006\" \"29/02/2024\">: error calling mustToDate: parsing time \"29/02/2024\" "
     "as \"__2 2006\": cannot parse \"/02/2024\" as \" \""},
    {"{{ mustToDate \"03:04 pm\" \"february 3 2024\" }}",
     "! 1:3 <mustToDate \"03:04 pm\" \"february 3 2024\">: error calling mustToDate: parsing time \"february "
     "3 2024\" as \"03:04 pm\": cannot parse \"february 3 2024\" as \"03\""},
    {"{{ mustToDate \"-0700 -07:00 -07 -07:00:00 -070000\" \"0000-01-01\" }}",
     "! 1:3 <mustToDate \"-0700 -07:00 -07 -07:00:00 -070000\" \"0000-01-01\">: error calling mustToDate: "
     "parsing time \"0000-01-01\" as \"-0700 -07:00 -07 -07:00:00 -070000\": cannot parse \"0000-01-01\" as "
     "\"-0700\""},
    {"{{ mustToDate \"Janet 1\" \"68-1-1\" }}",
     "! 1:3 <mustToDate \"Janet 1\" \"68-1-1\">: error calling mustToDate: parsing time \"68-1-1\" as "
     "\"Janet 1\": cannot parse \"68-1-1\" as \"Janet \""},
    {"{{ mustToDate \"2 _2 02 __2 002\" \"9999-12-31\" }}",
     "! 1:3 <mustToDate \"2 _2 02 __2 002\" \"9999-12-31\">: error calling mustToDate: parsing time "
     "\"9999-12-31\" as \"2 _2 02 __2 002\": cannot parse \"99-12-31\" as \" \""},
    {"{{ mustToDate \"PMpm\" \"2024-02-29T23:59:59+02:00\" }}",
     "! 1:3 <mustToDate \"PMpm\" \"2024-02-29T23:59:59+02:00\">: error calling mustToDate: parsing time "
     "\"2024-02-29T23:59:59+02:00\" as \"PMpm\": cannot parse \"2024-02-29T23:59:59+02:00\" as \"PM\""},
    {"{{ mustToDate \"15:04:05,000\" \"2024-02-29T23:59:59.123456789-07:30\" }}",
     "! 1:3 <mustToDate \"15:04:05,000\" \"2024-02-29T23:59:59.123456789-07:30\">: error calling mustToDate: "
     "parsing time \"2024-02-29T23:59:59.123456789-07:30\" as \"15:04:05,000\": cannot parse "
     "\"24-02-29T23:59:59.123456789-07:30\" as \":\""},
    {"{{ mustToDate \"2006.01.02 .99 .9\" \"a\\\"b\" }}",
     "! 1:3 <mustToDate \"2006.01.02 .99 .9\" \"a\\\"b\">: error calling mustToDate: parsing time \"a\\\"b\" "
     "as \"2006.01.02 .99 .9\": cannot parse \"a\\\"b\" as \"2006\""},
    {"{{ mustToDate \"\" \"69-1-1\" }}", "! 1:3 <mustToDate \"\" \"69-1-1\">: error calling mustToDate: "
                                         "parsing time \"69-1-1\": extra text: \"69-1-1\""},
    {"{{ mustToDate \"02/01/2006\" \"2024-02-29T23:59:59.123456789-07:30\" }}",
     "! 1:3 <mustToDate \"02/01/2006\" \"2024-02-29T23:59:59.123456789-07:30\">: error calling mustToDate: "
     "parsing time \"2024-02-29T23:59:59.123456789-07:30\" as \"02/01/2006\": cannot parse "
     "\"24-02-29T23:59:59.123456789-07:30\" as \"/\""},
    {"{{ mustToDate \"15:04:05,000\" \"3:04PM\" }}",
     "! 1:3 <mustToDate \"15:04:05,000\" \"3:04PM\">: error calling mustToDate: parsing time \"3:04PM\" as "
     "\"15:04:05,000\": cannot parse \"PM\" as \":\""},
    {"{{ mustToDate \"Monday, 02-Jan-06 15:04:05 MST\" \"2024-02-29T23:59:59.123456789-07:30\" }}",
     "! 1:3 <mustToDate \"Monday, 02-Jan-06 15:04:05 MST\" \"2024-02-29T23:59:59.123456789-07:30\">: error "
     "calling mustToDate: parsing time \"2024-02-29T23:59:59.123456789-07:30\" as \"Monday, 02-Jan-06 "
     "15:04:05 MST\": cannot parse \"2024-02-29T23:59:59.123456789-07:30\" as \"Monday\""},
    {"{{ mustToDate \"2006-01-02 15:04:05\" \"february 3 2024\" }}",
     "! 1:3 <mustToDate \"2006-01-02 15:04:05\" \"february 3 2024\">: error calling mustToDate: parsing time "
     "\"february 3 2024\" as \"2006-01-02 15:04:05\": cannot parse \"february 3 2024\" as \"2006\""},
    {"{{ mustToDate \"_2 Jan\" \"2024-02-29\" }}",
     "! 1:3 <mustToDate \"_2 Jan\" \"2024-02-29\">: error calling mustToDate: parsing time \"2024-02-29\" as "
     "\"_2 Jan\": cannot parse \"24-02-29\" as \" \""},
    {"{{ mustToDate \"06-1-2\" \"2024-366\" }}",
     "! 1:3 <mustToDate \"06-1-2\" \"2024-366\">: error calling mustToDate: parsing time \"2024-366\" as "
     "\"06-1-2\": cannot parse \"24-366\" as \"-\""},
    {"{{ mustToDate \"__2 2006\" \"2024-366\" }}",
     "! 1:3 <mustToDate \"__2 2006\" \"2024-366\">: error calling mustToDate: parsing time \"2024-366\" as "
     "\"__2 2006\": cannot parse \"4-366\" as \" \""},
    {"{{ mustToDate \"Mon\" \"68-1-1\" }}",
     "! 1:3 <mustToDate \"Mon\" \"68-1-1\">: error calling mustToDate: parsing time \"68-1-1\" as \"Mon\": "
     "cannot parse \"68-1-1\" as \"Mon\""},
    {"{{ mustToDate \"2006.01.02 .99 .9\" \"Thursday, 29-Feb-24 10:00:00 GMT\" }}",
     "! 1:3 <mustToDate \"2006.01.02 .99 .9\" \"Thursday, 29-Feb-24 10:00:00 GMT\">: error calling "
     "mustToDate: parsing time \"Thursday, 29-Feb-24 10:00:00 GMT\" as \"2006.01.02 .99 .9\": cannot parse "
     "\"Thursday, 29-Feb-24 10:00:00 GMT\" as \"2006\""},
    {"{{ mustToDate \"06-1-2\" \"2024-02-31\" }}",
     "! 1:3 <mustToDate \"06-1-2\" \"2024-02-31\">: error calling mustToDate: parsing time \"2024-02-31\" as "
     "\"06-1-2\": cannot parse \"24-02-31\" as \"-\""},
    {"{{ mustToDate \"Jan _2 15:04:05.000\" \"2024-02-29\" }}",
     "! 1:3 <mustToDate \"Jan _2 15:04:05.000\" \"2024-02-29\">: error calling mustToDate: parsing time "
     "\"2024-02-29\" as \"Jan _2 15:04:05.000\": cannot parse \"2024-02-29\" as \"Jan\""},
    {"{{ mustToDate \"15:04:05,000\" \"0000-01-01\" }}",
     "! 1:3 <mustToDate \"15:04:05,000\" \"0000-01-01\">: error calling mustToDate: parsing time "
     "\"0000-01-01\" as \"15:04:05,000\": cannot parse \"00-01-01\" as \":\""},
    {"{{ mustToDate \"03:04 pm\" \"12:00AM\" }}",
     "! 1:3 <mustToDate \"03:04 pm\" \"12:00AM\">: error calling mustToDate: parsing time \"12:00AM\" as "
     "\"03:04 pm\": cannot parse \"AM\" as \" \""},
    {"{{ mustToDate \"__2 2006\" \"2024-02-29T10:00:00.1234567890123Z\" }}",
     "! 1:3 <mustToDate \"__2 2006\" \"2024-02-29T10:00:00.1234567890123Z\">: error calling mustToDate: "
     "parsing time \"2024-02-29T10:00:00.1234567890123Z\" as \"__2 2006\": cannot parse "
     "\"4-02-29T10:00:00.1234567890123Z\" as \" \""},
    {"{{ mustToDate \"Month\" \"2024-02-29 12:00:00.5\" }}",
     "! 1:3 <mustToDate \"Month\" \"2024-02-29 12:00:00.5\">: error calling mustToDate: parsing time "
     "\"2024-02-29 12:00:00.5\" as \"Month\": cannot parse \"2024-02-29 12:00:00.5\" as \"Month\""},
    {"{{ mustToDate \"2006-01-02T15:04:05Z07:00\" \"Mon Jan 2 15:04:05 GMT+3 2006\" }}",
     "! 1:3 <mustToDate \"2006-01-02T15:04:05Z07:00\" \"Mon Jan 2 15:04:05 GMT+3 2006\">: error calling "
     "mustToDate: parsing time \"Mon Jan 2 15:04:05 GMT+3 2006\" as \"2006-01-02T15:04:05Z07:00\": cannot "
     "parse \"Mon Jan 2 15:04:05 GMT+3 2006\" as \"2006\""},
    {"{{ mustToDate \"-0700 -07:00 -07 -07:00:00 -070000\" \"1969-12-31T23:59:59.5Z\" }}",
     "! 1:3 <mustToDate \"-0700 -07:00 -07 -07:00:00 -070000\" \"1969-12-31T23:59:59.5Z\">: error calling "
     "mustToDate: parsing time \"1969-12-31T23:59:59.5Z\": time zone offset hour out of range"},
    {"{{ mustToDate \"1/2/06 4:5\" \"0000-01-01\" }}",
     "! 1:3 <mustToDate \"1/2/06 4:5\" \"0000-01-01\">: error calling mustToDate: parsing time "
     "\"0000-01-01\": month out of range"},
    {"{{ mustToDate \"Mon Jan 2 15:04:05 MST 2006\" \"2023-366\" }}",
     "! 1:3 <mustToDate \"Mon Jan 2 15:04:05 MST 2006\" \"2023-366\">: error calling mustToDate: parsing "
     "time \"2023-366\" as \"Mon Jan 2 15:04:05 MST 2006\": cannot parse \"2023-366\" as \"Mon\""},
    {"{{ mustToDate \"__2 2006\" \"x\" }}",
     "! 1:3 <mustToDate \"__2 2006\" \"x\">: error calling mustToDate: parsing time \"x\" as \"__2 2006\": "
     "cannot parse \"x\" as \"__2\""},
    {"{{ mustToDate \"2 _2 02 __2 002\" \"2024-02-29T23:59:59+02:00\" }}",
     "! 1:3 <mustToDate \"2 _2 02 __2 002\" \"2024-02-29T23:59:59+02:00\">: error calling mustToDate: "
     "parsing time \"2024-02-29T23:59:59+02:00\" as \"2 _2 02 __2 002\": cannot parse "
     "\"24-02-29T23:59:59+02:00\" as \" \""},
    {"{{ mustToDate \"15h04m05s\" \"2024-02-29T10:00:00+25:00\" }}",
     "! 1:3 <mustToDate \"15h04m05s\" \"2024-02-29T10:00:00+25:00\">: error calling mustToDate: parsing time "
     "\"2024-02-29T10:00:00+25:00\" as \"15h04m05s\": cannot parse \"24-02-29T10:00:00+25:00\" as \"h\""},
    {"{{ mustToDate \"15:04:05,000\" \"2023-366\" }}",
     "! 1:3 <mustToDate \"15:04:05,000\" \"2023-366\">: error calling mustToDate: parsing time \"2023-366\" "
     "as \"15:04:05,000\": cannot parse \"23-366\" as \":\""},
    {"{{ mustToDate \"2006-01-02\" \"Mon Jan 2 15:04:05 GMT+3 2006\" }}",
     "! 1:3 <mustToDate \"2006-01-02\" \"Mon Jan 2 15:04:05 GMT+3 2006\">: error calling mustToDate: parsing "
     "time \"Mon Jan 2 15:04:05 GMT+3 2006\" as \"2006-01-02\": cannot parse \"Mon Jan 2 15:04:05 GMT+3 "
     "2006\" as \"2006\""},
    {"{{ mustToDate \"15:04:05,000\" \"Feb 29 10:00:00.123\" }}",
     "! 1:3 <mustToDate \"15:04:05,000\" \"Feb 29 10:00:00.123\">: error calling mustToDate: parsing time "
     "\"Feb 29 10:00:00.123\" as \"15:04:05,000\": cannot parse \"Feb 29 10:00:00.123\" as \"15\""},
    {"{{ mustToDate \"__2 2006\" \"99-1-1\" }}",
     "! 1:3 <mustToDate \"__2 2006\" \"99-1-1\">: error calling mustToDate: parsing time \"99-1-1\" as \"__2 "
     "2006\": cannot parse \"-1-1\" as \" \""},
    {"{{ mustToDate \"15:04:05,000\" \"Mon Jan 1 00:00:00 UTC 2024\" }}",
     "! 1:3 <mustToDate \"15:04:05,000\" \"Mon Jan 1 00:00:00 UTC 2024\">: error calling mustToDate: parsing "
     "time \"Mon Jan 1 00:00:00 UTC 2024\" as \"15:04:05,000\": cannot parse \"Mon Jan 1 00:00:00 UTC 2024\" "
     "as \"15\""},
    {"{{ mustToDate \"3:04PM\" \"12:00AM\" }}", "0000-01-01 00:00:00 +0000 UTC"},
    {"{{ mustToDate \".0001\" \"x\" }}", "! 1:3 <mustToDate \".0001\" \"x\">: error calling mustToDate: "
                                         "parsing time \"x\" as \".0001\": cannot parse \"x\" as \".00\""},
    {"{{ mustToDate \"January 2 2006\" \"2024-02-29 12:00:00.5\" }}",
     "! 1:3 <mustToDate \"January 2 2006\" \"2024-02-29 12:00:00.5\">: error calling mustToDate: parsing "
     "time \"2024-02-29 12:00:00.5\" as \"January 2 2006\": cannot parse \"2024-02-29 12:00:00.5\" as "
     "\"January\""},
    {"{{ mustToDate \"2006.01.02 .99 .9\" \"  5 2024\" }}",
     "! 1:3 <mustToDate \"2006.01.02 .99 .9\" \"  5 2024\">: error calling mustToDate: parsing time \"  5 "
     "2024\" as \"2006.01.02 .99 .9\": cannot parse \"  5 2024\" as \"2006\""},
    {"{{ mustToDate \"15h04m05s\" \"68-1-1\" }}",
     "! 1:3 <mustToDate \"15h04m05s\" \"68-1-1\">: error calling mustToDate: parsing time \"68-1-1\": hour "
     "out of range"},
    {"{{ mustToDate \"Mon Jan 2 15:04:05 MST 2006\" \"Mon Jan  1 00:00:00 CET 2024\" }}",
     "2024-01-01 00:00:00 +0000 CET"},
    {"{{ mustToDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29\" }}",
     "! 1:3 <mustToDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29\">: error calling mustToDate: "
     "parsing time \"2024-02-29\" as \"2006-01-02T15:04:05.999999999Z07:00\": cannot parse \"\" as \"T\""},
    {"{{ mustToDate \"2006.01.02 .99 .9\" \"29/02/2024\" }}",
     "! 1:3 <mustToDate \"2006.01.02 .99 .9\" \"29/02/2024\">: error calling mustToDate: parsing time "
     "\"29/02/2024\" as \"2006.01.02 .99 .9\": cannot parse \"29/02/2024\" as \"2006\""},
    {"{{ mustToDate \"03:04 pm\" \"68-1-1\" }}", "! 1:3 <mustToDate \"03:04 pm\" \"68-1-1\">: error calling "
                                                 "mustToDate: parsing time \"68-1-1\": hour out of range"},
    {"{{ mustToDate \"Month\" \"Mon Jan  1 00:00:00 CET 2024\" }}",
     "! 1:3 <mustToDate \"Month\" \"Mon Jan  1 00:00:00 CET 2024\">: error calling mustToDate: parsing time "
     "\"Mon Jan  1 00:00:00 CET 2024\" as \"Month\": cannot parse \" Jan  1 00:00:00 CET 2024\" as "
     "\"Month\""},
    {"{{ mustToDate \"__2 2006\" \"\303\251\" }}",
     "! 1:3 <mustToDate \"__2 2006\" \"\303\251\">: error calling mustToDate: parsing time \"\\xc3\\xa9\" as "
     "\"__2 2006\": cannot parse \"\\xc3\\xa9\" as \"__2\""},
    {"{{ mustToDate \"Jan _2 15:04:05.000\" \"9999-12-31\" }}",
     "! 1:3 <mustToDate \"Jan _2 15:04:05.000\" \"9999-12-31\">: error calling mustToDate: parsing time "
     "\"9999-12-31\" as \"Jan _2 15:04:05.000\": cannot parse \"9999-12-31\" as \"Jan\""},
    {"{{ mustToDate \"2006-002\" \"3:04PM\" }}",
     "! 1:3 <mustToDate \"2006-002\" \"3:04PM\">: error calling mustToDate: parsing time \"3:04PM\" as "
     "\"2006-002\": cannot parse \"3:04PM\" as \"2006\""},
    {"{{ mustToDate \"Z0700 Z07 Z070000 Z07:00:00\" \"1969-12-31T23:59:59.5Z\" }}",
     "! 1:3 <mustToDate \"Z0700 Z07 Z070000 Z07:00:00\" \"1969-12-31T23:59:59.5Z\">: error calling "
     "mustToDate: parsing time \"1969-12-31T23:59:59.5Z\": time zone offset hour out of range"},
    {"{{ mustToDate \"3:04PM\" \"February 3 2024\" }}",
     "! 1:3 <mustToDate \"3:04PM\" \"February 3 2024\">: error calling mustToDate: parsing time \"February 3 "
     "2024\" as \"3:04PM\": cannot parse \"February 3 2024\" as \"3\""},
    {"{{ mustToDate \"Mon\" \"2024-02-29T10:60:00Z\" }}",
     "! 1:3 <mustToDate \"Mon\" \"2024-02-29T10:60:00Z\">: error calling mustToDate: parsing time "
     "\"2024-02-29T10:60:00Z\" as \"Mon\": cannot parse \"2024-02-29T10:60:00Z\" as \"Mon\""},
    {"{{ mustToDate \"2006-01-02\" \"2023-366\" }}",
     "! 1:3 <mustToDate \"2006-01-02\" \"2023-366\">: error calling mustToDate: parsing time \"2023-366\": "
     "month out of range"},
    {"{{ mustToDate \"-0700 -07:00 -07 -07:00:00 -070000\" \"2024-02-29T10:00:00.\" }}",
     "! 1:3 <mustToDate \"-0700 -07:00 -07 -07:00:00 -070000\" \"2024-02-29T10:00:00.\">: error calling "
     "mustToDate: parsing time \"2024-02-29T10:00:00.\" as \"-0700 -07:00 -07 -07:00:00 -070000\": cannot "
     "parse \"2024-02-29T10:00:00.\" as \"-0700\""},
    {"{{ mustToDate \"2006-01-02T15:04:05Z07:00\" \"99-1-1\" }}",
     "! 1:3 <mustToDate \"2006-01-02T15:04:05Z07:00\" \"99-1-1\">: error calling mustToDate: parsing time "
     "\"99-1-1\" as \"2006-01-02T15:04:05Z07:00\": cannot parse \"99-1-1\" as \"2006\""},
    {"{{ mustToDate \"Month\" \"1969-12-31T23:59:59.5Z\" }}",
     "! 1:3 <mustToDate \"Month\" \"1969-12-31T23:59:59.5Z\">: error calling mustToDate: parsing time "
     "\"1969-12-31T23:59:59.5Z\" as \"Month\": cannot parse \"1969-12-31T23:59:59.5Z\" as \"Month\""},
    {"{{ mustToDate \"3:04PM\" \"9 Mar\" }}",
     "! 1:3 <mustToDate \"3:04PM\" \"9 Mar\">: error calling mustToDate: parsing time \"9 Mar\" as "
     "\"3:04PM\": cannot parse \" Mar\" as \":\""},
    {"{{ mustToDate \"-0700 -07:00 -07 -07:00:00 -070000\" \"9 Mar\" }}",
     "! 1:3 <mustToDate \"-0700 -07:00 -07 -07:00:00 -070000\" \"9 Mar\">: error calling mustToDate: parsing "
     "time \"9 Mar\" as \"-0700 -07:00 -07 -07:00:00 -070000\": cannot parse \"9 Mar\" as \"-0700\""},
    {"{{ mustToDate \"-0700 -07:00 -07 -07:00:00 -070000\" \"68-1-1\" }}",
     "! 1:3 <mustToDate \"-0700 -07:00 -07 -07:00:00 -070000\" \"68-1-1\">: error calling mustToDate: "
     "parsing time \"68-1-1\" as \"-0700 -07:00 -07 -07:00:00 -070000\": cannot parse \"68-1-1\" as "
     "\"-0700\""},
    {"{{ mustToDate \"__2 2006\" \"2024-02-29T10:00:00.\" }}",
     "! 1:3 <mustToDate \"__2 2006\" \"2024-02-29T10:00:00.\">: error calling mustToDate: parsing time "
     "\"2024-02-29T10:00:00.\" as \"__2 2006\": cannot parse \"4-02-29T10:00:00.\" as \" \""},
    {"{{ mustToDate \"Mon\" \"  5 2024\" }}",
     "! 1:3 <mustToDate \"Mon\" \"  5 2024\">: error calling mustToDate: parsing time \"  5 2024\" as "
     "\"Mon\": cannot parse \"  5 2024\" as \"Mon\""},
    {"{{ mustToDate \"Mon Jan 2 15:04:05 MST 2006\" \"\303\251\" }}",
     "! 1:3 <mustToDate \"Mon Jan 2 15:04:05 MST 2006\" \"\303\251\">: error calling mustToDate: parsing "
     "time \"\\xc3\\xa9\" as \"Mon Jan 2 15:04:05 MST 2006\": cannot parse \"\\xc3\\xa9\" as \"Mon\""},
    {"{{ mustToDate \"Janet 1\" \"a\\\"b\" }}",
     "! 1:3 <mustToDate \"Janet 1\" \"a\\\"b\">: error calling mustToDate: parsing time \"a\\\"b\" as "
     "\"Janet 1\": cannot parse \"a\\\"b\" as \"Janet \""},
    {"{{ mustToDate \"02/01/2006\" \"2024-02-29T10:00:60Z\" }}",
     "! 1:3 <mustToDate \"02/01/2006\" \"2024-02-29T10:00:60Z\">: error calling mustToDate: parsing time "
     "\"2024-02-29T10:00:60Z\" as \"02/01/2006\": cannot parse \"24-02-29T10:00:60Z\" as \"/\""},
    {"{{ mustToDate \"Janet 1\" \"2024-366\" }}",
     "! 1:3 <mustToDate \"Janet 1\" \"2024-366\">: error calling mustToDate: parsing time \"2024-366\" as "
     "\"Janet 1\": cannot parse \"2024-366\" as \"Janet \""},
    {"{{ mustToDate \"2/pm/04/03\" \"AM/060/,9/2024\" }}",
     "! 1:3 <mustToDate \"2/pm/04/03\" \"AM/060/,9/2024\">: error calling mustToDate: parsing time "
     "\"AM/060/,9/2024\" as \"2/pm/04/03\": cannot parse \"AM/060/,9/2024\" as \"2\""},
    {"{{ mustToDate \"06,9Z07000005\" \"12:30:15 PM\" }}",
     "! 1:3 <mustToDate \"06,9Z07000005\" \"12:30:15 PM\">: error calling mustToDate: parsing time "
     "\"12:30:15 PM\": time zone offset hour out of range"},
    {"{{ mustToDate \"pm\" \"2024:-07:00:PM\" }}",
     "! 1:3 <mustToDate \"pm\" \"2024:-07:00:PM\">: error calling mustToDate: parsing time "
     "\"2024:-07:00:PM\" as \"pm\": cannot parse \"2024:-07:00:PM\" as \"pm\""},
    {"{{ mustToDate \"PMT-07:00:00T-0700TZ07T2\" \"Thu Feb 29 2024 10:00:00.5 +0100 CET\" }}",
     "! 1:3 <mustToDate \"PMT-07:00:00T-0700TZ07T2\" \"Thu Feb 29 2024 10:00:00.5 +0100 CET\">: error "
     "calling mustToDate: parsing time \"Thu Feb 29 2024 10:00:00.5 +0100 CET\" as "
     "\"PMT-07:00:00T-0700TZ07T2\": cannot parse \"Thu Feb 29 2024 10:00:00.5 +0100 CET\" as \"PM\""},
    {"{{ mustToDate \"pm/03/2006/Z07:00\" \"12:30:15 PM\" }}",
     "! 1:3 <mustToDate \"pm/03/2006/Z07:00\" \"12:30:15 PM\">: error calling mustToDate: parsing time "
     "\"12:30:15 PM\" as \"pm/03/2006/Z07:00\": cannot parse \"12:30:15 PM\" as \"pm\""},
    {"{{ mustToDate \"Mon\" \"Feb\" }}", "! 1:3 <mustToDate \"Mon\" \"Feb\">: error calling mustToDate: "
                                         "parsing time \"Feb\" as \"Mon\": cannot parse \"Feb\" as \"Mon\""},
    {"{{ mustToDate \"__2 Z07:00\" \".123 Z\" }}",
     "! 1:3 <mustToDate \"__2 Z07:00\" \".123 Z\">: error calling mustToDate: parsing time \".123 Z\" as "
     "\"__2 Z07:00\": cannot parse \".123 Z\" as \"__2\""},
    {"{{ mustToDate \"_2-Z070000-Z07\" \"AM-2024-x\" }}",
     "! 1:3 <mustToDate \"_2-Z070000-Z07\" \"AM-2024-x\">: error calling mustToDate: parsing time "
     "\"AM-2024-x\" as \"_2-Z070000-Z07\": cannot parse \"AM-2024-x\" as \"_2\""},
    {"{{ mustToDate \"Jan\" \"Mon:-99:99:99\" }}",
     "! 1:3 <mustToDate \"Jan\" \"Mon:-99:99:99\">: error calling mustToDate: parsing time \"Mon:-99:99:99\" "
     "as \"Jan\": cannot parse \"Mon:-99:99:99\" as \"Jan\""},
    {"{{ mustToDate \"Z07:Z07:,9:,9:2006\" \"060:1\" }}",
     "! 1:3 <mustToDate \"Z07:Z07:,9:,9:2006\" \"060:1\">: error calling mustToDate: parsing time \"060:1\": "
     "time zone offset hour out of range"},
    {"{{ mustToDate \"15:4:-0700:-07:__2\" \"Mon:01:4:15:-99:99:99\" }}",
     "! 1:3 <mustToDate \"15:4:-0700:-07:__2\" \"Mon:01:4:15:-99:99:99\">: error calling mustToDate: parsing "
     "time \"Mon:01:4:15:-99:99:99\" as \"15:4:-0700:-07:__2\": cannot parse \"Mon:01:4:15:-99:99:99\" as "
     "\"15\""},
    {"{{ mustToDate \"Z07/002/2006/January/PM\" \"2/01/-07:00/31/CET\" }}",
     "! 1:3 <mustToDate \"Z07/002/2006/January/PM\" \"2/01/-07:00/31/CET\">: error calling mustToDate: "
     "parsing time \"2/01/-07:00/31/CET\" as \"Z07/002/2006/January/PM\": cannot parse "
     "\"2/01/-07:00/31/CET\" as \"Z07\""},
    {"{{ mustToDate \"-0700TMon\" \"05TGMT-5\" }}",
     "! 1:3 <mustToDate \"-0700TMon\" \"05TGMT-5\">: error calling mustToDate: parsing time \"05TGMT-5\" as "
     "\"-0700TMon\": cannot parse \"05TGMT-5\" as \"-0700\""},
    {"{{ mustToDate \"MST\" \"Mon\" }}", "! 1:3 <mustToDate \"MST\" \"Mon\">: error calling mustToDate: "
                                         "parsing time \"Mon\" as \"MST\": cannot parse \"Mon\" as \"MST\""},
    {"{{ mustToDate \"06\" \"2024-02-29\" }}",
     "! 1:3 <mustToDate \"06\" \"2024-02-29\">: error calling mustToDate: parsing time \"2024-02-29\": extra "
     "text: \"24-02-29\""},
    {"{{ mustToDate \"002T2\" \"+0200T1\" }}",
     "! 1:3 <mustToDate \"002T2\" \"+0200T1\">: error calling mustToDate: parsing time \"+0200T1\" as "
     "\"002T2\": cannot parse \"+0200T1\" as \"002\""},
    {"{{ mustToDate \"MSTT,9\" \"+25:00T.0\" }}",
     "! 1:3 <mustToDate \"MSTT,9\" \"+25:00T.0\">: error calling mustToDate: parsing time \"+25:00T.0\" as "
     "\"MSTT,9\": cannot parse \"+25:00T.0\" as \"MST\""},
    {"{{ mustToDate \"pmT5\" \"2024-02-29\" }}",
     "! 1:3 <mustToDate \"pmT5\" \"2024-02-29\">: error calling mustToDate: parsing time \"2024-02-29\" as "
     "\"pmT5\": cannot parse \"2024-02-29\" as \"pm\""},
    {"{{ mustToDate \"002 04 .000 15\" \"2024-02-29\" }}",
     "! 1:3 <mustToDate \"002 04 .000 15\" \"2024-02-29\">: error calling mustToDate: parsing time "
     "\"2024-02-29\" as \"002 04 .000 15\": cannot parse \"4-02-29\" as \" \""},
    {"{{ mustToDate \"-07:00:00-,9-4-MST-.0\" \"2024-02-29\" }}",
     "! 1:3 <mustToDate \"-07:00:00-,9-4-MST-.0\" \"2024-02-29\">: error calling mustToDate: parsing time "
     "\"2024-02-29\" as \"-07:00:00-,9-4-MST-.0\": cannot parse \"2024-02-29\" as \"-07:00:00\""},
    {"{{ mustToDate \"-07:00:00\" \"15\" }}",
     "! 1:3 <mustToDate \"-07:00:00\" \"15\">: error calling mustToDate: parsing time \"15\" as "
     "\"-07:00:00\": cannot parse \"15\" as \"-07:00:00\""},
    {"{{ mustToDate \"4-__2-Z07-06\" \"Thu Feb 29 2024 10:00:00.5 +0100 CET\" }}",
     "! 1:3 <mustToDate \"4-__2-Z07-06\" \"Thu Feb 29 2024 10:00:00.5 +0100 CET\">: error calling "
     "mustToDate: parsing time \"Thu Feb 29 2024 10:00:00.5 +0100 CET\" as \"4-__2-Z07-06\": cannot parse "
     "\"Thu Feb 29 2024 10:00:00.5 +0100 CET\" as \"4\""},
    {"{{ mustToDate \".000T.0T02\" \"2024-02-29\" }}",
     "! 1:3 <mustToDate \".000T.0T02\" \"2024-02-29\">: error calling mustToDate: parsing time "
     "\"2024-02-29\" as \".000T.0T02\": cannot parse \"2024-02-29\" as \".000\""},
    {"{{ mustToDate \"15 04 January 002 pm\" \"Tuesday x 2024 2024 -07:00\" }}",
     "! 1:3 <mustToDate \"15 04 January 002 pm\" \"Tuesday x 2024 2024 -07:00\">: error calling mustToDate: "
     "parsing time \"Tuesday x 2024 2024 -07:00\" as \"15 04 January 002 pm\": cannot parse \"Tuesday x 2024 "
     "2024 -07:00\" as \"15\""},
    {"{{ mustToDate \"-07:4:Z070000:.999\" \".123:05:2:am\" }}",
     "! 1:3 <mustToDate \"-07:4:Z070000:.999\" \".123:05:2:am\">: error calling mustToDate: parsing time "
     "\".123:05:2:am\" as \"-07:4:Z070000:.999\": cannot parse \".123:05:2:am\" as \"-07\""},
    {"{{ mustToDate \"Z07:00 -07:00 ,9 002 04\" \"Mon .123 05 24 .9999\" }}",
     "! 1:3 <mustToDate \"Z07:00 -07:00 ,9 002 04\" \"Mon .123 05 24 .9999\">: error calling mustToDate: "
     "parsing time \"Mon .123 05 24 .9999\" as \"Z07:00 -07:00 ,9 002 04\": cannot parse \"Mon .123 05 24 "
     ".9999\" as \"Z07:00\""},
    {"{{ mustToDate \"5-.0-Monday-01-PM\" \".0-13-_2\" }}",
     "! 1:3 <mustToDate \"5-.0-Monday-01-PM\" \".0-13-_2\">: error calling mustToDate: parsing time "
     "\".0-13-_2\" as \"5-.0-Monday-01-PM\": cannot parse \".0-13-_2\" as \"5\""},
    {"{{ mustToDate \"2006.04012006\" \"2024-02-29\" }}",
     "! 1:3 <mustToDate \"2006.04012006\" \"2024-02-29\">: error calling mustToDate: parsing time "
     "\"2024-02-29\" as \"2006.04012006\": cannot parse \"-02-29\" as \".\""},
    {"{{ mustToDate \"Z075\" \"2024-02-29\" }}",
     "! 1:3 <mustToDate \"Z075\" \"2024-02-29\">: error calling mustToDate: parsing time \"2024-02-29\" as "
     "\"Z075\": cannot parse \"2024-02-29\" as \"Z07\""},
    {"{{ mustToDate \"-07:00:00:3:-07:00\" \"+02:2:01\" }}",
     "! 1:3 <mustToDate \"-07:00:00:3:-07:00\" \"+02:2:01\">: error calling mustToDate: parsing time "
     "\"+02:2:01\" as \"-07:00:00:3:-07:00\": cannot parse \"+02:2:01\" as \"-07:00:00\""},
    {"{{ mustToDate \"Z0700Z0700000215\" \"2+25:00360\" }}",
     "! 1:3 <mustToDate \"Z0700Z0700000215\" \"2+25:00360\">: error calling mustToDate: parsing time "
     "\"2+25:00360\" as \"Z0700Z0700000215\": cannot parse \"2+25:00360\" as \"Z0700\""},
    {"{{ mustToDate \"15/Jan/Mon/.999\" \"Thu Feb 29 2024 10:00:00.5 +0100 CET\" }}",
     "! 1:3 <mustToDate \"15/Jan/Mon/.999\" \"Thu Feb 29 2024 10:00:00.5 +0100 CET\">: error calling "
     "mustToDate: parsing time \"Thu Feb 29 2024 10:00:00.5 +0100 CET\" as \"15/Jan/Mon/.999\": cannot parse "
     "\"Thu Feb 29 2024 10:00:00.5 +0100 CET\" as \"15\""},
    {"{{ mustToDate \"Jan/.0/05/5/2006\" \"Jan/_2/.0/+25:00/.123\" }}",
     "! 1:3 <mustToDate \"Jan/.0/05/5/2006\" \"Jan/_2/.0/+25:00/.123\">: error calling mustToDate: parsing "
     "time \"Jan/_2/.0/+25:00/.123\" as \"Jan/.0/05/5/2006\": cannot parse \"_2/.0/+25:00/.123\" as \".0\""},
    {"{{ mustToDate \".000\" \"Feb\" }}",
     "! 1:3 <mustToDate \".000\" \"Feb\">: error calling mustToDate: parsing time \"Feb\" as \".000\": "
     "cannot parse \"Feb\" as \".000\""},
    {"{{ mustToDate \".0:2006\" \"CET:PM\" }}",
     "! 1:3 <mustToDate \".0:2006\" \"CET:PM\">: error calling mustToDate: parsing time \"CET:PM\" as "
     "\".0:2006\": cannot parse \"CET:PM\" as \".0\""},
    {"{{ mustToDate \"Jan\" \".5\" }}", "! 1:3 <mustToDate \"Jan\" \".5\">: error calling mustToDate: "
                                        "parsing time \".5\" as \"Jan\": cannot parse \".5\" as \"Jan\""},
    {"{{ mustToDate \"Mon\" \"-99:99:99\" }}",
     "! 1:3 <mustToDate \"Mon\" \"-99:99:99\">: error calling mustToDate: parsing time \"-99:99:99\" as "
     "\"Mon\": cannot parse \"-99:99:99\" as \"Mon\""},
    {"{{ mustToDate \"Jan 04 ,9 ,9 .0\" \"PM 24 3 GMT-5 +0200\" }}",
     "! 1:3 <mustToDate \"Jan 04 ,9 ,9 .0\" \"PM 24 3 GMT-5 +0200\">: error calling mustToDate: parsing time "
     "\"PM 24 3 GMT-5 +0200\" as \"Jan 04 ,9 ,9 .0\": cannot parse \"PM 24 3 GMT-5 +0200\" as \"Jan\""},
    {"{{ mustToDate \"15--07:00:00-Jan\" \"2024-02-29\" }}",
     "! 1:3 <mustToDate \"15--07:00:00-Jan\" \"2024-02-29\">: error calling mustToDate: parsing time "
     "\"2024-02-29\" as \"15--07:00:00-Jan\": cannot parse \"24-02-29\" as \"-\""},
    {"{{ mustToDate \"03/Z0700\" \"2024-02-29\" }}",
     "! 1:3 <mustToDate \"03/Z0700\" \"2024-02-29\">: error calling mustToDate: parsing time \"2024-02-29\": "
     "hour out of range"},
    {"{{ mustToDate \"4-Z070000\" \"CET-Tuesday\" }}",
     "! 1:3 <mustToDate \"4-Z070000\" \"CET-Tuesday\">: error calling mustToDate: parsing time "
     "\"CET-Tuesday\" as \"4-Z070000\": cannot parse \"CET-Tuesday\" as \"4\""},
    {"{{ mustToDate \",9MST-0700Z07:00\" \"12:30:15 PM\" }}",
     "! 1:3 <mustToDate \",9MST-0700Z07:00\" \"12:30:15 PM\">: error calling mustToDate: parsing time "
     "\"12:30:15 PM\" as \",9MST-0700Z07:00\": cannot parse \"12:30:15 PM\" as \"MST\""},
    {"{{ mustToDate \".0 Jan __2 3\" \"\" }}",
     "! 1:3 <mustToDate \".0 Jan __2 3\" \"\">: error calling mustToDate: parsing time \"\" as \".0 Jan __2 "
     "3\": cannot parse \"\" as \".0\""},
    {"{{ mustToDate \"pm\" \"am\" }}", "0000-01-01 00:00:00 +0000 UTC"},
    {"{{ mustToDate \"2:-07:00:00:2006:PM:04\" \"Thu Feb 29 2024 10:00:00.5 +0100 CET\" }}",
     "! 1:3 <mustToDate \"2:-07:00:00:2006:PM:04\" \"Thu Feb 29 2024 10:00:00.5 +0100 CET\">: error calling "
     "mustToDate: parsing time \"Thu Feb 29 2024 10:00:00.5 +0100 CET\" as \"2:-07:00:00:2006:PM:04\": "
     "cannot parse \"Thu Feb 29 2024 10:00:00.5 +0100 CET\" as \"2\""},
    {"{{ mustToDate \"Monday\" \"_2\" }}",
     "! 1:3 <mustToDate \"Monday\" \"_2\">: error calling mustToDate: parsing time \"_2\" as \"Monday\": "
     "cannot parse \"_2\" as \"Monday\""},
    {"{{ mustToDate \"2006 Z07 3 Z0700 5\" \"12:30:15 PM\" }}",
     "! 1:3 <mustToDate \"2006 Z07 3 Z0700 5\" \"12:30:15 PM\">: error calling mustToDate: parsing time "
     "\"12:30:15 PM\" as \"2006 Z07 3 Z0700 5\": cannot parse \"12:30:15 PM\" as \"2006\""},
    {"{{ mustToDate \"02:-0700:Z07:00:2006:04\" \"january:+25:00:Mon:-99:99:99:-07:00\" }}",
     "! 1:3 <mustToDate \"02:-0700:Z07:00:2006:04\" \"january:+25:00:Mon:-99:99:99:-07:00\">: error calling "
     "mustToDate: parsing time \"january:+25:00:Mon:-99:99:99:-07:00\" as \"02:-0700:Z07:00:2006:04\": "
     "cannot parse \"january:+25:00:Mon:-99:99:99:-07:00\" as \"02\""},
    {"{{ mustToDate \"_2-15\" \"+02-366\" }}",
     "! 1:3 <mustToDate \"_2-15\" \"+02-366\">: error calling mustToDate: parsing time \"+02-366\" as "
     "\"_2-15\": cannot parse \"+02-366\" as \"_2\""},
    {"{{ mustToDate \"06Z07000215\" \"3199x_2\" }}",
     "! 1:3 <mustToDate \"06Z07000215\" \"3199x_2\">: error calling mustToDate: parsing time \"3199x_2\" as "
     "\"06Z07000215\": cannot parse \"99x_2\" as \"Z0700\""},
    {"{{ mustToDate \"Z070000\" \"AM\" }}",
     "! 1:3 <mustToDate \"Z070000\" \"AM\">: error calling mustToDate: parsing time \"AM\" as \"Z070000\": "
     "cannot parse \"AM\" as \"Z070000\""},
    {"{{ mustToDate \"3\" \"PM-x-Mon-Tuesday\" }}",
     "! 1:3 <mustToDate \"3\" \"PM-x-Mon-Tuesday\">: error calling mustToDate: parsing time "
     "\"PM-x-Mon-Tuesday\" as \"3\": cannot parse \"PM-x-Mon-Tuesday\" as \"3\""},
    {"{{ mustToDate \"15:MST\" \"GMT-5:060\" }}",
     "! 1:3 <mustToDate \"15:MST\" \"GMT-5:060\">: error calling mustToDate: parsing time \"GMT-5:060\" as "
     "\"15:MST\": cannot parse \"GMT-5:060\" as \"15\""},
    {"{{ mustToDate \"Z070000 2\" \"2024-02-29\" }}",
     "! 1:3 <mustToDate \"Z070000 2\" \"2024-02-29\">: error calling mustToDate: parsing time \"2024-02-29\" "
     "as \"Z070000 2\": cannot parse \"2024-02-29\" as \"Z070000\""},
    {"{{ mustToDate \"2\" \"2024-02-29\" }}",
     "! 1:3 <mustToDate \"2\" \"2024-02-29\">: error calling mustToDate: parsing time \"2024-02-29\": extra "
     "text: \"24-02-29\""},
    {"{{ mustToDate \"PM/Z0700/Z070000/2/Mon\" \"Z/.0/01/060/Mon\" }}",
     "! 1:3 <mustToDate \"PM/Z0700/Z070000/2/Mon\" \"Z/.0/01/060/Mon\">: error calling mustToDate: parsing "
     "time \"Z/.0/01/060/Mon\" as \"PM/Z0700/Z070000/2/Mon\": cannot parse \"Z/.0/01/060/Mon\" as \"PM\""},
    {"{{ mustToDate \"-07:00:00T15T04\" \"MonTGMT-5TCET\" }}",
     "! 1:3 <mustToDate \"-07:00:00T15T04\" \"MonTGMT-5TCET\">: error calling mustToDate: parsing time "
     "\"MonTGMT-5TCET\" as \"-07:00:00T15T04\": cannot parse \"MonTGMT-5TCET\" as \"-07:00:00\""},
    {"{{ mustToDate \"JanT06T-0700T1\" \"99TFebT01TFeb\" }}",
     "! 1:3 <mustToDate \"JanT06T-0700T1\" \"99TFebT01TFeb\">: error calling mustToDate: parsing time "
     "\"99TFebT01TFeb\" as \"JanT06T-0700T1\": cannot parse \"99TFebT01TFeb\" as \"Jan\""},
    {"{{ mustToDate \"05\" \"060\" }}",
     "! 1:3 <mustToDate \"05\" \"060\">: error calling mustToDate: parsing time \"060\": extra text: \"0\""},
    {"{{ mustToDate \"15/.999/15/Mon\" \"_2/,9/Jan/02\" }}",
     "! 1:3 <mustToDate \"15/.999/15/Mon\" \"_2/,9/Jan/02\">: error calling mustToDate: parsing time "
     "\"_2/,9/Jan/02\" as \"15/.999/15/Mon\": cannot parse \"_2/,9/Jan/02\" as \"15\""},
    {"{{ mustToDate \"Z0700\" \"01\" }}",
     "! 1:3 <mustToDate \"Z0700\" \"01\">: error calling mustToDate: parsing time \"01\" as \"Z0700\": "
     "cannot parse \"01\" as \"Z0700\""},
    {"{{ mustToDate \"pm-01\" \"2024-02-29\" }}",
     "! 1:3 <mustToDate \"pm-01\" \"2024-02-29\">: error calling mustToDate: parsing time \"2024-02-29\" as "
     "\"pm-01\": cannot parse \"2024-02-29\" as \"pm\""},
    {"{{ mustToDate \"04\" \".5\" }}", "! 1:3 <mustToDate \"04\" \".5\">: error calling mustToDate: parsing "
                                       "time \".5\" as \"04\": cannot parse \".5\" as \"04\""},
    {"{{ mustToDate \".999T15T-0700T002\" \"03T13TMonT4\" }}",
     "! 1:3 <mustToDate \".999T15T-0700T002\" \"03T13TMonT4\">: error calling mustToDate: parsing time "
     "\"03T13TMonT4\" as \".999T15T-0700T002\": cannot parse \"03T13TMonT4\" as \"T\""},
    {"{{ mustToDate \"-0700\" \"x\" }}", "! 1:3 <mustToDate \"-0700\" \"x\">: error calling mustToDate: "
                                         "parsing time \"x\" as \"-0700\": cannot parse \"x\" as \"-0700\""},
    {"{{ mustToDate \"Z0700\" \"Feb\" }}",
     "! 1:3 <mustToDate \"Z0700\" \"Feb\">: error calling mustToDate: parsing time \"Feb\" as \"Z0700\": "
     "cannot parse \"Feb\" as \"Z0700\""},
    {"{{ mustToDate \"002T02T,9T.000\" \"12:30:15 PM\" }}",
     "! 1:3 <mustToDate \"002T02T,9T.000\" \"12:30:15 PM\">: error calling mustToDate: parsing time "
     "\"12:30:15 PM\" as \"002T02T,9T.000\": cannot parse \"12:30:15 PM\" as \"002\""},
    {"{{ mustToDate \"15:-0700\" \"PM:.123\" }}",
     "! 1:3 <mustToDate \"15:-0700\" \"PM:.123\">: error calling mustToDate: parsing time \"PM:.123\" as "
     "\"15:-0700\": cannot parse \"PM:.123\" as \"15\""},
    {"{{ mustToDate \"Z07\" \"PM\" }}", "! 1:3 <mustToDate \"Z07\" \"PM\">: error calling mustToDate: "
                                        "parsing time \"PM\" as \"Z07\": cannot parse \"PM\" as \"Z07\""},
    {"{{ mustToDate \".999\" \"Z\" }}",
     "! 1:3 <mustToDate \".999\" \"Z\">: error calling mustToDate: parsing time \"Z\": extra text: \"Z\""},
    {"{{ mustToDate \"02:_2:PM:2:3\" \"24:01:01:+0200:PM\" }}",
     "! 1:3 <mustToDate \"02:_2:PM:2:3\" \"24:01:01:+0200:PM\">: error calling mustToDate: parsing time "
     "\"24:01:01:+0200:PM\" as \"02:_2:PM:2:3\": cannot parse \"01:+0200:PM\" as \"PM\""},
    {"{{ mustToDate \"-07-5-Mon-2-15\" \"24-+25:00-x-02-3\" }}",
     "! 1:3 <mustToDate \"-07-5-Mon-2-15\" \"24-+25:00-x-02-3\">: error calling mustToDate: parsing time "
     "\"24-+25:00-x-02-3\" as \"-07-5-Mon-2-15\": cannot parse \"24-+25:00-x-02-3\" as \"-07\""},
    {"{{ mustToDate \"Z0700\" \"-07:00\" }}",
     "! 1:3 <mustToDate \"Z0700\" \"-07:00\">: error calling mustToDate: parsing time \"-07:00\" as "
     "\"Z0700\": cannot parse \"-07:00\" as \"Z0700\""},
    {"{{ mustToDate \"Z07/4\" \"02/.0\" }}",
     "! 1:3 <mustToDate \"Z07/4\" \"02/.0\">: error calling mustToDate: parsing time \"02/.0\" as \"Z07/4\": "
     "cannot parse \"02/.0\" as \"Z07\""},
    {"{{ mustToDate \"-07:00:00-15\" \"x-,9\" }}",
     "! 1:3 <mustToDate \"-07:00:00-15\" \"x-,9\">: error calling mustToDate: parsing time \"x-,9\" as "
     "\"-07:00:00-15\": cannot parse \"x-,9\" as \"-07:00:00\""},
    {"{{ mustToDate \"04 -0700 -0700 _2 _2\" \"Thu Feb 29 2024 10:00:00.5 +0100 CET\" }}",
     "! 1:3 <mustToDate \"04 -0700 -0700 _2 _2\" \"Thu Feb 29 2024 10:00:00.5 +0100 CET\">: error calling "
     "mustToDate: parsing time \"Thu Feb 29 2024 10:00:00.5 +0100 CET\" as \"04 -0700 -0700 _2 _2\": cannot "
     "parse \"Thu Feb 29 2024 10:00:00.5 +0100 CET\" as \"04\""},
    {"{{ mustToDate \"4-15\" \"03-01\" }}", "0000-01-01 01:03:00 +0000 UTC"},
    {"{{ mustToDate \"Z07:00:,9:03:Z0700:15\" \"12:30:15 PM\" }}",
     "! 1:3 <mustToDate \"Z07:00:,9:03:Z0700:15\" \"12:30:15 PM\">: error calling mustToDate: parsing time "
     "\"12:30:15 PM\" as \"Z07:00:,9:03:Z0700:15\": cannot parse \"12:30:15 PM\" as \"Z07:00\""},
    {"{{ mustToDate \"-0700 -07 Z0700 03\" \"+0200 Feb 366 january\" }}",
     "! 1:3 <mustToDate \"-0700 -07 Z0700 03\" \"+0200 Feb 366 january\">: error calling mustToDate: parsing "
     "time \"+0200 Feb 366 january\" as \"-0700 -07 Z0700 03\": cannot parse \"Feb 366 january\" as \"-07\""},
    {"{{ mustToDate \"5-002-Monday\" \"Thu Feb 29 2024 10:00:00.5 +0100 CET\" }}",
     "! 1:3 <mustToDate \"5-002-Monday\" \"Thu Feb 29 2024 10:00:00.5 +0100 CET\">: error calling "
     "mustToDate: parsing time \"Thu Feb 29 2024 10:00:00.5 +0100 CET\" as \"5-002-Monday\": cannot parse "
     "\"Thu Feb 29 2024 10:00:00.5 +0100 CET\" as \"5\""},
    {"{{ mustToDate \"2/MST/-07:00:00\" \"60/january/366\" }}",
     "! 1:3 <mustToDate \"2/MST/-07:00:00\" \"60/january/366\">: error calling mustToDate: parsing time "
     "\"60/january/366\" as \"2/MST/-07:00:00\": cannot parse \"january/366\" as \"MST\""},
    {"{{ mustToDate \"-07:00 .000\" \".5 CET Tuesday EST 01\" }}",
     "! 1:3 <mustToDate \"-07:00 .000\" \".5 CET Tuesday EST 01\">: error calling mustToDate: parsing time "
     "\".5 CET Tuesday EST 01\" as \"-07:00 .000\": cannot parse \".5 CET Tuesday EST 01\" as \"-07:00\""},
    {"{{ mustToDate \"1:3:02:-07:00:00\" \"13:366:PM:15\" }}",
     "! 1:3 <mustToDate \"1:3:02:-07:00:00\" \"13:366:PM:15\">: error calling mustToDate: parsing time "
     "\"13:366:PM:15\": month out of range"},
    {"{{ mustToDate \"1 .0 Z07:00 03 .0\" \"Thu Feb 29 2024 10:00:00.5 +0100 CET\" }}",
     "! 1:3 <mustToDate \"1 .0 Z07:00 03 .0\" \"Thu Feb 29 2024 10:00:00.5 +0100 CET\">: error calling "
     "mustToDate: parsing time \"Thu Feb 29 2024 10:00:00.5 +0100 CET\" as \"1 .0 Z07:00 03 .0\": cannot "
     "parse \"Thu Feb 29 2024 10:00:00.5 +0100 CET\" as \"1\""},
    {"{{ mustToDate \"4\" \"+0200\" }}", "! 1:3 <mustToDate \"4\" \"+0200\">: error calling mustToDate: "
                                         "parsing time \"+0200\" as \"4\": cannot parse \"+0200\" as \"4\""},
    {"{{ mustToDate \"5\" \"12:30:15 PM\" }}",
     "! 1:3 <mustToDate \"5\" \"12:30:15 PM\">: error calling mustToDate: parsing time \"12:30:15 PM\": "
     "extra text: \":30:15 PM\""},
    {"{{ mustToDate \"2 Jan 06\" \"Thu Feb 29 2024 10:00:00.5 +0100 CET\" }}",
     "! 1:3 <mustToDate \"2 Jan 06\" \"Thu Feb 29 2024 10:00:00.5 +0100 CET\">: error calling mustToDate: "
     "parsing time \"Thu Feb 29 2024 10:00:00.5 +0100 CET\" as \"2 Jan 06\": cannot parse \"Thu Feb 29 2024 "
     "10:00:00.5 +0100 CET\" as \"2\""},
    {"{{ mustToDate \"MST 3 05 15\" \"Tuesday .123 +02 CET\" }}",
     "! 1:3 <mustToDate \"MST 3 05 15\" \"Tuesday .123 +02 CET\">: error calling mustToDate: parsing time "
     "\"Tuesday .123 +02 CET\" as \"MST 3 05 15\": cannot parse \"Tuesday .123 +02 CET\" as \"MST\""},
    {"{{ mustToDate \"03TPM\" \"ZT.5\" }}",
     "! 1:3 <mustToDate \"03TPM\" \"ZT.5\">: error calling mustToDate: parsing time \"ZT.5\" as \"03TPM\": "
     "cannot parse \"ZT.5\" as \"03\""},
    {"{{ mustToDate \"06-Z070000-01\" \"366-3-+25:00\" }}",
     "! 1:3 <mustToDate \"06-Z070000-01\" \"366-3-+25:00\">: error calling mustToDate: parsing time "
     "\"366-3-+25:00\" as \"06-Z070000-01\": cannot parse \"6-3-+25:00\" as \"-\""},
    {"{{ mustToDate \"02:1:2:2006\" \"PM:.0:31:,9\" }}",
     "! 1:3 <mustToDate \"02:1:2:2006\" \"PM:.0:31:,9\">: error calling mustToDate: parsing time "
     "\"PM:.0:31:,9\" as \"02:1:2:2006\": cannot parse \"PM:.0:31:,9\" as \"02\""},
    {"{{ mustToDate \"Z070000-5\" \"-99:99:99-Tuesday\" }}",
     "! 1:3 <mustToDate \"Z070000-5\" \"-99:99:99-Tuesday\">: error calling mustToDate: parsing time "
     "\"-99:99:99-Tuesday\": time zone offset hour out of range"},
    {"{{ mustToDate \".000\" \"-07:00\" }}",
     "! 1:3 <mustToDate \".000\" \"-07:00\">: error calling mustToDate: parsing time \"-07:00\" as \".000\": "
     "cannot parse \"-07:00\" as \".000\""},
    {"{{ mustToDate \".000\" \"60\" }}", "! 1:3 <mustToDate \".000\" \"60\">: error calling mustToDate: "
                                         "parsing time \"60\" as \".000\": cannot parse \"60\" as \".000\""},
    {"{{ mustToDate \"2006T15\" \"CETT.9999\" }}",
     "! 1:3 <mustToDate \"2006T15\" \"CETT.9999\">: error calling mustToDate: parsing time \"CETT.9999\" as "
     "\"2006T15\": cannot parse \"CETT.9999\" as \"2006\""},
    {"{{ mustToDate \"-07:00:00:.000:-0700:3:02\" \"12:30:15 PM\" }}",
     "! 1:3 <mustToDate \"-07:00:00:.000:-0700:3:02\" \"12:30:15 PM\">: error calling mustToDate: parsing "
     "time \"12:30:15 PM\" as \"-07:00:00:.000:-0700:3:02\": cannot parse \"12:30:15 PM\" as \"-07:00:00\""},
    {"{{ mustToDate \".999:Z070000:_2\" \".123:UTC:4\" }}",
     "! 1:3 <mustToDate \".999:Z070000:_2\" \".123:UTC:4\">: error calling mustToDate: parsing time "
     "\".123:UTC:4\" as \".999:Z070000:_2\": cannot parse \"UTC:4\" as \"Z070000\""},
    {"{{ mustToDate \".000JanuaryZ07Z070000__2\" \"36699ESTamUTC\" }}",
     "! 1:3 <mustToDate \".000JanuaryZ07Z070000__2\" \"36699ESTamUTC\">: error calling mustToDate: parsing "
     "time \"36699ESTamUTC\" as \".000JanuaryZ07Z070000__2\": cannot parse \"36699ESTamUTC\" as \".000\""},
    {"{{ mustToDate \"002T__2T01T02\" \"Thu Feb 29 2024 10:00:00.5 +0100 CET\" }}",
     "! 1:3 <mustToDate \"002T__2T01T02\" \"Thu Feb 29 2024 10:00:00.5 +0100 CET\">: error calling "
     "mustToDate: parsing time \"Thu Feb 29 2024 10:00:00.5 +0100 CET\" as \"002T__2T01T02\": cannot parse "
     "\"Thu Feb 29 2024 10:00:00.5 +0100 CET\" as \"002\""},
    {"{{ mustToDate \"1/_2\" \"15/60\" }}", "! 1:3 <mustToDate \"1/_2\" \"15/60\">: error calling "
                                            "mustToDate: parsing time \"15/60\": month out of range"},
    {"{{ mustToDate \"-07:00/Monday/2\" \"UTC/-99:99:99/15\" }}",
     "! 1:3 <mustToDate \"-07:00/Monday/2\" \"UTC/-99:99:99/15\">: error calling mustToDate: parsing time "
     "\"UTC/-99:99:99/15\" as \"-07:00/Monday/2\": cannot parse \"UTC/-99:99:99/15\" as \"-07:00\""},
    {"{{ mustToDate \"02\" \"-99:99:99\" }}",
     "! 1:3 <mustToDate \"02\" \"-99:99:99\">: error calling mustToDate: parsing time \"-99:99:99\" as "
     "\"02\": cannot parse \"-99:99:99\" as \"02\""},
    {"{{ mustToDate \"01:,9:-07:05\" \"24:Feb:05:.9999\" }}",
     "! 1:3 <mustToDate \"01:,9:-07:05\" \"24:Feb:05:.9999\">: error calling mustToDate: parsing time "
     "\"24:Feb:05:.9999\": month out of range"},
    {"{{ mustToDate \".999TMondayT.999\" \"1T05T13\" }}",
     "! 1:3 <mustToDate \".999TMondayT.999\" \"1T05T13\">: error calling mustToDate: parsing time "
     "\"1T05T13\" as \".999TMondayT.999\": cannot parse \"1T05T13\" as \"T\""},
    {"{{ mustToDate \"-07:00/January\" \".5/Feb\" }}",
     "! 1:3 <mustToDate \"-07:00/January\" \".5/Feb\">: error calling mustToDate: parsing time \".5/Feb\" as "
     "\"-07:00/January\": cannot parse \".5/Feb\" as \"-07:00\""},
    {"{{ mustToDate \"03 05\" \"1 x\" }}",
     "! 1:3 <mustToDate \"03 05\" \"1 x\">: error calling mustToDate: parsing time \"1 x\" as \"03 05\": "
     "cannot parse \"1 x\" as \"03\""},
    {"{{ mustToDate \"1Z07:00\" \"060,9\" }}",
     "! 1:3 <mustToDate \"1Z07:00\" \"060,9\">: error calling mustToDate: parsing time \"060,9\" as "
     "\"1Z07:00\": cannot parse \"0,9\" as \"Z07:00\""},
    {"{{ mustToDate \"05Z07-07:003January\" \"2024-02-29\" }}",
     "! 1:3 <mustToDate \"05Z07-07:003January\" \"2024-02-29\">: error calling mustToDate: parsing time "
     "\"2024-02-29\" as \"05Z07-07:003January\": cannot parse \"24-02-29\" as \"Z07\""},
    {"{{ mustToDate \"4-05-.999\" \"-07:00-24-PM\" }}",
     "! 1:3 <mustToDate \"4-05-.999\" \"-07:00-24-PM\">: error calling mustToDate: parsing time "
     "\"-07:00-24-PM\" as \"4-05-.999\": cannot parse \"-07:00-24-PM\" as \"4\""},
    {"{{ mustToDate \"1:04\" \"31:Tuesday\" }}",
     "! 1:3 <mustToDate \"1:04\" \"31:Tuesday\">: error calling mustToDate: parsing time \"31:Tuesday\": "
     "month out of range"},
    {"{{ mustToDate \".999\" \"12:30:15 PM\" }}",
     "! 1:3 <mustToDate \".999\" \"12:30:15 PM\">: error calling mustToDate: parsing time \"12:30:15 PM\": "
     "extra text: \"12:30:15 PM\""},
    {"{{ mustToDate \"Z07TPM\" \"2024-02-29\" }}",
     "! 1:3 <mustToDate \"Z07TPM\" \"2024-02-29\">: error calling mustToDate: parsing time \"2024-02-29\" as "
     "\"Z07TPM\": cannot parse \"2024-02-29\" as \"Z07\""},
    {"{{ mustToDate \"03\" \"january\" }}",
     "! 1:3 <mustToDate \"03\" \"january\">: error calling mustToDate: parsing time \"january\" as \"03\": "
     "cannot parse \"january\" as \"03\""},
    {"{{ mustToDate \"Mon:3:_2:Z0700:.999\" \"2024-02-29\" }}",
     "! 1:3 <mustToDate \"Mon:3:_2:Z0700:.999\" \"2024-02-29\">: error calling mustToDate: parsing time "
     "\"2024-02-29\" as \"Mon:3:_2:Z0700:.999\": cannot parse \"2024-02-29\" as \"Mon\""},
    {"{{ mustToDate \"03_2\" \"\" }}", "! 1:3 <mustToDate \"03_2\" \"\">: error calling mustToDate: parsing "
                                       "time \"\" as \"03_2\": cannot parse \"\" as \"03\""},
    {"{{ mustToDate \"Z07:00-.0\" \"Thu Feb 29 2024 10:00:00.5 +0100 CET\" }}",
     "! 1:3 <mustToDate \"Z07:00-.0\" \"Thu Feb 29 2024 10:00:00.5 +0100 CET\">: error calling mustToDate: "
     "parsing time \"Thu Feb 29 2024 10:00:00.5 +0100 CET\" as \"Z07:00-.0\": cannot parse \"Thu Feb 29 2024 "
     "10:00:00.5 +0100 CET\" as \"Z07:00\""},
    {"{{ mustToDate \"PM\" \"2024-02-29\" }}",
     "! 1:3 <mustToDate \"PM\" \"2024-02-29\">: error calling mustToDate: parsing time \"2024-02-29\" as "
     "\"PM\": cannot parse \"2024-02-29\" as \"PM\""},
    {"{{ mustToDate \"Z070000\" \"060\" }}",
     "! 1:3 <mustToDate \"Z070000\" \"060\">: error calling mustToDate: parsing time \"060\" as \"Z070000\": "
     "cannot parse \"060\" as \"Z070000\""},
    {"{{ mustToDate \"04\" \"12:30:15 PM\" }}",
     "! 1:3 <mustToDate \"04\" \"12:30:15 PM\">: error calling mustToDate: parsing time \"12:30:15 PM\": "
     "extra text: \":30:15 PM\""},
    {"{{ mustToDate \"Z0700 04 2006\" \".0 UTC 02\" }}",
     "! 1:3 <mustToDate \"Z0700 04 2006\" \".0 UTC 02\">: error calling mustToDate: parsing time \".0 UTC "
     "02\" as \"Z0700 04 2006\": cannot parse \".0 UTC 02\" as \"Z0700\""},
    {"{{ mustToDate \"Z07:00:03\" \"Jan:4\" }}",
     "! 1:3 <mustToDate \"Z07:00:03\" \"Jan:4\">: error calling mustToDate: parsing time \"Jan:4\" as "
     "\"Z07:00:03\": cannot parse \"Jan:4\" as \"Z07:00\""},
    {"{{ mustToDate \"Jan-5\" \"Thu Feb 29 2024 10:00:00.5 +0100 CET\" }}",
     "! 1:3 <mustToDate \"Jan-5\" \"Thu Feb 29 2024 10:00:00.5 +0100 CET\">: error calling mustToDate: "
     "parsing time \"Thu Feb 29 2024 10:00:00.5 +0100 CET\" as \"Jan-5\": cannot parse \"Thu Feb 29 2024 "
     "10:00:00.5 +0100 CET\" as \"Jan\""},
    {"{{ mustToDate \"-07:00/2/pm/2006\" \"Thu Feb 29 2024 10:00:00.5 +0100 CET\" }}",
     "! 1:3 <mustToDate \"-07:00/2/pm/2006\" \"Thu Feb 29 2024 10:00:00.5 +0100 CET\">: error calling "
     "mustToDate: parsing time \"Thu Feb 29 2024 10:00:00.5 +0100 CET\" as \"-07:00/2/pm/2006\": cannot "
     "parse \"Thu Feb 29 2024 10:00:00.5 +0100 CET\" as \"-07:00\""},
    {"{{ mustToDate \"002/_2/06/pm/002\" \"Thu Feb 29 2024 10:00:00.5 +0100 CET\" }}",
     "! 1:3 <mustToDate \"002/_2/06/pm/002\" \"Thu Feb 29 2024 10:00:00.5 +0100 CET\">: error calling "
     "mustToDate: parsing time \"Thu Feb 29 2024 10:00:00.5 +0100 CET\" as \"002/_2/06/pm/002\": cannot "
     "parse \"Thu Feb 29 2024 10:00:00.5 +0100 CET\" as \"002\""},
    {"{{ mustToDate \"JanT02TPMT,9\" \"xT02T60T.5\" }}",
     "! 1:3 <mustToDate \"JanT02TPMT,9\" \"xT02T60T.5\">: error calling mustToDate: parsing time "
     "\"xT02T60T.5\" as \"JanT02TPMT,9\": cannot parse \"xT02T60T.5\" as \"Jan\""},
    {"{{ mustToDate \"01pm\" \"13-07:00\" }}", "! 1:3 <mustToDate \"01pm\" \"13-07:00\">: error calling "
                                               "mustToDate: parsing time \"13-07:00\": month out of range"},
    {"{{ mustToDate \"_2:4\" \"-07:00:060\" }}",
     "! 1:3 <mustToDate \"_2:4\" \"-07:00:060\">: error calling mustToDate: parsing time \"-07:00:060\" as "
     "\"_2:4\": cannot parse \"-07:00:060\" as \"_2\""},
    {"{{ mustToDate \"-07:__2:PM\" \"AM:24:2\" }}",
     "! 1:3 <mustToDate \"-07:__2:PM\" \"AM:24:2\">: error calling mustToDate: parsing time \"AM:24:2\" as "
     "\"-07:__2:PM\": cannot parse \"AM:24:2\" as \"-07\""},
    {"{{ mustToDate \"03\" \"12:30:15 PM\" }}",
     "! 1:3 <mustToDate \"03\" \"12:30:15 PM\">: error calling mustToDate: parsing time \"12:30:15 PM\": "
     "extra text: \":30:15 PM\""},
    {"{{ mustToDate \"PM Jan .999 -07:00:00 002\" \"05 31 1 31 2024\" }}",
     "! 1:3 <mustToDate \"PM Jan .999 -07:00:00 002\" \"05 31 1 31 2024\">: error calling mustToDate: "
     "parsing time \"05 31 1 31 2024\" as \"PM Jan .999 -07:00:00 002\": cannot parse \"05 31 1 31 2024\" as "
     "\"PM\""},
    {"{{ mustToDate \".0 -0700 PM 002\" \"99 -07:00 60 31\" }}",
     "! 1:3 <mustToDate \".0 -0700 PM 002\" \"99 -07:00 60 31\">: error calling mustToDate: parsing time "
     "\"99 -07:00 60 31\" as \".0 -0700 PM 002\": cannot parse \"99 -07:00 60 31\" as \".0\""},
    {"{{ mustToDate \"Z0700:-07:00:Z07:PM\" \"01:x:05:Feb\" }}",
     "! 1:3 <mustToDate \"Z0700:-07:00:Z07:PM\" \"01:x:05:Feb\">: error calling mustToDate: parsing time "
     "\"01:x:05:Feb\" as \"Z0700:-07:00:Z07:PM\": cannot parse \"01:x:05:Feb\" as \"Z0700\""},
    {"{{ mustToDate \"04:4:Z0700:15\" \"15:Jan:366:+25:00\" }}",
     "! 1:3 <mustToDate \"04:4:Z0700:15\" \"15:Jan:366:+25:00\">: error calling mustToDate: parsing time "
     "\"15:Jan:366:+25:00\" as \"04:4:Z0700:15\": cannot parse \"Jan:366:+25:00\" as \"4\""},
    {"{{ mustToDate \".000 03 .999\" \"+0200 31 24\" }}",
     "! 1:3 <mustToDate \".000 03 .999\" \"+0200 31 24\">: error calling mustToDate: parsing time \"+0200 31 "
     "24\" as \".000 03 .999\": cannot parse \"+0200 31 24\" as \".000\""},
    {"{{ mustToDate \"PM:Z070000:.0:,9\" \"12:30:15 PM\" }}",
     "! 1:3 <mustToDate \"PM:Z070000:.0:,9\" \"12:30:15 PM\">: error calling mustToDate: parsing time "
     "\"12:30:15 PM\" as \"PM:Z070000:.0:,9\": cannot parse \"12:30:15 PM\" as \"PM\""},
    {"{{ mustToDate \"002TMondayT-07:00:00T2T3\" \"12:30:15 PM\" }}",
     "! 1:3 <mustToDate \"002TMondayT-07:00:00T2T3\" \"12:30:15 PM\">: error calling mustToDate: parsing "
     "time \"12:30:15 PM\" as \"002TMondayT-07:00:00T2T3\": cannot parse \"12:30:15 PM\" as \"002\""},
    {"{{ mustToDate \"MonT.000T1TJan\" \".5TGMT-5T01T13\" }}",
     "! 1:3 <mustToDate \"MonT.000T1TJan\" \".5TGMT-5T01T13\">: error calling mustToDate: parsing time "
     "\".5TGMT-5T01T13\" as \"MonT.000T1TJan\": cannot parse \".5TGMT-5T01T13\" as \"Mon\""},
    {"{{ mustToDate \"02\" \"60.123Mon012024\" }}",
     "! 1:3 <mustToDate \"02\" \"60.123Mon012024\">: error calling mustToDate: parsing time "
     "\"60.123Mon012024\": extra text: \".123Mon012024\""},
    {"{{ mustToDate \"05\" \"2024-02-29\" }}",
     "! 1:3 <mustToDate \"05\" \"2024-02-29\">: error calling mustToDate: parsing time \"2024-02-29\": extra "
     "text: \"24-02-29\""},
    {"{{ mustToDate \"05002\" \"3664\" }}",
     "! 1:3 <mustToDate \"05002\" \"3664\">: error calling mustToDate: parsing time \"3664\" as \"05002\": "
     "cannot parse \"64\" as \"002\""},
    {"{{ mustToDate \"pm\" \"Thu Feb 29 2024 10:00:00.5 +0100 CET\" }}",
     "! 1:3 <mustToDate \"pm\" \"Thu Feb 29 2024 10:00:00.5 +0100 CET\">: error calling mustToDate: parsing "
     "time \"Thu Feb 29 2024 10:00:00.5 +0100 CET\" as \"pm\": cannot parse \"Thu Feb 29 2024 10:00:00.5 "
     "+0100 CET\" as \"pm\""},
    {"{{ mustToDate \",9-Z070000-__2-1-15\" \"Thu Feb 29 2024 10:00:00.5 +0100 CET\" }}",
     "! 1:3 <mustToDate \",9-Z070000-__2-1-15\" \"Thu Feb 29 2024 10:00:00.5 +0100 CET\">: error calling "
     "mustToDate: parsing time \"Thu Feb 29 2024 10:00:00.5 +0100 CET\" as \",9-Z070000-__2-1-15\": cannot "
     "parse \"Thu Feb 29 2024 10:00:00.5 +0100 CET\" as \"-\""},
    {"{{ mustToDate \"JanuaryTZ070000TZ0700TPMT2\" \"2024-02-29\" }}",
     "! 1:3 <mustToDate \"JanuaryTZ070000TZ0700TPMT2\" \"2024-02-29\">: error calling mustToDate: parsing "
     "time \"2024-02-29\" as \"JanuaryTZ070000TZ0700TPMT2\": cannot parse \"2024-02-29\" as \"January\""},
    {"{{ mustToDate \"03T002T04T-07:00:00TZ0700\" \"Thu Feb 29 2024 10:00:00.5 +0100 CET\" }}",
     "! 1:3 <mustToDate \"03T002T04T-07:00:00TZ0700\" \"Thu Feb 29 2024 10:00:00.5 +0100 CET\">: error "
     "calling mustToDate: parsing time \"Thu Feb 29 2024 10:00:00.5 +0100 CET\" as "
     "\"03T002T04T-07:00:00TZ0700\": cannot parse \"Thu Feb 29 2024 10:00:00.5 +0100 CET\" as \"03\""},
    {"{{ mustToDate \"02 04 3 __2\" \"31 3 01\" }}",
     "! 1:3 <mustToDate \"02 04 3 __2\" \"31 3 01\">: error calling mustToDate: parsing time \"31 3 01\" as "
     "\"02 04 3 __2\": cannot parse \"3 01\" as \"04\""},
    {"{{ mustToDate \"04Mon\" \"2024-02-29\" }}",
     "! 1:3 <mustToDate \"04Mon\" \"2024-02-29\">: error calling mustToDate: parsing time \"2024-02-29\" as "
     "\"04Mon\": cannot parse \"24-02-29\" as \"Mon\""},
    {"{{ mustToDate \"Mon:2:,9:__2\" \"+0200:.5:13:2024\" }}",
     "! 1:3 <mustToDate \"Mon:2:,9:__2\" \"+0200:.5:13:2024\">: error calling mustToDate: parsing time "
     "\"+0200:.5:13:2024\" as \"Mon:2:,9:__2\": cannot parse \"+0200:.5:13:2024\" as \"Mon\""},
    {"{{ mustToDate \"041\" \"2024-02-29\" }}",
     "! 1:3 <mustToDate \"041\" \"2024-02-29\">: error calling mustToDate: parsing time \"2024-02-29\": "
     "month out of range"},
    {"{{ mustToDate \"MonT1\" \"2024-02-29\" }}",
     "! 1:3 <mustToDate \"MonT1\" \"2024-02-29\">: error calling mustToDate: parsing time \"2024-02-29\" as "
     "\"MonT1\": cannot parse \"2024-02-29\" as \"Mon\""},
    {"{{ mustToDate \"04\" \"2024/.0\" }}", "! 1:3 <mustToDate \"04\" \"2024/.0\">: error calling "
                                            "mustToDate: parsing time \"2024/.0\": extra text: \"24/.0\""}};

static void a_text_is_read_by_its_layout_or_the_fault_told(void **state)
{
    CHECK(parsed);
}

static const struct template_case shown[] = {
    {"{{ date \"2006-01-02T15:04:05Z07:00\" (int64 1000000000000) }}", "33658-09-27T01:46:40Z"},
    {"{{ dateInZone \"2006-01-02 15:04:05 -0700 MST\" (int64 -62135596800) \"America/New_York\" }}|{{ "
     "htmlDateInZone -62135596800 \"America/New_York\" }}",
     "0000-12-31 19:03:58 -0456 LMT|0000-12-31"},
    {"{{ dateInZone \"2006-01-02 15:04:05 -0700 MST\" (int64 253402300799) \"\" }}|{{ htmlDateInZone "
     "253402300799 \"\" }}",
     "9999-12-31 23:59:59 +0000 UTC|9999-12-31"},
    {"{{ date \"Jan _2 15:04:05.000\" (int64 1) }}", "Jan  1 00:00:01.000"},
    {"{{ dateInZone \"2006-01-02 15:04:05 -0700 MST\" (int64 0) \"Asia/Kathmandu\" }}|{{ htmlDateInZone 0 "
     "\"Asia/Kathmandu\" }}",
     "1970-01-01 05:30:00 +0530 +0530|1970-01-01"},
    {"{{ date \"Z0700 Z07 Z070000 Z07:00:00\" (int64 1) }}", "Z Z Z Z"},
    {"{{ date \"January 2 2006\" (int64 1711846800) }}", "March 31 2024"},
    {"{{ date \"20060102150405\" (int64 1000000000000) }}", "336580927014640"},
    {"{{ date \"Z0700 Z07 Z070000 Z07:00:00\" (int64 253402300799) }}", "Z Z Z Z"},
    {"{{ date \"Monday, 02-Jan-06 15:04:05 MST\" (int64 951827696) }}", "Tuesday, 29-Feb-00 12:34:56 UTC"},
    {"{{ date \"03:04 pm\" (int64 -62135596800) }}", "12:00 am"},
    {"{{ dateInZone \"2006-01-02 15:04:05 -0700 MST\" (int64 253402300799) \"America/Sao_Paulo\" }}|{{ "
     "htmlDateInZone 253402300799 \"America/Sao_Paulo\" }}",
     "9999-12-31 20:59:59 -0300 -03|9999-12-31"},
    {"{{ date \"yyyy 5\" (int64 1729990800) }}", "yyyy 0"},
    {"{{ date \"2006-002\" (int64 1000000000000) }}", "33658-270"},
    {"{{ date \"2006-01-02T15:04:05.999999999Z07:00\" (int64 -62135596800) }}", "0001-01-01T00:00:00Z"},
    {"{{ dateInZone \"2006-01-02 15:04:05 -0700 MST\" (int64 0) \"America/New_York\" }}|{{ htmlDateInZone 0 "
     "\"America/New_York\" }}",
     "1969-12-31 19:00:00 -0500 EST|1969-12-31"},
    {"{{ date \"yyyy 5\" (int64 1711846800) }}", "yyyy 0"},
    {"{{ date \"-0700 -07:00 -07 -07:00:00 -070000\" (int64 1700000000) }}",
     "+0000 +00:00 +00 +00:00:00 +000000"},
    {"{{ date \"2006.01.02 .99 .9\" (int64 1711846800) }}", "2024.03.31  "},
    {"{{ date \"2006.01.02 .99 .9\" (int64 -1) }}", "1969.12.31  "},
    {"{{ date \"2 _2 02 __2 002\" (int64 -62135596800) }}", "1  1 01   1 001"},
    {"{{ date \"2006-01-02T15:04:05Z07:00\" (int64 -62135596800) }}", "0001-01-01T00:00:00Z"},
    {"{{ date \"Janet 1\" (int64 1) }}", "Janet 1"},
    {"{{ date \"15h04m05s\" (int64 951827696) }}", "12h34m56s"},
    {"{{ dateInZone \"2006-01-02 15:04:05 -0700 MST\" (int64 1) \"EST\" }}|{{ htmlDateInZone 1 \"EST\" }}",
     "1969-12-31 19:00:01 -0500 EST|1969-12-31"},
    {"{{ date \"Month\" (int64 253402300799) }}", "Month"},
    {"{{ dateInZone \"2006-01-02 15:04:05 -0700 MST\" (int64 1) \"America/Sao_Paulo\" }}|{{ htmlDateInZone 1 "
     "\"America/Sao_Paulo\" }}",
     "1969-12-31 21:00:01 -0300 -03|1969-12-31"},
    {"{{ date \"Monday, 02-Jan-06 15:04:05 MST\" (int64 1700000000) }}", "Tuesday, 14-Nov-23 22:13:20 UTC"},
    {"{{ date \"Janet 1\" (int64 1729990800) }}", "Janet 10"},
    {"{{ dateInZone \"2006-01-02 15:04:05 -0700 MST\" (int64 1) \"Europe/Berlin\" }}|{{ htmlDateInZone 1 "
     "\"Europe/Berlin\" }}",
     "1970-01-01 01:00:01 +0100 CET|1970-01-01"},
    {"{{ dateInZone \"2006-01-02 15:04:05 -0700 MST\" (int64 -1) \"Local\" }}|{{ htmlDateInZone -1 \"Local\" "
     "}}",
     "1969-12-31 23:59:59 +0000 UTC|1969-12-31"},
    {"{{ dateInZone \"2006-01-02 15:04:05 -0700 MST\" (int64 -62135596800) \"Local\" }}|{{ htmlDateInZone "
     "-62135596800 \"Local\" }}",
     "0001-01-01 00:00:00 +0000 UTC|0001-01-01"},
    {"{{ date \"2006-01-02T15:04:05Z07:00\" (int64 253402300799) }}", "9999-12-31T23:59:59Z"},
    {"{{ date \"Mon Jan 2 15:04:05 MST 2006\" (int64 -1) }}", "Wed Dec 31 23:59:59 UTC 1969"},
    {"{{ date \"_2006\" (int64 951827696) }}", "_2000"},
    {"{{ date \"2006-01-02 15:04:05\" (int64 0) }}", "1970-01-01 00:00:00"},
    {"{{ date \"_2006\" (int64 1729990800) }}", "_2024"},
    {"{{ date \"2006-01-02\" (int64 1700000000) }}", "2023-11-14"},
    {"{{ date \"03:04 pm\" (int64 1000000000000) }}", "01:46 am"},
    {"{{ date \"2 _2 02 __2 002\" (int64 1711846800) }}", "31 31 31  91 091"},
    {"{{ date \"2 _2 02 __2 002\" (int64 -1) }}", "31 31 31 365 365"},
    {"{{ date \"Month\" (int64 1) }}", "Month"},
    {"{{ date \"20060102150405\" (int64 951827696) }}", "20000229123456"},
    {"{{ date \"15:04:05,000\" (int64 1) }}", "00:00:01,000"},
    {"{{ dateInZone \"2006-01-02 15:04:05 -0700 MST\" (int64 1000000000000) \"/etc\" }}|{{ htmlDateInZone "
     "1000000000000 \"/etc\" }}",
     "33658-09-27 01:46:40 +0000 UTC|33658-09-27"},
    {"{{ date \"\" (int64 1729990800) }}", ""},
    {"{{ date \"3:04PM\" (int64 1711846800) }}", "1:00AM"},
    {"{{ dateInZone \"2006-01-02 15:04:05 -0700 MST\" (int64 -62135596800) \"\" }}|{{ htmlDateInZone "
     "-62135596800 \"\" }}",
     "0001-01-01 00:00:00 +0000 UTC|0001-01-01"},
    {"{{ date \"__2 2006\" (int64 951827696) }}", " 60 2000"},
    {"{{ dateInZone \"2006-01-02 15:04:05 -0700 MST\" (int64 0) \"Local\" }}|{{ htmlDateInZone 0 \"Local\" "
     "}}",
     "1970-01-01 00:00:00 +0000 UTC|1970-01-01"},
    {"{{ date \"02/01/2006\" (int64 951827696) }}", "29/02/2000"},
    {"{{ dateInZone \"2006-01-02 15:04:05 -0700 MST\" (int64 1700000000) \"Asia/Kathmandu\" }}|{{ "
     "htmlDateInZone 1700000000 \"Asia/Kathmandu\" }}",
     "2023-11-15 03:58:20 +0545 +0545|2023-11-15"},
    {"{{ dateInZone \"2006-01-02 15:04:05 -0700 MST\" (int64 253402300799) \"Local\" }}|{{ htmlDateInZone "
     "253402300799 \"Local\" }}",
     "9999-12-31 23:59:59 +0000 UTC|9999-12-31"},
    {"{{ date \"20060102150405\" (int64 -1) }}", "19691231235959"},
    {"{{ date \"2006-002\" (int64 253402300799) }}", "9999-365"},
    {"{{ dateInZone \"2006-01-02 15:04:05 -0700 MST\" (int64 1700000000) \"UTC\" }}|{{ htmlDateInZone "
     "1700000000 \"UTC\" }}",
     "2023-11-14 22:13:20 +0000 UTC|2023-11-14"},
    {"{{ date \"3:04PM\" (int64 1700000000) }}", "10:13PM"},
    {"{{ date \"_2006\" (int64 1711846800) }}", "_2024"},
    {"{{ date \"2006-01-02\" (int64 0) }}", "1970-01-01"},
    {"{{ date \"2006-01-02 15:04:05\" (int64 1729990800) }}", "2024-10-27 01:00:00"},
    {"{{ date \"15h04m05s\" (int64 0) }}", "00h00m00s"},
    {"{{ date \"__2 2006\" (int64 1711846800) }}", " 91 2024"},
    {"{{ dateInZone \"2006-01-02 15:04:05 -0700 MST\" (int64 -1) \"UTC\" }}|{{ htmlDateInZone -1 \"UTC\" }}",
     "1969-12-31 23:59:59 +0000 UTC|1969-12-31"},
    {"{{ date \"yyyy 5\" (int64 951827696) }}", "yyyy 56"},
    {"{{ date \"PMpm\" (int64 -62135596800) }}", "AMam"},
    {"{{ dateInZone \"2006-01-02 15:04:05 -0700 MST\" (int64 951827696) \"\" }}|{{ htmlDateInZone 951827696 "
     "\"\" }}",
     "2000-02-29 12:34:56 +0000 UTC|2000-02-29"},
    {"{{ date \"15h04m05s\" (int64 -1) }}", "23h59m59s"},
    {"{{ date \"2006-01-02T15:04:05Z07:00\" (int64 951827696) }}", "2000-02-29T12:34:56Z"},
    {"{{ date \"2006-002\" (int64 -62135596800) }}", "0001-001"},
    {"{{ date \"2006-01-02T15:04:05.999999999Z07:00\" (int64 1711846800) }}", "2024-03-31T01:00:00Z"},
    {"{{ date \"Z0700 Z07 Z070000 Z07:00:00\" (int64 1711846800) }}", "Z Z Z Z"},
    {"{{ date \"__2 2006\" (int64 -62135596800) }}", "  1 0001"},
    {"{{ date \"1/2/06 4:5\" (int64 253402300799) }}", "12/31/99 59:59"},
    {"{{ date \"_2 Jan\" (int64 1) }}", " 1 Jan"},
    {"{{ dateInZone \"2006-01-02 15:04:05 -0700 MST\" (int64 1700000000) \"EST\" }}|{{ htmlDateInZone "
     "1700000000 \"EST\" }}",
     "2023-11-14 17:13:20 -0500 EST|2023-11-14"},
    {"{{ date \"Monday, 02-Jan-06 15:04:05 MST\" (int64 1711846800) }}", "Sunday, 31-Mar-24 01:00:00 UTC"},
    {"{{ date \"15:04:05,000\" (int64 253402300799) }}", "23:59:59,000"},
    {"{{ dateInZone \"2006-01-02 15:04:05 -0700 MST\" (int64 1711846800) \"../x\" }}|{{ htmlDateInZone "
     "1711846800 \"../x\" }}",
     "2024-03-31 01:00:00 +0000 UTC|2024-03-31"},
    {"{{ date \"2006-01-02 15:04:05\" (int64 253402300799) }}", "9999-12-31 23:59:59"},
    {"{{ date \"2006.01.02 .99 .9\" (int64 1) }}", "1970.01.01  "},
    {"{{ date \"3:04PM\" (int64 -62135596800) }}", "12:00AM"},
    {"{{ dateInZone \"2006-01-02 15:04:05 -0700 MST\" (int64 0) \"EST\" }}|{{ htmlDateInZone 0 \"EST\" }}",
     "1969-12-31 19:00:00 -0500 EST|1969-12-31"},
    {"{{ date \"06-1-2\" (int64 1711846800) }}", "24-3-31"},
    {"{{ date \"2 _2 02 __2 002\" (int64 1) }}", "1  1 01   1 001"},
    {"{{ date \"2006-01-02T15:04:05Z07:00\" (int64 1729990800) }}", "2024-10-27T01:00:00Z"},
    {"{{ date \"Janet 1\" (int64 1711846800) }}", "Janet 3"},
    {"{{ date \"Z0700 Z07 Z070000 Z07:00:00\" (int64 1000000000000) }}", "Z Z Z Z"},
    {"{{ date \"Janet 1\" (int64 -1) }}", "Janet 12"},
    {"{{ date \"Janet 1\" (int64 1000000000000) }}", "Janet 9"},
    {"{{ date \"Z0700 Z07 Z070000 Z07:00:00\" (int64 1700000000) }}", "Z Z Z Z"},
    {"{{ dateInZone \"Monday4PMZ07\" (int64 8358845645) \"Local\" }}", "Tuesday34PMZ"},
    {"{{ dateInZone \"15JanJanpm02\" (int64 63170906534) \"Europe/London\" }}", "19OctJanpm22"},
    {"{{ dateInZone \"Z07:00-01\" (int64 59694629690) \"America/St_Johns\" }}", "-02:30-08"},
    {"{{ dateInZone \"3 ,9 2006 1 3\" (int64 46457851468) \"Antarctica/Troll\" }}", "2  3442 3 2"},
    {"{{ dateInZone \".999 Z07:00 January 002 .999 . .0\" (int64 65039428284) \"Africa/Monrovia\" }}",
     " Z January 007  . .0"},
    {"{{ dateInZone \"Monday03-.99906\" (int64 -36590968048) \"Europe/London\" }}", "Thursday10-.99910"},
    {"{{ dateInZone \"January -0700 2\" (int64 93978541793) \"Asia/Tokyo\" }}", "January +0900 23"},
    {"{{ dateInZone \"-0703Z-0700-5\" (int64 86902681608) \"Asia/Tokyo\" }}", "+0910Z+0900-48"},
    {"{{ dateInZone \"Mond-4-Monday-Z070000-MST-.999\" (int64 -56690475867) \"UTC\" }}",
     "Mond-35-Tuesday-Z-UTC-"},
    {"{{ dateInZone \"Monday\" (int64 -67834144349) \"Africa/Monrovia\" }}", "Saturday"},
    {"{{ dateInZone \"-0700 01 2006 .999\" (int64 62306708220) \"Europe/London\" }}", "+0100 06 3944 "},
    {"{{ dateInZone \"06 06 1 MST 03 Mond\" (int64 -32831224760) \"UTC\" }}", "29 29 8 UTC 11 Mond"},
    {"{{ dateInZone \"Z\" (int64 -26347077553) \"America/St_Johns\" }}", "Z"},
    {"{{ dateInZone \"__2-05-,9\" (int64 34746424735) \"America/St_Johns\" }}", " 26-55-"},
    {"{{ dateInZone \"002-1-Z070000-January-Z070000-Mon-Z\" (int64 85860862266) \"Asia/Tokyo\" }}",
     "301-10-+090000-October-+090000-Tue-Z"},
    {"{{ dateInZone \"pm-5-Z0700-_2-Mon-PM-06\" (int64 91741384927) \"America/St_Johns\" }}",
     "am-7--0330- 2-Tue-AM-77"},
    {"{{ dateInZone \".000-__2-002-MST-02-,9\" (int64 79553423458) \"America/St_Johns\" }}",
     ".000-346-346-NST-12-"},
    {"{{ dateInZone \"-07:00 06 3 03 MST MST MST\" (int64 14134655725) \"Antarctica/Troll\" }}",
     "+00:00 17 1 01 +00 +00 +00"},
    {"{{ dateInZone \"January02.0005ZMond\" (int64 952089896) \"UTC\" }}", "March03.0056ZMond"},
    {"{{ dateInZone \"2Z,9__2MST\" (int64 18005890163) \"Local\" }}", "1Z214UTC"},
    {"{{ dateInZone \"2 x - Monday\" (int64 71275833233) \"Europe/London\" }}", "22 x - Friday"},
    {"{{ dateInZone \"4\" (int64 -76898470761) \"Local\" }}", "40"},
    {"{{ dateInZone \"January\" (int64 80746784442) \"UTC\" }}", "October"},
    {"{{ dateInZone \"Mon\" (int64 -91901903921) \"Antarctica/Troll\" }}", "Tue"},
    {"{{ dateInZone \"3\" (int64 14428919085) \"Antarctica/Troll\" }}", "9"},
    {"{{ dateInZone \"053xZ0700005\" (int64 33155863905) \"Antarctica/Troll\" }}", "4512x+02000045"},
    {"{{ dateInZone \"MST _2\" (int64 17627341962) \"Antarctica/Troll\" }}", "+02  3"},
    {"{{ dateInZone \"Mond -07:00:00 January 1 -07:00:00 Monday 5\" (int64 17864083860) \"Local\" }}",
     "Mond +00:00:00 February 2 +00:00:00 Friday 0"},
    {"{{ dateInZone \"pm-4-__2-06--07:00:00--07:00:00\" (int64 -36352546745) \"Africa/Monrovia\" }}",
     "pm-37- 12-18--00:43:08--00:43:08"},
    {"{{ dateInZone \"Jan-04-Z0700-.-_2\" (int64 -85214112180) \"Africa/Monrovia\" }}", "Sep-33--0043-.- 2"},
    {"{{ dateInZone \"Z pm 15 January MST 06 .999\" (int64 -13987898516) \"UTC\" }}",
     "Z am 00 September UTC 26 "},
    {"{{ dateInZone \"4 Monday Mon -07\" (int64 3155830056) \"Local\" }}", "27 Wednesday Wed +00"},
    {"{{ dateInZone \"15\" (int64 -26789803587) \"America/St_Johns\" }}", "16"},
    {"{{ dateInZone \"4\" (int64 87975614731) \"Africa/Monrovia\" }}", "45"},
    {"{{ dateInZone \"05 Janx 1 1 Z0700 Z070000\" (int64 -76942556736) \"Africa/Monrovia\" }}",
     "16 Janx 10 10 -0043 -004308"},
    {"{{ dateInZone \"-0700 January\" (int64 -41926610309) \"Europe/London\" }}", "-0001 May"},
    {"{{ dateInZone \"05Z070000.999\" (int64 -20339477271) \"Asia/Tokyo\" }}", "08+091859"},
    {"{{ dateInZone \"Janx-07:00:00\" (int64 -61440410566) \"America/St_Johns\" }}", "Janx-03:30:52"},
    {"{{ dateInZone \"-07:00-pm\" (int64 70615055787) \"UTC\" }}", "+00:00-pm"},
    {"{{ dateInZone \"Monday\" (int64 -28152301152) \"Europe/London\" }}", "Wednesday"},
    {"{{ dateInZone \"002 05 2006 -07:00:00 .999\" (int64 -15833544305) \"Africa/Monrovia\" }}",
     "094 47 1468 -00:43:08 "},
    {"{{ dateInZone \"1-02\" (int64 91065078872) \"Africa/Monrovia\" }}", "9-26"},
    {"{{ dateInZone \"-0700 . 2006 Janx PM 01\" (int64 17430052194) \"America/St_Johns\" }}",
     "-0230 . 2522 Janx PM 05"},
    {"{{ dateInZone \"Janx-_2-Janx-Janx-Mon\" (int64 -11744304132) \"Asia/Tokyo\" }}",
     "Janx- 2-Janx-Janx-Sun"},
    {"{{ dateInZone \".--07:00-2\" (int64 -77607356515) \"Local\" }}", ".-+00:00-21"},
    {"{{ dateInZone \"PM 3\" (int64 31041667202) \"Europe/London\" }}", "PM 2"},
    {"{{ dateInZone \"03-Janx-Monday-002-002-2\" (int64 -59600863908) \"Europe/London\" }}",
     "04-Janx-Monday-118-118-28"},
    {"{{ dateInZone \"Jan-Z07-PM-January-4--07\" (int64 71547975517) \"America/St_Johns\" }}",
     "Apr--02-AM-April-8--02"},
    {"{{ dateInZone \"5 02 .000 Janx\" (int64 -20740075805) \"Asia/Tokyo\" }}", "54 10 .000 Janx"},
    {"{{ dateInZone \"15 -07:00:00 002\" (int64 29553524756) \"Antarctica/Troll\" }}", "18 +02:00:00 188"},
    {"{{ dateInZone \"-07005Jan.0Janx06MST\" (int64 66190415113) \"Europe/London\" }}",
     "+010013Jun.0Janx67BST"},
    {"{{ dateInZone \"pm-Janx-1-Mon-x-Jan-Mon\" (int64 -24770848999) \"Local\" }}",
     "am-Janx-1-Wed-x-Jan-Wed"},
    {"{{ dateInZone \"01-Z-PM-06-,9-15-05\" (int64 54234821102) \"UTC\" }}", "08-Z-PM-88--20-02"},
    {"{{ dateInZone \"Monday-2006\" (int64 87285030656) \"Antarctica/Troll\" }}", "Sunday-4735"},
    {"{{ dateInZone \"x January 2006 .999 .0\" (int64 81779847243) \"Antarctica/Troll\" }}",
     "x July 4561  .0"},
    {"{{ dateInZone \"2Z07:00Z0702\" (int64 -48989499466) \"Asia/Tokyo\" }}", "2+09:18+0902"},
    {"{{ dateInZone \"PM\" (int64 4123910042) \"Asia/Tokyo\" }}", "PM"},
    {"{{ dateInZone \".0-.000-Jan----07-,9--\" (int64 32152504010) \"Local\" }}", ".0-.000-Nov---+00---"},
    {"{{ dateInZone \"5 . 03 .0 x January 2006\" (int64 90494819640) \"America/St_Johns\" }}",
     "0 . 03 .0 x August 4837"},
    {"{{ dateInZone \"Jan-Z-.000-Z07-02\" (int64 71538492149) \"Europe/London\" }}", "Dec-Z-.000-Z-18"}};

static void a_time_is_shown_in_every_layout_and_zone(void **state)
{
    CHECK(shown);
}

static const struct template_case others[] = {
    {"{{ htmlDateInZone -9223372036854775808 \".\" }}", "292277026596-12-04"},
    {"{{ date \"2006-01-02 15:04:05\" (int64 9223372036854775807) }}", "292277026596-12-04 15:30:07"},
    {"{{ date \"2006-01-02\" (int64 -9223372028715321601) }}", "-292277022400-12-31"},
    {"{{ toDate \"2006-01-02\" \"2024-02-29\" | toJson }}", "\"2024-02-29T00:00:00Z\""},
    {"{{ toDate \"2006-01-02T15:04:05Z07:00\" \"2024-02-29\" | toJson }}", "\"0001-01-01T00:00:00Z\""},
    {"{{ toDate \"2006-01-02 15:04:05\" \"2024-02-29\" | toJson }}", "\"0001-01-01T00:00:00Z\""},
    {"{{ toDate \"Mon Jan 2 15:04:05 MST 2006\" \"2024-02-29\" | toJson }}", "\"0001-01-01T00:00:00Z\""},
    {"{{ toDate \"Monday, 02-Jan-06 15:04:05 MST\" \"2024-02-29\" | toJson }}", "\"0001-01-01T00:00:00Z\""},
    {"{{ toDate \"Jan _2 15:04:05.000\" \"2024-02-29\" | toJson }}", "\"0001-01-01T00:00:00Z\""},
    {"{{ toDate \"2006-01-02\" \"2023-02-29\" | toJson }}", "\"0001-01-01T00:00:00Z\""},
    {"{{ toDate \"2006-01-02T15:04:05Z07:00\" \"2023-02-29\" | toJson }}", "\"0001-01-01T00:00:00Z\""},
    {"{{ toDate \"2006-01-02 15:04:05\" \"2023-02-29\" | toJson }}", "\"0001-01-01T00:00:00Z\""},
    {"{{ toDate \"Mon Jan 2 15:04:05 MST 2006\" \"2023-02-29\" | toJson }}", "\"0001-01-01T00:00:00Z\""},
    {"{{ toDate \"Monday, 02-Jan-06 15:04:05 MST\" \"2023-02-29\" | toJson }}", "\"0001-01-01T00:00:00Z\""},
    {"{{ toDate \"Jan _2 15:04:05.000\" \"2023-02-29\" | toJson }}", "\"0001-01-01T00:00:00Z\""},
    {"{{ toDate \"2006-01-02\" \"2024-13-01\" | toJson }}", "\"0001-01-01T00:00:00Z\""},
    {"{{ toDate \"2006-01-02T15:04:05Z07:00\" \"2024-13-01\" | toJson }}", "\"0001-01-01T00:00:00Z\""},
    {"{{ toDate \"2006-01-02 15:04:05\" \"2024-13-01\" | toJson }}", "\"0001-01-01T00:00:00Z\""},
    {"{{ toDate \"Mon Jan 2 15:04:05 MST 2006\" \"2024-13-01\" | toJson }}", "\"0001-01-01T00:00:00Z\""},
    {"{{ toDate \"Monday, 02-Jan-06 15:04:05 MST\" \"2024-13-01\" | toJson }}", "\"0001-01-01T00:00:00Z\""},
    {"{{ toDate \"Jan _2 15:04:05.000\" \"2024-13-01\" | toJson }}", "\"0001-01-01T00:00:00Z\""},
    {"{{ toDate \"2006-01-02\" \"2024-1-1\" | toJson }}", "\"0001-01-01T00:00:00Z\""},
    {"{{ toDate \"2006-01-02T15:04:05Z07:00\" \"2024-1-1\" | toJson }}", "\"0001-01-01T00:00:00Z\""},
    {"{{ toDate \"2006-01-02 15:04:05\" \"2024-1-1\" | toJson }}", "\"0001-01-01T00:00:00Z\""},
    {"{{ toDate \"Mon Jan 2 15:04:05 MST 2006\" \"2024-1-1\" | toJson }}", "\"0001-01-01T00:00:00Z\""},
    {"{{ toDate \"Monday, 02-Jan-06 15:04:05 MST\" \"2024-1-1\" | toJson }}", "\"0001-01-01T00:00:00Z\""},
    {"{{ toDate \"Jan _2 15:04:05.000\" \"2024-1-1\" | toJson }}", "\"0001-01-01T00:00:00Z\""},
    {"{{ toDate \"2006-01-02\" \"2024-02-29T23:59:59Z\" | toJson }}", "\"0001-01-01T00:00:00Z\""},
    {"{{ toDate \"2006-01-02T15:04:05Z07:00\" \"2024-02-29T23:59:59Z\" | toJson }}",
     "\"2024-02-29T23:59:59Z\""},
    {"{{ toDate \"2006-01-02 15:04:05\" \"2024-02-29T23:59:59Z\" | toJson }}", "\"0001-01-01T00:00:00Z\""},
    {"{{ toDate \"Mon Jan 2 15:04:05 MST 2006\" \"2024-02-29T23:59:59Z\" | toJson }}",
     "\"0001-01-01T00:00:00Z\""},
    {"{{ toDate \"Monday, 02-Jan-06 15:04:05 MST\" \"2024-02-29T23:59:59Z\" | toJson }}",
     "\"0001-01-01T00:00:00Z\""},
    {"{{ toDate \"Jan _2 15:04:05.000\" \"2024-02-29T23:59:59Z\" | toJson }}", "\"0001-01-01T00:00:00Z\""},
    {"{{ toDate \"2006-01-02\" \"2024-02-29T23:59:59+02:00\" | toJson }}", "\"0001-01-01T00:00:00Z\""},
    {"{{ toDate \"2006-01-02T15:04:05Z07:00\" \"2024-02-29T23:59:59+02:00\" | toJson }}",
     "\"2024-02-29T23:59:59+02:00\""},
    {"{{ toDate \"2006-01-02 15:04:05\" \"2024-02-29T23:59:59+02:00\" | toJson }}",
     "\"0001-01-01T00:00:00Z\""},
    {"{{ toDate \"Mon Jan 2 15:04:05 MST 2006\" \"2024-02-29T23:59:59+02:00\" | toJson }}",
     "\"0001-01-01T00:00:00Z\""},
    {"{{ toDate \"Monday, 02-Jan-06 15:04:05 MST\" \"2024-02-29T23:59:59+02:00\" | toJson }}",
     "\"0001-01-01T00:00:00Z\""},
    {"{{ toDate \"Jan _2 15:04:05.000\" \"2024-02-29T23:59:59+02:00\" | toJson }}",
     "\"0001-01-01T00:00:00Z\""},
    {"{{ toDate \"2006-01-02\" \"2024-02-29T23:59:59.123456789-07:30\" | toJson }}",
     "\"0001-01-01T00:00:00Z\""},
    {"{{ toDate \"2006-01-02T15:04:05Z07:00\" \"2024-02-29T23:59:59.123456789-07:30\" | toJson }}",
     "\"2024-02-29T23:59:59.123456789-07:30\""},
    {"{{ toDate \"2006-01-02 15:04:05\" \"2024-02-29T23:59:59.123456789-07:30\" | toJson }}",
     "\"0001-01-01T00:00:00Z\""},
    {"{{ toDate \"Mon Jan 2 15:04:05 MST 2006\" \"2024-02-29T23:59:59.123456789-07:30\" | toJson }}",
     "\"0001-01-01T00:00:00Z\""},
    {"{{ toDate \"Monday, 02-Jan-06 15:04:05 MST\" \"2024-02-29T23:59:59.123456789-07:30\" | toJson }}",
     "\"0001-01-01T00:00:00Z\""},
    {"{{ toDate \"Jan _2 15:04:05.000\" \"2024-02-29T23:59:59.123456789-07:30\" | toJson }}",
     "\"0001-01-01T00:00:00Z\""},
    {"{{ toDate \"2006-01-02\" \"2024-02-29 12:00:00\" | toJson }}", "\"0001-01-01T00:00:00Z\""},
    {"{{ toDate \"2006-01-02T15:04:05Z07:00\" \"2024-02-29 12:00:00\" | toJson }}",
     "\"0001-01-01T00:00:00Z\""},
    {"{{ toDate \"2006-01-02 15:04:05\" \"2024-02-29 12:00:00\" | toJson }}", "\"2024-02-29T12:00:00Z\""},
    {"{{ toDate \"Mon Jan 2 15:04:05 MST 2006\" \"2024-02-29 12:00:00\" | toJson }}",
     "\"0001-01-01T00:00:00Z\""},
    {"{{ toDate \"Monday, 02-Jan-06 15:04:05 MST\" \"2024-02-29 12:00:00\" | toJson }}",
     "\"0001-01-01T00:00:00Z\""},
    {"{{ toDate \"Jan _2 15:04:05.000\" \"2024-02-29 12:00:00\" | toJson }}", "\"0001-01-01T00:00:00Z\""},
    {"{{ toDate \"2006-01-02\" \"Mon Jan 1 00:00:00 UTC 2024\" | toJson }}", "\"0001-01-01T00:00:00Z\""},
    {"{{ toDate \"2006-01-02T15:04:05Z07:00\" \"Mon Jan 1 00:00:00 UTC 2024\" | toJson }}",
     "\"0001-01-01T00:00:00Z\""},
    {"{{ toDate \"2006-01-02 15:04:05\" \"Mon Jan 1 00:00:00 UTC 2024\" | toJson }}",
     "\"0001-01-01T00:00:00Z\""},
    {"{{ toDate \"Mon Jan 2 15:04:05 MST 2006\" \"Mon Jan 1 00:00:00 UTC 2024\" | toJson }}",
     "\"2024-01-01T00:00:00Z\""},
    {"{{ toDate \"Monday, 02-Jan-06 15:04:05 MST\" \"Mon Jan 1 00:00:00 UTC 2024\" | toJson }}",
     "\"0001-01-01T00:00:00Z\""},
    {"{{ toDate \"Jan _2 15:04:05.000\" \"Mon Jan 1 00:00:00 UTC 2024\" | toJson }}",
     "\"0001-01-01T00:00:00Z\""},
    {"{{ toDate \"2006-01-02\" \"Mon Jan  1 00:00:00 CET 2024\" | toJson }}", "\"0001-01-01T00:00:00Z\""},
    {"{{ toDate \"2006-01-02T15:04:05Z07:00\" \"Mon Jan  1 00:00:00 CET 2024\" | toJson }}",
     "\"0001-01-01T00:00:00Z\""},
    {"{{ toDate \"2006-01-02 15:04:05\" \"Mon Jan  1 00:00:00 CET 2024\" | toJson }}",
     "\"0001-01-01T00:00:00Z\""},
    {"{{ toDate \"Mon Jan 2 15:04:05 MST 2006\" \"Mon Jan  1 00:00:00 CET 2024\" | toJson }}",
     "\"2024-01-01T00:00:00Z\""},
    {"{{ toDate \"Monday, 02-Jan-06 15:04:05 MST\" \"Mon Jan  1 00:00:00 CET 2024\" | toJson }}",
     "\"0001-01-01T00:00:00Z\""},
    {"{{ toDate \"Jan _2 15:04:05.000\" \"Mon Jan  1 00:00:00 CET 2024\" | toJson }}",
     "\"0001-01-01T00:00:00Z\""},
    {"{{ toDate \"2006-01-02\" \"Thursday, 29-Feb-24 10:00:00 GMT\" | toJson }}", "\"0001-01-01T00:00:00Z\""},
    {"{{ toDate \"2006-01-02T15:04:05Z07:00\" \"Thursday, 29-Feb-24 10:00:00 GMT\" | toJson }}",
     "\"0001-01-01T00:00:00Z\""},
    {"{{ toDate \"2006-01-02 15:04:05\" \"Thursday, 29-Feb-24 10:00:00 GMT\" | toJson }}",
     "\"0001-01-01T00:00:00Z\""},
    {"{{ toDate \"Mon Jan 2 15:04:05 MST 2006\" \"Thursday, 29-Feb-24 10:00:00 GMT\" | toJson }}",
     "\"0001-01-01T00:00:00Z\""},
    {"{{ toDate \"Monday, 02-Jan-06 15:04:05 MST\" \"Thursday, 29-Feb-24 10:00:00 GMT\" | toJson }}",
     "\"2024-02-29T10:00:00Z\""},
    {"{{ toDate \"Jan _2 15:04:05.000\" \"Thursday, 29-Feb-24 10:00:00 GMT\" | toJson }}",
     "\"0001-01-01T00:00:00Z\""},
    {"{{ toDate \"2006-01-02\" \"Feb 29 10:00:00.123\" | toJson }}", "\"0001-01-01T00:00:00Z\""},
    {"{{ toDate \"2006-01-02T15:04:05Z07:00\" \"Feb 29 10:00:00.123\" | toJson }}",
     "\"0001-01-01T00:00:00Z\""},
    {"{{ toDate \"2006-01-02 15:04:05\" \"Feb 29 10:00:00.123\" | toJson }}", "\"0001-01-01T00:00:00Z\""},
    {"{{ toDate \"Mon Jan 2 15:04:05 MST 2006\" \"Feb 29 10:00:00.123\" | toJson }}",
     "\"0001-01-01T00:00:00Z\""},
    {"{{ toDate \"Monday, 02-Jan-06 15:04:05 MST\" \"Feb 29 10:00:00.123\" | toJson }}",
     "\"0001-01-01T00:00:00Z\""},
    {"{{ toDate \"Jan _2 15:04:05.000\" \"Feb 29 10:00:00.123\" | toJson }}", "\"0000-02-29T10:00:00.123Z\""},
    {"{{ mustDateModify \"1h\" (toDate \"2006-01-02T15:04:05Z07:00\" \"2024-02-29T23:59:59Z\") }}",
     "2024-03-01 00:59:59 +0000 UTC"},
    {"{{ dateModify \"1h\" (toDate \"2006-01-02\" \"2024-02-29\") | unixEpoch }}", "1709168400"},
    {"{{ durationRound \"1h\" }} {{ duration \"1h\" }}", "60m 0s"},
    {"{{ mustDateModify \"-1.5h\" (toDate \"2006-01-02T15:04:05Z07:00\" \"2024-02-29T23:59:59Z\") }}",
     "2024-02-29 22:29:59 +0000 UTC"},
    {"{{ dateModify \"-1.5h\" (toDate \"2006-01-02\" \"2024-02-29\") | unixEpoch }}", "1709159400"},
    {"{{ durationRound \"-1.5h\" }} {{ duration \"-1.5h\" }}", "1h 0s"},
    {"{{ mustDateModify \"90m\" (toDate \"2006-01-02T15:04:05Z07:00\" \"2024-02-29T23:59:59Z\") }}",
     "2024-03-01 01:29:59 +0000 UTC"},
    {"{{ dateModify \"90m\" (toDate \"2006-01-02\" \"2024-02-29\") | unixEpoch }}", "1709170200"},
    {"{{ durationRound \"90m\" }} {{ duration \"90m\" }}", "1h 0s"},
    {"{{ mustDateModify \"1h30m\" (toDate \"2006-01-02T15:04:05Z07:00\" \"2024-02-29T23:59:59Z\") }}",
     "2024-03-01 01:29:59 +0000 UTC"},
    {"{{ dateModify \"1h30m\" (toDate \"2006-01-02\" \"2024-02-29\") | unixEpoch }}", "1709170200"},
    {"{{ durationRound \"1h30m\" }} {{ duration \"1h30m\" }}", "1h 0s"},
    {"{{ mustDateModify \"0\" (toDate \"2006-01-02T15:04:05Z07:00\" \"2024-02-29T23:59:59Z\") }}",
     "2024-02-29 23:59:59 +0000 UTC"},
    {"{{ dateModify \"0\" (toDate \"2006-01-02\" \"2024-02-29\") | unixEpoch }}", "1709164800"},
    {"{{ durationRound \"0\" }} {{ duration \"0\" }}", "0s 0s"},
    {"{{ mustDateModify \"\" (toDate \"2006-01-02T15:04:05Z07:00\" \"2024-02-29T23:59:59Z\") }}",
     "! 1:3 <mustDateModify \"\" (toDate \"2006-01-02T15:04:05Z07:00\" \"2024-02-29T23:59:59Z\")>: error "
     "calling mustDateModify: time: invalid duration \"\""},
    {"{{ dateModify \"\" (toDate \"2006-01-02\" \"2024-02-29\") | unixEpoch }}", "1709164800"},
    {"{{ durationRound \"\" }} {{ duration \"\" }}", "0s 0s"},
    {"{{ mustDateModify \"5\" (toDate \"2006-01-02T15:04:05Z07:00\" \"2024-02-29T23:59:59Z\") }}",
     "! 1:3 <mustDateModify \"5\" (toDate \"2006-01-02T15:04:05Z07:00\" \"2024-02-29T23:59:59Z\")>: error "
     "calling mustDateModify: time: missing unit in duration \"5\""},
    {"{{ dateModify \"5\" (toDate \"2006-01-02\" \"2024-02-29\") | unixEpoch }}", "1709164800"},
    {"{{ durationRound \"5\" }} {{ duration \"5\" }}", "0s 5s"},
    {"{{ mustDateModify \"1x\" (toDate \"2006-01-02T15:04:05Z07:00\" \"2024-02-29T23:59:59Z\") }}",
     "! 1:3 <mustDateModify \"1x\" (toDate \"2006-01-02T15:04:05Z07:00\" \"2024-02-29T23:59:59Z\")>: error "
     "calling mustDateModify: time: unknown unit \"x\" in duration \"1x\""},
    {"{{ dateModify \"1x\" (toDate \"2006-01-02\" \"2024-02-29\") | unixEpoch }}", "1709164800"},
    {"{{ durationRound \"1x\" }} {{ duration \"1x\" }}", "0s 0s"},
    {"{{ mustDateModify \"1.s\" (toDate \"2006-01-02T15:04:05Z07:00\" \"2024-02-29T23:59:59Z\") }}",
     "2024-03-01 00:00:00 +0000 UTC"},
    {"{{ dateModify \"1.s\" (toDate \"2006-01-02\" \"2024-02-29\") | unixEpoch }}", "1709164801"},
    {"{{ durationRound \"1.s\" }} {{ duration \"1.s\" }}", "0s 0s"},
    {"{{ mustDateModify \".5s\" (toDate \"2006-01-02T15:04:05Z07:00\" \"2024-02-29T23:59:59Z\") }}",
     "2024-02-29 23:59:59.5 +0000 UTC"},
    {"{{ dateModify \".5s\" (toDate \"2006-01-02\" \"2024-02-29\") | unixEpoch }}", "1709164800"},
    {"{{ durationRound \".5s\" }} {{ duration \".5s\" }}", "0s 0s"},
    {"{{ mustDateModify \"-.s\" (toDate \"2006-01-02T15:04:05Z07:00\" \"2024-02-29T23:59:59Z\") }}",
     "! 1:3 <mustDateModify \"-.s\" (toDate \"2006-01-02T15:04:05Z07:00\" \"2024-02-29T23:59:59Z\")>: error "
     "calling mustDateModify: time: invalid duration \"-.s\""},
    {"{{ dateModify \"-.s\" (toDate \"2006-01-02\" \"2024-02-29\") | unixEpoch }}", "1709164800"},
    {"{{ durationRound \"-.s\" }} {{ duration \"-.s\" }}", "0s 0s"},
    {"{{ mustDateModify \"1ns\" (toDate \"2006-01-02T15:04:05Z07:00\" \"2024-02-29T23:59:59Z\") }}",
     "2024-02-29 23:59:59.000000001 +0000 UTC"},
    {"{{ dateModify \"1ns\" (toDate \"2006-01-02\" \"2024-02-29\") | unixEpoch }}", "1709164800"},
    {"{{ durationRound \"1ns\" }} {{ duration \"1ns\" }}", "0s 0s"},
    {"{{ mustDateModify \"1us\" (toDate \"2006-01-02T15:04:05Z07:00\" \"2024-02-29T23:59:59Z\") }}",
     "2024-02-29 23:59:59.000001 +0000 UTC"},
    {"{{ dateModify \"1us\" (toDate \"2006-01-02\" \"2024-02-29\") | unixEpoch }}", "1709164800"},
    {"{{ durationRound \"1us\" }} {{ duration \"1us\" }}", "0s 0s"},
    {"{{ mustDateModify \"1\302\265s\" (toDate \"2006-01-02T15:04:05Z07:00\" \"2024-02-29T23:59:59Z\") }}",
     "2024-02-29 23:59:59.000001 +0000 UTC"},
    {"{{ dateModify \"1\302\265s\" (toDate \"2006-01-02\" \"2024-02-29\") | unixEpoch }}", "1709164800"},
    {"{{ durationRound \"1\302\265s\" }} {{ duration \"1\302\265s\" }}", "0s 0s"},
    {"{{ mustDateModify \"1.000000001s\" (toDate \"2006-01-02T15:04:05Z07:00\" \"2024-02-29T23:59:59Z\") }}",
     "2024-03-01 00:00:00.000000001 +0000 UTC"},
    {"{{ dateModify \"1.000000001s\" (toDate \"2006-01-02\" \"2024-02-29\") | unixEpoch }}", "1709164801"},
    {"{{ durationRound \"1.000000001s\" }} {{ duration \"1.000000001s\" }}", "1s 0s"},
    {"{{ mustDateModify \"2562047h47m16.854775807s\" (toDate \"2006-01-02T15:04:05Z07:00\" "
     "\"2024-02-29T23:59:59Z\") }}",
     "2316-06-10 23:47:15.854775807 +0000 UTC"},
    {"{{ dateModify \"2562047h47m16.854775807s\" (toDate \"2006-01-02\" \"2024-02-29\") | unixEpoch }}",
     "10932536836"},
    {"{{ durationRound \"2562047h47m16.854775807s\" }} {{ duration \"2562047h47m16.854775807s\" }}",
     "292y 0s"},
    {"{{ mustDateModify \"2562047h47m16.854775808s\" (toDate \"2006-01-02T15:04:05Z07:00\" "
     "\"2024-02-29T23:59:59Z\") }}",
     "! 1:3 <mustDateModify \"2562047h47m16.854775808s\" (toDate \"2006-01-02T15:04:05Z07:00\" "
     "\"2024-02-29T23:59:59Z\")>: error calling mustDateModify: time: invalid duration "
     "\"2562047h47m16.854775808s\""},
    {"{{ dateModify \"2562047h47m16.854775808s\" (toDate \"2006-01-02\" \"2024-02-29\") | unixEpoch }}",
     "1709164800"},
    {"{{ durationRound \"2562047h47m16.854775808s\" }} {{ duration \"2562047h47m16.854775808s\" }}", "0s 0s"},
    {"{{ mustDateModify \"-2562047h47m16.854775808s\" (toDate \"2006-01-02T15:04:05Z07:00\" "
     "\"2024-02-29T23:59:59Z\") }}",
     "1731-11-21 00:12:42.145224192 +0000 UTC"},
    {"{{ dateModify \"-2562047h47m16.854775808s\" (toDate \"2006-01-02\" \"2024-02-29\") | unixEpoch }}",
     "-7514207237"},
    {"{{ durationRound \"-2562047h47m16.854775808s\" }} {{ duration \"-2562047h47m16.854775808s\" }}",
     "292y 0s"},
    {"{{ mustDateModify \"+5m\" (toDate \"2006-01-02T15:04:05Z07:00\" \"2024-02-29T23:59:59Z\") }}",
     "2024-03-01 00:04:59 +0000 UTC"},
    {"{{ dateModify \"+5m\" (toDate \"2006-01-02\" \"2024-02-29\") | unixEpoch }}", "1709165100"},
    {"{{ durationRound \"+5m\" }} {{ duration \"+5m\" }}", "5m 0s"},
    {"{{ mustDateModify \"1h-5m\" (toDate \"2006-01-02T15:04:05Z07:00\" \"2024-02-29T23:59:59Z\") }}",
     "! 1:3 <mustDateModify \"1h-5m\" (toDate \"2006-01-02T15:04:05Z07:00\" \"2024-02-29T23:59:59Z\")>: "
     "error calling mustDateModify: time: unknown unit \"h-\" in duration \"1h-5m\""},
    {"{{ dateModify \"1h-5m\" (toDate \"2006-01-02\" \"2024-02-29\") | unixEpoch }}", "1709164800"},
    {"{{ durationRound \"1h-5m\" }} {{ duration \"1h-5m\" }}", "0s 0s"},
    {"{{ mustDateModify \"99999999999999999999h\" (toDate \"2006-01-02T15:04:05Z07:00\" "
     "\"2024-02-29T23:59:59Z\") }}",
     "! 1:3 <mustDateModify \"99999999999999999999h\" (toDate \"2006-01-02T15:04:05Z07:00\" "
     "\"2024-02-29T23:59:59Z\")>: error calling mustDateModify: time: invalid duration "
     "\"99999999999999999999h\""},
    {"{{ dateModify \"99999999999999999999h\" (toDate \"2006-01-02\" \"2024-02-29\") | unixEpoch }}",
     "1709164800"},
    {"{{ durationRound \"99999999999999999999h\" }} {{ duration \"99999999999999999999h\" }}", "0s -1s"},
    {"{{ mustDateModify \"0.3333333333333333333h\" (toDate \"2006-01-02T15:04:05Z07:00\" "
     "\"2024-02-29T23:59:59Z\") }}",
     "2024-03-01 00:19:59 +0000 UTC"},
    {"{{ dateModify \"0.3333333333333333333h\" (toDate \"2006-01-02\" \"2024-02-29\") | unixEpoch }}",
     "1709166000"},
    {"{{ durationRound \"0.3333333333333333333h\" }} {{ duration \"0.3333333333333333333h\" }}", "20m 0s"},
    {"{{ mustDateModify \"24h\" (toDate \"2006-01-02T15:04:05Z07:00\" \"2024-02-29T23:59:59Z\") }}",
     "2024-03-01 23:59:59 +0000 UTC"},
    {"{{ dateModify \"24h\" (toDate \"2006-01-02\" \"2024-02-29\") | unixEpoch }}", "1709251200"},
    {"{{ durationRound \"24h\" }} {{ duration \"24h\" }}", "24h 0s"},
    {"{{ mustDateModify \"-0\" (toDate \"2006-01-02T15:04:05Z07:00\" \"2024-02-29T23:59:59Z\") }}",
     "2024-02-29 23:59:59 +0000 UTC"},
    {"{{ dateModify \"-0\" (toDate \"2006-01-02\" \"2024-02-29\") | unixEpoch }}", "1709164800"},
    {"{{ durationRound \"-0\" }} {{ duration \"-0\" }}", "0s 0s"},
    {"{{ mustDateModify \"1d\" (toDate \"2006-01-02T15:04:05Z07:00\" \"2024-02-29T23:59:59Z\") }}",
     "! 1:3 <mustDateModify \"1d\" (toDate \"2006-01-02T15:04:05Z07:00\" \"2024-02-29T23:59:59Z\")>: error "
     "calling mustDateModify: time: unknown unit \"d\" in duration \"1d\""},
    {"{{ dateModify \"1d\" (toDate \"2006-01-02\" \"2024-02-29\") | unixEpoch }}", "1709164800"},
    {"{{ durationRound \"1d\" }} {{ duration \"1d\" }}", "0s 0s"},
    {"{{ mustDateModify \"720h\" (toDate \"2006-01-02T15:04:05Z07:00\" \"2024-02-29T23:59:59Z\") }}",
     "2024-03-30 23:59:59 +0000 UTC"},
    {"{{ dateModify \"720h\" (toDate \"2006-01-02\" \"2024-02-29\") | unixEpoch }}", "1711756800"},
    {"{{ durationRound \"720h\" }} {{ duration \"720h\" }}", "30d 0s"},
    {"{{ mustDateModify \"9000h\" (toDate \"2006-01-02T15:04:05Z07:00\" \"2024-02-29T23:59:59Z\") }}",
     "2025-03-10 23:59:59 +0000 UTC"},
    {"{{ dateModify \"9000h\" (toDate \"2006-01-02\" \"2024-02-29\") | unixEpoch }}", "1741564800"},
    {"{{ durationRound \"9000h\" }} {{ duration \"9000h\" }}", "1y 0s"},
    {"{{ duration 0 }} {{ duration (int64 0) }} {{ duration \"0\" }} {{ durationRound (int64 0) }} {{ "
     "durationRound (mul 0 1000000000) }}",
     "0s 0s 0s 0s 0s"},
    {"{{ duration 59 }} {{ duration (int64 59) }} {{ duration \"59\" }} {{ durationRound (int64 59) }} {{ "
     "durationRound (mul 59 1000000000) }}",
     "0s 59s 59s 0s 59s"},
    {"{{ duration 60 }} {{ duration (int64 60) }} {{ duration \"60\" }} {{ durationRound (int64 60) }} {{ "
     "durationRound (mul 60 1000000000) }}",
     "0s 1m0s 1m0s 0s 60s"},
    {"{{ duration 3600 }} {{ duration (int64 3600) }} {{ duration \"3600\" }} {{ durationRound (int64 3600) "
     "}} {{ durationRound (mul 3600 1000000000) }}",
     "0s 1h0m0s 1h0m0s 0s 60m"},
    {"{{ duration 86400 }} {{ duration (int64 86400) }} {{ duration \"86400\" }} {{ durationRound (int64 "
     "86400) }} {{ durationRound (mul 86400 1000000000) }}",
     "0s 24h0m0s 24h0m0s 0s 24h"},
    {"{{ duration -5 }} {{ duration (int64 -5) }} {{ duration \"-5\" }} {{ durationRound (int64 -5) }} {{ "
     "durationRound (mul -5 1000000000) }}",
     "0s -5s -5s 0s 5s"},
    {"{{ duration 9999999999 }} {{ duration (int64 9999999999) }} {{ duration \"9999999999\" }} {{ "
     "durationRound (int64 9999999999) }} {{ durationRound (mul 9999999999 1000000000) }}",
     "0s -2346317h47m54.709551616s -2346317h47m54.709551616s 9s 267y"},
    {"{{ duration 95 }} {{ duration (int64 95) }} {{ duration \"95\" }} {{ durationRound (int64 95) }} {{ "
     "durationRound (mul 95 1000000000) }}",
     "0s 1m35s 1m35s 0s 1m"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789Z\")).Year }}",
     "2024"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789Z\")).Day }}", "29"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789Z\")).Hour }}", "3"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789Z\")).Minute }}",
     "4"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789Z\")).Second }}",
     "5"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789Z\")).Nanosecond }}",
     "123456789"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789Z\")).YearDay }}",
     "60"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789Z\")).Unix }}",
     "1709175845"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789Z\")).UnixMilli }}",
     "1709175845123"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789Z\")).UnixMicro }}",
     "1709175845123456"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789Z\")).UnixNano }}",
     "1709175845123456789"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789Z\")).IsZero }}",
     "false"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789Z\")).UTC }}",
     "2024-02-29 03:04:05.123456789 +0000 UTC"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789Z\")).Local }}",
     "2024-02-29 03:04:05.123456789 +0000 UTC"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789Z\")).Month }}",
     "February"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789Z\")).Weekday }}",
     "Thursday"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789Z\")).String }}",
     "2024-02-29 03:04:05.123456789 +0000 UTC"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789Z\")).Format \"Jan "
     "2\" }}",
     "Feb 29"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789Z\")).Nope }}",
     "! 1:50 <\"2024-02-29T03:04:05.123456789Z\">: can't evaluate field Nope in type time.Time"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789Z\")).Format 5 }}",
     "! 1:92 <5>: expected string; found 5"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789Z\")).Year 5 }}",
     "! 1:50 <\"2024-02-29T03:04:05.123456789Z\">: wrong number of args for Year: want 0 got 1"},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789Z\") | toJson }}",
     "\"2024-02-29T03:04:05.123456789Z\""},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789Z\") | toYaml }}",
     "\"2024-02-29T03:04:05.123456789Z\""},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789Z\") | toString }}",
     "2024-02-29 03:04:05.123456789 +0000 UTC"},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789Z\") | quote }}",
     "\"2024-02-29 03:04:05.123456789 +0000 UTC\""},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789Z\") | kindOf }}",
     "struct"},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789Z\") | typeOf }}",
     "time.Time"},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789Z\") | unixEpoch }}",
     "1709175845"},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789Z\") | htmlDate }}",
     "2024-02-29"},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789Z\") | date \"06\" "
     "}}",
     "24"},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789Z\") | printf \"%v "
     "%s %q\" }}",
     "2024-02-29 03:04:05.123456789 +0000 UTC %!s(MISSING) %!q(MISSING)"},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789Z\") | empty }}",
     "false"},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789Z\") | not }}",
     "false"},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789Z\") | len }}",
     "! 1:85 <len>: error calling len: len of type time.Time"},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789Z\") | print }}",
     "2024-02-29 03:04:05.123456789 +0000 UTC"},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789Z\") | list }}",
     "[2024-02-29 03:04:05.123456789 +0000 UTC]"},
    {"{{ dict \"a\" (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789Z\") | "
     "toYaml }}",
     "a: \"2024-02-29T03:04:05.123456789Z\""},
    {"{{ list (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789Z\") |  toJson "
     "}}",
     "[\"2024-02-29T03:04:05.123456789Z\"]"},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789Z\") | default \"x\" "
     "}}",
     "2024-02-29 03:04:05.123456789 +0000 UTC"},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789Z\").Before (toDate "
     "\"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789Z\") }} {{ (toDate "
     "\"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789Z\").After (toDate \"2006\" "
     "\"2025\") }} {{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" "
     "\"2024-02-29T03:04:05.123456789Z\").Equal (toDate \"2006-01-02T15:04:05.999999999Z07:00\" "
     "\"2024-02-29T03:04:05.123456789Z\") }}",
     "false false true"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789+02:00\")).Year }}",
     "2024"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789+02:00\")).Day }}",
     "29"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789+02:00\")).Hour }}",
     "3"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789+02:00\")).Minute "
     "}}",
     "4"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789+02:00\")).Second "
     "}}",
     "5"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" "
     "\"2024-02-29T03:04:05.123456789+02:00\")).Nanosecond }}",
     "123456789"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789+02:00\")).YearDay "
     "}}",
     "60"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789+02:00\")).Unix }}",
     "1709168645"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" "
     "\"2024-02-29T03:04:05.123456789+02:00\")).UnixMilli }}",
     "1709168645123"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" "
     "\"2024-02-29T03:04:05.123456789+02:00\")).UnixMicro }}",
     "1709168645123456"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789+02:00\")).UnixNano "
     "}}",
     "1709168645123456789"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789+02:00\")).IsZero "
     "}}",
     "false"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789+02:00\")).UTC }}",
     "2024-02-29 01:04:05.123456789 +0000 UTC"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789+02:00\")).Local }}",
     "2024-02-29 01:04:05.123456789 +0000 UTC"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789+02:00\")).Month }}",
     "February"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789+02:00\")).Weekday "
     "}}",
     "Thursday"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789+02:00\")).String "
     "}}",
     "2024-02-29 03:04:05.123456789 +0200 +0200"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789+02:00\")).Format "
     "\"Jan 2\" }}",
     "Feb 29"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789+02:00\")).Nope }}",
     "! 1:50 <\"2024-02-29T03:04:05.123456789+02:00\">: can't evaluate field Nope in type time.Time"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789+02:00\")).Format 5 "
     "}}",
     "! 1:97 <5>: expected string; found 5"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789+02:00\")).Year 5 "
     "}}",
     "! 1:50 <\"2024-02-29T03:04:05.123456789+02:00\">: wrong number of args for Year: want 0 got 1"},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789+02:00\") | toJson "
     "}}",
     "\"2024-02-29T03:04:05.123456789+02:00\""},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789+02:00\") | toYaml "
     "}}",
     "\"2024-02-29T03:04:05.123456789+02:00\""},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789+02:00\") | toString "
     "}}",
     "2024-02-29 03:04:05.123456789 +0200 +0200"},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789+02:00\") | quote }}",
     "\"2024-02-29 03:04:05.123456789 +0200 +0200\""},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789+02:00\") | kindOf "
     "}}",
     "struct"},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789+02:00\") | typeOf "
     "}}",
     "time.Time"},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789+02:00\") | "
     "unixEpoch }}",
     "1709168645"},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789+02:00\") | htmlDate "
     "}}",
     "2024-02-29"},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789+02:00\") | date "
     "\"06\" }}",
     "24"},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789+02:00\") | printf "
     "\"%v %s %q\" }}",
     "2024-02-29 03:04:05.123456789 +0200 +0200 %!s(MISSING) %!q(MISSING)"},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789+02:00\") | empty }}",
     "false"},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789+02:00\") | not }}",
     "false"},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789+02:00\") | len }}",
     "! 1:90 <len>: error calling len: len of type time.Time"},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789+02:00\") | print }}",
     "2024-02-29 03:04:05.123456789 +0200 +0200"},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789+02:00\") | list }}",
     "[2024-02-29 03:04:05.123456789 +0200 +0200]"},
    {"{{ dict \"a\" (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789+02:00\") "
     "| toYaml }}",
     "a: \"2024-02-29T03:04:05.123456789+02:00\""},
    {"{{ list (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789+02:00\") |  "
     "toJson }}",
     "[\"2024-02-29T03:04:05.123456789+02:00\"]"},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789+02:00\") | default "
     "\"x\" }}",
     "2024-02-29 03:04:05.123456789 +0200 +0200"},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789+02:00\").Before "
     "(toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789+02:00\") }} {{ (toDate "
     "\"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789+02:00\").After (toDate "
     "\"2006\" \"2025\") }} {{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" "
     "\"2024-02-29T03:04:05.123456789+02:00\").Equal (toDate \"2006-01-02T15:04:05.999999999Z07:00\" "
     "\"2024-02-29T03:04:05.123456789+02:00\") }}",
     "false false true"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-00:30\")).Year }}",
     "2024"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-00:30\")).Day }}",
     "29"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-00:30\")).Hour }}",
     "3"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-00:30\")).Minute "
     "}}",
     "4"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-00:30\")).Second "
     "}}",
     "5"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" "
     "\"2024-02-29T03:04:05.123456789-00:30\")).Nanosecond }}",
     "123456789"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-00:30\")).YearDay "
     "}}",
     "60"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-00:30\")).Unix }}",
     "1709177645"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" "
     "\"2024-02-29T03:04:05.123456789-00:30\")).UnixMilli }}",
     "1709177645123"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" "
     "\"2024-02-29T03:04:05.123456789-00:30\")).UnixMicro }}",
     "1709177645123456"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-00:30\")).UnixNano "
     "}}",
     "1709177645123456789"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-00:30\")).IsZero "
     "}}",
     "false"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-00:30\")).UTC }}",
     "2024-02-29 03:34:05.123456789 +0000 UTC"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-00:30\")).Local }}",
     "2024-02-29 03:34:05.123456789 +0000 UTC"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-00:30\")).Month }}",
     "February"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-00:30\")).Weekday "
     "}}",
     "Thursday"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-00:30\")).String "
     "}}",
     "2024-02-29 03:04:05.123456789 -0030 -0030"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-00:30\")).Format "
     "\"Jan 2\" }}",
     "Feb 29"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-00:30\")).Nope }}",
     "! 1:50 <\"2024-02-29T03:04:05.123456789-00:30\">: can't evaluate field Nope in type time.Time"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-00:30\")).Format 5 "
     "}}",
     "! 1:97 <5>: expected string; found 5"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-00:30\")).Year 5 "
     "}}",
     "! 1:50 <\"2024-02-29T03:04:05.123456789-00:30\">: wrong number of args for Year: want 0 got 1"},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-00:30\") | toJson "
     "}}",
     "\"2024-02-29T03:04:05.123456789-00:30\""},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-00:30\") | toYaml "
     "}}",
     "\"2024-02-29T03:04:05.123456789-00:30\""},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-00:30\") | toString "
     "}}",
     "2024-02-29 03:04:05.123456789 -0030 -0030"},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-00:30\") | quote }}",
     "\"2024-02-29 03:04:05.123456789 -0030 -0030\""},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-00:30\") | kindOf "
     "}}",
     "struct"},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-00:30\") | typeOf "
     "}}",
     "time.Time"},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-00:30\") | "
     "unixEpoch }}",
     "1709177645"},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-00:30\") | htmlDate "
     "}}",
     "2024-02-29"},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-00:30\") | date "
     "\"06\" }}",
     "24"},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-00:30\") | printf "
     "\"%v %s %q\" }}",
     "2024-02-29 03:04:05.123456789 -0030 -0030 %!s(MISSING) %!q(MISSING)"},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-00:30\") | empty }}",
     "false"},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-00:30\") | not }}",
     "false"},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-00:30\") | len }}",
     "! 1:90 <len>: error calling len: len of type time.Time"},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-00:30\") | print }}",
     "2024-02-29 03:04:05.123456789 -0030 -0030"},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-00:30\") | list }}",
     "[2024-02-29 03:04:05.123456789 -0030 -0030]"},
    {"{{ dict \"a\" (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-00:30\") "
     "| toYaml }}",
     "a: \"2024-02-29T03:04:05.123456789-00:30\""},
    {"{{ list (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-00:30\") |  "
     "toJson }}",
     "[\"2024-02-29T03:04:05.123456789-00:30\"]"},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-00:30\") | default "
     "\"x\" }}",
     "2024-02-29 03:04:05.123456789 -0030 -0030"},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-00:30\").Before "
     "(toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-00:30\") }} {{ (toDate "
     "\"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-00:30\").After (toDate "
     "\"2006\" \"2025\") }} {{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" "
     "\"2024-02-29T03:04:05.123456789-00:30\").Equal (toDate \"2006-01-02T15:04:05.999999999Z07:00\" "
     "\"2024-02-29T03:04:05.123456789-00:30\") }}",
     "false false true"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-08:15\")).Year }}",
     "2024"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-08:15\")).Day }}",
     "29"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-08:15\")).Hour }}",
     "3"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-08:15\")).Minute "
     "}}",
     "4"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-08:15\")).Second "
     "}}",
     "5"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" "
     "\"2024-02-29T03:04:05.123456789-08:15\")).Nanosecond }}",
     "123456789"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-08:15\")).YearDay "
     "}}",
     "60"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-08:15\")).Unix }}",
     "1709205545"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" "
     "\"2024-02-29T03:04:05.123456789-08:15\")).UnixMilli }}",
     "1709205545123"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" "
     "\"2024-02-29T03:04:05.123456789-08:15\")).UnixMicro }}",
     "1709205545123456"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-08:15\")).UnixNano "
     "}}",
     "1709205545123456789"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-08:15\")).IsZero "
     "}}",
     "false"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-08:15\")).UTC }}",
     "2024-02-29 11:19:05.123456789 +0000 UTC"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-08:15\")).Local }}",
     "2024-02-29 11:19:05.123456789 +0000 UTC"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-08:15\")).Month }}",
     "February"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-08:15\")).Weekday "
     "}}",
     "Thursday"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-08:15\")).String "
     "}}",
     "2024-02-29 03:04:05.123456789 -0815 -0815"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-08:15\")).Format "
     "\"Jan 2\" }}",
     "Feb 29"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-08:15\")).Nope }}",
     "! 1:50 <\"2024-02-29T03:04:05.123456789-08:15\">: can't evaluate field Nope in type time.Time"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-08:15\")).Format 5 "
     "}}",
     "! 1:97 <5>: expected string; found 5"},
    {"{{ ((toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-08:15\")).Year 5 "
     "}}",
     "! 1:50 <\"2024-02-29T03:04:05.123456789-08:15\">: wrong number of args for Year: want 0 got 1"},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-08:15\") | toJson "
     "}}",
     "\"2024-02-29T03:04:05.123456789-08:15\""},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-08:15\") | toYaml "
     "}}",
     "\"2024-02-29T03:04:05.123456789-08:15\""},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-08:15\") | toString "
     "}}",
     "2024-02-29 03:04:05.123456789 -0815 -0815"},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-08:15\") | quote }}",
     "\"2024-02-29 03:04:05.123456789 -0815 -0815\""},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-08:15\") | kindOf "
     "}}",
     "struct"},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-08:15\") | typeOf "
     "}}",
     "time.Time"},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-08:15\") | "
     "unixEpoch }}",
     "1709205545"},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-08:15\") | htmlDate "
     "}}",
     "2024-02-29"},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-08:15\") | date "
     "\"06\" }}",
     "24"},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-08:15\") | printf "
     "\"%v %s %q\" }}",
     "2024-02-29 03:04:05.123456789 -0815 -0815 %!s(MISSING) %!q(MISSING)"},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-08:15\") | empty }}",
     "false"},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-08:15\") | not }}",
     "false"},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-08:15\") | len }}",
     "! 1:90 <len>: error calling len: len of type time.Time"},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-08:15\") | print }}",
     "2024-02-29 03:04:05.123456789 -0815 -0815"},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-08:15\") | list }}",
     "[2024-02-29 03:04:05.123456789 -0815 -0815]"},
    {"{{ dict \"a\" (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-08:15\") "
     "| toYaml }}",
     "a: \"2024-02-29T03:04:05.123456789-08:15\""},
    {"{{ list (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-08:15\") |  "
     "toJson }}",
     "[\"2024-02-29T03:04:05.123456789-08:15\"]"},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-08:15\") | default "
     "\"x\" }}",
     "2024-02-29 03:04:05.123456789 -0815 -0815"},
    {"{{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-08:15\").Before "
     "(toDate \"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-08:15\") }} {{ (toDate "
     "\"2006-01-02T15:04:05.999999999Z07:00\" \"2024-02-29T03:04:05.123456789-08:15\").After (toDate "
     "\"2006\" \"2025\") }} {{ (toDate \"2006-01-02T15:04:05.999999999Z07:00\" "
     "\"2024-02-29T03:04:05.123456789-08:15\").Equal (toDate \"2006-01-02T15:04:05.999999999Z07:00\" "
     "\"2024-02-29T03:04:05.123456789-08:15\") }}",
     "false false true"},
    {"{{ unixEpoch \"x\" }}", "! 1:13 <\"x\">: can't handle \"x\" for arg of type time.Time"},
    {"{{ dateModify \"1h\" \"x\" }}", "! 1:19 <\"x\">: can't handle \"x\" for arg of type time.Time"},
    {"{{ dateModify 1 2 }}", "! 1:14 <1>: expected string; found 1"},
    {"{{ unixEpoch 5 }}", "! 1:13 <5>: can't handle 5 for arg of type time.Time"},
    {"{{ lt (toDate \"2006\" \"2024\") 1 }}",
     "! 1:3 <lt (toDate \"2006\" \"2024\") 1>: error calling lt: invalid type for comparison"},
    {"{{ toDate \"2006\" \"x\" }}", "0001-01-01 00:00:00 +0000 UTC"},
    {"{{ (toDate \"2006\" \"x\").IsZero }}", "true"},
    {"{{ range toDate \"2006\" \"2024\" }}{{ end }}",
     "! 1:23 <\"2024\">: range can't iterate over 2024-01-01 00:00:00 +0000 UTC"},
    {"{{ index (toDate \"2006\" \"2024\") 0 }}",
     "! 1:3 <index (toDate \"2006\" \"2024\") 0>: error calling index: can't index item of type time.Time"}};

static void times_are_moved_compared_and_asked_for_their_parts(void **state)
{
    CHECK(others);
}

static const struct template_case present[] = {
    {"{{ now }}", "2023-11-14 22:13:20 +0000 UTC"},
    {"{{ now | unixEpoch }} {{ date \"2006\" \"x\" }} {{ htmlDate 1.5 }}", "1700000000 2023 2023-11-14"},
    {"{{ ago (int64 1699996400) }} {{ ago (now | dateModify \"90m\") }}", "1h0m0s -1h30m0s"},
    {"{{ durationRound (now | dateModify \"-50h\") }}", "2d"},
    {"{{ $now := now }}{{ eq $now ($now | dateModify \"0s\") }} {{ ne $now ($now | dateModify \"1s\") }}",
     "true true"},
};

static void the_present_is_what_source_date_epoch_says(void **state)
{
    assert_int_equal(setenv("SOURCE_DATE_EPOCH", "1700000000", 1), 0);
    CHECK(present);
}

static void a_source_date_epoch_that_is_no_number_is_told(void **state)
{
    static const struct template_case cases[] = {
        {"{{ now }}", "! 1:3 <now>: error calling now: SOURCE_DATE_EPOCH is \"x\"; it must be seconds since "
                      "1970, in decimal"},
    };
    assert_int_equal(setenv("SOURCE_DATE_EPOCH", "x", 1), 0);
    CHECK(cases);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        CASE_TEST(a_text_is_read_by_its_layout_or_the_fault_told),
        CASE_TEST(a_time_is_shown_in_every_layout_and_zone),
        CASE_TEST(times_are_moved_compared_and_asked_for_their_parts),
        CASE_TEST(the_present_is_what_source_date_epoch_says),
        CASE_TEST(a_source_date_epoch_that_is_no_number_is_told),
    };
    return setenv("TZ", "UTC", 1) || cmocka_run_group_tests(tests, NULL, NULL);
}
