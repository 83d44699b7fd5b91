// lookup.go: as lookup.c, with Go's own resolver.
package main

import (
	"context"
	"fmt"
	"net"
	"os"
	"time"
)

func main() {
	resolver := &net.Resolver{PreferGo: true}
	started := time.Now()
	var found []string
	var err error
	if os.Args[1] == "-r" {
		found, err = resolver.LookupAddr(context.Background(), os.Args[2])
	} else {
		found, err = resolver.LookupHost(context.Background(), os.Args[1])
	}
	took := time.Since(started)
	for _, f := range found {
		fmt.Println(f)
	}
	if err != nil {
		fmt.Println(err)
	}
	fmt.Println("ms", took.Milliseconds())
	if err != nil {
		os.Exit(1)
	}
}
