{{/* "true" if a service has a DNS mapping, and so a headless Service; takes the service. */}}
{{- define "agentEnv.hasDns" -}}
{{- if or .dnsRecord .additionalDnsRecords .ports }}true{{ end -}}
{{- end -}}

{{/* The services that dnsd maps, as its configuration wants them; takes the root context. */}}
{{- define "agentEnv.dnsdServices" -}}
{{- $none := true -}}
{{- range $name, $service := .Values.services -}}
{{- if include "agentEnv.hasDns" $service -}}
{{- if not $none }}{{ "\n" }}{{ end }}{{ $none = false -}}
{{ quote $name }}:{{ if not $service.additionalDnsRecords }} {}{{ end }}
{{- with $service.additionalDnsRecords }}
  additionalDnsRecords:
    {{- include "agentEnv.textList" . | nindent 4 }}
{{- end -}}
{{- end -}}
{{- end -}}
{{- if $none }}{}{{ end -}}
{{- end -}}

{{/* "true" if dnsd runs as a native sidecar; takes the root context. */}}
{{- define "agentEnv.nativeDnsd" -}}
{{- $mode := .Values.dnsd.mode | default "auto" -}}
{{- if eq $mode "native" }}true
{{- else if and (eq $mode "auto") (semverCompare ">=1.29-0" .Capabilities.KubeVersion.Version) }}true
{{- end -}}
{{- end -}}

{{/* The mount that makes dnsd a container's name server; takes the service. */}}
{{- define "agentEnv.resolvConfMount" -}}
- name: agent-env-resolv-conf
  mountPath: /etc/resolv.conf
  subPath: {{ ternary "resolv-port53.conf" "resolv.conf" (default false .workloadPort53) }}
  readOnly: true
{{- end -}}

{{/* dnsd's container; takes a dict of root, name and service. */}}
{{- define "agentEnv.dnsdContainer" -}}
{{- $dnsd := .root.Values.dnsd -}}
name: {{ ternary "agent-env-dnsd" "dnsd" (eq .name "dnsd") }}
image: {{ $dnsd.image | quote }}
command: ["/dnsd"]
{{- if .service.workloadPort53 }}
args: ["-c", "/etc/dnsd/dnsd.yaml", "--listen", "[::1]:53"]
{{- else }}
args: ["-c", "/etc/dnsd/dnsd.yaml"]
{{- end }}
startupProbe:
  exec:
    {{- if .service.workloadPort53 }}
    command: ["/dnsd", "--probe", "[::1]:53"]
    {{- else }}
    command: ["/dnsd", "--probe"]
    {{- end }}
  periodSeconds: 1
  failureThreshold: 60
{{- with $dnsd.resources }}
resources:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with $dnsd.securityContext }}
securityContext:
  {{- toYaml . | nindent 2 }}
{{- end }}
volumeMounts:
  - name: agent-env-dnsd
    mountPath: /etc/dnsd
    readOnly: true
{{- end -}}
