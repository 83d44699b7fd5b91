package main

import (
	"helm.sh/helm/v4/pkg/chart/common"
	"helm.sh/helm/v4/pkg/chart/common/util"
	"helm.sh/helm/v4/pkg/chart/loader/archive"
	"helm.sh/helm/v4/pkg/chart/v2/loader"
	chartutil "helm.sh/helm/v4/pkg/chart/v2/util"
	"helm.sh/helm/v4/pkg/engine"
)

// What `helm template` of Helm 4 does, up to the manifests.
func render4(text []byte, files []file) (map[string]string, error) {
	values, err := common.ReadValues(text)
	if err != nil {
		return nil, err
	}
	buffered := []*archive.BufferedFile{}
	for _, f := range files {
		buffered = append(buffered, &archive.BufferedFile{Name: f.name, Data: f.data})
	}
	chart, err := loader.LoadFiles(buffered)
	if err != nil {
		return nil, err
	}
	if err := chartutil.ProcessDependencies(chart, values); err != nil {
		return nil, err
	}
	capabilities := common.DefaultCapabilities.Copy()
	kube, err := common.ParseKubeVersion("v1.37.0")
	if err != nil {
		return nil, err
	}
	capabilities.KubeVersion = *kube
	capabilities.HelmVersion.Version, capabilities.HelmVersion.GoVersion = "v4.3.1", ""
	options := common.ReleaseOptions{Name: releaseName, Namespace: namespace, Revision: 1, IsInstall: true}
	root, err := util.ToRenderValues(chart, values, options, capabilities)
	if err != nil {
		return nil, err
	}
	return engine.Render(chart, root)
}
