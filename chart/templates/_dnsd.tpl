{{/* "true" if a service has a DNS mapping, and so a headless Service; takes the service. */}}
{{- define "agentEnv.hasDns" -}}
{{- if or .dnsRecord .additionalDnsRecords .ports }}true{{ end -}}
{{- end -}}

{{/*
The additional records of a service as dnsd wants them: each once, in lower case, and none that the
service has anyway. Takes a dict of fullname, name and service; gives a JSON list.
*/}}
{{- define "agentEnv.records" -}}
{{- $records := list -}}
{{- range .service.additionalDnsRecords -}}
{{- $records = append $records (lower . | trimSuffix ".") -}}
{{- end -}}
{{- without (uniq $records) .name (printf "%s-%s" .fullname .name) | toJson -}}
{{- end -}}

{{/* The services that dnsd maps, as its configuration wants them; takes the root context. */}}
{{- define "agentEnv.dnsdServices" -}}
{{- $fullname := include "agentEnv.fullname" . -}}
{{- $separator := "" -}}
{{- range $name, $service := .Values.services -}}
{{- if include "agentEnv.hasDns" $service -}}
{{ $separator }}{{ quote $name }}:
{{- with include "agentEnv.records" (dict "fullname" $fullname "name" $name "service" $service) | fromJsonArray }}
  additionalDnsRecords:
    {{- include "agentEnv.textList" . | nindent 4 }}
{{- else }} {}
{{- end -}}
{{- $separator = "\n" -}}
{{- end -}}
{{- end -}}
{{- if not $separator }}{}{{ end -}}
{{- end -}}

{{/*
The names that Cilium's DNS rules let out, and dnsd after them: the one list for both, so that neither
is looser than the other. Takes the root context.
*/}}
{{- define "agentEnv.allowedNames" -}}
{{- $names := list (printf "*.%s.svc.%s" .Release.Namespace .Values.dnsd.clusterDomain) -}}
{{- $names = concat $names (.Values.allowDomains | default list) -}}
{{- $entities := .Values.allowEntities | default list -}}
{{- if or (has "all" $entities) (has "world" $entities) -}}
{{- $names = append $names "*" -}}
{{- end -}}
{{- uniq $names | toJson -}}
{{- end -}}

{{/* "true" if dnsd runs as a native sidecar; takes the root context. */}}
{{- define "agentEnv.nativeDnsd" -}}
{{- $mode := .Values.dnsd.mode -}}
{{- $able := semverCompare ">=1.29-0" .Capabilities.KubeVersion.Version -}}
{{- if or (eq $mode "native") (and (eq $mode "auto") $able) }}true{{ end -}}
{{- end -}}

{{/* The mount that makes dnsd a container's name server; takes the service. */}}
{{- define "agentEnv.resolvConfMount" -}}
- name: agent-env-resolv-conf
  mountPath: /etc/resolv.conf
  subPath: {{ if .workloadPort53 }}resolv-port53.conf{{ else }}resolv.conf{{ end }}
  readOnly: true
{{- end -}}

{{/*
dnsd's container, named dnsd unless the workload is; takes a dict of root, name and service. Of the
older keys, corednsCommand replaces the program alone, and its arguments stay dnsd's.
*/}}
{{- define "agentEnv.dnsdContainer" -}}
{{- $values := .root.Values -}}
{{- $dnsd := $values.dnsd -}}
{{- $command := $values.corednsCommand | default (list "/dnsd") -}}
name: {{ if eq .name "dnsd" }}agent-env-dnsd{{ else }}dnsd{{ end }}
image: {{ $values.corednsImage | default $dnsd.image | quote }}
{{- with $dnsd.imagePullPolicy }}
imagePullPolicy: {{ quote . }}
{{- end }}
command:
  {{- include "agentEnv.textList" $command | nindent 2 }}
args:
  - "-c"
  - "/etc/dnsd/dnsd.yaml"
  {{- if .service.workloadPort53 }}
  - "--listen"
  - "[::1]:53"
  {{- end }}
startupProbe:
  exec:
    command:
      - {{ first $command | quote }}
      - "--probe"
      {{- if .service.workloadPort53 }}
      - "[::1]:53"
      {{- end }}
  periodSeconds: 1
  timeoutSeconds: 5
  failureThreshold: 60
{{- with $dnsd.resources }}
resources:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with $values.corednsSecurityContext | default $dnsd.securityContext }}
securityContext:
  {{- toYaml . | nindent 2 }}
{{- end }}
volumeMounts:
  - name: agent-env-dnsd
    mountPath: /etc/dnsd
    readOnly: true
{{- end -}}
