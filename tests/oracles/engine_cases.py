"""Random templates and values: every action of the language, every deterministic function, arguments that fit and
arguments that do not. Case(r).record() is VALUES NUL templates/a.yaml NUL templates/_h.tpl."""
import json

# Parameters: s text, S short text, i int, n number, a anything, m map, l list, b bool, p a pattern, f a printf
# format, y YAML text, j JSON text, o TOML text, e base64, t a template as text, v a version, c a version's constraint, u a URL,
# d a duration, k a key, w a kind or type, x a small count. A star: none or more.
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
    "durationRound": "d", "ago": "s", "toDate": "Ss", "mustToDate": "Ss", "unixEpoch": "a", "include": "Ta", "tpl": "ta",
    "htmlDate": "n", "htmlDateInZone": "nS", "date": "Sn", "dateInZone": "SnS", "mustToYaml": "a", "mustToToml": "a",
    # keys; derivePassword would take Helm longer than it is waited for
    "decryptAES": "se", "buildCustomCert": "ee",
    # spans of time (Helm 4)
    "mustToDuration": "d", "durationNanoseconds": "d", "durationMicroseconds": "d", "durationMilliseconds": "d", "durationSeconds": "d",
    "durationMinutes": "d", "durationHours": "d", "durationDays": "d", "durationWeeks": "d", "durationRoundTo": "dd", "durationTruncateTo": "dd",
}

TEXTS = ["", "a", "b", "abc", "hello world", "Foo Bar", "fooBar", "foo_bar-baz", "a,b,c", "a.b", "1", "0", "12", "08", "0777", "0x1F", "-5", "1.5", "1e3",
         "true", "no", "null", "~", " x ", "\t", "a\nb", "a\nb\n", "\n", "it's", 'say "hi"', "é", "ééé", "日本", "😀", "\x07", "\x7f", "<&>", "{{", "a b  c",
         "ABC", "aBc dEf", "a: 1", "- x", "[1, 2]", "k: v\nl: [1]", '{"a":1}', "http://u:p@h:80/p?q=1#f", "/a/b/../c.txt", "1.2.3", "v1.2.3-rc.1+b", "%d%%",
         "\\", "a\\b", "$1", "xx" * 12, "word " * 20, "\u00a0", "\u2028", "ǅ", "ß", "ﬁ", "İ", "٣", "\ufeff", "a\r\nb", "<no value>", "-", "--", "9223372036854775808",
         "99999999999", "0b11", "0o17", "1_000", "inf", "NaN", "+1", ".5", "5.", "YWJj", "!!", "h", "s", "1h30m"]
NUMBERS = ["0", "1", "2", "3", "-1", "7", "10", "1.0", "1.5", "-2.5", "0.1", "1e3", "1e6", "1000000", "123456789", "0x1F", "0b11", "0o17", "017", "1_000", "'a'",
           "9223372036854775807", "-9223372036854775808", "1e20", "1e-7", "0.5", "2.5", "100", "1e100", "3.0", "-0.0", "9007199254740993", "1e308"]
SMALL = ["0", "1", "2", "3", "5", "-1", "-3", "10", "4", "2", "1"]
KEYS = ["a", "b", "c", "x", "y", "k", "", "a.b", "1", "nope", "é"]
FORMATS = ["%v", "%s", "%d", "%q", "%x", "%t", "%5d", "%-5s|", "%05d", "%.2f", "%g", "%e", "%+v", "%#v", "%T", "%c", "%U", "%o", "%b", "%X", "%%", "%!", "%", "%5.1f", "%-8v|",
           "%08.3f", "%+d", "% d", "%x", "%#x", "%6v|", "%.3s", "%.2q", "%[2]v %[1]v", "%[3]v", "%*d", "%z", "%v %v", "a%vb%vc", "%5t|", "%#q", "%+q", "% x", "%G", "%E", "%F",
           "%#o", "%O", "%-5d|", "%p", "%w", "%3c|", "%#U", "%.0f", "%.10g", "%010.2f", "%+.1e", "%.v", "%2$d", "%-05d|", "%+5d"]
PATTERNS = ["a", "[a-z]+", "(a)(b)?", "^a.*$", "\\\\d+", "x*", "(?i)ABC", "[^.]+", "a|b", "(", "(?!a)", "\\\\bfoo", "(?P<n>o+)", "a{2,3}", "[[:alpha:]]", "\\\\pL+", ".", "", "\\\\s",
            "a**", "(?s)a.b", "(?m)^b$", "[\\\\w-]+", "\\\\Aa", "o.?o", "(a+)(b+)", "a+?", "\\\\x41", "[é]", "\\\\z", "(|a)*", "\\\\1", "[b-a]", "x{1001}", "\\\\Qa.b\\\\E", "(?:a|b)+", "\\\\C"]
REPLACEMENTS = ["$1", "${1}W", "$1x", "$0", "$$", "x", "", "${n}", "$n", "$", "${", "\\\\1", "$2$1", "${1"]
VERSIONS = ["1.2.3", "v1.2.3", "1.2", "1", "1.2.3-rc.1", "1.2.3+b", "v1.37.0", "01.2.3", "1.2.3.4", "x", "", "1.2.3-0", "v1.36.0-gke.1", "1.0.0-alpha.beta", " 1.2.3", "1.2.3 "]
CONSTRAINTS = [">=1.29", ">=1.29-0", "^1.2", "~1.2.3", "1.x", "*", "", ">1 <2", ">1, <2", "1.2.3 || 2.x", "!=1.2.3", "=1.2.3", "1.2 - 1.4", "x", ">=", "^0.1.2", "~>1.2", "=<1.3", "=>1.2", "^0", "~0.0",
               ">=1.2.3-0", "^1.2.3-beta.2", "<=1.2", "<1", ">v1.2", "1.2.*", "^x", "> 1.0.0 || < 0.5", "1.2.3,", "||", ">=1.2.3-rc.1 <2"]
KINDS = ["string", "int", "int64", "float64", "bool", "map", "slice", "invalid", "ptr", "map[string]interface {}", "[]interface {}", "[]string", "<nil>", "interface {}", "*int"]
YAMLS = ["a: 1", "- 1\n- b", "a: [", "x: {y: [1, null, 1.5]}", "", "null", "5", "a: b: c", "'q'", "a: 1\na: 2", "a: 2001-01-01", "a: |\n  x\n  y\n", "true", "a: yes", "{a: 1e6, b: 0x10}", "- - x",
         "&a a: *b", "a: !!str 5", "\t", "---\na: 1\n---\nb: 2"]
JSONS = ['{"a":1}', '[1,"b",null]', "x", "", '{"a":', "5", '"s"', '{"a":{"b":[1.5,1e6]}}', "null", "[1,", "true", '{"a":1}x', '{"a":1,}', '"\\\\u00e9"', "1e400", "[1 2]", "nul", "{a:1}", '{"a" 1}', "-", '"\n"', "01"]
TOMLS = ["a = 1", "", "a = [1, 'x', {b = 2}]", "[[a]]\nb = 1\n[[a]]\nx = 1.0", "[m]\nx = \"\\u00e9\"", "a = 1979-05-27T07:32:00Z", "a.b = true\n[x]\nk = \"\"\"\n y\"\"\"", "a = 1\na = 2", "a = [", "x",
         "a = inf", "a = 07:32", "[a", "a = '", "a = 1e400", "[a]\n[a.b]\n[[a.c]]\n[a]"]
BASE64S = ["", "YWJj", "YW=", "MDEyMzQ1Njc4OWFiY2RlZg==", "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=", "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZQ==",
           "LS0tLS1CRUdJTiBBLS0tLS0KWVdKagotLS0tLUVORCBBLS0tLS0K", "*"]
URLS = ["http://a.b:80/c?d=e#f", "http://u:p@h/", "a/b", "", "mailto:x@y", "//h/p", "http://[::1]:8/", "http://a b", ":", "%zz", "http://h:x/", "HTTP://H/%41?%zz", "s://h/a%2fb", "x:/p", "http://u@h?q"]
DURATIONS = ["1h2m3s", "90s", "0", "2400h", "1", "x", "", "1.5h", "-3m", "1us", " 2.5 ", "-1ns", "1e3", "2562047h47m16.854775807s", "1_0"]


def quoted(s):
    out = ['"']
    for c in s:
        if c in '"\\':
            out.append("\\" + c)
        elif c == "\n":
            out.append("\\n")
        elif c == "\t":
            out.append("\\t")
        elif ord(c) < 32 or ord(c) == 127:
            out.append("\\x%02x" % ord(c))
        else:
            out.append(c)
    return "".join(out) + '"'


class Case:
    def __init__(self, r, functions):
        self.r, self.functions = r, functions
        self.variables = ["$"]
        self.in_range = 0
        self.values = {}
        for key in "abcdefgh":
            if r.random() < 0.8:
                self.values[key] = self.tree(2)
        self.values.setdefault("m", {"a": 1, "b": {"x": "y", "c": [1, "z"]}, "k": None})
        self.values.setdefault("l", ["x", 1, None, 1.5, {"a": "b"}])
        self.helpers = [self.define(name) for name in ("h", "g") if r.random() < 0.5]
        self.main = self.body(r.choice([1, 1, 1, 2, 2, 3, 4]), 3)

    def record(self):
        values = json.dumps(self.values, ensure_ascii=False).replace("\x7f", "\\u007f").replace("\ufeff", "\\ufeff")
        return "\0".join([values, self.main, "\n".join(self.helpers)]).encode()

    def tree(self, depth):
        r = self.r
        if depth and r.random() < 0.5:
            items = [self.tree(depth - 1) for _ in range(r.randint(0, 3))]
            return items if r.random() < 0.5 else {r.choice(KEYS): item for item in items}
        return r.choice([None, True, False, 0, 1, 2, -1, 80, 1.5, 0.1, 1e6, 1000000, 123456789, 1e20, 1e21, 1e-7, 0.00001, 2**53, r.choice(TEXTS), r.choice(TEXTS), r.choice(TEXTS)])

    # Words

    def text(self):
        r = self.r
        s = r.choice(TEXTS)
        if r.random() < 0.1:
            s += r.choice(TEXTS)
        if r.random() < 0.1 and "`" not in s and "\x07" not in s and "\r" not in s:
            return "`" + s + "`"
        return quoted(s)

    def field(self):
        r = self.r
        return r.choice([".Values." + r.choice("abcdefghlm"), ".Values." + r.choice("abcdefghlm"), "$.Values." + r.choice("abcdefghlm"), ".", "$", ".Values.m.b", ".Values.m.b.c", ".Values.m.k", ".Values.nope", "$.Values.nope.x",
                         ".Values", ".a", ".x", "$.Release.Name", "$.Chart.Name", "$.Template.Name", ".Values.l", "$.Values.m", ".Release", "$.Chart.Version", "$.Capabilities.KubeVersion.Minor", "$.Release.Revision"])

    def variable(self):
        v = self.r.choice(self.variables)
        return v + self.r.choice(["", "", "", ".a", ".Values.a", ".x.y"])

    def wide_list(self, depth):
        r = self.r
        return r.choice([lambda: "(list " + " ".join(self.word("a", depth - 1) for _ in range(r.randint(1, 4))) + ")",
                         lambda: "$.Values.l", lambda: "(until " + r.choice(SMALL) + ")", lambda: "(splitList \",\" \"a,b,,a\")", lambda: "(list)",
                         lambda: "(list 3 1 2 1)", lambda: '(list "b" "a" "c" "a")', lambda: "(keys $.Values.m | sortAlpha)"])()

    def wide_map(self, depth):
        r = self.r
        return r.choice([lambda: "(dict " + " ".join(quoted(r.choice(KEYS)) + " " + self.word("a", depth - 1) for _ in range(r.randint(1, 3))) + ")",
                         lambda: "$.Values.m", lambda: "(dict)", lambda: "$.Values.m.b", lambda: "$.Values", lambda: '(dict "a" 1 "b" (dict "x" "y"))'])()

    def word(self, kind, depth):
        """A word that may stand as an argument where kind is wanted, or now and then one that may not."""
        r = self.r
        if r.random() < 0.08:
            kind = r.choice("snaml b".replace(" ", ""))
        if depth > 0 and r.random() < (0.25 if kind in "salm" else 0.1):
            return "(" + self.pipeline(depth - 1, kind) + ")"
        pick = {
            "s": lambda: r.choice([self.text, self.text, self.text, lambda: "$.Release.Name", self.field])(),
            "S": lambda: r.choice([quoted(r.choice(["a", "b", "", ",", ".", "x", " ", "oo", "é"])), quoted(r.choice(REPLACEMENTS)).replace("\\\\\\\\", "\\\\"), self.text()]),
            "i": lambda: r.choice(SMALL), "x": lambda: r.choice(SMALL),
            "n": lambda: r.choice([r.choice(NUMBERS), r.choice(NUMBERS), r.choice(SMALL), self.text(), self.field()]),
            "m": lambda: self.wide_map(depth), "l": lambda: self.wide_list(depth),
            "b": lambda: r.choice(["true", "false", '(eq 1 1)', "(not nil)"]),
            "p": lambda: '"' + r.choice(PATTERNS) + '"', "f": lambda: quoted(r.choice(FORMATS) + (r.choice(FORMATS) if r.random() < 0.3 else "")),
            "y": lambda: quoted(r.choice(YAMLS)), "o": lambda: quoted(r.choice(TOMLS)), "e": lambda: quoted(r.choice(BASE64S)), "j": lambda: quoted(r.choice(JSONS)).replace("\\\\\\\\", "\\\\"),
            "t": lambda: quoted(r.choice(["{{ .Values.a }}", "x", "{{ . }}", "{{ include \"h\" . }}", "{{ .x ", "{{ fail \"no\" }}", "{{ define \"z\" }}Z{{ end }}{{ template \"z\" }}", "{{ .Values.nope.y }}", "a{{- 1 -}} b", "{{ tpl \"{{ 1 }}\" . }}", "{{ nope }}", "{{ required \"need\" nil }}"])),
            "T": lambda: r.choice(['"h"', '"g"', '"h"', '"nope"']),
            "v": lambda: quoted(r.choice(VERSIONS)), "c": lambda: quoted(r.choice(CONSTRAINTS)), "u": lambda: quoted(r.choice(URLS)), "d": lambda: r.choice([quoted(r.choice(DURATIONS)), quoted(r.choice(DURATIONS)), r.choice(NUMBERS)]),
            "k": lambda: r.choice([quoted(r.choice(KEYS)), quoted(r.choice(KEYS)), r.choice(SMALL)]) if r.random() < 0.85 else self.word("a", 0), "w": lambda: quoted(r.choice(KINDS)),
            "q": lambda: r.choice([r.choice(NUMBERS), self.text(), self.field(), "true", "nil", self.word("a", depth - 1)]),
            "a": lambda: r.choice([self.text, self.field, self.field, self.variable, lambda: r.choice(NUMBERS), lambda: r.choice(["true", "false", "nil"]),
                                   lambda: self.wide_list(depth), lambda: self.wide_map(depth)])(),
        }
        word = pick[kind]()
        if word.startswith("(") and r.random() < 0.05:
            word += "." + r.choice("abx")
        return word

    def arguments(self, params, depth):
        r = self.r
        letters = params.rstrip("*")
        count = len(letters)
        if params.endswith("*"):
            count = count - 1 + r.choice([0, 1, 1, 2, 3])
        if r.random() < 0.03:
            count += r.choice([-1, 1])
        return [self.word(letters[min(i, len(letters) - 1)] if letters else "a", depth) for i in range(max(count, 0))]

    def command(self, depth, piped=False):
        r = self.r
        if not piped and r.random() < 0.3:
            return self.word(r.choice("ssnalm"), depth)
        name = r.choice(self.functions)
        args = self.arguments(FUNCTIONS[name], depth)
        if piped and args:
            args.pop()
        if name in ("keys", "values"):
            return " ".join([name] + args) + (" | sortAlpha" if name == "keys" else " | len")
        return " ".join([name] + args)

    def pipeline(self, depth, kind="a"):
        r = self.r
        parts = [self.command(depth)]
        while r.random() < 0.3:
            parts.append(self.command(depth, piped=True))
        return " | ".join(parts)

    # Statements

    def marks(self):
        r = self.r
        return ("{{- " if r.random() < 0.15 else "{{ " if r.random() < 0.8 else "{{"), (" -}}" if r.random() < 0.15 else " }}" if r.random() < 0.8 else "}}")

    def action(self, inside):
        left, right = self.marks()
        return left + inside + right

    def define(self, name):
        saved, self.variables = self.variables, ["$"]
        out = "{{ define \"" + name + "\" }}" + self.body(1, 1) + "{{ end }}"
        self.variables = saved
        return out

    def body(self, count, depth):
        return "".join(self.statement(depth) for _ in range(count))

    def scoped(self, opening, depth, loop=False):
        """A block: what is declared in it is gone behind it."""
        r = self.r
        mark = len(self.variables)
        head = opening()
        self.in_range += loop
        out = head + self.body(r.choice([1, 1, 2]), depth - 1)
        self.in_range -= loop
        while r.random() < 0.15 and not loop:
            out += self.action(r.choice(["else if ", "else with "] if "with" in head else ["else if "]) + self.pipeline(1)) + self.body(1, depth - 1)
        del self.variables[mark:]
        if r.random() < 0.3:
            out += self.action("else") + self.body(1, depth - 1)
        return out + self.action("end")

    def declared(self, count):
        names = [self.r.choice(["$x", "$y", "$z"]) for _ in range(count)]
        self.variables += names
        return ", ".join(names)

    def loop_head(self):
        r = self.r
        over = r.choice([lambda: self.wide_list(1), lambda: self.wide_map(1), lambda: r.choice(["3", "0", "2"]), self.field, lambda: self.pipeline(1)])()
        choice = r.random()
        if choice < 0.4:
            return self.action("range " + over)
        if choice < 0.6:
            return self.action("range " + self.declared(1) + " := " + over)
        if choice < 0.65 and len(self.variables) > 1:
            return self.action("range " + self.variables[-1] + " = " + over)
        return self.action("range " + self.declared(2) + " := " + over)

    def statement(self, depth):
        r = self.r
        choice = r.random()
        if depth <= 0 or choice < 0.45:
            return self.action(self.pipeline(2))
        if choice < 0.55:
            return r.choice(["text", " ", "\n", "a: b\n", "  \n  x", "{ }", "\t"])
        if choice < 0.65:
            pipe = self.pipeline(2)
            return self.action(self.declared(1) + " := " + pipe)
        if choice < 0.68 and len(self.variables) > 1:
            return self.action(r.choice(self.variables[1:]) + " = " + self.pipeline(1))
        if choice < 0.75:
            return self.scoped(lambda: self.action("if " + (self.declared(1) + " := " if r.random() < 0.1 else "") + self.pipeline(2)), depth)
        if choice < 0.82:
            return self.scoped(lambda: self.action("with " + (self.declared(1) + " := " if r.random() < 0.2 else "") + self.pipeline(2)), depth)
        if choice < 0.93:
            return self.scoped(self.loop_head, depth, loop=True)
        if choice < 0.95:
            return r.choice(["{{/* c */}}", "{{- /* c */ -}}", "{{ /* c */ }}", "{{/* a\nb */ -}}"])
        if choice < 0.97:
            return self.action("template " + r.choice(['"h"', '"g"', '"nope"']) + r.choice(["", " .", " " + self.word("a", 1)]))
        if choice < 0.985 and self.in_range:
            return self.action(r.choice(["break", "continue"]))
        return r.choice([lambda: self.action("block \"q\" " + self.word("a", 1)) + self.body(1, 0) + self.action("end"), lambda: "{{ " + self.pipeline(1)[:-1] + r.choice(["", " | ", " )", " ^", " $q", " 1a", " \"", " .."]) + " }}",
                         lambda: self.action(r.choice(["end", "else", "nil", "nope 1", "1 | 2", "", "break", "$u := 1 $v", ". 1", "\"a\" \"b\"", "range", "if", "define \"x\"", "template", "true.x", "1.x", "1 2", "nil.a", "(1)", "((.))", "$x", "'ab'", ".Values.m | .x", "printf"]))])()


def make(r, functions):
    return Case(r, functions).record()
