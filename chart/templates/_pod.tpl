{{/* What the workload and init containers have in common; takes the container's values. */}}
{{- define "agentEnv.containerBasics" -}}
image: {{ quote .image }}
{{- with .imagePullPolicy }}
imagePullPolicy: {{ quote . }}
{{- end }}
{{- with .command }}
command:
  {{- include "agentEnv.textList" . | nindent 2 }}
{{- end }}
{{- with .args }}
args:
  {{- include "agentEnv.textList" . | nindent 2 }}
{{- end }}
{{- with .workingDir }}
workingDir: {{ quote . }}
{{- end }}
{{- with .securityContext }}
securityContext:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{/* Requests equal limits, so that a Pod is Guaranteed unless its values say otherwise. */}}
{{- define "agentEnv.resources" -}}
{{- $default := dict "memory" "2Gi" "cpu" "500m" -}}
{{- . | default (dict "limits" $default "requests" $default) | toYaml -}}
{{- end -}}

{{/* The workload's environment: a list as Kubernetes has it, or a map; takes a dict of fullname and env. */}}
{{- define "agentEnv.env" -}}
- name: AGENT_ENV
  value: {{ quote .fullname }}
{{- if kindIs "map" .env }}
{{- range $key, $value := .env }}
- name: {{ quote $key }}
  value: {{ include "agentEnv.text" $value }}
{{- end }}
{{- else }}
{{- range .env }}
- name: {{ quote .name }}
  {{- if .valueFrom }}
  valueFrom:
    {{- toYaml .valueFrom | nindent 4 }}
  {{- else }}
  value: {{ if hasKey . "value" }}{{ include "agentEnv.text" .value }}{{ else }}""{{ end }}
  {{- end }}
{{- end }}
{{- end }}
{{- end -}}

{{/* Mounts for volumes given as NAME:/PATH[:ro], and those given whole; takes the service. */}}
{{- define "agentEnv.volumeMounts" -}}
{{- range .volumes }}
{{- if kindIs "string" . }}
{{- $part := splitList ":" . }}
- name: {{ index $part 0 | quote }}
  mountPath: {{ index $part 1 | quote }}
  {{- if hasSuffix ":ro" . }}
  readOnly: true
  {{- end }}
{{- end }}
{{- end }}
{{- range .volumeMounts }}
- {{ toYaml . | indent 2 | trim }}
{{- end }}
{{- end -}}

{{/* A Pod's volumes, each claim once however often it is mounted; takes a dict of fullname and volumes. */}}
{{- define "agentEnv.volumes" -}}
{{- $fullname := .fullname -}}
{{- $seen := dict -}}
{{- range .volumes }}
{{- if not (kindIs "string" .) }}
- {{ toYaml . | indent 2 | trim }}
{{- else }}
{{- $name := splitList ":" . | first }}
{{- if not (hasKey $seen $name) }}
{{- $_ := set $seen $name true }}
- name: {{ quote $name }}
  persistentVolumeClaim:
    claimName: {{ printf "%s-%s" $fullname $name | quote }}
{{- end }}
{{- end }}
{{- end }}
{{- end -}}
