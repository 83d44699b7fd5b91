{{ define "h" }}
{{ required "give .Values.it" .Values.it }}{{ end }}