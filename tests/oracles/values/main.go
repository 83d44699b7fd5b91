// values: what the real Helm's libraries make of YAML, --set arguments and schemas, for comparison.
// Standard input is records: one letter for what to do, a 32-bit length in network order, that many octets.
// Standard output is the answers, each a length and octets.
//
//	y YAML          -> toYaml, NUL, toYamlPretty, NUL, toJson; or "error: " and Go's words
//	s K=V           -> --set on an empty map, as JSON
//	t K=V           -> --set-string      j K=JSON -> --set-json      l K=V -> --set-literal
//	v SCHEMA NUL VALUES -> the schema's complaint, empty if there is none
//	c DEFAULTS NUL VALUES NUL DEFAULTS OF A SUBCHART -> the values coalesced, as JSON
package main

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"encoding/json"
	"io"
	"log"
	"os"
	"strings"

	"helm.sh/helm/v3/pkg/chart"
	"helm.sh/helm/v3/pkg/chartutil"
	"helm.sh/helm/v3/pkg/strvals"
	"sigs.k8s.io/yaml"
	goYaml "sigs.k8s.io/yaml/goyaml.v3"
)

func toYaml(v any) string {
	data, err := yaml.Marshal(v)
	if err != nil {
		return ""
	}
	return strings.TrimSuffix(string(data), "\n")
}

func toYamlPretty(v any) string {
	var data bytes.Buffer
	encoder := goYaml.NewEncoder(&data)
	encoder.SetIndent(2)
	if encoder.Encode(v) != nil {
		return ""
	}
	return strings.TrimSuffix(data.String(), "\n")
}

func toJson(v any) string {
	data, err := json.Marshal(v)
	if err != nil {
		return ""
	}
	return string(data)
}

func values(text []byte) string {
	var v map[string]any
	if err := yaml.Unmarshal(text, &v); err != nil {
		return "error: " + err.Error()
	}
	return toYaml(v) + "\x00" + toYamlPretty(v) + "\x00" + toJson(v)
}

func set(apply func(string, map[string]any) error, argument string) string {
	v := map[string]any{}
	if err := apply(argument, v); err != nil {
		return "error: " + err.Error()
	}
	return toJson(v)
}

func validate(record []byte) string {
	schema, text, _ := bytes.Cut(record, []byte{0})
	v, err := chartutil.ReadValues(text)
	if err != nil {
		return "error: " + err.Error()
	}
	if err := chartutil.ValidateAgainstSingleSchema(v, schema); err != nil {
		return err.Error()
	}
	return ""
}

func coalesce(record []byte) string {
	parts := bytes.SplitN(record, []byte{0}, 3)
	var maps [3]map[string]any
	for i, part := range parts {
		v, err := chartutil.ReadValues(part)
		if err != nil {
			return "error: " + err.Error()
		}
		maps[i] = v
	}
	top := &chart.Chart{Metadata: &chart.Metadata{Name: "c"}, Values: maps[0]}
	top.AddDependency(&chart.Chart{Metadata: &chart.Metadata{Name: "sub"}, Values: maps[2]})
	v, err := chartutil.CoalesceValues(top, maps[1])
	if err != nil {
		return "error: " + err.Error()
	}
	return toJson(v)
}

func answer(what byte, record []byte) string {
	switch what {
	case 'y':
		return values(record)
	case 's':
		return set(strvals.ParseInto, string(record))
	case 't':
		return set(strvals.ParseIntoString, string(record))
	case 'j':
		return set(strvals.ParseJSON, string(record))
	case 'l':
		return set(strvals.ParseLiteralInto, string(record))
	case 'c':
		return coalesce(record)
	case 'v':
		return validate(record)
	}
	return "error: what?"
}

func main() {
	log.SetOutput(io.Discard)
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
		reply := answer(what, record)
		binary.Write(out, binary.BigEndian, uint32(len(reply)))
		out.WriteString(reply)
		if in.Buffered() == 0 {
			out.Flush()
		}
	}
	out.Flush()
}
