"""Random charts and values: every action of the language, every deterministic function, arguments that fit and
arguments that do not, and templates that are broken; half of them are tame, with none of these but by chance.
make(r, functions, gives) is a record of tests/oracles/engine."""
import json
import re

from engine_words import (BASE64S, CONSTRAINTS, DATES, DURATIONS, FORMATS, FUNCTIONS, JSONS, KEYS, KINDS, LAYOUTS, METHODS, NUMBERS, PATTERNS,
                          REPLACEMENTS, SMALL, TEXTS, TIMES, TOMLS, URLS, VERSIONS, YAMLS, ZONES)

BARE = ["Chart.yaml", "name: c\nversion: 1.2.3\napiVersion: v2\n"]
FULL = ["Chart.yaml", """apiVersion: v2
name: c
version: 1.2.3-rc.1+b
appVersion: 1.10
kubeVersion: ">=1.20.0-0"
description: "what: it <is>"
type: application
home: https://h/?a&b
icon: i
sources: [s1, "s 2"]
keywords: [k1, "no", k3]
maintainers: [{name: n, email: e@x}, {name: "é", url: u}]
annotations: {a: "1", "b/c": "x: y", d: "line\\nline"}
dependencies: [{name: sub, version: ">=0.1.0", repository: "", tags: [t], condition: sub.enabled}]
""", "a.txt", "one\ntwo\n\nlast", "empty", "", "t.tpl", "{{ .Release.Name }}-{{ .Values.a }}", "conf/b.yaml", "k: v\nl: [1, x]\n", "conf/c.json",
        '{"j": [1, 2.5, null]}', "conf/deep/d.txt", "tab\there\r\ntrail \n", "charts/sub/Chart.yaml", "name: sub\nversion: 0.1.0\napiVersion: v2\n",
        "charts/sub/values.yaml", "x: 1\ny: {z: [a]}\nglobal: {g: 1}\n", "charts/sub/s.txt", "sub's", "charts/sub/templates/_s.tpl",
        '{{ define "sub.h" }}{{ .Chart.Name }}:{{ .Values.x }}{{ end }}']

VERBS = "vTtbcdoOqxXUeEfFgGspw%z"
REGEX_PIECES = ["a", "b", "é", ".", "\\\\d", "\\\\w", "\\\\s", "\\\\b", "[ab]", "[^a]", "[a-c1-3]", "x", "1", " ", "o", "(a|b)", "(?:o)", "(", ")", "|", "^", "$", "\\\\.", "\\\\pL", "(?i)", "(?P<n>.)", "[[:space:]]"]
REPEATS = ["*", "+", "?", "*?", "+?", "??", "{2}", "{1,}", "{0,2}", "{1,2}?"]
BROKEN = ["{{", "}}", "{{-", "-}}", "|", ")", "(", "^", "$q", "1a", '"', "`", "..", ".", ":=", "=", ",", "'", "/*", "*/", "{{/*", "end", "else", "{{ end }}", "{{ else }}", "{{ break }}", "{{ continue }}", "{{ define \"h\" }}", "if", "\n", "nil", "\\",
          "é", "{{ if }}", "{{ range $a, $b, $c := . }}", "{{ range $i, := . }}", "{{ template }}", "{{ block \"x\" }}", "{{ with $x, $y := . }}", "{{ $x }}", "{{ $x = 1 }}", "{{ 1 | 2 }}", "{{ .a.b. }}", "{{ .a..b }}", "{{ $.$ }}", "{{ . }}{{", "{{ (1 }}", "{{ 1) }}", "{{ nope }}",
          "{{ .1 }}", "{{ a.b }}", "{{ \"a\".b }}", "{{ nil.a }}", "{{ true.a }}", "{{ 1 .a }}", "{{ $x := }}", "{{ $x, $y := 1 }}", "{{ end x }}", "{{ else if }}", "{{ else with }}", "{{ else x }}", "{{ define x }}", "{{ define \"x\" . }}", "{{ template x }}", "{{- /* a }}", "{{ /* a */ }}", "{{/* a */ -}}", "{{/*a*/ }}", "\x00", "\x01", "{{ \x01 }}",
          "{{ #}}", "{{ @ }}", "{{ a b c }}", "{{ upper | }}", "{{ | upper }}", "{{ upper || lower }}", "{{ if 1 }}{{ else }}{{ else }}{{ end }}", "{{-}}", "{{--}}", "{{ -}}", "{{- }}", "{{}}", "{{ \"a\nb\" }}", "{{ `a\nb` }}", "{{ 'a", "{{ ''' }}", "{{ x := 1 }}", "{{ $ := 1 }}", "{{ $é := 1 }}{{ $é }}", "{{ .é }}", "{{ .a-b }}",
          "{{ $x.a := 1 }}", "{{ $x := 1; 2 }}", "{{ \"\\q\" }}", "{{ \"\\400\" }}", "{{ \"\\ud800\" }}", "{{ \"\\x4\" }}", "{{ '\\400' }}", "{{ break x }}", "{{ range }}", "{{ if $x := 1 }}{{ end }}{{ $x }}", "{{3}}", "{{-3}}", "{{- 3}}", "{{3 -}}", "{{3-}}", "{{+3}}", "{{ - 3 }}", "{{ 1.2.3 }}", "{{ .5.a }}", "{{ 0x.p1 }}"]


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


GOOD_NUMBER = re.compile(r"-?(0x)?[1-9]\d*(\.\d+)?(e-?\d+)?|0\.[05]|0|'a'|'é'")
# What of the kinds of arguments a result of Go's kind fits.
FITS = {"string": "sSaq", "int": "nxaqd", "int64": "naqd", "float64": "naq", "map": "ma", "slice": "la", "bool": "baq"}
# The kind of a result that stands for a kind of argument.
WANTED = {"s": ["string"], "n": ["int", "int64", "float64"], "m": ["map"], "l": ["slice"], "b": ["bool"]}


class Case:
    def __init__(self, r, functions, gives):
        """gives: the kind that each function's results most often have, as kindOf tells it."""
        self.r, self.functions, self.gives = r, functions, gives
        self.tame = r.random() < 0.5
        self.variables = ["$"]
        self.in_range = 0
        self.values = {}
        for key in "abcdefgh":
            if r.random() < 0.8:
                self.values[key] = self.tree(2)
        self.values.setdefault("m", {"a": 1, "b": {"x": "y", "c": [1, "z"]}, "k": None})
        self.values.setdefault("l", ["x", 1, None, 1.5, {"a": "b"}])
        self.files = r.choice([BARE, FULL])
        self.helpers = [self.define(name) for name in ("h", "g") if r.random() < (0.9 if self.tame else 0.5)]
        self.main = self.body(r.choice([1, 1, 2] if self.tame else [1, 1, 1, 2, 2, 3, 4, 6]), r.choice([1, 2] if self.tame else [2, 3, 3, 4]))
        if r.random() < 0.1:
            self.main = self.define(r.choice(["h", "z", "q"])) + self.main
        if r.random() < 0.06 and not self.tame:
            self.main = self.broken(self.main)
        if self.helpers and r.random() < 0.02 and not self.tame:
            self.helpers[0] = self.broken(self.helpers[0])

    def record(self):
        values = json.dumps(self.values, ensure_ascii=False)
        for octet in ("\x7f", "\ufeff", "\x85"):
            values = values.replace(octet, "\\u%04x" % ord(octet))
        parts = [values, self.main, "\n".join(self.helpers)]
        return "\0".join([part.replace("\0", "") for part in parts] + self.files).encode()

    def tree(self, depth):
        r = self.r
        if depth and r.random() < 0.5:
            items = [self.tree(depth - 1) for _ in range(r.randint(0, 3))]
            return items if r.random() < 0.5 else {r.choice(KEYS): item for item in items}
        return r.choice([None, True, False, 0, 1, 2, -1, 80, 1.5, 0.1, 1e6, 1000000, 123456789, 1e20, 1e21, 1e-7, 0.00001, 2**53] + [r.choice(TEXTS) for _ in range(6)])

    def broken(self, template):
        """A piece more, less, or another one."""
        r = self.r
        tokens = re.findall(r'"(?:\\.|[^"\\])*"|\{\{-?|-?\}\}|\w+|\s+|.', template, re.S)
        at = r.randint(0, len(tokens))
        new = [] if r.random() < 0.4 else [r.choice(BROKEN)]
        return "".join(tokens[:at] + new + tokens[at + r.choice([0, 1, 1, 2]):])

    # Words

    def text(self):
        r = self.r
        s = r.choice(TEXTS)
        if r.random() < 0.1:
            s += r.choice(TEXTS)
        if r.random() < 0.1 and "`" not in s and "\r" not in s:
            return "`" + s + "`"
        return quoted(s)

    def pattern(self):
        r = self.r
        if r.random() < 0.6:
            return '"' + r.choice(PATTERNS) + '"'
        return '"' + "".join(r.choice(REGEX_PIECES) + (r.choice(REPEATS) if r.random() < 0.4 else "") for _ in range(r.randint(1, 5))) + '"'

    def verb(self):
        r = self.r
        if r.random() < 0.4:
            return r.choice(FORMATS)
        flags = "".join(r.choice("+-# 0") for _ in range(r.choice([0, 0, 1, 1, 2])))
        width = r.choice(["", "", "1", "5", "12", "*", "[1]*", "[2]*"])
        precision = r.choice(["", "", ".", ".0", ".1", ".3", ".10", ".*", ".[1]*"])
        index = r.choice(["", "", "", "", "[1]", "[2]", "[3]", "[0]", "[x]", "[", "[1", "[-1]"])
        return "%" + flags + width + precision + index + r.choice(VERBS) + r.choice(["", "", "|", "é"])

    def number(self):
        number = self.r.choice(NUMBERS)
        return number if not self.tame or GOOD_NUMBER.fullmatch(number) else self.r.choice(SMALL)

    def version(self):
        r = self.r
        if r.random() < 0.6:
            return r.choice(VERSIONS)
        return ".".join(str(r.randint(0, 3)) for _ in range(r.randint(1, 3))) + r.choice(["", "", "-" + r.choice(["a", "0", "rc.1", "b-1"]), "+x"])

    def constraint(self):
        r = self.r
        if r.random() < 0.5:
            return r.choice(CONSTRAINTS)
        parts = []
        for _ in range(r.randint(1, 3)):
            version = ".".join(r.choice(["0", "1", "2", "3", "x", "*"]) for _ in range(r.randint(1, 3))) + r.choice(["", "", "-0", "-a", "-rc.1"])
            parts.append(r.choice(["", "=", "!=", ">", "<", ">=", "<=", "~", "^", "~>", "=>"]) + r.choice(["", "", " "]) + version)
        return r.choice([" ", ", ", " || ", ","]).join(parts)

    def regular_yaml(self, depth=2):
        """YAML that reads, for the way there and back."""
        r = self.r
        return r.choice([json.dumps(self.tree(depth), ensure_ascii=False), "a: " + json.dumps(self.tree(1)) + "\nb:\n- " + json.dumps(self.tree(1)) + "\n"])

    def field(self):
        r = self.r
        if r.random() < 0.05:
            return "." + ".".join(r.choice(["a", "b", "x", "m", "Values", "Name"]) for _ in range(r.randint(1, 4)))
        return r.choice([".Values." + r.choice("abcdefghlm"), ".Values." + r.choice("abcdefghlm"), "$.Values." + r.choice("abcdefghlm"), ".", "$", ".Values.m.b", ".Values.m.b.c", ".Values.m.k", ".Values.nope", "$.Values.nope.x",
                         ".Values", ".a", ".x", "$.Release.Name", "$.Chart.Name", "$.Template.Name", ".Values.l", "$.Values.m", ".Release", "$.Chart.Version", "$.Capabilities.KubeVersion.Minor", "$.Release.Revision"])

    def fitting_field(self, kind):
        """A field of that kind, or a word for it."""
        r = self.r
        types = {"s": str, "n": (int, float), "m": dict, "l": list}[kind]
        keys = [key for key, value in self.values.items() if isinstance(value, types) and not isinstance(value, bool)]
        if keys and r.random() < 0.7:
            return "$.Values." + r.choice(keys)
        return {"s": self.text, "n": lambda: self.number(), "m": lambda: self.wide_map(0), "l": lambda: self.wide_list(0)}[kind]()

    def variable(self):
        v = self.r.choice(self.variables)
        return v + self.r.choice(["", "", "", ".a", ".Values.a", ".x.y"])

    def wide_list(self, depth):
        r = self.r
        return r.choice([lambda: "(list " + " ".join(self.word("a", depth - 1) for _ in range(r.randint(1, 4))) + ")",
                         lambda: "$.Values.l", lambda: "(until " + r.choice(SMALL) + ")", lambda: "(splitList \",\" \"a,b,,a\")", lambda: "(list)",
                         lambda: "(list 3 1 2 1)", lambda: '(list "b" "a" "c" "a")', lambda: "(keys $.Values.m | sortAlpha)", lambda: "(chunk 2 (list 1 2 3))",
                         lambda: "$.Chart.Keywords", lambda: "$.Chart.Maintainers", lambda: "$.Values.m.b.c"])()

    def wide_map(self, depth):
        r = self.r
        return r.choice([lambda: "(dict " + " ".join(quoted(r.choice(KEYS)) + " " + self.word("a", depth - 1) for _ in range(r.randint(1, 3))) + ")",
                         lambda: "$.Values.m", lambda: "(dict)", lambda: "$.Values.m.b", lambda: "$.Values", lambda: '(dict "a" 1 "b" (dict "x" "y"))', lambda: "$.Values.sub", lambda: "$.Chart.Annotations",
                         lambda: '(dict "a" (dict "b" (list 1 2) "x" 1) "b" nil "c" "")'])()

    def time(self):
        r = self.r
        return r.choice(["(toDate " + quoted(r.choice(LAYOUTS)) + " " + quoted(r.choice(DATES)) + ")", '(toDate "2006-01-02T15:04:05Z07:00" "2024-02-29T12:34:56.789Z")', '(toDate "2006-01-02" "2024-12-30")', r.choice(TIMES), r.choice(TIMES)])

    def word(self, kind, depth):
        """A word that may stand as an argument where kind is wanted, or now and then one that may not."""
        r = self.r
        if r.random() < 0.08 and not self.tame:
            kind = r.choice("snaml b".replace(" ", ""))
        if self.tame and kind in WANTED and r.random() < 0.4:
            named = [name for name in self.functions if self.gives.get(name) in WANTED[kind]] if depth > 0 else []
            if named:
                return "(" + self.call(r.choice(named), depth - 1) + ")"
            if kind in "snml":
                return self.fitting_field(kind)
        if depth > 0 and not (self.tame and kind in WANTED) and r.random() < (0.25 if kind in "salm" else 0.1):
            return "(" + self.pipeline(depth - 1, kind) + ")"
        pick = {
            "s": lambda: r.choice([self.text, self.text, self.text, lambda: "$.Release.Name", (lambda: "$.Chart.Version") if self.tame else self.field])(),
            "S": lambda: r.choice([quoted(r.choice(["a", "b", "", ",", ".", "x", " ", "oo", "é"])), quoted(r.choice(REPLACEMENTS)).replace("\\\\\\\\", "\\\\"), self.text()]),
            "x": lambda: r.choice(SMALL),
            "n": lambda: r.choice([self.number(), self.number(), r.choice(SMALL)] + ([] if self.tame else [self.text(), self.field()])),
            "m": lambda: self.wide_map(depth), "l": lambda: self.wide_list(depth),
            "b": lambda: r.choice(["true", "false", '(eq 1 1)', "(not nil)"]),
            "p": self.pattern, "f": lambda: quoted("".join(self.verb() for _ in range(r.choice([1, 1, 2, 3])))),
            "y": lambda: quoted(r.choice(YAMLS) if r.random() < 0.7 else self.regular_yaml()), "j": lambda: quoted(r.choice(JSONS) if r.random() < 0.8 else json.dumps(self.tree(2))).replace("\\\\\\\\", "\\\\"),
            "t": lambda: quoted(r.choice(["{{ .Values.a }}", "x", "{{ . }}", "{{ include \"h\" . }}", "{{ .x ", "{{ fail \"no\" }}", "{{ define \"z\" }}Z{{ end }}{{ template \"z\" }}", "{{ .Values.nope.y }}", "a{{- 1 -}} b", "{{ tpl \"{{ 1 }}\" . }}", "{{ nope }}", "{{ required \"need\" nil }}",
                                          "{{ define \"h\" }}new{{ end }}{{ include \"h\" . }}", "{{ tpl \"{{ fail `x` }}\" . }}", "{{ .Template.Name }}", "{{ include \"nope\" . }}", "\n\n  {{ upper 1 }}", "{{ template \"h\" }}", "{{ tpl \"{{ \" . }}", "{{ range .Values.l }}{{ . }},{{ end }}"]) if r.random() < 0.8 else self.statement(1)),
            "T": lambda: r.choice(['"h"', '"g"', '"h"', '"nope"', '"sub.h"', '"z"', '"c/templates/a.yaml"']) if r.random() < 0.97 else '"c/templates/_h.tpl"',
            "v": lambda: quoted(self.version()), "c": lambda: quoted(self.constraint()), "u": lambda: quoted(r.choice(URLS)), "d": lambda: r.choice([quoted(r.choice(DURATIONS)), quoted(r.choice(DURATIONS)), self.number()]),
            "o": lambda: quoted(r.choice(TOMLS)), "e": lambda: quoted(r.choice(BASE64S)),
            "k": lambda: r.choice([quoted(r.choice(KEYS)), quoted(r.choice(KEYS)), r.choice(SMALL)]) if r.random() < 0.85 else self.word("a", 0), "w": lambda: quoted(r.choice(KINDS)),
            "q": lambda: r.choice([self.number(), self.text(), self.field(), "true", "nil", self.word("a", depth - 1)]),
            "L": lambda: quoted(r.choice(LAYOUTS)), "D": self.time, "Z": lambda: quoted(r.choice(ZONES)),
            "a": lambda: r.choice([self.text, self.field, self.field, self.variable, lambda: self.number(), lambda: r.choice(["true", "false", "nil"]),
                                   lambda: self.wide_list(depth), lambda: self.wide_map(depth), lambda: "(" + self.method() + ")" if r.random() < 0.3 else self.text()])(),
        }
        word = pick[kind]()
        if word.startswith("(") and r.random() < 0.08 and not self.tame:
            word += "." + ".".join(r.choice(["a", "b", "x", "Name"]) for _ in range(r.choice([1, 1, 2])))
        return word

    def method(self):
        """What only the root object, or a time or version, can be asked."""
        method = self.r.choice(METHODS)
        return re.sub(r"(^|[( ])\.(?=[A-Z])", r"\1$.", method) if self.in_range or self.r.random() < 0.5 else method

    def arguments(self, params, depth):
        r = self.r
        letters = params.rstrip("*")
        count = len(letters)
        if params.endswith("*"):
            count = count - 1 + r.choice([0, 1, 1, 2, 3])
        if r.random() < 0.03 and not self.tame:
            count += r.choice([-1, 1])
        return [self.word(letters[min(i, len(letters) - 1)] if letters else "a", depth) for i in range(max(count, 0))]

    def command(self, depth, piped=False):
        r = self.r
        if not piped and r.random() < 0.25:
            return self.word(r.choice("ssnalm"), depth)
        if not piped and r.random() < 0.1:
            return self.method()
        return self.call(r.choice(self.functions), depth, piped)

    def call(self, name, depth, piped=False):
        args = self.arguments(FUNCTIONS[name], depth)
        if piped and args:
            args.pop()
        if name in ("keys", "values"):
            return " ".join([name] + args) + (" | sortAlpha" if name == "keys" else " | len")
        return " ".join([name] + args)

    def pipeline(self, depth, kind="a"):
        r = self.r
        if self.tame:
            return " | ".join(self.tame_commands(depth))
        parts = [self.command(depth)]
        while r.random() < 0.3:
            parts.append(self.command(depth, piped=True))
        return r.choice([" | "] * 12 + ["|", " |\n  "]).join(parts)

    def tame_commands(self, depth):
        """Each takes what the one before gives, as far as that is known."""
        r = self.r
        name = r.choice(self.functions)
        parts = [self.call(name, depth)]
        while r.random() < 0.4 and self.gives.get(name) in FITS:
            fits = FITS[self.gives[name]]
            name = r.choice([other for other in self.functions if FUNCTIONS[other].rstrip("*")[-1:] in tuple(fits)])
            parts.append(self.call(name, depth, piped=True))
        return parts

    # Statements

    def marks(self):
        r = self.r
        return ("{{- " if r.random() < 0.15 else "{{ " if r.random() < 0.8 else "{{" if r.random() < 0.9 else r.choice(["{{\n", "{{-\n ", "{{\t"])), (" -}}" if r.random() < 0.15 else " }}" if r.random() < 0.8 else "}}" if r.random() < 0.9 else r.choice(["\n}}", "\n-}}", "\t}}"]))

    def action(self, inside):
        left, right = self.marks()
        return left + inside + right

    def define(self, name):
        saved, self.variables = self.variables, ["$"]
        body = self.body(self.r.choice([1, 1, 2]), 1)
        if self.r.random() < 0.003:  # without an end, which costs Helm its life in one of three
            body += self.action(self.r.choice(['include "%s" .', 'template "%s" .', 'tpl "{{ include \\"%s\\" . }}" .']) % name)
        self.variables = saved
        return self.action("define \"" + name + "\"") + body + self.action("end")

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
            out += self.action(("else with " if "with" in head and (self.tame or r.random() < 0.5) else "else if ") + (self.declared(1) + " := " if r.random() < 0.1 else "") + self.pipeline(1)) + self.body(1, depth - 1)
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
        over = r.choice([lambda: self.wide_list(1), lambda: self.wide_map(1), lambda: r.choice(["3", "0", "2", "-1", "2.0", "\"ab\"", "(int64 2)", "true", "$.Files", "(.Files.Glob \"*\")", "$.Capabilities.KubeVersion"]), self.field, lambda: self.pipeline(1)])()
        choice = r.random()
        if choice < 0.4:
            return self.action("range " + over)
        if choice < 0.6:
            return self.action("range " + self.declared(1) + " := " + over)
        if choice < 0.65 and len(self.variables) > 1:
            return self.action("range " + self.variables[-1] + " = " + over)
        if choice < 0.68 and len(self.variables) > 1:
            return self.action("range " + r.choice(self.variables[1:]) + ", " + r.choice(self.variables[1:]) + " = " + over)
        return self.action("range " + self.declared(2) + " := " + over)

    def statement(self, depth):
        r = self.r
        choice = r.random()
        if depth <= 0 or choice < 0.45:
            return self.action(self.pipeline(2))
        if choice < 0.55:
            return r.choice(["text", " ", "\n", "a: b\n", "  \n  x", "{ }", "\t", "é\n", "<no value>", "\r\n", "}}", "{", "\u00a0", "\f", " \n\n "])
        if choice < 0.65:
            pipe = self.pipeline(2)
            return self.action(self.declared(1) + r.choice([" := "] * 6 + [":="]) + pipe)
        if choice < 0.68 and len(self.variables) > 1:
            return self.action(r.choice(self.variables[1:]) + " = " + self.pipeline(1))
        if choice < 0.75:
            return self.scoped(lambda: self.action("if " + (self.declared(1) + " := " if r.random() < 0.1 else "") + self.pipeline(2)), depth)
        if choice < 0.82:
            return self.scoped(lambda: self.action("with " + (self.declared(1) + " := " if r.random() < 0.2 else "") + self.pipeline(2)), depth)
        if choice < 0.93:
            return self.scoped(self.loop_head, depth, loop=True)
        if choice < 0.95:
            return r.choice(["{{/* c */}}", "{{- /* c */ -}}", "{{/* a\nb */ -}}", "{{- /* {{ x }} */}}", "{{/**/}}", "{{/* \" */}}"])
        if choice < 0.97:
            return self.action("template " + r.choice(['"h"', '"g"', '"h"' if self.tame else '"nope"', '"sub.h"', "`h`"]) + r.choice(["", " .", " $", " " + self.word("a", 1)]))
        if choice < 0.98 and self.in_range:
            return self.action(r.choice(["break", "continue"]))
        if choice < 0.995 or self.tame:
            return self.action("block \"q\" " + self.word("a", 1)) + self.body(1, 0) + self.action("end")
        return self.action(r.choice(["end", "else", "nil", "nope 1", "1 | 2", "", "break", "$u := 1 $v", ". 1", "\"a\" \"b\"", "range", "if", "define \"x\"", "template", "true.x", "1.x", "1 2", "nil.a", "(1)", "((.))", "$x", "'ab'", ".Values.m | .x", "printf"]))


def make(r, functions, gives):
    return Case(r, functions, gives).record()


def kind_probe(r, name):
    """A template that tells the kind of what the function gives for arguments that may fit."""
    case = Case(r, [name], {})
    case.tame = True
    return "\0".join(['{"l": ["x"], "m": {"b": {"c": [1]}}}', "{{ kindOf (" + case.call(name, 0) + ") }}", ""] + BARE).encode()
