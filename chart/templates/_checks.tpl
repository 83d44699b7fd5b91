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
