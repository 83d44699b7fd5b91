// Cilium's own word on which names a pattern lets out. Lines of "PATTERN<TAB>NAME" in, a line each out:
// yes, no, or invalid. Both are made ready as Cilium's DNS proxy does, and joined into its expression.
package main

import (
	"bufio"
	"fmt"
	"os"
	"regexp"
	"strings"

	"github.com/cilium/cilium/pkg/fqdn/dns"
	"github.com/cilium/cilium/pkg/fqdn/matchpattern"
)

func main() {
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		pattern, name, _ := strings.Cut(lines.Text(), "\t")
		_, err := matchpattern.ValidateWithoutCache(pattern)
		proxys := "^(?:" + matchpattern.ToUnAnchoredRegexp(matchpattern.Sanitize(pattern)) + ")$"
		switch {
		case err != nil:
			fmt.Println("invalid")
		case regexp.MustCompile(proxys).MatchString(dns.FQDN(name)):
			fmt.Println("yes")
		default:
			fmt.Println("no")
		}
	}
}
