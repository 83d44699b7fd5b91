// engine3: what Helm 3's own template engine makes of a template and values, for comparison.
// Standard input is records: 't', a 32-bit length in network order, that many octets, which are
// VALUES NUL templates/a.yaml NUL templates/_h.tpl. Standard output is the answers, each a length and octets:
// what a.yaml rendered to, or "error: " and Helm's words.
package main

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"log"
	"os"
	"runtime/debug"
	"time"

	"helm.sh/helm/v3/pkg/chart"
	"helm.sh/helm/v3/pkg/chartutil"
	"helm.sh/helm/v3/pkg/engine"
)

// A template that takes longer or nests deeper ends the program: the one who asks takes that for its answer.
const (
	patience = time.Second
	stackMax = 64 << 20
)

func render(record []byte) (answer string) {
	defer func() {
		if fault := recover(); fault != nil {
			answer = fmt.Sprint("panic: ", fault)
		}
	}()
	parts := bytes.SplitN(record, []byte{0}, 3)
	values, err := chartutil.ReadValues(parts[0])
	if err != nil {
		return "error: " + err.Error()
	}
	c := &chart.Chart{
		Metadata: &chart.Metadata{Name: "c", Version: "1.2.3", APIVersion: "v2"},
		Templates: []*chart.File{
			{Name: "templates/a.yaml", Data: parts[1]},
			{Name: "templates/_h.tpl", Data: parts[2]},
		},
	}
	capabilities := chartutil.DefaultCapabilities.Copy()
	capabilities.KubeVersion = chartutil.KubeVersion{Version: "v1.37.0", Major: "1", Minor: "37"}
	options := chartutil.ReleaseOptions{Name: "r", Namespace: "default", Revision: 1, IsInstall: true}
	root, err := chartutil.ToRenderValues(c, values, options, capabilities)
	if err != nil {
		return "error: " + err.Error()
	}
	files, err := engine.Render(c, root)
	if err != nil {
		return "error: " + err.Error()
	}
	return files["c/templates/a.yaml"]
}

func patiently(record []byte) string {
	watch := time.AfterFunc(patience, func() { os.Exit(1) })
	defer watch.Stop()
	return render(record)
}

func main() {
	log.SetOutput(io.Discard)
	debug.SetMaxStack(stackMax)
	in, out := bufio.NewReader(os.Stdin), bufio.NewWriter(os.Stdout)
	for {
		_, err := in.ReadByte()
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
		reply := patiently(record)
		binary.Write(out, binary.BigEndian, uint32(len(reply)))
		out.WriteString(reply)
		if in.Buffered() == 0 {
			out.Flush()
		}
	}
	out.Flush()
}
