// functions: the names and Go types of every function that a chart's templates may call, as Helm 3 and 4 have
// them. Standard output is a line for each, in octet order: name, TAB, "3", "4" or "34", TAB, Go type.
package main

import (
	"fmt"
	"os"
	"sort"
	"strings"
	"text/template"
	_ "unsafe" // for go:linkname

	_ "helm.sh/helm/v3/pkg/engine"
	_ "helm.sh/helm/v4/pkg/engine"
)

//go:linkname funcMap3 helm.sh/helm/v3/pkg/engine.funcMap
func funcMap3() template.FuncMap

//go:linkname funcMap4 helm.sh/helm/v4/pkg/engine.funcMap
func funcMap4() template.FuncMap

// What text/template has of itself: the parser is asked, for the map is not exported.
func builtin(name string) bool {
	_, err := template.New("t").Parse("{{" + name + "}}")
	return err == nil
}

var builtins = strings.Fields("and call eq ge gt html index js le len lt ne not or print printf println slice urlquery")

func main() {
	helms, types := map[string]string{}, map[string]string{}
	for _, name := range builtins {
		if !builtin(name) {
			fmt.Fprintln(os.Stderr, "functions: text/template has no", name)
			os.Exit(1)
		}
		helms[name], types[name] = "34", "text/template"
	}
	for _, helm := range []struct {
		digit string
		funcs template.FuncMap
	}{{"3", funcMap3()}, {"4", funcMap4()}} {
		for name, f := range helm.funcs {
			helms[name] += helm.digit
			types[name] = strings.ReplaceAll(fmt.Sprintf("%T", f), "interface {}", "any")
		}
	}
	names := make([]string, 0, len(helms))
	for name := range helms {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		fmt.Printf("%s\t%s\t%s\n", name, helms[name], types[name])
	}
}
