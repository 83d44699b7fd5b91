{{/*
A scalar of the values as the text that was meant, quoted: numbers in a values file are floats, and
quoting one as it is turns 1000000 into "1e+06".
*/}}
{{- define "agentEnv.text" -}}
{{- if kindIs "string" . }}{{ quote . }}{{ else }}{{ toJson . | quote }}{{ end -}}
{{- end -}}

{{/* A list of scalars, one quoted line for each. */}}
{{- define "agentEnv.textList" -}}
{{- range $i, $item := . }}{{ if $i }}{{ "\n" }}{{ end }}- {{ include "agentEnv.text" $item }}{{ end -}}
{{- end -}}

{{/* A map of scalars, one line for each key, both sides quoted. */}}
{{- define "agentEnv.textMap" -}}
{{- $lines := list -}}
{{- range $key, $item := . -}}
{{- $lines = append $lines (printf "%s: %s" (quote $key) (include "agentEnv.text" $item)) -}}
{{- end -}}
{{- join "\n" $lines -}}
{{- end -}}
