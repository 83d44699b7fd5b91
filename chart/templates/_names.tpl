{{/*
What every object is called and labelled by. agentEnv.fullname, agentEnv.selectorLabels and
agentEnv.labels are for additionalResources too; all three take the root context.
*/}}

{{- define "agentEnv.fullname" -}}
{{- $global := .Values.global | default dict -}}
{{- $base := $global.nameOverride | default .Chart.Name -}}
{{- $joined := ternary .Release.Name (printf "%s-%s" $base .Release.Name) (contains $base .Release.Name) -}}
{{- $global.fullnameOverride | default $joined | trunc 63 | trimSuffix "-" -}}
{{- end -}}

{{- define "agentEnv.selectorLabels" -}}
app.kubernetes.io/name: {{ quote .Chart.Name }}
app.kubernetes.io/instance: {{ quote .Release.Name }}
{{- end -}}

{{- define "agentEnv.labels" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" | quote }}
{{ include "agentEnv.selectorLabels" . }}
app.kubernetes.io/managed-by: {{ quote .Release.Service }}
{{- end -}}

{{/* The labels that pick the Pod of one service; takes a dict of root and service. */}}
{{- define "agentEnv.serviceSelector" -}}
{{ include "agentEnv.selectorLabels" .root }}
inspect/service: {{ quote .service }}
{{- end -}}

{{/* Metadata of an object; takes a dict of root, name and, if it belongs to one, service. */}}
{{- define "agentEnv.metadata" -}}
name: {{ quote .name }}
labels:
  {{- include "agentEnv.labels" .root | nindent 2 }}
  {{- with .service }}
  inspect/service: {{ quote . }}
  {{- end }}
  {{- with .root.Values.labels }}
  {{- include "agentEnv.textMap" . | nindent 2 }}
  {{- end }}
{{- with .root.Values.annotations }}
annotations:
  {{- include "agentEnv.textMap" . | nindent 2 }}
{{- end }}
{{- end -}}
