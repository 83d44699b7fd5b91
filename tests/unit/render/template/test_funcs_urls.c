/* URLs taken apart and put together, held against Helm's results. */
#include "tests/support/template_case.h"
#include "tests/unit/cmocka_all.h"

#define CHECK(table)                                                                                         \
    (void)state;                                                                                             \
    template_case_check(table, sizeof table / sizeof *table)

static const struct template_case parts[] = {
    {"{{ urlParse \"http://a.b:80/c?d=e#f\" | toJson }}",
     "{\"fragment\":\"f\",\"host\":\"a.b:80\",\"hostname\":\"a.b\",\"opaque\":\"\",\"path\":\"/"
     "c\",\"query\":\"d=e\",\"scheme\":\"http\",\"userinfo\":\"\"}"},
    {"{{ urlParse \"http://u:p@h/\" | toJson }}",
     "{\"fragment\":\"\",\"host\":\"h\",\"hostname\":\"h\",\"opaque\":\"\",\"path\":\"/"
     "\",\"query\":\"\",\"scheme\":\"http\",\"userinfo\":\"u:p\"}"},
    {"{{ urlParse \"a/b\" | toJson }}", "{\"fragment\":\"\",\"host\":\"\",\"hostname\":\"\",\"opaque\":\"\","
                                        "\"path\":\"a/b\",\"query\":\"\",\"scheme\":\"\",\"userinfo\":\"\"}"},
    {"{{ urlParse \"\" | toJson }}", "{\"fragment\":\"\",\"host\":\"\",\"hostname\":\"\",\"opaque\":\"\","
                                     "\"path\":\"\",\"query\":\"\",\"scheme\":\"\",\"userinfo\":\"\"}"},
    {"{{ urlParse \"mailto:x@y\" | toJson }}",
     "{\"fragment\":\"\",\"host\":\"\",\"hostname\":\"\",\"opaque\":\"x@y\",\"path\":\"\",\"query\":\"\","
     "\"scheme\":\"mailto\",\"userinfo\":\"\"}"},
    {"{{ urlParse \"//h/p\" | toJson }}",
     "{\"fragment\":\"\",\"host\":\"h\",\"hostname\":\"h\",\"opaque\":\"\",\"path\":\"/"
     "p\",\"query\":\"\",\"scheme\":\"\",\"userinfo\":\"\"}"},
    {"{{ urlParse \"http://[::1]:8/\" | toJson }}",
     "{\"fragment\":\"\",\"host\":\"[::1]:8\",\"hostname\":\"::1\",\"opaque\":\"\",\"path\":\"/"
     "\",\"query\":\"\",\"scheme\":\"http\",\"userinfo\":\"\"}"},
    {"{{ urlParse \"http://a b\" | toJson }}",
     "! 1:3 <urlParse \"http://a b\">: error calling urlParse: unable to parse url: parse \"http://a b\": "
     "invalid character \" \" in host name"},
    {"{{ urlParse \":\" | toJson }}", "! 1:3 <urlParse \":\">: error calling urlParse: unable to parse url: "
                                      "parse \":\": missing protocol scheme"},
    {"{{ urlParse \"%zz\" | toJson }}", "! 1:3 <urlParse \"%zz\">: error calling urlParse: unable to parse "
                                        "url: parse \"%zz\": invalid URL escape \"%zz\""},
    {"{{ urlParse \"http://h:x/\" | toJson }}",
     "! 1:3 <urlParse \"http://h:x/\">: error calling urlParse: unable to parse url: parse \"http://h:x/\": "
     "invalid port \":x\" after host"},
    {"{{ urlParse \"HTTP://H/%41?%zz\" | toJson }}",
     "{\"fragment\":\"\",\"host\":\"H\",\"hostname\":\"H\",\"opaque\":\"\",\"path\":\"/"
     "A\",\"query\":\"%zz\",\"scheme\":\"http\",\"userinfo\":\"\"}"},
    {"{{ urlParse \"s://h/a%2fb\" | toJson }}",
     "{\"fragment\":\"\",\"host\":\"h\",\"hostname\":\"h\",\"opaque\":\"\",\"path\":\"/a/"
     "b\",\"query\":\"\",\"scheme\":\"s\",\"userinfo\":\"\"}"},
    {"{{ urlParse \"x:/p\" | toJson }}",
     "{\"fragment\":\"\",\"host\":\"\",\"hostname\":\"\",\"opaque\":\"\",\"path\":\"/"
     "p\",\"query\":\"\",\"scheme\":\"x\",\"userinfo\":\"\"}"},
    {"{{ urlParse \"http://u@h?q\" | toJson }}",
     "{\"fragment\":\"\",\"host\":\"h\",\"hostname\":\"h\",\"opaque\":\"\",\"path\":\"\",\"query\":\"q\","
     "\"scheme\":\"http\",\"userinfo\":\"u\"}"},
    {"{{ urlParse \"*\" | toJson }}", "{\"fragment\":\"\",\"host\":\"\",\"hostname\":\"\",\"opaque\":\"\","
                                      "\"path\":\"*\",\"query\":\"\",\"scheme\":\"\",\"userinfo\":\"\"}"},
    {"{{ urlParse \"/a?\" | toJson }}", "{\"fragment\":\"\",\"host\":\"\",\"hostname\":\"\",\"opaque\":\"\","
                                        "\"path\":\"/a\",\"query\":\"\",\"scheme\":\"\",\"userinfo\":\"\"}"},
    {"{{ urlParse \"a?b?c\" | toJson }}",
     "{\"fragment\":\"\",\"host\":\"\",\"hostname\":\"\",\"opaque\":\"\",\"path\":\"a\",\"query\":\"b?c\","
     "\"scheme\":\"\",\"userinfo\":\"\"}"},
    {"{{ urlParse \"///a\" | toJson }}",
     "{\"fragment\":\"\",\"host\":\"\",\"hostname\":\"\",\"opaque\":\"\",\"path\":\"///"
     "a\",\"query\":\"\",\"scheme\":\"\",\"userinfo\":\"\"}"},
    {"{{ urlParse \"////a\" | toJson }}",
     "{\"fragment\":\"\",\"host\":\"\",\"hostname\":\"\",\"opaque\":\"\",\"path\":\"////"
     "a\",\"query\":\"\",\"scheme\":\"\",\"userinfo\":\"\"}"},
    {"{{ urlParse \"x:///p\" | toJson }}",
     "{\"fragment\":\"\",\"host\":\"\",\"hostname\":\"\",\"opaque\":\"\",\"path\":\"/"
     "p\",\"query\":\"\",\"scheme\":\"x\",\"userinfo\":\"\"}"},
    {"{{ urlParse \"x:////p\" | toJson }}",
     "{\"fragment\":\"\",\"host\":\"\",\"hostname\":\"\",\"opaque\":\"\",\"path\":\"//"
     "p\",\"query\":\"\",\"scheme\":\"x\",\"userinfo\":\"\"}"},
    {"{{ urlParse \"http://\" | toJson }}",
     "{\"fragment\":\"\",\"host\":\"\",\"hostname\":\"\",\"opaque\":\"\",\"path\":\"\",\"query\":\"\","
     "\"scheme\":\"http\",\"userinfo\":\"\"}"},
    {"{{ urlParse \"http:\" | toJson }}",
     "{\"fragment\":\"\",\"host\":\"\",\"hostname\":\"\",\"opaque\":\"\",\"path\":\"\",\"query\":\"\","
     "\"scheme\":\"http\",\"userinfo\":\"\"}"},
    {"{{ urlParse \"http:///\" | toJson }}",
     "{\"fragment\":\"\",\"host\":\"\",\"hostname\":\"\",\"opaque\":\"\",\"path\":\"/"
     "\",\"query\":\"\",\"scheme\":\"http\",\"userinfo\":\"\"}"},
    {"{{ urlParse \"1http://a\" | toJson }}",
     "! 1:3 <urlParse \"1http://a\">: error calling urlParse: unable to parse url: parse \"1http://a\": "
     "first path segment in URL cannot contain colon"},
    {"{{ urlParse \"a+b-c.d://h\" | toJson }}",
     "{\"fragment\":\"\",\"host\":\"h\",\"hostname\":\"h\",\"opaque\":\"\",\"path\":\"\",\"query\":\"\","
     "\"scheme\":\"a+b-c.d\",\"userinfo\":\"\"}"},
    {"{{ urlParse \"a_b://h\" | toJson }}",
     "! 1:3 <urlParse \"a_b://h\">: error calling urlParse: unable to parse url: parse \"a_b://h\": first "
     "path segment in URL cannot contain colon"},
    {"{{ urlParse \"a:b/c\" | toJson }}",
     "{\"fragment\":\"\",\"host\":\"\",\"hostname\":\"\",\"opaque\":\"b/"
     "c\",\"path\":\"\",\"query\":\"\",\"scheme\":\"a\",\"userinfo\":\"\"}"},
    {"{{ urlParse \"./a:b\" | toJson }}",
     "{\"fragment\":\"\",\"host\":\"\",\"hostname\":\"\",\"opaque\":\"\",\"path\":\"./"
     "a:b\",\"query\":\"\",\"scheme\":\"\",\"userinfo\":\"\"}"},
    {"{{ urlParse \"a/b:c\" | toJson }}",
     "{\"fragment\":\"\",\"host\":\"\",\"hostname\":\"\",\"opaque\":\"\",\"path\":\"a/"
     "b:c\",\"query\":\"\",\"scheme\":\"\",\"userinfo\":\"\"}"},
    {"{{ urlParse \"http://h#\" | toJson }}",
     "{\"fragment\":\"\",\"host\":\"h\",\"hostname\":\"h\",\"opaque\":\"\",\"path\":\"\",\"query\":\"\","
     "\"scheme\":\"http\",\"userinfo\":\"\"}"},
    {"{{ urlParse \"http://h#a#b\" | toJson }}",
     "{\"fragment\":\"a#b\",\"host\":\"h\",\"hostname\":\"h\",\"opaque\":\"\",\"path\":\"\",\"query\":\"\","
     "\"scheme\":\"http\",\"userinfo\":\"\"}"},
    {"{{ urlParse \"http://h/#%zz\" | toJson }}",
     "! 1:3 <urlParse \"http://h/#%zz\">: error calling urlParse: unable to parse url: parse "
     "\"http://h/#%zz\": invalid URL escape \"%zz\""},
    {"{{ urlParse \"http://h/%\" | toJson }}",
     "! 1:3 <urlParse \"http://h/%\">: error calling urlParse: unable to parse url: parse \"http://h/%\": "
     "invalid URL escape \"%\""},
    {"{{ urlParse \"http://h/%4\" | toJson }}",
     "! 1:3 <urlParse \"http://h/%4\">: error calling urlParse: unable to parse url: parse \"http://h/%4\": "
     "invalid URL escape \"%4\""},
    {"{{ urlParse \"http://%41/\" | toJson }}",
     "! 1:3 <urlParse \"http://%41/\">: error calling urlParse: unable to parse url: parse \"http://%41/\": "
     "invalid URL escape \"%41\""},
    {"{{ urlParse \"http://%C3%A9/\" | toJson }}",
     "{\"fragment\":\"\",\"host\":\"\303\251\",\"hostname\":\"\303\251\",\"opaque\":\"\",\"path\":\"/"
     "\",\"query\":\"\",\"scheme\":\"http\",\"userinfo\":\"\"}"},
    {"{{ urlParse \"http://\303\251/\" | toJson }}",
     "{\"fragment\":\"\",\"host\":\"\303\251\",\"hostname\":\"\303\251\",\"opaque\":\"\",\"path\":\"/"
     "\",\"query\":\"\",\"scheme\":\"http\",\"userinfo\":\"\"}"},
    {"{{ urlParse \"http://h%25/\" | toJson }}",
     "{\"fragment\":\"\",\"host\":\"h%\",\"hostname\":\"h%\",\"opaque\":\"\",\"path\":\"/"
     "\",\"query\":\"\",\"scheme\":\"http\",\"userinfo\":\"\"}"},
    {"{{ urlParse \"http://[::1\" | toJson }}",
     "! 1:3 <urlParse \"http://[::1\">: error calling urlParse: unable to parse url: parse \"http://[::1\": "
     "missing ']' in host"},
    {"{{ urlParse \"http://::1]\" | toJson }}",
     "! 1:3 <urlParse \"http://::1]\">: error calling urlParse: unable to parse url: parse \"http://::1]\": "
     "invalid port \"::1]\" after host"},
    {"{{ urlParse \"http://a[::1]\" | toJson }}",
     "! 1:3 <urlParse \"http://a[::1]\">: error calling urlParse: unable to parse url: parse "
     "\"http://a[::1]\": invalid IP-literal"},
    {"{{ urlParse \"http://[1.2.3.4]/\" | toJson }}",
     "! 1:3 <urlParse \"http://[1.2.3.4]/\">: error calling urlParse: unable to parse url: parse "
     "\"http://[1.2.3.4]/\": invalid IP-literal"},
    {"{{ urlParse \"http://[::1%25en0]:80/\" | toJson }}",
     "{\"fragment\":\"\",\"host\":\"[::1%en0]:80\",\"hostname\":\"::1%en0\",\"opaque\":\"\",\"path\":\"/"
     "\",\"query\":\"\",\"scheme\":\"http\",\"userinfo\":\"\"}"},
    {"{{ urlParse \"http://[fe80::1%25%20x]/\" | toJson }}",
     "{\"fragment\":\"\",\"host\":\"[fe80::1% x]\",\"hostname\":\"fe80::1% "
     "x\",\"opaque\":\"\",\"path\":\"/\",\"query\":\"\",\"scheme\":\"http\",\"userinfo\":\"\"}"},
    {"{{ urlParse \"http://[fe80::1%en0]/\" | toJson }}",
     "! 1:3 <urlParse \"http://[fe80::1%en0]/\">: error calling urlParse: unable to parse url: parse "
     "\"http://[fe80::1%en0]/\": invalid URL escape \"%en\""},
    {"{{ urlParse \"http://[x]/\" | toJson }}",
     "! 1:3 <urlParse \"http://[x]/\">: error calling urlParse: unable to parse url: parse \"http://[x]/\": "
     "invalid host: ParseAddr(\"x\"): unable to parse IP"},
    {"{{ urlParse \"http://[::1]x\" | toJson }}",
     "! 1:3 <urlParse \"http://[::1]x\">: error calling urlParse: unable to parse url: parse "
     "\"http://[::1]x\": invalid port \"x\" after host"},
    {"{{ urlParse \"http://[::1]:\" | toJson }}",
     "{\"fragment\":\"\",\"host\":\"[::1]:\",\"hostname\":\"::1\",\"opaque\":\"\",\"path\":\"\",\"query\":"
     "\"\",\"scheme\":\"http\",\"userinfo\":\"\"}"},
    {"{{ urlParse \"http://[]\" | toJson }}",
     "! 1:3 <urlParse \"http://[]\">: error calling urlParse: unable to parse url: parse \"http://[]\": "
     "invalid host: ParseAddr(\"\"): unable to parse IP"},
    {"{{ urlParse \"http://a:80:90/\" | toJson }}",
     "! 1:3 <urlParse \"http://a:80:90/\">: error calling urlParse: unable to parse url: parse "
     "\"http://a:80:90/\": invalid port \":80:90\" after host"},
    {"{{ urlParse \"x://a:80:90/\" | toJson }}",
     "{\"fragment\":\"\",\"host\":\"a:80:90\",\"hostname\":\"a:80\",\"opaque\":\"\",\"path\":\"/"
     "\",\"query\":\"\",\"scheme\":\"x\",\"userinfo\":\"\"}"},
    {"{{ urlParse \"x://a,b:80,c:90/\" | toJson }}",
     "{\"fragment\":\"\",\"host\":\"a,b:80,c:90\",\"hostname\":\"a,b:80,c\",\"opaque\":\"\",\"path\":\"/"
     "\",\"query\":\"\",\"scheme\":\"x\",\"userinfo\":\"\"}"},
    {"{{ urlParse \"http://u:p:q@h\" | toJson }}",
     "{\"fragment\":\"\",\"host\":\"h\",\"hostname\":\"h\",\"opaque\":\"\",\"path\":\"\",\"query\":\"\","
     "\"scheme\":\"http\",\"userinfo\":\"u:p%3Aq\"}"},
    {"{{ urlParse \"http://u%40x:p%3A@h\" | toJson }}",
     "{\"fragment\":\"\",\"host\":\"h\",\"hostname\":\"h\",\"opaque\":\"\",\"path\":\"\",\"query\":\"\","
     "\"scheme\":\"http\",\"userinfo\":\"u%40x:p%3A\"}"},
    {"{{ urlParse \"http://u@v@h/\" | toJson }}",
     "{\"fragment\":\"\",\"host\":\"h\",\"hostname\":\"h\",\"opaque\":\"\",\"path\":\"/"
     "\",\"query\":\"\",\"scheme\":\"http\",\"userinfo\":\"u%40v\"}"},
    {"{{ urlParse \"http://u\303\251@h\" | toJson }}",
     "! 1:3 <urlParse \"http://u\303\251@h\">: error calling urlParse: unable to parse url: parse "
     "\"http://u\303\251@h\": net/url: invalid userinfo"},
    {"{{ urlParse \"http://u p@h\" | toJson }}",
     "! 1:3 <urlParse \"http://u p@h\">: error calling urlParse: unable to parse url: parse \"http://u "
     "p@h\": net/url: invalid userinfo"},
    {"{{ urlParse \"http://@h\" | toJson }}",
     "{\"fragment\":\"\",\"host\":\"h\",\"hostname\":\"h\",\"opaque\":\"\",\"path\":\"\",\"query\":\"\","
     "\"scheme\":\"http\",\"userinfo\":\"\"}"},
    {"{{ urlParse \"http://:@h\" | toJson }}",
     "{\"fragment\":\"\",\"host\":\"h\",\"hostname\":\"h\",\"opaque\":\"\",\"path\":\"\",\"query\":\"\","
     "\"scheme\":\"http\",\"userinfo\":\":\"}"},
    {"{{ urlParse \"http://:p@h\" | toJson }}",
     "{\"fragment\":\"\",\"host\":\"h\",\"hostname\":\"h\",\"opaque\":\"\",\"path\":\"\",\"query\":\"\","
     "\"scheme\":\"http\",\"userinfo\":\":p\"}"},
    {"{{ urlParse \"http://u:@h\" | toJson }}",
     "{\"fragment\":\"\",\"host\":\"h\",\"hostname\":\"h\",\"opaque\":\"\",\"path\":\"\",\"query\":\"\","
     "\"scheme\":\"http\",\"userinfo\":\"u:\"}"},
    {"{{ urlParse \"http://a:/\" | toJson }}",
     "{\"fragment\":\"\",\"host\":\"a:\",\"hostname\":\"a\",\"opaque\":\"\",\"path\":\"/"
     "\",\"query\":\"\",\"scheme\":\"http\",\"userinfo\":\"\"}"},
    {"{{ urlParse \"http://a:b\" | toJson }}",
     "! 1:3 <urlParse \"http://a:b\">: error calling urlParse: unable to parse url: parse \"http://a:b\": "
     "invalid port \":b\" after host"},
    {"{{ urlParse \"http://a@b:c\" | toJson }}",
     "! 1:3 <urlParse \"http://a@b:c\">: error calling urlParse: unable to parse url: parse "
     "\"http://a@b:c\": invalid port \":c\" after host"},
    {"{{ urlParse \"http://h/a b\" | toJson }}",
     "{\"fragment\":\"\",\"host\":\"h\",\"hostname\":\"h\",\"opaque\":\"\",\"path\":\"/a "
     "b\",\"query\":\"\",\"scheme\":\"http\",\"userinfo\":\"\"}"},
    {"{{ urlParse \"http://h/\\u00e9\" | toJson }}",
     "{\"fragment\":\"\",\"host\":\"h\",\"hostname\":\"h\",\"opaque\":\"\",\"path\":\"/"
     "\303\251\",\"query\":\"\",\"scheme\":\"http\",\"userinfo\":\"\"}"},
    {"{{ urlParse \"http://h/a\\x7f\" | toJson }}",
     "! 1:3 <urlParse \"http://h/a\\x7f\">: error calling urlParse: unable to parse url: parse "
     "\"http://h/a\\x7f\": net/url: invalid control character in URL"},
    {"{{ urlParse \"http://h\\n/\" | toJson }}",
     "! 1:3 <urlParse \"http://h\\n/\">: error calling urlParse: unable to parse url: parse "
     "\"http://h\\n/\": net/url: invalid control character in URL"},
    {"{{ urlParse \"http://h?a b&c=d#e f\" | toJson }}",
     "{\"fragment\":\"e f\",\"host\":\"h\",\"hostname\":\"h\",\"opaque\":\"\",\"path\":\"\",\"query\":\"a "
     "b\\u0026c=d\",\"scheme\":\"http\",\"userinfo\":\"\"}"},
    {"{{ urlParse \"http://h?#\" | toJson }}",
     "{\"fragment\":\"\",\"host\":\"h\",\"hostname\":\"h\",\"opaque\":\"\",\"path\":\"\",\"query\":\"\","
     "\"scheme\":\"http\",\"userinfo\":\"\"}"},
    {"{{ urlParse \"http://h/?\" | toJson }}",
     "{\"fragment\":\"\",\"host\":\"h\",\"hostname\":\"h\",\"opaque\":\"\",\"path\":\"/"
     "\",\"query\":\"\",\"scheme\":\"http\",\"userinfo\":\"\"}"},
    {"{{ urlParse \"x:?\" | toJson }}", "{\"fragment\":\"\",\"host\":\"\",\"hostname\":\"\",\"opaque\":\"\","
                                        "\"path\":\"\",\"query\":\"\",\"scheme\":\"x\",\"userinfo\":\"\"}"},
    {"{{ urlParse \"x:#f\" | toJson }}",
     "{\"fragment\":\"f\",\"host\":\"\",\"hostname\":\"\",\"opaque\":\"\",\"path\":\"\",\"query\":\"\","
     "\"scheme\":\"x\",\"userinfo\":\"\"}"},
    {"{{ urlParse \"x:a?b#c\" | toJson }}",
     "{\"fragment\":\"c\",\"host\":\"\",\"hostname\":\"\",\"opaque\":\"a\",\"path\":\"\",\"query\":\"b\","
     "\"scheme\":\"x\",\"userinfo\":\"\"}"},
    {"{{ urlParse \"x:%zz\" | toJson }}",
     "{\"fragment\":\"\",\"host\":\"\",\"hostname\":\"\",\"opaque\":\"%zz\",\"path\":\"\",\"query\":\"\","
     "\"scheme\":\"x\",\"userinfo\":\"\"}"},
    {"{{ urlParse \"http://h/a;b,c=d!e'f(g)*h\" | toJson }}",
     "{\"fragment\":\"\",\"host\":\"h\",\"hostname\":\"h\",\"opaque\":\"\",\"path\":\"/"
     "a;b,c=d!e'f(g)*h\",\"query\":\"\",\"scheme\":\"http\",\"userinfo\":\"\"}"},
    {"{{ urlParse \"http://h<>\\\"/\" | toJson }}",
     "{\"fragment\":\"\",\"host\":\"h\\u003c\\u003e\\\"\",\"hostname\":\"h\\u003c\\u003e\\\"\",\"opaque\":"
     "\"\",\"path\":\"/\",\"query\":\"\",\"scheme\":\"http\",\"userinfo\":\"\"}"},
    {"{{ urlParse \"http://h\\\"/\" | toJson }}",
     "{\"fragment\":\"\",\"host\":\"h\\\"\",\"hostname\":\"h\\\"\",\"opaque\":\"\",\"path\":\"/"
     "\",\"query\":\"\",\"scheme\":\"http\",\"userinfo\":\"\"}"},
    {"{{ urlParse \"http://h^/\" | toJson }}",
     "! 1:3 <urlParse \"http://h^/\">: error calling urlParse: unable to parse url: parse \"http://h^/\": "
     "invalid character \"^\" in host name"},
    {"{{ urlParse \"http://h`/\" | toJson }}",
     "! 1:3 <urlParse \"http://h`/\">: error calling urlParse: unable to parse url: parse \"http://h`/\": "
     "invalid character \"`\" in host name"},
    {"{{ urlParse \"http://h\\\\/\" | toJson }}",
     "! 1:3 <urlParse \"http://h\\\\/\">: error calling urlParse: unable to parse url: parse "
     "\"http://h\\\\/\": invalid character \"\\\\\" in host name"},
    {"{{ urlParse \"http://h{/\" | toJson }}",
     "! 1:3 <urlParse \"http://h{/\">: error calling urlParse: unable to parse url: parse \"http://h{/\": "
     "invalid character \"{\" in host name"},
    {"{{ urlParse \"http://h|/\" | toJson }}",
     "! 1:3 <urlParse \"http://h|/\">: error calling urlParse: unable to parse url: parse \"http://h|/\": "
     "invalid character \"|\" in host name"},
    {"{{ urlParse \"/a:b\" | toJson }}",
     "{\"fragment\":\"\",\"host\":\"\",\"hostname\":\"\",\"opaque\":\"\",\"path\":\"/"
     "a:b\",\"query\":\"\",\"scheme\":\"\",\"userinfo\":\"\"}"},
    {"{{ urlParse \"a%20b\" | toJson }}",
     "{\"fragment\":\"\",\"host\":\"\",\"hostname\":\"\",\"opaque\":\"\",\"path\":\"a "
     "b\",\"query\":\"\",\"scheme\":\"\",\"userinfo\":\"\"}"},
    {"{{ urlParse \"#%41%42%20\" | toJson }}", "{\"fragment\":\"AB "
                                               "\",\"host\":\"\",\"hostname\":\"\",\"opaque\":\"\",\"path\":"
                                               "\"\",\"query\":\"\",\"scheme\":\"\",\"userinfo\":\"\"}"},
    {"{{ urlParse \"#f g\" | toJson }}", "{\"fragment\":\"f "
                                         "g\",\"host\":\"\",\"hostname\":\"\",\"opaque\":\"\",\"path\":\"\","
                                         "\"query\":\"\",\"scheme\":\"\",\"userinfo\":\"\"}"},
    {"{{ urlParse \"http://u!$&'()*+,;=:p@h/\" | toJson }}",
     "{\"fragment\":\"\",\"host\":\"h\",\"hostname\":\"h\",\"opaque\":\"\",\"path\":\"/"
     "\",\"query\":\"\",\"scheme\":\"http\",\"userinfo\":\"u%21$\\u0026%27%28%29%2A+,;=:p\"}"},
    {"{{ urlParse \"http://u:p!$&'()*+,;=@h/\" | toJson }}",
     "{\"fragment\":\"\",\"host\":\"h\",\"hostname\":\"h\",\"opaque\":\"\",\"path\":\"/"
     "\",\"query\":\"\",\"scheme\":\"http\",\"userinfo\":\"u:p%21$\\u0026%27%28%29%2A+,;=\"}"},
    {"{{ urlParse \"http://h/$&+,/:;=@?\" | toJson }}",
     "{\"fragment\":\"\",\"host\":\"h\",\"hostname\":\"h\",\"opaque\":\"\",\"path\":\"/$\\u0026+,/"
     ":;=@\",\"query\":\"\",\"scheme\":\"http\",\"userinfo\":\"\"}"},
    {"{{ urlParse \"HTTPS://h:1:2\" | toJson }}",
     "! 1:3 <urlParse \"HTTPS://h:1:2\">: error calling urlParse: unable to parse url: parse "
     "\"HTTPS://h:1:2\": invalid port \":1:2\" after host"},
    {"{{ urlParse \"http://h:-1\" | toJson }}",
     "! 1:3 <urlParse \"http://h:-1\">: error calling urlParse: unable to parse url: parse \"http://h:-1\": "
     "invalid port \":-1\" after host"},
    {"{{ urlParse \"ftp://h:1:x\" | toJson }}",
     "! 1:3 <urlParse \"ftp://h:1:x\">: error calling urlParse: unable to parse url: parse \"ftp://h:1:x\": "
     "invalid port \":x\" after host"},
    {"{{ urlParse \"http://[::ffff:1.2.3.4]/\" | toJson }}",
     "{\"fragment\":\"\",\"host\":\"[::ffff:1.2.3.4]\",\"hostname\":\"::ffff:1.2.3.4\",\"opaque\":\"\","
     "\"path\":\"/\",\"query\":\"\",\"scheme\":\"http\",\"userinfo\":\"\"}"},
    {"{{ urlParse \" http://h\" | toJson }}",
     "! 1:3 <urlParse \" http://h\">: error calling urlParse: unable to parse url: parse \" http://h\": "
     "first path segment in URL cannot contain colon"},
    {"{{ urlParse \"http ://h\" | toJson }}",
     "! 1:3 <urlParse \"http ://h\">: error calling urlParse: unable to parse url: parse \"http ://h\": "
     "first path segment in URL cannot contain colon"}};

static void a_url_is_taken_apart_or_the_fault_told(void **state)
{
    CHECK(parts);
}

static const struct template_case back[] = {
    {"{{ urlParse \"http://a.b:80/c?d=e#f\" | urlJoin }}", "http://a.b:80/c?d=e#f"},
    {"{{ urlParse \"http://u:p@h/\" | urlJoin }}", "http://u:p@h/"},
    {"{{ urlParse \"a/b\" | urlJoin }}", "a/b"},
    {"{{ urlParse \"\" | urlJoin }}", ""},
    {"{{ urlParse \"mailto:x@y\" | urlJoin }}", "mailto:x@y"},
    {"{{ urlParse \"//h/p\" | urlJoin }}", "//h/p"},
    {"{{ urlParse \"http://[::1]:8/\" | urlJoin }}", "http://[::1]:8/"},
    {"{{ urlParse \"http://a b\" | urlJoin }}",
     "! 1:3 <urlParse \"http://a b\">: error calling urlParse: unable to parse url: parse \"http://a b\": "
     "invalid character \" \" in host name"},
    {"{{ urlParse \":\" | urlJoin }}", "! 1:3 <urlParse \":\">: error calling urlParse: unable to parse url: "
                                       "parse \":\": missing protocol scheme"},
    {"{{ urlParse \"%zz\" | urlJoin }}", "! 1:3 <urlParse \"%zz\">: error calling urlParse: unable to parse "
                                         "url: parse \"%zz\": invalid URL escape \"%zz\""},
    {"{{ urlParse \"http://h:x/\" | urlJoin }}",
     "! 1:3 <urlParse \"http://h:x/\">: error calling urlParse: unable to parse url: parse \"http://h:x/\": "
     "invalid port \":x\" after host"},
    {"{{ urlParse \"HTTP://H/%41?%zz\" | urlJoin }}", "http://H/A?%zz"},
    {"{{ urlParse \"s://h/a%2fb\" | urlJoin }}", "s://h/a/b"},
    {"{{ urlParse \"x:/p\" | urlJoin }}", "x:///p"},
    {"{{ urlParse \"http://u@h?q\" | urlJoin }}", "http://u@h?q"},
    {"{{ urlParse \"*\" | urlJoin }}", "*"},
    {"{{ urlParse \"/a?\" | urlJoin }}", "/a"},
    {"{{ urlParse \"a?b?c\" | urlJoin }}", "a?b?c"},
    {"{{ urlParse \"///a\" | urlJoin }}", "///a"},
    {"{{ urlParse \"////a\" | urlJoin }}", "////a"},
    {"{{ urlParse \"x:///p\" | urlJoin }}", "x:///p"},
    {"{{ urlParse \"x:////p\" | urlJoin }}", "x:////p"},
    {"{{ urlParse \"http://\" | urlJoin }}", "http:"},
    {"{{ urlParse \"http:\" | urlJoin }}", "http:"},
    {"{{ urlParse \"http:///\" | urlJoin }}", "http:///"},
    {"{{ urlParse \"1http://a\" | urlJoin }}",
     "! 1:3 <urlParse \"1http://a\">: error calling urlParse: unable to parse url: parse \"1http://a\": "
     "first path segment in URL cannot contain colon"},
    {"{{ urlParse \"a+b-c.d://h\" | urlJoin }}", "a+b-c.d://h"},
    {"{{ urlParse \"a_b://h\" | urlJoin }}",
     "! 1:3 <urlParse \"a_b://h\">: error calling urlParse: unable to parse url: parse \"a_b://h\": first "
     "path segment in URL cannot contain colon"},
    {"{{ urlParse \"a:b/c\" | urlJoin }}", "a:b/c"},
    {"{{ urlParse \"./a:b\" | urlJoin }}", "./a:b"},
    {"{{ urlParse \"a/b:c\" | urlJoin }}", "a/b:c"},
    {"{{ urlParse \"http://h#\" | urlJoin }}", "http://h"},
    {"{{ urlParse \"http://h#a#b\" | urlJoin }}", "http://h#a%23b"},
    {"{{ urlParse \"http://h/#%zz\" | urlJoin }}",
     "! 1:3 <urlParse \"http://h/#%zz\">: error calling urlParse: unable to parse url: parse "
     "\"http://h/#%zz\": invalid URL escape \"%zz\""},
    {"{{ urlParse \"http://h/%\" | urlJoin }}",
     "! 1:3 <urlParse \"http://h/%\">: error calling urlParse: unable to parse url: parse \"http://h/%\": "
     "invalid URL escape \"%\""},
    {"{{ urlParse \"http://h/%4\" | urlJoin }}",
     "! 1:3 <urlParse \"http://h/%4\">: error calling urlParse: unable to parse url: parse \"http://h/%4\": "
     "invalid URL escape \"%4\""},
    {"{{ urlParse \"http://%41/\" | urlJoin }}",
     "! 1:3 <urlParse \"http://%41/\">: error calling urlParse: unable to parse url: parse \"http://%41/\": "
     "invalid URL escape \"%41\""},
    {"{{ urlParse \"http://%C3%A9/\" | urlJoin }}", "http://%C3%A9/"},
    {"{{ urlParse \"http://\303\251/\" | urlJoin }}", "http://%C3%A9/"},
    {"{{ urlParse \"http://h%25/\" | urlJoin }}", "http://h%25/"},
    {"{{ urlParse \"http://[::1\" | urlJoin }}",
     "! 1:3 <urlParse \"http://[::1\">: error calling urlParse: unable to parse url: parse \"http://[::1\": "
     "missing ']' in host"},
    {"{{ urlParse \"http://::1]\" | urlJoin }}",
     "! 1:3 <urlParse \"http://::1]\">: error calling urlParse: unable to parse url: parse \"http://::1]\": "
     "invalid port \"::1]\" after host"},
    {"{{ urlParse \"http://a[::1]\" | urlJoin }}",
     "! 1:3 <urlParse \"http://a[::1]\">: error calling urlParse: unable to parse url: parse "
     "\"http://a[::1]\": invalid IP-literal"},
    {"{{ urlParse \"http://[1.2.3.4]/\" | urlJoin }}",
     "! 1:3 <urlParse \"http://[1.2.3.4]/\">: error calling urlParse: unable to parse url: parse "
     "\"http://[1.2.3.4]/\": invalid IP-literal"},
    {"{{ urlParse \"http://[::1%25en0]:80/\" | urlJoin }}", "http://[::1%25en0]:80/"},
    {"{{ urlParse \"http://[fe80::1%25%20x]/\" | urlJoin }}", "http://[fe80::1%25%20x]/"},
    {"{{ urlParse \"http://[fe80::1%en0]/\" | urlJoin }}",
     "! 1:3 <urlParse \"http://[fe80::1%en0]/\">: error calling urlParse: unable to parse url: parse "
     "\"http://[fe80::1%en0]/\": invalid URL escape \"%en\""},
    {"{{ urlParse \"http://[x]/\" | urlJoin }}",
     "! 1:3 <urlParse \"http://[x]/\">: error calling urlParse: unable to parse url: parse \"http://[x]/\": "
     "invalid host: ParseAddr(\"x\"): unable to parse IP"},
    {"{{ urlParse \"http://[::1]x\" | urlJoin }}",
     "! 1:3 <urlParse \"http://[::1]x\">: error calling urlParse: unable to parse url: parse "
     "\"http://[::1]x\": invalid port \"x\" after host"},
    {"{{ urlParse \"http://[::1]:\" | urlJoin }}", "http://[::1]:"},
    {"{{ urlParse \"http://[]\" | urlJoin }}",
     "! 1:3 <urlParse \"http://[]\">: error calling urlParse: unable to parse url: parse \"http://[]\": "
     "invalid host: ParseAddr(\"\"): unable to parse IP"},
    {"{{ urlParse \"http://a:80:90/\" | urlJoin }}",
     "! 1:3 <urlParse \"http://a:80:90/\">: error calling urlParse: unable to parse url: parse "
     "\"http://a:80:90/\": invalid port \":80:90\" after host"},
    {"{{ urlParse \"x://a:80:90/\" | urlJoin }}", "x://a:80:90/"},
    {"{{ urlParse \"x://a,b:80,c:90/\" | urlJoin }}", "x://a,b:80,c:90/"},
    {"{{ urlParse \"http://u:p:q@h\" | urlJoin }}", "http://u:p%3Aq@h"},
    {"{{ urlParse \"http://u%40x:p%3A@h\" | urlJoin }}", "http://u%40x:p%3A@h"},
    {"{{ urlParse \"http://u@v@h/\" | urlJoin }}", "http://u%40v@h/"},
    {"{{ urlParse \"http://u\303\251@h\" | urlJoin }}",
     "! 1:3 <urlParse \"http://u\303\251@h\">: error calling urlParse: unable to parse url: parse "
     "\"http://u\303\251@h\": net/url: invalid userinfo"},
    {"{{ urlParse \"http://u p@h\" | urlJoin }}",
     "! 1:3 <urlParse \"http://u p@h\">: error calling urlParse: unable to parse url: parse \"http://u "
     "p@h\": net/url: invalid userinfo"},
    {"{{ urlParse \"http://@h\" | urlJoin }}", "http://h"},
    {"{{ urlParse \"http://:@h\" | urlJoin }}", "http://:@h"},
    {"{{ urlParse \"http://:p@h\" | urlJoin }}", "http://:p@h"},
    {"{{ urlParse \"http://u:@h\" | urlJoin }}", "http://u:@h"},
    {"{{ urlParse \"http://a:/\" | urlJoin }}", "http://a:/"},
    {"{{ urlParse \"http://a:b\" | urlJoin }}",
     "! 1:3 <urlParse \"http://a:b\">: error calling urlParse: unable to parse url: parse \"http://a:b\": "
     "invalid port \":b\" after host"},
    {"{{ urlParse \"http://a@b:c\" | urlJoin }}",
     "! 1:3 <urlParse \"http://a@b:c\">: error calling urlParse: unable to parse url: parse "
     "\"http://a@b:c\": invalid port \":c\" after host"},
    {"{{ urlParse \"http://h/a b\" | urlJoin }}", "http://h/a%20b"},
    {"{{ urlParse \"http://h/\\u00e9\" | urlJoin }}", "http://h/%C3%A9"},
    {"{{ urlParse \"http://h/a\\x7f\" | urlJoin }}",
     "! 1:3 <urlParse \"http://h/a\\x7f\">: error calling urlParse: unable to parse url: parse "
     "\"http://h/a\\x7f\": net/url: invalid control character in URL"},
    {"{{ urlParse \"http://h\\n/\" | urlJoin }}",
     "! 1:3 <urlParse \"http://h\\n/\">: error calling urlParse: unable to parse url: parse "
     "\"http://h\\n/\": net/url: invalid control character in URL"},
    {"{{ urlParse \"http://h?a b&c=d#e f\" | urlJoin }}", "http://h?a b&c=d#e%20f"},
    {"{{ urlParse \"http://h?#\" | urlJoin }}", "http://h"},
    {"{{ urlParse \"http://h/?\" | urlJoin }}", "http://h/"},
    {"{{ urlParse \"x:?\" | urlJoin }}", "x:"},
    {"{{ urlParse \"x:#f\" | urlJoin }}", "x:#f"},
    {"{{ urlParse \"x:a?b#c\" | urlJoin }}", "x:a?b#c"},
    {"{{ urlParse \"x:%zz\" | urlJoin }}", "x:%zz"},
    {"{{ urlParse \"http://h/a;b,c=d!e'f(g)*h\" | urlJoin }}", "http://h/a;b,c=d%21e%27f%28g%29%2Ah"},
    {"{{ urlParse \"http://h<>\\\"/\" | urlJoin }}", "http://h<>\"/"},
    {"{{ urlParse \"http://h\\\"/\" | urlJoin }}", "http://h\"/"},
    {"{{ urlParse \"http://h^/\" | urlJoin }}",
     "! 1:3 <urlParse \"http://h^/\">: error calling urlParse: unable to parse url: parse \"http://h^/\": "
     "invalid character \"^\" in host name"},
    {"{{ urlParse \"http://h`/\" | urlJoin }}",
     "! 1:3 <urlParse \"http://h`/\">: error calling urlParse: unable to parse url: parse \"http://h`/\": "
     "invalid character \"`\" in host name"},
    {"{{ urlParse \"http://h\\\\/\" | urlJoin }}",
     "! 1:3 <urlParse \"http://h\\\\/\">: error calling urlParse: unable to parse url: parse "
     "\"http://h\\\\/\": invalid character \"\\\\\" in host name"},
    {"{{ urlParse \"http://h{/\" | urlJoin }}",
     "! 1:3 <urlParse \"http://h{/\">: error calling urlParse: unable to parse url: parse \"http://h{/\": "
     "invalid character \"{\" in host name"},
    {"{{ urlParse \"http://h|/\" | urlJoin }}",
     "! 1:3 <urlParse \"http://h|/\">: error calling urlParse: unable to parse url: parse \"http://h|/\": "
     "invalid character \"|\" in host name"},
    {"{{ urlParse \"/a:b\" | urlJoin }}", "/a:b"},
    {"{{ urlParse \"a%20b\" | urlJoin }}", "a%20b"},
    {"{{ urlParse \"#%41%42%20\" | urlJoin }}", "#AB%20"},
    {"{{ urlParse \"#f g\" | urlJoin }}", "#f%20g"},
    {"{{ urlParse \"http://u!$&'()*+,;=:p@h/\" | urlJoin }}", "http://u%21$&%27%28%29%2A+,;=:p@h/"},
    {"{{ urlParse \"http://u:p!$&'()*+,;=@h/\" | urlJoin }}", "http://u:p%21$&%27%28%29%2A+,;=@h/"},
    {"{{ urlParse \"http://h/$&+,/:;=@?\" | urlJoin }}", "http://h/$&+,/:;=@"},
    {"{{ urlParse \"HTTPS://h:1:2\" | urlJoin }}",
     "! 1:3 <urlParse \"HTTPS://h:1:2\">: error calling urlParse: unable to parse url: parse "
     "\"HTTPS://h:1:2\": invalid port \":1:2\" after host"},
    {"{{ urlParse \"http://h:-1\" | urlJoin }}",
     "! 1:3 <urlParse \"http://h:-1\">: error calling urlParse: unable to parse url: parse \"http://h:-1\": "
     "invalid port \":-1\" after host"},
    {"{{ urlParse \"ftp://h:1:x\" | urlJoin }}",
     "! 1:3 <urlParse \"ftp://h:1:x\">: error calling urlParse: unable to parse url: parse \"ftp://h:1:x\": "
     "invalid port \":x\" after host"},
    {"{{ urlParse \"http://[::ffff:1.2.3.4]/\" | urlJoin }}", "http://[::ffff:1.2.3.4]/"},
    {"{{ urlParse \" http://h\" | urlJoin }}",
     "! 1:3 <urlParse \" http://h\">: error calling urlParse: unable to parse url: parse \" http://h\": "
     "first path segment in URL cannot contain colon"},
    {"{{ urlParse \"http ://h\" | urlJoin }}",
     "! 1:3 <urlParse \"http ://h\">: error calling urlParse: unable to parse url: parse \"http ://h\": "
     "first path segment in URL cannot contain colon"}};

static void what_was_taken_apart_is_put_together(void **state)
{
    CHECK(back);
}

static const struct template_case joined[] = {
    {"{{ urlParse  }}", "! 1:3 <urlParse>: wrong number of args for urlParse: want 1 got 0"},
    {"{{ urlJoin  }}", "! 1:3 <urlJoin>: wrong number of args for urlJoin: want 1 got 0"},
    {"{{ urlParse 5 }}", "! 1:12 <5>: expected string; found 5"},
    {"{{ urlJoin 5 }}", "! 1:11 <5>: can't handle 5 for arg of type map[string]interface {}"},
    {"{{ urlParse nil }}", "! 1:12 <nil>: cannot assign nil to string"},
    {"{{ urlJoin nil }}", ""},
    {"{{ urlParse .Values.nope }}",
     "! 1:19 <.Values.nope>: wrong type for value; expected string; got interface {}"},
    {"{{ urlJoin .Values.nope }}",
     "! 1:18 <.Values.nope>: wrong type for value; expected map[string]interface {}; got interface {}"},
    {"{{ urlParse .Values.m }}",
     "! 1:19 <.Values.m>: wrong type for value; expected string; got map[string]interface {}"},
    {"{{ urlJoin .Values.m }}", ""},
    {"{{ urlParse .Values.s }}", "map[fragment: host: hostname: opaque: path:text query: scheme: userinfo:]"},
    {"{{ urlJoin .Values.s }}",
     "! 1:18 <.Values.s>: wrong type for value; expected map[string]interface {}; got string"},
    {"{{ urlJoin (dict \"scheme\" \"http\" \"host\" \"h\" \"path\" \"p\") }}", "http://h/p"},
    {"{{ urlJoin (dict \"host\" \"h\") }}", "//h"},
    {"{{ urlJoin (dict \"path\" \"a:b/c\") }}", "./a:b/c"},
    {"{{ urlJoin (dict \"path\" \"a/b:c\") }}", "a/b:c"},
    {"{{ urlJoin (dict \"scheme\" \"x\" \"opaque\" \"o p\" \"query\" \"q\" \"fragment\" \"f g\") }}",
     "x:o p?q#f%20g"},
    {"{{ urlJoin (dict \"userinfo\" \"u:p\" \"host\" \"h\") }}", "//u:p@h"},
    {"{{ urlJoin (dict \"userinfo\" \"u\") }}", "//u@"},
    {"{{ urlJoin (dict \"userinfo\" \"u/v\" \"host\" \"h\") }}", "//h"},
    {"{{ urlJoin (dict \"userinfo\" \"u v\") }}",
     "! 1:3 <urlJoin (dict \"userinfo\" \"u v\")>: error calling urlJoin: unable to parse userinfo in dict: "
     "parse \"proto://u v@host\": net/url: invalid userinfo"},
    {"{{ urlJoin (dict \"userinfo\" \"%zz\") }}",
     "! 1:3 <urlJoin (dict \"userinfo\" \"%zz\")>: error calling urlJoin: unable to parse userinfo in dict: "
     "parse \"proto://%zz@host\": invalid URL escape \"%zz\""},
    {"{{ urlJoin (dict \"userinfo\" \"u:p:q\" \"scheme\" \"s\") }}", "s://u:p%3Aq@"},
    {"{{ urlJoin (dict \"scheme\" 5) }}",
     "! 1:3 <urlJoin (dict \"scheme\" 5)>: error calling urlJoin: unable to parse scheme key, must be of "
     "type string, but int found"},
    {"{{ urlJoin (dict \"host\" nil) }}", "! 1:3 <urlJoin (dict \"host\" nil)>: error calling urlJoin: "
                                          "runtime error: invalid memory address or nil pointer dereference"},
    {"{{ urlJoin (dict \"path\" (list)) }}",
     "! 1:3 <urlJoin (dict \"path\" (list))>: error calling urlJoin: unable to parse path key, must be of "
     "type string, but slice found"},
    {"{{ urlJoin (dict \"path\" true \"query\" 5) }}",
     "! 1:3 <urlJoin (dict \"path\" true \"query\" 5)>: error calling urlJoin: unable to parse path key, "
     "must be of type string, but bool found"},
    {"{{ urlJoin (dict \"query\" 1.5) }}",
     "! 1:3 <urlJoin (dict \"query\" 1.5)>: error calling urlJoin: unable to parse query key, must be of "
     "type string, but float64 found"},
    {"{{ urlJoin (dict \"fragment\" (dict)) }}",
     "! 1:3 <urlJoin (dict \"fragment\" (dict))>: error calling urlJoin: unable to parse fragment key, must "
     "be of type string, but map found"},
    {"{{ urlJoin (dict \"path\" \"*\") }}", "*"},
    {"{{ urlJoin (dict \"path\" \"/\303\251 \303\274?#%[]\") }}", "/%C3%A9%20%C3%BC%3F%23%25%5B%5D"},
    {"{{ urlJoin (dict \"host\" \"\303\251 h[]<>@/\") }}", "//%C3%A9%20h[]<>%40%2F"},
    {"{{ urlJoin (dict \"scheme\" \"a b\" \"path\" \"p\") }}", "a b://p"},
    {"{{ urlJoin (dict \"fragment\" \"!()*[]{}?/\303\251\") }}", "#!()*%5B%5D%7B%7D?/%C3%A9"},
    {"{{ urlJoin (dict \"scheme\" \"http\" \"path\" \"\") }}", "http:"},
    {"{{ urlJoin (dict \"scheme\" \"http\") }}", "http:"},
    {"{{ urlJoin (dict \"scheme\" \"http\" \"path\" \"/p\") }}", "http:///p"},
    {"{{ urlJoin (dict \"hostname\" \"x\") }}", ""},
    {"{{ urlJoin (dict \"path\" \"//h/p\") }}", "//h/p"},
    {"{{ urlJoin (dict \"path\" \"/p\" \"userinfo\" \"a?b\") }}", "/p"},
    {"{{ urlJoin (dict \"path\" \"a\" \"userinfo\" \"a#b\") }}", "a"},
    {"{{ urlJoin (dict \"scheme\" .Values.l) }}",
     "! 1:3 <urlJoin (dict \"scheme\" .Values.l)>: error calling urlJoin: unable to parse scheme key, must "
     "be of type string, but slice found"},
    {"{{ urlJoin (dict \"query\" (int64 5)) }}",
     "! 1:3 <urlJoin (dict \"query\" (int64 5))>: error calling urlJoin: unable to parse query key, must be "
     "of type string, but int64 found"}};

static void parts_that_are_missing_or_odd_are_joined(void **state)
{
    CHECK(joined);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        CASE_TEST(a_url_is_taken_apart_or_the_fault_told),
        CASE_TEST(what_was_taken_apart_is_put_together),
        CASE_TEST(parts_that_are_missing_or_odd_are_joined),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
