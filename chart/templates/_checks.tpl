{{/* Fails if a list holds something twice; takes a dict of where, what and list. */}}
{{- define "agentEnv.checkUnique" -}}
{{- $seen := dict -}}
{{- range .list -}}
{{- if hasKey $seen . -}}
{{- fail (printf "%s: %s is there twice, or the chart's own; choose another %s" $.where (quote .) $.what) -}}
{{- end -}}
{{- $_ := set $seen . true -}}
{{- end -}}
{{- end -}}

{{/* Fails if two parts of a Pod, or of its Service, claim one name; takes a dict of name and service. */}}
{{- define "agentEnv.checkPod" -}}
{{- $where := printf "services.%s" .name -}}
{{- $containers := list .name (ternary "agent-env-dnsd" "dnsd" (eq .name "dnsd")) -}}
{{- range .service.initContainers -}}
{{- $containers = append $containers .name -}}
{{- end -}}
{{- include "agentEnv.checkUnique" (dict "where" (printf "%s.initContainers" $where) "what" "name" "list" $containers) -}}
{{- $ports := list -}}
{{- range .service.ports -}}
{{- $ports = append $ports (printf "%v/%s" .port (.protocol | default "TCP")) -}}
{{- end -}}
{{- include "agentEnv.checkUnique" (dict "where" (printf "%s.ports" $where) "what" "port" "list" $ports) -}}
{{- $volumes := list "agent-env-dnsd" "agent-env-resolv-conf" -}}
{{- $claims := list -}}
{{- $paths := list "/etc/resolv.conf" -}}
{{- range .service.volumes -}}
{{- if kindIs "string" . -}}
{{- $part := splitList ":" . -}}
{{- $claims = append $claims (index $part 0) -}}
{{- $paths = append $paths (index $part 1) -}}
{{- else -}}
{{- $volumes = append $volumes .name -}}
{{- end -}}
{{- end -}}
{{- range .service.volumeMounts -}}
{{- $paths = append $paths (.mountPath | default "") -}}
{{- end -}}
{{- include "agentEnv.checkUnique" (dict "where" (printf "%s.volumes" $where) "what" "name" "list" (concat $volumes (uniq $claims))) -}}
{{- include "agentEnv.checkUnique" (dict "where" (printf "%s.volumes" $where) "what" "path" "list" $paths) -}}
{{- end -}}

{{/* Fails for a block of addresses that is none; takes the block. */}}
{{- define "agentEnv.checkCidr" -}}
{{- $octet := "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])" -}}
{{- $ipv4 := printf "^(%s[.]){3}%s/(3[0-2]|[12]?[0-9])$" $octet $octet -}}
{{- $group := "[0-9A-Fa-f]{1,4}" -}}
{{- $lengths := "/(12[0-8]|1[01][0-9]|[1-9]?[0-9])$" -}}
{{- /* Either all eight groups, or seven at most and one `::` for the rest. */ -}}
{{- $ipv6Whole := printf "^(%s:){7}%s%s" $group $group $lengths -}}
{{- $ipv6Short := printf "^((%s:)*%s)?::((%s:)*%s)?%s" $group $group $group $group $lengths -}}
{{- $short := and (regexMatch $ipv6Short .) (le (len (regexFindAll $group (splitList "/" . | first) -1)) 7) -}}
{{- if not (or (regexMatch $ipv4 .) (regexMatch $ipv6Whole .) $short) -}}
{{- fail (printf "allowCIDR: %s is no block of addresses; write it like 192.0.2.0/24 or 2001:db8::/32" (quote .)) -}}
{{- end -}}
{{- end -}}
