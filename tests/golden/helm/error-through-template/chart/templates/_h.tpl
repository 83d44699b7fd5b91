{{- define "h" -}}
q: {{ .Values.imgae.tag }}
{{- end -}}
{{ define "g" }}{{ include "h" . }}{{ end }}
{{ define "loop" }}{{ include "loop" . }}{{ end }}