// engine: what the template engines of Helm 3 and Helm 4 make of a chart and values, for comparison.
// Standard input is records: 't' for Helm 3 or 'u' for Helm 4, a 32-bit length in network order, that many octets,
// which are values, templates/a.yaml, templates/_h.tpl, then the name and the content of each other file of the
// chart, with a NUL between each two. Standard output is the answers, each a length and octets: what a.yaml rendered
// to, or "error: " and Helm's words.
package main

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"log"
	"log/slog"
	"os"
	"runtime/debug"
	"time"
)

// A template that takes longer or nests deeper ends the program: the one who asks takes that for its answer.
const (
	patience = 5 * time.Second
	stackMax = 64 << 20
)

// The release and its chart are called so; only the name of Helm itself differs.
const (
	releaseName = "r"
	namespace   = "default"
	template    = "c/templates/a.yaml"
)

// file is one of the chart's, by its name there.
type file struct {
	name string
	data []byte
}

func read(record []byte) (values []byte, files []file) {
	parts := bytes.Split(record, []byte{0})
	for len(parts) < 3 {
		parts = append(parts, nil)
	}
	files = []file{{"templates/a.yaml", parts[1]}, {"templates/_h.tpl", parts[2]}}
	for rest := parts[3:]; len(rest) >= 2; rest = rest[2:] {
		files = append(files, file{string(rest[0]), rest[1]})
	}
	return parts[0], files
}

func answer(what byte, record []byte) (reply string) {
	defer func() {
		if fault := recover(); fault != nil {
			reply = fmt.Sprint("panic: ", fault)
		}
	}()
	render := render3
	if what == 'u' {
		render = render4
	}
	rendered, err := render(read(record))
	if err != nil {
		return "error: " + err.Error()
	}
	return rendered[template]
}

func patiently(what byte, record []byte) string {
	watch := time.AfterFunc(patience, func() { os.Exit(1) })
	defer watch.Stop()
	return answer(what, record)
}

func main() {
	log.SetOutput(io.Discard)
	slog.SetDefault(slog.New(slog.DiscardHandler))
	debug.SetMaxStack(stackMax)
	in, out := bufio.NewReader(os.Stdin), bufio.NewWriter(os.Stdout)
	for {
		what, err := in.ReadByte()
		if err != nil {
			break
		}
		var length uint32
		if binary.Read(in, binary.BigEndian, &length) != nil {
			break
		}
		record := make([]byte, length)
		if _, err := io.ReadFull(in, record); err != nil {
			break
		}
		reply := patiently(what, record)
		binary.Write(out, binary.BigEndian, uint32(len(reply)))
		out.WriteString(reply)
		out.Flush() // the next one may be its end
	}
}
