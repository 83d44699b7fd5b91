{{/*
What a domain of allowDomains looks like in a Host header: anchored, in any case, with or without a
port; a star stands for one or more characters of one label. Takes the domain.
*/}}
{{- define "agentEnv.hostPattern" -}}
{{- $labels := . | trimSuffix "." | replace "." "[.]" -}}
{{- printf "(?i)^%s(:[0-9]+)?$" (regexReplaceAll "[*]+" $labels "[^.]+") -}}
{{- end -}}

{{/* An entry of a ports list of a policy; takes a dict of port and protocol. */}}
{{- define "agentEnv.policyPort" -}}
- port: {{ printf "%v" .port | quote }}
  protocol: {{ quote .protocol }}
{{- end -}}

{{/*
Fails for a port of allowDomainsPorts that would open more than it says; takes a dict of root and entry.
*/}}
{{- define "agentEnv.checkDomainPort" -}}
{{- $port := printf "%v" .entry.port -}}
{{- $protocol := .entry.protocol | default "ANY" -}}
{{- if and (has $port (list "80" "443")) (ne $protocol "UDP") -}}
{{- fail (printf "allowDomainsPorts: port %s %s would let a client past the check of the name it talks to, which allowDomains makes on 80 and 443; leave it out, or say protocol: UDP" $port $protocol) -}}
{{- end -}}
{{- if and .entry.domain (not (has .entry.domain .root.Values.allowDomains)) -}}
{{- fail (printf "allowDomainsPorts: domain %s is not in allowDomains; add it there, or leave domain out to open port %s for all of them" (quote .entry.domain) $port) -}}
{{- end -}}
{{- end -}}

{{/*
Ingress of one service from the Pods that a selector names: its ports, or all if it names none, and
echo requests. Takes a dict of service and from, the selector's lines.
*/}}
{{- define "agentEnv.ingressRules" -}}
- fromEndpoints:
    - matchLabels:
        {{- nindent 8 .from }}
  {{- with .service.ports }}
  toPorts:
    - ports:
        {{- range . }}
        {{- include "agentEnv.policyPort" (dict "port" .port "protocol" (.protocol | default "TCP")) | nindent 8 }}
        {{- end }}
  {{- end }}
- fromEndpoints:
    - matchLabels:
        {{- nindent 8 .from }}
  icmps:
    - fields:
        - family: IPv4
          type: 8
        - family: IPv6
          type: 128
{{- end -}}
