{{/*
What every object is called and labelled by. agentEnv.fullname, agentEnv.selectorLabels and
agentEnv.labels are for additionalResources too; all of them take the root context.
*/}}

{{- define "agentEnv.fullname" -}}
{{- $global := .Values.global | default dict -}}
{{- $base := $global.nameOverride | default .Chart.Name -}}
{{- $joined := ternary .Release.Name (printf "%s-%s" $base .Release.Name) (contains $base .Release.Name) -}}
{{- $global.fullnameOverride | default $joined | trunc 63 | trimSuffix "-" -}}
{{- end -}}

{{- define "agentEnv.selectorLabels" -}}
app.kubernetes.io/name: {{ .Chart.Name | quote }}
app.kubernetes.io/instance: {{ .Release.Name | quote }}
{{- end -}}

{{- define "agentEnv.labels" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" | quote }}
{{ include "agentEnv.selectorLabels" . }}
app.kubernetes.io/managed-by: {{ .Release.Service | quote }}
{{- end -}}
