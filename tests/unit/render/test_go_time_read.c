/* Texts read by layouts, held against Helm's results under TZ=UTC. */
#include <stdlib.h>

#include "tests/support/template_case.h"
#include "tests/unit/cmocka_all.h"

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
    (void)state;
    template_case_check(parsed, sizeof parsed / sizeof *parsed);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        CASE_TEST(a_text_is_read_by_its_layout_or_the_fault_told),
    };
    return setenv("TZ", "UTC", 1) || cmocka_run_group_tests(tests, NULL, NULL);
}
