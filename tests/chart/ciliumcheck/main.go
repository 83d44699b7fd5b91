// ciliumcheck reads rendered manifests and holds every CiliumNetworkPolicy in them against Cilium's own
// sanitizer and against the schema of its CRD, unknown fields refused.
//
//	ciliumcheck FILE...    one line for each file; exit 1 if a policy is refused
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/cilium/cilium/pkg/k8s/apis/cilium.io/client"
	"github.com/cilium/cilium/pkg/option"
	"github.com/cilium/cilium/pkg/policy/api"
	"k8s.io/apiextensions-apiserver/pkg/apis/apiextensions"
	apiextensionsv1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	structuralschema "k8s.io/apiextensions-apiserver/pkg/apiserver/schema"
	structurallisttype "k8s.io/apiextensions-apiserver/pkg/apiserver/schema/listtype"
	structuralpruning "k8s.io/apiextensions-apiserver/pkg/apiserver/schema/pruning"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/validation"
	utilyaml "k8s.io/apimachinery/pkg/util/yaml"
	"sigs.k8s.io/yaml"
)

// crd is what an API server would hold a CiliumNetworkPolicy against.
type crd struct {
	validator  validation.SchemaValidator
	structural *structuralschema.Structural
}

func loadCRD() (*crd, error) {
	definition := client.GetPregeneratedCRD(nil, client.CNPCRDName)
	for _, version := range definition.Spec.Versions {
		if version.Name != "v2" {
			continue
		}
		var schema apiextensions.CustomResourceValidation
		if err := apiextensionsv1.Convert_v1_CustomResourceValidation_To_apiextensions_CustomResourceValidation(version.Schema, &schema, nil); err != nil {
			return nil, err
		}
		validator, _, err := validation.NewSchemaValidator(schema.OpenAPIV3Schema)
		if err != nil {
			return nil, err
		}
		structural, err := structuralschema.NewStructural(schema.OpenAPIV3Schema)
		if err != nil {
			return nil, err
		}
		return &crd{validator, structural}, nil
	}
	return nil, errors.New("the CRD has no version v2")
}

func (c *crd) check(object map[string]any) error {
	if errs := validation.ValidateCustomResource(nil, object, c.validator); len(errs) > 0 {
		return errs.ToAggregate()
	}
	if errs := structurallisttype.ValidateListSetsAndMaps(nil, c.structural, object); len(errs) > 0 {
		return errs.ToAggregate()
	}
	options := structuralschema.UnknownFieldPathOptions{TrackUnknownFieldPaths: true}
	if unknown := structuralpruning.PruneWithOptions(object, c.structural, true, options); len(unknown) > 0 {
		return fmt.Errorf("unknown fields %v", unknown)
	}
	return nil
}

func sanitize(document []byte) error {
	var policy struct {
		Spec  *api.Rule  `json:"spec"`
		Specs []api.Rule `json:"specs"`
	}
	if err := json.Unmarshal(document, &policy); err != nil {
		return err
	}
	if policy.Spec == nil {
		return errors.New("no spec")
	}
	return policy.Spec.Sanitize()
}

// checkFile returns how many policies the file holds, and joins what is wrong with them.
func (c *crd) checkFile(path string) (int, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return 0, err
	}
	count := 0
	var problems error
	reader := utilyaml.NewYAMLReader(bufio.NewReader(bytes.NewReader(content)))
	for {
		document, err := reader.Read()
		if errors.Is(err, io.EOF) {
			return count, problems
		}
		if err != nil {
			return count, errors.Join(problems, err)
		}
		object := map[string]any{}
		text, err := yaml.YAMLToJSONStrict(document)
		if err == nil {
			err = json.Unmarshal(text, &object)
		}
		if err != nil {
			return count, errors.Join(problems, err)
		}
		if object["kind"] != "CiliumNetworkPolicy" {
			continue
		}
		count++
		name := object["metadata"].(map[string]any)["name"]
		if err := errors.Join(sanitize(text), c.check(object)); err != nil {
			problems = errors.Join(problems, fmt.Errorf("%v: %w", name, err))
		}
	}
}

func main() {
	option.Config.EnableL7Proxy = true
	option.Config.EnableICMPRules = true
	option.Config.EnableNonDefaultDenyPolicies = true
	rules, err := loadCRD()
	if err != nil {
		fmt.Fprintln(os.Stderr, "ciliumcheck:", err)
		os.Exit(2)
	}
	code := 0
	for _, path := range os.Args[1:] {
		count, err := rules.checkFile(path)
		if err != nil {
			fmt.Printf("%s: refused: %s\n", path, bytes.ReplaceAll([]byte(err.Error()), []byte("\n"), []byte("; ")))
			code = 1
			continue
		}
		fmt.Printf("%s: %d policies\n", path, count)
	}
	os.Exit(code)
}
