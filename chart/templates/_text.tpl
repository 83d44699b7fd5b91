{{/*
A scalar of the values as the text that was meant, quoted: numbers in a values file are floats, and
quoting one as it is turns 1000000 into "1e+06".
*/}}
{{- define "agentEnv.text" -}}
{{- if kindIs "string" . }}{{ quote . }}{{ else }}{{ toJson . | quote }}{{ end -}}
{{- end -}}

{{/* A list of scalars, one quoted line for each. */}}
{{- define "agentEnv.textList" -}}
{{- $separator := "" -}}
{{- range . -}}
{{ $separator }}- {{ include "agentEnv.text" . }}
{{- $separator = "\n" -}}
{{- end -}}
{{- end -}}

{{/* A map of scalars, one line for each key, both sides quoted. */}}
{{- define "agentEnv.textMap" -}}
{{- $separator := "" -}}
{{- range $key, $item := . -}}
{{ $separator }}{{ quote $key }}: {{ include "agentEnv.text" $item }}
{{- $separator = "\n" -}}
{{- end -}}
{{- end -}}
