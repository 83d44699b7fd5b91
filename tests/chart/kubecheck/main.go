// kubecheck reads rendered manifests and does with each what an API server does on create: decode it with
// unknown and repeated fields refused, fill in defaults, and validate it. Warnings count as refusals.
//
//	kubecheck FILE...    one line for each file; exit 1 if an object is refused
package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"k8s.io/apimachinery/pkg/api/meta"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/serializer"
	utilyaml "k8s.io/apimachinery/pkg/util/yaml"
	"k8s.io/apiserver/pkg/endpoints/request"
	"k8s.io/apiserver/pkg/registry/rest"
	"k8s.io/kubernetes/pkg/api/legacyscheme"
	_ "k8s.io/kubernetes/pkg/apis/apps/install"
	_ "k8s.io/kubernetes/pkg/apis/batch/install"
	"k8s.io/kubernetes/pkg/apis/core"
	_ "k8s.io/kubernetes/pkg/apis/core/install"
	"k8s.io/kubernetes/pkg/capabilities"
	"k8s.io/kubernetes/pkg/registry/apps/statefulset"
	"k8s.io/kubernetes/pkg/registry/batch/job"
	"k8s.io/kubernetes/pkg/registry/core/configmap"
	"k8s.io/kubernetes/pkg/registry/core/persistentvolumeclaim"
	"k8s.io/kubernetes/pkg/registry/core/secret"
	"k8s.io/kubernetes/pkg/registry/core/service"
	"k8s.io/kubernetes/pkg/registry/core/serviceaccount"
	"sigs.k8s.io/yaml"
)

const namespace = "default"

// strategies are what the API server creates objects by, with each kind's resource.
var strategies = map[string]struct {
	resource string
	strategy rest.RESTCreateStrategy
}{
	"ConfigMap":             {"configmaps", configmap.Strategy},
	"Job":                   {"jobs", job.Strategy},
	"PersistentVolumeClaim": {"persistentvolumeclaims", persistentvolumeclaim.Strategy},
	"Secret":                {"secrets", secret.Strategy},
	"Service":               {"services", service.Strategy},
	"ServiceAccount":        {"serviceaccounts", serviceaccount.Strategy},
	"StatefulSet":           {"statefulsets", statefulset.Strategy},
}

func create(decoder runtime.Decoder, document []byte) error {
	object, kind, err := decoder.Decode(document, nil, nil)
	if err != nil {
		return err
	}
	known, ok := strategies[kind.Kind]
	if !ok {
		return fmt.Errorf("no strategy for %s", kind)
	}
	accessor, err := meta.Accessor(object)
	if err != nil {
		return err
	}
	accessor.SetNamespace(namespace)
	ctx := request.WithRequestInfo(request.WithNamespace(context.Background(), namespace), &request.RequestInfo{
		IsResourceRequest: true, Verb: "create", APIGroup: kind.Group, APIVersion: kind.Version,
		Namespace: namespace, Resource: known.resource,
	})
	if service, ok := object.(*core.Service); ok {
		// The allocator's part, which comes between defaults and validation.
		service.Spec.ClusterIPs = []string{service.Spec.ClusterIP}
	}
	rest.FillObjectMetaSystemFields(accessor)
	if err := rest.BeforeCreate(known.strategy, ctx, object); err != nil {
		return err
	}
	if warnings := known.strategy.WarningsOnCreate(ctx, object); len(warnings) > 0 {
		return fmt.Errorf("%s: warns: %s", accessor.GetName(), strings.Join(warnings, "; "))
	}
	return nil
}

// checkFile returns how many objects of Kubernetes' own the file holds, and joins what is wrong with them.
func checkFile(decoder runtime.Decoder, path string) (int, error) {
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
		var head struct {
			APIVersion string `json:"apiVersion"`
		}
		if err := yaml.Unmarshal(document, &head); err != nil {
			return count, errors.Join(problems, err)
		}
		if strings.HasPrefix(head.APIVersion, "cilium.io/") || head.APIVersion == "" {
			continue
		}
		count++
		problems = errors.Join(problems, create(decoder, document))
	}
}

func main() {
	capabilities.Setup(true, 0) // privileged Pods are a cluster's own choice, and most allow them
	decoder := serializer.NewCodecFactory(legacyscheme.Scheme, serializer.EnableStrict).UniversalDecoder()
	code := 0
	for _, path := range os.Args[1:] {
		count, err := checkFile(decoder, path)
		if err != nil {
			fmt.Printf("%s: refused: %s\n", path, strings.ReplaceAll(err.Error(), "\n", "; "))
			code = 1
			continue
		}
		fmt.Printf("%s: %d objects\n", path, count)
	}
	os.Exit(code)
}
