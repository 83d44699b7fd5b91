"""What random templates are made of: the functions with what they take, and words of every kind."""

# Parameters: s text, S short text, n number, a anything, m map, l list, b bool, p a pattern, f a printf
# format, y YAML text, j JSON text, o TOML text, e base64, t a template as text, v a version, c a version's constraint, u a URL,
# d a duration, k a key, w a kind or type, x a small count, L a layout of a time, D a time, Z a zone,
# q what compares. A star: none or more.
FUNCTIONS = {
    # Go's own
    "and": "aa*", "or": "aa*", "not": "a", "eq": "qq*", "ne": "qq", "lt": "qq", "le": "qq", "gt": "qq", "ge": "qq", "len": "a",
    "index": "ak*", "slice": "sxx", "print": "a*", "println": "a*", "printf": "fa*", "html": "a*", "js": "a*", "urlquery": "a*",
    # text
    "trim": "s", "trimAll": "ss", "trimPrefix": "Ss", "trimSuffix": "Ss", "upper": "s", "lower": "s", "title": "s", "untitle": "s",
    "repeat": "xs", "substr": "xxs", "nospace": "s", "trunc": "xs", "contains": "Ss", "hasPrefix": "Ss", "hasSuffix": "Ss", "quote": "a*",
    "squote": "a*", "cat": "a*", "indent": "xs", "nindent": "xs", "replace": "SSs", "plural": "ssx", "initials": "s", "abbrev": "xs",
    "abbrevboth": "xxs", "wrap": "xs", "wrapWith": "xSs", "snakecase": "s", "camelcase": "s", "kebabcase": "s", "swapcase": "s",
    "toString": "a", "toStrings": "l", "join": "Sl", "split": "Ss", "splitList": "Ss", "splitn": "Sxs", "sortAlpha": "l",
    "b64enc": "s", "b64dec": "s", "b32enc": "s", "b32dec": "s", "sha1sum": "s", "sha256sum": "s", "sha512sum": "s", "adler32sum": "s",
    # numbers
    "int": "n", "int64": "n", "float64": "n", "atoi": "s", "toDecimal": "s", "add": "nn*", "add1": "n", "sub": "nn", "div": "nn",
    "mod": "nn", "mul": "nn*", "max": "nn*", "min": "nn*", "maxf": "nn*", "minf": "nn*", "biggest": "nn*", "floor": "n", "ceil": "n", "round": "nx*",
    "addf": "nn*", "add1f": "n", "subf": "nn*", "divf": "nn*", "mulf": "nn*", "until": "x", "untilStep": "xxx", "seq": "xx*",
    # lists
    "list": "a*", "tuple": "a*", "first": "l", "last": "l", "rest": "l", "initial": "l", "append": "la", "push": "la", "prepend": "la",
    "concat": "ll*", "reverse": "l", "uniq": "l", "without": "la*", "has": "al", "compact": "l", "chunk": "xl", "mustFirst": "l",
    "mustLast": "l", "mustRest": "l", "mustInitial": "l", "mustAppend": "la", "mustPush": "la", "mustPrepend": "la", "mustReverse": "l",
    "mustUniq": "l", "mustWithout": "la*", "mustHas": "al", "mustCompact": "l", "mustChunk": "xl", "mustSlice": "lxx",
    # maps
    "dict": "ka*", "get": "mk", "set": "mka", "unset": "mk", "hasKey": "mk", "pluck": "km*", "keys": "m*", "values": "m", "pick": "mk*",
    "omit": "mk*", "merge": "mm*", "mergeOverwrite": "mm*", "mustMerge": "mm", "mustMergeOverwrite": "mm", "deepCopy": "a",
    "mustDeepCopy": "a", "dig": "kam", "deepEqual": "aa",
    # kinds and choices
    "default": "aa", "coalesce": "a*", "empty": "a", "ternary": "aab", "all": "a*", "any": "a*", "kindOf": "a", "kindIs": "wa",
    "typeOf": "a", "typeIs": "wa", "typeIsLike": "wa", "required": "Sa", "fail": "S", "lookup": "ssss", "hello": "", "getHostByName": "s",
    # other texts
    "toYaml": "a", "toYamlPretty": "a", "fromYaml": "y", "fromYamlArray": "y", "toJson": "a", "mustToJson": "a", "toRawJson": "a",
    "mustToRawJson": "a", "toPrettyJson": "a", "mustToPrettyJson": "a", "fromJson": "j", "mustFromJson": "j", "fromJsonArray": "j",
    "toToml": "a", "fromToml": "o", "regexMatch": "ps", "mustRegexMatch": "ps", "regexFind": "ps", "mustRegexFind": "ps",
    "regexFindAll": "psx", "mustRegexFindAll": "psx", "regexReplaceAll": "psS", "mustRegexReplaceAll": "psS",
    "regexReplaceAllLiteral": "psS", "mustRegexReplaceAllLiteral": "psS", "regexSplit": "psx", "mustRegexSplit": "psx",
    "regexQuoteMeta": "s", "semverCompare": "cv", "semver": "v", "base": "s", "dir": "s", "clean": "s", "ext": "s", "isAbs": "s", "osBase": "s",
    "osDir": "s", "osClean": "s", "osExt": "s", "osIsAbs": "s", "urlParse": "u", "urlJoin": "m", "duration": "n",
    "durationRound": "d", "toDate": "Ls", "mustToDate": "LD", "unixEpoch": "D", "include": "Ta", "tpl": "ta", "dateModify": "dD",
    "mustDateModify": "dD", "date_modify": "dD", "must_date_modify": "dD", "htmlDate": "D", "htmlDateInZone": "DZ", "date": "LD",
    "dateInZone": "LDZ", "date_in_zone": "LDZ", "mustToYaml": "a", "mustToToml": "a", "trimall": "ss", "call": "a*",
    # keys; derivePassword would take Helm longer than it is waited for
    "decryptAES": "se", "buildCustomCert": "ee",
    # spans of time (Helm 4)
    "mustToDuration": "d", "durationNanoseconds": "d", "durationMicroseconds": "d", "durationMilliseconds": "d", "durationSeconds": "d",
    "durationMinutes": "d", "durationHours": "d", "durationDays": "d", "durationWeeks": "d", "durationRoundTo": "dd", "durationTruncateTo": "dd",
}

TEXTS = ["yes", "off", "Null", "0o17", "1:60", "2001-01-01", "=", "<<", "? a", "*a", "&a", "!a", "%a", "@a", "`", "|", ">", "a #b", "#", "a:", ": a", "-a", "? ", "[a", "{a}", ",", "1e400",
         "\u0085", "\x00", "\x1b[0m", "\xff", "a" * 90, "a b " * 30, "line one\nline two\n\n", " lead", "trail ", "\ta", "a\tb", "a: b\nc: 'd'\n", "# c", "\U0001f468\u200d\U0001f469", "e\u0301", "Σς", "ŉ", "ß ss",
         "ABCdefGHI", "HTTPServer2Go", "x_y__z", "foo--bar", "a1b2", "1a", "first_name last-name", "2h45m", "P1D", "1.50", "1e21", "100000000000000000000", "-9223372036854775809", "0x", "1 000", "١٢", "10.0.0.0/8", "500m",
         "..", "../a", "a//b", "/", "C:\\\\a", "a/b.tar.gz", ".hidden", "a.", "MFRGG===", "YQ==", "YQ", "====", "Y W J j", "", "a", "b", "abc", "hello world", "Foo Bar", "fooBar", "foo_bar-baz", "a,b,c", "a.b", "1", "0", "12", "08", "0777", "0x1F", "-5", "1.5", "1e3",
         "true", "no", "null", "~", " x ", "\t", "a\nb", "a\nb\n", "\n", "it's", 'say "hi"', "é", "ééé", "日本", "😀", "\x07", "\x7f", "<&>", "{{", "a b  c",
         "ABC", "aBc dEf", "a: 1", "- x", "[1, 2]", "k: v\nl: [1]", '{"a":1}', "http://u:p@h:80/p?q=1#f", "/a/b/../c.txt", "1.2.3", "v1.2.3-rc.1+b", "%d%%",
         "\\", "a\\b", "$1", "xx" * 12, "word " * 20, "\u00a0", "\u2028", "ǅ", "ß", "ﬁ", "İ", "٣", "\ufeff", "a\r\nb", "<no value>", "-", "--", "9223372036854775808",
         "99999999999", "0b11", "0o17", "1_000", "inf", "NaN", "+1", ".5", "5.", "YWJj", "!!", "h", "s", "1h30m"]
NUMBERS = ["1e", "0x", "0b2", "08", "09.5", "0x1p4", "0x1p-2", "0x_1F", "1__0", "1e+3", "+1", "-0x1F", "1.e2", "0o8", "1_000.5", "00", "0_7",
           "'\\n'", "'\\x41'", "'é'", "'\\u00e9'", "'\\''", "''", "'ab'", "1E3", "0X1f", "0B1", "0O7", "18446744073709551615", "1e400", "0.0", "-0", "5e-324",
           "0", "1", "2", "3", "-1", "7", "10", "1.0", "1.5", "-2.5", "0.1", "1e3", "1e6", "1000000", "123456789", "0x1F", "0b11", "0o17", "017", "1_000", "'a'",
           "9223372036854775807", "-9223372036854775808", "1e20", "1e-7", "0.5", "2.5", "100", "1e100", "3.0", "-0.0", "9007199254740993", "1e308"]
SMALL = ["0", "1", "2", "3", "5", "-1", "-3", "10", "4", "2", "1"]
KEYS = ["A", "a b", "-", "true", "null", "日本", "x\ny", "'", "a", "b", "c", "x", "y", "k", "", "a.b", "1", "nope", "é"]
FORMATS = ["%v", "%s", "%d", "%q", "%x", "%t", "%5d", "%-5s|", "%05d", "%.2f", "%g", "%e", "%+v", "%#v", "%T", "%c", "%U", "%o", "%b", "%X", "%%", "%!", "%", "%5.1f", "%-8v|",
           "%08.3f", "%+d", "% d", "%x", "%#x", "%6v|", "%.3s", "%.2q", "%[2]v %[1]v", "%[3]v", "%*d", "%z", "%v %v", "a%vb%vc", "%5t|", "%#q", "%+q", "% x", "%G", "%E", "%F",
           "%#o", "%O", "%-5d|", "%p", "%w", "%3c|", "%#U", "%.0f", "%.10g", "%010.2f", "%+.1e", "%.v", "%2$d", "%-05d|", "%+5d"]
PATTERNS = ["a|b|", "[^a-z]", "(?i:é)", "\\\\W+", "(.)(.)", "(?P<a>.)(?P<b>.)", "(?<n>a)", "a{,2}", "a{2,}", "a{2,1}", "{", "a{", "]", "[]a]", "[^]a]", "[a-]", "[-a]", "[\\\\d-z]", "[[:word:]]+", "[[:foo:]]", "\\\\pN", "\\\\p{Greek}", "\\\\PL",
            "\\\\p{Nope}", "(?U)a+", "(?-s).", "(?i)ß", "\\\\B", "\\\\z$", "^", "$", "(?m)^", "(?m)$", "(?:)", "()", "a*?", "(a*)*", "(a|b)*?c", "\\\\x{1F600}", "\\\\x{110000}", "\\\\07", "\\\\8", "\\\\t\\\\n", "\\\\e", "\\\\_", "(?", "(?P<", "(?P<1>a)", "(?P<a>.)(?P<a>.)", ")", "+", "*a", "a++", "a?+", "x{2}{3}",
            "[z", "[", "\\\\", "(?z)a", "(?i", "[\\\\pL\\\\d]+", "\\\\D\\\\S", "日?本", "[日-本]", ".{3}", "(.*)(\\\\d+)", "(?s).*", "[[:^digit:]]+", "\\\\R", "\\\\h", "\\\\K", "(?>a)", "(?=a)", "(?<=a)b", "(?#c)", "\\\\G", "\\\\X", "(?|a)", "a{1000}", "(a{30}){40}", "a", "[a-z]+", "(a)(b)?", "^a.*$", "\\\\d+", "x*", "(?i)ABC", "[^.]+", "a|b", "(", "(?!a)", "\\\\bfoo", "(?P<n>o+)", "a{2,3}", "[[:alpha:]]", "\\\\pL+", ".", "", "\\\\s",
            "a**", "(?s)a.b", "(?m)^b$", "[\\\\w-]+", "\\\\Aa", "o.?o", "(a+)(b+)", "a+?", "\\\\x41", "[é]", "\\\\z", "(|a)*", "\\\\1", "[b-a]", "x{1001}", "\\\\Qa.b\\\\E", "(?:a|b)+", "\\\\C"]
REPLACEMENTS = ["${12}", "$10", "$a$b", "${a}${b}", "$1_", "$ 1", "\\\\$1", "$$1", "${}", "$é", "[$0]", "$1", "${1}W", "$1x", "$0", "$$", "x", "", "${n}", "$n", "$", "${", "\\\\1", "$2$1", "${1"]
VERSIONS = ["1.2.3-", "1.2.3+", "1.2.3-rc.01", "1.2.3-a..b", "v", "V1.2.3", "1.02.3", "1.2.-3", "99999999999999999999.0.0", "18446744073709551615.1.1", "1.2.3-rc.1.2", "1.2.3-rc", "1.2.3-RC.1", "2.0.0-0", "0.0.0", "0.1.2-beta", "1.28.4+k3s1", "1.2.3+b.01", "1.2.3 4", "١.2.3",
            "1.2.3-é", "1..2", ".1.2", "1.2.", "1.2.3", "v1.2.3", "1.2", "1", "1.2.3-rc.1", "1.2.3+b", "v1.37.0", "01.2.3", "1.2.3.4", "x", "", "1.2.3-0", "v1.36.0-gke.1", "1.0.0-alpha.beta", " 1.2.3", "1.2.3 "]
CONSTRAINTS = ["~", "^", "~1", "~1.2-0", "~1.x", "^0.0.3", "^0.0", "^1.x.x", ">1.x", "<=1.x", ">=1.x.x", "=1.x", "!=1.x", "!=1.2", "*.1", "1.*.3", "1.2.x-rc", "1.2 -1.4", "1.2-1.4", "1 - 2 || >3", ">=1.2.3 <2.0.0 || ~3.1", ">=v1.2.3-alpha", "~> 2.0", "=", "==1", "><1",
              "1.2.3 1.2.3", "1.2.3,1.2.4", " 1.2.3 ", "||1.2.3", "1.2.3||", ">= 1.2, != 1.3.0, < 2", "<1.2.3-rc.2", ">0", "X", "^1.2.3+b", "1.2.3.4", ">=1.2.3-0 <1.3.0-0", "~0", "<>1", "!1", "≥1", ">=1.29", ">=1.29-0", "^1.2", "~1.2.3", "1.x", "*", "", ">1 <2", ">1, <2", "1.2.3 || 2.x", "!=1.2.3", "=1.2.3", "1.2 - 1.4", "x", ">=", "^0.1.2", "~>1.2", "=<1.3", "=>1.2", "^0", "~0.0",
               ">=1.2.3-0", "^1.2.3-beta.2", "<=1.2", "<1", ">v1.2", "1.2.*", "^x", "> 1.0.0 || < 0.5", "1.2.3,", "||", ">=1.2.3-rc.1 <2"]
KINDS = ["[]int", "chartutil.Values", "uint8", "[]uint8", "float", "struct", "semver.Version", "*semver.Version", "engine.files", "map[string]string", "[][]interface {}", "time.Time", "", "string", "int", "int64", "float64", "bool", "map", "slice", "invalid", "ptr", "map[string]interface {}", "[]interface {}", "[]string", "<nil>", "interface {}", "*int"]
YAMLS = ["a: ~", "a: 0o17", "a: 017", "a: 1_000", "a: .inf", "a: .nan", "1: x", "true: x", "null: x", "1.5: x", "? a\n: b", "a: &x 1\nb: *x", "<<: {a: 1}\nb: 2", "a: >\n  x\n  y\n\n  z\n", "a: 'x\n  y'", "a: \"\\\\u00e9\\\\n\"", "a: 12345678901234567890", "a: -0", "a: 1e3", "a: 0x1F",
         "a: !!float 1", "a: !!binary YQ==", "a: !!int 'x'", "a: !x y", "[a, b", "{a: b", "a: b\n c: d", "a\nb: c", "- a\nb: c", "a: |2\n   x", "a: @b", "a: `b", "a: %b", "%YAML 1.1\n---\na: 1", "--- a", "...", "a: 1\n...\nb: 2", "# c", "a: # c", "a: b # c", "a:\n  - 1\n  -", "a:\tb", "\ta: 1", "é: ü", "\ufeffa: 1",
         "a: 2001-01-01T00:00:00Z", "a: 1:30", "a: off", "[1, 2.0, 1e2, 0x1]", "- {a: 1}\n- [b]\n- ~", "'a': \"b\"", "a: 'b", "a: \"b", "a: 1\nA: 2", "a: {a: 1, a: 2}", "[]", "{}", "a: []\nb: {}", "x", "a: 9007199254740993", "a: 1.0", "a: 100000000000000000000000", "\x00", "a: \x07", "? [a]\n: b", "[a]: b", "{a: b}: c", "a: 1", "- 1\n- b", "a: [", "x: {y: [1, null, 1.5]}", "", "null", "5", "a: b: c", "'q'", "a: 1\na: 2", "a: 2001-01-01", "a: |\n  x\n  y\n", "true", "a: yes", "{a: 1e6, b: 0x10}", "- - x",
         "&a a: *b", "a: !!str 5", "\t", "---\na: 1\n---\nb: 2"]
JSONS = ["{}", "[]", "[[1],{}]", "{\"a\":1,\"a\":2}", "1.0", "1e3", "-0", "0.1e-7", "123456789012345678901234567890", "\"\\\\ud83d\\\\ude00\"", "\"\\\\ud83d\"", "\"\\\\q\"", "\"\\\\u00g0\"", "tru", "[1,]", "[,1]", "{\"a\":1 \"b\":2}", "{1:2}", "{\"a\":}", "+1", ".5", "5.", "1e", "1.e1", " 1 ", "1 2", "\t[\n1\n]\r", "[1]]", "'a'", "NaN", "Infinity",
         "\"a\tb\"", "\"<&>\"", "\"\\\\u2028\"", "{\"a\":null}", "\"abc", "[\"a\", true, {\"b\": []}]", "\u00a01", "\ufeff1", "{\"b\":1,\"a\":2}", '{"a":1}', '[1,"b",null]', "x", "", '{"a":', "5", '"s"', '{"a":{"b":[1.5,1e6]}}', "null", "[1,", "true", '{"a":1}x', '{"a":1,}', '"\\\\u00e9"', "1e400", "[1 2]", "nul", "{a:1}", '{"a" 1}', "-", '"\n"', "01"]
URLS = ["http://h", "http://h/", "http://h?", "http://h#", "http://h/?a=b&c=d+e%20f#é", "http://user@h", "http://user:@h", "http://:p@h", "http://u:p:q@h", "http://u%40:p%3a@h:8080", "h:80", "1h://a", "a1+.-://x", "http:/a", "http:a", "http://h:65536", "http://h:", "http://[fe80::1%25en0]/", "http://[::1", "http://::1/", "?a", "#f", "/a/../b", "http://h/a b", "http://h/%", "http://h/%2", "http://h/%zz",
        "http://h%20x/", "http://h/é", "HTTP://É/", "http://h\n/", "*", "ftp://h;x/", "data:text/plain,a%20b", "http://a@b@c/", "http://h/a?b#c#d", "http://h/;a=b", " http://h", "file:///etc/x", "urn:a:b", "http://h/a%2Fb/c", "http://<h>/", "http://h\"/", "http://a.b:80/c?d=e#f", "http://u:p@h/", "a/b", "", "mailto:x@y", "//h/p", "http://[::1]:8/", "http://a b", ":", "%zz", "http://h:x/", "HTTP://H/%41?%zz", "s://h/a%2fb", "x:/p", "http://u@h?q"]
DURATIONS = ["1h", "0s", "-1h30m", "1us", "1µs", "100ms", "1ns", ".5h", "1.h", "1h1", "h", "+1m", "1d", "9223372036854775807ns", "9223372036854775808ns", "-9223372036854775808ns", "2562047h47m16.854775807s", "2562048h", "8760h", "730h", "24h", "59s", "1h 2m", "1e3s", "-", "--1s", "1.5.5s", "0.000000001s", "0.0000000001s", "1h-2m", "1h2m3s", "90s", "0", "2400h", "1", "x", "", "1.5h", "-3m"]
LAYOUTS = ["2006-01-02", "2006-01-02T15:04:05Z07:00", "Mon Jan _2 15:04:05 2006", "02 Jan 06 15:04 MST", "3:04PM", "Jan _2 15:04:05.000", "2006-01-02 15:04:05.999999999 -0700 MST", "Monday, 02-Jan-06 15:04:05 MST", "", "x", "2006",
           "1/2/6", "01/02/06", "__2 002", "January", "pm", "PM15", "Z0700", "Z07:00:00", "-07", "-07:00:00", ".000", ",999", "05.00", "2006002", "Monday", "Jan", "é 2006", "20060102150405", "5 4 3 2 1", "15h04", "%Y-%m-%d", "MST", "05.000000", "_2", "2"]
DATES = ["2001-02-03", "2024-02-29T12:34:56Z", "2024-02-29T12:34:56.789+02:00", "Thu Feb  4 21:00:57 2010", "04 Feb 10 21:00 UTC", "9:05PM", "2010-02-30", "2010-13-01", "x", "", "0001-01-01", "9999-12-31", "1969-12-31", "2010-2-3", "Feb  4 21:00:57.012", "2010-02-04 21:00:57.012345678 -0800 PST", "2010", "60", "Z", "2024-02-29T24:00:00Z",
         "2024-12-30", "2000-06-15"]
ZONES = ["UTC", "Local", "", "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Nope", "utc", "GMT", "../etc/passwd"]
TIMES = ["1700000000", "0", "-1", "951782400", "4102444800"]
# What .Values, .Files and the rest can be asked, and what times and versions can.
METHODS = [".Values.AsMap", ".Values.YAML", ".Values.Table \"m\"", ".Values.Table \"m.b\"", ".Values.Table \"nope\"", ".Values.PathValue \"m.b.x\"", ".Values.PathValue \"m\"", ".Values.PathValue \"\"", ".Values.Nope 1", ".Values.AsMap.m.a",
           ".Files.Get \"a.txt\"", ".Files.Get \"nope\"", ".Files.GetBytes \"a.txt\"", ".Files.Lines \"a.txt\"", ".Files.Lines \"nope\"", ".Files.Lines \"empty\"", "(.Files.Glob \"conf/*\").AsConfig", "(.Files.Glob \"**\").AsSecrets", "(.Files.Glob \"nope\").AsConfig", ".Files.Glob \"**.{yaml,txt}\"", ".Files.Glob \"[\"",
           ".Files.Glob \"*\"", ".Files", ".Files.Get", ".Files.Get 1", ".Files.Nope", ".Files.AsConfig", "(.Files.Get \"conf/b.yaml\") | fromYaml", "tpl (.Files.Get \"t.tpl\") .", ".Files.Glob \"conf/?.{yaml,json}\"", "(.Files.Glob \"conf/[a-b].*\").AsConfig", ".Files.Glob \"conf\\\\/*\"",
           ".Capabilities.APIVersions.Has \"apps/v1\"", ".Capabilities.APIVersions.Has \"x\"", ".Capabilities.APIVersions.Has 1", ".Capabilities.KubeVersion.Version", ".Capabilities.KubeVersion.GitVersion", ".Capabilities.KubeVersion", ".Capabilities.KubeVersion.Nope", ".Capabilities.HelmVersion.Version", ".Capabilities.Nope",
           ".Capabilities.APIVersions | len", "index .Capabilities.APIVersions 0", ".Capabilities.KubeVersion.String", ".Capabilities.KubeVersion.Version 1", "semverCompare \">=1.29-0\" .Capabilities.KubeVersion.Version", ".Capabilities.Copy", ".Capabilities.HelmVersion", ".Capabilities.HelmVersion.GitCommit",
           ".Chart", ".Chart.Keywords", ".Chart.Maintainers", ".Chart.Annotations", ".Chart.Annotations.a", ".Chart.Annotations.nope", ".Chart.Annotations.nope.x", ".Chart.Dependencies", ".Chart.Nope", ".Chart.name", ".Chart.AppVersion", ".Chart.Deprecated", ".Chart.IsRoot", ".Chart.Metadata", ".Chart.Type", ".Chart.Sources", ".Chart.KubeVersion",
           "(index .Chart.Maintainers 0).Name", "(index .Chart.Maintainers 0).nope", "index .Chart.Maintainers 9", "(index .Chart.Dependencies 0).Version", "(first .Chart.Maintainers).Email", ".Chart.Validate", ".Chart | toYaml", ".Chart | toJson", ".Chart.Maintainers | toYaml", ".Chart.Metadata.Name", "get .Chart \"Name\"", "hasKey .Chart \"Name\"",
           "index .Chart \"Name\"", "index .Chart.Annotations \"a\"", ".Chart.Keywords | join \",\"", "index .Chart.Keywords 0", "has \"k1\" .Chart.Keywords", ".Chart.Keywords | sortAlpha", "kindOf .Chart", "typeOf .Chart.Maintainers", "len .Chart.Annotations", "keys .Chart.Annotations | sortAlpha",
           ".Subcharts.sub.Values.x", ".Subcharts.sub.Values", ".Subcharts.sub", ".Values.AsMap", "set .Values.AsMap \"n\" 1", "merge .Values.sub .Subcharts.sub.Values", ".Subcharts.sub.Chart.Name", ".Subcharts.nope", ".Subcharts.nope.x", ".Values.sub", ".Values.global", ".Values.sub.global", "include \"sub.h\" .Subcharts.sub", "include \"sub.h\" .", ".Subcharts.sub.Release.Name", ".Subcharts.sub.Files.Get \"s.txt\"", ".Subcharts.sub.Chart.IsRoot",
           ".Release", ".Release.Nope", ".Release.Nope.x", ".Release.IsInstall", ".Release.Service", ".Template", ".Template.Name", ".Template.BasePath", ".Nope", ".Nope.x", "typeOf .Release", "typeOf .Values", "typeOf .", "typeOf .Template", "typeOf .Files", "typeOf .Values.m", "kindOf .Values",
           "(semver \"1.2.3-rc.1+b\").Major", "(semver \"1.2.3-rc.1+b\").Prerelease", "(semver \"v1.2\").Original", "(semver \"1.2.3\").Metadata", "(semver \"1.2.3\").Nope", "(semver \"1.2.3\").Compare (semver \"1.3\")", "(semver \"1.2.3\").LessThan (semver \"1.3\")", "(semver \"1.2.3\").Equal (semver \"1.2.3+b\")",
           "(semver \"1.2.3\").IncMinor", "(semver \"1.2.3\").Compare \"1.3\"", "(semver \"1.2.3\").String", "(semver \"1.2.3\").Major 1", "kindOf (semver \"1.2.3\").Minor", "printf \"%d.%d\" (semver \"1.2.3\").Major (semver \"1.2.3\").Minor", "(semver \"1.2.3\").Major | add 1", "eq (semver \"1.2.3\").Major 1", "(semver \"x\").Major",
           "(toDate \"2006-01-02\" \"2024-02-29\").Year", "(toDate \"2006-01-02\" \"2024-02-29\").YearDay", "(toDate \"2006-01-02\" \"2024-02-29\").Unix", "(toDate \"2006-01-02\" \"2024-02-29\").Format \"Jan\"",
           "(toDate \"2006-01-02\" \"2024-02-29\").Nope", "(toDate \"2006-01-02\" \"2024-02-29\").IsZero", "(toDate \"2006-01-02\" \"2024-02-29\").Before (toDate \"2006-01-02\" \"2025-01-01\")"]
TOMLS = ["a = 1", "", "a = [1, 'x', {b = 2}]", "[[a]]\nb = 1\n[[a]]\nx = 1.0", "[m]\nx = \"\\u00e9\"", "a = 1979-05-27T07:32:00Z", "a.b = true\n[x]\nk = \"\"\"\n y\"\"\"", "a = 1\na = 2", "a = [", "x",
         "a = inf", "a = 07:32", "[a", "a = '", "a = 1e400", "[a]\n[a.b]\n[[a.c]]\n[a]"]
BASE64S = ["", "YWJj", "YW=", "MDEyMzQ1Njc4OWFiY2RlZg==", "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=", "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZQ==",
           "LS0tLS1CRUdJTiBBLS0tLS0KWVdKagotLS0tLUVORCBBLS0tLS0K", "*"]
